"""The command tree as data: what there is, where it lives, and what is another name for what."""

from typing import NamedTuple

# Names of commands that Python keeps for itself.
_KEYWORDS = {"import": "importing.run", "pass": "pass_on", "try": "try_out"}

# What runs without a command.
BARE = "refcli.cli.commands.bare"


class CommandSpec(NamedTuple):
    """One command; its module is found by its path, or by `home`, its path in another room.

    What `is_list` can be had in other forms, with the columns of `lists`.
    """

    path: tuple[str, ...]
    help: str
    panel: str = "Daily"
    hidden: bool = False
    home: tuple[str, ...] = ()
    is_list: bool = False

    @property
    def module(self) -> str:
        """Where its `run` function is."""
        names = (_KEYWORDS.get(part, part) for part in self.home or self.path)
        return ".".join(("refcli.cli.commands", *names))


class GroupSpec(NamedTuple):
    """One group; `default` is the verb that stands for none."""

    name: str
    help: str
    default: str
    panel: str


DAILY, ASKING, INTRODUCTIONS = "Daily", "Asking", "Introductions"
GIVING_BACK, NETWORK, REVIEW, DATA = "Giving back", "Network", "Review", "Data"

GROUPS = (
    GroupSpec("log", "Record an exchange from a sentence; list, edit.", "add", DAILY),
    GroupSpec("meet", "Appointments: made, moved, cancelled.", "add", DAILY),
    GroupSpec("followup", "Follow-ups made by hand, and all of them.", "add", DAILY),
    GroupSpec("ask", "Ask a contact for an introduction.", "add", ASKING),
    GroupSpec("kit", "Your referral kit: whom you help, what to listen for.", "show", ASKING),
    GroupSpec("words", "Words of your own for what you send.", "list", ASKING),
    GroupSpec("intro", "Introductions, step by step.", "add", INTRODUCTIONS),
    GroupSpec("thank", "Thank people, and note their thanks.", "add", GIVING_BACK),
    GroupSpec("reciprocate", "Give back, and see who is owed.", "add", GIVING_BACK),
    GroupSpec(
        "partner", "Whom you refer to: who they are, how to tell of them.", "set", GIVING_BACK
    ),
    GroupSpec("campaign", "A referral project with a theme and an end.", "show", GIVING_BACK),
    GroupSpec("testimonial", "Praise in their exact words.", "add", GIVING_BACK),
    GroupSpec("engagement", "Work delivered for clients.", "add", GIVING_BACK),
    GroupSpec("contact", "The people you know.", "open", NETWORK),
    GroupSpec("review", "See your practice, and where it leaks.", "guide", REVIEW),
    GroupSpec("config", "Your settings and the numbers of the rules.", "list", DATA),
)


def _spec(
    path: str,
    text: str,
    panel: str = DAILY,
    *,
    hidden: bool = False,
    home: str = "",
    is_list: bool = False,
) -> CommandSpec:
    return CommandSpec(tuple(path.split()), text, panel, hidden, tuple(home.split()), is_list)


COMMANDS = (
    _spec("due", "What is due today, most urgent first.", is_list=True),
    _spec("done", "Do what a follow-up asks for.", home="followup done"),
    _spec("tried", "I tried and reached nobody.", home="followup tried"),
    _spec("snooze", "Put follow-ups off.", home="followup snooze"),
    _spec("skip", "Close follow-ups without doing them.", home="followup skip"),
    _spec("log add", "Record an exchange: `lunch with anna about her move`."),
    _spec("log list", "Exchanges, newest first.", is_list=True),
    _spec("log edit", "Correct an exchange."),
    _spec("log delete", "Take exchanges back."),
    _spec("meet add", "Plan a meeting: `anna thu 10:00`."),
    _spec("meet list", "Appointments to come, soonest first.", is_list=True),
    _spec("meet move", "Another day or hour."),
    _spec("meet cancel", "Take appointments back."),
    _spec("followup add", "Add a follow-up by hand."),
    _spec("followup edit", "Correct a follow-up made by hand."),
    _spec("followup delete", "Take follow-ups made by hand back."),
    _spec("followup list", "Follow-ups, open or closed.", is_list=True),
    _spec("followup done", "As `refcli done`."),
    _spec("followup tried", "As `refcli tried`."),
    _spec("followup snooze", "As `refcli snooze`."),
    _spec("followup skip", "As `refcli skip`."),
    _spec("followup catchup", "Clear a backlog in one sitting."),
    _spec("ask who", "Who may be asked now, best first.", ASKING, is_list=True),
    _spec("path", "Who could lead you to somebody.", ASKING),
    _spec("ask add", "Record an ask, made or planned.", ASKING),
    _spec("ask answer", "Record what they said.", ASKING),
    _spec("ask edit", "Correct an ask.", ASKING),
    _spec("ask delete", "Take asks back.", ASKING),
    _spec("ask list", "Asks, newest first.", ASKING, is_list=True),
    _spec("ask show", "One ask, with its words.", ASKING),
    _spec("ask draft", "The words of an ask; records nothing.", ASKING),
    _spec("desk", "The day on one screen.", DAILY),
    _spec("prep", "One screen before a meeting.", DAILY),
    _spec("write", "A draft of what is most urgent with somebody.", DAILY),
    _spec("talk", "All that is open with somebody, in one go.", home="followup talk"),
    _spec("debrief", "One guided conversation after a meeting.", home="log debrief"),
    _spec("kit show", "Your kit, as a source reads it.", ASKING),
    _spec("kit edit", "Fill in the kit.", ASKING),
    _spec("kit target", "Add or change a kind of referral that you want.", ASKING),
    _spec("kit targets", "The kinds of referral that you want.", ASKING, is_list=True),
    _spec("kit share", "Record that a source was taught.", ASKING),
    _spec("kit export", "Write the kit to a file.", ASKING),
    _spec("words list", "The forms, and which you have words of your own for.", ASKING),
    _spec("words show", "A template, and what may stand in it.", ASKING),
    _spec("words edit", "Words of your own for a form.", ASKING),
    _spec("words reset", "The built-in words again.", ASKING),
    _spec("words try", "A form as it reads for somebody.", ASKING),
    _spec("thank draft", "The words of a thank-you; records nothing.", GIVING_BACK),
    _spec("intro add", "Record an introduction that you received.", INTRODUCTIONS),
    _spec("intro made", "A bare name became an introduction.", INTRODUCTIONS),
    _spec("intro reached", "You have spoken with the prospect.", INTRODUCTIONS),
    _spec("intro won", "It became business.", INTRODUCTIONS),
    _spec("intro lost", "It came to nothing.", INTRODUCTIONS),
    _spec("intro give", "Introduce somebody to a partner.", INTRODUCTIONS),
    _spec("intro consent", "Whether they agree to be passed on.", INTRODUCTIONS),
    _spec("intro pass", "Pass a received one on to somebody better suited.", INTRODUCTIONS),
    _spec("intro bad", "It went wrong: repair it with both sides.", INTRODUCTIONS),
    _spec("intro repaired", "What went wrong is settled.", INTRODUCTIONS),
    _spec("intro tree", "Who led to whom, with won value.", INTRODUCTIONS),
    _spec("intro edit", "Correct an introduction.", INTRODUCTIONS),
    _spec("intro delete", "Take introductions back.", INTRODUCTIONS),
    _spec("intro list", "Introductions, newest first.", INTRODUCTIONS, is_list=True),
    _spec("intro show", "One introduction, with its three thank-yous.", INTRODUCTIONS),
    _spec("thank add", "Thank somebody.", GIVING_BACK),
    _spec("thank edit", "Correct thanks.", GIVING_BACK),
    _spec("thank delete", "Take thanks back.", GIVING_BACK),
    _spec("thank received", "Note that somebody thanked you.", GIVING_BACK),
    _spec("thank list", "Thanks, given, received or owed.", GIVING_BACK, is_list=True),
    _spec("reciprocate add", "Record what you did for somebody, or they for you.", GIVING_BACK),
    _spec("reciprocate list", "Favors, newest first.", GIVING_BACK, is_list=True),
    _spec("reciprocate edit", "Correct a favor.", GIVING_BACK),
    _spec("reciprocate delete", "Take favors back.", GIVING_BACK),
    _spec("reciprocate ideas", "What would help somebody.", GIVING_BACK),
    _spec("reciprocate pairs", "Whom to bring together.", GIVING_BACK),
    _spec("reciprocate balance", "Who is owed, and who only takes.", GIVING_BACK, is_list=True),
    _spec("partner set", "Note what a partner does and whom they serve.", GIVING_BACK),
    _spec("partner interview", "The questions to ask a partner, one by one.", GIVING_BACK),
    _spec("partner card", "One screen before you refer to a partner.", GIVING_BACK),
    _spec("partner list", "Partners by stage.", GIVING_BACK, is_list=True),
    _spec("partner suggest", "Who could become a partner.", GIVING_BACK, is_list=True),
    _spec("campaign start", "Begin a campaign.", GIVING_BACK),
    _spec("campaign show", "How the campaign goes.", GIVING_BACK),
    _spec("campaign end", "End it, with what it brought.", GIVING_BACK),
    _spec("campaign list", "Campaigns, newest first.", GIVING_BACK, is_list=True),
    _spec("testimonial add", "Take praise down word for word.", GIVING_BACK),
    _spec("testimonial edit", "Correct a testimonial.", GIVING_BACK),
    _spec("testimonial delete", "Take testimonials back.", GIVING_BACK),
    _spec("testimonial list", "Testimonials, newest first.", GIVING_BACK, is_list=True),
    _spec("testimonial export", "Write those that you may show.", GIVING_BACK),
    _spec("engagement add", "Record delivered work and its rating.", GIVING_BACK),
    _spec("engagement list", "Work, newest first.", GIVING_BACK, is_list=True),
    _spec("engagement edit", "Correct a piece of work.", GIVING_BACK),
    _spec("engagement delete", "Take work back.", GIVING_BACK),
    _spec("contact open", "Show a contact; alone, list them.", NETWORK, hidden=True),
    _spec("contact add", "Add a contact, whatever the name.", NETWORK),
    _spec("contact show", "One contact in full.", NETWORK),
    _spec("contact date", "Note a birthday or another yearly date.", NETWORK),
    _spec(
        "contact dates", "Birthdays and other yearly dates, the next first.", NETWORK, is_list=True
    ),
    _spec("contact timeline", "All that was said and done with one person.", NETWORK, is_list=True),
    _spec("contact edit", "Change contacts.", NETWORK),
    _spec("contact list", "Contacts, narrowed and sorted.", NETWORK, is_list=True),
    _spec(
        "contact find",
        "Contacts by name, firm, number, address, tag, note, or what you spoke of.",
        NETWORK,
        is_list=True,
    ),
    _spec("contact sort", "Go through contacts without basis or tier.", NETWORK),
    _spec("contact tie", "Note how two contacts belong together.", NETWORK),
    _spec("contact untie", "Take such a tie back.", NETWORK),
    _spec("contact rest", "Do not ask a contact until a day.", NETWORK),
    _spec("contact drop", "Take a contact out of the network.", NETWORK),
    _spec("contact dupes", "Contacts who may be one person.", NETWORK),
    _spec("contact merge", "Make two contacts one.", NETWORK),
    _spec("contact forget", "Erase a person, beyond recovery.", NETWORK),
    _spec("contact restore", "Take a contact back.", NETWORK),
    _spec("review guide", "A guided review; the numbers in a pipe.", REVIEW),
    _spec("review funnel", "From asks to business, and where it narrows.", REVIEW),
    _spec("review sources", "Who brings whom, and what to do for them.", REVIEW, is_list=True),
    _spec("review champions", "What those who refer have in common.", REVIEW, is_list=True),
    _spec("review asks", "Which words, targets and channels worked.", REVIEW, is_list=True),
    _spec("review thanks", "How soon you thanked.", REVIEW),
    _spec("review gaps", "Where it leaks, and what plugs it.", REVIEW),
    _spec("review export", "The whole review as a page, picture or text.", REVIEW),
    _spec("init", "Three questions, and your contacts if you like.", DATA),
    _spec("demo", "A rich sample store, and a tour.", DATA),
    _spec("import", "Bring in the contacts that you have.", DATA),
    _spec("export", "Let everything out, or all about one person.", DATA),
    _spec("backup", "Copy the store, and check the copy.", DATA),
    _spec("restore", "Put a backup in the place of the store.", DATA),
    _spec("history", "What each command did, newest first.", DATA, is_list=True),
    _spec("undo", "Take a command back.", DATA),
    _spec("redo", "Take the last undo back.", DATA),
    _spec("doctor", "Check the store and its surroundings.", DATA),
    _spec("config list", "All settings.", DATA, is_list=True),
    _spec("config get", "One setting.", DATA),
    _spec("config set", "Change a setting.", DATA),
    _spec("config unset", "Bring a setting's default back.", DATA),
    _spec("config try", "What other numbers would have made of today.", DATA),
    _spec("help", "What a command does; all of them with `all`.", DATA),
)

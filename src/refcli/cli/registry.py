"""The command tree as data: what there is, where it lives, which lane it takes."""

from enum import StrEnum
from typing import NamedTuple


class Lane(StrEnum):
    """How a command touches the store."""

    READ = "read"
    WRITE = "write"
    NONE = "none"


# Names of commands that Python keeps for itself.
_KEYWORDS = {"import": "import_file", "pass": "pass_on"}


class CommandSpec(NamedTuple):
    """One command; its module is found by its path."""

    path: tuple[str, ...]
    help: str
    lane: Lane
    panel: str = "Daily"
    hidden: bool = False

    @property
    def module(self) -> str:
        """Where its `run` function is."""
        names = (_KEYWORDS.get(part, part) for part in self.path)
        return ".".join(("refcli.cli.commands", *names))


class GroupSpec(NamedTuple):
    """One group; `default` is the verb that stands for none."""

    name: str
    help: str
    default: str
    panel: str


DAILY, ASKING, INTRODUCTIONS = "Daily", "Asking", "Introductions"
GIVING_BACK, NETWORK, REVIEW, DATA = "Giving back", "Network", "Review", "Data"
PANELS = (DAILY, ASKING, INTRODUCTIONS, GIVING_BACK, NETWORK, REVIEW, DATA)

_R, _W, _N = Lane.READ, Lane.WRITE, Lane.NONE

GROUPS = (
    GroupSpec("log", "Record an exchange from a sentence; list and edit them.", "add", DAILY),
    GroupSpec("followup", "Follow-ups made by hand, and all of them.", "add", DAILY),
    GroupSpec("ask", "Ask a contact for an introduction.", "add", ASKING),
    GroupSpec("kit", "Your referral kit: whom you help, what to listen for.", "show", ASKING),
    GroupSpec("intro", "Introductions, step by step.", "add", INTRODUCTIONS),
    GroupSpec("thank", "Thank people, and note their thanks.", "add", GIVING_BACK),
    GroupSpec("reciprocate", "Give back, and see who is owed.", "add", GIVING_BACK),
    GroupSpec(
        "partner", "Whom you refer to: who they are, and how to tell of them.", "set", GIVING_BACK
    ),
    GroupSpec("campaign", "A referral project with a theme and an end.", "show", GIVING_BACK),
    GroupSpec("testimonial", "Praise in their exact words.", "add", GIVING_BACK),
    GroupSpec("engagement", "Work delivered for clients.", "add", GIVING_BACK),
    GroupSpec("contact", "The people you know.", "open", NETWORK),
    GroupSpec("review", "See your practice, and where it leaks.", "guide", REVIEW),
    GroupSpec("config", "Your settings and the numbers of the rules.", "list", DATA),
)


def _spec(
    path: str, text: str, lane: Lane, panel: str = DAILY, *, hidden: bool = False
) -> CommandSpec:
    return CommandSpec(tuple(path.split()), text, lane, panel, hidden)


COMMANDS = (
    _spec("due", "What is due today, most urgent first.", _R),
    _spec("done", "Do what a follow-up asks for.", _W),
    _spec("snooze", "Put follow-ups off.", _W),
    _spec("skip", "Close follow-ups without doing them.", _W),
    _spec("log add", "Record an exchange: `lunch with anna about her move`.", _W),
    _spec("log list", "Exchanges, newest first.", _R),
    _spec("log edit", "Correct an exchange.", _W),
    _spec("followup add", "Add a follow-up by hand.", _W),
    _spec("followup list", "Follow-ups, open or closed.", _R),
    _spec("followup done", "As `refcli done`.", _W),
    _spec("followup snooze", "As `refcli snooze`.", _W),
    _spec("followup skip", "As `refcli skip`.", _W),
    _spec("followup catchup", "Clear a backlog in one sitting.", _W),
    _spec("ask who", "Who may be asked now, best first.", _R, ASKING),
    _spec("ask add", "Record an ask, made or planned.", _W, ASKING),
    _spec("ask answer", "Record what they said.", _W, ASKING),
    _spec("ask edit", "Correct an ask.", _W, ASKING),
    _spec("ask list", "Asks, newest first.", _R, ASKING),
    _spec("ask show", "One ask, with its words.", _R, ASKING),
    _spec("ask draft", "The words of an ask; records nothing.", _R, ASKING),
    _spec("prep", "One screen before a meeting.", _R, DAILY),
    _spec("debrief", "One guided conversation after a meeting.", _W, DAILY),
    _spec("kit show", "Your kit, as a source reads it.", _R, ASKING),
    _spec("kit edit", "Fill in the kit.", _W, ASKING),
    _spec("kit target", "Add or change a kind of referral that you want.", _W, ASKING),
    _spec("kit targets", "The kinds of referral that you want.", _R, ASKING),
    _spec("kit share", "Record that a source was taught.", _W, ASKING),
    _spec("kit export", "Write the kit to a file.", _R, ASKING),
    _spec("thank draft", "The words of a thank-you; records nothing.", _R, GIVING_BACK),
    _spec("intro add", "Record an introduction that you received.", _W, INTRODUCTIONS),
    _spec("intro made", "A bare name became an introduction.", _W, INTRODUCTIONS),
    _spec("intro reached", "You have spoken with the prospect.", _W, INTRODUCTIONS),
    _spec("intro won", "It became business.", _W, INTRODUCTIONS),
    _spec("intro lost", "It came to nothing.", _W, INTRODUCTIONS),
    _spec("intro give", "Introduce somebody to a partner.", _W, INTRODUCTIONS),
    _spec("intro consent", "Whether they agree to be passed on.", _W, INTRODUCTIONS),
    _spec("intro pass", "Pass a received one on to somebody better suited.", _W, INTRODUCTIONS),
    _spec("intro bad", "It went wrong: repair it with both sides.", _W, INTRODUCTIONS),
    _spec("intro repaired", "What went wrong is settled.", _W, INTRODUCTIONS),
    _spec("intro tree", "Who led to whom, with won value.", _R, INTRODUCTIONS),
    _spec("intro edit", "Correct an introduction.", _W, INTRODUCTIONS),
    _spec("intro list", "Introductions, newest first.", _R, INTRODUCTIONS),
    _spec("intro show", "One introduction, with its three thank-yous.", _R, INTRODUCTIONS),
    _spec("thank add", "Thank somebody.", _W, GIVING_BACK),
    _spec("thank received", "Note that somebody thanked you.", _W, GIVING_BACK),
    _spec("thank list", "Thanks, given, received or owed.", _R, GIVING_BACK),
    _spec("reciprocate add", "Record what you did for somebody, or they for you.", _W, GIVING_BACK),
    _spec("reciprocate ideas", "What would help somebody.", _R, GIVING_BACK),
    _spec("reciprocate balance", "Who is owed, and who only takes.", _R, GIVING_BACK),
    _spec("partner set", "Note what a partner does and whom they serve.", _W, GIVING_BACK),
    _spec("partner interview", "The questions to ask a partner, one by one.", _W, GIVING_BACK),
    _spec("partner card", "One screen before you refer to a partner.", _R, GIVING_BACK),
    _spec("partner list", "Partners by stage.", _R, GIVING_BACK),
    _spec("partner suggest", "Who could become a partner.", _R, GIVING_BACK),
    _spec("campaign start", "Begin a campaign.", _W, GIVING_BACK),
    _spec("campaign show", "How the campaign goes.", _R, GIVING_BACK),
    _spec("campaign end", "End it, with what it brought.", _W, GIVING_BACK),
    _spec("campaign list", "Campaigns, newest first.", _R, GIVING_BACK),
    _spec("testimonial add", "Take praise down word for word.", _W, GIVING_BACK),
    _spec("testimonial list", "Testimonials, newest first.", _R, GIVING_BACK),
    _spec("testimonial export", "Write those that you may show.", _R, GIVING_BACK),
    _spec("engagement add", "Record delivered work and its rating.", _W, GIVING_BACK),
    _spec("engagement list", "Work, newest first.", _R, GIVING_BACK),
    _spec("engagement edit", "Correct a piece of work.", _W, GIVING_BACK),
    _spec("contact open", "Show a contact, or add one.", _W, NETWORK, hidden=True),
    _spec("contact add", "Add a contact, whatever the name.", _W, NETWORK),
    _spec("contact show", "One contact in full.", _R, NETWORK),
    _spec("contact edit", "Change contacts.", _W, NETWORK),
    _spec("contact list", "Contacts, narrowed and sorted.", _R, NETWORK),
    _spec("contact find", "Contacts by anything that is kept about them.", _R, NETWORK),
    _spec("contact sort", "Go through contacts without basis or tier.", _W, NETWORK),
    _spec("contact rest", "Do not ask a contact until a day.", _W, NETWORK),
    _spec("contact drop", "Take a contact out of the network.", _W, NETWORK),
    _spec("contact dupes", "Contacts who may be one person.", _R, NETWORK),
    _spec("contact merge", "Make two contacts one.", _W, NETWORK),
    _spec("contact forget", "Erase a person, beyond recovery.", _W, NETWORK),
    _spec("contact restore", "Take a contact back.", _W, NETWORK),
    _spec("review guide", "A guided review; the numbers in a pipe.", _W, REVIEW),
    _spec("review funnel", "From asks to business, and where it narrows.", _R, REVIEW),
    _spec("review sources", "Who brings whom, and what to do for them.", _R, REVIEW),
    _spec("review champions", "What those who refer have in common.", _R, REVIEW),
    _spec("review asks", "Which words, targets and channels worked.", _R, REVIEW),
    _spec("review thanks", "How soon you thanked.", _R, REVIEW),
    _spec("review gaps", "Where it leaks, and what plugs it.", _R, REVIEW),
    _spec("review export", "The whole review as a page, picture or text.", _R, REVIEW),
    _spec("init", "Three questions, and your contacts if you like.", _W, DATA),
    _spec("demo", "A rich sample store, and a tour.", _W, DATA),
    _spec("import", "Bring in the contacts that you have.", _W, DATA),
    _spec("export", "Let everything out, or all about one person.", _R, DATA),
    _spec("backup", "Copy the store, and check the copy.", _R, DATA),
    _spec("restore", "Put a backup in the place of the store.", _W, DATA),
    _spec("history", "What each command did, newest first.", _R, DATA),
    _spec("undo", "Take a command back.", _W, DATA),
    _spec("redo", "Take the last undo back.", _W, DATA),
    _spec("doctor", "Check the store and its surroundings.", _W, DATA),
    _spec("config list", "All settings.", _R, DATA),
    _spec("config get", "One setting.", _R, DATA),
    _spec("config set", "Change a setting.", _W, DATA),
)

"""Writing to several people one at a time, each with their own draft; left, it goes on there."""

from typing import NamedTuple

from refcli.cli.commands.ask._targets import target_meant
from refcli.cli.commands.contact.where import where_told
from refcli.cli.delivery import copy
from refcli.cli.editing import edited
from refcli.cli.frame.context import App
from refcli.cli.report import narrate, tell
from refcli.domain.contacts import Person
from refcli.domain.drafts.ask import AskParts
from refcli.domain.drafts.draft import Draft
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.interactions import Channel
from refcli.domain.text import plural
from refcli.errors import Refused, UnknownName, UsageError
from refcli.prompt.protocol import Choice
from refcli.read.contact_lists import list_contacts
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
from refcli.read.names import acquaintance
from refcli.read.ranking import ready_to_ask
from refcli.read.rounds import written_in
from refcli.read.settings import read_settings

_CHOICES = (
    Choice("sent", "it is sent", "s"),
    Choice("copy", "copy it, it is sent then", "c"),
    Choice("edit", "edit it", "e"),
    Choice("skip", "not them, go on", "n"),
    Choice("stop", "quit here", "q"),
)


# Who may be asked at a time; nobody sits through more.
_MOST = 50


class Group(NamedTuple):
    """Who are written to: those with a tag, with fields that are so, or who fit a target."""

    tag: str | None
    where: tuple[str, ...]
    target: str | None

    @property
    def name(self) -> str:
        """As it is told from other groups."""
        parts = (self.tag and f"tag {self.tag}", *self.where, self.target and f"for {self.target}")
        return ", ".join(part for part in parts if part)


class Round(NamedTuple):
    """Who are written to, and what: `name` tells it from others, `parts` narrow an ask."""

    name: str
    people: tuple[Person, ...]
    form: Form | None
    tone: Tone | None
    channel: Channel
    parts: AskParts | None = None


def write_to_group(
    app: App, group: Group, form: Form | None, tone: Tone | None, channel: Channel
) -> None:
    """Each with a draft of their own; there is no way to send one text to many."""
    if not app.is_interactive:
        raise UsageError(
            "several people are written to one at a time, on a terminal",
            "one text to many would read as what it is; refcli write NAME drafts one",
        )
    target = target_meant(app, group.target)
    with app.reading() as connection:
        if target is not None:
            form = form or Form.ASK
            settings = read_settings(connection)
            ready = ready_to_ask(connection, app.today, settings, top=_MOST, target=target)
            people = tuple(Person(one.who.id, one.who.name) for one in ready)
        else:
            tags = (group.tag,) if group.tag else ()
            narrowed = where_told(list(group.where))._replace(tags=tags)
            found = list_contacts(connection, narrowed, app.today)
            people = tuple(Person(contact.id, contact.name) for contact in found)
    name = f"{group.name}/{form or 'most urgent'}"
    parts = None
    if target is not None:
        parts = AskParts(target.industry, target.looking_for, target.qualities, target.kind)
    write_to_each(app, Round(name, people, form, tone, channel, parts))


def write_to_each(app: App, told: Round) -> None:
    """Go through those who are left, until all are done or the user stops."""
    with app.reading() as connection:
        done = written_in(connection, told.name, app.today)
    left = [person for person in told.people if person.id not in done]
    if done and len(left) < len(told.people):
        app.output.note(f"going on where you left: {plural(len(left), 'person', 'people')} to go")
    for number, person in enumerate(left, start=1):
        app.output.line()
        app.output.title(f"{person.name} ({number} of {len(left)})")
        if not _write_to(app, told, person):
            app.output.note("left here; the same line goes on with them")
            return
    app.output.note(f"that was everybody: {len(told.people)}" if told.people else "nobody is meant")


def _write_to(app: App, told: Round, person: Person) -> bool:
    """One of them; whether to go on."""
    try:
        with app.reading() as connection:
            wanted = Wanted(person.id, told.form, tone=told.tone, parts=told.parts)
            draft = draft_for(connection, wanted, app.today)
    except Refused as error:
        app.output.note(f"{error.message}; skipped")
        _mark(app, told, person, None)
        return True
    while True:
        app.output.paragraphs(draft.text)
        app.output.line()
        app.output.flush()
        answer = app.prompter().choose(f"To {person.name}?", _CHOICES, default="sent")
        if answer == "edit":
            draft = draft._replace(text=edited(app, draft.text))
            continue
        if answer == "stop":
            return False
        if answer == "copy":
            copy(app, draft.text)
        _mark(app, told, person, None if answer == "skip" else draft)
        return True


def _mark(app: App, told: Round, person: Person, draft: Draft | None) -> None:
    """Note that they were written to, with what that makes true, or skipped."""
    from refcli.write.rounds import mark_written
    from refcli.write.sent import is_about_open, record_as_exchange, record_sent
    from refcli.write.session import Writing

    everybody = [one.id for one in told.people]

    def use_case(work: Writing) -> bool:
        # Another shell may have forgotten them, or merged them, meanwhile.
        acquaintance(work.connection, person.id)
        is_open = draft is None or is_about_open(work, draft)
        if draft is None:
            work.say("round-left-out", contact=person.id, name=person.name)
        elif is_open:
            record_sent(work, draft, told.channel)
        else:
            record_as_exchange(work, draft, told.channel)
        mark_written(work, told.name, person.id, everybody)
        return is_open

    try:
        written = app.write("write", use_case)
    except UnknownName:
        app.output.note(f"{person.name} is no contact any more; left out")
        return
    if not written.value:
        app.output.note("what it was about is settled by now, so it is kept as an exchange")
    tell(app, written)
    narrate(app, written)

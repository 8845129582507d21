"""The guided conversation after a meeting; nothing is saved before the end."""

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

from refcli.cli.commands.ask.narrowing import Narrowing, narrowed
from refcli.cli.frame.context import App
from refcli.domain.asks import Answer
from refcli.domain.contacts import Basis, Contact, ContactStatus
from refcli.domain.dates import Look
from refcli.domain.day_words import date_text, day_text
from refcli.domain.interactions import Channel
from refcli.domain.names import Candidate, checked_name, is_nothing, is_yes, looks_like_phone
from refcli.domain.text import fold, joined
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.prompt.protocol import Choice, Prompter
from refcli.read.contacts import admired_since, contact
from refcli.read.names import candidates

if TYPE_CHECKING:
    from refcli.write.asks import AskCommand
    from refcli.write.debrief import Debrief
    from refcli.write.intros import IntroCommand

_YEAR = 365
_HOWS = (Channel.IN_PERSON, Channel.CALL, Channel.VIDEO, Channel.EVENT, Channel.EMAIL)
_ANSWERS = (
    Choice("no", "I did not ask"),
    Choice("promised", "I asked, and they promised"),
    Choice("pending", "I asked, no answer yet"),
    Choice("later", "I asked: not now"),
    Choice("declined", "I asked: no"),
)


class Debriefed(NamedTuple):
    """What was told, of whom as they were shown, and the same as lines of (label, text)."""

    person: Contact
    debrief: "Debrief"
    summary: tuple[tuple[str, str], ...]


class _Talk(NamedTuple):
    """The conversation so far: with whom, on which day, and who asks the questions."""

    app: App
    prompter: Prompter
    person: Contact
    on: dt.date

    def text(self, question: str, hint: str = "Enter for nothing") -> str | None:
        """What is told; None for nothing, in whatever words."""
        while is_yes(answer := self.prompter.text(question, hint=hint)):
            self.app.output.note("in words, or Enter for nothing")
        return None if is_nothing(answer) else answer

    def number(self, question: str) -> str | None:
        """A phone number, asked again until it is one."""
        while (answer := self.text(question)) and not looks_like_phone(answer):
            self.app.output.note(f"not a phone number: {answer}")
        return answer

    def day(self, question: str, default: str, look: Look) -> dt.date:
        """A day, asked again until it is one."""
        while True:
            try:
                answer = self.prompter.text(question, default=default, hint="such as friday, 3 dec")
                return self.app.day(answer, is_ahead=look is Look.AHEAD)
            except UsageError as error:
                self.app.output.note(f"{error.message}; {error.hint}")


# Whoever begins so tells something, and no name: `he will think about it`.
_NO_NAMES = frozenset({"he", "she", "they", "we", "it", "i", "not", "maybe", "perhaps", "will"})
_NAMES = "several with commas between; Enter for nobody"


def debrief(app: App, who: Candidate) -> Debriefed | None:
    """The whole conversation; None when it is not to be saved."""
    prompter = app.prompter()
    with app.reading() as connection:
        person = contact(connection, who.id, app.today)
        is_year = not admired_since(connection, who.id, app.today - dt.timedelta(days=_YEAR))
    talk = _Talk(app, prompter, person, app.today)
    on = talk.day("When did you meet?", "today", Look.BACK)
    talk = _Talk(app, prompter, person, on)
    how = Channel(prompter.choose("How?", [Choice(h, h.words) for h in _HOWS]))
    from refcli.write.debrief import Debrief

    happened = talk.text("What happened?", hint="a line or two") or f"met {person.name}"
    focus = prompter.text("What are they working on now?", default=person.focus or "")
    praise = talk.text("Did they praise your work? Their exact words:")
    publish = bool(praise) and prompter.confirm("May you publish that?", default=False)
    ask, intro = _ask(talk, how), _intro(talk)
    admired = _admired(talk) if is_year and person.basis is Basis.CLIENT else ()
    promises, next_on = _plans(talk)
    told = Debrief(
        contact=person.id,
        on=on,
        channel=how,
        text=happened,
        focus=focus if focus != (person.focus or "") else None,
        praise=praise,
        publish=publish,
        ask=ask,
        intro=intro,
        admired=admired,
        promises=promises,
        next_on=next_on,
    )
    summary = _summary(talk, told)
    return Debriefed(person, told, summary) if _confirmed(talk, summary) else None


def _ask(talk: _Talk, how: Channel) -> "AskCommand | None":
    answer = talk.prompter.choose("Did you ask for an introduction?", _ANSWERS, default="no")
    if answer == "no":
        return None
    narrowing = narrowed(talk.app, Narrowing(), talk.person.id)
    by = talk.day("By when will they do it?", "+7d", Look.AHEAD) if answer == "promised" else None
    from refcli.write.asks import AskCommand

    command = AskCommand(
        contact=talk.person.id,
        on=talk.on,
        channel=how,
        answer=Answer(answer),
        is_fact=True,
        by=by,
    )
    return narrowing.of(command)


def _intro(talk: _Talk) -> "IntroCommand | None":
    while (told := talk.text("Did they introduce somebody? The name:", hint=_NAMES)) is not None:
        if told.split()[0] not in _NO_NAMES:
            break
        talk.app.output.note(f"a name, or Enter for nobody: {told}")
    said = filter(None, map(str.strip, (told or "").split(",")))
    names = list({fold(name): name for name in said}.values())
    if not names:
        return None
    first, *others = [(_known(talk, name), name) for name in names]
    prospect, name = first
    from refcli.domain.contacts import ContactFields
    from refcli.write.intros import IntroCommand

    phone = talk.number(f"The number of {name}?") if prospect is None and not others else None
    return IntroCommand(
        source=talk.person.id,
        prospect=prospect,
        prospect_name=name,
        on=talk.on,
        fields=ContactFields(phones=(phone,) if phone else ()),
        more_prospects=tuple(others),
    )


def _known(talk: _Talk, name: str) -> int | None:
    """Whose name it is, if anybody's yet."""
    with talk.app.reading() as connection:
        known = candidates(connection, name)
    return talk.app.who(name).id if known else None


def _admired(talk: _Talk) -> tuple[str, ...]:
    while True:
        told = talk.text("Which businesses do they admire?", hint="names, with commas between")
        names = tuple(filter(None, (part.strip() for part in (told or "").split(","))))
        try:
            return tuple(checked_name(name) for name in names)
        except UsageError as error:
            talk.app.output.note(error.message)


_Plans = tuple[tuple[tuple[str, dt.date], ...], dt.date | None]


def _plans(talk: _Talk) -> _Plans:
    """(what was promised, the next meeting); with who is dropped nothing is planned."""
    if talk.person.status in (ContactStatus.DROPPED, ContactStatus.DECEASED):
        line = typed("refcli contact restore {}", talk.person)
        talk.app.output.note(f"{talk.person.name} is dropped, so nothing is planned: {line}")
        return (), None
    return _promises(talk), _next(talk)


def _promises(talk: _Talk) -> tuple[tuple[str, dt.date], ...]:
    found: list[tuple[str, dt.date]] = []
    while text := talk.text("What did you promise?" if not found else "And what else?"):
        found.append((text, talk.day("By when?", "+7d", Look.AHEAD)))
    return tuple(found)


def _next(talk: _Talk) -> dt.date | None:
    while True:
        answer = talk.text("When do you meet next?", hint="friday, +30d; Enter for no plan")
        if answer is None:
            return None
        try:
            return talk.app.day(answer, is_ahead=True)
        except UsageError as error:
            talk.app.output.note(f"{error.message}; {error.hint}")


def _introduced(intro: "IntroCommand") -> str:
    others = (name for _, name in intro.more_prospects)
    return ", ".join((intro.prospect_name, *others, *intro.fields.phones))


def _asked_for(ask: "AskCommand") -> str:
    by = f", by {date_text(ask.by)}" if ask.by else ""
    return f"{ask.industry}, {ask.looking_for}: {ask.answer}{by}"


def _summary(talk: _Talk, told: "Debrief") -> tuple[tuple[str, str], ...]:
    """Everything that was told, without what is empty."""
    today = talk.app.today
    pairs = (
        ("met", f"{talk.person.name}, {day_text(told.on, today)}, {told.channel.words}"),
        ("what happened", told.text),
        ("working on", told.focus),
        ("they said", told.praise and told.praise + (" (may be shown)" if told.publish else "")),
        (
            "your ask",
            told.ask and _asked_for(told.ask),
        ),
        ("introduced", told.intro and _introduced(told.intro)),
        ("they admire", joined(told.admired)),
        ("you promised", "; ".join(f"{t}, {day_text(d, today)}" for t, d in told.promises)),
        ("next meeting", told.next_on and day_text(told.next_on, today)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _confirmed(talk: _Talk, summary: tuple[tuple[str, str], ...]) -> bool:
    """Everything shown once more, then saved or left."""
    out = talk.app.output
    out.line()
    for label, value in summary:
        out.lines(out.wrapped(f"  {label}: {value}"))
    out.flush()
    return talk.prompter.confirm("Save all this?", default=True)

"""The interactive ask: whom, for whom, in which words, when and where."""

import datetime as dt
from typing import NamedTuple

from refcli.cli.commands.ask.narrowing import Narrowing, asked
from refcli.cli.frame.context import App
from refcli.cli.spoken import DECLINED, LATER, PENDING, PROMISED
from refcli.domain.asks import Answer
from refcli.domain.drafts.ask import question_with
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.interactions import Channel
from refcli.domain.names import Candidate, is_nothing
from refcli.errors import UsageError
from refcli.prompt.protocol import Choice
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
from refcli.read.ranking import ready_to_ask
from refcli.read.settings import read_settings

_OFFERED = 7
_OTHER = "other"
_ENDS = (
    Choice("asked", "I have asked", "a"),
    Choice("planned", "plan it", "p"),
    Choice("words", "keep the words only", "w"),
    Choice("nothing", "nothing", "n"),
)
_ANSWERS = tuple(answer._replace(key="") for answer in (PENDING, PROMISED, LATER, DECLINED))


class Asking(NamedTuple):
    """What the person said in the flow."""

    narrowing: Narrowing
    words: str
    answer: Answer
    planned: bool
    channel: Channel = Channel.IN_PERSON
    on: dt.date | None = None
    by: dt.date | None = None


def whom_to_ask(app: App) -> Candidate:
    """Pick somebody, those who are ready first with their reason."""
    with app.reading() as connection:
        ready = ready_to_ask(connection, app.today, read_settings(connection), top=_OFFERED)
    choices = [
        Choice(str(r.who.id), f"{r.who.name}  {'; '.join(t.text for t in r.score.terms[:2])}")
        for r in ready
    ]
    prompter = app.prompter()
    picked = _OTHER
    if choices:
        picked = prompter.choose("Whom do you ask?", [*choices, Choice(_OTHER, "somebody else")])
    if picked == _OTHER:
        return app.who(app.needed(None, "Whom do you ask?", "NAME", hint="a name"))
    return app.who(f"@{picked}")


def ask_flow(app: App, person: Candidate, told: Narrowing) -> Asking | None:
    """Narrow, word, and place the ask; None when the words are all that is wanted, or nothing.

    Nothing is saved here. An ask is only added, so nothing that is shown can be written over.
    """
    is_narrow = bool(told.industry and told.looking_for)
    narrowing = told if is_narrow else asked(app, told)
    prompter = app.prompter()
    if not narrowing.qualities and not is_narrow:
        qualities = prompter.text(
            "What should they be like?",
            hint="Enter for anything",
            live=lambda typed: question_with(narrowing.parts._replace(qualities=typed)),
        )
        qualities = "" if is_nothing(qualities) else qualities
        narrowing = narrowing._replace(qualities=qualities or None)
    words = _worded(app, person, narrowing)
    end = prompter.choose("What now?", _ENDS, default="planned")
    if end in ("words", "nothing"):
        app.output.line(words if end == "words" else "nothing was saved")
        return None
    answer = Answer.PENDING
    if end == "asked":
        answer = Answer(prompter.choose("What did they say?", _ANSWERS, default="pending"))
    return _placed(app, Asking(narrowing, words, answer=answer, planned=end == "planned"))


def _placed(app: App, asking: Asking) -> Asking:
    """Where and when it was or will be, and by when they promised."""
    places = [Choice(c, c.words) for c in Channel]
    channel = Channel(app.prompter().choose("Where?", places, default="in-person"))
    by = None
    if asking.planned:
        on = _day(app, "When will you meet?", "tomorrow", ahead=True)
    else:
        on = _day(app, "When was it?", "today", ahead=False)
    if asking.answer is Answer.PROMISED:
        by = _day(app, "By when will they do it?", "+7d", ahead=True)
    return asking._replace(channel=channel, on=on, by=by)


def _worded(app: App, person: Candidate, narrowing: Narrowing) -> str:
    """The draft, shown; taken as it is, in another tone, or written anew."""
    with app.reading() as connection:
        wanted = Wanted(person.id, Form.ASK, parts=narrowing.parts)
        drafts = {
            tone: draft_for(connection, wanted._replace(tone=tone), app.today).text for tone in Tone
        }
    _show(app, drafts[Tone.PLAIN])
    choices = (
        Choice(Tone.PLAIN, "these words"),
        Choice(Tone.WARM, "warmer"),
        Choice(Tone.BRIEF, "shorter"),
        Choice("own", "my own words"),
    )
    chosen = app.prompter().choose("Say it like this?", choices, default=Tone.PLAIN)
    if chosen == "own":
        return app.prompter().text("In your words?", default=drafts[Tone.PLAIN])
    words = drafts[Tone(chosen)]
    if chosen != Tone.PLAIN:
        _show(app, words)
    return words


def _show(app: App, words: str) -> None:
    app.output.line()
    app.output.lines(app.output.wrapped(words, "  "))
    app.output.line()
    app.output.flush()


def _day(app: App, question: str, default: str, *, ahead: bool) -> dt.date:
    """A day, asked again until it is one."""
    while True:
        text = app.prompter().text(question, default=default, hint="such as friday, 3 dec")
        try:
            return app.day(text, is_ahead=ahead)
        except UsageError as error:
            app.output.note(f"{error.message}; {error.hint}")

"""The talk, question by question: what was said, what became of the rest, what they said."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from refcli.cli.commands.followup._said import completed
from refcli.cli.commands.followup.backlog import PUT_OFF_DAYS, named
from refcli.cli.frame.context import App
from refcli.cli.frame.form import Answer as Shown
from refcli.cli.spoken import spoken_choices, won_words
from refcli.domain import kinds
from refcli.domain.answers import NO_REPLY, answers_of, may_be_done, may_be_put_off
from refcli.domain.asks import Answer
from refcli.domain.due import DueItem
from refcli.domain.interactions import Channel
from refcli.domain.names import Candidate
from refcli.domain.talks import to_be_said
from refcli.prompt.protocol import Choice
from refcli.read.contacts import contact

if TYPE_CHECKING:
    from refcli.write.talk import Talk

_HOWS = (
    Choice(Channel.CALL, "by phone", "p"),
    Choice(Channel.IN_PERSON, "in person", "i"),
    Choice(Channel.VIDEO, "by video", "v"),
    Choice(Channel.MESSAGE, "by message", "m"),
    Choice(Channel.EMAIL, "by e-mail", "e"),
)
# In these a talk on the day of an appointment is likely to be it.
_MEETING = (Channel.IN_PERSON, Channel.VIDEO)
_DONE = Choice("done", "done", "d")
_PUT_OFF = Choice("put-off", "put it off for a week", "w")
_LEFT = (
    Choice("leave", "leave it, not talked about", "l"),
    _PUT_OFF,
    Choice("skip", "close it without doing it", "c"),
)
_SAID = (Choice("said", "said", "s"), Choice("leave", "later, not now", "l"))
_EACH = Choice("each", "one by one", "o")
_ANSWERS = (
    Choice(Answer.PENDING, "thinking about it", "t"),
    Choice(Answer.PROMISED, "promised to", "p"),
    Choice(Answer.LATER, "later, not now", "l"),
    Choice(Answer.DECLINED, "no", "n"),
)


class Talked(NamedTuple):
    """What a talk came to, what of it was shown before, and the same as lines."""

    talk: "Talk"
    answers: tuple[Shown, ...]
    summary: tuple[tuple[str, str], ...]


class _Answered(NamedTuple):
    """One follow-up, and what became of it in words."""

    item: DueItem
    said: str


def talk(app: App, who: Candidate, items: Sequence[DueItem]) -> Talked | None:
    """The whole conversation; None when it is not to be saved."""
    prompter = app.prompter()
    with app.reading() as connection:
        focus = contact(connection, who.id, app.today).focus or ""
        won = won_words(connection, items)
    channel = Channel(prompter.choose(f"How do you talk to {who.name}?", _HOWS, default="call"))
    from refcli.write.talk import Talk

    said = _said(app, to_be_said(items))
    told = Talk(
        who.id,
        channel,
        "",
        app.today + dt.timedelta(days=PUT_OFF_DAYS),
        said=tuple(item.id for item in said),
        done={},
        asked={},
    )
    answered = [_Answered(item, "said") for item in said]
    for item in items:
        if item not in to_be_said(items):
            told, word = _settled(app, told, item, _question(item, items), won.get(item.id, ""))
            answered += [_Answered(item, word)] if word else []
    text = prompter.text("What did they say?", hint="a line or two; Enter for nothing")
    now = prompter.text("What are they working on now?", default=focus)
    told = told._replace(text=text, focus=now if now != focus else None)
    if not (answered or text or told.focus):
        return None
    return _confirmed(app, told, answered)


def _said(app: App, items: Sequence[DueItem]) -> tuple[DueItem, ...]:
    """The thanks and news that were said: all at once, or one by one."""
    if not items:
        return ()
    prompter = app.prompter()
    if len(items) > 1:
        app.output.lines(app.output.fitted(f"  {item.line}") for item in items)
        app.output.flush()
        picked = prompter.choose("Thanks and news:", (*_SAID, _EACH), default="said")
        if picked != "each":
            return tuple(items) if picked == "said" else ()
    return tuple(
        item
        for item in items
        if prompter.choose(_question(item, items), _SAID, default="said") == "said"
    )


def _question(item: DueItem, items: Sequence[DueItem]) -> str:
    """What is asked of it; of two that read alike which of them is said, so that Esc finds it."""
    is_alone = sum(other.line == item.line for other in items) == 1
    return item.line if is_alone else f"{item.line} ({item.id})"


def _settled(app: App, told: "Talk", item: DueItem, question: str, won: str) -> tuple["Talk", str]:
    """The talk with what became of one follow-up, and that in words; '' for nothing."""
    choices = _choices(item, won)
    is_it = item.appointment is not None and item.days_late == 0 and told.channel in _MEETING
    picked = app.prompter().choose(question, choices, default="done" if is_it else "leave")
    words = next(choice.label for choice in choices if choice.value == picked)
    if picked == "leave":
        return told, ""
    if picked == "put-off":
        return told._replace(put_off=(*told.put_off, item.id)), words
    if picked == "skip":
        return told._replace(skipped=(*told.skipped, item.id)), words
    return _done(app, told, item, None if picked == "done" else picked), words


def _choices(item: DueItem, won: str) -> tuple[Choice, ...]:
    """What can have become of it; what stands in the calendar is moved there."""
    done = (spoken_choices(item, won) or _plain(item)) if may_be_done(item) else ()
    return (*done, *(c for c in _LEFT if c != _PUT_OFF or may_be_put_off(item)))


def _plain(item: DueItem) -> tuple[Choice, ...]:
    """What is simply done, or found nobody."""
    no_reply = (
        (Choice(NO_REPLY, "rang or wrote, no reply", "r"),) if NO_REPLY in answers_of(item) else ()
    )
    return (_DONE, *no_reply)


def _done(app: App, told: "Talk", item: DueItem, answer: str | None) -> "Talk":
    from refcli.write.done import DoneCommand

    command: DoneCommand = completed(app, item, DoneCommand(answer=answer))
    told = told._replace(done={**told.done, item.id: command})
    if item.kind != kinds.ASK or item.ask is None:
        return told
    picked = app.prompter().choose("What did they say to that?", _ANSWERS, default="pending")
    return told._replace(asked={**told.asked, item.ask: Answer(picked)})


def _confirmed(app: App, told: "Talk", answered: Sequence[_Answered]) -> Talked | None:
    """Everything shown once more, then saved or left."""
    summary = (
        *((answer.item.line, answer.said) for answer in answered),
        *((("they said", told.text),) if told.text else ()),
        *((("working on", told.focus),) if told.focus else ()),
    )
    out = app.output
    out.line()
    for label, value in summary:
        out.lines(out.wrapped(f"  {label}: {value}"))
    out.flush()
    if not app.prompter().confirm("Save all this?", default=True):
        return None
    shown = tuple(Shown(named(a.item), a.item.due, a.said) for a in answered)
    return Talked(told, shown, summary)

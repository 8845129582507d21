"""The steps of the guided review: each looks, asks, and hands back what is to be written."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from refcli.cli.commands.followup.backlog import (
    PUT_OFF_DAYS,
    answers_of,
    as_they_stand,
    decide,
)
from refcli.cli.commands.review._shared import Desk, show_review
from refcli.cli.drafted import show_words
from refcli.cli.frame.context import App
from refcli.cli.frame.form import Answer
from refcli.domain.asks import Answer as AskAnswer
from refcli.domain.asks import Ask, AskState
from refcli.domain.contacts import ContactFields, Person, Tier
from refcli.domain.day_words import day_text
from refcli.domain.drafts.form import Form
from refcli.domain.intros import Intro, IntroState
from refcli.domain.review.gestures import attention
from refcli.domain.review.sources import sources
from refcli.domain.review.todo import ToDo, looser
from refcli.domain.review.whole import reviewed
from refcli.domain.typed import typed
from refcli.prompt.protocol import Choice, Prompter
from refcli.read.asks import asks
from refcli.read.contacts import contacts_by_id
from refcli.read.due import due_items
from refcli.read.intros import intros
from refcli.read.ranking import dormant_tie
from refcli.read.reviews import TightCadence, tight_cadences

if TYPE_CHECKING:
    from refcli.write.session import Writing

_MOST = 5
_MOST_READY = 3
_STILL_DAYS = 7
_NOBODY = Choice("", "nobody this week")
_PROMISE = (
    Choice("keep", "still to come", "k"),
    Choice("declined", "they would rather not", "n"),
    Choice("introduced", "they did it: I shall note it after this", "i"),
)
_STALLED = (
    Choice("keep", "leave it as it is", "k"),
    Choice("reached", "we have spoken", "r"),
    Choice("unreachable", "it is over: never reached them", "u"),
    Choice("not-interested", "it is over: they do not want to", "n"),
    Choice("not-a-fit", "it is over: it does not fit", "f"),
)


class Deed(NamedTuple):
    """What a step decided: how to write it, which answers it has, how to look at those again."""

    do: Callable[["Writing"], None]
    answers: tuple[Answer, ...]
    look: Callable[[sqlite3.Connection], Mapping[str, str]]


@dataclass(slots=True)
class Flow:
    """A guided review under way: what it looks at, and what was chosen to do this week."""

    app: App
    at: Desk
    prompter: Prompter
    to_do: list[ToDo] = field(default_factory=list)

    def say(self, text: str) -> None:
        """A line or more, wrapped to the terminal."""
        self.app.output.lines(self.app.output.wrapped(text))

    def ask_which(
        self,
        question: str,
        people: list[tuple[Person, str]],
        text: str,
        form: Form | None = None,
    ) -> None:
        """Offer people to do something with; `text` has `{}` for whoever was picked.

        The words for it are shown: in a form, else for what is most urgent with them.
        """
        choices = [Choice(str(p.id), f"{p.name}: {why}") for p, why in people]
        picked = self.prompter.choose(question, [*choices, _NOBODY], default=choices[0].value)
        for person, _ in people:
            if str(person.id) == picked:
                who = self.at.practice.named(person)
                self.to_do.append(ToDo(person.id, typed(text, who)))
                show_words(self.app, person.id, who, form)


def overdue(flow: Flow) -> Deed | None:
    """What is late: kept, put off or closed."""
    today = flow.app.today
    with flow.app.reading() as connection:
        items = due_items(connection, today.isoformat(), today.isoformat())
    late = [item for item in items if item.days_late > 0]
    if not late:
        flow.say("nothing is late")
        return None
    put_off, closed = decide(flow.app, flow.prompter, late)
    if not (put_off or closed):
        return None

    def deed(work: "Writing") -> None:
        from refcli.write.followups import skip, snooze

        if put_off:
            snooze(work, put_off, today + dt.timedelta(days=PUT_OFF_DAYS))
        if closed:
            skip(work, closed, "cleared in a review")

    return Deed(
        deed,
        answers_of(late, put_off, closed),
        lambda connection: as_they_stand(connection, late, today.isoformat()),
    )


def promises(flow: Flow) -> Deed | None:
    """What was promised and has not come."""
    found = [a for a in flow.at.practice.asks if a.state is AskState.PROMISED][:_MOST]
    declined: list[Ask] = []
    for ask in found:
        when = day_text(ask.confirm_by or ask.on, flow.at.today)
        question = f"{ask.contact.name} promised an introduction by {when}"
        answer = flow.prompter.choose(question, _PROMISE, default="keep")
        if answer == "declined":
            declined.append(ask)
        elif answer == "introduced":
            who = flow.at.practice.named(ask.contact)
            flow.say(typed("  then: refcli intro {} PROSPECT --ask {}", who, ask.id))
    if not found:
        flow.say("no promise is open")
    if not declined:
        return None

    def deed(work: "Writing") -> None:
        from refcli.write.asks import answer_ask

        for ask in declined:
            answer_ask(work, ask.id, AskAnswer.DECLINED)

    def look(connection: sqlite3.Connection) -> dict[str, str]:
        now = {ask.id: ask.state for ask in asks(connection, flow.app.today)}
        return {_promised(ask): now[ask.id] for ask in declined if ask.id in now}

    said = next(choice.label for choice in _PROMISE if choice.value == "declined")
    return Deed(deed, tuple(Answer(_promised(ask), ask.state, said) for ask in declined), look)


def _promised(ask: Ask) -> str:
    return f"ask {ask.id}, promised by {ask.contact.name}"


def stalled(flow: Flow) -> Deed | None:
    """Introductions that have stood still for a week or more."""
    steps: list[tuple[Intro, IntroState]] = []
    found = [i for i in flow.at.practice.received if _stands_still(i, flow.at.today)]
    for intro in found[:_MOST]:
        source = f", by {intro.source.name}" if intro.source else ""
        question = f"{intro.prospect.name}{source}: {intro.state} since {_since(intro, flow)}"
        choices = [c for c in _STALLED if c.value != intro.state]
        answer = flow.prompter.choose(question, choices, default="keep")
        if answer != "keep":
            steps.append((intro, IntroState(answer)))
    if not found:
        flow.say("no introduction stands still")
    if not steps:
        return None

    def deed(work: "Writing") -> None:
        from refcli.write.intro_steps import StepCommand, take_step

        for intro, step in steps:
            take_step(work, intro.id, StepCommand(step=step, on=work.today))

    def look(connection: sqlite3.Connection) -> dict[str, str]:
        now = {intro.id: intro.state for intro in intros(connection)}
        return {_brought(intro): now[intro.id] for intro, _ in steps if intro.id in now}

    words = {choice.value: choice.label for choice in _STALLED}
    answers = tuple(Answer(_brought(intro), intro.state, words[step]) for intro, step in steps)
    return Deed(deed, answers, look)


def _brought(intro: Intro) -> str:
    return f"introduction {intro.id}, of {intro.prospect.name}"


def _stands_still(intro: Intro, today: dt.date) -> bool:
    last = max((step.on for step in intro.steps), default=intro.on)
    is_under_way = intro.state in (IntroState.MADE, IntroState.REACHED)
    return is_under_way and (today - last).days > _STILL_DAYS


def _since(intro: Intro, flow: Flow) -> str:
    return day_text(max((step.on for step in intro.steps), default=intro.on), flow.at.today)


def whom_to_ask(flow: Flow) -> Deed | None:
    """The best of those who are ready."""
    ready = [(person, "ready to be asked") for person in flow.at.practice.ready[:_MOST_READY]]
    if ready:
        text = "Ask for an introduction (words: refcli ask draft {})"
        flow.ask_which("Whom will you ask this week?", ready, text, Form.ASK)
    else:
        flow.say("nobody is ready to be asked; see why: refcli ask who --all")
    return None


def whom_to_thank(flow: Flow) -> Deed | None:
    """Sources who need thanks, teaching, company or a favor."""
    found = sources(flow.at.practice, flow.at.span)
    gestures = {
        due.source.person: due.way.text
        for due in attention(flow.at.practice, found)
        if due.way is not None
    }
    people = []
    for source in found:
        is_owed = source.next is not None and not source.next.command.startswith("refcli ask")
        text = source.next.text if source.next and is_owed else gestures.get(source.person)
        if text is not None:
            people.append((source.person, text))
    if people:
        text = "Look after a source: refcli prep {}"
        flow.ask_which("Which source will you look after?", people[:_MOST], text)
    else:
        flow.say("no source is waiting for anything")
    return None


def dormant(flow: Flow) -> Deed | None:
    """One tie that went quiet, another each week."""
    with flow.app.reading() as connection:
        tie = dormant_tie(connection, flow.app.today)
    if tie is None or tie.last_interaction is None:
        flow.say("no tie has gone quiet")
        return None
    last = day_text(tie.last_interaction, flow.app.today)
    if flow.prompter.confirm(f"{tie.name}, last in touch {last}: get in touch?", default=True):
        flow.to_do.append(ToDo(tie.id, f"Get in touch again with {tie.name}"))
        show_words(flow.app, tie.id, tie, Form.RECONNECT)
    return None


def rhythms(flow: Flow) -> Deed | None:
    """Cadences that were skipped again and again are loosened."""
    with flow.app.reading() as connection:
        tight = tight_cadences(connection)[:_MOST]
    if not tight:
        flow.say("every rhythm is kept")
        return None
    loosened = [who for who in tight if _agrees(flow, who)]
    if not loosened:
        return None

    def deed(work: "Writing") -> None:
        from refcli.write.contacts import edit_contact

        for who in loosened:
            tier = looser(who.tier)
            edit_contact(work, who.person.id, ContactFields(tier=tier, no_tier=tier is None))

    def look(connection: sqlite3.Connection) -> dict[str, str]:
        people = contacts_by_id(connection, [who.person.id for who in loosened], flow.app.today)
        now = {person.id: _rhythm(person.tier) for person in people}
        return {_kept_by(who): now[who.person.id] for who in loosened if who.person.id in now}

    answers = tuple(
        Answer(_kept_by(who), _rhythm(who.tier), _rhythm(looser(who.tier))) for who in loosened
    )
    return Deed(deed, answers, look)


def _kept_by(who: TightCadence) -> str:
    return f"the rhythm of {who.person.name}"


def _rhythm(tier: Tier | None) -> str:
    return f"tier {tier}" if tier else "no rhythm"


def _agrees(flow: Flow, who: TightCadence) -> bool:
    to = _rhythm(looser(who.tier))
    question = f"{who.person.name} (tier {who.tier}) was put off {who.skipped} times: {to}?"
    return flow.prompter.confirm(question, default=True)


def figures(flow: Flow) -> Deed | None:
    """The numbers, as `refcli review` prints them in a pipe."""
    show_review(flow.app.output, flow.at, reviewed(flow.at.practice, flow.at.span))
    return None


STEPS: tuple[tuple[str, Callable[[Flow], Deed | None]], ...] = (
    ("What is late", overdue),
    ("Promises to you", promises),
    ("Introductions that stand still", stalled),
    ("Whom to ask", whom_to_ask),
    ("Whom to look after", whom_to_thank),
    ("A tie that went quiet", dormant),
    ("Rhythms", rhythms),
    ("The figures", figures),
)

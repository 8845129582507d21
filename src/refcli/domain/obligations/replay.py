"""A life played from its beginning: what is owed about one contact."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from refcli.domain.intros import (
    STEPS_OF_A_DAY,
    IntroDirection,
    IntroState,
    first_state,
    intro_may,
)
from refcli.domain.kinds import Kind
from refcli.domain.obligations import asks, intros, people
from refcli.domain.obligations.facts import (
    Answered,
    Appointed,
    Asked,
    Base,
    Decided,
    Dropped,
    Exchanged,
    Fact,
    Favored,
    Introduced,
    JobChanged,
    Joined,
    Life,
    Noted,
    Origin,
    Praised,
    Rested,
    Returned,
    Stepped,
    Taught,
    Thanked,
    Tiered,
    Worked,
)
from refcli.domain.obligations.ledger import Closing, Item, Ledger
from refcli.domain.obligations.story import AskNow, IntroNow, Refusal, Story
from refcli.domain.rule import Numbers
from refcli.domain.thanks import ThanksHow


class FollowUp(NamedTuple):
    """A dated thing to do, with the reason it exists; `bases` is all that it stands for.

    `due` is when it is shown: not before the end of a rest. It is open while `closing` is None.
    """

    key: str
    kind: Kind
    contact: int
    due: dt.date
    opened_on: dt.date
    rule: str
    action: str
    origin: Origin
    bases: frozenset[Base]
    round: int
    tries: int
    snoozes: int
    closed_on: dt.date | None
    closing: Closing | None
    note: str | None


class Obligations(NamedTuple):
    """What a life comes to.

    `follow_ups` are about the contact, open and closed; `asks` and `intros` where each stands.
    `refused` are facts that the others make impossible, `waiting` decisions without a follow-up.
    """

    follow_ups: tuple[FollowUp, ...]
    asks: Mapping[int, AskNow]
    intros: Mapping[int, IntroNow]
    refused: tuple[Refusal, ...]
    waiting: tuple[Decided, ...]


def _decide(story: Story, fact: Decided) -> None:
    from refcli.domain.obligations.decisions import decide

    decide(story, fact)


_CHAPTERS: dict[type, Callable[[Story, Any], None]] = {
    Tiered: people.tier,
    Rested: people.rest,
    Returned: people.come_back,
    Taught: people.teach,
    Worked: people.work,
    Asked: asks.ask,
    Answered: asks.answer,
    Introduced: intros.introduce,
    Joined: intros.join,
    Stepped: intros.step,
    Exchanged: people.exchange,
    Appointed: people.appoint,
    Noted: people.note,
    JobChanged: people.change_job,
    Favored: people.favor,
    Praised: people.praise,
    Thanked: people.thank,
    Decided: _decide,
    Dropped: people.drop,
}


# What one day says of one thing goes by the order of telling: `Rested` and `Returned` share a rank.
_RANKS: dict[type, int] = {
    kind: rank
    for rank, kinds in enumerate(
        (
            (Tiered,),
            (Rested, Returned),
            (Taught,),
            (Worked,),
            (Asked,),
            (Answered,),
            (Introduced,),
            (Joined,),
            (Stepped,),
            (Exchanged,),
            (Appointed,),
            (Noted,),
            (JobChanged,),
            (Favored,),
            (Praised,),
            (Thanked,),
            (Decided,),
            (Dropped,),
        )
    )
    for kind in kinds
}

Place = tuple[dt.date, int, int, tuple[int, ...], int]


def place(fact: Fact) -> Place:
    """Where a fact stands in the order of play; ids come last, as the order of telling."""
    return fact.on, _RANKS[type(fact)], _within(fact), _about(fact), fact.id


def _within(fact: Fact) -> int:
    return STEPS_OF_A_DAY.index(fact.step) if isinstance(fact, Stepped) else 0


def _about(fact: Fact) -> tuple[int, ...]:
    """Whom a fact is about, so that ids decide only between facts about the same people."""
    if isinstance(fact, Introduced):
        return (*fact.sources, *fact.prospects, *fact.receivers)
    if isinstance(fact, Exchanged):
        return fact.contacts
    if isinstance(fact, Answered | Stepped | Decided):
        return ()
    return (fact.contact,)


def obligations(life: Life, numbers: Numbers) -> Obligations:
    """Play one contact's facts in the order of their days: pure, and the same tomorrow."""
    story = Story(numbers, Ledger(numbers), people={p.id: p for p in life.people})
    ordered = sorted(_standing(life.facts), key=place)
    story.last_steps = _last_steps(ordered)
    story.answered_at_once = _answered_at_once(ordered)
    for fact in ordered:
        _CHAPTERS[type(fact)](story, fact)
        _let_waiting_act(story)
    return Obligations(
        tuple(_shown(story, i) for i in story.ledger.items if _is_seen(i, life)),
        story.asks,
        story.intros,
        tuple(story.refused),
        tuple(story.ledger.waiting),
    )


def _standing(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Of a contact's rest, drop and return of one day the one told last stands."""
    last: dict[tuple[int, dt.date], int] = {}
    comings = (Rested, Returned, Dropped)
    kept = list(facts)
    for fact in kept:
        if isinstance(fact, comings):
            of_day = (fact.contact, fact.on)
            last[of_day] = max(last.get(of_day, 0), fact.id)
    for fact in kept:
        if not isinstance(fact, comings) or last[fact.contact, fact.on] == fact.id:
            yield fact


def _is_seen(item: Item, life: Life) -> bool:
    return item.party == life.contact and not item.is_hidden


def _let_waiting_act(story: Story) -> None:
    """Decisions whose follow-up has opened just now, and what these open in turn."""
    if not story.ledger.due_for_decision:
        return
    from refcli.domain.obligations.decisions import act

    while story.ledger.due_for_decision:
        decision, item, on = story.ledger.due_for_decision.pop(0)
        if item.closing is None:
            act(story, decision, item, on)


def _last_steps(ordered: list[Fact]) -> dict[int, IntroState]:
    """Where each introduction ends as far as it was told: what is late opens for that only."""
    states: dict[int, IntroState] = {}
    directions: dict[int, IntroDirection] = {}
    for fact in ordered:
        if isinstance(fact, Introduced):
            is_given = fact.direction is IntroDirection.GIVEN
            states[fact.id] = IntroState.PROPOSED if is_given else first_state(fact.rung)
            directions[fact.id] = fact.direction
        elif isinstance(fact, Stepped) and fact.intro in states:
            was = states[fact.intro]
            is_possible = intro_may(directions[fact.intro], was, fact.step)
            states[fact.intro] = fact.step if is_possible else was
    return states


def _answered_at_once(ordered: list[Fact]) -> set[int]:
    """The asks that are answered on their own day: nobody waits to hear then."""
    days = {fact.id: fact.on for fact in ordered if isinstance(fact, Asked)}
    return {f.ask for f in ordered if isinstance(f, Answered) and days.get(f.ask) == f.on}


def _shown(story: Story, item: Item) -> FollowUp:
    due = item.due
    until = story.rests.get(item.party)
    if item.closing is None and until is not None and item.kind.waits_for_rest:
        due = max(due, until)
    return FollowUp(
        key=item.key,
        kind=item.kind,
        contact=item.party,
        due=due,
        opened_on=item.opened_on,
        rule=item.rule,
        action=_worded(story, item),
        origin=item.origin,
        bases=frozenset(item.bases),
        round=item.round,
        tries=item.tries,
        snoozes=item.snoozes,
        closed_on=item.closed_on,
        closing=item.closing,
        note=item.note,
    )


def _worded(story: Story, item: Item) -> str:
    """The sentence to do, in the way that the contact likes to be thanked; names come later."""
    how = story.person(item.party).thanks_by
    thank = thank_and = "Thank {contact}"
    if how is ThanksHow.CALL:
        thank, thank_and = "Call {contact} and thank them", "Call {contact}, thank them"
    elif how is not None:
        thank = f"Thank {{contact}} {how.words}"
        thank_and = f"{thank},"
    intro = story.intros.get(item.origin[1]) if item.origin[0] == "intro" else None
    won = "" if intro is None else intro.fact.kind.won
    return (
        item.action.replace("{thank}", thank)
        .replace("{thank_and}", thank_and)
        .replace("{won}", won)
    )

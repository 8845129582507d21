"""What holds of every life: the laws of the rules."""

import datetime as dt
import random
from collections import Counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from refcli.domain.intros import OPEN_INTRO_STATES
from refcli.domain.obligations import facts as f
from refcli.domain.obligations.ledger import DRIVING
from tests.domain.obligations.lives import (
    DAY_ONE,
    NUMBERS,
    PEOPLE,
    Choice,
    choices,
    everything,
    is_possible,
    played,
    told,
)

SEVERAL = settings(max_examples=120, deadline=None)


@SEVERAL
@given(choices(), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_stand_does_not_matter(
    made: list[Choice], dice: random.Random
) -> None:
    facts = list(told(made).facts)
    before = everything(facts)
    dice.shuffle(facts)
    assert everything(facts) == before


@SEVERAL
@given(choices())
def test_the_same_follow_up_is_never_open_twice(made: list[Choice]) -> None:
    found = everything(told(made).facts).values()
    opened = [f for f in found if f.closing is None]
    same = Counter(
        (f.kind, f.contact, ("contact", f.contact) if f.kind.once else f.origin) for f in opened
    )
    assert max(same.values(), default=1) == 1
    assert len({f.key for f in found}) == len(found)


@SEVERAL
@given(choices())
def test_nothing_is_courted_of_somebody_dropped(made: list[Choice]) -> None:
    life = told(made)
    for contact in PEOPLE:
        comings = sorted(
            (
                x
                for x in life.facts
                if isinstance(x, f.Dropped | f.Returned) and x.contact == contact
            ),
            key=lambda x: (x.on, x.id),
        )
        if not comings or not isinstance(comings[-1], f.Dropped):
            continue
        rests = [
            x
            for x in life.facts
            if isinstance(x, f.Rested) and (x.contact, x.on) == (contact, comings[-1].on)
        ]
        if any(x.id > comings[-1].id for x in rests):
            continue
        waiting = [x for x in played(life.facts, contact).follow_ups if x.closing is None]
        if comings[-1].has_died:
            assert waiting == []
        for item in waiting:
            drives = item.kind in DRIVING and item.origin[0] == "intro"
            assert item.kind.is_thanks or item.kind == "repair" or drives


def _last_coming(facts: tuple[f.Fact, ...], contact: int) -> f.Fact | None:
    """The drop or return that stands; of one day with a rest, the one told last."""
    comings = [
        x
        for x in facts
        if isinstance(x, f.Dropped | f.Returned | f.Rested) and x.contact == contact
    ]
    last_of_day = {x.on: x for x in sorted(comings, key=lambda x: x.id)}
    standing = [x for x in last_of_day.values() if not isinstance(x, f.Rested)]
    return max(standing, key=lambda x: x.on, default=None)


@SEVERAL
@given(choices())
def test_each_open_introduction_is_looked_after(made: list[Choice]) -> None:
    """By a follow-up, or it is stale, or something that was said or done ended it."""
    facts = told(made).facts
    found = everything(facts)
    looked_after = {
        item.origin for item in found.values() if item.closing is None and item.kind in DRIVING
    }
    quiet = {x.id for x in facts if isinstance(x, f.Introduced) and x.is_quiet}
    quiet |= {x.intro for x in facts if isinstance(x, f.Stepped) and x.is_quiet}
    gone = {p for p in PEOPLE if isinstance(_last_coming(facts, p), f.Dropped)}
    for number, intro in played(facts, PEOPLE[0]).intros.items():
        is_excused = intro.is_stale or intro.ended_on is not None or number in quiet
        if intro.state not in OPEN_INTRO_STATES or is_excused or gone & set(intro.parties):
            continue
        assert ("intro", number) in looked_after, intro


def _without(facts: tuple[f.Fact, ...], gone: f.Fact) -> list[f.Fact]:
    """The facts but for one, and for what it alone made possible."""
    return [
        fact
        for fact in facts
        if fact is not gone
        and not (isinstance(gone, f.Introduced) and getattr(fact, "intro", None) == gone.id)
        and not (isinstance(gone, f.Asked) and getattr(fact, "ask", None) == gone.id)
    ]


@SEVERAL
@given(choices(), st.integers(0, 99))
def test_what_was_never_told_leaves_no_follow_up(made: list[Choice], which: int) -> None:
    facts = told(made).facts
    told_of = [x for x in facts if isinstance(x, f.Introduced | f.Asked | f.Worked | f.Noted)]
    assume(told_of)
    gone = told_of[which % len(told_of)]
    left = _without(facts, gone)
    assume(is_possible(left))
    kind = {"Introduced": "intro", "Asked": "ask", "Worked": "engagement", "Noted": "custom"}
    origin = (kind[type(gone).__name__], gone.id)
    assert all(item.origin != origin for item in everything(left).values())


@SEVERAL
@given(choices(), st.integers(0, 99), st.integers(-40, 12))
def test_a_corrected_day_gives_what_would_stand_had_it_been_told_so(
    made: list[Choice], which: int, days: int
) -> None:
    """An edit leaves nothing of what stood before: the same facts, the same follow-ups."""
    life = told(made)
    assume(life.facts)
    index = which % len(life.facts)
    fact = life.facts[index]
    moved = max(DAY_ONE, min(life.today, fact.on + dt.timedelta(days=days)))
    edited = (*life.facts[:index], fact._replace(on=moved), *life.facts[index + 1 :])
    assume(is_possible(edited))
    retold = sorted(edited, key=lambda x: (x.recorded_on, x.id))
    assert everything(edited) == everything(retold)


@SEVERAL
@given(choices())
def test_thanks_are_never_due_beside_an_apology(made: list[Choice]) -> None:
    """Of what went wrong only an introduction that was really made is thanked for."""
    facts = told(made).facts
    intros = played(facts, PEOPLE[0]).intros
    for item in everything(facts).values():
        if item.closing is None and item.kind.is_thanks and item.origin[0] == "intro":
            intro = intros[item.origin[1]]
            assert intro.state != "bad" or intro.is_told_made


@SEVERAL
@given(choices(), st.integers(2, 9))
def test_other_numbers_move_days_and_invent_nothing(made: list[Choice], factor: int) -> None:
    facts = told(made).facts
    slower = NUMBERS._replace(days={name: days * factor for name, days in NUMBERS.days.items()})
    for contact in PEOPLE:
        kinds = {item.kind for item in played(facts, contact).follow_ups}
        others = {item.kind for item in played(facts, contact, slower).follow_ups}
        hidden_by_lateness = {k for k in others if k not in kinds}
        assert not hidden_by_lateness or any((x.recorded_on - x.on).days > 60 for x in facts)


@SEVERAL
@given(choices())
def test_one_contact_s_life_is_enough(made: list[Choice]) -> None:
    """A contact played with their own facts only, and with everybody's."""
    facts = told(made).facts
    for contact in PEOPLE:
        whole = played(facts, contact).follow_ups
        assert played(_of(facts, contact), contact).follow_ups == whole


def _of(facts: tuple[f.Fact, ...], contact: int) -> list[f.Fact]:
    """A contact's facts, and those of everything that they are a party to."""
    intros = {
        x.id
        for x in facts
        if isinstance(x, f.Introduced)
        and contact in (*x.sources, *x.prospects, *(() if x.receiver is None else (x.receiver,)))
    }
    parties = {
        p
        for x in facts
        if isinstance(x, f.Introduced) and x.id in intros
        for p in (*x.sources, *x.prospects, x.receiver)
        if p is not None
    }
    asks = {x.id for x in facts if isinstance(x, f.Asked) and x.contact == contact}

    def is_theirs(x: f.Fact) -> bool:
        match x:
            case f.Introduced():
                found = x.id in intros
            case f.Stepped() | f.Joined():
                found = x.intro in intros
            case f.Answered():
                found = x.ask in asks
            case f.Exchanged():
                found = contact in x.contacts
            case f.Decided():
                theirs = {("intro", intro) for intro in intros}
                found = any(b.party == contact or b.origin in theirs for b in x.about)
            case f.Dropped() | f.Returned() | f.Rested():
                found = x.contact == contact or x.contact in parties
            case _:
                found = x.contact == contact
        return found

    return [x for x in facts if is_theirs(x)]


@pytest.mark.parametrize("contact", PEOPLE)
def test_nothing_told_means_nothing_owed(contact: int) -> None:
    assert played((), contact).follow_ups == ()

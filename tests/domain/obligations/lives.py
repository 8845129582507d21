"""Random lives of a handful of contacts, for the laws that hold of all of them."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from hypothesis import strategies as st

from refcli.domain.asks import Answer
from refcli.domain.contacts import DEFAULT_CADENCE_DAYS, Tier
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import Fault, IntroDirection, IntroState, Rung
from refcli.domain.obligations import facts as f
from refcli.domain.obligations.replay import FollowUp, Obligations, obligations
from refcli.domain.playbook import default_days
from refcli.domain.rule import Numbers
from refcli.domain.thanks import ThanksHow

DAY_ONE = dt.date(2025, 1, 1)
PEOPLE = (1, 2, 3, 4, 5)
NUMBERS = Numbers(default_days(), {str(tier): days for tier, days in DEFAULT_CADENCE_DAYS.items()})

Choice = tuple[int, int, int, int, int, int]
_PAUSES = (0, 0, 0, 1, 2, 3, 7, 14, 30, 65)
_LATE = (0, 0, 0, 0, 1, 3, 10, 70, 90)
_STEPS = tuple(state for state in IntroState if state is not IntroState.NAMED)
_SAID = ("done", "done", "skip", "snooze", "tried", "no-reply", "not-yet")


class Life(NamedTuple):
    """What was told of everybody, up to a day."""

    facts: tuple[f.Fact, ...]
    today: dt.date


def choices() -> st.SearchStrategy[list[Choice]]:
    """Choices that `told` makes a life of."""
    small = st.integers(0, 20)
    one = st.tuples(st.integers(0, 15), small, small, small, st.integers(0, 9), st.integers(0, 8))
    return st.lists(one, min_size=5, max_size=30)


def played(facts: Iterable[f.Fact], contact: int, numbers: Numbers = NUMBERS) -> Obligations:
    """A contact's obligations, whatever else is told."""
    return obligations(f.Life(contact, tuple(facts)), numbers)


def everything(facts: Iterable[f.Fact]) -> dict[str, FollowUp]:
    """Every follow-up about anybody, by key."""
    kept = tuple(facts)
    found = [follow_up for contact in PEOPLE for follow_up in played(kept, contact).follow_ups]
    return {follow_up.key: follow_up for follow_up in found}


def told(made: list[Choice]) -> Life:
    """The life that the choices tell; what is impossible when it is told is left out."""
    facts: list[f.Fact] = []
    today = DAY_ONE
    for number, choice in enumerate(made, start=1):
        today += dt.timedelta(days=_PAUSES[choice[4]])
        for fact in _facts(number, choice, facts, today):
            if not isinstance(fact, f.Stepped | f.Answered) or is_possible([*facts, fact]):
                facts.append(fact)
    return Life(tuple(facts), today)


def is_possible(facts: Iterable[f.Fact]) -> bool:
    """Whether no fact makes another impossible."""
    return not played(facts, PEOPLE[0]).refused


def _facts(number: int, choice: Choice, facts: list[f.Fact], today: dt.date) -> list[f.Fact]:
    what, x, y, z, _, lag = choice
    on = max(DAY_ONE, today - dt.timedelta(days=_LATE[lag]))
    one = PEOPLE[x % 5]
    other = PEOPLE[(x + 1 + y % 4) % 5]
    head = (number, one, on, today)
    if what in (0, 1):
        third = next(p for p in PEOPLE if p not in (one, other))
        return [_received(number, x, z, one, other, third, on, today)]
    if what == 2:
        given = IntroDirection.GIVEN
        return [f.Introduced(number, on, today, given, Rung.TOLD, (), (one,), other)]
    if what in (3, 4, 5, 7):
        return _followed(number, choice, facts, on, today)
    if what in (12, 13, 14):
        return _decision(number, y, z, facts, today)
    plan = on + dt.timedelta(days=z % 9) if z % 5 == 0 else None
    channel = (Channel.CALL, Channel.EMAIL, Channel.IN_PERSON)[z % 3]
    following = on + dt.timedelta(days=5 + z) if z % 4 == 0 else None
    made: dict[int, f.Fact] = {
        6: f.Asked(*head, planned_for=plan),
        8: f.Exchanged(number, (one,), on, today, channel, Direction.BOTH, z % 7 == 0, following),
        9: f.Thanked(*head, (ThanksHow.NOTE, ThanksHow.GIFT)[z % 2]),
        10: _small(number, z, y, one, on, today),
        11: _coming(number, y, one, on, today),
        15: f.Noted(*head, on + dt.timedelta(days=z), "call them"),
    }
    return [made[what]]


def _followed(
    number: int, choice: Choice, facts: list[f.Fact], on: dt.date, today: dt.date
) -> list[f.Fact]:
    """A step of an introduction, or an answer to an ask, where there is one."""
    what, x, y, z, _, lag = choice
    intros = [fact for fact in facts if isinstance(fact, f.Introduced)]
    asks = [fact for fact in facts if isinstance(fact, f.Asked)]
    if what == 7:
        ask = asks[y % len(asks)] if asks else None
        if ask is None:
            return []
        return [f.Answered(number, ask.id, max(on, ask.on), today, tuple(Answer)[z % 4])]
    if not intros:
        return []
    intro = intros[y % len(intros)]
    return [
        f.Stepped(
            number,
            intro.id,
            max(on, intro.on),
            today,
            _STEPS[z % len(_STEPS)],
            tuple(Fault)[x % 4],
            is_well=y % 3 == 0,
            is_quiet=lag == 8,
        )
    ]


def _received(
    number: int, x: int, z: int, one: int, other: int, third: int, on: dt.date, today: dt.date
) -> f.Introduced:
    rung = (Rung.TOLD, Rung.NAME, Rung.TOLD, Rung.WRITTEN)[z % 4]
    sources = (one, third) if z % 7 == 0 else (one,)
    prospects = (other, third) if z % 11 == 1 and third not in sources else (other,)
    return f.Introduced(
        number,
        on,
        today,
        IntroDirection.RECEIVED,
        rung,
        sources,
        prospects,
        is_quiet=x % 9 == 8,
        meeting=on + dt.timedelta(days=9) if z % 6 == 5 else None,
    )


def _small(number: int, z: int, y: int, one: int, on: dt.date, today: dt.date) -> f.Fact:
    head = (number, one, on, today)
    return (
        f.Favored(*head),
        f.Taught(*head),
        f.Tiered(*head, tuple(Tier)[y % 3] if y % 5 else None),
        f.Worked(*head, 10 if y % 2 else 4),
        f.Praised(*head),
    )[z % 5]


def _coming(number: int, y: int, one: int, on: dt.date, today: dt.date) -> f.Fact:
    head = (number, one, on, today)
    return (
        f.Dropped(*head),
        f.Dropped(*head, has_died=True),
        f.Rested(*head, on + dt.timedelta(days=30)),
        f.Returned(*head),
        f.Appointed(*head, on + dt.timedelta(days=4)),
    )[y % 5]


def _decision(number: int, y: int, z: int, facts: list[f.Fact], today: dt.date) -> list[f.Fact]:
    """Something said of one of the follow-ups that are open."""
    waiting = sorted(
        (item for item in everything(facts).values() if item.closing is None),
        key=lambda item: (item.due, item.key),
    )
    if not waiting:
        return []
    item = waiting[y % len(waiting)]
    until = today + dt.timedelta(days=(3, 10, 40)[z % 3])
    answer = _SAID[z % len(_SAID)]
    if item.kind.tells_fact and answer in ("done", "not-yet"):
        answer = "skip"  # done would be a fact of its own
    return [f.Decided(number, today, today, answer, item.bases, until)]

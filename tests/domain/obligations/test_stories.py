"""Short stories whose dates a law does not fix."""

import datetime as dt

import pytest

from refcli.domain import kinds
from refcli.domain.intros import IntroDirection, IntroState, Rung
from refcli.domain.obligations import facts as f
from refcli.domain.obligations.replay import FollowUp
from tests.domain.obligations.lives import DAY_ONE, played

ANNA, BEN, TOM = 1, 2, 3


def on(days: int) -> dt.date:
    return DAY_ONE + dt.timedelta(days=days)


def introduced(number: int, day: int, source: int, prospect: int) -> f.Introduced:
    return f.Introduced(
        number, on(day), on(day), IntroDirection.RECEIVED, Rung.TOLD, (source,), (prospect,)
    )


def stepped(number: int, intro: int, day: int, step: IntroState) -> f.Stepped:
    return f.Stepped(number, intro, on(day), on(day), step)


def owed(facts: list[f.Fact], contact: int, kind: str) -> list[FollowUp]:
    found = played(facts, contact).follow_ups
    return [item for item in found if item.kind == kind and item.closing is None]


def test_a_date_that_was_put_off_is_not_made_earlier_by_the_same_once_more() -> None:
    facts: list[f.Fact] = [introduced(1, 0, ANNA, BEN)]
    [teach] = owed(facts, ANNA, kinds.EDUCATE)
    assert teach.due == on(7)
    facts.append(f.Decided(2, on(3), on(3), "snooze", teach.bases, on(60)))
    facts.append(introduced(3, 10, ANNA, TOM))
    [still] = owed(facts, ANNA, kinds.EDUCATE)
    assert (still.due, still.key) == (on(60), teach.key)


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        ((IntroState.REACHED, IntroState.NOT_INTERESTED), 370),
        ((IntroState.REACHED, IntroState.UNREACHABLE), 370),
        ((IntroState.REACHED, IntroState.NOT_A_FIT), 110),
        ((IntroState.NOT_INTERESTED,), 110),
    ],
)
def test_who_declined_after_a_talk_is_not_asked_for_a_year(
    steps: tuple[IntroState, ...], days: int
) -> None:
    facts: list[f.Fact] = [introduced(1, 0, ANNA, BEN)]
    facts += [stepped(10 + n, 1, 4 + n, step) for n, step in enumerate(steps)]
    facts.append(introduced(2, 20, BEN, TOM))
    [again] = owed(facts, BEN, kinds.RE_ASK)
    assert again.due == on(days)


def test_work_that_is_still_not_well_is_put_right_once_more() -> None:
    facts: list[f.Fact] = [f.Worked(1, ANNA, on(0), on(0), 4)]
    [repair] = owed(facts, ANNA, kinds.REPAIR)
    facts.append(f.Decided(2, on(2), on(2), "done", repair.bases))
    [check] = owed(facts, ANNA, kinds.CHECK)
    assert check.due == on(32)
    no = f.Decided(3, on(32), on(32), "no", check.bases)
    assert [item.due for item in owed([*facts, no], ANNA, kinds.REPAIR)] == [on(33)]
    yes = no._replace(answer="yes")
    assert owed([*facts, yes], ANNA, kinds.REPAIR) == []
    assert owed([*facts, yes], ANNA, kinds.CHECK) == []


def test_a_repair_that_was_heard_once_is_settled_when_nobody_is_left() -> None:
    facts: list[f.Fact] = [
        introduced(1, 0, ANNA, BEN),
        stepped(2, 1, 1, IntroState.REACHED),
        stepped(3, 1, 2, IntroState.BAD),
    ]
    [anna] = owed(facts, ANNA, kinds.REPAIR)
    [ben] = owed(facts, BEN, kinds.REPAIR)
    facts.append(f.Decided(4, on(4), on(4), "done", anna.bases))
    assert played(facts, ANNA).intros[1].state is IntroState.BAD
    facts.append(f.Decided(5, on(5), on(5), "skip", ben.bases))
    assert played(facts, ANNA).intros[1].state is IntroState.REPAIRED
    assert [item.due for item in owed(facts, BEN, kinds.CHECK)] == [on(35)]


def given(number: int, day: int, prospects: tuple[int, ...], partner: int) -> f.Introduced:
    is_given = IntroDirection.GIVEN
    return f.Introduced(number, on(day), on(day), is_given, Rung.TOLD, (), prospects, partner)


def died(number: int, contact: int, day: int) -> f.Dropped:
    return f.Dropped(number, contact, on(day), on(day), has_died=True)


@pytest.mark.parametrize("dead", [BEN, TOM])
def test_nobody_is_asked_how_it_goes_with_the_dead(dead: int) -> None:
    facts: list[f.Fact] = [given(1, 0, (BEN,), TOM), stepped(2, 1, 0, IntroState.MADE)]
    assert owed(facts, TOM, kinds.CHECK)
    facts.append(died(3, dead, 1))
    assert [owed(facts, party, kinds.CHECK) for party in (BEN, TOM)] == [[], []]
    # What is told of it later asks nobody anew.
    facts.append(stepped(4, 1, 5, IntroState.REACHED))
    assert [owed(facts, party, kinds.CHECK) for party in (BEN, TOM)] == [[], []]
    assert played(facts, BEN).intros[1].state is IntroState.REACHED


def test_of_a_couple_the_other_is_still_looked_after() -> None:
    couple = (BEN, ANNA)
    facts: list[f.Fact] = [given(1, 0, couple, TOM), stepped(2, 1, 0, IntroState.MADE)]
    facts.append(died(3, BEN, 1))
    assert owed(facts, TOM, kinds.CHECK)
    facts.append(died(4, ANNA, 2))
    assert owed(facts, TOM, kinds.CHECK) == []


def test_a_source_is_thanked_and_no_longer_told_where_it_stands_with_the_dead() -> None:
    facts: list[f.Fact] = [introduced(1, 0, ANNA, BEN), died(2, BEN, 3)]
    assert owed(facts, ANNA, kinds.STATUS) == []
    assert owed(facts, ANNA, kinds.THANK)
    facts.append(f.Returned(3, BEN, on(4), on(4)))
    facts.append(stepped(5, 1, 5, IntroState.REACHED))
    assert owed(facts, BEN, kinds.CHECK)


@pytest.mark.parametrize("has_died", [True, False])
def test_with_one_of_two_prospects_gone_the_other_is_reached(has_died: bool) -> None:
    both = introduced(1, 0, ANNA, BEN)._replace(prospects=(BEN, TOM))
    facts: list[f.Fact] = [both, f.Dropped(2, BEN, on(3), on(3), has_died=has_died)]
    assert owed(facts, BEN, kinds.REACH) == []
    [reach] = owed(facts, TOM, kinds.REACH)
    assert reach.due == on(3)
    assert played(facts, ANNA).intros[1].ended_on is None
    # And with consent to be asked, too.
    facts = [given(1, 0, (BEN, ANNA), TOM), f.Dropped(2, BEN, on(1), on(1), has_died=has_died)]
    assert owed(facts, ANNA, kinds.CONSENT)


@pytest.mark.parametrize("has_died", [True, False])
def test_who_comes_back_is_looked_after_again(has_died: bool) -> None:
    facts: list[f.Fact] = [introduced(1, 0, ANNA, BEN)]
    facts.append(f.Dropped(2, BEN, on(3), on(3), has_died=has_died))
    assert owed(facts, BEN, kinds.REACH) == []
    facts.append(f.Returned(3, BEN, on(9), on(9)))
    [reach] = owed(facts, BEN, kinds.REACH)
    assert reach.due == on(9)
    facts = [given(1, 0, (BEN,), TOM), stepped(2, 1, 0, IntroState.MADE)]
    facts.append(f.Dropped(3, TOM, on(1), on(1), has_died=has_died))
    facts.append(f.Returned(4, TOM, on(9), on(9)))
    assert owed(facts, TOM, kinds.CHECK)


def test_what_was_skipped_before_stays_so_when_somebody_comes_back() -> None:
    facts: list[f.Fact] = [introduced(1, 0, ANNA, BEN)]
    [reach] = owed(facts, BEN, kinds.REACH)
    facts.append(f.Decided(2, on(1), on(1), "skip", reach.bases))
    facts += [f.Dropped(3, BEN, on(3), on(3)), f.Returned(4, BEN, on(9), on(9))]
    assert owed(facts, BEN, kinds.REACH) == []

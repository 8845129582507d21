"""Lifecycles: the steps of rules.md, and that nothing sticks."""

import datetime as dt

import pytest

from refcli.domain.asks import ASK_STEPS, AskState, ask_state_on, narrowness
from refcli.domain.intros import (
    INTRO_STEPS,
    LOST_STATES,
    IntroDirection,
    IntroState,
    Rung,
    ThanksStep,
    first_state,
    implied_steps,
    intro_may,
    thanks_dates,
    thanks_step,
)

TODAY = dt.date(2026, 11, 20)
I = IntroState  # noqa: E741


def test_every_state_has_its_steps() -> None:
    assert set(ASK_STEPS) == set(AskState)
    received = INTRO_STEPS[IntroDirection.RECEIVED]
    given = INTRO_STEPS[IntroDirection.GIVEN]
    assert set(received) == set(IntroState) - {I.PROPOSED}
    assert set(given) == set(IntroState) - {I.NAMED}


def test_every_ask_can_still_lead_to_an_introduction() -> None:
    for state in set(AskState) - {AskState.INTRODUCED}:
        reachable, frontier = {state}, [state]
        while frontier:
            for step in ASK_STEPS[frontier.pop()] - reachable:
                reachable.add(step)
                frontier.append(step)
        assert AskState.INTRODUCED in reachable


@pytest.mark.parametrize("lost", sorted(LOST_STATES))
def test_the_lost_may_come_back(lost: IntroState) -> None:
    assert intro_may(IntroDirection.RECEIVED, lost, I.WON)
    assert intro_may(IntroDirection.RECEIVED, lost, I.REACHED)
    assert not intro_may(IntroDirection.RECEIVED, lost, I.BAD)


def test_bad_is_repaired_first() -> None:
    assert INTRO_STEPS[IntroDirection.RECEIVED][I.BAD] == {I.REPAIRED}


def test_rungs_and_implied_steps() -> None:
    assert [first_state(rung) for rung in Rung] == [I.NAMED, I.NAMED, I.MADE, I.MADE, I.MADE]
    assert implied_steps(I.WON, frozenset({I.NAMED})) == (I.MADE, I.REACHED)
    assert implied_steps(I.WON, frozenset({I.MADE, I.REACHED})) == ()
    assert implied_steps(I.NOT_A_FIT, frozenset({I.NAMED})) == ()


def test_thanks_fill_every_step_so_far() -> None:
    early, late = dt.date(2026, 1, 1), dt.date(2026, 2, 2)
    dates = thanks_dates(((ThanksStep.OUTCOME, late), (ThanksStep.MADE, early)))
    assert (dates.made, dates.reached, dates.outcome) == (early, late, late)
    assert thanks_step(frozenset({I.MADE})) is ThanksStep.MADE
    assert thanks_step(frozenset({I.MADE, I.REACHED})) is ThanksStep.REACHED
    assert thanks_step(frozenset({I.MADE, I.NOT_A_FIT})) is ThanksStep.OUTCOME


@pytest.mark.parametrize(
    ("stored", "asked", "by", "skipped", "expected"),
    [
        (AskState.PENDING, 59, None, False, AskState.PENDING),
        (AskState.PENDING, 60, None, False, AskState.LAPSED),
        (AskState.PROMISED, 90, 59, False, AskState.PROMISED),
        (AskState.PROMISED, 90, 60, False, AskState.LAPSED),
        (AskState.PROMISED, 1, 0, True, AskState.LAPSED),
        (AskState.DECLINED, 500, None, True, AskState.DECLINED),
    ],
)
def test_lapsed_is_derived(
    stored: AskState,
    asked: int,
    by: int | None,
    skipped: bool,
    expected: AskState,
) -> None:
    state = ask_state_on(
        stored,
        TODAY,
        on=TODAY - dt.timedelta(days=asked),
        confirm_by=None if by is None else TODAY - dt.timedelta(days=by),
        confirm_skipped=skipped,
        lapse_days=60,
    )
    assert state is expected


@pytest.mark.parametrize(
    ("industry", "looking_for", "missing"),
    [
        ("dentistry", "sell their practice", ()),
        ("", "sell their practice", ("industry",)),
        ("anyone", "sell", ("industry",)),
        ("any business", "more sales", ("industry", "looking_for")),
        ("all kinds of people", "all sorts of help", ("industry", "looking_for")),
        ("any kind of business", "grow", ("industry",)),
        ("people who retire", "sell", ()),
        ("anyone who has a pulse", "", ("industry", "looking_for")),
        ("whoever", "anything", ("industry", "looking_for")),
        ("small businesses", "anything", ("looking_for",)),
        ("businesses", "grow", ("industry",)),
        (None, None, ("industry", "looking_for")),
    ],
)
def test_narrowness(
    industry: str | None, looking_for: str | None, missing: tuple[str, ...]
) -> None:
    assert narrowness(industry, looking_for).missing == missing

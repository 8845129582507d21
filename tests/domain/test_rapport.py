"""Rapport: the properties that scoring.md promises."""

import datetime as dt
import math
import random

from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.contacts import Rapport
from refcli.domain.rapport import (
    DECAY_PER_DAY,
    days_between,
    rapport_key,
    rapport_on,
    rapport_words,
)

TODAY = dt.date(2026, 11, 20)
DAYS = st.lists(st.dates(dt.date(1980, 1, 1), TODAY), max_size=30)
FIRST = dt.date(1979, 12, 31)


def straightforward(days_in: list[dt.date], days_out: list[dt.date], first: dt.date) -> float:
    """N by the formula as it is written, without logarithms."""

    def total(days: list[dt.date], h: float) -> float:
        return math.fsum(2.0 ** (-(TODAY - d).days / h) for d in set(days))

    f = (TODAY - first).days
    s = {
        h: total(days_in, h) + 0.5 * total(days_out, h) + 0.02 * 2.0 ** (-f / h) for h in (30, 365)
    }
    q = 2.0 ** (-f / 365)
    i, o = total(days_in, 365), total(days_out, 365)
    g = math.sqrt(s[30] * s[365]) * math.sqrt((i + q) / (i + o + 2 * q))
    return 1.5 * math.sqrt(30 * 365) / math.log(2) * math.sqrt(0.5) / g


RECENT = st.lists(st.dates(dt.date(2024, 1, 1), TODAY), max_size=20)


@given(days_in=RECENT, days_out=RECENT)
def test_it_is_the_formula(days_in: list[dt.date], days_out: list[dt.date]) -> None:
    first = dt.date(2023, 12, 31)
    key = rapport_key(days_in, days_out, first)
    assert math.isclose(
        days_between(key, TODAY), straightforward(days_in, days_out, first), rel_tol=1e-9
    )


@given(days_in=DAYS, days_out=DAYS, shuffle=st.randoms())
def test_a_shuffled_log_gives_the_same_key(
    days_in: list[dt.date], days_out: list[dt.date], shuffle: random.Random
) -> None:
    key = rapport_key(days_in, days_out, FIRST)
    shuffled = list(days_in)
    shuffle.shuffle(shuffled)
    assert rapport_key(shuffled + shuffled[:3], days_out, FIRST) == key


@given(a=DAYS, b=DAYS, later=st.integers(0, 4000))
def test_the_order_is_the_same_later(a: list[dt.date], b: list[dt.date], later: int) -> None:
    one, other = rapport_key(a, a, FIRST), rapport_key(b, b, FIRST)
    then = TODAY + dt.timedelta(days=min(later, 400))
    if abs(one - other) > 1e-9:
        assert (days_between(one, TODAY) < days_between(other, TODAY)) == (
            days_between(one, then) < days_between(other, then)
        )
    assert math.isclose(
        days_between(one, then) / days_between(one, TODAY),
        math.exp(DECAY_PER_DAY * (then - TODAY).days),
        rel_tol=1e-9,
    )


@given(days_in=DAYS, days_out=DAYS, extra=st.dates(dt.date(1980, 1, 1), TODAY))
def test_more_inbound_days_never_lower_it(
    days_in: list[dt.date], days_out: list[dt.date], extra: dt.date
) -> None:
    before = rapport_key(days_in, days_out, FIRST)
    assert rapport_key([*days_in, extra], days_out, FIRST) >= before - 1e-12


def test_bands_and_words() -> None:
    weekly = [TODAY - dt.timedelta(days=7 * n) for n in range(30)]
    assert rapport_on(rapport_key(weekly, weekly, weekly[-1]), None, TODAY).band == "close"
    key = rapport_key([TODAY], [TODAY], TODAY)
    assert rapport_on(key, None, TODAY + dt.timedelta(days=30)).band == "cooling"
    assert rapport_on(key, TODAY, TODAY + dt.timedelta(days=30)).band == "warm"
    cold = rapport_key([], [], dt.date(2015, 1, 1))
    assert rapport_on(cold, None, TODAY).band == "cold"
    assert rapport_on(None, None, TODAY) == Rapport(None, "cold")
    assert rapport_words(Rapport(1000, "cold")) == "cold, rarely"
    for days, words in (
        (1, "almost every day"),
        (7, "about every week"),
        (14, "about every two weeks"),
        (30, "about every month"),
        (60, "about every 2 months"),
        (151, "about every 5 months"),
        (365, "about once a year"),
        (480, "about every 16 months"),
        (541, "rarely"),
    ):
        assert rapport_words(Rapport(days, "warm")) == f"warm, {words}"


def test_centuries_neither_overflow_nor_vanish() -> None:
    key = rapport_key([dt.date(1900, 1, 1)], [], dt.date(1900, 1, 1))
    assert math.isfinite(key)
    assert rapport_on(key, None, dt.date(2300, 1, 1)).band == "cold"

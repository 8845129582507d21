"""Rapport: a time-free key per contact, computed from the days of exchange.

Forward decay (Cormode, Shkapenyuk, Srivastava & Xu, ICDE 2009): weights are measured from a fixed
landmark, so a stored key never needs recomputing as time passes. For the half-lives h of 30 and
365 days, over the days of exchange in each direction:

    In_h, Out_h = sum of 2^(-age/h)
    S_h = In_h + 0.5 Out_h + 0.02 * 2^(-first/h)         first = days since the acquaintance began
    q   = 2^(-first/365)
    G   = sqrt(S_30 S_365) * sqrt((In_365 + q) / (In_365 + Out_365 + 2 q))
    N   = 1.5 sqrt(30 * 365) / ln 2 * sqrt(1/2) / G                                  (days)

All sums are kept as logarithms relative to the landmark (log-sum-exp), so decades of history
neither overflow nor vanish, and ln G(t) = key - DECAY_PER_DAY * (t - landmark).
"""

import datetime as dt
import math
from collections.abc import Iterable

from refcli.domain.contacts import Rapport

LANDMARK = dt.date(2020, 1, 1)
SHORT, LONG = 30.0, 365.0
DECAY_PER_DAY = 0.5 * math.log(2) / SHORT + 0.5 * math.log(2) / LONG
_SCALE = 1.5 * math.sqrt(SHORT * LONG) / math.log(2) * math.sqrt(0.5)
_OUT_WEIGHT = 0.5
_FIRST_WEIGHT = 0.02
_NEVER = -math.inf

CLOSE, WARM, COOLING = 45, 180, 540
RECENT_DAYS = 30
_MONTH, _ONCE_A_YEAR = 30.4, 540
# The rhythm in words, up to so many days between exchanges; months after the last.
_RHYTHMS = (
    (2, "almost every day"),
    (10, "about every week"),
    (20, "about every two weeks"),
    (45, "about every month"),
)


def _log_sum(logs: Iterable[float]) -> float:
    values = sorted(logs)
    if not values or values[-1] == _NEVER:
        return _NEVER
    top = values[-1]
    return top + math.log(math.fsum(math.exp(v - top) for v in values))


def _log_weight(offset: float, half_life: float) -> float:
    """The logarithm of 2^(offset/h) for a day `offset` days after the landmark."""
    return offset * math.log(2) / half_life


def rapport_key(days_in: Iterable[dt.date], days_out: Iterable[dt.date], first: dt.date) -> float:
    """Ln G at the landmark, from the distinct days of exchange in each direction.

    Each day counts once and is placed at midday; `first` is the day the acquaintance began.
    """
    offsets_in = [float((day - LANDMARK).days) for day in set(days_in)]
    offsets_out = [float((day - LANDMARK).days) for day in set(days_out)]
    return key_of_offsets(offsets_in, offsets_out, float((first - LANDMARK).days))


def key_of_offsets(
    offsets_in: Iterable[float], offsets_out: Iterable[float], first: float
) -> float:
    """As `rapport_key`, from days (fractions allowed) since the landmark."""
    ins, outs = tuple(offsets_in), tuple(offsets_out)
    half = math.log(_OUT_WEIGHT)
    strengths = {}
    for half_life in (SHORT, LONG):
        strengths[half_life] = _log_sum(
            [
                *(_log_weight(o, half_life) for o in ins),
                *(half + _log_weight(o, half_life) for o in outs),
                math.log(_FIRST_WEIGHT) + _log_weight(first, half_life),
            ]
        )
    log_q = _log_weight(first, LONG)
    log_in = _log_sum(_log_weight(o, LONG) for o in ins)
    log_out = _log_sum(_log_weight(o, LONG) for o in outs)
    mutual = _log_sum((log_in, log_q)) - _log_sum((log_in, log_out, math.log(2) + log_q))
    return 0.5 * (strengths[SHORT] + strengths[LONG]) + 0.5 * mutual


def days_between(key: float, today: dt.date) -> float:
    """N: as if we were in touch every so many days, seen at midday of `today`."""
    age = (today - LANDMARK).days
    exponent = DECAY_PER_DAY * age - key
    return _SCALE * math.exp(exponent) if exponent < 700 else math.inf  # noqa: PLR2004  float range


def band_of(days: float, *, is_recent: bool) -> str:
    """close, warm, cooling or cold; never below warm soon after a two-way exchange."""
    if days <= CLOSE:
        return "close"
    if days <= WARM or is_recent:
        return "warm"
    return "cooling" if days <= COOLING else "cold"


def rapport_on(key: float | None, last_two_way: dt.date | None, today: dt.date) -> Rapport:
    """What a person is shown; no key means that nothing was ever computed."""
    if key is None:
        return Rapport(None, "cold")
    days = days_between(key, today)
    is_recent = last_two_way is not None and (today - last_two_way).days <= RECENT_DAYS
    whole = None if math.isinf(days) else max(1, round(days))
    return Rapport(whole, band_of(days, is_recent=is_recent))


def rapport_words(rapport: Rapport) -> str:
    """The band with its rhythm as people say it: `warm, about every 2 months`, `cold, rarely`."""
    return f"{rapport.band}, {_rhythm(rapport.days)}"


def _rhythm(days: int | None) -> str:
    if days is None or days > _ONCE_A_YEAR:
        return "rarely"
    for most, words in _RHYTHMS:
        if days <= most:
            return words
    months = round(days / _MONTH)
    return "about once a year" if months in (11, 12, 13) else f"about every {months} months"

"""The score that orders those who are ready: a sum of named terms, every one shown."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import NamedTuple

from refcli.domain.contacts import Basis
from refcli.domain.rapport import rapport_words
from refcli.domain.readiness import GateNumbers, Standing
from refcli.domain.text import plural

DEFAULT_POINTS = {
    "rapport": 40,
    "rapport-with-target": 30,
    "basis-several-works": 25,
    "basis-referred": 20,
    "basis-partner": 20,
    "basis-kin": 18,
    "basis-client": 12,
    "basis-colleague": 8,
    "basis-other": 4,
    "work-delighted": 7,
    "work-good": 4,
    "work-proven": 3,
    "track-record-above": 15,
    "track-record-below": 5,
    "reciprocity-each": 3,
    "reciprocity-most": 10,
    "last-ask": 10,
    "target": 10,
}
POINTS_HELP = "points of the score, see docs/scoring.md"
_FULL = 100.0

_NEAR, _FAR = 7.0, 365.0
_PRIOR_YES, _PRIOR_ALL = 2.0, 8.0
_PRIOR_MEAN = _PRIOR_YES / _PRIOR_ALL
_HALF_LIFE = 365.0
_RATED = 3
_GOOD = 8


class Term(NamedTuple):
    """One term of the score, as a reason."""

    code: str
    text: str
    points: float


class Quality(NamedTuple):
    """How good a source's introductions have been; always shown with its n."""

    mean: float
    n: int


class TargetFit(NamedTuple):
    """How likely a contact knows such people, 0 to 1, and why."""

    share: float
    text: str


class Score(NamedTuple):
    """The sum and its terms."""

    total: float
    terms: tuple[Term, ...]


def score(
    who: Standing,
    today: dt.date,
    *,
    points: Mapping[str, int],
    numbers: GateNumbers,
    fit: TargetFit | None = None,
) -> Score:
    """0 to 100; `fit` is given when a target is asked for, and rapport then counts less."""
    terms = [
        _rapport(who, points, with_target=fit is not None),
        _basis(who, points),
        *_work(who, today, points, numbers),
        _track_record(who, today, points),
        _reciprocity(who, points),
        _last_ask(who, points),
        None if fit is None else Term("target", fit.text, round(points["target"] * fit.share, 1)),
    ]
    kept = [t for t in terms if t is not None and (t.points or t.code in ("rapport", "target"))]
    total = round(sum(t.points for t in kept), 1)
    if total < 0:
        kept.append(Term("floor", "a score does not go below nothing", -total))
        total = 0.0
    if total > _FULL:
        kept.append(Term("ceiling", "a score does not go above a hundred", round(_FULL - total, 1)))
        total = _FULL
    return Score(total, tuple(kept))


class Glimpse(NamedTuple):
    """What is known of a contact at a glance, before they are looked at closely."""

    basis: Basis
    days: int | None
    has_work: bool
    has_introduced: bool
    has_been_given: bool


def most_possible(seen: Glimpse, points: Mapping[str, int], *, with_target: bool) -> float:
    """What the score of such a contact is at most, so that a walk from the top may stop."""
    most = rapport_points(seen.days, points["rapport-with-target" if with_target else "rapport"])
    most += points[f"basis-{_BASIS_KEYS[seen.basis]}"]
    if seen.has_work:
        most += points["basis-several-works"]
        most += max(points["work-delighted"], points["work-good"])
    if seen.basis is Basis.CLIENT:
        most += points["work-proven"]
    if seen.has_introduced:
        most += points["track-record-above"]
    if seen.has_been_given:
        most += points["reciprocity-most"]
    return most + (points["target"] if with_target else 0)


def rapport_points(days: float | None, most: int) -> float:
    """From `most` when in touch every week or oftener, down to 0 at once a year."""
    if days is None or days <= 0:
        return 0.0
    share = 1 - math.log(days / _NEAR) / math.log(_FAR / _NEAR)
    return round(most * min(1.0, max(0.0, share)), 1)


def _rapport(who: Standing, table: Mapping[str, int], *, with_target: bool) -> Term:
    days = who.rapport.days
    most = table["rapport-with-target" if with_target else "rapport"]
    return Term("rapport", rapport_words(who.rapport), rapport_points(days, most))


def _basis(who: Standing, table: Mapping[str, int]) -> Term:
    found = [(f"basis-{_BASIS_KEYS[who.basis]}", _BASIS_WORDS[who.basis])]
    if len(who.deliveries) > 1:
        found.append(("basis-several-works", f"{len(who.deliveries)} pieces of work"))
    key, text = max(found, key=lambda item: table[item[0]])
    return Term("basis", text, table[key])


_BASIS_KEYS = {
    Basis.CLIENT: "client",
    Basis.REFERRED: "referred",
    Basis.PARTNER: "partner",
    Basis.FRIEND: "kin",
    Basis.FAMILY: "kin",
    Basis.COLLEAGUE: "colleague",
    Basis.OTHER: "other",
}
_BASIS_WORDS = {
    Basis.CLIENT: "a client",
    Basis.REFERRED: "came to you by referral",
    Basis.PARTNER: "a partner",
    Basis.FRIEND: "a friend",
    Basis.FAMILY: "family",
    Basis.COLLEAGUE: "a colleague",
    Basis.OTHER: "knows you",
}


def _work(
    who: Standing, today: dt.date, table: Mapping[str, int], numbers: GateNumbers
) -> tuple[Term, ...]:
    terms = []
    rated = [rating for _, rating in who.deliveries if rating is not None][-_RATED:]
    if rated:
        mean = sum(rated) / len(rated)
        key = "work-delighted" if mean >= numbers.delighted_rating else "work-good"
        if mean >= _GOOD:
            text = f"rated your work {mean:.1f}".removesuffix(".0")
            terms.append(Term("work", text, table[key]))
    if who.client_since and (today - who.client_since).days >= numbers.proven_days:
        text = f"a client since {who.client_since.year}"
        terms.append(Term("work", text, table["work-proven"]))
    return tuple(terms)


def source_quality(outcomes: tuple[tuple[dt.date, bool, bool], ...], today: dt.date) -> Quality:
    """The mean of two posterior means: how many introductions were reached, how many won.

    Beta(2, 6) prior on each, an introduction weighing 2^(-age/365).
    """
    weights = [2 ** (-max(0, (today - on).days) / _HALF_LIFE) for on, _, _ in outcomes]
    total = sum(weights)
    reached = sum(w for w, (_, yes, _) in zip(weights, outcomes, strict=True) if yes)
    won = sum(w for w, (_, _, yes) in zip(weights, outcomes, strict=True) if yes)
    means = [(_PRIOR_YES + part) / (_PRIOR_ALL + total) for part in (reached, won)]
    return Quality(sum(means) / 2, len(outcomes))


def _track_record(who: Standing, today: dt.date, table: Mapping[str, int]) -> Term | None:
    if not who.outcomes:
        return None
    quality = source_quality(who.outcomes, today)
    above = quality.mean >= _PRIOR_MEAN
    if above:
        share = table["track-record-above"] * (quality.mean - _PRIOR_MEAN) / (1 - _PRIOR_MEAN)
    else:
        share = table["track-record-below"] * (quality.mean - _PRIOR_MEAN) / _PRIOR_MEAN
    won = sum(won for _, _, won in who.outcomes)
    text = f"{plural(quality.n, 'introduction')} so far, {won} won"
    return Term("track-record", text, round(share, 1))


def _reciprocity(who: Standing, table: Mapping[str, int]) -> Term | None:
    if not who.ahead:
        return None
    most = table["reciprocity-most"]
    value = max(-most, min(most, table["reciprocity-each"] * who.ahead))
    behind = plural(abs(who.ahead), "favor")
    text = f"you are {behind} ahead" if who.ahead > 0 else f"you are {behind} behind"
    return Term("reciprocity", text, value)


def _last_ask(who: Standing, table: Mapping[str, int]) -> Term | None:
    if not who.last_ask_lapsed:
        return None
    return Term("last-ask", "your last ask was left without an answer", -table["last-ask"])

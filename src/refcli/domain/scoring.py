"""The score that orders those who are ready: a sum of named terms, every one shown."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import NamedTuple

from refcli.domain.contacts import Basis
from refcli.domain.rapport import rapport_words
from refcli.domain.readiness import GateNumbers
from refcli.domain.standing import OwnIntro, Standing
from refcli.domain.text import plural

DEFAULT_POINTS = {
    "rapport": 40,
    "rapport-with-target": 30,
    "rapport-undecided": 7,
    "basis-several-works": 25,
    "basis-referred": 20,
    "basis-partner": 20,
    "basis-kin": 18,
    "basis-delighted": 18,
    "basis-client": 12,
    "basis-colleague": 8,
    "basis-other": 4,
    "work-delighted": 7,
    "work-good": 4,
    "work-proven": 3,
    "track-record-above": 15,
    "track-record-below": 5,
    "reciprocity-each": 3,
    "reciprocity-ahead": 6,
    "reciprocity-most": 10,
    "praise-year": 8,
    "praise-old": 5,
    "last-ask": 10,
    "target": 20,
}
POINTS_HELP = "points of the score, see docs/scoring.md"
_FULL = 100.0

_NEAR, _FAR = 7.0, 365.0
_PRIOR_YES, _PRIOR_ALL = 1.0, 4.0
_PRIOR_MEAN = _PRIOR_YES / _PRIOR_ALL
# So far above the mean of the prior earns the whole of the term.
_RANGE_ABOVE = 0.20
_HALF_LIFE = 365.0
_RATED = 3
_GOOD, _SOLID = 8, 7.5
_YEAR, _TWO_YEARS, _THREE_YEARS = 365, 730, 1095
# Who is one of these is trusted whatever becomes of the introduction by which they came.
_TRUSTED = (Basis.CLIENT, Basis.FRIEND, Basis.FAMILY, Basis.PARTNER)


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
        _basis(who, today, points, numbers),
        *_work(who, today, points, numbers),
        _track_record(who, today, points),
        _reciprocity(who, points),
        _praise(who, today, points),
        _last_ask(who, today, points),
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

    bases: tuple[Basis, ...]
    days: int | None
    has_work: bool
    has_introduced: bool
    has_exchanged_favors: bool
    has_praised: bool


def most_possible(seen: Glimpse, points: Mapping[str, int], *, with_target: bool) -> float:
    """What the score of such a contact is at most, so that a walk from the top may stop."""
    most = rapport_points(seen.days, points["rapport-with-target" if with_target else "rapport"])
    own = [points[f"basis-{_BASIS_KEYS[basis]}"] for basis in seen.bases]
    if seen.has_work or seen.has_introduced:
        own += [points["basis-several-works"], points["basis-delighted"]]
    if not any(basis in _TRUSTED for basis in seen.bases):
        own.append(
            points["basis-other"]
        )  # who is still deciding counts as that, whatever it is set to
    most += max(own)
    if seen.has_work:
        most += max(points["work-delighted"], points["work-good"])
    if seen.has_work or Basis.CLIENT in seen.bases:
        most += points["work-proven"]
    if seen.has_introduced:
        most += points["track-record-above"]
    if seen.has_exchanged_favors:
        most += points["reciprocity-most"]
    if seen.has_praised:
        most += max(points["praise-year"], points["praise-old"])
    return most + (points["target"] if with_target else 0)


def rapport_points(days: float | None, most: int) -> float:
    """From `most` when in touch every week or oftener, down to 0 at once a year."""
    if days is None or days <= 0:
        return 0.0
    share = 1 - math.log(days / _NEAR) / math.log(_FAR / _NEAR)
    return round(most * min(1.0, max(0.0, share)), 1)


def _is_undecided(who: Standing) -> bool:
    """Whether all that ties us is an introduction that has not become business."""
    return who.own_intro is not None and not who.has(*_TRUSTED)


def _rapport(who: Standing, table: Mapping[str, int], *, with_target: bool) -> Term:
    days = who.rapport.days
    most = table["rapport-with-target" if with_target else "rapport"]
    points = rapport_points(days, most)
    if _is_undecided(who) and who.own_intro is OwnIntro.OPEN:
        points = min(points, table["rapport-undecided"])
    return Term("rapport", rapport_words(who.rapport), points)


def _basis(who: Standing, today: dt.date, table: Mapping[str, int], numbers: GateNumbers) -> Term:
    """The best basis that applies; of who is still deciding none does."""
    if _is_undecided(who):
        is_open = who.own_intro is OwnIntro.OPEN
        text = "is still deciding" if is_open else "came by referral, and it came to nothing"
        return Term("basis", text, table["basis-other"])
    found = [(f"basis-{_BASIS_KEYS[basis]}", _BASIS_WORDS[basis]) for basis in who.bases]
    proven = _proof(who, today, numbers)
    if proven:
        found.append(("basis-several-works", proven))
    if _is_delighted(who, today, numbers):
        found.append(("basis-delighted", "was delighted with your work"))
    key, text = max(found, key=lambda item: table[item[0]])
    return Term("basis", text, table[key])


def _proof(who: Standing, today: dt.date, numbers: GateNumbers) -> str:
    """What shows that they trust me: work again and again, or introductions that were won."""
    works = len(who.works(numbers.together_days))
    rated = _last_ratings(who)
    if works > 1 and (not rated or sum(rated) / len(rated) >= _SOLID):
        return f"{works} pieces of work"
    if who.ongoing_since is not None and (today - who.ongoing_since).days >= _YEAR:
        return f"you work for them since {who.ongoing_since.year}"
    won = [on for on, _, is_won in who.outcomes if is_won and (today - on).days <= _THREE_YEARS]
    return f"{len(won)} of their introductions became business" if len(won) > 1 else ""


def _is_delighted(who: Standing, today: dt.date, numbers: GateNumbers) -> bool:
    return any(
        rating is not None
        and rating >= numbers.delighted_rating
        and (today - on).days <= _TWO_YEARS
        for on, rating in who.deliveries
    )


def _last_ratings(who: Standing) -> list[int]:
    return [rating for _, rating in who.deliveries if rating is not None][-_RATED:]


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
    rated = _last_ratings(who)
    if rated:
        mean = sum(rated) / len(rated)
        key = "work-delighted" if mean >= numbers.delighted_rating else "work-good"
        if mean >= _GOOD:
            text = f"rated your work {mean:.1f}".removesuffix(".0")
            terms.append(Term("work", text, table[key]))
    if who.client_since and (today - who.client_since).days >= numbers.proven_days:
        text = f"with you since {who.client_since.year}"
        terms.append(Term("work", text, table["work-proven"]))
    return tuple(terms)


def source_quality(outcomes: tuple[tuple[dt.date, bool, bool], ...], today: dt.date) -> Quality:
    """The mean of two posterior means: how many introductions were reached, how many won.

    Beta(1, 3) prior on each, an introduction weighing 2^(-age/365).
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
        reached = min(1.0, (quality.mean - _PRIOR_MEAN) / _RANGE_ABOVE)
        share = table["track-record-above"] * reached
    else:
        share = table["track-record-below"] * (quality.mean - _PRIOR_MEAN) / _PRIOR_MEAN
    won = sum(won for _, _, won in who.outcomes)
    text = f"{plural(quality.n, 'introduction')} so far, {won} won"
    return Term("track-record", text, round(share, 1))


def _reciprocity(who: Standing, table: Mapping[str, int]) -> Term | None:
    """Good turns of theirs, and those that I am ahead; being behind costs nothing."""
    ahead = max(0, who.mine - who.theirs)
    each = table["reciprocity-each"]
    value = each * who.theirs + min(table["reciprocity-ahead"], each * ahead)
    if not value:
        return None
    parts = [f"{plural(who.theirs, 'good turn')} of theirs" if who.theirs else ""]
    parts.append(f"you are {plural(ahead, 'good turn')} ahead" if ahead else "")
    text = ", ".join(part for part in parts if part)
    return Term("reciprocity", text, min(table["reciprocity-most"], value))


def _praise(who: Standing, today: dt.date, table: Mapping[str, int]) -> Term | None:
    """Praise is evidence of trust."""
    if who.praised_on is None:
        return None
    age = (today - who.praised_on).days
    if age > _THREE_YEARS:
        return None
    key = "praise-year" if age <= _YEAR else "praise-old"
    return Term("praise", f"praised you in {who.praised_on.year}", table[key])


def _last_ask(who: Standing, today: dt.date, table: Mapping[str, int]) -> Term | None:
    soured = who.soured
    if soured is None or (today - soured.on).days >= _YEAR:
        return None
    how = "was left without an answer" if soured.has_lapsed else "was declined"
    return Term("last-ask", f"your last ask {how}", -table["last-ask"])

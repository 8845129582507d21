"""Gates: who may not be asked just now, why, and what opens each gate."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from refcli.domain.contacts import Basis, ContactStatus, Rapport, status_on
from refcli.domain.text import plural
from refcli.domain.typed import typed

_TRUSTED_WITHOUT_LOG = frozenset(
    {Basis.CLIENT, Basis.REFERRED, Basis.FRIEND, Basis.FAMILY, Basis.PARTNER}
)
_KIN = frozenset({Basis.FRIEND, Basis.FAMILY})
_TWO_YEARS = 730


class GateNumbers(NamedTuple):
    """The numbers of the gates, in days and counts; all of them are settings."""

    proven_days: int = 180
    delighted_rating: int = 9
    poor_rating: int = 6
    after_intro_days: int = 90
    after_no_days: int = 60
    silence_days: int = 180
    taker_gifts: int = 3
    taker_days: int = _TWO_YEARS


class Standing(NamedTuple):
    """What the gates and the score need to know about one contact.

    `deliveries` are (day, rating) in their order, `outcomes` (day, reached, won) of each of their
    introductions, `ahead` how many favors, introductions and testimonials I am ahead in two years.
    """

    name: str
    basis: Basis
    status: ContactStatus
    status_until: dt.date | None
    rapport: Rapport
    last_interaction: dt.date | None
    id: int = 0
    client_since: dt.date | None = None
    deliveries: tuple[tuple[dt.date, int | None], ...] = ()
    engagements: int = 0
    poor_work_open: bool = False
    thanks_due: dt.date | None = None
    has_open_ask: bool = False
    last_intro_made: dt.date | None = None
    last_no: dt.date | None = None
    later_on: dt.date | None = None
    later_until: dt.date | None = None
    in_bad_intro: bool = False
    given: int = 0
    came_back: int = 0
    intros_from: int = 0
    favors_for: int = 0
    outcomes: tuple[tuple[dt.date, bool, bool], ...] = ()
    ahead: int = 0
    last_ask_lapsed: bool = False


class Blocker(NamedTuple):
    """One closed gate: its code, a sentence, and the command that opens it."""

    code: str
    text: str
    fix: str


def blockers(standing: Standing, day: dt.date, numbers: GateNumbers) -> tuple[Blocker, ...]:
    """Every closed gate on that day; a contact with none is ready."""
    found = (gate(standing, day, numbers) for gate in _GATES)
    return tuple(blocker for blocker in found if blocker is not None)


def _dropped(who: Standing, _day: dt.date, _n: GateNumbers) -> Blocker | None:
    if who.status is not ContactStatus.DROPPED:
        return None
    fix = typed("refcli contact restore {}", who)
    return Blocker("dropped", "out of your referral network", fix)


def _resting(who: Standing, day: dt.date, _n: GateNumbers) -> Blocker | None:
    if status_on(who.status, who.status_until, day) is not ContactStatus.RESTING:
        return None
    until = f" until {who.status_until.isoformat()}" if who.status_until else ""
    return Blocker(
        "resting",
        f"resting{until}",
        typed("refcli contact restore {}", who),
    )


def _no_basis(who: Standing, _day: dt.date, _n: GateNumbers) -> Blocker | None:
    is_distant = who.basis is Basis.COLLEAGUE and who.rapport.band not in ("close", "warm")
    if who.basis is not Basis.OTHER and not is_distant:
        return None
    if who.intros_from or who.favors_for or who.engagements:
        return None
    return Blocker(
        "no-basis",
        "no reason yet to trust you with their friends",
        typed("refcli contact edit {} --basis friend", who),
    )


def _first_sale_only(who: Standing, day: dt.date, n: GateNumbers) -> Blocker | None:
    count = len(who.deliveries)
    is_first = count == 1 and who.basis not in _KIN
    is_unproven = count == 0 and who.basis is Basis.CLIENT
    if not (is_first or is_unproven):
        return None
    if who.client_since and (day - who.client_since).days >= n.proven_days:
        return None
    if is_first:
        on, rating = who.deliveries[0]
        is_delighted = rating is not None and rating >= n.delighted_rating
        if is_delighted or (day - on).days >= n.proven_days:
            return None
    text = "only one piece of work is delivered so far" if count else "no work is delivered yet"
    return Blocker("first-sale-only", text, typed('refcli engagement {} "what" --rating 9', who))


def _poor_work(who: Standing, _day: dt.date, _n: GateNumbers) -> Blocker | None:
    if not who.poor_work_open:
        return None
    return Blocker(
        "poor-work",
        "not happy with your last work, and it is not put right",
        typed("refcli done {}", who),
    )


def _owed_thanks(who: Standing, day: dt.date, _n: GateNumbers) -> Blocker | None:
    if who.thanks_due is None or who.thanks_due > day:
        return None
    return Blocker("owed-thanks", "you owe them thanks", typed("refcli thank {}", who))


def _open_ask(who: Standing, _day: dt.date, _n: GateNumbers) -> Blocker | None:
    if not who.has_open_ask:
        return None
    return Blocker(
        "open-ask",
        "an ask to them is still open",
        typed("refcli ask answer {} ANSWER", who),
    )


def cooling_until(who: Standing, numbers: GateNumbers) -> dt.date | None:
    """The day on which the contact may be asked again, from what happened itself."""
    ends = []
    if who.last_intro_made:
        ends.append(who.last_intro_made + dt.timedelta(days=numbers.after_intro_days))
    if who.last_no:
        ends.append(who.last_no + dt.timedelta(days=numbers.after_no_days))
    if who.later_until:
        ends.append(who.later_until)
    elif who.later_on:
        ends.append(who.later_on + dt.timedelta(days=numbers.after_no_days))
    return max(ends, default=None)


def _cooling_off(who: Standing, day: dt.date, n: GateNumbers) -> Blocker | None:
    until = cooling_until(who, n)
    if until is None or until <= day:
        return None
    return Blocker(
        "cooling-off",
        f"asked or introduced lately; wait until {until.isoformat()}",
        typed("refcli ask {} --planned {}", who, until.isoformat()),
    )


def _bad_intro(who: Standing, _day: dt.date, _n: GateNumbers) -> Blocker | None:
    if not who.in_bad_intro:
        return None
    return Blocker(
        "bad-intro",
        "an introduction with them went wrong and is not settled",
        typed("refcli intro repaired {}", who),
    )


def _no_rapport(who: Standing, day: dt.date, n: GateNumbers) -> Blocker | None:
    if who.rapport.band != "cold" or who.basis is Basis.FAMILY:
        return None
    if who.last_interaction is None:
        if who.basis in _TRUSTED_WITHOUT_LOG:
            return None
    elif (day - who.last_interaction).days <= n.silence_days:
        return None
    return Blocker(
        "no-rapport",
        "long out of touch; have a coffee first",
        typed("refcli log coffee --with {}", who),
    )


def only_takes(who: Standing, numbers: GateNumbers) -> bool:
    """Whether enough was given to them, and nothing came back."""
    return who.given >= numbers.taker_gifts and not who.came_back


def _taker(who: Standing, _day: dt.date, n: GateNumbers) -> Blocker | None:
    if not only_takes(who, n):
        return None
    span = "two years" if n.taker_days == _TWO_YEARS else plural(n.taker_days, "day")
    return Blocker(
        "taker",
        f"you did {plural(who.given, 'thing')} for them in {span}, nothing came back",
        typed("refcli contact restore {}", who),
    )


_GATES: tuple[Callable[[Standing, dt.date, GateNumbers], Blocker | None], ...] = (
    _dropped,
    _resting,
    _no_basis,
    _first_sale_only,
    _poor_work,
    _owed_thanks,
    _open_ask,
    _cooling_off,
    _bad_intro,
    _no_rapport,
    _taker,
)

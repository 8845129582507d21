"""Gates: who may not be asked just now, why, and what opens each gate."""

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.contacts import Basis, ContactStatus, status_on
from refcli.domain.standing import OwnIntro, Standing
from refcli.domain.text import plural
from refcli.domain.typed import typed

_KIN = frozenset({Basis.FRIEND, Basis.FAMILY})
# Whoever is one of these is trusted though nothing was ever written down.
_TRUSTED_WITHOUT_LOG = frozenset({Basis.REFERRED, Basis.PARTNER, *_KIN})
_NEAR = ("close", "warm")
_TWO_YEARS = 730


class GateNumbers(NamedTuple):
    """The numbers of the gates, in days, ratings and counts; all of them are settings."""

    proven_days: int = 180
    content_rating: int = 8
    settled_days: int = 30
    together_days: int = 30
    delighted_rating: int = 9
    poor_rating: int = 6
    after_intro_days: int = 90
    after_partner_days: int = 30
    after_no_days: int = 60
    said_no_days: int = 365
    silence_days: int = 180
    work_silence_days: int = 400
    old_work_days: int = 1095
    taker_gifts: int = 4
    taker_days: int = _TWO_YEARS


class Blocker(NamedTuple):
    """One closed gate: its code, a sentence, and the command that opens it, if anything does."""

    code: str
    text: str
    fix: str

    @property
    def told(self) -> str:
        """Why not, and what would open it."""
        said = f"{self.text} [{self.code}]"
        return f"{said}; {self.fix}" if self.fix else said


class _Case(NamedTuple):
    """Somebody on a day, as the gates look at them; `kind` is what they would be asked for."""

    who: Standing
    day: dt.date
    numbers: GateNumbers
    kind: TargetKind

    def is_within(self, on: dt.date | None, days: int) -> bool:
        """Whether a day lies less than so many days back."""
        return on is not None and (self.day - on).days < days


def blockers(
    standing: Standing,
    day: dt.date,
    numbers: GateNumbers,
    kind: TargetKind = TargetKind.CLIENT,
) -> tuple[Blocker, ...]:
    """Every closed gate on that day; a contact with none is ready."""
    case = _Case(standing, day, numbers, kind)
    found = (gate(case) for gate in _GATES)
    return tuple(blocker for blocker in found if blocker is not None)


def _dropped(case: _Case) -> Blocker | None:
    if case.who.status is not ContactStatus.DROPPED:
        return None
    fix = typed("refcli contact restore {}", case.who)
    return Blocker("dropped", "out of your referral network", fix)


def _deceased(case: _Case) -> Blocker | None:
    if case.who.status is not ContactStatus.DECEASED:
        return None
    return Blocker("deceased", "died", "")


def _resting(case: _Case) -> Blocker | None:
    who = case.who
    if status_on(who.status, who.status_until, case.day) is not ContactStatus.RESTING:
        return None
    until = f" until {who.status_until.isoformat()}" if who.status_until else ""
    return Blocker("resting", f"resting{until}", typed("refcli contact restore {}", who))


def _not_met(case: _Case) -> Blocker | None:
    who = case.who
    is_old_client = who.client_since is not None and not case.is_within(
        who.client_since, case.numbers.proven_days
    )
    if who.has_met or is_old_client or who.has(*_KIN):
        return None
    if who.own_intro is OwnIntro.OPEN:
        return Blocker(
            "not-met", "you have not spoken with them yet", typed("refcli intro reached {}", who)
        )
    return Blocker(
        "not-met",
        "you have not met yet: no talk, no work delivered, no introduction of theirs",
        typed("refcli log coffee --with {}", who),
    )


def _said_no(case: _Case) -> Blocker | None:
    who = case.who
    if not case.is_within(who.said_no_on, case.numbers.said_no_days):
        return None
    return Blocker(
        "said-no",
        "heard your offer and declined, and nothing came between you since",
        typed('refcli reciprocate {} "what you did for them"', who),
    )


def _competitor(case: _Case) -> Blocker | None:
    if not case.who.is_competitor or case.kind is not TargetKind.CLIENT:
        return None
    return Blocker(
        "competitor",
        "a competitor, who wants such clients too",
        typed("refcli partner {} --no-competitor", case.who),
    )


def _no_basis(case: _Case) -> Blocker | None:
    who = case.who
    is_near = who.has(Basis.COLLEAGUE) and who.rapport.band in _NEAR
    if is_near or set(who.bases) - {Basis.OTHER, Basis.COLLEAGUE}:
        return None
    if who.intros_from or who.favors_for or who.engagements:
        return None
    return Blocker(
        "no-basis",
        "no reason yet to trust you with their friends",
        typed('refcli reciprocate {} "what you did for them"', who),
    )


def _first_sale_only(case: _Case) -> Blocker | None:
    """One piece of work proves little, unless it went well or has stood for a while."""
    who, n = case.who, case.numbers
    works = who.works(n.together_days)
    if not who.has(Basis.CLIENT) or len(works) > 1 or _is_trusted_otherwise(who):
        return None
    if who.client_since and not case.is_within(who.client_since, n.proven_days):
        return None
    for on, rating in who.deliveries:
        age = (case.day - on).days
        is_content = rating is not None and rating >= n.content_rating
        if age >= n.proven_days or (is_content and age >= n.settled_days):
            return None
    noted = "only one piece of delivered work" if works else "no delivered work"
    text = f"{noted} is noted so far"
    return Blocker("first-sale-only", text, typed('refcli engagement {} "what"', who))


def _is_trusted_otherwise(who: Standing) -> bool:
    is_near = who.has(Basis.COLLEAGUE) and who.rapport.band in _NEAR
    return is_near or bool(who.intros_from) or who.has(Basis.PARTNER, *_KIN)


def _poor_work(case: _Case) -> Blocker | None:
    poor = case.who.poor_work
    if poor is None:
        return None
    if poor.check is not None:
        fix = typed("refcli done {} --answer yes", poor.check)
    elif poor.repair is not None:
        fix = typed("refcli done {}", poor.repair)
    else:
        fix = typed('refcli engagement {} "what" --rating 9', case.who)
    return Blocker("poor-work", "not happy with your last work, and it is not put right", fix)


def _owed_thanks(case: _Case) -> Blocker | None:
    if case.who.thanks_due is None or case.who.thanks_due > case.day:
        return None
    return Blocker("owed-thanks", "you owe them thanks", typed("refcli thank {}", case.who))


def _open_ask(case: _Case) -> Blocker | None:
    if not case.who.has_open_ask:
        return None
    return Blocker(
        "open-ask",
        "an ask to them is still open",
        typed("refcli ask answer {} ANSWER", case.who),
    )


def cooling_until(who: Standing, numbers: GateNumbers) -> dt.date | None:
    """The day on which the contact may be asked again, from what happened itself."""
    ends = []
    if who.last_intro_made:
        rest = numbers.after_partner_days if who.is_partner else numbers.after_intro_days
        ends.append(who.last_intro_made + dt.timedelta(days=rest))
    if who.last_no:
        ends.append(who.last_no + dt.timedelta(days=numbers.after_no_days))
    if who.later_until:
        ends.append(who.later_until)
    elif who.later_on:
        ends.append(who.later_on + dt.timedelta(days=numbers.after_no_days))
    return max(ends, default=None)


def _cooling_off(case: _Case) -> Blocker | None:
    until = cooling_until(case.who, case.numbers)
    if until is None or until <= case.day:
        return None
    return Blocker(
        "cooling-off",
        f"asked or introduced lately; wait until {until.isoformat()}",
        typed("refcli ask {} --planned {}", case.who, until.isoformat()),
    )


def _bad_intro(case: _Case) -> Blocker | None:
    bad = case.who.bad_intro
    if bad is None:
        return None
    if bad.check is not None:
        text = "an introduction with them went wrong; ask whether all is well again"
        return Blocker("bad-intro", text, typed("refcli done {} --answer yes", bad.check))
    return Blocker(
        "bad-intro",
        "an introduction with them went wrong and is not settled",
        typed("refcli intro repaired {}", bad.intro),
    )


def _no_rapport(case: _Case) -> Blocker | None:
    who, n = case.who, case.numbers
    if who.rapport.band != "cold" or who.has(Basis.FAMILY):
        return None
    if who.last_between is not None and (case.day - who.last_between).days <= n.silence_days:
        return None
    if case.is_within(who.last_work, n.work_silence_days):
        return None
    if who.last_interaction is None:
        is_old_work = who.last_work is not None and not case.is_within(
            who.last_work, n.old_work_days
        )
        if who.has(*_TRUSTED_WITHOUT_LOG) or (who.has(Basis.CLIENT) and not is_old_work):
            return None
    return Blocker(
        "no-rapport",
        "long out of touch; have a coffee first",
        typed("refcli log coffee --with {}", who),
    )


def only_takes(who: Standing, numbers: GateNumbers) -> bool:
    """Whether enough was given to them, and nothing came back; kin does not keep accounts."""
    return who.given >= numbers.taker_gifts and not who.came_back and not who.has(*_KIN)


def _taker(case: _Case) -> Blocker | None:
    who, n = case.who, case.numbers
    if not only_takes(who, n):
        return None
    span = "two years" if n.taker_days == _TWO_YEARS else plural(n.taker_days, "day")
    return Blocker(
        "taker",
        f"you did {plural(who.given, 'thing')} for them in {span}, nothing came back",
        typed("refcli contact restore {}", who),
    )


_GATES: tuple[Callable[[_Case], Blocker | None], ...] = (
    _dropped,
    _deceased,
    _resting,
    _not_met,
    _said_no,
    _competitor,
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

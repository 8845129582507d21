"""Why an ask should not be made on a day: gates, pace and breadth together."""

import datetime as dt
import sqlite3

from refcli.domain.asks import Narrow
from refcli.domain.readiness import Blocker, blockers
from refcli.domain.settings import Settings
from refcli.domain.standing import Standing
from refcli.domain.typed import typed
from refcli.read.asks import asks_made_between
from refcli.read.standing import gate_numbers, standing

_MISSING_WORDS = {
    "industry": "an industry or a group of people (--in)",
    "looking_for": "what they are looking for (--looking-for)",
}
_WEEK = 7


def objections(
    connection: sqlite3.Connection,
    contact: int,
    day: dt.date,
    narrow: Narrow,
    *,
    today: dt.date,
    settings: Settings,
    own_ask: int | None = None,
) -> tuple[Blocker, ...]:
    """Every reason against asking the contact this on that day; `own_ask` is its plan, if any."""
    who = standing(connection, contact, max(day, today), settings)
    found = [*blockers(who, day, gate_numbers(settings))]
    pace = _broadcast(connection, day, settings, who, own_ask)
    if pace is not None:
        found.append(pace)
    if not narrow.ok:
        found.append(_too_broad(narrow, who))
    return tuple(found)


def _broadcast(
    connection: sqlite3.Connection,
    day: dt.date,
    settings: Settings,
    who: Standing,
    own_ask: int | None,
) -> Blocker | None:
    per_day, per_week = settings.number("pace.day"), settings.number("pace.week")
    on_day = asks_made_between(connection, day, day, own_ask)
    in_week = asks_made_between(connection, day - dt.timedelta(days=_WEEK - 1), day, own_ask)
    if on_day < per_day and in_week < per_week:
        return None
    limit = f"{per_day} on one day" if on_day >= per_day else f"{per_week} in {_WEEK} days"
    later = day + dt.timedelta(days=_WEEK)
    return Blocker(
        "broadcast",
        f"that would be more than {limit}: ask one person at a time",
        typed("refcli ask {} --planned {}", who, later.isoformat()),
    )


def _too_broad(narrow: Narrow, who: Standing) -> Blocker:
    missing = " and ".join(_MISSING_WORDS[part] for part in narrow.missing)
    return Blocker(
        "too-broad",
        f"nobody comes to mind for an ask this broad: it needs {missing}",
        typed('refcli ask {} --in "dental practices" --looking-for "sell their practice"', who),
    )

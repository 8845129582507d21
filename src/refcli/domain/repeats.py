"""How often something comes again: every week, every three months, once a year."""

import datetime as dt
import re

from refcli.domain.dates import COUNT, SMALL, shifted
from refcli.errors import UsageError

_OFTEN = {"daily": (1, "days"), "weekly": (1, "weeks"), "fortnightly": (2, "weeks")}
_OFTEN |= {"fortnight": (2, "weeks"), "monthly": (1, "months")}
_OFTEN |= {"quarterly": (3, "months"), "yearly": (1, "years"), "annually": (1, "years")}
# Ten years of each.
_MOST_OFTEN = {"days": 3650, "weeks": 520, "months": 120, "years": 10}


def parse_every(text: str) -> str:
    """How often something comes again: `3 months`, `1 week`, for `after_a_while`.

    Takes `month`, `every 3 months`, `2 weeks`, `quarter`, `yearly`; raises UsageError otherwise.
    """
    words = re.sub(r"^every ", "", " ".join(text.casefold().split()))
    match = re.fullmatch(rf"(?:({COUNT}) )?(?:(day|week|month|year)s?|(quarter)s?)", words)
    if words in _OFTEN:
        count, unit = _OFTEN[words]
    elif match is not None:
        typed = match[1] or "1"
        count = int(typed) if typed.isdigit() else SMALL.get(typed, 0)
        count, unit = (3 * count, "months") if match[3] else (count, f"{match[2]}s")
    else:
        count, unit = 0, ""
    if not count or count > _MOST_OFTEN[unit]:
        raise UsageError(f"not so often: {text}", 'write it as "3 months", "2 weeks" or yearly')
    return f"{count} {unit[:-1] if count == 1 else unit}"


def every_words(every: str) -> str:
    """`every 3 months`, `every week`."""
    count, unit = every.split()
    return f"every {unit}" if count == "1" else f"every {count} {unit}"


def after_a_while(day: dt.date, every: str) -> dt.date:
    """The day that lies so long after another: `3 months`, as `parse_every` gives it."""
    count, unit = every.split()
    return shifted(day, int(count), unit.removesuffix("s"))

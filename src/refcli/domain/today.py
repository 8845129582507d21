"""The day on which refcli runs. Imports nothing heavy, since the quick lane uses it."""

import datetime as dt

from refcli.errors import UsageError

# Between them whatever is counted from today stays in the calendar.
_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(9000, 12, 31)


def counted(today: dt.date) -> dt.date:
    """The day as it was told; raises UsageError for one from which nothing can be counted."""
    if not _FIRST <= today <= _LAST:
        raise UsageError(
            f"today is too far from any of us: {today.isoformat()}",
            f"set REFCLI_TODAY to a day from {_FIRST.isoformat()} to {_LAST.isoformat()}",
        )
    return today

"""Names for exchanges that stay the same, so that a file brings each once, and say nothing."""

import datetime as dt
import hashlib
from collections.abc import Iterable

_LENGTH = 32


def exchange_key(kind: str, day: dt.date, direction: str, who: Iterable[str]) -> str:
    """A digest of what was exchanged when, which way and with whom."""
    parts = (kind, day.isoformat(), direction, *sorted(who))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:_LENGTH]

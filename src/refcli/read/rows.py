"""Column values as the domain has them."""

import datetime as dt


def day(value: str | None) -> dt.date | None:
    """An ISO date, or None."""
    return None if value is None else dt.date.fromisoformat(value)


def a_day(value: str) -> dt.date:
    """An ISO date that is never null."""
    return dt.date.fromisoformat(value)

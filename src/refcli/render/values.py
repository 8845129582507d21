"""Small values as JSON and as text."""

import datetime as dt

from refcli.domain.contacts import Person
from refcli.domain.day_words import day_text
from refcli.render.output import Json


def day_json(day: dt.date | None) -> str | None:
    """An ISO date or null."""
    return None if day is None else day.isoformat()


def count_json(number: float) -> float:
    """A count, whole where it is whole: shares of one thing may not be."""
    return int(number) if number == int(number) else round(number, 2)


def person_json(person: Person | None) -> Json | None:
    """`{"id", "name"}` or null."""
    return None if person is None else {"id": person.id, "name": person.name}


def day_or_dash(day: dt.date | None, today: dt.date) -> str:
    """A day as a person says it, or `-` for none."""
    return "-" if day is None else day_text(day, today)

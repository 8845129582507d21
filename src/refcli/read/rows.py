"""Queries whose rows have names, and column values as the domain has them."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from refcli.domain.contacts import ANNIVERSARY, DIED, WEDDING, Person

Values = Mapping[str, object] | Sequence[object]
Shape = TypeVar("Shape", bound=NamedTuple)
Value = TypeVar("Value")

# The first basis of a contact `c`: as told, else as earned by work.
BASIS = (
    "coalesce(nullif(c.basis, 'other'),"
    " (select earned from rapport e where e.contact_id = c.id), 'other')"
)
# Whether a contact `c` has a basis, first, further or earned, `{}` being an SQL word.
HAS_BASIS = (
    "(c.basis = {0} or exists (select 1 from contact_basis b where b.contact_id = c.id"
    " and b.basis = {0}) or exists (select 1 from rapport e where e.contact_id = c.id"
    " and e.earned = {0}))"
)
IS_PARTNER = HAS_BASIS.format("'partner'")
# Whether a contact died, `{}` being the alias of the table.
HAS_DIED = (
    "{0}.status = 'dropped' and (lower(trim({0}.status_because)) = '"
    f"{DIED}' or lower(trim({{0}}.status_because)) glob '{DIED}[^a-z]*')"
)
# Whether a date `d` is of a couple that is none any more: nobody is wished a happy one.
OF_NO_COUPLE = (
    f"((d.label_key like '%{WEDDING}%' or d.label_key = '{ANNIVERSARY}')"
    " and exists (select 1 from tie t"
    " join contact o on o.id in (t.contact_id, t.other_id) and o.id <> d.contact_id"
    " where (t.contact_id = d.contact_id or t.other_id = d.contact_id)"
    " and (t.word like 'ex-%' or t.word like 'ex %'"
    f" or (t.word in ('spouse', 'partner') and {HAS_DIED.format('o')}))))"
)
# Received introductions, `i`, once for each of their sources, `y`.
SOURCED_BY = "intro_party y join intro i on i.id = y.intro_id and y.part = 'source'"


def chunked(found: Sequence[Value], size: int) -> Iterator[Sequence[Value]]:
    """So many at a time: a statement holds no more."""
    return (found[start : start + size] for start in range(0, len(found), size))


def rows(
    connection: sqlite3.Connection, shape: type[Shape], query: str, values: Values = ()
) -> list[Shape]:
    """Every row of a query; raises LookupError when its columns are not the shape's fields."""
    return list(each_row(connection, shape, query, values))


def each_row(
    connection: sqlite3.Connection, shape: type[Shape], query: str, values: Values = ()
) -> Iterator[Shape]:
    """As `rows`, one at a time, for a walk that ends early."""
    return map(shape._make, _named(connection, shape, query, values))


def one_row(
    connection: sqlite3.Connection, shape: type[Shape], query: str, values: Values = ()
) -> Shape | None:
    """The first row of a query, or None; raises LookupError as `rows` does."""
    found = _named(connection, shape, query, values).fetchone()
    return None if found is None else shape._make(found)


def columns(shape: type[NamedTuple]) -> str:
    """The fields of a shape as a select list, for a query of one table that has them all."""
    return ", ".join(shape._fields)


def numbers(connection: sqlite3.Connection, query: str, values: Values = ()) -> list[int]:
    """The only column of a query, all of it whole numbers."""
    return [value for (value,) in connection.execute(query, values).fetchall()]


def one_number(connection: sqlite3.Connection, query: str, values: Values = ()) -> int:
    """The only value of a query that always has one, a whole number."""
    (value,) = connection.execute(query, values).fetchone()
    return int(value)


def texts(connection: sqlite3.Connection, query: str, values: Values = ()) -> list[str]:
    """The only column of a query, all of it text."""
    return [value for (value,) in connection.execute(query, values).fetchall()]


def one_text(connection: sqlite3.Connection, query: str, values: Values = ()) -> str | None:
    """The only value of a query, text; None when it is null or there is no row."""
    (value,) = connection.execute(query, values).fetchone() or (None,)
    return None if value is None else str(value)


def several(
    connection: sqlite3.Connection, query: str, values: Values = ()
) -> dict[int, list[str]]:
    """The values of each id, in the order in which a query of two columns finds them."""
    found: dict[int, list[str]] = {}
    for owner, value in connection.execute(query, values).fetchall():
        found.setdefault(owner, []).append(value)
    return found


def marks(ids: Iterable[int]) -> str:
    """What stands within `in (…)` for these ids; nothing equals it when there are none."""
    return ",".join(str(int(i)) for i in ids) or "null"


def named(values: Iterable[str]) -> str:
    """What stands within `in (…)` for these words of the domain, none of which holds a quote."""
    return ",".join(f"'{value}'" for value in values)


def day(value: str | None) -> dt.date | None:
    """An ISO date, or None."""
    return None if value is None else dt.date.fromisoformat(value)


def a_day(value: str) -> dt.date:
    """An ISO date that is never null."""
    return dt.date.fromisoformat(value)


def converters(shape: type[NamedTuple]) -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """The fields that are a day or an enum, each with what makes its value of the stored one."""
    for name, kind in shape.__annotations__.items():
        for one in getattr(kind, "__args__", (kind,)):
            if one is dt.date:
                yield name, day
            elif isinstance(one, type) and issubclass(one, StrEnum):
                yield name, _optional(one)


def _optional(convert: type[StrEnum]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else convert(value)


def joined(number: int | None, name: str | None) -> Person | None:
    """Somebody joined in, or None; who has an id has a name."""
    return None if number is None or name is None else Person(number, name)


def _named(
    connection: sqlite3.Connection, shape: type[NamedTuple], query: str, values: Values
) -> sqlite3.Cursor:
    """The rows of a query, once its columns are known to be those of the shape."""
    cursor = connection.execute(query, values)
    names = tuple(name for name, *_ in cursor.description)
    if names != shape._fields:
        raise LookupError(
            f"the query gives {', '.join(names)}; {shape.__name__} has {', '.join(shape._fields)}"
        )
    return cursor

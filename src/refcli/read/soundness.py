"""Values that no command writes: in a store that something else has changed.

Days, words of a list and settings are looked at, since the rules reckon with them. What is no
whole number where one belongs, the schema itself refuses.
"""

import sqlite3
from collections.abc import Iterator

from refcli.domain.column import Holds
from refcli.domain.columns import TABLES, every_column, words_of_column
from refcli.domain.text import clean_line
from refcli.domain.typed_values import LARGEST_SEEN, is_setting, may_be_typed

_SHOWN = 40
# A day is the same text when SQLite has reckoned with it, a month with its day in a leap year too.
_NO_DAY = "date({0}, '+0 days') is not {0}"
_NO_MONTH_DAY = "date('2000-' || {0}, '+0 days') is not '2000-' || {0}"
_NO_TIME = "strftime('%H:%M', {0}) is not {0}"
_SHAPES = {
    ("yearly_date", "month_day"): _NO_MONTH_DAY,
    ("yearly_due", "month_day"): _NO_MONTH_DAY,
    ("custom", "at_time"): _NO_TIME,
    ("appointment", "at_time"): _NO_TIME,
    ("appointment", "until_time"): _NO_TIME,
}


def strange_value(connection: sqlite3.Connection) -> str:
    """The first value that no command writes, in words; empty where each is one that it may be."""
    return next(_strange(connection), "")


def _strange(connection: sqlite3.Connection) -> Iterator[str]:
    for table, column, declared in every_column():
        where = _SHAPES.get((table, column))
        words = words_of_column(table, column)
        if declared.holds is Holds.DAY:
            where = _NO_DAY
        elif words is not None:
            where = f"{{0}} not in ({', '.join(map(_quoted, sorted(words)))})"
        if where is not None:
            yield from _found(connection, table, column, where.format(f'"{column}"'))
    settings = connection.execute("select name, value from setting order by id")
    for name, value in settings.fetchall():
        if not is_setting({"name": name, "value": value}):
            yield f"the setting {_shown(name)} cannot be {_shown(value)!r}"
    yield from _lost_marks(connection)


def _found(connection: sqlite3.Connection, table: str, column: str, where: str) -> Iterator[str]:
    # What SQLite reads otherwise than we do is not strange for that: we decide.
    query = (
        f'select rowid, "{column}" from "{table}"'
        f' where "{column}" is not null and {where} order by rowid'
    )
    for number, value in connection.execute(query).fetchall():
        if not may_be_typed(table, column, value):
            name = TABLES[table].one or table
            yield f"{name} {number}: {column} cannot be {_shown(value)!r}"


def _lost_marks(connection: sqlite3.Connection) -> Iterator[str]:
    """An id that is seen is given out once: the marks stand, none above what can be typed."""
    marks = dict(
        connection.execute("select table_name, max(last) from id_mark group by table_name")
    )
    for table, declared in TABLES.items():
        if not declared.has_seen_ids:
            continue
        (highest,) = connection.execute(f'select coalesce(max(id), 0) from "{table}"').fetchone()
        if not highest <= marks.get(table, -1) <= LARGEST_SEEN:
            yield f"the mark of the ids that {table} has given out is lost"


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def _shown(value: object) -> str:
    return clean_line(str(value))[:_SHOWN]

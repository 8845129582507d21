"""The values of rows that come from elsewhere, checked as if they were typed; keys are made anew.

What the schema's own CHECKs judge is left to them.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from refcli.domain.column import Holds
from refcli.domain.columns import TABLES, declared, words_of_column
from refcli.domain.names import MAX_NAME, is_email, looks_like_phone
from refcli.domain.phones import phone_key
from refcli.domain.settings import checked_setting, known_setting
from refcli.domain.text import fold
from refcli.domain.yearly import MOST_NOTICE_DAYS
from refcli.errors import UsageError

_NUMBERS = frozenset({Holds.ID, Holds.ROW, Holds.NUMBER, Holds.FLAG})
_LONGEST = 1_000_000
# What days and amounts are added to has its own end.
_MOST = {"notice_days": MOST_NOTICE_DAYS, "value_cents": 10**14}
# What SQLite keeps as a whole number.
LARGEST = 2**63 - 1
# An id that a person types has fifteen digits at most, and there is room above what came in.
LARGEST_SEEN = 10**14
_TIME = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?")
_LEAP_YEAR = 2000


def _is_name(value: str) -> bool:
    return 0 < len(value) <= MAX_NAME and any(letter.isalnum() for letter in value)


def _is_month_day(value: str) -> bool:
    is_written = re.fullmatch(r"\d\d-\d\d", value) is not None
    return is_written and _is_day(f"{_LEAP_YEAR}-{value}")


def _is_day(value: str) -> bool:
    try:
        return dt.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_time(value: str) -> bool:
    return _TIME.fullmatch(value) is not None


def _is_instant(value: str) -> bool:
    return _INSTANT.fullmatch(value) is not None


# What a column's text has to be like, where it is no word of a list and no day.
_SHAPES: Mapping[tuple[str, str], Callable[[str], bool]] = {
    ("contact", "name"): _is_name,
    ("contact_nickname", "nickname"): _is_name,
    ("contact_former_name", "former_name"): _is_name,
    ("contact_email", "email"): is_email,
    ("contact_phone", "phone"): looks_like_phone,
    ("yearly_date", "month_day"): _is_month_day,
    ("custom", "at_time"): _is_time,
    ("appointment", "at_time"): _is_time,
    ("appointment", "until_time"): _is_time,
}
_YEARS = frozenset({("yearly_date", "year"), ("yearly_answer", "year")})
# What is compared, by the text that it is made from.
_KEYS: Mapping[tuple[str, str], tuple[str, Callable[[str], str]]] = {
    ("contact", "name_key"): ("name", fold),
    ("contact_email", "email_key"): ("email", str.lower),
    ("contact_phone", "phone_key"): ("phone", phone_key),
    ("contact_nickname", "nickname_key"): ("nickname", fold),
    ("contact_former_name", "former_name_key"): ("former_name", fold),
    ("contact_address", "address_key"): ("address", fold),
    ("contact_tag", "tag_key"): ("tag", fold),
    ("contact_field", "field_key"): ("field", fold),
    ("contact_field", "value_key"): ("value", fold),
    ("yearly_date", "label_key"): ("label", fold),
    ("target", "name_key"): ("name", fold),
    ("campaign", "name_key"): ("name", fold),
}


def may_be_typed(table: str, name: str, value: object) -> bool:
    """Whether a value that is there may stand in a column."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _is_number(table, name, value)
    return isinstance(value, str) and _is_text(table, name, value)


def _is_number(table: str, name: str, value: int) -> bool:
    if (table, name) in _YEARS:
        return 0 < value <= dt.MAXYEAR
    if name in _MOST:
        return 0 <= value <= _MOST[name]
    holds = _holds(table, name)
    return (holds is None or holds in _NUMBERS) and abs(value) <= LARGEST


def _is_text(table: str, name: str, value: str) -> bool:
    holds = _holds(table, name)
    if holds in _NUMBERS or len(value) > _LONGEST or not _is_whole(value):
        return False
    words = words_of_column(table, name)
    if words is not None:
        return value in words
    if holds is Holds.DAY:
        return _is_day(value)
    shape = _is_instant if holds is Holds.INSTANT else _SHAPES.get((table, name))
    return shape is None or shape(value)


def _is_whole(value: str) -> bool:
    """Whether no character is half a one."""
    return not any("\ud800" <= letter <= "\udfff" for letter in value)


def _holds(table: str, name: str) -> Holds | None:
    """What a column holds; None for one of an older layout."""
    known = table in TABLES and name in TABLES[table].columns
    return declared(table, name).holds if known else None


def with_keys(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with what is compared made from what is shown."""
    made = {
        key: of(row[text])
        for (owner, key), (text, of) in _KEYS.items()
        if owner == table and key in row and isinstance(row.get(text), str)
    }
    return {**row, **made}


def is_setting(row: Mapping[str, Any]) -> bool:
    """Whether a setting's value is one; names of another version are never asked for."""
    name, value = row.get("name"), row.get("value")
    if not isinstance(name, str) or not isinstance(value, str):
        return False
    try:
        known_setting(name)
    except UsageError:
        return True
    try:
        checked_setting(name, value)
    except UsageError:
        return False
    return True

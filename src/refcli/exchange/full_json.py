"""The whole store as JSON, complete and versioned: what goes out comes in again as it was."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from refcli.domain.contacts import Basis, ContactStatus, Tier
from refcli.domain.favors import FavorHow
from refcli.domain.followups import Closing
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import IntroState, Rung
from refcli.domain.text import clean_text
from refcli.domain.thanks import ThanksHow
from refcli.errors import BadData, NewerStore

FORMAT = 1
Rows = list[dict[str, Any]]
_DAYS = frozenset({"since", "until", "on_date", "confirm_by", "status_until", "known_since"})
# Columns whose words the rules know; what has a CHECK in the schema is judged there too.
_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("contact", "basis"): Basis,
    ("contact", "tier"): Tier,
    ("contact", "status"): ContactStatus,
    ("contact", "thanks_by"): ThanksHow,
    ("interaction", "channel"): Channel,
    ("interaction", "direction"): Direction,
    ("ask", "channel"): Channel,
    ("intro", "rung"): Rung,
    ("intro", "state"): IntroState,
    ("intro_step", "step"): IntroState,
    ("follow_up", "closing"): Closing,
    ("thanks", "how"): ThanksHow,
    ("favor", "how"): FavorHow,
}


def store_json(tables: Mapping[str, Sequence[Mapping[str, Any]]], schema: int, at: str) -> str:
    """Every row of every table, under what it is and when it was written."""
    whole = {"refcli": {"format": FORMAT, "schema": schema, "exported": at}, "tables": tables}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def person_json(tables: Mapping[str, Sequence[Mapping[str, Any]]], at: str) -> str:
    """All rows about one person; cannot be imported, since others in it are left out."""
    whole = {"refcli": {"format": FORMAT, "about": "one person", "exported": at}, "rows": tables}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def is_store_json(value: Any) -> bool:
    """Whether a parsed JSON file is an export of a whole store."""
    return isinstance(value, dict) and isinstance(value.get("refcli"), dict) and "tables" in value


def schema_of(value: Any, newest: int) -> int:
    """The schema that an export was written by; raises NewerStore when it is none we know."""
    head = value["refcli"]
    written = head.get("schema")
    is_known = isinstance(written, int) and 0 < written <= newest
    if head.get("format") != FORMAT or not is_known:
        raise NewerStore("the export is from a newer refcli, so nothing was imported")
    return int(written)


def store_rows(value: Any, columns: Mapping[str, Sequence[str]]) -> dict[str, Rows]:
    """The rows by table, checked against the columns of the export's schema; raises BadData."""
    tables = value["tables"]
    if not isinstance(tables, dict):
        raise BadData("the export holds no tables, so nothing was imported")
    return {table: _rows(table, rows, columns) for table, rows in tables.items()}


def _rows(table: str, rows: Any, columns: Mapping[str, Sequence[str]]) -> Rows:
    known = frozenset(columns.get(table, ()))
    if not known or not isinstance(rows, list):
        raise BadData(f"there is no table {clean_text(str(table))[:40]!r}, nothing was imported")
    checked = []
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict) or not known.issuperset(row) or not _is_id(row.get("id")):
            raise BadData(f"{table}, row {number} is not understood, so nothing was imported")
        checked.append({name: _value(table, number, name, v) for name, v in row.items()})
    return checked


def _is_id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _value(table: str, number: int, name: str, value: Any) -> Any:
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    if not isinstance(value, str):
        raise BadData(f"{table}, row {number}: {name} is not understood, so nothing was imported")
    words = _WORDS.get((table, name))
    try:
        if words is not None:
            words(value)
        elif name in _DAYS or name.endswith("_on"):
            dt.date.fromisoformat(value)
    except ValueError as error:
        raise BadData(
            f"{table}, row {number}: {name} cannot be {clean_text(value)[:40]!r},"
            " so nothing was imported"
        ) from error
    # Keys hold folded text, which is decomposed on purpose, and are never shown.
    return value if name.endswith("_key") else clean_text(value)

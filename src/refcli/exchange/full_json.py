"""The whole store as JSON, complete and versioned: what goes out comes in again as it was."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from refcli.domain.column import Holds
from refcli.domain.columns import TABLES, declared
from refcli.domain.text import clean_text
from refcli.domain.typed_values import LARGEST, LARGEST_SEEN, is_setting, may_be_typed, with_keys
from refcli.errors import BadData, NewerStore

FORMAT = 1
Rows = list[dict[str, Any]]


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
    """The schema that an export was written by.

    Raises NewerStore for one to come, and BadData where it says none.
    """
    form, written = (value["refcli"].get(name) for name in ("format", "schema"))
    if not all(_is_counted(number, LARGEST) for number in (form, written)):
        raise BadData("the export does not say which refcli wrote it, so nothing was imported")
    if form > FORMAT or written > newest:
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
        if not isinstance(row, dict) or not known.issuperset(row) or not _is_id(table, row):
            raise BadData(f"{table}, row {number} is not understood, so nothing was imported")
        if table == "id_mark" and not _is_mark(row):
            raise BadData(f"{table}, row {number} is not understood, so nothing was imported")
        kept = {name: _value(table, number, name, v) for name, v in row.items()}
        if table == "setting" and not is_setting(kept):
            raise _cannot_be(table, number, str(kept.get("name")), kept.get("value"))
        checked.append(with_keys(table, kept))
    return checked


def _is_mark(row: Mapping[str, Any]) -> bool:
    block, last = row.get("block"), row.get("last")
    is_number = isinstance(block, int) and isinstance(last, int) and 0 <= last <= LARGEST_SEEN
    return is_number and "table_name" in row


def _is_id(table: str, row: Mapping[str, Any]) -> bool:
    is_seen = table in TABLES and TABLES[table].has_seen_ids
    return _is_counted(row.get("id"), LARGEST_SEEN if is_seen else LARGEST)


def _is_counted(value: Any, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value <= most


def _value(table: str, number: int, name: str, value: Any) -> Any:
    if value is None:
        return value
    if not isinstance(value, int | str) or isinstance(value, bool):
        raise BadData(f"{table}, row {number}: {name} is not understood, so nothing was imported")
    if not may_be_typed(table, name, value):
        raise _cannot_be(table, number, name, value)
    if isinstance(value, int):
        return value
    # Keys hold folded text, which is decomposed on purpose, and are never shown.
    return value if declared(table, name).holds is Holds.KEY else clean_text(value)


def _cannot_be(table: str, number: int, name: str, value: object) -> BadData:
    shown = clean_text(str(value))[:40]
    return BadData(
        f"{table}, row {number}: {clean_text(name)[:40]} cannot be {shown!r},"
        " so nothing was imported"
    )

"""A list as another program takes it: JSON, a JSON object a line, columns, or the ids alone."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from refcli.cli.frame.lists import ListForm
from refcli.domain.text import clean_text
from refcli.errors import UsageError
from refcli.exchange.formulas import guarded

Record = Mapping[str, Any]
# Of whom an id is printed as a name is typed.
_OF_CONTACTS = ("contact.id", "source.id")


def written_as(form: ListForm, columns: Sequence[str]) -> Callable[[Sequence[Record]], str]:
    """How records are written in that form; `ids` are refused where the rows have none."""
    if form is ListForm.IDS:
        key = next((each for each in ("id", *_OF_CONTACTS) if each in columns), None)
        if key is None:
            raise UsageError("these rows have no ids", "--format csv has every column")
        is_contact = key in _OF_CONTACTS or "former_names" in columns
        return lambda records: _ids(records, key, is_contact=is_contact)
    forms: dict[ListForm, Callable[[Sequence[Record]], str]] = {
        ListForm.JSONL: lambda records: "".join(json.dumps(record) + "\n" for record in records),
        ListForm.CSV: lambda records: _csv(records, columns),
        ListForm.TSV: lambda records: _tsv(records, columns),
    }
    return forms[form]


def _ids(records: Sequence[Record], key: str, *, is_contact: bool) -> str:
    """Each id once, in the order of the list."""
    mark = "@" if is_contact else ""
    ids = dict.fromkeys(_value(record, key) for record in records)
    return "".join(f"{mark}{number}\n" for number in ids if number is not None)


def _csv(records: Sequence[Record], columns: Sequence[str]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(_guarded(record, columns) for record in records)
    return text.getvalue()


def _tsv(records: Sequence[Record], columns: Sequence[str]) -> str:
    """Tabs between, a line a row: white space within a cell is one space."""
    rows = [list(columns), *(_guarded(record, columns) for record in records)]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def _guarded(record: Record, columns: Sequence[str]) -> list[str]:
    """The cells of a row: nothing drives a terminal, and no spreadsheet computes a text."""
    return [_cell(_value(record, column)) for column in columns]


def _cell(value: Any) -> str:
    text = _text(value)
    return text if isinstance(value, int | float) else guarded(clean_text(text))


def _value(record: Record, column: str) -> Any:
    """The value at a dotted key, None where something on the way is not there."""
    found: Any = record
    for key in column.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_text(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(_member(each) for each in value)
    return str(value)


def _member(value: Any) -> str:
    """One of several: an object by its name, else by all that it says."""
    if not isinstance(value, Mapping):
        return _text(value)
    named = value.get("name") or value.get("text")
    return str(named or " ".join(filter(None, map(_member, value.values()))))

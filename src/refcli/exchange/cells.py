"""Cells of an address book as a person: what every tabular format has in common."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence

from refcli.domain.column import Column, Holds
from refcli.domain.columns import plain_from_files
from refcli.domain.contacts import Basis
from refcli.domain.imports import Entry, ImportedPerson, RejectedRow
from refcli.domain.names import MAX_NAME, looks_like_phone
from refcli.domain.text import clean_line, clean_text

EMAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
PROFILE = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/in/", re.IGNORECASE)
# A number that a spreadsheet has rounded: its last digits are gone.
_DAMAGED = re.compile(r"[+-]?\d+[.,]?\d*E\+?\d+", re.IGNORECASE)
_ALIASES = {b.value: b for b in Basis}
MAX_NOTE = 20_000
_PLAIN = plain_from_files()


def person_entries(line: int, cells: Mapping[str, Sequence[str]]) -> Iterator[Entry]:
    """The person of a row by field, then what of it cannot be taken."""
    name = name_of(cells)
    if not name:
        yield RejectedRow(line, "no name", fatal=False)
        return
    phones = [clean_line(p) for p in cells.get("phone", ())]
    yield ImportedPerson(
        line=line,
        name=name,
        plain={
            name: value for name, column in _PLAIN.items() if (value := _plain(cells, name, column))
        },
        emails=unique(e for e in map(clean_line, cells.get("email", ())) if EMAIL.fullmatch(e)),
        phones=unique(p for p in phones if is_phone(p)),
        nicknames=unique(clean_line(n) for n in cells.get("nickname", ())),
        tags=unique(clean_line(t).lstrip("#+") for t in cells.get("tag", ())),
        basis=_ALIASES.get((one(cells, "basis") or "").lower()),
        through=one(cells, "through"),
    )
    for phone in phones:
        if _DAMAGED.fullmatch(phone):
            reason = f"the phone number {phone} was damaged by a spreadsheet and is left out"
            yield RejectedRow(line, reason, fatal=False)


def _plain(cells: Mapping[str, Sequence[str]], name: str, column: Column) -> str | dt.date | None:
    """What the cells say about a column that holds one value."""
    if name == "note":
        return clean_text("\n".join(cells.get("note", ())))[:MAX_NOTE] or None
    if name == "url":
        return next((u for u in map(clean_line, cells.get("url", ())) if PROFILE.match(u)), None)
    found = one(cells, name)
    return iso_day(found) if column.holds is Holds.DAY else found


def name_of(cells: Mapping[str, Sequence[str]]) -> str:
    """The name as one, else put together from its parts; empty when there is none."""
    whole = one(cells, "name") or ""
    parts = (one(cells, part) or "" for part in ("first", "middle", "last", "suffix"))
    name = clean_line(whole or " ".join(parts))[:MAX_NAME]
    return name if any(c.isalnum() for c in name) else ""


def is_phone(text: str) -> bool:
    """Whether it is a phone number that is whole."""
    return looks_like_phone(text) and not _DAMAGED.fullmatch(text)


def one(cells: Mapping[str, Sequence[str]], field: str) -> str | None:
    """The first cell of a field that says something."""
    return next((text for cell in cells.get(field, ()) if (text := clean_line(cell))), None)


def unique(texts: Iterator[str] | Sequence[str]) -> tuple[str, ...]:
    """The texts that say something, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


def iso_day(text: str | None) -> dt.date | None:
    """An ISO date, or None for anything else."""
    try:
        return None if text is None else dt.date.fromisoformat(text[:10])
    except ValueError:
        return None

"""The journal in words: what each command did, and what undoing it would do."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from refcli.domain.columns import TABLES
from refcli.domain.text import joined, plural

# What undoing a change of each kind does.
_VERBS = (("added", "takes away"), ("changed", "changes back"), ("deleted", "brings back"))


class Image(NamedTuple):
    """One row as it was and as it became; None where it was not there."""

    table: str
    row: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None


# Where somebody was named who was forgotten.
FORGOTTEN = "(forgotten)"


class Mark(NamedTuple):
    """What tells an entry from another that has its number after a restore."""

    id: int
    at: str
    summary: str


class Entry(NamedTuple):
    """One command that changed something; `changes` counts rows by kind of change and table."""

    id: int
    at: str
    command: str
    summary: str
    undone_by: int | None
    undoes: int | None
    is_erased: bool
    changes: Mapping[tuple[str, str], int]

    @property
    def mark(self) -> Mark:
        """By what it is known again."""
        return Mark(self.id, self.at, self.summary)

    @property
    def is_undo_or_redo(self) -> bool:
        """Whether it took another entry back."""
        return self.undoes is not None

    @property
    def can_be_undone(self) -> bool:
        """Whether `undo` may try; later changes to the same rows can still forbid it."""
        return not (self.is_undo_or_redo or self.is_erased or self.undone_by)


def undoing_words(entry: Entry) -> str:
    """What undoing the entry would do: `takes away 1 interaction, changes back 2 follow-ups`."""
    parts = []
    for kind, verb in _VERBS:
        counted = [
            plural(count, TABLES[table].one, TABLES[table].many)
            for (change, table), count in entry.changes.items()
            if change == kind and TABLES[table].one
        ]
        if counted:
            parts.append(f"{verb} {joined(counted)}")
    return ", ".join(parts)


def outcomes(images: Iterable[Image]) -> dict[tuple[str, int], Image]:
    """Each row once: as it was before the first of its images, as it became with the last.

    A row that was both added and deleted, or is as it was, is left out: nothing became of it.
    """
    found: dict[tuple[str, int], Image] = {}
    for image in images:
        key = (image.table, image.row)
        first = found.get(key)
        before = image.before if first is None else first.before
        found[key] = Image(image.table, image.row, before, image.after)
    return {key: image for key, image in found.items() if image.before != image.after}

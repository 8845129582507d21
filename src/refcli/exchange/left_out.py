"""What an import leaves out, as a file of its own kind: mended, it can be imported again."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol

from refcli.domain.text import clean_line
from refcli.exchange.csvtext import Table, TextFile
from refcli.exchange.formulas import guarded

# The column that says why; it is passed over when the file comes in again.
WHY = "left out because"
CARD_WHY = "X-REFCLI-WHY"

# By the line on which it begins, why something was left out, whole or in part.
Reasons = Mapping[int, str]


class Mendable(Protocol):
    """A reader that can write what it read again."""

    def left_out(self, reasons: Reasons) -> bytes:
        """What begins on those lines, as a file of the same kind, each with the reason."""


def left_out_of(entries: object, reasons: Reasons) -> bytes:
    """What is left out, in the file's own kind; of several files together as a list of reasons."""
    write = getattr(entries, "left_out", None)
    if write is not None:
        found: bytes = write(reasons)
        return found
    return _as_csv([["line", WHY], *([str(line), why] for line, why in sorted(reasons.items()))])


def rows_left_out(
    table: Table, header_at: int, reasons: Reasons, titles: Sequence[str] = ()
) -> bytes:
    """Rows of a table under its titles, with whatever stands above them.

    `header_at` is -1 for a table without titles, which gets those that are told.
    """
    above = [cells for _, cells in islice(table.rows(), header_at + 1)] or [list(titles)]
    titles = above[-1]
    rows = [*above[:-1], [*titles, WHY]]
    for line, cells in table.rows():
        if line in reasons:
            own, more = cells[: len(titles)], cells[len(titles) :]
            own += [""] * (len(titles) - len(own))
            rows.append([*own, reasons[line], *more])
    return _as_csv(rows)


def _as_csv(rows: Iterable[list[str]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    # A spreadsheet takes a file without the mark for one in its own code page.
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")


def cards_left_out(lines: Iterable[tuple[int, bytes]], reasons: Reasons) -> bytes:
    """Cards as they stand in the file, of (line, bytes) without folds."""
    kept, outside = list[bytes](), list[bytes]()
    is_wanted = False
    for number, line in lines:
        word = line.strip().upper()
        if word == b"BEGIN:VCARD":
            is_wanted = number in reasons
            kept += [line, _property(CARD_WHY, reasons[number])] if is_wanted else []
        elif is_wanted:
            kept.append(line)
            is_wanted = word != b"END:VCARD"
        elif number in reasons:
            outside.append(line)
    return b"".join(line + b"\r\n" for line in (*kept, *outside))


def events_left_out(
    lines: Iterable[tuple[int, bytes]], zones: Iterable[bytes], reasons: Reasons
) -> bytes:
    """Events as they stand in a calendar, with the zones that it declares."""
    kept = [b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//refcli//left out//EN", *zones]
    is_wanted = False
    for number, line in lines:
        word = line.strip().upper()
        if word == b"BEGIN:VEVENT":
            is_wanted = number in reasons
            kept += [line, _property(CARD_WHY, reasons[number])] if is_wanted else []
        elif is_wanted:
            kept.append(line)
            is_wanted = word != b"END:VEVENT"
    return b"".join(line + b"\r\n" for line in (*kept, b"END:VCALENDAR"))


def _property(name: str, value: str) -> bytes:
    return f"{name}:{clean_line(value)}".encode()


def records_left_out(file: TextFile, reasons: Reasons) -> bytes:
    """Records of an LDIF file, each under a comment with the reason."""
    return "".join(_records(file, reasons)).encode("utf-8", "replace")


def _records(file: TextFile, reasons: Reasons) -> Iterator[str]:
    begins = 1
    for number, line in enumerate(file.lines(), start=1):
        if begins in reasons and number == begins:
            yield f"# {WHY} {clean_line(reasons[begins])}\n"
        if begins in reasons:
            yield line.rstrip("\r\n") + "\n"
        if not line.strip():
            begins = number + 1

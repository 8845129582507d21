"""What an import leaves out, as a file of its own kind: mended, it can be imported again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Protocol, runtime_checkable

from refcli.exchange.csvtext import Table, TextFile
from refcli.exchange.formulas import guarded_csv

# The column, and the property of a block, that say why: passed over when the file comes again.
WHY = "left out because"
BLOCK_WHY = "X-REFCLI-WHY"

# By the line on which it begins, why something was left out, whole or in part.
Reasons = Mapping[int, str]


@runtime_checkable
class Mendable(Protocol):
    """A reader that can write what it read again."""

    def left_out(self, reasons: Reasons) -> bytes:
        """What begins on those lines, as a file of the same kind, each with the reason."""


def left_out_of(reader: object, reasons: Reasons, names: Mapping[int, str]) -> bytes:
    """What is left out, in the file's own kind; of several files together as a list of reasons."""
    if isinstance(reader, Mendable):
        return reader.left_out(reasons)
    rows = ([str(line), names.get(line, ""), why] for line, why in sorted(reasons.items()))
    return _as_csv([["line", "name", WHY], *rows])


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


def _as_csv(rows: Iterable[Sequence[str]]) -> bytes:
    # A spreadsheet takes a file without the mark for one in its own code page.
    return b"\xef\xbb\xbf" + guarded_csv(rows).encode("utf-8", "replace")


def cards_left_out(lines: Iterable[tuple[int, bytes]], reasons: Reasons) -> bytes:
    """Cards as they stand in the file, of (line, bytes) without folds."""
    kept, outside = _blocks(lines, b"VCARD", reasons)
    return _joined([*kept, *outside])


def events_left_out(
    lines: Iterable[tuple[int, bytes]], zones: Iterable[bytes], reasons: Reasons
) -> bytes:
    """Events as they stand in a calendar, with the zones that it declares."""
    kept, _ = _blocks(lines, b"VEVENT", reasons)
    head = (b"BEGIN:VCALENDAR", b"VERSION:2.0", b"PRODID:-//refcli//left out//EN")
    return _joined([*head, *zones, *kept, b"END:VCALENDAR"])


def _blocks(
    lines: Iterable[tuple[int, bytes]], kind: bytes, reasons: Reasons
) -> tuple[list[bytes], list[bytes]]:
    """The lines of the blocks of a kind that are left out, and of what stands outside of any."""
    kept, outside = list[bytes](), list[bytes]()
    is_wanted = False
    for number, line in lines:
        word = line.strip().upper()
        if word == b"BEGIN:" + kind:
            is_wanted = number in reasons
            kept += [line, f"{BLOCK_WHY}:{reasons[number]}".encode()] if is_wanted else []
        elif is_wanted:
            kept.append(line)
            is_wanted = word != b"END:" + kind
        elif number in reasons:
            outside.append(line)
    return kept, outside


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\r\n" for line in lines)


def records_left_out(file: TextFile, reasons: Reasons) -> bytes:
    """Records of an LDIF file, each under a comment with the reason."""
    return "".join(_records(file, reasons)).encode("utf-8", "replace")


def _records(file: TextFile, reasons: Reasons) -> Iterator[str]:
    begins = 1
    for number, line in enumerate(file.lines(), start=1):
        if begins in reasons and number == begins:
            yield f"# {WHY} {reasons[begins]}\n"
        if begins in reasons:
            yield line.rstrip("\r\n") + "\n"
        if not line.strip():
            begins = number + 1

"""BNI's slips audit report: referrals, one-to-ones and thank-yous for closed business."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from refcli.domain.imports import Entry, ImportedExchange, ImportedPerson, ImportedSlip, RejectedRow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.money import parse_amount
from refcli.domain.text import clean_line, fold
from refcli.errors import BadData, UsageError
from refcli.exchange.csvtext import Table
from refcli.exchange.keys import exchange_key
from refcli.exchange.left_out import Reasons, rows_left_out

_COLUMNS = ("from", "to", "slip type")
_PREAMBLE_ROWS = 30
_MONTHS = 12
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})|(\d{1,2})/(\d{1,2})/(\d{4})")
_NOBODY_KNOWN = "who I am is not known; first: refcli config set me.name NAME"


@dataclass(frozen=True, slots=True)
class Slips:
    """The slips of a report, seen from `me`; they carry no date, so `on` is the report's."""

    table: Table
    header: int
    on: dt.date
    me: str

    def __iter__(self) -> Iterator[Entry]:
        """People as they come up, then what the slip says of them."""
        named: set[str] = set()
        for number, (line, cells) in enumerate(self.table.rows()):
            if number <= self.header or not any(cell.strip() for cell in cells):
                continue
            row = [clean_line(cell) for cell in (*cells, "", "", "", "", "", "", "")]
            entry = self._slip(line, row)
            if isinstance(entry, RejectedRow):
                yield entry
                continue
            for name in _others(entry):
                if fold(name) not in {fold(self.me), *named}:
                    named.add(fold(name))
                    yield ImportedPerson(line=line, name=name)
            yield entry

    def left_out(self, reasons: Reasons) -> bytes:
        """Those slips under the titles of the report, each with why it was left out."""
        return rows_left_out(self.table, self.header, reasons)

    def _slip(self, line: int, row: list[str]) -> ImportedExchange | ImportedSlip | RejectedRow:
        sender, receiver, kind, _, amount, _, detail = row[:7]
        kind = fold(kind).replace("-", " ")
        is_mine = fold(sender) == fold(self.me)
        is_ours = is_mine or fold(receiver) == fold(self.me)
        if kind in ("one to one", "referral") and not is_ours:
            what = kind.replace(" ", "-")
            return RejectedRow(line, f"a {what} between others", fatal=False)
        if kind == "one to one":
            other = receiver if is_mine else sender
            return ImportedExchange(
                line=line,
                on=self.on,
                channel=Channel.IN_PERSON,
                direction=Direction.BOTH,
                key=exchange_key("one-to-one", self.on, str(line), (fold(other),)),
                names=(other,),
            )
        if kind == "referral" and sender and receiver and detail:
            return ImportedSlip(
                line=line, on=self.on, source=sender, receiver=receiver, prospect=detail[:200]
            )
        if kind == "tyfcb":
            try:
                cents = parse_amount(amount.lstrip("$€£ "))
            except UsageError:
                return RejectedRow(line, f"no amount: {amount or '(empty)'}", fatal=False)
            return ImportedSlip(
                line=line, on=self.on, source=receiver, receiver=self.me, value_cents=cents
            )
        return RejectedRow(line, f"nothing to take from a slip of type {row[2]!r}", fatal=False)


def slips(table: Table, me: str, today: dt.date) -> Slips | None:
    """The slips in a file, None when it is another file; raises BadData without my name."""
    found: dt.date | None = None
    for number, (_, cells) in enumerate(table.rows()):
        if tuple(fold(cell) for cell in cells[:3]) == _COLUMNS:
            if not me:
                raise BadData(f"{_NOBODY_KNOWN}, so nothing was imported: {table.name}")
            return Slips(table, number, min(found or today, today), me)
        for match in _DAY.finditer(" ".join(cells)):
            found = _latest(found, match)
        if number > _PREAMBLE_ROWS:
            break
    return None


def _latest(found: dt.date | None, match: re.Match[str]) -> dt.date | None:
    year, month, day = (
        (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    )
    if int(month) > _MONTHS:  # the day stands first unless it cannot be
        month, day = day, month
    try:
        date = dt.date(int(year), int(month), int(day))
    except ValueError:
        return found
    return date if found is None or date > found else found


def _others(entry: ImportedExchange | ImportedSlip) -> tuple[str, ...]:
    """The members whom a slip names, apart from me; the prospect comes with the introduction."""
    if isinstance(entry, ImportedExchange):
        return entry.names
    return () if entry.value_cents is not None else (entry.source, entry.receiver)

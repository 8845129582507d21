"""LinkedIn's data export: connections, invitations and the dates of messages."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from refcli.domain.imports import Entry, ImportedExchange, ImportedPerson, RejectedRow, url_key
from refcli.domain.interactions import Channel, Direction
from refcli.domain.names import MAX_NAME, is_email
from refcli.domain.text import clean_line, fold
from refcli.exchange.cell_values import iso_day
from refcli.exchange.cells import PROFILE
from refcli.exchange.csvtext import BrokenRow, Table
from refcli.exchange.file_days import Days
from refcli.exchange.keys import exchange_key
from refcli.exchange.left_out import WHY, Reasons, rows_left_out

_ENGLISH = ("first name", "last name", "url", "email address", "company", "position")
_OLD = ("first name", "last name", "email address", "company", "position", "connected on")
_MESSAGES = {"conversation id", "from", "to", "date"}
_INVITATIONS = {"from", "to", "sent at", "direction"}
_COLUMNS = 7
_URL_COLUMN = 2
_PREAMBLE_ROWS = 10
_SENT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})")


@dataclass(frozen=True, slots=True)
class Connections:
    """The people of `Connections.csv`; `header` is the number of its header row."""

    table: Table
    header: int
    titles: tuple[str, ...]
    has_url: bool
    days: Days
    not_kept: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Entry]:
        """Each row as a person, or why it cannot be taken."""
        self.not_kept.clear()
        wanted = _COLUMNS if self.has_url else _COLUMNS - 1
        for number, (line, cells) in enumerate(self.table.rows()):
            if number <= self.header or not any(cell.strip() for cell in cells):
                continue
            if isinstance(cells, BrokenRow):
                yield RejectedRow(line, f"it is no row ({cells.reason})", fatal=True)
                continue
            more = [cell for cell in cells[len(self.titles) :] if cell.strip()]
            if len(cells) < wanted or more:
                reason = f"{len(cells)} columns instead of {wanted}"
                yield RejectedRow(line, reason, fatal=True)
                continue
            for title, cell in zip(self.titles[wanted:], cells[wanted:], strict=False):
                self.not_kept[title] += bool(title not in ("", WHY) and cell.strip())
            yield _person(line, cells[:wanted], self.days, has_url=self.has_url)

    def left_out(self, reasons: Reasons) -> bytes:
        """Those rows under the titles, each with why it was left out."""
        return rows_left_out(self.table, self.header, reasons)


def connections(table: Table, days: Days) -> Connections | None:
    """The connections in a file, None when it is another file."""
    rows = []
    for number, row in enumerate(table.rows()):
        rows.append(row)
        if number > _PREAMBLE_ROWS:
            break
    for number, (_, cells) in enumerate(rows[:_PREAMBLE_ROWS]):
        titles = tuple(cell.strip().lower() for cell in cells)
        is_english = titles[: len(_ENGLISH)] == _ENGLISH
        if is_english or titles[: len(_OLD)] == _OLD:
            return Connections(table, number, titles, has_url=is_english, days=days)
        is_wide = len(cells) >= _COLUMNS and all(cells[:2])
        if is_wide and _is_followed_by_profile(rows[number + 1 :]):
            return Connections(table, number, titles, has_url=True, days=days)
    return None


def _is_followed_by_profile(rows: list[tuple[int, list[str]]]) -> bool:
    filled = next((cells for _, cells in rows if any(c.strip() for c in cells)), [])
    return len(filled) >= _COLUMNS and bool(PROFILE.match(filled[_URL_COLUMN].strip()))


def _person(
    line: int, cells: list[str], days: Days, *, has_url: bool
) -> ImportedPerson | RejectedRow:
    if not has_url:
        cells = [*cells[:_URL_COLUMN], "", *cells[_URL_COLUMN:]]
    first, last, url, email, company, position, connected = (clean_line(c) for c in cells)
    name = f"{first} {last}".strip()
    if not any(c.isalnum() for c in name):
        return RejectedRow(line, "no name", fatal=False)
    told = {
        "organization": company,
        "role": position,
        "url": url if PROFILE.match(url) else "",
        "known_since": _connected_on(connected, days),
    }
    return ImportedPerson(
        line=line,
        name=name[:MAX_NAME],
        plain={name: value for name, value in told.items() if value},
        emails=(email,) if is_email(email) else (),
    )


@lru_cache(maxsize=4096)
def _connected_on(text: str, days: Days) -> dt.date | None:
    day = days.day_of(text)
    return None if day is None else day.date


@dataclass(frozen=True, slots=True)
class Messages:
    """The dates of `messages.csv`, never a word of them; talks with several credit nobody."""

    table: Table
    titles: tuple[str, ...]
    my_name: str

    def __iter__(self) -> Iterator[Entry]:
        """One exchange for each day, person and direction."""
        me = self._owner()
        seen: set[str] = set()
        for line, row in _rows_by_title(self.table, self.titles):
            sender = url_key(row.get("sender profile url"))
            others = [u for u in row.get("recipient profile urls", "").split(",") if u.strip()]
            names = [n for n in row.get("to", "").split(",") if n.strip()]
            day = iso_day(row.get("date"))
            is_draft = clean_line(row.get("folder", "")).lower() == "drafts"
            several = len(others) > 1 or (not others and len(names) != 1)
            if day is None or several or is_draft or not (sender or row.get("from")):
                continue
            is_mine = me in (sender, fold(row.get("from", "")))
            name = clean_line(row.get("to" if is_mine else "from", ""))
            partner = next(iter(others), "") if is_mine else row.get("sender profile url", "")
            direction = Direction.OUT if is_mine else Direction.IN
            key = exchange_key("message", day, direction, (url_key(partner) or fold(name),))
            if key not in seen:
                seen.add(key)
                yield ImportedExchange(
                    line=line,
                    on=day,
                    channel=Channel.MESSAGE,
                    direction=direction,
                    key=key,
                    urls=(url_key(partner),) if partner else (),
                    names=(name,),
                )

    def _owner(self) -> str:
        """Whose export it is: the profile, else the name, that takes part in most messages."""
        urls, names = Counter[str](), Counter[str]()
        for _, row in _rows_by_title(self.table, self.titles):
            several = row.get("recipient profile urls", "").split(",")
            if any(several):
                sender = row.get("sender profile url", "")
                urls.update(filter(None, dict.fromkeys(map(url_key, (sender, *several)))))
            people = (row.get("from", ""), *row.get("to", "").split(","))
            names.update(filter(None, dict.fromkeys(map(fold, people))))
        mine = fold(self.my_name)
        if not urls and names[mine]:
            return mine
        count = urls or names
        return max(count, key=lambda one: count[one], default="")


@dataclass(frozen=True, slots=True)
class Invitations:
    """The dates of `Invitations.csv`: an approach, by me or by them."""

    table: Table
    titles: tuple[str, ...]

    def __iter__(self) -> Iterator[Entry]:
        """One exchange for each invitation."""
        for line, row in _rows_by_title(self.table, self.titles):
            is_mine = row.get("direction", "").strip().upper().startswith("OUT")
            url = url_key(row.get("inviteeprofileurl" if is_mine else "inviterprofileurl"))
            name = clean_line(row.get("to" if is_mine else "from", ""))
            day = _sent_on(row.get("sent at", ""))
            if day is not None and (url or name):
                direction = Direction.OUT if is_mine else Direction.IN
                yield ImportedExchange(
                    line=line,
                    on=day,
                    channel=Channel.MESSAGE,
                    direction=direction,
                    key=exchange_key("invitation", day, direction, (url or name,)),
                    urls=(url,) if url else (),
                    names=(name,),
                )


def messages(table: Table, my_name: str = "") -> Messages | Invitations | None:
    """The messages or invitations in a file, None when it is another file."""
    header = next(table.rows(), (1, []))[1]
    titles = tuple(cell.strip().lower() for cell in header)
    if set(titles) >= _MESSAGES:
        return Messages(table, titles, my_name)
    return Invitations(table, titles) if set(titles) >= _INVITATIONS else None


def _rows_by_title(table: Table, titles: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    rows = table.rows()
    next(rows)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            yield line, dict(zip(titles, cells, strict=False))


def _sent_on(text: str) -> dt.date | None:
    """`7/1/26, 10:00 AM`, month first as LinkedIn writes it, or an ISO date."""
    match = _SENT.match(text.strip())
    if not match:
        return iso_day(text.strip())
    year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)  # noqa: PLR2004  two digits
    return iso_day(f"{year:04}-{int(match[1]):02}-{int(match[2]):02}")

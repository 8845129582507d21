"""LinkedIn's data export: connections, invitations and the dates of messages."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from refcli.domain.imports import Entry, ImportedExchange, ImportedPerson, RejectedRow, url_key
from refcli.domain.interactions import Channel, Direction
from refcli.domain.names import MAX_NAME
from refcli.domain.text import clean_line
from refcli.exchange.cells import EMAIL, PROFILE, iso_day
from refcli.exchange.csvtext import TextFile, csv_rows
from refcli.exchange.keys import exchange_key

_ENGLISH = ("first name", "last name", "url", "email address", "company", "position")
_OLD = ("first name", "last name", "email address", "company", "position", "connected on")
_MESSAGES = {"conversation id", "from", "sender profile url", "to", "recipient profile urls"}
_INVITATIONS = {"from", "to", "sent at", "direction"}
_COLUMNS = 7
_URL_COLUMN = 2
_PREAMBLE_ROWS = 10
_CONNECTED = re.compile(r"(\d{1,2})\.? (\w{3,12})\.? (\d{4})")
_SENT = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})")
# First letters of the month names in the languages of the export, folded.
_MONTHS = (
    ("jan", "ene", "gen", "sty"),
    ("feb", "fev", "fév", "lut"),
    ("mar", "mär", "mae", "mrt", "maa"),
    ("apr", "avr", "abr", "kwi"),
    ("may", "mai", "mag", "mei", "maj"),
    ("jun", "juin", "giu", "cze"),
    ("jul", "juil", "lug", "lip"),
    ("aug", "aoû", "aou", "ago", "sie"),
    ("sep", "set", "wrz"),
    ("oct", "okt", "out", "ott", "paź"),
    ("nov", "lis"),
    ("dec", "dez", "déc", "dic", "gru"),
)


@dataclass(frozen=True, slots=True)
class Connections:
    """The people of `Connections.csv`; `header` is the number of its header row."""

    file: TextFile
    header: int
    has_url: bool

    def __iter__(self) -> Iterator[Entry]:
        """Each row as a person, or why it cannot be taken."""
        for number, (line, cells) in enumerate(csv_rows(self.file)):
            if number > self.header and any(cell.strip() for cell in cells):
                yield _person(line, cells, has_url=self.has_url)


def connections(file: TextFile) -> Connections | None:
    """The connections in a file, None when it is another file."""
    rows = []
    for number, row in enumerate(csv_rows(file)):
        rows.append(row)
        if number > _PREAMBLE_ROWS:
            break
    for number, (_, cells) in enumerate(rows[:_PREAMBLE_ROWS]):
        titles = tuple(cell.strip().lower() for cell in cells)
        if titles[: len(_ENGLISH)] == _ENGLISH:
            return Connections(file, number, has_url=True)
        if titles == _OLD:
            return Connections(file, number, has_url=False)
        if len(cells) == _COLUMNS and _is_followed_by_profile(rows[number + 1 :]):
            return Connections(file, number, has_url=True)
    return None


def _is_followed_by_profile(rows: list[tuple[int, list[str]]]) -> bool:
    filled = next((cells for _, cells in rows if any(c.strip() for c in cells)), [])
    return len(filled) == _COLUMNS and bool(PROFILE.match(filled[_URL_COLUMN].strip()))


def _person(line: int, cells: list[str], *, has_url: bool) -> ImportedPerson | RejectedRow:
    wanted = _COLUMNS if has_url else _COLUMNS - 1
    if len(cells) != wanted:
        return RejectedRow(line, f"{len(cells)} columns instead of {wanted}", fatal=True)
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
        "known_since": _connected_on(connected),
    }
    return ImportedPerson(
        line=line,
        name=name[:MAX_NAME],
        plain={name: value for name, value in told.items() if value},
        emails=(email,) if EMAIL.fullmatch(email) else (),
    )


@lru_cache(maxsize=4096)
def _connected_on(text: str) -> dt.date | None:
    match = _CONNECTED.fullmatch(text)
    if not match:
        return iso_day(text)
    word = match[2].lower()
    month = next((n for n, starts in enumerate(_MONTHS, 1) if word.startswith(starts)), None)
    return None if month is None else iso_day(f"{match[3]}-{month:02}-{int(match[1]):02}")


@dataclass(frozen=True, slots=True)
class Messages:
    """The dates of `messages.csv`, never a word of them; talks with several credit nobody."""

    file: TextFile
    titles: tuple[str, ...]

    def __iter__(self) -> Iterator[Entry]:
        """One exchange for each day, person and direction."""
        me = self._owner()
        seen: set[str] = set()
        for line, row in _rows_by_title(self.file, self.titles):
            sender = url_key(row.get("sender profile url"))
            others = [u for u in row.get("recipient profile urls", "").split(",") if u.strip()]
            day = iso_day(row.get("date"))
            if day is None or len(others) != 1 or not sender:
                continue
            is_mine = sender == me
            partner = others[0] if is_mine else row["sender profile url"]
            name = clean_line(row.get("to" if is_mine else "from", ""))
            direction = Direction.OUT if is_mine else Direction.IN
            key = exchange_key("message", day, direction, (url_key(partner),))
            if key not in seen:
                seen.add(key)
                yield ImportedExchange(
                    line=line,
                    on=day,
                    channel=Channel.MESSAGE,
                    direction=direction,
                    key=key,
                    urls=(url_key(partner),),
                    names=(name,),
                )

    def _owner(self) -> str:
        """Whose export it is: the profile that takes part in most messages."""
        count: Counter[str] = Counter()
        for _, row in _rows_by_title(self.file, self.titles):
            several = row.get("recipient profile urls", "").split(",")
            count.update({url_key(u) for u in (row.get("sender profile url", ""), *several)} - {""})
        return max(count, key=lambda url: count[url], default="")


@dataclass(frozen=True, slots=True)
class Invitations:
    """The dates of `Invitations.csv`: an approach, by me or by them."""

    file: TextFile
    titles: tuple[str, ...]

    def __iter__(self) -> Iterator[Entry]:
        """One exchange for each invitation."""
        for line, row in _rows_by_title(self.file, self.titles):
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


def messages(file: TextFile) -> Messages | Invitations | None:
    """The messages or invitations in a file, None when it is another file."""
    header = next(csv_rows(file), (1, []))[1]
    titles = tuple(cell.strip().lower() for cell in header)
    if set(titles) >= _MESSAGES:
        return Messages(file, titles)
    return Invitations(file, titles) if set(titles) >= _INVITATIONS else None


def _rows_by_title(file: TextFile, titles: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    rows = csv_rows(file)
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

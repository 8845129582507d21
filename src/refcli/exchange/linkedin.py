"""LinkedIn's `Connections.csv`, bare or in the data export's ZIP, exactly as it comes."""

import datetime as dt
import io
import re
import zipfile

from refcli.domain.imports import ImportedPerson, ImportFile, RejectedRow
from refcli.domain.text import clean_line
from refcli.errors import BadData
from refcli.exchange.csvtext import MAX_BYTES, decoded, rows_of

FORMAT = "linkedin"
_ENGLISH = ("first name", "last name", "url", "email address", "company", "position")
_OLD = ("first name", "last name", "email address", "company", "position", "connected on")
_COLUMNS = 7
_URL_COLUMN = 2
_PREAMBLE_ROWS = 10
_PROFILE = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/in/", re.IGNORECASE)
_CONNECTED = re.compile(r"(\d{1,2})\.? (\w{3,12})\.? (\d{4})")
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


def read_linkedin(data: bytes, name: str) -> ImportFile:
    """The people of a LinkedIn export; raises BadData when it is none or holds nobody."""
    if data.startswith(b"PK\x03\x04"):
        data, name = _from_zip(data, name)
    rows = rows_of(decoded(data, name), name)
    header, has_url = _header(rows, name)
    people, rejected = [], []
    for line, cells in rows[header + 1 :]:
        if not any(cell.strip() for cell in cells):
            continue
        found = _person(line, cells, has_url=has_url)
        if isinstance(found, RejectedRow):
            rejected.append(found)
        else:
            people.append(found)
    if not people and not any(row.fatal for row in rejected):
        raise BadData(f"there is nobody in it, so nothing was imported: {name}")
    return ImportFile(FORMAT, tuple(people), tuple(rejected))


def _from_zip(data: bytes, name: str) -> tuple[bytes, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = [
                entry
                for entry in archive.infolist()
                if entry.filename.rsplit("/", 1)[-1].lower() == "connections.csv"
            ]
            if not inside:
                raise BadData(
                    f"no Connections.csv in it, so nothing was imported: {name}",
                    "ask LinkedIn for the export with your connections",
                )
            if inside[0].file_size > MAX_BYTES:
                raise BadData(f"Connections.csv in it is too large, nothing was imported: {name}")
            return archive.read(inside[0]), f"{name}, {inside[0].filename}"
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise BadData(f"a damaged or locked ZIP, so nothing was imported: {name}") from error


def _header(rows: list[tuple[int, list[str]]], name: str) -> tuple[int, bool]:
    """Where the header stands, and whether there is a column of profile addresses."""
    for number, (_, cells) in enumerate(rows[:_PREAMBLE_ROWS]):
        titles = tuple(cell.strip().lower() for cell in cells)
        if titles[: len(_ENGLISH)] == _ENGLISH:
            return number, True
        if titles == _OLD:
            return number, False
        if len(cells) == _COLUMNS and _is_followed_by_profile(rows[number + 1 :]):
            return number, True
    found = next((cells for _, cells in rows if len(cells) > 1), rows[0][1] if rows else [])
    columns = ", ".join(clean_line(cell) for cell in found[:12]) or "nothing"
    raise BadData(
        f"not LinkedIn's Connections.csv, so nothing was imported; found {columns}: {name}",
        "give the file, or the whole ZIP, as LinkedIn sent it",
    )


def _is_followed_by_profile(rows: list[tuple[int, list[str]]]) -> bool:
    filled = next((cells for _, cells in rows if any(c.strip() for c in cells)), [])
    return len(filled) == _COLUMNS and bool(_PROFILE.match(filled[_URL_COLUMN].strip()))


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
    return ImportedPerson(
        line=line,
        name=name[:200],
        organization=company or None,
        role=position or None,
        emails=(email,) if re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+", email) else (),
        url=url if _PROFILE.match(url) else None,
        known_since=_connected_on(connected),
    )


def _connected_on(text: str) -> dt.date | None:
    match = _CONNECTED.fullmatch(text)
    if not match:
        return _iso(text)
    word = match[2].lower()
    month = next((n for n, starts in enumerate(_MONTHS, 1) if word.startswith(starts)), None)
    if month is None:
        return None
    return _iso(f"{match[3]}-{month:02}-{int(match[1]):02}")


def _iso(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None

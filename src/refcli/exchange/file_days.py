"""Days as files have them: birthdays with and without their year, in any layout of a date."""

import datetime as dt
import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from refcli.domain.text import fold

# Years before this stand for "unknown": vCard programs write 1604, others 1, 1900 or 1901.
_FIRST_YEAR = 1902
_NUMBERS = re.compile(r"(?P<a>\d{1,4})\s*[./-]\s*(?P<b>\d{1,2})(?:\s*[./-]\s*(?P<c>\d{2,4})?)?")
_ISO = re.compile(r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)(?:[T ].*)?")
_ISO_YEARLESS = re.compile(r"--(?P<m>\d\d)-?(?P<d>\d\d)")
_WORDED = re.compile(
    r"(?:(?P<d1>\d{1,2})\.?(?:st|nd|rd|th)?(?: de| of)? (?P<m1>[^\W\d]+)\.?"
    r"|(?P<m2>[^\W\d]+)\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?)"
    r"(?:,? (?:de )?(?P<y>\d{4}|\d\d(?!\d|:)))?(?:[ ,].*)?"
)
_YEAR_FIRST = re.compile(
    r"(?P<y>\d{4}) ?[年년] ?(?P<m>\d{1,2}) ?[月월] ?(?P<d>\d{1,2}) ?[日일]?"
    r"|(?P<y2>\d{4})\.? (?P<word>[^\W\d]+)\.? (?P<d2>\d{1,2})\.?"
)
_DASHED = re.compile(r"(?P<d>\d{1,2})-(?P<m>[^\W\d]{3,})-(?P<y>\d{2,4})")
# The first letters of the months in the languages that address books come in.
_MONTHS = (
    ("jan", "ene", "gen", "sty", "led", "oca", "янв", "ian", "tammi"),
    ("feb", "fev", "fevr", "lut", "uno", "sub", "фев", "helmi"),
    ("mar", "mrz", "mrt", "mae", "maer", "marz", "marc", "maar", "brez", "мар", "maalis"),
    ("apr", "avr", "abr", "kwi", "dub", "nis", "апр", "huhti"),
    ("may", "mai", "mag", "mei", "maj", "kve", "май", "мая", "touko"),
    ("jun", "juin", "giu", "cze", "haz", "cervn", "июн", "kesa"),
    ("jul", "juil", "lug", "lip", "cervenc", "tem", "июл", "heina"),
    ("aug", "aou", "ago", "sie", "srp", "agu", "авг", "elo"),
    ("sep", "set", "wrz", "zar", "eyl", "сен", "syys"),
    ("oct", "okt", "out", "ott", "paz", "rij", "eki", "окт", "loka"),
    ("nov", "lis", "kas", "ноя", "marras"),
    ("dec", "dez", "dic", "des", "gru", "pro", "ara", "дек", "joulu"),
)
# Days that a spreadsheet has counted: those of 1927 to 2119.
_SERIAL = re.compile(r"[1-7]\d{4}(?:\.\d+)?")
_SPREADSHEETS_BEGIN = dt.date(1899, 12, 30)
_NOON = 12
_PIVOT = 100


class FileDay(NamedTuple):
    """A day of the calendar: `month_day` is MM-DD, `year` None where the file does not say it."""

    month_day: str
    year: int | None = None

    @property
    def date(self) -> dt.date | None:
        """The whole date, None without its year."""
        if self.year is None:
            return None
        return dt.date(self.year, int(self.month_day[:2]), int(self.month_day[3:]))


class Order(NamedTuple):
    """Whether days stand before their months, and whether nothing in the file says so."""

    day_first: bool
    is_guess: bool = False


def order_of(values: Iterable[str], told: str = "") -> Order:
    """How the days of a column are written, by any of them that says so.

    Where none does, dots mean that days come first, and slashes are as the user set it (`told` is
    `dmy` or `mdy`), else as in their country.
    """
    seen_dot = seen = False
    for value in values:
        found = _NUMBERS.match(value.strip())
        if found is None or len(found["a"]) > 2:  # noqa: PLR2004  a year
            continue
        seen_dot = seen_dot or "." in found[0]
        if int(found["a"]) > _NOON:
            return Order(day_first=True)
        if int(found["b"]) > _NOON:
            return Order(day_first=False)
        seen = seen or found["a"] != found["b"]
    if seen_dot or told:
        return Order(seen_dot or told == "dmy")
    country = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_TIME", "LANG"))), "")
    is_first = bool(country) and not country.startswith(("en_US", "C", "POSIX"))
    return Order(is_first, is_guess=seen)


class Days(NamedTuple):
    """How the days of a file are read: a year of two digits is the last such one up to `today`.

    `told` is how the user writes days, `dmy` or `mdy`, where they said so.
    """

    today: dt.date
    day_first: bool = False
    told: str = ""

    def day_of(self, text: str) -> FileDay | None:
        """The day that a cell or property says, None where it says none."""
        value = " ".join(text.split()).strip()
        for pattern in (_ISO, _ISO_YEARLESS):
            if found := pattern.fullmatch(value):
                parts = found.groupdict()
                return self._day(parts.get("y"), parts["m"], parts["d"])
        if found := _YEAR_FIRST.fullmatch(value):
            month = found["m"] or _month(found["word"])
            return self._day(found["y"] or found["y2"], month, found["d"] or found["d2"])
        if found := _DASHED.fullmatch(value):
            return self._day(found["y"], _month(found["m"]), found["d"])
        if found := _NUMBERS.match(value):
            return self._of_numbers(found)
        if found := _WORDED.fullmatch(value):
            month = _month(found["m1"] or found["m2"])
            return self._day(found["y"], month, found["d1"] or found["d2"])
        return self._of_serial(value)

    def _of_serial(self, text: str) -> FileDay | None:
        """A day as a spreadsheet counts it: from the end of 1899 on."""
        if not _SERIAL.fullmatch(text):
            return None
        found = _SPREADSHEETS_BEGIN + dt.timedelta(days=int(text.partition(".")[0]))
        return FileDay(f"{found:%m-%d}", found.year) if found <= self.today else None

    def of_parts(self, year: str, month: str, day: str) -> FileDay | None:
        """A day in three cells; the month may be a word."""
        number = month if _is_number(month) else _month(month)
        return self._day(year or None, number, day)

    def _of_numbers(self, found: re.Match[str]) -> FileDay | None:
        first, second, third = found["a"], found["b"], found["c"]
        if len(first) > 2:  # noqa: PLR2004  a year
            return self._day(first, second, third or "")
        is_day_first = self.day_first or "." in found[0]
        if int(first) > _NOON or (is_day_first and int(second) <= _NOON):
            first, second = second, first
        return self._day(third, first, second)

    def _day(self, year: str | None, month: str, day: str) -> FileDay | None:
        if not (_is_number(month) and _is_number(day)):
            return None
        number = int(year) if year and _is_number(year) else None
        if number is not None and len(year or "") <= 2:  # noqa: PLR2004  two digits
            number += self.today.year - self.today.year % _PIVOT
            number -= _PIVOT if number > self.today.year else 0
        try:
            # A leap year, since 29 February comes without its year too.
            found = dt.date(number or 2000, int(month), int(day))
        except ValueError:
            return None
        is_known = number is not None and number >= _FIRST_YEAR
        return FileDay(f"{found:%m-%d}", number if is_known else None)


def _month(word: str | None) -> str:
    folded = fold(word or "").rstrip(".")
    starts = (
        (len(start), number)
        for number, names in enumerate(_MONTHS, start=1)
        for start in names
        if folded.startswith(start)
    )
    return str(max(starts, default=(0, 0))[1])


def _is_number(text: str) -> bool:
    """Whether it is a number of a date: no power of ten, and not without end."""
    plain = text.strip()
    return plain.isdecimal() and len(plain) <= _LONGEST_NUMBER


_LONGEST_NUMBER = 4

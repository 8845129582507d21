"""All phrases for a day, as a table: a pattern and what reads it."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from refcli.domain.dates import COUNT, MONTHS, SMALL, WEEKDAYS, Look, shifted
from refcli.domain.when import calendar, near
from refcli.domain.when.reader import Reader


class Phrase(NamedTuple):
    """A way to say a day; `read` may still find that it is none.

    `leads` are the words with which it may begin, and signs for some: `#` a digit, `+` plus or
    minus, `day` a weekday, `month` a month, `count` a number in words. A pattern is made only when
    a text begins so, since making them all costs more than a whole `log`.
    """

    leads: frozenset[str]
    text: str
    read: Callable[[re.Match[str], Reader], dt.date | None]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What it looks like; nothing that goes on with a letter or a slash."""
        return _compiled(self.text)


@lru_cache(maxsize=64)
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{text})(?![\w/])")


def leads_of(word: str) -> frozenset[str]:
    """The word with which a text begins, and the signs for it."""
    found = {word}
    if word[:1].isdigit():
        found.add("#")
    if word[:1] in ("+", "-"):
        found.add("+")
    start = word[:3]
    if any(name.startswith(start) for name in WEEKDAYS) or start == "wed":
        found.add("day")
    if any(name.startswith(start) for name in MONTHS):
        found.add("month")
    if word in _COUNTING:
        found.add("count")
    return frozenset(found)


_COUNTING = frozenset(name.split()[0] for name in SMALL)


def first_word(text: str, at: int = 0) -> str:
    """The word that begins at a place, without what stands behind it."""
    end = at
    while end < len(text) and (text[end].isalnum() or (end == at and text[end] in "+-")):
        end += 1
    return text[at:end]


def reading_of(words: str, reader: Reader, phrases: Iterable[Phrase]) -> dt.date | None:
    """What the first of the phrases that fits all of the words makes of them."""
    leads = leads_of(first_word(words))
    for phrase in phrases:
        if not leads & phrase.leads:
            continue
        match = phrase.pattern.fullmatch(words)
        day = None if match is None else phrase.read(match, reader)
        if day is not None:
            return day
    return None


def _from_another(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`2 weeks from friday`, `a week on monday`, `3 days after 1 dec`."""
    base = reading_of(match[3], reader._replace(look=Look.AHEAD), PHRASES)
    return None if base is None else shifted(base, near.count(match[1].strip()), match[2])


def _starts(names: tuple[str, ...]) -> str:
    """Each name and what it is cut to, three letters at least, as a pattern."""
    cut = {name[:size] for name in names for size in range(3, len(name) + 1)}
    return "|".join(sorted(cut, key=len, reverse=True))


def _before_another(match: re.Match[str], reader: Reader) -> dt.date | None:
    """`a week ago yesterday`, `two weeks last monday`."""
    base = reading_of(match[3], reader._replace(look=Look.BACK), PHRASES)
    return None if base is None else shifted(base, -near.count(match[1]), match[2])


_DAY = rf"(?:{_starts(WEEKDAYS)}|weds)\.?"
_MONTH = rf"(?:{_starts(MONTHS)}|sept)\.?"
_YEAR = r"(?:19|20)\d\d"
_UNIT = r"(minute|min|hour|hr|day|night|week|fortnight|month|quarter|year)s?"
_DAYTIME = r"(?: (?:morning|lunchtime|afternoon|evening|night))?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
# A year of two figures is one with a mark before it, or where it can be no hour and counts nothing.
_SHORT_YEAR = r"(?:2[4-9]|[3-9]\d)(?=$|[,;:.!?)]| (?:at|about|on|re|with|by)\b)"
_CALENDAR = (
    rf"(?:the )?(?P<d>{_NUMBER})\.?(?:(?: of)? )?(?P<m>{_MONTH})"
    rf"(?:,? ?(?P<y>{_YEAR})| '(?P<y8>\d\d)| (?P<y9>{_SHORT_YEAR}))?"
    rf"|(?P<d6>{_NUMBER})(?P<by6>[-./]?)(?P<m6>{_MONTH})(?:(?P=by6)(?P<y6>{_YEAR}|\d\d(?![:\d])))?"
    rf"|(?P<m2>{_MONTH})[- ]?(?:the )?(?P<d2>{_NUMBER})"
    rf"(?:,? (?P<y2>{_YEAR})|,? '(?P<y10>\d\d)|,? (?P<y11>{_SHORT_YEAR}))?"
    rf"|(?P<d3>\d{{1,2}})\.(?P<m3>\d{{1,2}})\.(?P<y3>{_YEAR}|\d\d)?"
    rf"|(?P<y7>20\d\d)(?P<m7>0\d|1[0-2])(?P<d7>[0-3]\d)"
    rf"|(?P<y5>\d{{4}})(?P<sep>[-/.])(?P<m5>\d{{1,2}})(?P=sep)(?P<d5>\d{{1,2}})"
)
_SLASHED = rf"(?P<a>\d{{1,2}})(?P<by>[/-])(?P<b>\d{{1,2}})(?:(?P=by)(?P<y4>{_YEAR}|\d\d))?"
_WHICH = r"(?:(last|past|this past|next|this|this coming|coming) )?"


def _phrase(
    leads: str, pattern: str, read: Callable[[re.Match[str], Reader], dt.date | None]
) -> Phrase:
    return Phrase(frozenset(leads.split()), pattern, read)


_WD = rf"(?P<wd>{_DAY})"
_ORDINAL = r"(?P<n>\d{1,2}(?:st|nd|rd|th))"
_WHICH_MONTH = r"(?P<which>the|this|next|last) month"
_BASE = (
    rf"today|tomorrow|yesterday|(?:(?:next|this) )?{_DAY}|the {_NUMBER}"
    rf"|(?:the )?{_NUMBER}(?: of)? {_MONTH}|{_MONTH} {_NUMBER}"
)
_NAMED_LEADS = " ".join({"the", "y", *(name.split()[0] for name in near.DAYS_AWAY)})
PHRASES = (
    _phrase("# month the", _CALENDAR, calendar.calendar),
    _phrase("day", rf"{_WD},? (?:{_CALENDAR})", calendar.with_weekday),
    _phrase("# month the", rf"(?:{_CALENDAR}),? \(?{_WD}\)?", calendar.with_weekday),
    _phrase("+", r"([+-])(\d{1,5})([dwmy])", near.offset),
    _phrase("day", rf"{_WD},? {_SLASHED}", calendar.with_weekday),
    _phrase("#", rf"{_SLASHED},? \(?{_WD}\)?", calendar.with_weekday),
    _phrase("#", _SLASHED, calendar.slashed),
    _phrase(_NAMED_LEADS, "|".join(f"(?:the )?{name}" for name in near.DAYS_AWAY), near.named),
    _phrase("yesterday tomorrow", rf"(yesterday|tomorrow){_DAYTIME}", near.next_day),
    _phrase("day last past this next coming", rf"{_WHICH}({_DAY}){_DAYTIME}", near.weekday),
    _phrase("day next this", rf"(?:(?:next|this) )?({_DAY}) (week|fortnight)", near.weekday_week),
    _phrase("today tomorrow", r"(today|tomorrow) (week|fortnight)", near.day_week),
    _phrase(
        "# count week fortnight",
        rf"((?:{COUNT}) |)(week|fortnight)s? (?:on )?(today|tomorrow|(?:(?:next|this) )?{_DAY})",
        _from_another,
    ),
    _phrase(
        "# count",
        rf"({COUNT}) (week|fortnight|day|month|year)s? (?:ago |before )?"
        rf"(yesterday|(?:last|past) {_DAY})",
        _before_another,
    ),
    _phrase(
        "# count",
        rf"({COUNT}) (week|fortnight|month|year)s? ago (?:on )?(today|{_DAY})",
        _before_another,
    ),
    _phrase("day", rf"({_DAY}),? (?:of )?(last|this|next) week", near.weekday_of_week),
    _phrase("day the", rf"(?:the )?({_DAY}) before last", near.weekday_before_last),
    _phrase("day", rf"{_WD},? (?:the )?{_ORDINAL}", calendar.weekday_ordinal),
    _phrase("the", rf"the {_ORDINAL}", calendar.ordinal),
    _phrase("# the", rf"(?:the )?{_ORDINAL} of {_WHICH_MONTH}", calendar.ordinal),
    _phrase("# count", rf"({COUNT}) {_UNIT} (?:ago|back)", near.ago),
    _phrase("#", r"(\d{1,3}) ?(d|wks?|w|mths?|mos?|yrs?|y) (?:ago|back)", near.ago),
    _phrase("week fortnight month", r"()(week|fortnight|month) ago", near.ago),
    _phrase("in", rf"in ({COUNT}) {_UNIT}(?:(?:'s?)? time)?", near.in_a_while),
    _phrase("# count", rf"({COUNT}) {_UNIT} (?:from (?:now|today)|hence)", near.in_a_while),
    _phrase(
        "# count",
        rf"({COUNT}) (day|week|fortnight|month|year)s? (?:from|on|after) ({_BASE})",
        _from_another,
    ),
    _phrase("the next last this", r"(?:the )?(next|last|this) (weekend)", near.week),
    _phrase("next last", r"(next|last) (week)", near.week),
    _phrase("next last", r"(next|last) (month|quarter|year)", near.first_day),
    _phrase(" ".join(near.ENDS), "|".join(near.ENDS), near.end_of),
    _phrase(
        "the end",
        r"(?:the )?end of (?:(?P<next>next )|the |this )?(?P<unit>week|month|quarter|year)",
        near.end_of,
    ),
    _phrase(
        "the end start beginning",
        rf"(?:the )?(?P<edge>end|start|beginning) of (?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?",
        calendar.edge_of_month,
    ),
    _phrase(
        f"# the {' '.join(calendar.NTH)}",
        rf"(?:the )?(?P<nth>{'|'.join(calendar.NTH)}) {_WD} (?:of|in)"
        rf" (?:(?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?|{_WHICH_MONTH})",
        calendar.nth_weekday,
    ),
)
# What is a day only where nothing else is said.
ALONE = (
    _phrase("# count", rf"({COUNT}) {_UNIT}", near.some_time),
    _phrase("#", _ORDINAL, calendar.ordinal),
    _phrase("#", rf"({_YEAR})", calendar.year),
    _phrase(
        "# month",
        rf"(?P<y>{_YEAR})-(?P<m>\d\d)|(?P<m2>{_MONTH}) (?P<y2>{_YEAR})",
        calendar.year_month,
    ),
)

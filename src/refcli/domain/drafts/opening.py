"""Words that open a door: for a source to forward, and the first to a prospect."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.asks import TargetKind
from refcli.domain.dates import MONTHS
from refcli.domain.drafts.days import spoken_day
from refcli.domain.english.names import Addressee
from refcli.domain.english.needs import IN_HAND, need_of
from refcli.domain.english.nouns import articled
from refcli.domain.english.phrase import fragment, said_to_them, tidy

_HOURS = (("10:00", "15:00"), ("9:00", "14:00"), ("11:00", "16:00"))
# On these days nobody is asked to meet, wherever they are.
_HOLIDAYS = frozenset({(12, day) for day in range(24, 32)} | {(1, 1)})
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


class Me(NamedTuple):
    """Who I am, as the kit and the settings have it; empty where nothing is filled in."""

    name: str = ""
    business: str = ""
    message: str = ""
    promise: str = ""
    reach: str = ""
    profession: str = ""


def drafted_blurb(me: Me) -> str:
    """Three sentences in the third person that a source can paste into a message."""
    name = me.name or me.business
    if not name:
        return ""
    is_named = me.business[:1].isupper()
    firm = f" of {me.business}" if me.name and is_named else ""
    if me.name and not is_named and me.profession:
        firm = f", {articled(fragment(me.profession))}"
    first = name.split()[0] if me.name else name
    does = f" In {_whose(first)} own words: “{_sentence(me.message)}”" if me.message else ""
    promise = f" And {first} promises: “{_sentence(me.promise)}”" if me.promise else ""
    reach = f" You reach {name} at {me.reach}." if me.reach else ""
    return tidy(f"I would like you to meet {name}{firm}.{does}{promise}{reach}")


def drafted_welcome(
    to: Addressee,
    source: str,
    me: Me,
    today: dt.date,
    *,
    was_introduced: bool = True,
    kind: TargetKind = TargetKind.CLIENT,
    need: str | None = None,
    turn: int = 0,
) -> str:
    """The first message to a prospect: who sent me, what happens next, two times; no pitch.

    `source` is who introduced us, or several as one; of those who are written to on one day each
    has a `turn` of their own, so that not all are offered the same hour.
    """
    sent = "we were introduced, and I am glad of it"
    if source:
        did = "introduced us, and I am glad of it" if was_introduced else "gave me your name"
        sent = f"{source} {did}"
    trade = f", and I am {articled(fragment(me.profession))}" if me.profession else ""
    signed = f" My name is {me.name}{trade}." if me.name else ""
    return tidy(
        f"{to.greeting}, {sent}.{signed} {_next_step(kind, need)} Would"
        f" {two_times(today, turn)} suit you? If neither does, name a time that suits you better."
    )


def _next_step(kind: TargetKind, need: str | None) -> str:
    """What I would like to speak about: what they need, where it is known and fits the frame."""
    if kind is TargetKind.SPEAKING:
        return "I would like to hear what you are planning."
    if kind is not TargetKind.CLIENT:
        return "I would be glad to talk for half an hour."
    told = need_of(need)
    if told is not None and told.sort in IN_HAND:
        hear = f"hear that it is about {said_to_them(told.text)}, and would like to know more"
    else:
        hear = "would like to hear what you need"
    return f"I {hear}, in half an hour and without any obligation."


def drafted_reminder(
    to: Addressee, source: str, wrote_on: dt.date, today: dt.date, *, turn: int = 0
) -> str:
    """To a prospect whom I wrote to and who has not answered."""
    through = f" after {source} introduced us" if source else ""
    return tidy(
        f"{to.greeting}, I wrote to you {spoken_day(wrote_on, today)}{through}, and would still be"
        f" glad to hear from you. Would {two_times(today, turn)} suit you for a short call? If it"
        " is not the time for it, just say so."
    )


def drafted_looking_forward(to: Addressee, on: dt.date, time: str | None, today: dt.date) -> str:
    """To whoever I am to meet already."""
    hour = f" at {time}" if time else ""
    return tidy(f"{to.greeting}, I look forward to meeting you {spoken_day(on, today)}{hour}.")


def two_days(today: dt.date) -> tuple[str, str]:
    """Two working days to choose from, neither today nor tomorrow."""
    days = (today + dt.timedelta(days=n) for n in range(2, 17))
    working = [day for day in days if _is_working(day)]
    first, second = working[0], working[2]
    return _told(first, today), _told(second, today)


def two_times(today: dt.date, turn: int) -> str:
    """Two days with an hour each, other hours at each turn."""
    first, second = two_days(today)
    morning, afternoon = _HOURS[turn % len(_HOURS)]
    return f"{first} at {morning} or {second} at {afternoon}"


def _is_working(day: dt.date) -> bool:
    return day.weekday() < len(_WEEKDAYS) and (day.month, day.day) not in _HOLIDAYS


def _told(day: dt.date, today: dt.date) -> str:
    """The weekday; over a week ahead, and behind the holidays, with its date."""
    weekday = _WEEKDAYS[day.weekday()]
    is_near = (day - today).days <= len(_WEEKDAYS) + 2
    return weekday if is_near else f"{weekday} {day.day} {MONTHS[day.month - 1].capitalize()}"


def _whose(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _sentence(text: str) -> str:
    """A line of the kit as a sentence of its own."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?")) else f"{line}."

"""Words that open a door: for a source to forward, and the first to a prospect."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.drafts.days import spoken_day
from refcli.domain.english.names import Addressee
from refcli.domain.english.nouns import articled
from refcli.domain.english.phrase import fragment, tidy

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
    source: Addressee | None,
    me: Me,
    today: dt.date,
    *,
    was_introduced: bool = True,
    is_client: bool = True,
) -> str:
    """The first message to a prospect: who sent me, what happens next, two times; no pitch."""
    sent = "we were introduced, and I am glad of it"
    if source is not None:
        did = "introduced us, and I am glad of it" if was_introduced else "gave me your name"
        sent = f"{source.name} {did}"
    signed = f" My name is {me.name}." if me.name else ""
    first, second = two_days(today)
    next_step = (
        "I would like to hear what you need, in half an hour and without any obligation."
        if is_client
        else "I would be glad to talk for half an hour."
    )
    return tidy(
        f"{to.greeting}, {sent}.{signed} {next_step}"
        f" Would {first} at 10:00 or {second} at 15:00 suit you? If neither does, name a time that"
        " suits you better."
    )


def drafted_reminder(
    to: Addressee, source: Addressee | None, wrote_on: dt.date, today: dt.date
) -> str:
    """To a prospect whom I wrote to and who has not answered."""
    through = f" after {source.name} introduced us" if source is not None else ""
    first, second = two_days(today)
    return tidy(
        f"{to.greeting}, I wrote to you {spoken_day(wrote_on, today)}{through}, and would still be"
        f" glad to hear from you. Would {first} at 10:00 or {second} at 15:00 suit you for a short"
        " call? If it is not the time for it, just say so."
    )


def drafted_looking_forward(to: Addressee, on: dt.date, time: str | None, today: dt.date) -> str:
    """To whoever I am to meet already."""
    hour = f" at {time}" if time else ""
    return tidy(f"{to.greeting}, I look forward to meeting you {spoken_day(on, today)}{hour}.")


def two_days(today: dt.date) -> tuple[str, str]:
    """Two working days to choose from, neither today nor tomorrow."""
    days = (today + dt.timedelta(days=n) for n in range(2, 9))
    working = [day for day in days if day.weekday() < len(_WEEKDAYS)]
    first, second = working[0], working[2]
    return _WEEKDAYS[first.weekday()], _WEEKDAYS[second.weekday()]


def _whose(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _sentence(text: str) -> str:
    """A line of the kit as a sentence of its own."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?")) else f"{line}."

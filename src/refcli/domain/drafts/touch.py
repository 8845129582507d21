"""Words that keep a tie alive and ask for nothing: after a long time, on a day of theirs."""

import datetime as dt

from refcli.domain.dates import MONTHS
from refcli.domain.english.names import Addressee
from refcli.domain.english.needs import undertaking
from refcli.domain.english.phrase import tidy

_WISHES = {
    "birthday": "happy birthday! I hope that the year ahead is a good one.",
    "wedding anniversary": "happy anniversary to you both!",
    "anniversary": "happy anniversary!",
    "name day": "all the best on your name day!",
}
_LATE_WISHES = {
    "birthday": "I hope that you had a good birthday, and wish you all the best for the year.",
    "wedding anniversary": "I hope that you both had a happy anniversary.",
    "anniversary": "I hope that you had a happy anniversary.",
    "name day": "I hope that you had a good name day.",
}
# A season ago is too near to be named, and ten months are too far to go without the year.
_A_SEASON, _A_YEAR = 90, 300
_NEW_YEAR_DAYS = 10


def drafted_reconnect(to: Addressee, organization: str | None) -> str:
    """Warm and short, to somebody whom I have not met for long."""
    how = f"How are you, and how are things at {organization}?" if organization else "How are you?"
    return tidy(
        f"{to.greeting}, it has been a while, and I would like to hear from you again. {how} I"
        " would be glad to catch up over a coffee or a call, whenever it suits you."
    )


def drafted_check_in(
    to: Addressee, last_on: dt.date | None, today: dt.date, focus: str | None = None
) -> str:
    """How they are, and how it goes with what they are working on (`focus`).

    Since when we have not spoken is said where it is on record.
    """
    since = ""
    if last_on is not None and _A_SEASON < (today - last_on).days < _A_YEAR:
        since = f" We were last in touch in {MONTHS[last_on.month - 1].capitalize()}."
    on = undertaking(focus)
    hear = f"how it is going with {on}" if on else "what keeps you busy these days"
    is_new_year = today.month == 1 and today.day <= _NEW_YEAR_DAYS
    is_first = is_new_year and (last_on is None or last_on.year < today.year)
    how = "happy New Year! How are you?" if is_first else "how are you?"
    return tidy(f"{to.greeting}, {how}{since} I would be glad to hear {hear}.")


def drafted_congratulation(to: Addressee, organization: str | None) -> str:
    """On a new job."""
    where = f" at {organization}" if organization else ""
    return tidy(
        f"{to.greeting}, congratulations on your new job{where}! I wish you a good start, and would"
        " be glad to hear how it goes."
    )


def drafted_wish(to: Addressee, label: str, *, is_late: bool = False) -> str:
    """On a day of theirs, by its label, or after it; one that no wish fits is only thought of."""
    said = (_LATE_WISHES if is_late else _WISHES).get(label.lower())
    if said is None:
        return tidy(f"{to.greeting}, I am thinking of you, and wanted to say so.")
    return tidy(f"{to.greeting}, {said}")

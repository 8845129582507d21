"""Words that keep a tie alive and ask for nothing: after a long time, on a day of theirs."""

import datetime as dt

from refcli.domain.dates import MONTHS
from refcli.domain.english.names import Addressee
from refcli.domain.english.phrase import tidy

_WISHES = {
    "birthday": "happy birthday! I hope that the year ahead is a good one.",
    "wedding anniversary": "happy anniversary to you both!",
    "anniversary": "happy anniversary!",
    "name day": "all the best on your name day!",
}
# A month ago is too near to be named, and ten months are too far to go without the year.
_A_MONTH, _A_YEAR = 30, 300


def drafted_reconnect(to: Addressee, organization: str | None) -> str:
    """Warm and short, to somebody whom I have not met for long."""
    how = f"How are you, and how are things at {organization}?" if organization else "How are you?"
    return tidy(
        f"{to.greeting}, it has been a while, and I would like to hear from you again. {how} I"
        " would be glad to catch up over a coffee or a call, whenever it suits you."
    )


def drafted_check_in(to: Addressee, last_on: dt.date | None, today: dt.date) -> str:
    """How they are; since when we have not spoken is said where it is on record."""
    since = ""
    if last_on is not None and _A_MONTH < (today - last_on).days < _A_YEAR:
        since = f" We were last in touch in {MONTHS[last_on.month - 1].capitalize()}."
    return tidy(
        f"{to.greeting}, how are you?{since} I would be glad to hear what keeps you busy these"
        " days."
    )


def drafted_congratulation(to: Addressee, organization: str | None) -> str:
    """On a new job."""
    where = f" at {organization}" if organization else ""
    return tidy(
        f"{to.greeting}, congratulations on your new job{where}! I wish you a good start, and would"
        " be glad to hear how it goes."
    )


def drafted_wish(to: Addressee, label: str) -> str:
    """On a day of theirs, by its label; a day that no wish fits is only thought of."""
    said = _WISHES.get(label.lower())
    if said is None:
        return tidy(f"{to.greeting}, I am thinking of you, and wanted to say so.")
    return tidy(f"{to.greeting}, {said}")

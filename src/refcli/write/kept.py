"""Appointments that an exchange keeps which was told after they were made, on the same day.

Of one day, the rules play exchanges before appointments, as who plans a dinner after a lunch has
not had the dinner. That the lunch was planned that morning is known only while it is told.
"""

import datetime as dt
from collections.abc import Iterable

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.read.due import all_open
from refcli.write.decisions import decide
from refcli.write.session import Writing


def open_appointments(work: Writing, contacts: Iterable[int], on: dt.date) -> list[DueItem]:
    """What is open of the appointments with these people on a day, by the hour."""
    day = on.isoformat()
    found = [
        item
        for contact in contacts
        for item in all_open(work.connection, work.today.isoformat(), contact=contact)
        if item.kind == kinds.MEET and item.appointment is not None and item.due == day
    ]
    return sorted(found, key=lambda item: (item.time or "~", item.appointment or 0))


def keep_appointments(work: Writing, before: list[DueItem], at: str | None) -> None:
    """An exchange keeps one appointment with each: that of its hour, else the first.

    `before` are those that were open before it; with whom the rules closed one, nothing is left.
    """
    work.settle()
    contacts = {item.contact_id for item in before}
    day = dt.date.fromisoformat(before[0].due)
    still = {item.id for item in open_appointments(work, contacts, day)}
    for contact in sorted(contacts):
        theirs = [item for item in before if item.contact_id == contact]
        if all(item.id in still for item in theirs):
            decide(work, min(theirs, key=lambda item: item.time != at), "done")

"""Appointments that an exchange keeps which was told after they were made, on the same day.

Of one day, the rules play exchanges before appointments, as who plans a dinner after a lunch has
not had the dinner. That the lunch was planned that morning is known only while it is told.
"""

from refcli.domain.due import DueItem
from refcli.write.decisions import decide
from refcli.write.followups import is_open
from refcli.write.session import Writing


def keep_appointments(work: Writing, before: list[DueItem], at: str | None) -> None:
    """An exchange keeps one appointment with each: that of its hour, else the first.

    `before` are those that were open before it, by the hour; with whom the rules closed one, it was
    that.
    """
    work.settle()
    contacts = {item.contact_id for item in before}
    for contact in sorted(contacts):
        theirs = [item for item in before if item.contact_id == contact]
        if all(is_open(work, item.id) for item in theirs):
            decide(work, min(theirs, key=lambda item: item.time != at), "done")


def tell_after(work: Writing, contacts: tuple[int, ...], appointments: tuple[int, ...]) -> None:
    """Appointments that still stand behind today's exchange are told anew, behind it."""
    for contact in contacts:
        for number in appointments:
            work.change(
                "update appointment set on_date = ? where contact_id = ?"
                " and coalesce(meeting, id) = ?",
                (work.today.isoformat(), contact, number),
            )

"""Engagements: work delivered, and what its rating calls for."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.contacts import Basis
from refcli.domain.engagements import checked_rating
from refcli.domain.text import clean_text
from refcli.domain.typed import typed
from refcli.errors import UnknownName, UsageError
from refcli.read.contacts import has_basis
from refcli.write.contacts import contact_row
from refcli.write.session import Writing
from refcli.write.tables.engagement import EngagementRow


class EngagementFields(NamedTuple):
    """What is said about a piece of work; None leaves as it is."""

    what: str | None = None
    delivered: dt.date | None = None
    ongoing: bool | None = None
    rating: int | None = None
    value_cents: int | None = None


def add_engagement(work: Writing, contact_id: int, fields: EngagementFields) -> int:
    """Record a piece of work; delivered today unless said otherwise or ongoing."""
    who = contact_row(work, contact_id)
    what = clean_text(fields.what or "")
    if not what:
        raise UsageError("say what the work was", typed('refcli engagement {} "tax return"', who))
    if fields.ongoing and fields.delivered:
        raise UsageError("work is either ongoing or delivered", "leave one of the two out")
    row = EngagementRow(
        contact_id=contact_id,
        what=what,
        delivered_on=None if fields.ongoing else fields.delivered or work.today,
        ongoing=bool(fields.ongoing),
        rating=checked_rating(fields.rating),
        value_cents=fields.value_cents,
    )
    was_client = has_basis(work.connection, contact_id, Basis.CLIENT)
    work.put(row)
    if not was_client:
        work.say("contact-became-client", contact=contact_id, name=who.name)
    work.say(
        "work-recorded",
        engagement=row.id,
        contact=contact_id,
        name=who.name,
        what=what,
        rating=row.rating,
    )
    return row.id or 0


def edit_engagement(work: Writing, engagement_id: int, fields: EngagementFields) -> None:
    """Change a piece of work; a new rating calls for what it would have called for at once."""
    row = work.get(EngagementRow, engagement_id)
    if row is None:
        raise UnknownName(
            f"no engagement has the id {engagement_id}", "see: refcli engagement list"
        )
    row.what = clean_text(fields.what) if fields.what else row.what
    if fields.delivered is not None:
        row.delivered_on, row.ongoing = fields.delivered, False
    if fields.ongoing:
        row.delivered_on, row.ongoing = None, True
    row.rating = row.rating if fields.rating is None else checked_rating(fields.rating)
    row.value_cents = row.value_cents if fields.value_cents is None else fields.value_cents
    work.put(row)
    work.say("work-changed", engagement=engagement_id, what=row.what)

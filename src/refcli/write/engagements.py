"""Engagements: work delivered, and what its rating calls for."""

import datetime as dt
from typing import NamedTuple

from sqlmodel import col, select

from refcli.domain import kinds
from refcli.domain.contacts import Basis
from refcli.domain.engagements import checked_rating
from refcli.domain.plan import Closing, Event
from refcli.domain.readiness import GateNumbers
from refcli.domain.rule import Fact, Party
from refcli.domain.text import clean_text
from refcli.domain.typed import typed
from refcli.errors import UnknownName, UsageError
from refcli.read.names import dropped_among
from refcli.read.standing import gate_numbers
from refcli.write.contacts import contact_row
from refcli.write.events import close, happen
from refcli.write.session import Writing
from refcli.write.tables.engagement import EngagementRow
from refcli.write.tables.follow_up import FollowUpRow

_YEAR = 365


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
    work.put(row)
    if who.basis in (Basis.OTHER, Basis.COLLEAGUE):
        who.basis = Basis.CLIENT
        work.put(who)
        work.say("contact-became-client", contact=contact_id, name=who.name)
    work.say(
        "work-recorded",
        engagement=row.id,
        contact=contact_id,
        name=who.name,
        what=what,
        rating=row.rating,
    )
    if row.rating is not None:
        _rated(work, row)
    return row.id or 0


def edit_engagement(work: Writing, engagement_id: int, fields: EngagementFields) -> None:
    """Change a piece of work; a new rating calls for what it would have called for at once."""
    row = work.get(EngagementRow, engagement_id)
    if row is None:
        raise UnknownName(
            f"no engagement has the id {engagement_id}", "see: refcli engagement list"
        )
    rating = row.rating
    row.what = clean_text(fields.what) if fields.what else row.what
    if fields.delivered is not None:
        row.delivered_on, row.ongoing = fields.delivered, False
    if fields.ongoing:
        row.delivered_on, row.ongoing = None, True
    row.rating = rating if fields.rating is None else checked_rating(fields.rating)
    row.value_cents = row.value_cents if fields.value_cents is None else fields.value_cents
    work.put(row)
    work.say("work-changed", engagement=engagement_id, what=row.what)
    if row.rating is not None and row.rating != rating:
        _rated(work, row)


def _rated(work: Writing, row: EngagementRow) -> None:
    numbers = gate_numbers(work.settings)
    rating = row.rating or 0
    _close_what_no_longer_fits(work, row, numbers)
    if numbers.poor_rating < rating < numbers.delighted_rating:
        return
    is_poor = rating <= numbers.poor_rating
    happen(
        work,
        Event(
            rule="delivered-badly" if is_poor else "delivered",
            on=row.delivered_on or work.today,
            parties={Party.CONTACT: row.contact_id},
            engagement=row.id,
            facts=frozenset() if is_poor or not _is_praised(work, row.contact_id) else _PRAISED,
            dropped=dropped_among(work.connection, [row.contact_id]),
        ),
    )


def _close_what_no_longer_fits(work: Writing, row: EngagementRow, numbers: GateNumbers) -> None:
    """A corrected rating takes back what the wrong one had called for."""
    rating = row.rating or 0
    wrong = []
    if rating > numbers.poor_rating:
        wrong.append(kinds.REPAIR)
    if rating < numbers.delighted_rating:
        wrong.append(kinds.TESTIMONIAL)
    query = select(FollowUpRow).where(
        FollowUpRow.engagement_id == row.id,
        col(FollowUpRow.closed_on).is_(None),
        col(FollowUpRow.kind).in_(wrong),
    )
    for found in work.find(query):
        close(work, found.id or 0, Closing.REPLACED)


_PRAISED = frozenset({Fact.PRAISED})


def _is_praised(work: Writing, contact_id: int) -> bool:
    found = work.connection.execute(
        "select exists (select 1 from testimonial where contact_id = :id and on_date > :since)"
        " or exists (select 1 from follow_up where contact_id = :id and kind = 'testimonial'"
        " and closed_on is null)",
        {"id": contact_id, "since": (work.today - dt.timedelta(days=_YEAR)).isoformat()},
    ).fetchone()
    return bool(found[0])

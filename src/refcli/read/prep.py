"""What to know before a meeting."""

import datetime as dt
import sqlite3
from typing import NamedTuple

from refcli.domain.asks import AskState
from refcli.domain.contacts import ContactStatus
from refcli.domain.drafts.ask import AskParts
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.fit import matched_words, stems
from refcli.domain.prep import Helper, Prep
from refcli.domain.readiness import blockers
from refcli.domain.timeline import Moment
from refcli.read.ask_parts import best_parts
from refcli.read.asks import asks
from refcli.read.campaigns import running_offer
from refcli.read.contacts import contact
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
from refcli.read.due import all_open
from refcli.read.interactions import interactions
from refcli.read.intros import intros
from refcli.read.names import acquaintance
from refcli.read.rows import rows
from refcli.read.settings import read_settings
from refcli.read.standing import gate_numbers, standing
from refcli.read.timeline import timeline

_LATELY = 5
_HELPERS = 3


class _HelperRow(NamedTuple):
    id: int
    name: str
    role: str
    organization: str
    industry: str
    focus: str
    note: str
    tags: str


def prep_for(
    connection: sqlite3.Connection, contact_id: int, today: dt.date, parts: AskParts
) -> Prep:
    """Everything on one screen; the ask is drafted from `parts` when they narrow it."""
    settings = read_settings(connection)
    who = standing(connection, contact_id, today, settings)
    if not parts.industry:
        parts = best_parts(connection, contact_id)
    items = all_open(connection, today.isoformat(), contact=contact_id)
    offer = running_offer(connection, today)
    draft = ""
    person = contact(connection, contact_id, today)
    is_alive = person.status is not ContactStatus.DECEASED
    if is_alive and parts.industry and parts.looking_for:
        wanted = Wanted(contact_id, Form.ASK, tone=Tone.PLAIN, parts=parts)
        draft = draft_for(connection, wanted, today).text
    return Prep(
        contact=person,
        interactions=interactions(connection, contact=contact_id, most=_LATELY),
        open_items=tuple(items),
        helpers=helpers(connection, contact_id),
        blockers=blockers(who, today, gate_numbers(settings)),
        draft=draft,
        offer=offer,
        intros=intros(connection, contact=contact_id),
        given=_given(connection, contact_id),
        asks=tuple(
            ask
            for ask in asks(connection, today, contact=contact_id)
            if ask.state in (AskState.PENDING, AskState.PROMISED)
        ),
        currency=settings.text("currency"),
    )


def _given(connection: sqlite3.Connection, contact_id: int) -> tuple[Moment, ...]:
    """The newest of praise, favors and thanks."""
    who = acquaintance(connection, contact_id).person
    kinds = ("testimonial", "favor", "thanks")
    return tuple(one for one in timeline(connection, who) if one.kind in kinds)[:_LATELY]


def helpers(connection: sqlite3.Connection, contact_id: int) -> tuple[Helper, ...]:
    """Contacts of mine who match what somebody works on now, or their good referral."""
    focus, good_referral, listen_for = connection.execute(
        "select coalesce(c.focus, ''), coalesce(p.good_referral, ''), coalesce(p.listen_for, '')"
        " from contact c left join partner p on p.contact_id = c.id where c.id = :id",
        {"id": contact_id},
    ).fetchone()
    wanted = stems((focus, good_referral, listen_for))
    if not wanted:
        return ()
    query = " or ".join(f'"{word}"*' for word in sorted(wanted))
    known = rows(
        connection,
        _HelperRow,
        """
        select c.id, c.name, coalesce(c.role, '') as role,
            coalesce(c.organization, '') as organization, coalesce(c.industry, '') as industry,
            coalesce(c.focus, '') as focus, coalesce(c.note, '') as note,
            coalesce((select group_concat(t.tag, ' ') from contact_tag t
                where t.contact_id = c.id), '') as tags
        from search s join contact c on c.id = s.rowid
        where search match :query and c.id <> :id and c.status <> 'dropped'
        order by bm25(search, 0.0, 4.0, 2.0, 0.5), c.id limit 20
        """,
        {"query": f"{{about note}} : ({query.replace(' or ', ' OR ')})", "id": contact_id},
    )
    found = []
    for row in known:
        talk = (row.role, row.organization, row.industry, row.focus, row.note, row.tags)
        matches = matched_words(wanted, talk)
        if matches:
            about = ", ".join(part for part in (row.role, row.organization) if part)
            found.append(Helper(row.id, row.name, about or row.industry, matches))
    return tuple(sorted(found, key=lambda h: -len(h.matches))[:_HELPERS])

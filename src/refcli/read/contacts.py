"""Contacts, one, several, or found by what is kept about them."""

import datetime as dt
import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.contacts import Basis, Contact, ContactStatus, Person, Tier, status_on
from refcli.domain.rapport import rapport_on
from refcli.domain.text import fold
from refcli.domain.thanks import ThanksHow
from refcli.errors import UnknownName
from refcli.read.rows import day

_COLUMNS = """
    c.id, c.name, c.organization, c.role, c.industry, c.basis, c.through_id, t.name, c.since,
    c.tier, c.status, c.status_until, c.status_because, c.thanks_by, c.focus, c.admired_by_id,
    a.name, c.taught_on, c.note, c.url, r.key, r.last_on, r.last_two_way_on,
    c.known_since
    from contact c
    left join contact t on t.id = c.through_id
    left join contact a on a.id = c.admired_by_id
    left join rapport r on r.contact_id = c.id
"""
_SORTS = {
    "name": "c.name_key, c.id",
    "rapport": "r.key desc, c.name_key",
    "last": "r.last_on is null, r.last_on desc, c.name_key",
    "tier": "c.tier is null, c.tier, c.name_key",
    "new": "c.id desc",
}
_CHUNK = 500


class ContactFilter(NamedTuple):
    """What a list of contacts is narrowed by; None leaves a criterion aside."""

    basis: Basis | None = None
    tag: str | None = None
    tier: Tier | None = None
    industry: str | None = None
    status: ContactStatus | None = None
    stale_days: int | None = None
    sort: str = "name"


def contact(connection: sqlite3.Connection, contact_id: int, today: dt.date) -> Contact:
    """One contact; raises UnknownName when there is none of that id."""
    found = contacts_by_id(connection, [contact_id], today)
    if not found:
        raise UnknownName(f"no contact has the id @{contact_id}", "see: refcli contact list")
    return found[0]


def contacts_by_id(
    connection: sqlite3.Connection, ids: Sequence[int], today: dt.date
) -> tuple[Contact, ...]:
    """Contacts in the order of the ids; unknown ids are left out."""
    loaded: dict[int, Contact] = {}
    for start in range(0, len(ids), _CHUNK):
        marks = ",".join(str(int(i)) for i in ids[start : start + _CHUNK])
        rows = connection.execute(f"select {_COLUMNS} where c.id in ({marks})").fetchall()
        loaded |= {found.id: found for found in _contacts(connection, rows, marks, today)}
    return tuple(loaded[i] for i in ids if i in loaded)


def list_contacts(
    connection: sqlite3.Connection, wanted: ContactFilter, today: dt.date
) -> tuple[Contact, ...]:
    """The contacts that meet every criterion, in the order asked for."""
    conditions, values = _conditions(wanted, today)
    where = f"where {' and '.join(conditions)}" if conditions else ""
    rows = connection.execute(
        f"select c.id from contact c left join rapport r on r.contact_id = c.id {where}"
        f" order by {_SORTS[wanted.sort]}",
        values,
    ).fetchall()
    return contacts_by_id(connection, [row[0] for row in rows], today)


def _conditions(
    wanted: ContactFilter, today: dt.date
) -> tuple[list[str], dict[str, str | int | None]]:
    conditions, values = [], dict[str, str | int | None]()
    if wanted.basis is not None:
        conditions.append("c.basis = :basis")
        values["basis"] = wanted.basis
    if wanted.tier is not None:
        conditions.append("c.tier = :tier")
        values["tier"] = wanted.tier
    if wanted.tag is not None:
        conditions.append("c.id in (select contact_id from contact_tag where tag_key = :tag)")
        values["tag"] = fold(wanted.tag.lstrip("#+"))
    if wanted.industry is not None:
        conditions.append("lower(c.industry) = lower(:industry)")
        values["industry"] = wanted.industry
    if wanted.status is not None:
        conditions.append(
            "case when c.status = 'resting' and c.status_until <= :today then 'active'"
            " else c.status end = :status"
        )
        values |= {"status": wanted.status, "today": today.isoformat()}
    if wanted.stale_days is not None:
        conditions.append("(r.last_on is null or r.last_on <= :stale)")
        values["stale"] = (today - dt.timedelta(days=wanted.stale_days)).isoformat()
    return conditions, values


def find_contacts(
    connection: sqlite3.Connection, text: str, today: dt.date, most: int = 200
) -> tuple[Contact, ...]:
    """Contacts whose name, organisation, notes, focus, tags or interactions hold every word."""
    words = re.findall(r"\w+", fold(text))
    if not words:
        return ()
    query = " ".join(f'"{word}"*' for word in words)
    rows = connection.execute(
        "select rowid from search where search match :query"
        " order by bm25(search, 10.0, 4.0, 2.0, 1.0), rowid limit :most",
        {"query": query, "most": most},
    ).fetchall()
    return contacts_by_id(connection, [row[0] for row in rows], today)


def reach_of(connection: sqlite3.Connection, contact_id: int) -> str:
    """The first number or address of a contact, empty when none is known."""
    row = connection.execute(
        "select coalesce((select phone from contact_phone where contact_id = :id order by id),"
        " (select email from contact_email where contact_id = :id order by id), '')",
        {"id": contact_id},
    ).fetchone()
    return str(row[0])


def admired_since(connection: sqlite3.Connection, contact_id: int, since: dt.date) -> bool:
    """Whether a contact named somebody they admire since a day."""
    row = connection.execute(
        "select exists (select 1 from contact where admired_by_id = :id and created_on >= :since)",
        {"id": contact_id, "since": since.isoformat()},
    ).fetchone()
    return bool(row[0])


def unsorted(connection: sqlite3.Connection, today: dt.date) -> tuple[Contact, ...]:
    """Contacts without a basis or tier that were not put off, likeliest to matter first."""
    rows = connection.execute(
        """
        select c.id from contact c left join rapport r on r.contact_id = c.id
        where c.status = 'active' and (c.basis = 'other' or c.tier is null)
            and c.sort_skipped_on is null
        order by r.last_on is null, r.key desc,
            exists (select 1 from contact_email e where e.contact_id = c.id) desc,
            c.known_since is null, c.known_since, c.name_key, c.id
        """
    ).fetchall()
    return contacts_by_id(connection, [row[0] for row in rows], today)


def _contacts(
    connection: sqlite3.Connection,
    rows: list[tuple],  # type: ignore[type-arg]
    marks: str,
    today: dt.date,
) -> list[Contact]:
    emails = _several(connection, "contact_email", "email", marks)
    phones = _several(connection, "contact_phone", "phone", marks)
    nicknames = _several(connection, "contact_nickname", "nickname", marks)
    tags = _several(connection, "contact_tag", "tag", marks)
    return [
        Contact(
            id=row[0],
            name=row[1],
            nicknames=nicknames.get(row[0], ()),
            organization=row[2],
            role=row[3],
            industry=row[4],
            emails=emails.get(row[0], ()),
            phones=phones.get(row[0], ()),
            basis=Basis(row[5]),
            through=None if row[6] is None else Person(row[6], row[7]),
            since=day(row[8]),
            tier=None if row[9] is None else Tier(row[9]),
            tags=tags.get(row[0], ()),
            status=status_on(ContactStatus(row[10]), day(row[11]), today),
            status_until=day(row[11]),
            status_because=row[12],
            thanks_by=None if row[13] is None else ThanksHow(row[13]),
            focus=row[14],
            admired_by=None if row[15] is None else Person(row[15], row[16]),
            taught_on=day(row[17]),
            note=row[18],
            url=row[19],
            known_since=day(row[23]),
            last_interaction=day(row[21]),
            rapport=rapport_on(row[20], day(row[22]), today),
        )
        for row in rows
    ]


def _several(
    connection: sqlite3.Connection, table: str, column: str, marks: str
) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for contact_id, value in connection.execute(
        f"select contact_id, {column} from {table} where contact_id in ({marks}) order by id"
    ).fetchall():
        found[contact_id] = (*found.get(contact_id, ()), value)
    return found

"""Contacts, one, several, or found by what is kept about them."""

import datetime as dt
import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from refcli.domain.contacts import (
    DIED,
    Basis,
    Contact,
    ContactStatus,
    Tie,
    Tier,
    bases_of,
    is_death,
    recognised,
    status_on,
)
from refcli.domain.rapport import rapport_on
from refcli.domain.text import fold
from refcli.errors import UnknownName
from refcli.read.rows import (
    BASIS,
    HAS_BASIS,
    chunked,
    converters,
    day,
    joined,
    marks,
    numbers,
    one_number,
    one_text,
    several,
)

# What a contact is made of beside its own columns, which have the names of the fields.
_ELSEWHERE = {
    "bases": "r.earned",
    "through": "t.name as through_name",
    "admired_by": "a.name as admired_by_name",
    "last_interaction": "r.last_on",
    "rapport": "r.key, r.last_two_way_on",
}
_SEVERAL = {"nicknames": "nickname", "emails": "email", "phones": "phone", "tags": "tag"}
_OWN = tuple(name for name in Contact._fields if name not in {*_ELSEWHERE, *_SEVERAL, "ties"})
_CONVERTERS = tuple(pair for pair in converters(Contact) if pair[0] in _OWN)
_SELECT = f"""
    select c.through_id, c.admired_by_id, {", ".join(_ELSEWHERE.values())},
        {", ".join(f"c.{name}" for name in _OWN)}
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
# By field, the values of each contact.
_Lists = Mapping[str, Mapping[int, Sequence[str]]]


class ContactFilter(NamedTuple):
    """What a list of contacts is narrowed by; None leaves a criterion aside.

    `where` are (column, text) of one's own choice, each of which must be so.
    """

    basis: Basis | None = None
    tags: tuple[str, ...] = ()
    tier: Tier | None = None
    industry: str | None = None
    status: ContactStatus | None = None
    stale_days: int | None = None
    organization: str | None = None
    tied_to: int | None = None
    where: tuple[tuple[str, str], ...] = ()
    sort: str = "name"


def contact(connection: sqlite3.Connection, contact_id: int, today: dt.date) -> Contact:
    """One contact; raises UnknownName when there is none of that id."""
    people = contacts_by_id(connection, [contact_id], today)
    if not people:
        raise UnknownName(f"no contact has the id @{contact_id}", "see: refcli contact list")
    return people[0]


def contacts_by_id(
    connection: sqlite3.Connection,
    ids: Sequence[int],
    today: dt.date,
    *,
    with_ties: bool = True,
) -> tuple[Contact, ...]:
    """Contacts in the order of the ids; unknown ids are left out."""
    loaded: dict[int, Contact] = {}
    for chunk in chunked(ids, _CHUNK):
        loaded |= {
            found.id: found
            for found in _contacts(connection, marks(chunk), today, with_ties=with_ties)
        }
    return tuple(loaded[i] for i in ids if i in loaded)


def list_contacts(
    connection: sqlite3.Connection, wanted: ContactFilter, today: dt.date
) -> tuple[Contact, ...]:
    """The contacts that meet every criterion, in the order asked for."""
    conditions, values = _conditions(wanted, today)
    where = f"where {' and '.join(conditions)}" if conditions else ""
    ids = numbers(
        connection,
        f"select c.id from contact c left join rapport r on r.contact_id = c.id {where}"
        f" order by {_SORTS[wanted.sort]}",
        values,
    )
    return contacts_by_id(connection, ids, today)


def _conditions(
    wanted: ContactFilter, today: dt.date
) -> tuple[list[str], dict[str, str | int | None]]:
    conditions, values = [], dict[str, str | int | None]()
    if wanted.basis is not None:
        is_none = wanted.basis is Basis.OTHER
        conditions.append(f"{BASIS} = :basis" if is_none else HAS_BASIS.format(":basis"))
        values["basis"] = wanted.basis
    if wanted.tier is not None:
        conditions.append("c.tier = :tier")
        values["tier"] = wanted.tier
    for n, tag in enumerate(wanted.tags):
        conditions.append(f"c.id in (select contact_id from contact_tag where tag_key = :tag{n})")
        values[f"tag{n}"] = fold(tag.lstrip("#+"))
    if wanted.organization is not None:
        conditions.append("lower(c.organization) = lower(:organization)")
        values["organization"] = wanted.organization
    for n, (column, text) in enumerate(wanted.where):
        conditions.append(f"lower(c.{column}) = lower(:where{n})")
        values[f"where{n}"] = text
    if wanted.tied_to is not None:
        conditions.append(
            "c.id in (select other_id from tie where contact_id = :tied_to"
            " union select contact_id from tie where other_id = :tied_to)"
        )
        values["tied_to"] = wanted.tied_to
    if wanted.industry is not None:
        conditions.append("lower(c.industry) = lower(:industry)")
        values["industry"] = wanted.industry
    if wanted.status is not None:
        conditions.append(
            "case when c.status = 'resting' and c.status_until <= :today then 'active'"
            f" when c.status = 'dropped' and lower(trim(c.status_because)) = '{DIED}'"
            " then 'deceased'"
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
    ids = numbers(
        connection,
        "select rowid from search where search match :query"
        " order by bm25(search, 10.0, 4.0, 2.0, 1.0), rowid limit :most",
        {"query": query, "most": most},
    )
    return contacts_by_id(connection, ids, today)


def reach_of(connection: sqlite3.Connection, contact_id: int) -> str:
    """The first number or address of a contact, empty when none is known."""
    found = one_text(
        connection,
        "select coalesce((select phone from contact_phone where contact_id = :id order by id),"
        " (select email from contact_email where contact_id = :id order by id), '')",
        {"id": contact_id},
    )
    return found or ""


def has_basis(connection: sqlite3.Connection, contact_id: int, basis: Basis) -> bool:
    """Whether a contact has a basis, told or earned."""
    found = one_number(
        connection,
        f"select {HAS_BASIS.format(':basis')} from contact c where c.id = :id",
        {"id": contact_id, "basis": basis},
    )
    return bool(found)


def admired_since(connection: sqlite3.Connection, contact_id: int, since: dt.date) -> bool:
    """Whether a contact named somebody they admire since a day."""
    found = one_number(
        connection,
        "select exists (select 1 from contact where admired_by_id = :id and created_on >= :since)",
        {"id": contact_id, "since": since.isoformat()},
    )
    return bool(found)


def unsorted(connection: sqlite3.Connection, today: dt.date) -> tuple[Contact, ...]:
    """Contacts without a basis or tier that were not put off, likeliest to matter first."""
    ids = numbers(
        connection,
        f"""
        select c.id from contact c left join rapport r on r.contact_id = c.id
        where c.status = 'active' and ({BASIS} = 'other' or c.tier is null)
            and c.sort_skipped_on is null
        order by r.last_on is null, r.key desc,
            exists (select 1 from contact_email e where e.contact_id = c.id) desc,
            c.known_since is null, c.known_since, c.name_key, c.id
        """,
    )
    return contacts_by_id(connection, ids, today)


class _Joined(NamedTuple):
    """What stands before a contact's own columns."""

    through_id: int | None
    admired_by_id: int | None
    earned: str | None
    through_name: str | None
    admired_by_name: str | None
    last_on: str | None
    key: float | None
    last_two_way_on: str | None


def _contacts(
    connection: sqlite3.Connection, chunk: str, today: dt.date, *, with_ties: bool
) -> list[Contact]:
    lists = {
        field: several(
            connection,
            f"select contact_id, {column} from contact_{column} where contact_id in ({chunk})"
            " order by id",
        )
        for field, column in (*_SEVERAL.items(), ("bases", "basis"))
    }
    tied = _ties(connection, chunk) if with_ties else {}
    return [
        _contact(row, lists, tied, today)
        for row in connection.execute(f"{_SELECT} where c.id in ({chunk})")
    ]


def _ties(connection: sqlite3.Connection, chunk: str) -> Mapping[int, tuple[Tie, ...]]:
    from refcli.read.ties import ties

    return ties(connection, chunk)


def _contact(
    row: Sequence[object], lists: _Lists, tied: Mapping[int, tuple[Tie, ...]], today: dt.date
) -> Contact:
    more = _Joined._make(row[: len(_Joined._fields)])
    own: dict[str, Any] = dict(zip(_OWN, row[len(_Joined._fields) :], strict=True))
    for name, convert in _CONVERTERS:
        own[name] = convert(own[name])
    own["is_a"] = own["is_a"] or recognised(own["name"])
    for name in _SEVERAL:
        own[name] = tuple(lists[name].get(own["id"], ()))
    told = map(Basis, lists["bases"].get(own["id"], ()))
    bases = bases_of(own.pop("basis"), told, has_earned=more.earned is not None)
    found = Contact(
        **own,
        basis=bases[0],
        bases=bases,
        ties=tied.get(own["id"], ()),
        through=joined(more.through_id, more.through_name),
        admired_by=joined(more.admired_by_id, more.admired_by_name),
        last_interaction=day(more.last_on),
        rapport=rapport_on(more.key, day(more.last_two_way_on), today),
    )
    has_died = is_death(found.status_because)
    return found._replace(
        status=status_on(found.status, found.status_until, today, has_died=has_died)
    )

"""Contacts, one, several, or found by what is kept about them."""

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from refcli.domain.contacts import (
    Basis,
    Contact,
    OwnField,
    PastJob,
    Tie,
    YearlyDate,
    bases_of,
    is_death,
    recognised,
    status_on,
)
from refcli.domain.rapport import rapport_on
from refcli.errors import UnknownName
from refcli.read.rows import (
    BASIS,
    HAS_BASIS,
    chunked,
    converters,
    day,
    joined,
    marks,
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
_SEVERAL = {
    "nicknames": "nickname",
    "former_names": "former_name",
    "emails": "email",
    "phones": "phone",
    "addresses": "address",
    "tags": "tag",
}
_BESIDE = {*_ELSEWHERE, *_SEVERAL, "ties", "fields", "dates", "jobs"}
_OWN = tuple(name for name in Contact._fields if name not in _BESIDE)
_CONVERTERS = tuple(pair for pair in converters(Contact) if pair[0] in _OWN)
_SELECT = f"""
    select c.through_id, c.admired_by_id, {", ".join(_ELSEWHERE.values())},
        {", ".join(f"c.{name}" for name in _OWN)}
    from contact c
    left join contact t on t.id = c.through_id
    left join contact a on a.id = c.admired_by_id
    left join rapport r on r.contact_id = c.id
"""
_CHUNK = 500
# By field, the values of each contact.
_Lists = Mapping[str, Mapping[int, Sequence[str]]]


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
    is_whole: bool = True,
) -> tuple[Contact, ...]:
    """Contacts in the order of the ids; unknown ids are left out.

    Without `is_whole` they have neither ties, dates nor fields of the user's own.
    """
    loaded: dict[int, Contact] = {}
    for chunk in chunked(ids, _CHUNK):
        loaded |= {
            found.id: found
            for found in _contacts(connection, marks(chunk), today, is_whole=is_whole)
        }
    return tuple(loaded[i] for i in ids if i in loaded)


def reach_of(connection: sqlite3.Connection, contact_id: int) -> str:
    """The first number or address of a contact, empty when none is known."""
    found = one_text(
        connection,
        "select coalesce((select phone from contact_phone where contact_id = :id order by id),"
        " (select email from contact_email where contact_id = :id order by id), '')",
        {"id": contact_id},
    )
    return found or ""


def email_of(connection: sqlite3.Connection, contact_id: int) -> str:
    """The first address of a contact, empty when none is known."""
    found = one_text(
        connection,
        "select email from contact_email where contact_id = :id order by id limit 1",
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


def matters(connection: sqlite3.Connection, contact_id: int) -> bool:
    """Whether a contact has a tier or a basis but `other`, so that their dates are shown."""
    found = one_number(
        connection,
        f"select c.tier is not null or {BASIS} <> 'other' from contact c where c.id = :id",
        {"id": contact_id},
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
    connection: sqlite3.Connection, chunk: str, today: dt.date, *, is_whole: bool
) -> list[Contact]:
    lists = {
        field: several(
            connection,
            f"select contact_id, {column} from contact_{column} where contact_id in ({chunk})"
            " order by id",
        )
        for field, column in (*_SEVERAL.items(), ("bases", "basis"))
    }
    beside = _Beside(
        lists,
        _own_fields(connection, chunk) if is_whole else {},
        _dates(connection, chunk, today) if is_whole else {},
        _ties(connection, chunk) if is_whole else {},
    )
    return [
        _contact(row, beside, today)
        for row in connection.execute(f"{_SELECT} where c.id in ({chunk})")
    ]


class _Beside(NamedTuple):
    """What a contact has beside its own row, by contact; `lists` by field first."""

    lists: _Lists
    fields: Mapping[int, tuple[OwnField, ...]]
    dates: Mapping[int, tuple[YearlyDate, ...]]
    ties: Mapping[int, tuple[Tie, ...]]


def _own_fields(connection: sqlite3.Connection, chunk: str) -> Mapping[int, tuple[OwnField, ...]]:
    found: dict[int, tuple[OwnField, ...]] = {}
    for contact_id, name, value in connection.execute(
        "select contact_id, field, value from contact_field"
        f" where contact_id in ({chunk}) order by field_key"
    ).fetchall():
        found[contact_id] = (*found.get(contact_id, ()), OwnField(name, value))
    return found


def _dates(
    connection: sqlite3.Connection, chunk: str, today: dt.date
) -> Mapping[int, tuple[YearlyDate, ...]]:
    from refcli.read.yearly import dates_of

    return dates_of(connection, chunk, today)


def _ties(connection: sqlite3.Connection, chunk: str) -> Mapping[int, tuple[Tie, ...]]:
    from refcli.read.ties import ties

    return ties(connection, chunk)


def _contact(row: Sequence[object], beside: _Beside, today: dt.date) -> Contact:
    more = _Joined._make(row[: len(_Joined._fields)])
    own: dict[str, Any] = dict(zip(_OWN, row[len(_Joined._fields) :], strict=True))
    for name, convert in _CONVERTERS:
        own[name] = convert(own[name])
    own["is_a"] = own["is_a"] or recognised(own["name"])
    for name in _SEVERAL:
        own[name] = tuple(beside.lists[name].get(own["id"], ()))
    told = map(Basis, beside.lists["bases"].get(own["id"], ()))
    bases = bases_of(own.pop("basis"), told, has_earned=more.earned is not None)
    found = Contact(
        **own,
        basis=bases[0],
        bases=bases,
        fields=beside.fields.get(own["id"], ()),
        dates=beside.dates.get(own["id"], ()),
        ties=beside.ties.get(own["id"], ()),
        through=joined(more.through_id, more.through_name),
        admired_by=joined(more.admired_by_id, more.admired_by_name),
        last_interaction=day(more.last_on),
        rapport=rapport_on(more.key, day(more.last_two_way_on), today),
    )
    has_died = is_death(found.status_because)
    return found._replace(
        status=status_on(found.status, found.status_until, today, has_died=has_died)
    )


def with_past_jobs(
    connection: sqlite3.Connection, contacts: Sequence[Contact]
) -> tuple[Contact, ...]:
    """The contacts with what they did before, which only what goes out asks for."""
    found: dict[int, tuple[PastJob, ...]] = {}
    for chunk in chunked([contact.id for contact in contacts], _CHUNK):
        for contact_id, on, was in connection.execute(
            "select contact_id, on_date, value from contact_step where step = 'job'"
            f" and value is not null and contact_id in ({marks(chunk)}) order by on_date, id"
        ).fetchall():
            job = PastJob(dt.date.fromisoformat(on), was)
            found[contact_id] = (*found.get(contact_id, ()), job)
    return tuple(contact._replace(jobs=found.get(contact.id, ())) for contact in contacts)

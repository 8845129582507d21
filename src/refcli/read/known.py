"""Those who are known, as far as a batch of imported rows asks for them: by index, never all."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import compress

from refcli.domain.columns import plain_from_files
from refcli.domain.contacts import Basis
from refcli.domain.imports import (
    ImportedExchange,
    ImportedPerson,
    KnownPerson,
    url_key,
)
from refcli.domain.name_agreement import stored_keys
from refcli.domain.phones import phone_key
from refcli.domain.text import fold
from refcli.read.rows import marks, several, texts
from refcli.read.ties import ties

# What counts as filled, as a condition on a contact `c`.
_FILLED = {
    **{name: f"coalesce({name}, '') != ''" for name in plain_from_files()},
    "basis": f"basis != '{Basis.OTHER}'",
    "tier": "tier is not null",
    "nicknames": "exists (select 1 from contact_nickname n where n.contact_id = c.id)",
    "tags": "exists (select 1 from contact_tag t where t.contact_id = c.id)",
}
_KNOWN = f"select id, name, organization, role, url, {', '.join(_FILLED.values())} from contact c"


def known_for(
    connection: sqlite3.Connection, people: Sequence[ImportedPerson]
) -> tuple[KnownPerson, ...]:
    """The contacts who share a profile, address, phone or name with any of these people."""
    ids = _ids(connection, "contact", "url_key", {url_key(p.text("url")) for p in people})
    names = set[str]().union(*(stored_keys(p.name) for p in people))
    ids |= _ids(connection, "contact", "name_key", names)
    ids |= _ids(connection, "contact_nickname", "nickname_key", names, "contact_id")
    ids |= _ids(connection, "contact_former_name", "former_name_key", names, "contact_id")
    emails = {e.lower() for p in people for e in p.emails}
    ids |= _ids(connection, "contact_email", "email_key", emails, "contact_id")
    phones = {phone_key(n) for p in people for n in p.phones}
    ids |= _ids(connection, "contact_phone", "phone_key", phones, "contact_id")
    return _people(connection, ids, with_more=any(p.has_more for p in people)) if ids else ()


def brought_by(connection: sqlite3.Connection, contact: int) -> str:
    """The format of the file from which a contact's employer came; empty where it was typed."""
    query = """
        select r.before, r.after, coalesce(i.after, '') from history_row r
        join history h on h.id = r.history_id and h.undone_by is null and h.command = 'import'
        left join history_row i on i.history_id = h.id and i.table_name = 'import'
        where r.table_name = 'contact' and r.row_id = :id order by r.id desc
    """
    now = connection.execute(
        "select organization, role from contact where id = :id", {"id": contact}
    ).fetchone()
    for before, after, register in connection.execute(query, {"id": contact}):
        was, became = json.loads(before or "{}"), json.loads(after or "{}")
        job = (became.get("organization"), became.get("role"))
        if job == now and (was.get("organization"), was.get("role")) != job:
            return str(json.loads(register or "{}").get("format", ""))
    return ""


def contacts_in(
    connection: sqlite3.Connection, exchanges: Sequence[ImportedExchange]
) -> dict[str, int]:
    """Each address, profile or name of the exchanges that means one contact, and which.

    A name counts only where one contact has it.
    """
    found: dict[str, int] = {}
    names = {fold(n): n for e in exchanges for n in e.names if n}
    several: dict[str, set[int]] = {}
    for key, contact in _pairs(connection, "contact", "name_key", set(names), "id"):
        several.setdefault(key, set()).add(contact)
    for key, ids in several.items():
        if len(ids) == 1:
            found[names[key]] = min(ids)
    urls = {u for e in exchanges for u in e.urls}
    found.update(_pairs(connection, "contact", "url_key", urls, "id"))
    emails = {a for e in exchanges for a in e.emails}
    found.update(_pairs(connection, "contact_email", "email_key", emails, "contact_id"))
    return found


def met_in(exchange: ImportedExchange, found: dict[str, int]) -> tuple[int, ...]:
    """The contacts of one exchange: by address, else profile, else name."""
    for keys in (exchange.emails, exchange.urls, exchange.names):
        met = dict.fromkeys(found[key] for key in keys if key in found)
        if met:
            return tuple(met)
    return ()


def known_exchanges(
    connection: sqlite3.Connection, exchanges: Sequence[ImportedExchange]
) -> set[str]:
    """The keys of those exchanges that came in before."""
    keys = {e.key for e in exchanges}
    return {key for key, _ in _pairs(connection, "interaction", "external_key", keys, "id")}


def known_addresses(connection: sqlite3.Connection) -> frozenset[str]:
    """Every address of every contact: a mailbox is sifted by them."""
    return frozenset(texts(connection, "select email_key from contact_email"))


def contact_of_name(connection: sqlite3.Connection, name: str) -> list[int]:
    """The contacts of exactly that folded name."""
    return sorted(_ids(connection, "contact", "name_key", {fold(name)}))


def _ids(
    connection: sqlite3.Connection, table: str, column: str, keys: set[str], owner: str = "id"
) -> set[int]:
    return {contact for _, contact in _pairs(connection, table, column, keys, owner)}


def _pairs(
    connection: sqlite3.Connection, table: str, column: str, keys: set[str], owner: str
) -> Iterable[tuple[str, int]]:
    wanted = sorted(keys - {""})
    if not wanted:
        return []
    marks = ",".join("?" * len(wanted))
    return connection.execute(
        f"select {column}, {owner} from {table} where {column} in ({marks})"
        f" and {column} is not null order by {owner} desc",
        wanted,
    ).fetchall()


# What there may be several of, each by its key.
_MORE = """
    select contact_id, 'addresses', address_key from contact_address where contact_id in ({ids})
    union all select contact_id, 'dates', label_key from yearly_date where contact_id in ({ids})
    union all select contact_id, 'fields', field_key from contact_field where contact_id in ({ids})
    union all select contact_id, 'relations', field_key || ':' || value_key from contact_field
        where contact_id in ({ids})
    union all select contact_id, 'former_names', former_name_key from contact_former_name
        where contact_id in ({ids})
"""


def _people(
    connection: sqlite3.Connection, ids: set[int], *, with_more: bool
) -> tuple[KnownPerson, ...]:
    wanted = marks(sorted(ids))
    of_them = f"where contact_id in ({wanted})"
    emails = several(connection, f"select contact_id, email_key from contact_email {of_them}")
    phones = several(connection, f"select contact_id, phone_key from contact_phone {of_them}")
    called = several(
        connection,
        f"select contact_id, nickname from contact_nickname {of_them} union all"
        f" select contact_id, former_name from contact_former_name {of_them}",
    )
    more: dict[int, set[tuple[str, str]]] = {}
    if with_more:
        for number, name, key in connection.execute(_MORE.format(ids=wanted)).fetchall():
            more.setdefault(number, set()).add((name, key))
        for number, tied in ties(connection, wanted).items():
            keys = {("relations", f"{tie.word}:{fold(tie.contact.name)}") for tie in tied}
            more.setdefault(number, set()).update(keys)
    return tuple(
        KnownPerson(
            id=number,
            name=name,
            organization=organization or "",
            role=role or "",
            url=url or "",
            emails=frozenset(emails.get(number, ())),
            phones=frozenset(phones.get(number, ())),
            filled=frozenset(compress(_FILLED, is_filled)),
            has=frozenset(more.get(number, ())),
            other_names=tuple(called.get(number, ())),
        )
        for number, name, organization, role, url, *is_filled in connection.execute(
            f"{_KNOWN} where id in ({wanted}) order by id"
        ).fetchall()
    )

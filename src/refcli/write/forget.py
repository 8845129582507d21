"""Forgetting somebody: no byte of them stays in the store, in its history or in its backups."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from refcli.domain.column import ITS_CONTACT, Replay
from refcli.domain.columns import DERIVED_TABLES, TABLES, every_column, pointing_to
from refcli.domain.contacts import DIED, Nature, nature_of, recognised
from refcli.domain.names import words_of
from refcli.domain.text import fold
from refcli.domain.traces import Known, Traces, Where, traces_of
from refcli.domain.typed import typed
from refcli.domain.typed_values import may_be_typed, with_keys
from refcli.errors import Busy
from refcli.read.me import my_addresses, who_i_am
from refcli.read.names import names_of
from refcli.read.rows import marks, numbers, texts
from refcli.read.settings import numbers_of
from refcli.read.taken_back import taken_back
from refcli.write.derived import refresh, with_tied
from refcli.write.forget_images import erase_images
from refcli.write.forget_intros import (
    asks_answered_by,
    in_their_intros,
    keep_answered,
    leave_to_others,
)
from refcli.write.journal import end_journal
from refcli.write.obligations import bring_into_line
from refcli.write.session import Writing


def forget_contact(
    work: Writing, contact_id: int, shown_name: str, *, is_taken_back: bool = False
) -> Traces:
    """Erase a contact and what was said about them, and return by what they could be found.

    Nothing of it is journaled: history entries that held an image of it can no longer be undone.
    Whose adding was taken back is in the history alone. Raises Busy unless the contact still bears
    the name that the user was shown.
    """
    connection = work.connection
    _refuse_somebody_else(connection, contact_id, shown_name, is_taken_back=is_taken_back)
    end_journal(connection)
    work.keeps_images = False
    traces = _traces(connection, contact_id)
    namesakes = _namesakes(connection, contact_id)
    touched = _companions(connection, contact_id) | with_tied(connection, [contact_id])
    others = in_their_intros(connection, contact_id) | _reminded_of(connection, traces)
    asks = asks_answered_by(connection, contact_id)
    near = _blank_near(connection, contact_id, traces)
    leave_to_others(connection, contact_id)
    gone = _delete_all(connection, contact_id)
    changed = _blank_everywhere(connection, traces, namesakes)
    touched |= changed.people
    erase_images(connection, contact_id, {*gone, *near}, traces)
    _forget_numbers(connection, contact_id)
    concerned = touched | others
    bring_into_line(connection, concerned, numbers_of(work.settings))
    if keep_answered(work, asks):
        bring_into_line(connection, concerned, numbers_of(work.settings))
    refresh(connection, with_tied(connection, sorted(concerned)))
    connection.execute("insert into search (search) values ('rebuild')")
    work.look_anew()
    work.say("contact-forgotten")
    went = sum(table == "intro" for table, _ in gone)
    if went:
        work.say("introductions-forgotten", count=went)
    if changed.texts:
        names = names_of(connection, changed.people)
        work.say("names-taken-out", count=changed.texts, names=names or None)
    return traces


def _refuse_somebody_else(
    connection: sqlite3.Connection, contact: int, shown_name: str, *, is_taken_back: bool
) -> None:
    """What was confirmed is looked at again: another shell may have been faster."""
    if is_taken_back:
        names = {who.name for who in taken_back(connection) if who.id == contact}
    else:
        query = "select name from contact where id = :id"
        names = set(texts(connection, query, {"id": contact}))
    if shown_name not in names:
        raise Busy(
            f"@{contact} is not {shown_name} any more, so nobody was forgotten",
            typed("refcli contact show {}", f"@{contact}"),
        )


def _traces(connection: sqlite3.Connection, contact: int) -> Traces:
    """By what they are found: what they were ever called, and how they are reached."""

    def ever(table: str, column: str, owner: str = "contact_id") -> list[str]:
        return _ever(connection, table, column, owner, contact)

    def alone(table: str, column: str) -> list[str]:
        """What a household or a firm has together is not theirs alone."""
        query = f"select {column} from {table} where contact_id <> :id"
        of_others = {fold(value) for value in texts(connection, query, {"id": contact})} | own
        return [value for value in ever(table, column) if fold(value) not in of_others]

    me = who_i_am(connection)
    own = {fold(address) for address in my_addresses(connection)}
    called = (*ever("contact", "name", "id"), *ever("contact_former_name", "former_name"))
    known = Known(
        # A card of one's own, as an address book has it, takes nothing from what I say of me.
        tuple(name for name in called if fold(name) != fold(me.name)),
        tuple(ever("contact_nickname", "nickname")),
        tuple(alone("contact_phone", "phone")),
        (
            *ever("contact", "url", "id"),
            *alone("contact_address", "address"),
            *alone("contact_email", "email"),
        ),
        _is_firm(connection, contact, called),
    )
    mine = set(words_of(me.name))
    return traces_of(known, lambda word: word in mine or _is_shared(connection, contact, word))


def _ever(
    connection: sqlite3.Connection, table: str, column: str, owner: str, contact: int
) -> list[str]:
    """The values of a contact's column, as they are and as the history's images have them."""
    rows = connection.execute(
        f"""
        select {column} from {table} where {owner} = :contact
        union
        select json_extract(image, '$.{column}') from (
            select before as image from history_row where table_name = :table
            union all select after from history_row where table_name = :table)
        where json_extract(image, '$.{owner}') = :contact
        """,
        {"contact": contact, "table": table},
    ).fetchall()
    return [value for (value,) in rows if value]


def _is_firm(connection: sqlite3.Connection, contact: int, called: Iterable[str]) -> bool:
    query = "select name, is_a from contact where id = ?"
    row = connection.execute(query, (contact,)).fetchone()
    if row is None:
        return any(recognised(name) is Nature.FIRM for name in called)
    name, is_a = row
    return nature_of(name, is_a) is Nature.FIRM


def _namesakes(connection: sqlite3.Connection, contact: int) -> set[int]:
    """Whoever bears the same name: in what is told of them it is theirs."""
    query = (
        "select o.id from contact c join contact o on o.name_key = c.name_key and o.id <> c.id"
        " where c.id = :id"
    )
    return set(numbers(connection, query, {"id": contact}))


def _is_shared(connection: sqlite3.Connection, contact: int, word: str) -> bool:
    found = connection.execute(
        "select 1 from contact_word where word = ? and contact_id <> ? limit 1",
        (word, contact),
    )
    return found.fetchone() is not None


def _companions(connection: sqlite3.Connection, contact: int) -> set[int]:
    """Those who took part in something with the person: their full-text entries change."""
    return set(
        numbers(
            connection,
            "select other.contact_id from interaction_contact mine join interaction_contact other"
            " on other.interaction_id = mine.interaction_id where mine.contact_id = :id",
            {"id": contact},
        )
    )


def _forget_numbers(connection: sqlite3.Connection, contact: int) -> None:
    """The keys under which follow-ups about the person were numbered, and decisions on them."""
    connection.execute(
        "delete from follow_up_id where key like :part or key like :whose",
        {"part": f"%/{contact}/%", "whose": f"contact:{contact}/%"},
    )
    connection.execute(
        "delete from decision where id not in (select decision_id from decision_about)"
    )


def _reminded_of(connection: sqlite3.Connection, traces: Traces) -> set[int]:
    """Those with whom a follow-up names the person: what it says is made again."""
    rows = connection.execute("select contact_id, action, note from follow_up").fetchall()
    return {
        who for who, action, note in rows if traces.are_in(f"{action} {note or ''}", Where.NEAR)
    }


def _blank_near(
    connection: sqlite3.Connection, contact: int, traces: Traces
) -> set[tuple[str, int]]:
    """Take them out of what was said of that in which they took part; (table, id) of each."""
    near = connection.execute(
        "select i.id, i.text from interaction i join interaction_contact c"
        " on c.interaction_id = i.id where c.contact_id = ?",
        (contact,),
    ).fetchall()
    for row_id, text in near:
        blanked = traces.blanked(text, Where.NEAR)
        connection.execute("update interaction set text = ? where id = ?", (blanked, row_id))
    return {("interaction", row_id) for row_id, _ in near}


def _delete_all(connection: sqlite3.Connection, contact: int) -> set[tuple[str, int]]:
    """Delete the contact and every row that goes with them; (table, id) of each that went."""
    connection.execute("pragma defer_foreign_keys = on")
    for table, column, _ in pointing_to("contact"):
        if table in DERIVED_TABLES:
            connection.execute(f"delete from {table} where {column} = {contact}")
    gone: dict[str, set[int]] = {"contact": {contact}}
    _follow(connection, "contact", gone)
    gone["interaction"] = _unattended(connection, gone)
    _follow(connection, "interaction", gone)
    for table, ids in gone.items():
        for other, column, declared in pointing_to(table):
            if not declared.goes:
                connection.execute(
                    f'update "{other}" set {column} = null where {column} in ({marks(ids)})'
                )
    for table, ids in gone.items():
        connection.execute(f'delete from "{table}" where id in ({marks(ids)})')
    return {(table, row) for table, ids in gone.items() for row in ids}


def _follow(connection: sqlite3.Connection, table: str, gone: dict[str, set[int]]) -> None:
    """Add to `gone` the rows that go with those of a table, and those that go with them."""
    for other, column, declared in pointing_to(table):
        if not declared.goes or other in DERIVED_TABLES:
            continue
        query = f'select id from "{other}" where {column} in ({marks(gone[table])})'
        found = set(numbers(connection, query))
        if not found <= gone.setdefault(other, set()):
            gone[other] |= found
            _follow(connection, other, gone)


def _unattended(connection: sqlite3.Connection, gone: dict[str, set[int]]) -> set[int]:
    """Interactions in which nobody else took part."""
    parts = marks({0, *gone.get("interaction_contact", ())})
    query = (
        "select id from interaction i where not exists (select 1 from interaction_contact c"
        f" where c.interaction_id = i.id and c.id not in ({parts}))"
    )
    return set(numbers(connection, query))


# Where only some rows hold words: a tier is none, whatever somebody is called, nor is a death.
# Why somebody was dropped is a sentence.
_TEXTS = {
    "contact_step": (
        ("step = 'job'", Where.LABEL),
        (f"step = 'drop' and value <> '{DIED}'", Where.PROSE),
    )
}


class _Changed(NamedTuple):
    """How many texts about others changed, and whose."""

    texts: int
    people: set[int]


def _blank_everywhere(
    connection: sqlite3.Connection, traces: Traces, namesakes: set[int]
) -> _Changed:
    """Take the names out of all that is said of others, but of those who bear the same."""
    people: set[int] = set()
    count = 0
    for table, column, declared in every_column():
        if not declared.is_blanked:
            continue
        where = Where.PROSE if declared.is_prose else Where.LABEL
        for only, kind in _TEXTS.get(table, (("true", where),)):
            query = f'select id, {column} from "{table}" where {column} is not null and {only}'
            for row_id, text in connection.execute(query).fetchall():
                blanked = traces.blanked(text, kind)
                if blanked == text or not may_be_typed(table, column, blanked):
                    continue
                whose = _whose(connection, table, row_id)
                if whose and whose <= namesakes:
                    continue
                people |= whose
                count += TABLES[table].replay is Replay.FACT
                _set_blanked(connection, table, column, row_id, blanked)
    return _Changed(count, people)


def _set_blanked(
    connection: sqlite3.Connection, table: str, column: str, row_id: int, text: str
) -> None:
    """Set a text, and the key under which it is compared.

    Of two that are alike without the person one is left.
    """
    key = f"{column}_key"
    values = with_keys(table, {column: text, **({key: ""} if key in TABLES[table].columns else {})})
    what = ", ".join(f"{name} = ?" for name in values)
    done = connection.execute(
        f'update or ignore "{table}" set {what} where id = ?', (*values.values(), row_id)
    )
    if not done.rowcount:
        connection.execute(f'delete from "{table}" where id = ?', (row_id,))


def _whose(connection: sqlite3.Connection, table: str, row_id: int) -> set[int]:
    """The contacts whose derived rows hold a row's text."""
    if table == "contact":
        return {row_id}
    if table == "interaction":
        return _takers_part(connection, row_id)
    if TABLES[table].derived != ITS_CONTACT:
        return set()
    query = f'select contact_id from "{table}" where id = :id'
    return set(numbers(connection, query, {"id": row_id}))


def _takers_part(connection: sqlite3.Connection, interaction: int) -> set[int]:
    return set(
        numbers(
            connection,
            "select contact_id from interaction_contact where interaction_id = :id",
            {"id": interaction},
        )
    )

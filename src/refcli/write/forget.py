"""Forgetting somebody: no byte of them stays in the store, in its history or in its backups."""

import re
import sqlite3

from refcli.domain.column import ITS_CONTACT
from refcli.domain.columns import DERIVED_TABLES, TABLES, every_column, pointing_to
from refcli.domain.text import fold
from refcli.domain.traces import Known, Traces, traces_of
from refcli.domain.typed import typed
from refcli.domain.typed_values import with_keys
from refcli.errors import Busy
from refcli.read.rows import marks, numbers, texts
from refcli.read.settings import numbers_of
from refcli.write.derived import refresh
from refcli.write.journal import end_journal
from refcli.write.obligations import bring_into_line
from refcli.write.session import Writing


def forget_contact(work: Writing, contact_id: int, shown_name: str) -> Traces:
    """Erase a contact and what was said about them, and return by what they could be found.

    Nothing of it is journaled: history entries that held an image of it can no longer be undone.
    Raises Busy unless the contact still bears the name that the user was shown.
    """
    connection = work.connection
    _refuse_somebody_else(connection, contact_id, shown_name)
    end_journal(connection)
    work.keeps_images = False
    traces = _traces(connection, contact_id)
    touched = _companions(connection, contact_id)
    others = _in_their_intros(connection, contact_id)
    _blank_near(connection, contact_id, traces)
    gone = _delete_all(connection, contact_id)
    touched |= _blank_everywhere(connection, traces)
    _erase_images(connection, contact_id, gone, traces)
    _forget_numbers(connection, contact_id)
    bring_into_line(connection, {*touched, *others, contact_id}, numbers_of(work.settings))
    refresh(connection, {*touched, *others, contact_id})
    connection.execute("insert into search (search) values ('rebuild')")
    work.look_anew()
    work.say("contact-forgotten")
    return traces


def _refuse_somebody_else(connection: sqlite3.Connection, contact: int, shown_name: str) -> None:
    """What was confirmed is looked at again: another shell may have been faster."""
    row = connection.execute("select name from contact where id = ?", (contact,)).fetchone()
    if row is None or row[0] != shown_name:
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
        of_others = {fold(value) for value in texts(connection, query, {"id": contact})}
        return [value for value in ever(table, column) if fold(value) not in of_others]

    known = Known(
        (*ever("contact", "name", "id"), *ever("contact_former_name", "former_name")),
        tuple(ever("contact_nickname", "nickname")),
        tuple(alone("contact_phone", "phone")),
        (
            *ever("contact", "url", "id"),
            *alone("contact_address", "address"),
            *alone("contact_email", "email"),
        ),
    )
    return traces_of(known, lambda word: _is_shared(connection, contact, word))


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


def _in_their_intros(connection: sqlite3.Connection, contact: int) -> set[int]:
    """The other parties of introductions that go with the person."""
    return set(
        numbers(
            connection,
            """
            with part (intro, contact) as (
                select intro_id, contact_id from intro_party
                union select id, receiver_id from intro where receiver_id is not null
            )
            select other.contact from part mine join part other on other.intro = mine.intro
            where mine.contact = :id and other.contact <> :id
            """,
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


def _blank_near(connection: sqlite3.Connection, contact: int, traces: Traces) -> None:
    for row_id, text in connection.execute(
        "select i.id, i.text from interaction i join interaction_contact c"
        " on c.interaction_id = i.id where c.contact_id = ?",
        (contact,),
    ).fetchall():
        blanked = traces.blanked(text, is_near=True)
        connection.execute("update interaction set text = ? where id = ?", (blanked, row_id))


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


def _blank_everywhere(connection: sqlite3.Connection, traces: Traces) -> set[int]:
    """Take the names out of all free text; the contacts whose own text changed."""
    changed: set[int] = set()
    for table, column, declared in every_column():
        if not declared.is_blanked:
            continue
        for row_id, text in connection.execute(
            f'select id, {column} from "{table}" where {column} is not null'
        ).fetchall():
            blanked = traces.blanked(text)
            if blanked != text:
                changed |= _whose(connection, table, row_id)
                _set_blanked(connection, table, column, row_id, blanked)
    return changed


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


def _erase_images(
    connection: sqlite3.Connection, contact: int, gone: set[tuple[str, int]], traces: Traces
) -> None:
    """Delete images of what is gone or names the person; such entries cannot be undone."""
    columns = "|".join(sorted({column for _, column, _ in pointing_to("contact")}))
    pointers = re.compile(rf'"(?:{columns})":{contact}[,}}]')
    erased: set[int] = set()
    for row_id, history, table, row, before, after in connection.execute(
        "select id, history_id, table_name, row_id, before, after from history_row"
    ).fetchall():
        image = f"{before or ''}{after or ''}"
        is_theirs = (table, row) in gone or pointers.search(image)
        if is_theirs or traces.are_in(image):
            connection.execute("delete from history_row where id = ?", (row_id,))
            erased.add(history)
    connection.execute(f"update history set is_erased = 1 where id in ({marks(erased)})")

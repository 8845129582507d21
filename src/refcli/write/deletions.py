"""Facts taken back: as if they had never been told, with what they alone made possible."""

import sqlite3
from collections import Counter
from collections.abc import Sequence

from refcli.domain.columns import TABLES, pointing_to
from refcli.domain.text import joined, plural
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName
from refcli.read.rows import marks, numbers, one_text
from refcli.write.intro_corrections import no_longer_referred
from refcli.write.session import Writing

# By table, the words for one, the list that prints its ids, and the origin of an exchange that the
# command which told it recorded besides.
_TOLD: dict[str, tuple[str, str, str]] = {
    "interaction": ("interaction", "refcli log list", ""),
    "ask": ("ask", "refcli ask list", "ask"),
    "intro": ("introduction", "refcli intro list", "intro"),
    "thanks": ("thanks", "refcli thank list", "thank"),
    "favor": ("favor", "refcli reciprocate list", ""),
    "testimonial": ("testimonial", "refcli testimonial list", ""),
    "engagement": ("engagement", "refcli engagement list", ""),
    "custom": ("follow-up", "refcli followup list --all", ""),
}
# Told with `--intro`, thanks are of that introduction alone.
_ALSO_GOES = {"intro": (("thanks", "intro_id"),)}


def delete_facts(work: Writing, table: str, ids: Sequence[int]) -> None:
    """Delete facts of one table, all or, raising UnknownName, none of them."""
    word, where, _ = _TOLD[table]
    for number in ids:
        found = work.connection.execute(f"select 1 from {table} where id = ?", (number,)).fetchone()
        if found is None:
            raise UnknownName(f"no {word} has the id {number}", f"see: {where}")
    for number in dict.fromkeys(ids):
        who = _whose(work, table, number)
        _say(work, table, number, who, take_back(work, table, number))


def delete_follow_ups(work: Writing, ids: Sequence[int]) -> None:
    """Delete follow-ups that were made by hand; one that a rule made goes with its fact."""
    by_number = {number: _custom_of(work, number) for number in ids}
    for number, custom in by_number.items():
        who = _whose(work, "custom", custom)
        _say(work, "custom", number, who, take_back(work, "custom", custom))


# Whose a fact is, where it has not one contact of its own.
_WHOSE = {
    "interaction": (
        "select group_concat(c.name, ' and ') from interaction_contact i"
        " join contact c on c.id = i.contact_id where i.interaction_id = :id"
    ),
    "intro": "select c.name from intro i join contact c on c.id = i.prospect_id where i.id = :id",
}


def _whose(work: Writing, table: str, number: int) -> str | None:
    """Whom a fact is about, said when it goes."""
    own = f"select c.name from {table} t join contact c on c.id = t.contact_id where t.id = :id"
    return one_text(work.connection, _WHOSE.get(table, own), {"id": number})


def _custom_of(work: Writing, number: int) -> int:
    row = work.connection.execute(
        "select custom_id, rule, intro_id, ask_id from follow_up where id = ?", (number,)
    ).fetchone()
    if row is None:
        raise UnknownName(f"no follow-up has the id {number}", "see: refcli followup list --all")
    custom, rule, intro, ask = row
    if custom is not None:
        return int(custom)
    fact = typed("refcli intro show {}", intro) if intro is not None else ""
    fact = typed("refcli ask show {}", ask) if ask is not None else fact
    raise Refused(
        f"follow-up {number} follows from a fact ({rule}), so it goes with that",
        typed("refcli skip {}", number) + (f", or see the fact: {fact}" if fact else ""),
    )


def take_back(work: Writing, table: str, number: int) -> dict[str, set[int]]:
    """Delete a fact with all that goes with it, and return the ids that went, by table."""
    connection = work.connection
    connection.execute("pragma defer_foreign_keys = on")
    gone: dict[str, set[int]] = {table: {number}}
    for other, column in _ALSO_GOES.get(table, ()):
        _add(connection, gone, other, column, {number})
    _follow(connection, table, gone)
    origin = _TOLD[table][2] if table in _TOLD else ""
    if origin:
        _take_exchanges(connection, gone, origin, number)
    if table == "intro":
        work.remember_follow_ups(number)
        query = "select contact_id from intro_party where part = 'prospect' and intro_id = :intro"
        no_longer_referred(work, number, set(numbers(connection, query, {"intro": number})))
    for name, ids in gone.items():
        for other, column, declared in pointing_to(name):
            if not declared.goes and TABLES[other].is_journaled:
                work.change(f"update {other} set {column} = null where {column} in ({marks(ids)})")
    for name, ids in gone.items():
        work.change(f"delete from {name} where id in ({marks(ids)})")
    work.settle()
    return gone


def _follow(connection: sqlite3.Connection, table: str, gone: dict[str, set[int]]) -> None:
    """Add the rows that go with those of a table, and those that go with them."""
    for other, column, declared in pointing_to(table):
        if declared.goes and TABLES[other].is_journaled:
            _add(connection, gone, other, column, gone[table])


def _add(
    connection: sqlite3.Connection,
    gone: dict[str, set[int]],
    table: str,
    column: str,
    ids: set[int],
) -> None:
    query = f"select id from {table} where {column} in ({marks(ids)})"
    found = set(numbers(connection, query))
    if found and not found <= gone.setdefault(table, set()):
        gone[table] |= found
        _follow(connection, table, gone)


def _take_exchanges(
    connection: sqlite3.Connection, gone: dict[str, set[int]], origin: str, number: int
) -> None:
    """The exchange that the fact was too, and those of what goes with it."""
    origins = {origin: {number}, "thank": gone.get("thanks", set())}
    for name, ids in origins.items():
        found = numbers(
            connection,
            f"select id from interaction where origin = '{name}' and origin_id in ({marks(ids)})",
        )
        if found:
            gone.setdefault("interaction", set()).update(found)
            _follow(connection, "interaction", gone)


def _say(
    work: Writing, table: str, number: int, who: str | None, gone: dict[str, set[int]]
) -> None:
    counted = Counter({name: len(ids) for name, ids in gone.items() if TABLES[name].one})
    counted[table] -= 1
    with_it = [
        plural(count, TABLES[name].one, TABLES[name].many)
        for name, count in counted.items()
        if count > 0
    ]
    work.say(
        "fact-deleted",
        kind=table,
        id=number,
        word=_TOLD[table][0],
        who=who,
        with_it=joined(with_it) or None,
    )

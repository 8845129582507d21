"""What a check-up finds in the store itself."""

import datetime as dt
import math
import sqlite3
from collections.abc import Iterator, Sequence

from refcli.domain.findings import Finding, Severity
from refcli.domain.rapport import rapport_key
from refcli.domain.text import plural
from refcli.read.facts import EXCHANGED, FIRST_DAY
from refcli.read.names import search_entries
from refcli.read.obligations import (
    DIFFERENT,
    MISSING,
    SUPERFLUOUS,
    Difference,
    Waiting,
    replayed,
    retired,
)
from refcli.read.rows import chunked, marks, numbers, texts
from refcli.read.settings import numbers_of, read_settings
from refcli.read.soundness import strange_value
from refcli.store.db import SCHEMA_VERSION

_REPAIR = "refcli doctor --repair"
_RESTORE = "refcli restore BACKUP"
_CLOSE_ENOUGH = 1e-9
_CHUNK = 1000


def checkup(connection: sqlite3.Connection, version: int) -> Iterator[Finding]:
    """Everything that can be judged from the store's own pages and rows."""
    yield _schema(version)
    broken = texts(connection, "pragma integrity_check(5)")
    if broken != ["ok"]:
        yield Finding("integrity", Severity.BAD, f"the store is damaged: {broken[0]}", _RESTORE)
        return
    yield Finding("integrity", Severity.OK, "every page of the store is sound")
    dangling = [table for table, *_ in connection.execute("pragma foreign_key_check").fetchall()]
    if dangling:
        text = f"{plural(len(dangling), 'row')} of {dangling[0]} point to what is not there"
        yield Finding("foreign-keys", Severity.BAD, text, _RESTORE)
        return
    yield Finding("foreign-keys", Severity.OK, "every reference holds")
    if version == SCHEMA_VERSION and (strange := strange_value(connection)):
        text = f"a value is none that refcli writes: {strange}"
        yield Finding("values", Severity.BAD, text, _RESTORE)
        return
    yield _derived(connection)
    if version == SCHEMA_VERSION:
        yield from _follow_ups(connection)


def _schema(version: int) -> Finding:
    if version == SCHEMA_VERSION:
        return Finding("schema", Severity.OK, f"the store has the newest layout ({version})")
    text = f"the store has an older layout ({version} of {SCHEMA_VERSION})"
    return Finding("schema", Severity.NOTE, text, "the next write brings it up, after a backup")


def _derived(connection: sqlite3.Connection) -> Finding:
    wrong = _wrong_rapport(connection) + _unsearchable(connection)
    if not wrong:
        return Finding("rapport", Severity.OK, "rapport and search agree with the log")
    text = f"rapport or search do not agree with the log for {plural(wrong, 'contact')}"
    return Finding("rapport", Severity.WARN, text, _REPAIR, repairs=True)


def _wrong_rapport(connection: sqlite3.Connection) -> int:
    ids = numbers(connection, "select id from contact order by id")
    return sum(_wrong_rapport_of(connection, marks(chunk)) for chunk in chunked(ids, _CHUNK))


def _wrong_rapport_of(connection: sqlite3.Connection, wanted: str) -> int:
    days: dict[int, tuple[set[dt.date], set[dt.date], list[str]]] = {}
    exchanged = f"{EXCHANGED} and ic.contact_id in ({wanted})"
    for contact, on, direction in connection.execute(exchanged):
        ins, outs, all_days = days.setdefault(contact, (set(), set(), []))
        day = dt.date.fromisoformat(on)
        if direction != "out":
            ins.add(day)
        if direction != "in":
            outs.add(day)
        all_days.append(on)
    wrong = 0
    for contact, key, begun in connection.execute(
        f"select c.id, r.key, {FIRST_DAY} from contact c left join rapport r on r.contact_id = c.id"
        f" where c.id in ({wanted})"
    ).fetchall():
        ins, outs, all_days = days.get(contact, (set(), set(), []))
        first = dt.date.fromisoformat(min([begun, *all_days]))
        expected = rapport_key(ins, outs, first)
        wrong += key is None or not math.isclose(key, expected, abs_tol=_CLOSE_ENOUGH)
    return wrong


def _unsearchable(connection: sqlite3.Connection) -> int:
    """Whose entry of the index is missing, too many, or not as the facts have it."""
    ids = numbers(connection, "select id from contact order by id")
    wanted = {
        who: texts
        for chunk in chunked(ids, _CHUNK)
        for who, texts in search_entries(connection, marks(chunk))
    }
    found = {
        who: texts
        for who, *texts in connection.execute("select rowid, name, about, note, log from search")
    }
    either = wanted.keys() | found.keys()
    # The order in which names and texts stand in it is no matter.
    return sum(_words(wanted.get(who)) != _words(found.get(who)) for who in either)


def _words(texts: list[str] | None) -> list[list[str]] | None:
    return None if texts is None else [sorted(text.split()) for text in texts]


_WORDS = {
    MISSING: "{} missing",
    SUPERFLUOUS: "{} too many",
    DIFFERENT: "{} not as the facts have them",
}


def _follow_ups(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Follow-ups held against a replay of the facts, and decisions that wait for one."""
    wrong: list[Difference] = []
    waiting: list[Waiting] = []
    for differences, waits in replayed(connection, numbers_of(read_settings(connection))):
        wrong += differences
        waiting += waits
    for code in (MISSING, SUPERFLUOUS, DIFFERENT):
        found = sorted((d for d in wrong if d.code == code), key=_place)
        if found:
            listed = ", ".join(_named(difference) for difference in found[:5])
            text = f"{_WORDS[code].format(plural(len(found), 'follow-up'))}: {listed}"
            yield Finding(code, Severity.WARN, text, _REPAIR, repairs=True)
    if not wrong:
        yield Finding("follow-ups", Severity.OK, "the follow-ups are those of the playbook")
    yield from _decisions(connection, waiting)


def _decisions(connection: sqlite3.Connection, waiting: Sequence[Waiting]) -> Iterator[Finding]:
    """What was decided and has no effect now, and what an upgrade decided by itself."""
    if waiting:
        listed = ", ".join(f"{w.answer} of {w.on} ({w.kind} @{w.contact})" for w in waiting[:5])
        text = f"{plural(len(waiting), 'decision')} without a follow-up that it is about: {listed}"
        yield Finding(
            "waiting", Severity.NOTE, text, "nothing to do: each comes back with its fact"
        )
    old = retired(connection)
    if old:
        listed = ", ".join(map(str, old[:5])) + (" …" if old[5:] else "")
        text = f"{plural(len(old), 'follow-up')} of an older layout too old to ask for: {listed}"
        yield Finding("retired", Severity.NOTE, text, "see: refcli followup list --closed")


def _place(difference: Difference) -> tuple[int, int]:
    return difference.id or 0, difference.contact


def _named(difference: Difference) -> str:
    return f"@{difference.contact}" if difference.id is None else str(difference.id)

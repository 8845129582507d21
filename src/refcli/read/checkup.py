"""What a check-up finds in the store itself."""

import datetime as dt
import math
import sqlite3
from collections.abc import Iterator

from refcli.domain.contacts import Person
from refcli.domain.findings import Finding, Severity
from refcli.domain.kinds import INTRO, KINDS
from refcli.domain.rapport import rapport_key
from refcli.domain.text import plural
from refcli.read.interactions import FIRST_DAY
from refcli.read.rows import named, numbers, one_number, rows, texts
from refcli.store.db import SCHEMA_VERSION

_REPAIR = "refcli doctor --repair"
_RESTORE = "refcli restore BACKUP"
_CLOSE_ENOUGH = 1e-9
_OUTLIVE_DROP = tuple(kind for kind in KINDS.values() if kind.outlives_drop)
# Of an introduction that was made later, they are opened for a dropped contact too.
_OF_LATER_INTROS = tuple(k for k in KINDS.values() if k.opens_for_dropped and INTRO in k.origins)
# Follow-ups that the playbook would have closed, and why.
_SUPERFLUOUS = f"""
    select f.id from follow_up f join contact c on c.id = f.contact_id
    where f.closed_on is null and c.status = 'dropped'
        and f.kind not in ({named(_OUTLIVE_DROP)})
        and not (f.intro_id is not null and f.kind in ({named(_OF_LATER_INTROS)}))
    union
    select f.id from follow_up f join intro i on i.id = f.intro_id
    where f.closed_on is null and f.kind = 'reach' and i.state not in ('made', 'named')
    union
    select f.id from follow_up f join contact c on c.id = f.contact_id
    where f.closed_on is null and f.kind = 'keep-in-touch' and c.tier is null
    union
    select f.id from follow_up f
    where f.closed_on is null and f.kind = 'keep-in-touch' and exists (
        select 1 from follow_up o where o.kind = f.kind and o.contact_id = f.contact_id
        and o.closed_on is null and o.id < f.id)
"""
_MISSING = """
    select c.id, c.name from contact c
    where c.tier is not null and c.status = 'active' and not exists (
        select 1 from follow_up f where f.contact_id = c.id and f.kind = 'keep-in-touch'
        and (f.closed_on is null or f.closing = 'skipped'))
    order by c.id
"""


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
    yield _derived(connection)
    yield from _follow_ups(connection)


def superfluous(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Open follow-ups that the playbook says should be closed."""
    return tuple(sorted(numbers(connection, _SUPERFLUOUS)))


def without_rhythm(connection: sqlite3.Connection) -> tuple[Person, ...]:
    """Contacts with a tier and no keep-in-touch to come."""
    return tuple(rows(connection, Person, _MISSING))


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
    days: dict[int, tuple[set[dt.date], set[dt.date], list[str]]] = {}
    for contact, on, direction in connection.execute(
        "select ic.contact_id, i.on_date, i.direction from interaction_contact ic"
        " join interaction i on i.id = ic.interaction_id"
    ).fetchall():
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
    ).fetchall():
        ins, outs, all_days = days.get(contact, (set(), set(), []))
        first = dt.date.fromisoformat(min([begun, *all_days]))
        wanted = rapport_key(ins, outs, first)
        wrong += key is None or not math.isclose(key, wanted, abs_tol=_CLOSE_ENOUGH)
    return wrong


def _unsearchable(connection: sqlite3.Connection) -> int:
    return one_number(
        connection,
        "select (select count(*) from contact where id not in (select rowid from search))"
        " + (select count(*) from search where rowid not in (select id from contact))",
    )


def _follow_ups(connection: sqlite3.Connection) -> Iterator[Finding]:
    too_many, missing = superfluous(connection), without_rhythm(connection)
    if too_many:
        listed = ", ".join(str(i) for i in too_many[:5])
        text = f"{plural(len(too_many), 'follow-up')} should be closed by now: {listed}"
        yield Finding("superfluous", Severity.WARN, text, _REPAIR, repairs=True)
    if missing:
        text = (
            f"{plural(len(missing), 'contact')} with a tier have no next date, as {missing[0].name}"
        )
        yield Finding("missing", Severity.WARN, text, _REPAIR, repairs=True)
    if not (too_many or missing):
        yield Finding("follow-ups", Severity.OK, "the follow-ups are those of the playbook")

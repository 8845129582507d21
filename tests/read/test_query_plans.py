"""The hot paths search by index, whatever the size of the store, with few statements."""

import datetime as dt
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from refcli.domain.settings import Settings
from refcli.read.completion import completions
from refcli.read.contact_lists import find_contacts
from refcli.read.contacts import contact
from refcli.read.due import all_open, due_items, next_due
from refcli.read.interactions import interactions
from refcli.read.intros import intros
from refcli.read.names import resolve
from refcli.read.ranking import ready_to_ask
from refcli.read.settings import numbers_of
from refcli.store.opening import reading, writable
from refcli.write.derived import refresh
from refcli.write.obligations import bring_into_line
from tests.benchmarks.stores import build

TODAY = dt.date(2026, 11, 20)
DAY = TODAY.isoformat()
# What may be read from end to end: it holds a handful of rows.
SMALL = frozenset({"setting", "CONSTANT"})
HOT: dict[str, tuple[Callable[[sqlite3.Connection], object], int]] = {
    "due": (lambda c: (due_items(c, DAY, DAY), next_due(c, DAY)), 5),
    "completion": (lambda c: completions(c, "an"), 1),
    "a name": (lambda c: resolve(c, "@7"), 4),
    "a contact": (lambda c: contact(c, 7, TODAY), 11),
    "what is open with a contact": (lambda c: all_open(c, DAY, contact=7), 3),
    "exchanges with a contact": (lambda c: interactions(c, contact=7, most=5), 3),
    "introductions of a contact": (lambda c: intros(c, contact=7), 6),
    "whom to ask": (lambda c: ready_to_ask(c, TODAY, Settings(), top=5), 40),
    "find": (lambda c: find_contacts(c, "library", TODAY), 8),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "store.db"
    build(path, 300)
    connection = sqlite3.connect(path)
    connection.execute("analyze")
    connection.commit()
    connection.close()
    return path


def statements(store: Path, query: Callable[[sqlite3.Connection], object]) -> list[str]:
    seen: list[str] = []
    with reading(str(store)) as connection:
        connection.set_trace_callback(seen.append)
        query(connection)
        connection.set_trace_callback(None)
    # What the full-text index asks of its own tables is its affair.
    ours = (s for s in seen if "search_" not in s)
    return [s for s in ours if s.lstrip().lower().startswith(("select", "with"))]


def scans(store: Path, statement: str) -> list[str]:
    """The steps of the plan that read a table from end to end."""
    with reading(str(store)) as connection:
        plan = [row[3] for row in connection.execute(f"explain query plan {statement}")]
    return [
        step
        for step in plan
        if step.startswith("SCAN")
        and not {"INDEX", "VIRTUAL"} & set(step.split())
        and step.split()[1] not in SMALL
    ]


@pytest.mark.parametrize("name", HOT)
def test_by_index_and_in_few_statements(store: Path, name: str) -> None:
    query, most = HOT[name]
    seen = statements(store, query)
    assert seen
    assert len(seen) <= most, seen
    for statement in seen:
        assert not scans(store, statement), statement


def test_the_ranking_looks_at_few(store: Path, tmp_path: Path) -> None:
    """Ten times the contacts, and no statement more."""
    larger = tmp_path / "larger.db"
    build(larger, 3000)

    def rank(connection: sqlite3.Connection) -> object:
        return ready_to_ask(connection, TODAY, Settings(), top=5)

    assert len(statements(larger, rank)) <= len(statements(store, rank)) + 30


def test_due_sorts_its_few_rows_itself(store: Path) -> None:
    for statement in statements(store, HOT["due"][0]):
        with reading(str(store)) as connection:
            plan = [row[3] for row in connection.execute(f"explain query plan {statement}")]
        assert not any("TEMP B-TREE" in step for step in plan), plan


def test_what_follows_from_facts_is_looked_up_by_index(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copyfile(store, path)
    seen: list[str] = []
    connection = writable(str(path), DAY)
    connection.execute("begin")
    connection.execute("delete from follow_up where contact_id = 7")
    connection.execute("delete from follow_up_id where number not in (select id from follow_up)")
    connection.set_trace_callback(seen.append)
    bring_into_line(connection, [7], numbers_of(Settings()))
    refresh(connection, [7])
    connection.set_trace_callback(None)
    connection.execute("commit")
    connection.close()
    words = ("select", "with", "update", "delete")
    asked = [s for s in seen if s.lstrip().lower().startswith(words) and "search" not in s]
    assert any("follow_up_id" in statement for statement in asked)
    for statement in asked:
        found = [step for step in scans(path, statement) if "id_mark" not in step]
        assert not found, statement

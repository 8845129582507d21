"""Rows have names, and a query that does not give them is found out at once."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from refcli.domain.contacts import Person
from refcli.read import due
from refcli.read.rows import (
    columns,
    each_row,
    joined,
    marks,
    numbers,
    one_number,
    one_row,
    one_text,
    rows,
    several,
    texts,
)
from refcli.store.opening import reading
from tests.support.program import Program


class Pet(NamedTuple):
    """A shape."""

    id: int
    name: str | None


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:")
    made.execute("create table pet (id integer, name text, owner integer)")
    made.executemany("insert into pet values (?, ?, ?)", [(1, "Rex", 7), (2, None, 8), (3, "A", 7)])
    yield made
    made.close()


def test_every_row_has_names(connection: sqlite3.Connection) -> None:
    query = f"select {columns(Pet)} from pet order by id"
    assert rows(connection, Pet, query) == [Pet(1, "Rex"), Pet(2, None), Pet(3, "A")]
    assert rows(connection, Pet, "select id, name from pet where id = ?", (9,)) == []
    assert [pet.name for pet in rows(connection, Pet, query)] == ["Rex", None, "A"]


def test_one_row_or_none(connection: sqlite3.Connection) -> None:
    query = "select id, name from pet where id = :id"
    assert one_row(connection, Pet, query, {"id": 1}) == Pet(1, "Rex")
    assert one_row(connection, Pet, query, {"id": 9}) is None


def test_a_walk_reads_no_further_than_it_goes(connection: sqlite3.Connection) -> None:
    walk = each_row(connection, Pet, "select id, name from pet order by id")
    assert next(walk) == Pet(1, "Rex")


READERS: tuple[Callable[[sqlite3.Connection, type[Pet], str], object], ...] = (
    rows,
    one_row,
    each_row,
)


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("select", "given"),
    [
        ("id, name, owner", "id, name, owner"),
        ("id", "id"),
        ("name, id", "name, id"),
        ("id, upper(name)", r"id, upper\(name\)"),
    ],
)
@pytest.mark.parametrize("where", ["1", "0"])
def test_a_mismatch_names_both_sides(
    connection: sqlite3.Connection,
    read: Callable[[sqlite3.Connection, type[Pet], str], object],
    select: str,
    given: str,
    where: str,
) -> None:
    with pytest.raises(LookupError, match=f"^the query gives {given}; Pet has id, name$"):
        read(connection, Pet, f"select {select} from pet where {where}")


def test_single_values_and_columns(connection: sqlite3.Connection) -> None:
    assert numbers(connection, "select id from pet order by id") == [1, 2, 3]
    assert numbers(connection, "select id from pet where 0") == []
    assert one_number(connection, "select count(*) from pet where owner = ?", (7,)) == 2
    assert texts(connection, "select name from pet where name is not null order by id") == [
        "Rex",
        "A",
    ]
    assert one_text(connection, "select name from pet where id = 1") == "Rex"
    assert one_text(connection, "select name from pet where id = 2") is None
    assert one_text(connection, "select name from pet where 0") is None


def test_several_values_of_each(connection: sqlite3.Connection) -> None:
    found = several(connection, "select owner, name from pet order by id")
    assert found == {7: ["Rex", "A"], 8: [None]}


def test_the_rest() -> None:
    assert (marks([3, 1]), marks([])) == ("3,1", "null")
    assert joined(7, "Anna") == Person(7, "Anna")
    assert joined(None, None) is None


def test_what_is_due_has_the_names_of_its_query(anna: Program) -> None:
    """The quick lane does without the check, so that it stands here."""
    with reading(str(anna.store)) as connection:
        cursor = connection.execute(due._SELECT)
    assert tuple(name for name, *_ in cursor.description) == due._Row._fields

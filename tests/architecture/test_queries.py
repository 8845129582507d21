"""Queries stand where they belong, and their rows have names."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "refcli"
READ = sorted(p.name for p in (SOURCE / "read").glob("*.py"))
ROWS = frozenset({"row", "found", "r"})
QUERY = re.compile(r"\s*(select|insert into|update|delete from|with \w+ as|pragma)\s")
ELSEWHERE = sorted(
    str(p.relative_to(SOURCE))
    for folder in ("cli", "domain", "render", "exchange", "prompt")
    for p in (SOURCE / folder).rglob("*.py")
)


def _is_row(node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in ROWS
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "fetchone"
    return False


def _is_number(node: ast.expr) -> bool:
    if isinstance(node, ast.UnaryOp):
        return _is_number(node.operand)
    return isinstance(node, ast.Constant) and type(node.value) is int


def by_number(source: str) -> Iterator[int]:
    """The lines on which a column of a row is meant by its number."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Subscript) and _is_row(node.value) and _is_number(node.slice):
            yield node.lineno


def queries(source: str) -> Iterator[int]:
    """The lines on which a text begins as a query does."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if QUERY.match(node.value):
            yield node.lineno


@pytest.mark.parametrize("file", READ)
def test_no_column_is_meant_by_its_number(file: str) -> None:
    assert list(by_number((SOURCE / "read" / file).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("file", ELSEWHERE)
def test_no_query_stands_elsewhere(file: str) -> None:
    assert list(queries((SOURCE / file).read_text(encoding="utf-8"))) == []


def test_the_checks_see_what_they_are_for() -> None:
    assert list(by_number("x = row[3]")) == [1]
    assert list(by_number("x = row[-1]")) == [1]
    assert list(by_number("x = c.execute(q).fetchone()[0]")) == [1]
    assert list(by_number("x = row.name, people[0], row[key], row[1:]")) == []
    assert list(queries("x = 'select 1'\ny = f'select {z} from t'")) == [1, 2]
    assert list(queries("'''with a as (select 1) select * from a'''")) == [1]
    assert list(queries("'Selected by hand', 'with words'")) == []

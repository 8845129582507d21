"""What an error says is for a person: whoever catches one decides by its class and code."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from refcli import errors

SOURCE = Path(__file__).parents[2] / "src" / "refcli"
FILES = sorted(str(p.relative_to(SOURCE)) for p in SOURCE.rglob("*.py"))
WORDS = frozenset({"message", "args", "strerror", "orig"})
LOOKS = frozenset(
    {
        "startswith", "endswith", "find", "rfind", "index", "rindex", "count", "split", "rsplit",
        "partition", "rpartition", "removeprefix", "removesuffix", "search", "match", "fullmatch",
        "findall", "finditer",
    }
)  # fmt: skip


def _names(tree: ast.AST) -> Iterator[str]:
    """The names under which errors are caught."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name


def _is_text(node: ast.AST, caught: frozenset[str]) -> bool:
    """Whether this is what an error says: `e.message`, `e.args`, `str(e)` or a text with it."""
    match node:
        case ast.Attribute(attr=attr):
            return attr in WORDS
        case ast.Call(func=ast.Name(id="str" | "repr"), args=[ast.Name(id=name)]):
            return name in caught
        case ast.FormattedValue(value=ast.Name(id=name)):
            return name in caught
    return False


def _says(node: ast.AST, caught: frozenset[str], texts: frozenset[str]) -> bool:
    return any(
        _is_text(part, caught) or (isinstance(part, ast.Name) and part.id in texts)
        for part in ast.walk(node)
    )


def _assigned(tree: ast.AST, caught: frozenset[str]) -> Iterator[str]:
    """The names that stand for what an error says."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.NamedExpr) and _says(node.value, caught, frozenset()):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def _parts(node: ast.AST) -> list[ast.AST]:
    """What a comparison, a search or a `match` looks into."""
    match node:
        case ast.Compare(left=left, comparators=others):
            return [left, *others]
        case ast.Call(func=ast.Attribute(value=value, attr=attr), args=args) if attr in LOOKS:
            return [value, *args]
        case ast.Match(subject=subject):
            return [subject]
    return []


def looks(source: str) -> Iterator[int]:
    """The lines on which something is decided by what an error says."""
    tree = ast.parse(source)
    caught = frozenset(_names(tree))
    texts = frozenset(_assigned(tree, caught))
    for node in ast.walk(tree):
        if any(_says(part, caught, texts) for part in _parts(node)):
            yield node.lineno  # type: ignore[attr-defined]


@pytest.mark.parametrize("file", FILES)
def test_nobody_looks_into_a_message(file: str) -> None:
    assert list(looks((SOURCE / file).read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        'x = "damaged" not in error.message',
        "x = error.args[0] == 'database is locked'",
        "x = 'locked' in str(error)",
        "x = 'locked' in f'{error}'.lower()",
        "x = str(error).startswith('no such table')",
        "x = re.search('locked', str(error))",
        "x = (text := str(error)) and 'locked' in text",
        "x = 'locked' in str(error.orig)",
    ],
)
def test_the_check_sees_what_it_is_for(line: str) -> None:
    assert list(looks(f"try:\n    y()\nexcept E as error:\n    {line}")) == [4]


@pytest.mark.parametrize(
    "line",
    [
        "x = error.code == 'damaged-store'",
        "x = error.sqlite_errorname.startswith('SQLITE_BUSY')",
        "raise Busy(f'{error.message}; kept', error.hint)",
        "reason = str(error)[:100]",
        "x = 'Anna' in names",
    ],
)
def test_the_check_leaves_alone_what_decides_otherwise(line: str) -> None:
    assert list(looks(f"try:\n    y()\nexcept E as error:\n    {line}")) == []


def test_every_error_has_its_own_code() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = [kind.code for kind in kinds if issubclass(kind, errors.RefcliError)]
    codes += [errors.DAMAGED_STORE, errors.FOREIGN_STORE]
    assert len(codes) == 14
    assert len(set(codes)) == len(codes)

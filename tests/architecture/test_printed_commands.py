"""No printed command is put together but by `typed`, which quotes for the shell."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from refcli.cli.frame.registry import COMMANDS
from refcli.domain.typed import _VERBS

SOURCE = Path(__file__).parents[2] / "src" / "refcli"
# The beginning of a command that no backquote has ended yet.
COMMAND = rf"\brefcli (--\w|({'|'.join(sorted({spec.path[0] for spec in COMMANDS}))})\b)[^`]*$"
FILES = sorted(str(p.relative_to(SOURCE)) for p in SOURCE.rglob("*.py"))


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _begins(node: ast.expr) -> bool:
    return re.search(COMMAND, _text(node)) is not None


def _filled_in(node: ast.JoinedStr) -> bool:
    """Whether a value stands behind the beginning of a command."""
    is_command = False
    for part in node.values:
        if isinstance(part, ast.FormattedValue) and is_command:
            return True
        is_command = is_command or _begins(part)
    return False


def put_together(source: str) -> Iterator[int]:
    """The lines on which a command is put together by hand."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr) and _filled_in(node):
            yield node.lineno
        if isinstance(node, ast.Attribute) and node.attr == "format" and _begins(node.value):
            yield node.lineno
        if isinstance(node, ast.BinOp) and _begins(node.left):
            yield node.lineno


@pytest.mark.parametrize("file", FILES)
def test_commands_are_made_by_one_function(file: str) -> None:
    assert list(put_together((SOURCE / file).read_text(encoding="utf-8"))) == []


def test_the_check_sees_what_it_is_for() -> None:
    assert list(put_together("x = f'refcli thank {name}'")) == [1]
    assert list(put_together("x = 'see: refcli thank {}'.format(name)")) == [1]
    assert list(put_together("x = 'refcli thank ' + name")) == [1]
    assert list(put_together("x = f'{name}: refcli due --all'")) == []
    assert list(put_together("x = typed('refcli thank {}', name)")) == []


def test_each_verb_is_known_where_commands_are_printed() -> None:
    verbs = {spec.path[1] for spec in COMMANDS if len(spec.path) > 1}
    assert verbs == _VERBS

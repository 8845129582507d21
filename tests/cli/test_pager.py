"""What is taller than the screen goes through the pager, on a terminal only."""

import os
import sys
from pathlib import Path

import pexpect
import pytest

from tests.support.program import Program


@pytest.fixture
def many(refcli: Program) -> Program:
    refcli.ok(["contact", "add", "-"], stdin="".join(f"Person Number{n}\n" for n in range(60)))
    return refcli


def on_terminal(program: Program, *args: str, pager: str, rows: int = 24) -> str:
    """What a person sees of a command."""
    env = {**os.environ, "REFCLI_TODAY": program.today, "PAGER": pager, "TERM": "xterm"}
    for name in ("LESS", "LINES", "COLUMNS"):
        env.pop(name, None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "refcli", "--store", str(program.store), *args],
        env=env,
        dimensions=(rows, 80),
        encoding="utf-8",
        timeout=60,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    return str(child.before)


@pytest.fixture
def marking(tmp_path: Path) -> str:
    """A pager that says that it was there."""
    script = tmp_path / "mark.py"
    script.write_text("import sys\nprint('PAGED', len(sys.stdin.read().splitlines()))\n")
    return f"{sys.executable} {script}"


def test_a_tall_list_is_paged(many: Program, marking: str) -> None:
    shown = on_terminal(many, "contact", "list", pager=marking)
    assert "PAGED 6" in shown
    assert "Number59" not in shown


def test_help_that_is_taller_than_the_screen_is_paged(refcli: Program, marking: str) -> None:
    assert "PAGED" in on_terminal(refcli, "contact", "edit", "--help", pager=marking)
    assert "PAGED" not in on_terminal(refcli, "due", "--help", pager=marking)
    assert "PAGED" not in on_terminal(refcli, "--help", pager=marking)


def test_a_short_one_is_not(many: Program, marking: str) -> None:
    shown = on_terminal(many, "contact", "list", pager=marking, rows=200)
    assert "PAGED" not in shown
    assert "Number59" in shown


@pytest.mark.parametrize("pager", ["", "cat", "no-such-pager-at-all", "'"])
def test_without_a_pager_all_is_shown(many: Program, pager: str) -> None:
    assert "Number59" in on_terminal(many, "contact", "list", pager=pager)


def test_no_pager_on_request(many: Program, marking: str) -> None:
    assert "Number59" in on_terminal(many, "--no-pager", "contact", "list", pager=marking)


def test_a_pager_that_breaks_is_no_trouble(many: Program) -> None:
    broken = f"{sys.executable} -c 'raise SystemExit(3)'"
    assert "Number59" in on_terminal(many, "contact", "list", pager=broken)


def test_a_pager_may_be_a_line_of_the_shell(many: Program) -> None:
    shown = on_terminal(many, "contact", "list", pager="grep Number5 | sed s/Number/No/")
    assert "No59" in shown
    assert "Number4" not in shown


def test_a_pipe_is_never_paged(many: Program) -> None:
    found = many.ok("contact list", env={"PAGER": "false", "LINES": "5"})
    assert len(found.lines) == 61

"""Every block of the README runs, and prints what the README says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.program import Program

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Weiss,https://www.linkedin.com/in/anna-weiss,,Weiss Dental,Owner,05 Mar 2024
Tom,Brandt,https://www.linkedin.com/in/tombrandt,,Brandt & Son,Joiner,11 Jan 2023
Priya,Nair,https://www.linkedin.com/in/priya/,,Nair Architects,Partner,20 Jun 2022
"""


EVENING, MORNING = README.split("\nThe next morning:\n")


def blocks(language: str, text: str = README) -> list[str]:
    return [body for kind, body in BLOCK.findall(text) if kind == language]


def steps(block: str) -> list[tuple[str, str]]:
    """(command, what it prints) of a console block."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def test_a_day_with_refcli(
    refcli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for day, text in (("2026-11-20", EVENING), ("2026-11-21", MORNING)):
        for command, printed in [
            step for block in blocks("console", text) for step in steps(block)
        ]:
            assert command.startswith("refcli ")
            result = refcli.ok(shlex.split(command)[1:], today=day)
            assert result.out == printed, command


def test_the_screen_is_real(sample: Program) -> None:
    [screen] = blocks("text")
    [(command, printed)] = steps(screen)
    assert sample.ok(shlex.split(command)[1:], terminal=80, env={"NO_COLOR": "1"}).out == printed


def test_the_install_command_says_what_the_package_has() -> None:
    install, test = (block.strip() for block in blocks("sh"))
    assert install.endswith(".venv/bin/refcli demo")
    assert test.endswith(".venv/bin/python -m pytest")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"]["refcli"]
    extras = re.findall(r"\.\[(\w+)\]", test)
    assert set(extras) <= set(project["optional-dependencies"])


@pytest.mark.skipif(sys.platform == "win32", reason="the block is for a POSIX shell")
def test_the_install_command_runs(tmp_path: Path) -> None:
    """On a copy of the folder, with nothing installed beforehand."""
    install = blocks("sh")[0].strip()
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("src", "pyproject.toml", "README.md", "LICENSE"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, copy / name)
    line = install.replace("python3 -m venv", f"{sys.executable} -m venv")
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=copy,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "made a sample practice of two years" in done.stdout


def test_each_promise_is_tried_by_a_test_that_exists() -> None:
    table = README.partition("## What you can rely on")[2].partition("Not promised")[0]
    rows = [row for row in table.splitlines() if row.startswith("|")][2:]
    assert len(rows) == 10
    for row in rows:
        linked = re.findall(r"\[([\w, ]+)\]\((tests/[\w/.]+)\)", row)
        assert linked, row
        for names, path in linked:
            source = (ROOT / path).read_text(encoding="utf-8")
            for name in names.split(", "):
                assert f"def {name}(" in source, (name, path)

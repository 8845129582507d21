"""Every block of the README runs, and prints what the README says."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.support.pages import CONNECTIONS, ROOT, blocks, played
from tests.support.program import Program

README_FILE = ROOT / "README.md"
README = README_FILE.read_text(encoding="utf-8")
MORNING = "\nThe next morning:\n"


def test_a_day_with_refcli(
    request: pytest.FixtureRequest,
    refcli: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    days = zip(("2026-11-20", "2026-11-21"), README.split(MORNING), strict=True)
    told = MORNING.join(
        played(text, lambda: lambda argv: refcli.ok(argv, today=day).out)  # noqa: B023  played at once
        for day, text in days
    )
    if request.config.getoption("--update"):
        README_FILE.write_text(told, encoding="utf-8")
    assert README_FILE.read_text(encoding="utf-8") == told


def test_it_is_short() -> None:
    """What it is, two commands, a day, and links: the rest stands in the pages."""
    assert len(README.splitlines()) < 130


def test_what_it_links_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_install_command_says_what_the_package_has() -> None:
    install, test = (block.strip() for block in blocks("sh", README))
    assert install.endswith(".venv/bin/refcli demo")
    assert test.endswith(".venv/bin/python -m pytest")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["scripts"]["refcli"]
    extras = re.findall(r"\.\[(\w+)\]", test)
    assert set(extras) <= set(project["optional-dependencies"])


@pytest.mark.skipif(sys.platform == "win32", reason="the block is for a POSIX shell")
def test_the_install_command_runs(tmp_path: Path) -> None:
    """On a copy of the folder, with nothing installed beforehand."""
    install = blocks("sh", README)[0].strip()
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("src", "docs", "pyproject.toml", "README.md", "LICENSE"):
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

"""A release: its version is dated in the changelog, its packages come out the same each time."""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from refcli import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_the_changelog_has_the_version_and_its_day() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert re.fullmatch(rf"\[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d", headings[1])
    kinds = set(re.findall(r"^### (.+)$", text, flags=re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_classifiers_name_what_is_tried() -> None:
    told = PROJECT["classifiers"]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    versions = {c.rpartition(" ")[2] for c in told if c.startswith("Programming Language")} - {"3"}
    assert versions == {"3.11", *re.findall(r"3\.\d\d", ci.partition("for version in")[2][:40])}
    assert [c for c in told if c.startswith("Operating System")] == [
        "Operating System :: POSIX :: Linux"
    ]
    assert {"Homepage", "Documentation", "Changelog"} <= set(PROJECT["urls"])


def test_each_dependency_has_a_reason_and_a_licence() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = page.partition("## Dependencies")[2].partition("Weighed")[0]
    rows = {row[0].partition(" ")[0].lower(): row for row in _rows(table)}
    extras = PROJECT["optional-dependencies"]["excel"]
    names = {re.split(r"[><=]", told)[0].lower() for told in (*PROJECT["dependencies"], *extras)}
    assert names == set(rows)
    assert all(all(cell.strip() for cell in row) and len(row) == 4 for row in rows.values())


def _rows(table: str) -> list[list[str]]:
    lines = [line for line in table.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Path]]:
    """The packages, built twice from the same files in folders of other names."""
    made = []
    for name in ("one", "two"):
        out = tmp_path_factory.mktemp(name)
        command = [sys.executable, "-m", "hatchling", "build", "-d", str(out)]
        env = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
        subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True)
        made.append({file.name: file for file in out.iterdir()})
    return made


def test_the_same_commit_makes_the_same_packages(built: list[dict[str, Path]]) -> None:
    sums = [
        {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in each.items()}
        for each in built
    ]
    assert sums[0] == sums[1]
    assert set(sums[0]) == {
        f"refcli-{__version__}-py3-none-any.whl",
        f"refcli-{__version__}.tar.gz",
    }


def test_the_wheel_has_manual_and_completion(built: list[dict[str, Path]]) -> None:
    with zipfile.ZipFile(built[0][f"refcli-{__version__}-py3-none-any.whl"]) as wheel:
        names = wheel.namelist()
    for end in (
        "share/man/man1/refcli.1",
        "share/bash-completion/completions/refcli",
        "share/zsh/site-functions/_refcli",
        "share/fish/vendor_completions.d/refcli.fish",
    ):
        assert any(name.endswith(end) for name in names), end
    assert any(
        name.endswith("store/migrations/0001.sql") or "/migrations/" in name for name in names
    )
    assert not any("__pycache__" in name or name.startswith("tests/") for name in names)


def test_the_source_package_has_its_tests(built: list[dict[str, Path]]) -> None:
    with tarfile.open(built[0][f"refcli-{__version__}.tar.gz"]) as source:
        names = source.getnames()
    start = f"refcli-{__version__}/"
    for name in ("src/refcli/__init__.py", "tests/conftest.py", "docs/index.md", "CHANGELOG.md"):
        assert f"{start}{name}" in names

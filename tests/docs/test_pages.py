"""Every console block of the pages runs, and prints what the page says; `--update` writes it."""

import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.pages import CONNECTIONS, DOCS, Answer, blocks, played
from tests.support.program import Program

# Where each block goes on from the one before; on the others each begins with the sample practice.
IN_ONE_GO = {"first-ten-minutes.md"}
PAGES = sorted(p for p in DOCS.rglob("*.md") if "```console" in p.read_text(encoding="utf-8"))


@pytest.fixture
def answers(
    request: pytest.FixtureRequest,
    refcli: Program,
    sample: Program,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Callable[[], Answer]:
    """Begins a block: what it is answered with, in a folder with a file to import."""
    page = request.getfixturevalue("page")
    number = 0

    def program() -> Answer:
        nonlocal number
        number += 1
        folder = tmp_path / ("here" if page.name in IN_ONE_GO else f"here{number}")
        folder.mkdir(exist_ok=True)
        (folder / "Connections.csv").write_text(CONNECTIONS, encoding="utf-8")
        monkeypatch.chdir(folder)
        if page.name in IN_ONE_GO:
            return lambda argv: refcli.ok(argv).out
        store = folder / "sample.db"
        shutil.copyfile(sample.store, store)
        return lambda argv: Program(store).ok(argv).out

    return program


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_what_is_printed(
    request: pytest.FixtureRequest, page: Path, answers: Callable[[], Answer]
) -> None:
    text = page.read_text(encoding="utf-8")
    told = played(text, answers)
    if request.config.getoption("--update"):
        page.write_text(told, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == told


@pytest.mark.parametrize(
    "line",
    [
        line
        for block in blocks("sh", (DOCS / "how-to.md").read_text("utf-8"))
        for line in block.splitlines()
    ],
)
def test_what_prints_of_this_computer_is_run_too(
    sample: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    program, *argv = shlex.split(line)
    assert program == "refcli"
    sample.ok(argv)


def test_there_are_forty_things_to_want() -> None:
    text = (DOCS / "how-to.md").read_text(encoding="utf-8")
    wants = text.split("\n### ")[1:]
    assert len(wants) >= 40
    assert [part for part in wants if not blocks("console", part) + blocks("sh", part)] == []

"""Nothing undocumented may exist: the pages of commands are made from the program."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from refcli import errors
from tests.support.commands_page import commands_pages
from tests.support.man_pages import man_pages
from tests.support.pages import DOCS
from tests.support.program import Program


def _is_current(folder: Path, made: dict[str, str], request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert {p.name: p.read_text(encoding="utf-8") for p in folder.iterdir()} == made


def test_the_pages_are_current(request: pytest.FixtureRequest) -> None:
    _is_current(DOCS / "commands", commands_pages(), request)


def test_the_manual_is_current(request: pytest.FixtureRequest) -> None:
    _is_current(DOCS / "man", man_pages(), request)


def test_the_scripts_for_a_package_are_current(
    refcli: Program, request: pytest.FixtureRequest
) -> None:
    files = {"refcli.bash": "bash", "_refcli": "zsh", "refcli.fish": "fish"}
    made = {file: refcli.ok(f"--show-completion {shell}").out for file, shell in files.items()}
    _is_current(DOCS / "completion", made, request)


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_man_reads_the_manual_without_a_warning() -> None:
    for file in sorted((DOCS / "man").iterdir()):
        command = ["groff", "-man", "-Tutf8", "-K", "utf8", "-ww", "-z", str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), file.name


def test_every_exit_code_is_explained() -> None:
    codes = {
        value.exit_code
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.RefcliError)
    }
    codes |= {errors.INTERNAL_ERROR, errors.INTERRUPTED, errors.READER_GONE, 0}
    page = commands_pages()["index.md"]
    explained = {int(code) for code in re.findall(r"^\| (\d+) \|", page, re.MULTILINE)}
    assert codes == explained

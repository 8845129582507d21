"""Nothing undocumented may exist: the page of commands is made from the program."""

import re
from pathlib import Path

import pytest

from refcli import errors
from tests.support.commands_page import commands_page

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_page_is_current(request: pytest.FixtureRequest) -> None:
    made = commands_page()
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made


def test_every_exit_code_is_explained() -> None:
    codes = {
        value.exit_code
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, errors.RefcliError)
    }
    codes |= {errors.INTERNAL_ERROR, errors.INTERRUPTED, errors.READER_GONE, 0}
    explained = {int(code) for code in re.findall(r"^\| (\d+) \|", commands_page(), re.MULTILINE)}
    assert codes == explained

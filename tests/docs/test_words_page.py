"""The page of the forms shows each as it is rendered from the sample practice."""

from pathlib import Path

import pytest

from refcli.domain.drafts.form import Form
from tests.support.program import Program
from tests.support.words_page import EXAMPLES, SHOWN, words_page

PAGE = Path(__file__).parents[2] / "docs" / "words.md"


def test_the_page_is_current(sample: Program, request: pytest.FixtureRequest) -> None:
    made = words_page(sample)
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made


def test_every_form_is_shown() -> None:
    assert tuple(SHOWN) == tuple(Form) == tuple(EXAMPLES)

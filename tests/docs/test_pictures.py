"""The pictures show what the program prints; `--update` draws them anew."""

import html
import re

import pytest

from tests.pictures.screens import PICTURES, screen, write
from tests.support.pages import DOCS
from tests.support.program import Program

FOLDER = DOCS / "pictures"


def test_the_pictures_show_what_is_printed(request: pytest.FixtureRequest, sample: Program) -> None:
    if request.config.getoption("--update"):
        write(sample, FOLDER)
    for name, lines in PICTURES.items():
        drawn = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
        assert "http" not in drawn.replace("http://www.w3.org/", "").replace(
            "https://www.textualize", ""
        )
        words = " ".join(html.unescape(t) for t in re.findall(r"<text[^>]*>(.*?)</text>", drawn))
        shown = words.replace("\xa0", " ").split()
        told = re.sub(r"\x1b\[[0-9;]*m", "", screen(sample, lines)).split()
        assert [word for word in told if word not in shown] == [], name

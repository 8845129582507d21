"""The page of the desk has every key, made from the program, and its picture shows the desk."""

import html
import re

import pytest

from refcli.cli.desk.keys import KEYS, sign
from tests.desk.support import Pilot, drive, press, shown
from tests.support.pages import DOCS
from tests.support.program import Program

PAGE = DOCS / "desk.md"


def table() -> str:
    rows = [f"| `{sign(key.key)}` | {key.does} |" for key in KEYS]
    return "\n".join(["| key | |", "| --- | --- |", *rows])


def test_the_page_has_every_key(request: pytest.FixtureRequest) -> None:
    text = PAGE.read_text(encoding="utf-8")
    before, _, after = text.partition("## Keys\n\n")
    rest = after[after.index("\n\nThe desk takes") :]
    made = f"{before}## Keys\n\n{table()}{rest}"
    if request.config.getoption("--update"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made


@pytest.mark.parametrize(
    ("name", "keys", "size", "env"),
    [
        ("desk", ("j", "j", "j"), (120, 30), {}),
        ("desk-words", ("j", "j", "j", "w"), (80, 16), {"COLORFGBG": "0;15"}),
    ],
)
def test_a_picture_shows_the_desk(
    request: pytest.FixtureRequest,
    sample: Program,
    name: str,
    keys: tuple[str, ...],
    size: tuple[int, int],
    env: dict[str, str],
) -> None:
    drawn: dict[str, str] = {}

    async def does(pilot: Pilot) -> None:
        await press(pilot, *keys)
        drawn["text"] = "\n".join(shown(pilot))
        drawn["svg"] = pilot.app.export_screenshot(title="refcli desk")

    drive(sample, does, size=size, **env)
    picture = DOCS / "pictures" / f"{name}.svg"
    if request.config.getoption("--update"):
        # The font of whoever looks: nothing is loaded from elsewhere.
        own = re.sub(r"@font-face \{.*?\}\s*", "", drawn["svg"], flags=re.DOTALL)
        own = own.replace("Fira Code", "ui-monospace, Menlo, Consolas, DejaVu Sans Mono")
        picture.write_text(own, encoding="utf-8")
    kept = picture.read_text(encoding="utf-8")
    texts = re.findall(r"<text[^>]*>(.*?)</text>", kept)
    words = {w for t in texts for w in html.unescape(t).replace("\xa0", " ").split()}
    assert "cdnjs" not in kept
    told = [word for word in drawn["text"].split() if any(c.isalnum() for c in word)]
    assert [word for word in told if word not in words] == []

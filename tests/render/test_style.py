"""When there is colour, and what it looks like."""

import pytest

from refcli.render.terminal import paint, wants_colour


@pytest.mark.parametrize(
    ("env", "on_terminal", "elsewhere"),
    [
        ({"TERM": "xterm"}, True, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": ""}, False, False),
        ({}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": "0"}, False, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, False),
        ({"TERM": "xterm", "FORCE_COLOR": "1"}, True, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "yes"}, True, True),
        ({"FORCE_COLOR": "0"}, False, False),
        ({"CLICOLOR_FORCE": "1", "TERM": "dumb"}, True, True),
        ({"CLICOLOR_FORCE": "0", "TERM": "xterm"}, True, False),
        ({"CLICOLOR": "0", "TERM": "xterm"}, False, False),
        ({"CLICOLOR": "1", "TERM": "xterm"}, True, False),
        ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1", "TERM": "xterm"}, True, True),
        ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm"}, False, False),
        ({"FORCE_COLOR": ""}, False, False),
        ({"TERM": "xterm", "FORCE_COLOR": "0"}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1", "TERM": "xterm"}, False, False),
    ],
)
def test_when_there_is_colour(env: dict[str, str], *, on_terminal: bool, elsewhere: bool) -> None:
    assert wants_colour(env, is_terminal=True) is on_terminal
    assert wants_colour(env, is_terminal=False) is elsewhere


@pytest.mark.parametrize(
    ("style", "code"),
    [
        ("bold", "1"),
        ("dim", "2"),
        ("late", "33"),
        ("good", "32"),
        ("name", "36"),
        ("title", "1;36"),
    ],
)
def test_what_a_style_looks_like(style: str, code: str) -> None:
    assert paint("text", style, colour=True) == f"\x1b[{code}mtext\x1b[0m"
    assert paint("text", style, colour=False) == "text"
    assert paint("", style, colour=True) == ""

"""What holds no letter and no digit is nothing, whatever a person types."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.english import groups, need_frames, needs, qualities, work
from tests.support.program import Program

SIGNS = ("*", "**", "_", "* *", "*.", ".*", "\u3000", "\u00a0", "\n", ".", "!", ",", "`", "…", "()")


def whole_of(text: str) -> None:
    """Each function of the phrases, on a text."""
    for module in (groups, needs, qualities, work):
        for name, does in inspect.getmembers(module, inspect.isfunction):
            wanted = [
                p for p in inspect.signature(does).parameters.values() if p.annotation in TEXTS
            ]
            if does.__module__ != module.__name__ or name.startswith("_"):
                continue
            if len(wanted) == len(inspect.signature(does).parameters):
                does(*[text] * len(wanted))
    need = needs.need_of(text)
    need_frames.help_offered(need, "Tom")
    need_frames.need_told(need, "Carl", is_plural=False)


TEXTS = ("str", "str | None", str, str | None)


@pytest.mark.parametrize("text", SIGNS)
def test_signs_alone(text: str) -> None:
    assert needs.need_of(text) is None
    whole_of(text)


@given(st.text(max_size=30))
def test_any_text(text: str) -> None:
    whole_of(text)


@pytest.mark.parametrize("text", ["*", "*.", "\u3000", "."])
def test_no_command_stumbles_over_it(sample: Program, text: str) -> None:
    for line in (
        ["ask", "draft", "anna", "--in", text],
        ["ask", "draft", "anna", "--in", "law", "--looking-for", text],
        ["ask", "draft", "anna", "--in", "law", "--qualities", text],
        ["ask", "anna", "--in", text, "--looking-for", text, "--anyway"],
        ["ask", "edit", "15", f"--in={text}"],
        ["intro", "give", "joel", "anna", "--for", text],
        ["write", "joel", "--form", "consent"],
        ["contact", "edit", "anna", "--focus", text],
        ["write", "anna", "--form", "check-in"],
        ["engagement", "add", "anna", text, "--rating", "9"],
        ["write", "anna", "--form", "testimonial"],
        ["kit", "target", "odd", "--in", text, "--looking-for", text],
    ):
        assert sample(line).code in (0, 1, 2), line

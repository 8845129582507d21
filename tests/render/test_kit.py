"""The kit as text, Markdown and page."""

import pytest

from refcli.domain.kit import Kit, KitField
from refcli.render.kit import KIT_FORMATS, kit_html, kit_markdown, kit_text
from tests.support.values import TARGET

KIT = Kit(
    texts={
        KitField.NAME: "Sam *Lee*",
        KitField.MESSAGE: "I help <dentists>\nto grow",
        KitField.WHY: "I like it",
    },
    targets=(TARGET._replace(qualities="calm\nand kind", unwanted="chains"),),
)


def test_the_kit_as_text() -> None:
    assert kit_text(KIT).split("\n") == [
        "Sam *Lee*",
        "=========",
        "",
        "In one sentence",
        "  I help <dentists>",
        "  to grow",
        "",
        "Whom I would like to meet: Dentists",
        "  Do you know any dentists who are looking to sell?",
        "  Ideally: calm",
        "  and kind",
        "  Not for me: chains",
        "",
        "Why I do it",
        "  I like it",
    ]


@pytest.mark.parametrize(("length", "underlined"), [(59, 59), (60, 60), (61, 60)])
def test_the_title_is_underlined(length: int, underlined: int) -> None:
    kit = Kit(texts={KitField.NAME: "x" * length}, targets=())
    assert kit_text(kit) == f"{'x' * length}\n{'=' * underlined}"


def test_a_reader_is_greeted() -> None:
    kit = Kit(texts={}, targets=(), reader="Anna <3")
    assert kit_text(kit) == (
        "My referral kit\n===============\n\nFor Anna <3: what helps me most, in a minute"
    )
    assert kit_markdown(kit) == (
        "# My referral kit\n\n*For Anna \\<3: what helps me most, in a minute*"
    )
    assert (
        "<header><h1>My referral kit</h1>"
        "<p>For Anna &lt;3: what helps me most, in a minute</p></header>\n<main>\n\n</main>"
    ) in kit_html(kit)


def test_the_kit_in_markdown() -> None:
    assert kit_markdown(KIT).split("\n") == [
        "# Sam \\*Lee\\*",
        "",
        "## In one sentence",
        "",
        "I help \\<dentists\\>",
        "",
        "to grow",
        "",
        "## Whom I would like to meet: Dentists",
        "",
        "Do you know any dentists who are looking to sell?",
        "",
        "Ideally: calm",
        "",
        "and kind",
        "",
        "Not for me: chains",
        "",
        "## Why I do it",
        "",
        "I like it",
    ]


def test_the_kit_as_a_page() -> None:
    text = kit_html(KIT)
    assert "<header><h1>Sam *Lee*</h1></header>" in text
    assert text.split("<main>\n")[1].split("\n</main>")[0] == (
        "<section><h2>In one sentence</h2><p>I help &lt;dentists&gt;\nto grow</p></section>\n"
        "<section class=target><h2>Whom I would like to meet: Dentists</h2>"
        "<p>Do you know any dentists who are looking to sell?</p><p>Ideally: calm\nand kind</p>"
        "<p>Not for me: chains</p></section>\n"
        "<section><h2>Why I do it</h2><p>I like it</p></section>"
    )


def test_headings_are_escaped() -> None:
    kit = Kit(texts={}, targets=(TARGET._replace(name="<b>*"),))
    assert "<h2>Whom I would like to meet: &lt;b&gt;*</h2>" in kit_html(kit)
    assert "## Whom I would like to meet: \\<b\\>\\*" in kit_markdown(kit)


def test_the_forms_of_the_kit() -> None:
    assert {"text": kit_text, "md": kit_markdown, "html": kit_html} == KIT_FORMATS

"""Testimonials as JSON, table, Markdown and HTML."""

import datetime as dt

from refcli.domain import testimonials as domain
from refcli.render import testimonials as render
from refcli.render.layout import Column
from refcli.render.testimonials import as_html, as_json, as_markdown
from tests.support.values import ANNA, TODAY

# Names that begin with `test` would be taken for tests, so modules are imported here.
PRAISE = domain.Testimonial(
    id=3,
    contact=ANNA,
    words="The *best*\nI <know>",
    on=dt.date(2026, 11, 10),
    publish=True,
    byline="Zoë W., R&D",
)
PLAIN = PRAISE._replace(id=4, words="Great", publish=False, byline="T.")


def test_a_testimonial_as_json() -> None:
    assert render.testimonial_json(PRAISE) == {
        "id": 3,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "words": "The *best*\nI <know>",
        "on": "2026-11-10",
        "publish": True,
    }


def test_testimonials_as_a_table() -> None:
    table = render.testimonials_table([PRAISE, PLAIN], TODAY)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("on", right=False, flexible=False, style=""),
        Column("contact", right=False, flexible=False, style="name"),
        Column("words", right=False, flexible=True, style=""),
        Column("may be shown", right=False, flexible=False, style=""),
    )
    assert table.rows == (
        ("3", "Tue 10 Nov", "Anna Weiss", "The *best* I <know>", "yes"),
        ("4", "Tue 10 Nov", "Anna Weiss", "Great", "no"),
    )
    assert table.empty == "no testimonials yet; take one down: refcli testimonial NAME WORDS"


def test_testimonials_in_markdown() -> None:
    assert as_markdown([PRAISE, PLAIN]) == (
        "> The \\*best\\*\n> I \\<know\\>\n>\n> — Zoë W., R&D\n\n> Great\n>\n> — T."
    )
    assert as_markdown([PRAISE._replace(byline="_T_")]).endswith("> — \\_T\\_")


def test_testimonials_for_a_page() -> None:
    assert as_html([PRAISE, PLAIN]) == (
        "<blockquote>\n<p>The *best*<br>\nI &lt;know&gt;</p>\n<footer>Zoë W., R&amp;D</footer>\n"
        "</blockquote>\n<blockquote>\n<p>Great</p>\n<footer>T.</footer>\n</blockquote>"
    )


def test_testimonials_for_a_template() -> None:
    assert as_json([PRAISE]) == (
        '[\n  {\n    "words": "The *best*\\nI <know>",\n    "by": "Zoë W., R&D",\n'
        '    "on": "2026-11-10"\n  }\n]'
    )


def test_the_forms_of_testimonials() -> None:
    assert {"md": as_markdown, "html": as_html, "json": as_json} == render.TESTIMONIAL_FORMATS
    assert [form([]) for form in render.TESTIMONIAL_FORMATS.values()] == ["", "", "[]"]

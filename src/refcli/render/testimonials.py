"""Testimonials as JSON and table, and for a website as Markdown, HTML and JSON."""

import datetime as dt
import html
import json
from collections.abc import Sequence

from refcli.domain.day_words import day_text
from refcli.domain.testimonials import Testimonial
from refcli.render.layout import Column, Table
from refcli.render.markdown import escaped
from refcli.render.output import Json


def testimonial_json(testimonial: Testimonial) -> Json:
    """As `testimonial list --json` has it."""
    return {
        "id": testimonial.id,
        "contact": {"id": testimonial.contact.id, "name": testimonial.contact.name},
        "words": testimonial.words,
        "on": testimonial.on.isoformat(),
        "publish": testimonial.publish,
    }


def testimonials_table(testimonials: Sequence[Testimonial], today: dt.date) -> Table:
    """Who said what, and whether it may be shown."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("on"),
        Column("contact", style="name"),
        Column("words", flexible=True),
        Column("may be shown"),
    )
    rows = tuple(
        (
            str(t.id),
            day_text(t.on, today),
            t.contact.name,
            " ".join(t.words.split()),
            "yes" if t.publish else "no",
        )
        for t in testimonials
    )
    return Table(columns, rows, "no testimonials yet; take one down: refcli testimonial NAME WORDS")


def as_markdown(testimonials: Sequence[Testimonial]) -> str:
    """A quotation each."""
    blocks = []
    for t in testimonials:
        quoted = "\n".join(f"> {escaped(line)}" for line in t.words.split("\n"))
        blocks.append(f"{quoted}\n>\n> — {escaped(t.byline)}")
    return "\n\n".join(blocks)


def as_html(testimonials: Sequence[Testimonial]) -> str:
    """A fragment to put into a page: no style, no script, everything escaped."""
    blocks = []
    for t in testimonials:
        words = html.escape(t.words).replace("\n", "<br>\n")
        blocks.append(
            f"<blockquote>\n<p>{words}</p>\n<footer>{html.escape(t.byline)}</footer>\n</blockquote>"
        )
    return "\n".join(blocks)


def as_json(testimonials: Sequence[Testimonial]) -> str:
    """What a website's own template needs."""
    entries = [{"words": t.words, "by": t.byline, "on": t.on.isoformat()} for t in testimonials]
    return json.dumps(entries, ensure_ascii=False, indent=2)


TESTIMONIAL_FORMATS = {"md": as_markdown, "html": as_html, "json": as_json}

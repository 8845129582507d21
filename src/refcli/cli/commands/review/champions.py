"""`refcli review champions`."""

from collections.abc import Sequence

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_span
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json
from refcli.domain.review.champions import champions
from refcli.domain.review.gestures import Attention, attention
from refcli.domain.review.sources import sources
from refcli.domain.typed import typed
from refcli.render.review.as_json import trait_json
from refcli.render.review.as_text import (
    attention_text,
    champions_table,
    champions_title,
)


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> None:
    """What those who refer have in common, against everybody you know."""
    app = app_of(context)
    at = desk(app, since, until)
    found = champions(at.practice, at.span)
    out = app.output
    if as_json:
        out.json([trait_json(trait) for trait in found.traits])
        return
    show_span(out, at, "Champions")
    out.lines(out.wrapped(champions_title(found)))
    if not found.sources:
        return
    out.line()
    out.line(out.painted("What they have in common", "bold"))
    out.table(champions_table(found, clear=True))
    weak = champions_table(found, clear=False)
    if weak.rows:
        out.line()
        out.line(out.painted("May be chance; watch it", "bold"))
        out.table(weak)
    show_attention(app, attention(at.practice, sources(at.practice, at.span)))


def show_attention(app: App, found: Sequence[Attention]) -> None:
    """What is due to each champion, with the line to type; who has no rhythm could have one."""
    out = app.output
    if not found:
        return
    out.line()
    out.line(out.painted("What is due to each, best first", "bold"))
    for due in found:
        out.lines(out.wrapped(f"{due.source.person.name}: {attention_text(due, app.today)}"))
        if due.command is not None:
            out.lines(out.painted(part, "dim") for part in out.wrapped(due.command, "  "))
    loose = [due.source.person for due in found if not due.has_rhythm]
    if loose:
        line = typed("refcli contact edit {} --tier A", loose[0])
        app.output.note(f"to have {loose[0].name} come up in due at a rhythm, type: {line}")

"""`refcli review champions`."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_span
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.champions import champions
from refcli.render.review.as_json import trait_json
from refcli.render.review.as_text import champions_table, champions_title


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

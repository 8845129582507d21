"""`refcli review`: guided on a terminal, the numbers elsewhere."""

import typer

from refcli.cli.commands.review._shared import Since, Until, desk, show_review
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.whole import reviewed
from refcli.render.review.as_json import review_json
from refcli.render.values import day_json
from refcli.store.db import is_empty


def run(
    context: typer.Context, since: Since = None, until: Until = None, as_json: Json = False
) -> int:
    """A guided review in under ten minutes; without a terminal, the numbers."""
    app = app_of(context)
    at = desk(app, since, until)
    if as_json:
        last = day_json(at.practice.last_review)
        app.output.json({"last_review": last, **review_json(reviewed(at.practice, at.span))})
    elif app.is_interactive and at.practice.people:
        from refcli.cli.commands.review._flow import guide

        return guide(app, at)
    elif at.practice.people:
        show_review(app.output, at, reviewed(at.practice, at.span))
    elif not is_empty(app.store):
        app.output.line('nobody is known yet; begin: refcli contact add "Anna Weiss"')
    return 0

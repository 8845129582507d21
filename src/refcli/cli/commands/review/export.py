"""`refcli review export FILE`."""

from typing import Annotated

import typer

from refcli.cli.commands.review._shared import Since, Until, desk
from refcli.cli.files import write_file
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.review.whole import reviewed
from refcli.domain.tree import referral_tree
from refcli.errors import UsageError
from refcli.read.tree import links
from refcli.render.review.formats import REPORT_FORMATS
from refcli.render.review.report import Report

_ENDINGS = {"md": "md", "markdown": "md", "html": "html", "htm": "html", "svg": "svg"}


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="Its ending says how: .html, .svg or .md.")
    ],
    since: Since = None,
    until: Until = None,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """The whole review as one page, picture or text that needs no network."""
    app = app_of(context)
    form = _ENDINGS.get(file.rpartition(".")[2].lower())
    if form is None:
        raise UsageError(f"the name should end in .html, .svg or .md: {file}")
    at = desk(app, since, until)
    with app.reading(quiet=True) as connection:
        trees = referral_tree(links(connection))
    report = Report(reviewed(at.practice, at.span), trees, at.today, at.currency, at.owner)
    write_file(app.store, file, REPORT_FORMATS[form](report), force=force)
    if as_json:
        app.output.json({"did": [f"wrote {file}"], "opened": [], "closed": []})
    else:
        app.output.line(f"wrote {file}")

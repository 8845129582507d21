"""`refcli review export FILE`."""

from typing import Annotated

import typer

from refcli.cli.commands.review._shared import Since, Until, desk
from refcli.cli.files import form_of, write_file
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report_one
from refcli.domain.review.whole import reviewed
from refcli.domain.tree import referral_tree
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
    form = form_of(file, _ENDINGS, ".html, .svg or .md")
    at = desk(app, since, until)
    with app.reading(quiet=True) as connection:
        trees = referral_tree(links(connection))
    report = Report(reviewed(at.practice, at.span), trees, at.today, at.currency, at.owner)
    write_file(app.store, file, REPORT_FORMATS[form](report), force=force)
    report_one(app, "file-written", as_json=as_json, file=file)

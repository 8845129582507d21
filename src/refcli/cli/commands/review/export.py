"""`refcli review export FILE`."""

from typing import Annotated

import typer

from refcli.cli.commands.review._shared import Since, Until, desk
from refcli.cli.files import form_of
from refcli.cli.frame.context import app_of
from refcli.cli.handing_out import hand_out
from refcli.cli.options import FormatOption, Json
from refcli.domain.review.whole import reviewed
from refcli.domain.tree import referral_tree
from refcli.read.tree import links
from refcli.render.review.formats import REPORT_FORMATS
from refcli.render.review.report import Report

_ENDINGS = {"md": "md", "markdown": "md", "html": "html", "htm": "html", "svg": "svg"}


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE|-",
            help="Its ending says how: .html, .svg or .md; - is stdout.",
        ),
    ],
    since: Since = None,
    until: Until = None,
    ending: FormatOption = None,
    force: Annotated[bool, typer.Option("--force", help="Over an existing file.")] = False,
    as_json: Json = False,
) -> None:
    """The whole review as one page, picture or text that needs no network."""
    app = app_of(context)
    form = form_of(file, _ENDINGS, ".html, .svg or .md", told=ending)
    at = desk(app, since, until)
    with app.reading(quiet=True) as connection:
        trees = referral_tree(links(connection))
    report = Report(reviewed(at.practice, at.span), trees, at.today, at.currency, at.owner)
    text = REPORT_FORMATS[form](report)
    hand_out(app, "file-written", file, text, force=force, as_json=as_json)

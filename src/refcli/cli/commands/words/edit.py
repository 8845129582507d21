"""`refcli words edit FORM`."""

from typing import Annotated

import typer

from refcli.cli.commands.words.options import FormArgument, ToneOption, slot_of
from refcli.cli.editing import edited
from refcli.cli.files import read_text
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.drafts.template import check_template, starting_template
from refcli.read.own_words import own_template


def run(
    context: typer.Context,
    form: FormArgument,
    tone: ToneOption = None,
    file: Annotated[
        str | None,
        typer.Option("--from", metavar="FILE", help="Take it from a file, - for standard input."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Words of your own for a form, in $VISUAL or $EDITOR; checked before they are kept."""
    app = app_of(context)
    slot = slot_of(form, tone)
    if file is not None:
        text = read_text(file, app.streams.stdin)
    else:
        with app.reading(quiet=True) as connection:
            known = own_template(connection, slot) or starting_template(form)
        text = edited(app, known)
        if text.strip() == known.strip():
            app.output.note("nothing was changed")
            return
    check_template(form, text)
    from refcli.write.own_words import keep_template

    written = app.write("words edit", lambda work: keep_template(work, slot, text))
    report(app, written, as_json=as_json)

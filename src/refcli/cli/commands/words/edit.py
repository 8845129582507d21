"""`refcli words edit FORM`."""

from typing import Annotated

import typer

from refcli.cli.commands.words.options import FormArgument, ToneOption, slot_of
from refcli.cli.editing import edited_form
from refcli.cli.files import read_text
from refcli.cli.frame.context import app_of
from refcli.cli.frame.form import Form, save
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.drafts.template import check_template, starting_template
from refcli.domain.typed import typed
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
    told = Form("words edit")
    if file is not None:
        text = read_text(file, app.streams.stdin)
    else:
        told = edited_form(
            app,
            "words edit",
            f"the words of {slot.key}",
            lambda connection: own_template(connection, slot) or starting_template(form),
            typed("refcli words show {}", form),
        )
        text = told.answers[0].given
        if text.strip() == told.answers[0].shown.strip():
            app.output.note("nothing was changed")
            return
    from refcli.write.own_words import keep_template
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        check_template(form, text)
        keep_template(work, slot, text)

    report(app, save(app, told, use_case), as_json=as_json)

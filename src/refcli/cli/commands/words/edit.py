"""`refcli words edit FORM`."""

import sqlite3
from typing import Annotated

import typer

from refcli.cli.commands.words.options import FormArgument, ToneOption, slot_of
from refcli.cli.editing import edited
from refcli.cli.files import read_text
from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.form import Answer, Form, save
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.drafts.template import Slot, check_template, starting_template
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
    shown = None if file is not None else _as_it_stands(app, slot)
    text = edited(app, shown) if shown is not None else read_text(str(file), app.streams.stdin)
    if shown is not None and text.strip() == shown.strip():
        app.output.note("nothing was changed")
        return
    from refcli.write.own_words import keep_template
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        check_template(form, text)
        keep_template(work, slot, text)

    what = f"the words of {slot.key}"
    told = Form(
        command="words edit",
        answers=() if shown is None else (Answer(what, shown, text),),
        look=lambda connection: {what: _template(connection, slot)},
        hint=typed("refcli words show {}", form),
        is_edited=True,
    )
    report(app, save(app, told, use_case), as_json=as_json)


def _as_it_stands(app: App, slot: Slot) -> str:
    with app.reading(quiet=True) as connection:
        return _template(connection, slot)


def _template(connection: sqlite3.Connection, slot: Slot) -> str:
    return own_template(connection, slot) or starting_template(slot.form)

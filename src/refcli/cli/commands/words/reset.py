"""`refcli words reset FORM`."""

import typer

from refcli.cli.commands.words.options import FormArgument, ToneOption, slot_of
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report


def run(
    context: typer.Context, form: FormArgument, tone: ToneOption = None, as_json: Json = False
) -> None:
    """The built-in words again."""
    app = app_of(context)
    slot = slot_of(form, tone)
    from refcli.write.own_words import drop_template

    written = app.write("words reset", lambda work: drop_template(work, slot))
    report(app, written, as_json=as_json)

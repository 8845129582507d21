"""`refcli kit edit`."""

import sqlite3
from typing import Annotated

import typer

from refcli.cli.dash import from_stdin
from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.form import Answer, Form, save
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.kit import KIT_QUESTIONS, KitField
from refcli.errors import UsageError
from refcli.read.kit import kit_texts, read_kit

_HINT = "look, then go on: refcli kit edit"


def run(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Option("--name", metavar="TEXT|-", help="Your name.", callback=from_stdin)
    ] = None,
    business: Annotated[
        str | None,
        typer.Option("--business", metavar="TEXT|-", help="Your business.", callback=from_stdin),
    ] = None,
    message: Annotated[
        str | None,
        typer.Option(
            "--message", metavar="TEXT|-", help="What you do, in a sentence.", callback=from_stdin
        ),
    ] = None,
    services: Annotated[
        str | None,
        typer.Option("--services", metavar="TEXT|-", help="What you do.", callback=from_stdin),
    ] = None,
    differs: Annotated[
        str | None,
        typer.Option(
            "--differs", metavar="TEXT|-", help="What sets you apart.", callback=from_stdin
        ),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option("--why", metavar="TEXT|-", help="Why you do it.", callback=from_stdin),
    ] = None,
    promise: Annotated[
        str | None,
        typer.Option(
            "--promise",
            metavar="TEXT|-",
            help="What happens to somebody sent to you.",
            callback=from_stdin,
        ),
    ] = None,
    say: Annotated[
        str | None,
        typer.Option("--say", metavar="TEXT|-", help="What to say about you.", callback=from_stdin),
    ] = None,
    edit: Annotated[
        KitField | None,
        typer.Option("--edit", metavar="PART", help="One part in your editor: message, say, …"),
    ] = None,
    as_json: Json = False,
) -> None:
    """Fill in the kit; without options on a terminal, one question at a time."""
    app = app_of(context)
    told = (name, business, message, services, differs, why, promise, say)
    texts = {f: v for f, v in zip(KitField, told, strict=True) if v is not None}
    form = Form("kit edit")
    if edit is not None:
        form = _in_editor(app, edit)
        texts[edit] = form.answers[0].given
    elif not texts and app.is_interactive:
        texts, shown = _asked(app)
        answers = tuple(Answer(_part(f), value, texts[f]) for f, value in shown.items())
        form = Form("kit edit", answers, _as_it_stands, _HINT)
    elif not texts:
        raise UsageError("nothing to change", 'for example: refcli kit edit --message "I help …"')
    from refcli.write.kit import edit_kit

    report(app, save(app, form, lambda work: edit_kit(work, texts)), as_json=as_json)


def _in_editor(app: App, field: KitField) -> Form:
    from refcli.cli.editing import edited_form

    def read(connection: sqlite3.Connection) -> str:
        return kit_texts(connection).get(field, "")

    return edited_form(app, "kit edit", _part(field), read, _HINT)


def _part(field: KitField) -> str:
    return f"{field} in the kit"


def _as_it_stands(connection: sqlite3.Connection) -> dict[str, str]:
    texts = kit_texts(connection)
    return {_part(field): texts.get(field, "") for field in KitField}


def _asked(app: App) -> tuple[dict[KitField, str], dict[KitField, str]]:
    """(what was changed, how that read before).

    Each field has what stands there as the default; nothing is saved before the last.
    """
    with app.reading(quiet=True) as connection:
        kit = read_kit(connection, app.today)
    prompter = app.prompter()
    answers = {
        field: prompter.text(question, default=kit.texts.get(field, ""))
        for field, question in KIT_QUESTIONS.items()
    }
    texts = {f: text for f, text in answers.items() if text != kit.texts.get(f, "")}
    return texts, {f: kit.texts.get(f, "") for f in texts}

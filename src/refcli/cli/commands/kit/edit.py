"""`refcli kit edit`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.kit import KIT_QUESTIONS, KitField
from refcli.errors import UsageError
from refcli.read.kit import read_kit


def run(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="Your name.")] = None,
    business: Annotated[
        str | None, typer.Option("--business", metavar="TEXT", help="Your business.")
    ] = None,
    message: Annotated[
        str | None, typer.Option("--message", metavar="TEXT", help="What you do, in a sentence.")
    ] = None,
    services: Annotated[
        str | None, typer.Option("--services", metavar="TEXT", help="What you do.")
    ] = None,
    differs: Annotated[
        str | None, typer.Option("--differs", metavar="TEXT", help="What sets you apart.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why you do it.")] = None,
    promise: Annotated[
        str | None,
        typer.Option("--promise", metavar="TEXT", help="What happens to somebody sent to you."),
    ] = None,
    say: Annotated[
        str | None, typer.Option("--say", metavar="TEXT", help="What to say about you.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Fill in the kit; without options on a terminal, one question at a time."""
    app = app_of(context)
    told = (name, business, message, services, differs, why, promise, say)
    texts = {f: v for f, v in zip(KitField, told, strict=True) if v is not None}
    if not texts and app.is_interactive:
        texts = _asked(app)
    elif not texts:
        raise UsageError("nothing to change", 'for example: refcli kit edit --message "I help …"')
    from refcli.write.kit import edit_kit

    report(app, app.write("kit edit", lambda work: edit_kit(work, texts)), as_json=as_json)


def _asked(app: App) -> dict[KitField, str]:
    """Each field with what stands there as the default; nothing is saved before the last."""
    with app.reading(quiet=True) as connection:
        kit = read_kit(connection)
    prompter = app.prompter()
    answers = {
        field: prompter.text(question, default=kit.texts.get(field, ""))
        for field, question in KIT_QUESTIONS.items()
    }
    return {f: text for f, text in answers.items() if text != kit.texts.get(f, "")}

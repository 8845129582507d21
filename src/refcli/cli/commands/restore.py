"""`refcli restore FILE`."""

from typing import Annotated

import typer

from refcli.cli.dash import STDIN
from refcli.cli.files import file_of_stdin
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json
from refcli.cli.report import beside_json, report_one
from refcli.domain.text import plural
from refcli.domain.typed import typed
from refcli.errors import BadData, UsageError
from refcli.prompt.protocol import Choice
from refcli.read.soundness import strange_value
from refcli.store.opening import reading
from refcli.store.own_files import is_same_file
from refcli.store.restore import backup_meant, backups, check_backup, put_in_place

_OFFERED = 15
_STDIN_NAME = "standard input"


def run(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|-", help="A backup: a path, or the name of one of yours; - is stdin."
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Put a backup in the place of the store; what it replaces is backed up first."""
    app = app_of(context)
    if file == STDIN:
        with file_of_stdin(app.streams.stdin) as path:
            try:
                _restore(app, path, _STDIN_NAME, yes=yes, as_json=as_json)
            except BadData as error:
                why = error.message.replace(path, _STDIN_NAME)
                raise BadData(why, "nothing was changed", code=error.code) from error
        return
    path = backup_meant(app.store, file or _picked(app))
    _restore(app, path, path, yes=yes, as_json=as_json)


def _restore(app: App, path: str, name: str, *, yes: bool, as_json: bool) -> None:
    if is_same_file(path, app.store):
        raise UsageError(f"that is the store itself, which stays as it is: {name}")
    contacts = check_backup(path)
    with reading(path) as connection:
        if strange := strange_value(connection):
            raise BadData(f"a value in it is none that refcli writes ({strange}): {path}")
    question = f"Replace the store by {name} ({plural(contacts, 'contact')})?"
    if not app.confirmed(question, yes=yes):
        app.output.line("nothing was changed")
        return
    saved = put_in_place(app.store, path, app.today.isoformat())
    app.output.is_saved = True
    if as_json:
        told = beside_json(app, "backup-restored", contacts=contacts, file=name)
        app.output.json({**told, "replaced": saved.path if saved else None})
        return
    report_one(app, "backup-restored", as_json=False, contacts=contacts, file=name)
    if saved and saved.is_whole:
        back = typed("refcli restore {}", saved.path)
        app.output.note(f"what was replaced is kept; back to it: {back}")
    elif saved:
        app.output.note(f"what was replaced is kept, damaged as it was: {saved.path}")


def _picked(app: App) -> str:
    names = backups(app.store)
    if not app.is_interactive:
        named = f"; there are: {', '.join(names[:_OFFERED])}" if names else ""
        raise UsageError(f"missing FILE{named}")
    if not names:
        raise UsageError("missing FILE, and there are no backups beside the store")
    choices = [Choice(name, name) for name in names[:_OFFERED]]
    return app.prompter().choose("Which backup?", choices)

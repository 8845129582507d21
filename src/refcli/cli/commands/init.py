"""`refcli init`: three questions, and your contacts if you like."""

from pathlib import Path
from typing import Annotated

import typer

from refcli.cli.commands.importing.flow import ImportOptions
from refcli.cli.commands.importing.flow import import_path as take_in
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.domain.names import is_nothing
from refcli.domain.settings import checked_setting
from refcli.errors import UsageError
from refcli.prompt.protocol import Prompter
from refcli.render.imports import import_lines


def run(
    context: typer.Context,
    name: Annotated[str | None, typer.Option("--name", metavar="TEXT", help="Your name.")] = None,
    profession: Annotated[
        str | None, typer.Option("--profession", metavar="TEXT", help="What you do.")
    ] = None,
    currency: Annotated[
        str | None, typer.Option("--currency", metavar="CODE", help="Such as EUR or GBP.")
    ] = None,
    import_path: Annotated[
        str | None,
        typer.Option("--import", metavar="FILE", help="Your contacts, such as Connections.csv."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Make your store: three questions, and your contacts if you like."""
    app = app_of(context)
    answers = {"me.name": name, "profession": profession, "currency": currency}
    if app.is_interactive:
        answers, import_path = _asked(app, answers, import_path)
    told = {key: value for key, value in answers.items() if value and value.strip()}
    if not told and not import_path:
        if app.is_interactive:
            app.output.line("nothing was said, so nothing was kept")
            return
        raise UsageError(
            "missing --name, --profession or --currency", "give one, or run this on a terminal"
        )
    for key, value in told.items():
        checked_setting(key, value)
    if import_path:
        take_in(app, import_path, ImportOptions(dry_run=True))  # before anything is saved
    from refcli.write.session import Writing
    from refcli.write.settings import set_setting

    def use_case(work: Writing) -> None:
        for key, value in told.items():
            set_setting(work, key, value)

    report(app, app.write("init", use_case), as_json=as_json)
    if import_path:
        done = take_in(app, import_path, ImportOptions())
        for line in import_lines(done, dry_run=False):
            app.output.note(line)
    _next_steps(app, has_contacts=bool(import_path))


def _asked(
    app: App, answers: dict[str, str | None], import_path: str | None
) -> tuple[dict[str, str | None], str | None]:
    prompter = app.prompter()
    questions = {
        "me.name": ("What is your name?", ""),
        "profession": ("What do you do?", "accountant, coach, plumber"),
        "currency": ("In which currency do you earn?", "EUR"),
    }
    # What is kept is not shown, so no answer is given to what another shell changes meanwhile.
    given = {
        key: answers[key] or prompter.text(question, hint=hint)
        for key, (question, hint) in questions.items()
    }
    path = import_path or _file(app, prompter)
    return dict(given), path or None


def _file(app: App, prompter: Prompter) -> str:
    """A file that is there, as it is typed or dragged into a terminal; '' for none."""
    while True:
        told = prompter.text(
            "Your contacts, as a file?", hint="LinkedIn, Google, Outlook, vCard…; Enter for none"
        )
        if is_nothing(told):
            return ""
        bare = told.strip().strip("'\"").replace("\\ ", " ")
        path = next((p for p in (told, bare) if Path(p).expanduser().exists()), None)
        if path is not None:
            return str(Path(path).expanduser())
        app.output.note(f"no such file: {told}; its whole path, or Enter for none")


def _next_steps(app: App, *, has_contacts: bool) -> None:
    first = "refcli contact sort" if has_contacts else 'refcli contact add "Anna Weiss"'
    app.output.note(f'next: {first}, then refcli log "lunch with NAME", then refcli ask NAME')

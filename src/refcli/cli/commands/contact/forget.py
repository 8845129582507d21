"""`refcli contact forget NAME`."""

from typing import Annotated

import typer

from refcli.cli.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import report
from refcli.domain.text import fold, plural
from refcli.store.backup import make_backup, scrub_backups
from refcli.store.db import translated


def run(
    context: typer.Context,
    name: NameWords = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: Json = False,
) -> None:
    """Erase a person and what was said about them, in backups too; nothing brings them back.

    What you exported, and copies that you made yourself, are yours to delete.
    """
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Who is to be forgotten?", "NAME"))
    question = f"Forget {person.label}, for good, backups included?"
    if not app.confirmed(question, yes=yes):
        app.output.line("nothing was changed")
        return
    from refcli.write.forget import forget_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        traces = forget_contact(work, person.id)
        # Before the commit: whoever is interrupted here still knows whom to forget.
        gone = scrub_backups(app.store, fold(person.name), traces.needles)
        if gone:
            work.say(f"deleted {plural(gone, 'backup')} that held them, and made a new one")

    with translated(app.store):
        written = app.write("contact forget", use_case)
        make_backup(app.store, app.today.isoformat(), "after-forget")
    report(app, written, as_json=as_json)

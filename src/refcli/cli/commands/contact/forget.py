"""`refcli contact forget NAME`."""

import sqlite3
from typing import Annotated

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import report
from refcli.domain.names import Candidate
from refcli.domain.outcomes import outcome
from refcli.domain.text import fold
from refcli.errors import DiskTrouble, RefcliError, UnknownName
from refcli.read.taken_back import taken_back_called
from refcli.render.outcomes import sentences
from refcli.store.backup import make_backup, mark_finished, mark_unfinished, scrub_backups
from refcli.store.db import translated
from refcli.store.kept import scrub_kept
from refcli.store.paths import backup_folder


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
    person, is_taken_back = _whom(
        app, app.needed(words_text(name), "Who is to be forgotten?", "NAME")
    )
    question = f"Forget {person.label}, for good, backups included?"
    if not app.confirmed(question, yes=yes):
        app.output.line("nothing was changed")
        return
    from refcli.write.forget import forget_contact

    with translated(app.store):
        mark_unfinished(app.store)
        try:
            written = app.write(
                "contact forget",
                lambda work: forget_contact(
                    work, person.id, person.name, is_taken_back=is_taken_back
                ),
            )
        except RefcliError:
            mark_finished(app.store)  # nothing was erased, so no backup waits to be scrubbed
            raise
    backups, texts = _scrubbed(app, written.value.needles)
    counts = (("backups-deleted", backups), ("unsaved-texts-deleted", texts))
    # Said here, and written nowhere.
    more = [
        outcome("who-was-forgotten", {"name": person.name}),
        *(outcome(code, {"count": count}) for code, count in counts if count),
    ]
    written = written._replace(
        outcomes=(*written.outcomes, *more), did=(*written.did, *sentences(more, app.today))
    )
    report(app, written, as_json=as_json)


def _whom(app: App, typed: str) -> tuple[Candidate, bool]:
    """(the person meant, whether their adding was taken back)."""
    try:
        return app.who(typed), False
    except UnknownName:
        with app.reading(quiet=True) as connection:
            found = taken_back_called(connection, typed)
        if len({fold(who.name) for who in found}) != 1:
            raise
        return found[0], True


def _scrubbed(app: App, needles: tuple[str, ...]) -> tuple[int, int]:
    """(backups, unsaved texts) that went after the commit; what goes wrong is said as it is."""
    try:
        texts = scrub_kept(app.store, needles)
        gone = scrub_backups(app.store, needles)
        make_backup(app.store, app.today.isoformat(), "after-forget")
        mark_finished(app.store)
    except (OSError, sqlite3.Error, RefcliError) as error:
        raise DiskTrouble(
            "forgotten in the store, which cannot be undone, but the backups could not be put right"
            f" ({error})",
            f'delete those that are left: "{backup_folder(app.store)}"',
        ) from error
    return gone, texts

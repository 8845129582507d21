"""A form: values shown, answers typed, saved only over what was shown; else the text is kept."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from refcli.cli.frame.context import App, Written
from refcli.domain.contacts import Person
from refcli.domain.text import clean_line, clean_text
from refcli.errors import Busy, RefcliError, UnknownName
from refcli.store.kept import keep_text
from refcli.write.shown import Answer, GoneError, refuse_gone, refuse_what_changed

if TYPE_CHECKING:
    from refcli.write.session import Writing

__all__ = ["Answer", "Form", "keep_typed", "save"]
T = TypeVar("T")


def _nothing(_: sqlite3.Connection) -> Mapping[str, str]:
    return {}


class Form(NamedTuple):
    """The answers to what one command showed.

    `look` reads again what was shown, by what each answer is about. `hint` is what to type next
    when something changed, `typed` all that was typed as (label, text), the answers if not given.
    What `is_edited` comes from an editor: its text is kept whatever refuses it; what `is_picked`
    is nothing to keep. `about` is of whom all of it is: they must still be there.
    """

    command: str
    answers: tuple[Answer, ...] = ()
    look: Callable[[sqlite3.Connection], Mapping[str, str]] = _nothing
    hint: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    is_edited: bool = False
    is_picked: bool = False
    about: Person | None = None


def save(app: App, form: Form, use_case: Callable[["Writing"], T]) -> Written[T]:
    """Run a use-case in the command's transaction if what the form showed is still so there.

    Raises Busy otherwise, and when the store is held: what was typed is in a private file then.
    """

    def checked(work: "Writing") -> T:
        if form.about is not None:
            refuse_gone(work.connection, form.about)
        now = _now(form, work.connection) if form.answers else {}
        refuse_what_changed(form.answers, now, form.hint)
        return use_case(work)

    try:
        return app.write(form.command, checked)
    except RefcliError as error:
        if form.is_edited or isinstance(error, Busy):
            keep_typed(app, form, error)
        raise


def keep_typed(app: App, form: Form, error: RefcliError) -> None:
    """Keep what was typed in a file, if anything was, and let the error say where.

    Of whoever was taken away, perhaps forgotten, nothing is written: it stands on the terminal.
    """
    typed = form.typed or tuple((a.what, a.given) for a in form.answers)
    if not typed or form.is_picked:
        return
    text = _as_text(app, form.command, typed)
    if isinstance(error, GoneError):
        _show(app, text)
        error.message = f"{error.message}; what you typed stands above"
    else:
        error.message = f"{error.message}; {_kept(app, text)}"


def _now(form: Form, connection: sqlite3.Connection) -> Mapping[str, str]:
    """What is there now; nothing where what it is about is gone."""
    try:
        return form.look(connection)
    except UnknownName:
        return {}


def _as_text(app: App, command: str, typed: Sequence[tuple[str, str]]) -> str:
    head = f"Typed in `refcli {command}` on {app.today.isoformat()}, and not saved:"
    parts = (f"{clean_line(label)}\n{clean_text(value)}" for label, value in typed)
    return "\n\n".join([head, *parts])


def _show(app: App, text: str) -> None:
    for line in text.splitlines():
        app.output.note(line)


def _kept(app: App, text: str) -> str:
    """Where the typed text is kept, as the end of a sentence; shown where no file takes it."""
    try:
        path = keep_text(app.store, f"{app.today.isoformat()}-{app.now:%H%M}", f"{text}\n")
    except (OSError, RefcliError):
        _show(app, text)
        return "what you typed could not be kept in a file and stands above"
    return f"what you typed is kept in {path}"

"""A form: values shown, answers typed, saved only over what was shown; else the text is kept."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from refcli.cli.frame.context import App, Written
from refcli.domain.contacts import Person
from refcli.domain.text import clean_line, clean_text
from refcli.errors import Busy, RefcliError, UnknownName
from refcli.read.names import acquaintance
from refcli.store.kept import keep_text
from refcli.write.shown import Answer, refuse_what_changed

if TYPE_CHECKING:
    from refcli.write.session import Writing

__all__ = ["Answer", "Form", "keep_typed", "save"]
T = TypeVar("T")
_THERE = "there"


def _nothing(_: sqlite3.Connection) -> Mapping[str, str]:
    return {}


class Form(NamedTuple):
    """The answers to what one command showed.

    `look` reads again what was shown, by what each answer is about. `hint` is what to type next
    when something changed, `typed` all that was typed as (label, text), the answers if not given.
    What `is_edited` comes from an editor: its text is kept whatever refuses it. `about` is of whom
    all of it is: they must still be there.
    """

    command: str
    answers: tuple[Answer, ...] = ()
    look: Callable[[sqlite3.Connection], Mapping[str, str]] = _nothing
    hint: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    is_edited: bool = False
    about: Person | None = None


def save(app: App, form: Form, use_case: Callable[["Writing"], T]) -> Written[T]:
    """Run a use-case in the command's transaction if what the form showed is still so there.

    Raises Busy otherwise, and when the store is held: what was typed is in a private file then.
    """
    of_whom = () if form.about is None else (Answer(form.about.name, _THERE, _THERE),)

    def checked(work: "Writing") -> T:
        answers = (*of_whom, *form.answers)
        refuse_what_changed(answers, _now(form, work.connection) if answers else {}, form.hint)
        return use_case(work)

    try:
        return app.write(form.command, checked)
    except RefcliError as error:
        if form.is_edited or isinstance(error, Busy):
            keep_typed(app, form, error)
        raise


def keep_typed(app: App, form: Form, error: RefcliError) -> None:
    """Keep what was typed in a file, if anything was, and let the error say where."""
    typed = form.typed or tuple((a.what, a.given) for a in form.answers)
    if typed:
        error.message = f"{error.message}; {_kept(app, form.command, typed)}"


def _now(form: Form, connection: sqlite3.Connection) -> Mapping[str, str]:
    """What is there now; nothing where whom it is about is gone."""
    try:
        there = {}
        if form.about is not None:
            acquaintance(connection, form.about.id)  # whatever they are called now
            there[form.about.name] = _THERE
        return {**there, **form.look(connection)}
    except UnknownName:
        return {}


def _kept(app: App, command: str, typed: Sequence[tuple[str, str]]) -> str:
    """Where the typed text is kept, as the end of a sentence; shown where no file takes it."""
    head = f"Typed in `refcli {command}` on {app.today.isoformat()}, and not saved:"
    parts = (f"{clean_line(label)}\n{clean_text(value)}" for label, value in typed)
    text = "\n\n".join([head, *parts])
    try:
        path = keep_text(app.store, f"{app.today.isoformat()}-{app.now:%H%M}", f"{text}\n")
    except (OSError, RefcliError):
        for line in text.splitlines():
            app.output.note(line)
        return "what you typed could not be kept in a file and stands above"
    return f"what you typed is kept in {path}"

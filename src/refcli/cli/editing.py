"""Long text goes to the user's own editor and comes back; no copy of it stays anywhere."""

import contextlib
import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from refcli.cli.frame.context import App
from refcli.cli.frame.form import Answer, Form
from refcli.domain.contacts import Person
from refcli.domain.text import clean_text
from refcli.errors import Refused, UsageError

_NAMED_BY = ("VISUAL", "EDITOR")
_ENDINGS = ("SIGTERM", "SIGHUP")


def edited(app: App, text: str) -> str:
    """The text as it comes back from $VISUAL or $EDITOR.

    Raises UsageError where no editor is named or the text comes back empty, Refused where the
    editor fails.
    """
    if threading.current_thread() is not threading.main_thread():
        raise UsageError("no editor opens beside the desk", "leave it first, or press e")
    told = (app.env.get(name, "").strip() for name in _NAMED_BY)
    editor = next(filter(None, told), None)
    if editor is None and not (app.is_interactive and sys.stdin.isatty()):
        raise UsageError("no editor is named", "set VISUAL or EDITOR, such as EDITOR=nano")
    with _folder_for_a_while() as folder:
        file = folder / "refcli.txt"
        file.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
        _opened(editor, file)
        clean = clean_text(_saved(file))
    if not clean.strip():
        raise UsageError("the text is empty", "nothing was saved")
    return text if clean.strip() == text.strip() else clean


def edited_form(
    app: App,
    command: str,
    what: str,
    read: Callable[[sqlite3.Connection], str],
    hint: str,
    about: Person | None = None,
) -> Form:
    """A form of one text, which `read` finds in the store and the editor gives back.

    `what` is what the text is, `hint` what to type where another shell changed it meanwhile,
    `about` of whom it is. Errors as `edited`.
    """
    with app.reading(quiet=True) as connection:
        shown = read(connection)
    answer = Answer(what, shown, edited(app, shown))
    return Form(
        command, (answer,), lambda now: {what: read(now)}, hint, is_edited=True, about=about
    )


def _opened(editor: str | None, file: Path) -> None:
    """Wait until the editor is closed again."""
    import click

    try:
        click.edit(filename=str(file), editor=editor, env=dict(os.environ))
    except click.ClickException as error:
        raise Refused(f"the editor failed: {error.message}", "nothing was saved") from error
    except ValueError as error:  # a quote that is never closed
        raise UsageError(f"that is no command ({error}): {editor}", "set EDITOR") from error


def _saved(file: Path) -> str:
    try:
        if not file.is_file():  # gone, or a pipe that nobody writes into
            raise FileNotFoundError(file)
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            "the editor left no text in UTF-8", "save it as UTF-8; nothing was saved"
        ) from error


@contextlib.contextmanager
def _folder_for_a_while() -> Iterator[Path]:
    """A folder that only the user may open, and that goes whatever ends the program.

    An editor puts its own copies beside the file (`.swp`, `~`), and they go with it. When a
    terminal is closed under an editor both get a signal, and what was to be done at that signal is
    done after the folder is gone.
    """
    folder = Path(tempfile.mkdtemp(prefix="refcli-"))
    before = {
        number: signal.getsignal(number)
        for number in (getattr(signal, name, None) for name in _ENDINGS)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN
    }

    def end(number: int, frame: object) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        answer = before[signal.Signals(number)]
        if callable(answer):
            answer(number, frame)  # type: ignore[arg-type]  # a frame, as it was given
        else:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)

    for number in before:
        signal.signal(number, end)
    try:
        yield folder
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)
        shutil.rmtree(folder, ignore_errors=True)

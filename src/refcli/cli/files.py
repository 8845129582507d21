"""Files that a command reads or writes for the user: written whole, private, never over another."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TypeVar

from refcli.cli.dash import STDIN, STDOUT, piped_text
from refcli.errors import DiskTrouble, Missing, NoPermission, UsageError, WouldOverwrite
from refcli.platforms import sync
from refcli.store.backup import sync_folder
from refcli.store.own_files import refuse_own_file

T = TypeVar("T")
# More is no text that somebody wrote.
_LONGEST = 1_000_000


def form_of(
    file: str, forms: Mapping[str, T], shown: str, hint: str = "", told: str | None = None
) -> T:
    """The form that the ending of a file's name stands for, by endings without a dot.

    `told` is an ending that is named beside it, and goes before; of standard output without one it
    is the first. Raises UsageError with the endings as `shown` when it is none of them.
    """
    if told is not None:
        file = f".{told}"
    elif file == STDOUT:
        return next(iter(forms.values()))
    form = forms.get(file.rpartition(".")[2].lower())
    if form is None:
        raise UsageError(f"the name should end in {shown}: {file}", hint)
    return form


def read_text(path: str, stdin: IO[str] | None) -> str:
    """A text file as it is, `-` standard input; raises Missing where there is none."""
    if path == STDIN:
        return piped_text(stdin)
    try:
        with Path(path).open(encoding="utf-8") as file:
            text = file.read(_LONGEST + 1)
    except FileNotFoundError as error:
        raise Missing(f"no such file: {path}") from error
    except PermissionError as error:
        raise NoPermission(f"no permission to read: {path}") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"that is no text file: {path}") from error
    if len(text) > _LONGEST:
        raise UsageError(f"more than a text may be, {_LONGEST:,} letters: {path}")
    return text


@contextmanager
def file_of_stdin(stdin: IO[str] | None) -> Iterator[str]:
    """What comes on standard input as a private file, gone at the end; its path."""
    with tempfile.TemporaryDirectory(prefix="refcli-") as folder:
        path = os.path.join(folder, "stdin")  # noqa: PTH118
        with open(path, "wb") as file:  # noqa: PTH123
            source = getattr(stdin, "buffer", None)
            if source is not None:
                shutil.copyfileobj(source, file)
            elif stdin is not None:
                file.write(stdin.read().encode())
        yield path


def refuse_existing(path: str, hint: str) -> None:
    """Raise WouldOverwrite when something stands there."""
    if os.path.lexists(path):
        raise WouldOverwrite(f"it exists already, and is left as it is: {path}", hint)


def write_file(store: str, path: str, text: str | bytes, *, force: bool) -> None:
    """Write a file by way of a temporary name; a link in its place is replaced, not followed.

    Raises WouldOverwrite when something stands there and `force` is not set, and whatever is set
    when it is the store, its journal or a backup.
    """
    refuse_own_file(store, path)
    if not force:
        refuse_existing(path, "add --force")
    folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120  as in store/paths.py
    try:
        handle, partial = tempfile.mkstemp(prefix=".refcli-", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(ended(text).encode() if isinstance(text, str) else text)
                file.flush()
                sync(file.fileno())
            os.replace(partial, path)  # noqa: PTH105
            sync_folder(folder)
        except BaseException:
            os.unlink(partial)  # noqa: PTH108
            raise
    except PermissionError as error:
        raise NoPermission(f"no permission to write there: {path}") from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DiskTrouble(f"no such folder: {os.path.dirname(path)}", "make it first") from error  # noqa: PTH120  as above
    except OSError as error:
        raise DiskTrouble(f"{error.strerror or error}: {path}") from error


def ended(text: str) -> str:
    """A text of which the last line ends too."""
    return text if text.endswith("\n") else text + "\n"

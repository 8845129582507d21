"""The one connection factory, and the guard that knows our files from others'."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from refcli.domain.typed import typed
from refcli.errors import (
    DAMAGED_STORE,
    FOREIGN_STORE,
    BadData,
    Busy,
    DiskTrouble,
    Missing,
    NewerStore,
    NoPermission,
    RefcliError,
    Refused,
)
from refcli.platforms import location, platform
from refcli.store.paths import backup_folder

APPLICATION_ID = 0x52454643  # "REFC"
MIGRATIONS = os.path.join(os.path.dirname(__file__), "migrations")  # noqa: PTH118, PTH120
# The newest migration's number is the schema's: a file more, and nothing else has to be changed.
SCHEMA_VERSION = max(int(name[:4]) for name in os.listdir(MIGRATIONS) if name.endswith(".sql"))  # noqa: PTH208
# How long a command waits for another: a write, a read, and what a prompt asks.
BUSY_SECONDS = 30.0
READ_SECONDS = 4.0
QUICK_SECONDS = 0.8

_READ_PRAGMAS = "trusted_schema=off", "cell_size_check=on", "temp_store=memory"
_WRITE_PRAGMAS = (
    *_READ_PRAGMAS,
    "journal_mode=delete",
    "synchronous=extra",
    "foreign_keys=on",
    "secure_delete=on",
    *(("fullfsync=on",) if platform().has_full_sync else ()),
)


def connect(path: str, mode: str, seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a file with every PRAGMA set; `mode` is `ro`, `rw` or `memory`.

    A store that somebody else holds is waited for so many seconds.

    The driver begins no transaction by itself: a writer begins with `begin immediate`.
    """
    connection = sqlite3.connect(
        f"file:{location(path)}?mode={mode}",
        uri=True,
        timeout=seconds,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _READ_PRAGMAS if mode == "ro" else _WRITE_PRAGMAS:
            connection.execute(f"pragma {pragma}").close()
    except BaseException:
        connection.close()
        raise
    return connection


def is_empty(path: str) -> bool:
    """Whether there is nothing yet: no file, or one without a byte.

    Raises what keeps us from knowing: no permission, or something there that is no plain file.
    """
    try:
        found = os.stat(path)  # noqa: PTH116  pathlib costs more than the query
    except FileNotFoundError:
        return True
    except PermissionError as error:
        raise NoPermission(f"no permission to look there: {path}") from error
    except (OSError, ValueError) as error:
        raise DiskTrouble(f"the store cannot be reached ({error}): {path}") from error
    if stat.S_ISDIR(found.st_mode) or not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "something that is no plain file"
        raise BadData(f"{kind} stands where the store should be: {path}")
    return found.st_size == 0


def refuse_if_lost(path: str) -> None:
    """Raise Missing when the store is gone although its backups exist."""
    try:
        backups = sorted(n for n in os.listdir(backup_folder(path)) if n.endswith(".db"))  # noqa: PTH208
    except OSError:
        return
    if backups:
        newest = os.path.join(backup_folder(path), backups[-1])  # noqa: PTH118
        raise Missing(
            f"the store is gone, but {len(backups)} backup(s) of it exist: {path}",
            typed("refcli restore {}", newest),
        )


def heal(path: str, seconds: float = BUSY_SECONDS) -> None:
    """Let SQLite roll back what a crash left half written, which needs to write once."""
    if os.path.exists(path + "-journal"):  # noqa: PTH110
        connection = connect(path, "rw", seconds)
        try:
            connection.execute("select count(*) from sqlite_schema").fetchone()
        finally:
            connection.close()


def schema_version(connection: sqlite3.Connection, path: str) -> int:
    """The store's version; raises when the file is not ours or too new. Reads only."""
    application = connection.execute("pragma application_id").fetchone()[0]
    version = connection.execute("pragma user_version").fetchone()[0]
    tables = connection.execute("select count(*) from sqlite_schema").fetchone()[0]
    if application == 0 and version == 0 and tables == 0:
        return 0
    if application != APPLICATION_ID:
        raise BadData(
            f"not a refcli store, and left untouched: {path}",
            "choose another file with --store or REFCLI_STORE",
            code=FOREIGN_STORE,
        )
    if version > SCHEMA_VERSION:
        raise NewerStore(
            f"the store is from a newer refcli (schema {version}), and left untouched: {path}",
            "upgrade refcli, for example: pipx upgrade refcli",
        )
    return int(version)


@contextmanager
def translated(path: str) -> Iterator[None]:
    """SQLite's and the system's errors as ours, with what is preserved."""
    try:
        yield
    except sqlite3.Error as error:
        raise as_refcli_error(error, path) from error
    except PermissionError as error:
        raise NoPermission(f"no permission: {error.filename or path}") from error
    except OSError as error:
        import errno

        kind = NoPermission if error.errno == errno.EROFS else DiskTrouble
        raise kind(f"{error.strerror or error}: {error.filename or path}") from error


# Ordered: the first that fits is meant.
_ERRORS: tuple[tuple[tuple[str, ...], type[RefcliError], str], ...] = (
    (
        ("SQLITE_BUSY", "SQLITE_LOCKED"),
        Busy,
        "another command holds the store, nothing was changed",
    ),
    (
        ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT"),
        BadData,
        "the store is damaged or no SQLite file, and left untouched",
    ),
    (
        ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH"),
        NoPermission,
        "the store cannot be written, nothing was changed",
    ),
    (
        ("SQLITE_IOERR_DIR_FSYNC",),
        DiskTrouble,
        "the disk could not confirm the change; look before you repeat it",
    ),
    (
        ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_NOLFS"),
        DiskTrouble,
        "the disk is full or failing, nothing was changed",
    ),
    (("SQLITE_CONSTRAINT",), Refused, "the store refuses this, nothing was changed"),
)


def as_refcli_error(error: sqlite3.Error, path: str) -> RefcliError:
    """One line about what SQLite said; the store is as it was in every case."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_CANTOPEN"):
        return _cannot_open(path)
    for starts, kind, message in _ERRORS:
        if name.startswith(starts):
            hint, code = "try again" if kind is Busy else "", ""
            if kind is BadData:
                hint = "see the backups in {}, then: refcli restore FILE"
                hint = typed(hint, backup_folder(path))
                code = DAMAGED_STORE
            return kind(f"{message} ({name}): {path}", hint, code=code)
    return BadData(f"the store cannot be read, nothing was changed ({error}): {path}")


def _cannot_open(path: str) -> RefcliError:
    folder = os.path.dirname(path)  # noqa: PTH120
    if os.path.exists(path) and not os.access(path, os.R_OK):  # noqa: PTH110
        return NoPermission(f"no permission to read the store: {path}")
    if os.path.isdir(folder) and not os.access(folder, os.W_OK):  # noqa: PTH112
        return NoPermission(f"no permission to write in the folder: {folder}")
    return DiskTrouble(f"the store cannot be opened: {path}")

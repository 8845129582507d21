"""Verified copies of the store, beside it."""

import datetime as dt
import os
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing, nullcontext, suppress

from refcli.domain.rotation import Keep, kept
from refcli.errors import Busy, DiskTrouble, WouldOverwrite
from refcli.platforms import platform, sync
from refcli.store.db import BUSY_SECONDS, connect
from refcli.store.own_files import refuse_own_file
from refcli.store.paths import backup_folder

_ABANDONED_SECONDS = 3600
_RETRY_SECONDS = 0.1
_PRIVATE = 0o600
UNFINISHED = "forget-unfinished"


def make_backup(
    path: str, today: str, reason: str, *, held: sqlite3.Connection | None = None
) -> str:
    """Copy the store, check the copy, and return its path; nothing half made stays behind.

    `held` is a connection that keeps everybody else from the store: it is read through that one.
    """
    folder = backup_folder(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103  as in paths.py
    _sweep(folder)
    target = _free_name(folder, f"{today}-{reason}")
    partial = target + ".partial"
    os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with nullcontext(held) if held else closing(connect(path, "ro")) as source:
        try:
            _copy(source, partial)
            os.replace(partial, target)  # noqa: PTH105
            sync_folder(folder)
        except BaseException:
            if os.path.exists(partial):  # noqa: PTH110
                os.unlink(partial)  # noqa: PTH108
            raise
        _rotate(folder, _keep_of(source))
    return target


def scrub_backups(path: str, needles: Sequence[str]) -> int:
    """Delete the backups that hold a person, or cannot be looked into; how many went.

    `needles` are texts by which the person is found, also as they are folded in key columns.
    """
    folder = backup_folder(path)
    clear_partial(path)
    if not os.path.isdir(folder):  # noqa: PTH112
        return 0
    gone = 0
    for name in os.listdir(folder):  # noqa: PTH208
        if name == UNFINISHED:
            continue
        file = os.path.join(folder, name)  # noqa: PTH118
        if os.path.isfile(file) and _holds(file, needles):  # noqa: PTH113
            os.unlink(file)  # noqa: PTH108
            gone += 1
    sync_folder(folder)
    return gone


def clear_partial(path: str) -> None:
    """Remove the copy that a killed restore left beside the store."""
    if os.path.lexists(path + ".restoring"):
        os.unlink(path + ".restoring")  # noqa: PTH108


def mark_unfinished(path: str) -> None:
    """Note, without a name, that backups are about to be scrubbed; `doctor` finds it."""
    folder = backup_folder(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103
    os.close(os.open(os.path.join(folder, UNFINISHED), os.O_CREAT | os.O_WRONLY, 0o600))  # noqa: PTH118
    sync_folder(folder)


def mark_finished(path: str) -> None:
    """Take that note away again; another shell that forgets somebody may have been faster."""
    with suppress(FileNotFoundError):
        os.unlink(os.path.join(backup_folder(path), UNFINISHED))  # noqa: PTH108, PTH118


def _holds(file: str, needles: Sequence[str]) -> bool:
    try:
        with closing(connect(file, "ro")) as connection:
            connection.execute("select 1 from contact limit 1").fetchone()
    except sqlite3.Error:
        return True
    with open(file, "rb") as stream:  # noqa: PTH123
        data = stream.read().lower()
    return any(needle.lower().encode() in data for needle in needles)


def _sweep(folder: str) -> None:
    """Take away what a killed backup left; one that is younger may still be being made."""
    for name in os.listdir(folder):  # noqa: PTH208
        path = os.path.join(folder, name)  # noqa: PTH118
        is_half_made = name.endswith((".partial", ".partial-journal"))
        if is_half_made and time.time() - os.path.getmtime(path) > _ABANDONED_SECONDS:  # noqa: PTH204
            os.unlink(path)  # noqa: PTH108


def _free_name(folder: str, stem: str) -> str:
    for number in range(1, 10_000):
        target = os.path.join(folder, f"{stem}-{number:04}.db")  # noqa: PTH118
        if not os.path.lexists(target) and not os.path.lexists(target + ".partial"):
            return target
    raise DiskTrouble(f"too many backups of one day: {folder}")


def _copy(source: sqlite3.Connection, partial: str) -> None:
    with closing(connect(partial, "rw")) as copy:
        copy_pages(source, copy, partial)
        verify(copy, partial)


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection, path: str) -> None:
    """Copy one database over another in one transaction.

    SQLite's copying waits for a lock without end; here it is Busy after as long as any command
    waits, and Ctrl-C is heard meanwhile.
    """
    deadline = time.monotonic() + BUSY_SECONDS

    def watch(status: int, _remaining: int, _total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) and time.monotonic() > deadline:
            raise Busy(f"another command holds the store, nothing was changed: {path}", "try again")

    source.backup(target, progress=watch, sleep=_RETRY_SECONDS)


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether every page is sound and every reference holds."""
    integrity = connection.execute("pragma integrity_check(1)").fetchone()[0]
    return integrity == "ok" and not connection.execute("pragma foreign_key_check").fetchone()


def verify(connection: sqlite3.Connection, path: str) -> None:
    """Raise DiskTrouble unless the file is whole and its references hold."""
    if not is_whole(connection):
        raise DiskTrouble(f"the copy is not whole, so nothing was begun: {path}")


def sync_folder(folder: str) -> None:
    """Make a rename in a folder outlive a power cut."""
    if not platform().syncs_folders:
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync(handle)
    finally:
        os.close(handle)


def _rotate(folder: str, keep: Keep) -> None:
    """Delete what the rotation does not keep; files that are not named as ours are left alone."""
    ours = [(day, name) for name in os.listdir(folder) if (day := _day_of(name)) is not None]  # noqa: PTH208
    ours.sort(key=lambda pair: (pair[0], os.path.getmtime(os.path.join(folder, pair[1]))))  # noqa: PTH118, PTH204
    stays = kept([day for day, _ in ours], keep)
    for number, (_, name) in enumerate(ours):
        if number not in stays:
            os.unlink(os.path.join(folder, name))  # noqa: PTH108, PTH118


def _day_of(name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(name[:10]) if name.endswith(".db") else None
    except ValueError:
        return None


def _keep_of(store: sqlite3.Connection) -> Keep:
    """The rotation that the store's owner set."""
    try:
        found = dict(
            store.execute(
                "select name, value from setting where name >= 'backup.' and name < 'backup/'"
            ).fetchall()
        )
    except sqlite3.Error:
        found = {}
    usual = Keep()
    return Keep(
        int(found.get("backup.keep", usual.newest)),
        int(found.get("backup.weeks", usual.weeks)),
        int(found.get("backup.months", usual.months)),
    )


def copy_to(path: str, target: str) -> None:
    """A verified copy of the store under a name of the user's choice, which must be free."""
    refuse_own_file(path, target)
    if os.path.lexists(target):
        raise WouldOverwrite(f"it exists already, and is left as it is: {target}")
    folder = os.path.dirname(os.path.abspath(target))  # noqa: PTH100, PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        raise DiskTrouble(f"no such folder: {folder}", "make it first")
    handle, partial = tempfile.mkstemp(prefix=".refcli-", suffix=".partial", dir=folder)
    os.close(handle)
    try:
        with closing(connect(path, "ro")) as source:
            _copy(source, partial)
        sync_file(partial)
        _put_beside(partial, target)
    except FileExistsError as error:
        raise WouldOverwrite(f"it exists already, and is left as it is: {target}") from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(partial)  # noqa: PTH108
    sync_folder(folder)


def _put_beside(partial: str, target: str) -> None:
    """Give a file its name; raises FileExistsError when somebody else was faster.

    A link fails then, unlike a rename. Where there are none, as on FAT, an empty file takes the
    name first.
    """
    try:
        os.link(partial, target)
    except FileExistsError:
        raise
    except OSError:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
        os.replace(partial, target)  # noqa: PTH105


def sync_file(path: str) -> None:
    """Make a file's content outlive a power cut."""
    handle = os.open(path, os.O_RDWR)
    try:
        sync(handle)
    finally:
        os.close(handle)

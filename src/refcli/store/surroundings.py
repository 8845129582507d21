"""Where the store lies: modes, conflict copies of sync tools, synced and network folders."""

import glob
import os
import re
import sqlite3
import stat
from collections.abc import Iterator, Mapping

from refcli.domain.findings import Finding, Severity
from refcli.domain.typed import typed
from refcli.platforms import platform
from refcli.store.backup import UNFINISHED
from refcli.store.paths import backup_folder

_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pclouddrive": "pCloud",
}
_SYNC_MARKS = (".stfolder", ".dropbox", ".sync")
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs"})
_CONFLICTS = ("*conflict*", "* ([0-9])*")
_REMEDY = "keep it on a local disk, and sync its backups: refcli backup FILE"
_OPEN_TO_OTHERS = 0o077
_OLDEST_SQLITE = (3, 37, 0)
_COMPLETIONS = (
    ".bash_completions/refcli.sh",
    ".zfunc/_refcli",
    ".config/fish/completions/refcli.fish",
)


def surroundings(store: str, env: Mapping[str, str]) -> Iterator[Finding]:
    """What is around the store, whatever is in it."""
    yield _sqlite()
    yield from _modes(store)
    yield from _conflicts(store)
    yield from _synced(store)
    yield from _network(store, _mounts())
    yield from _unfinished(store)
    yield _completion(env)


def tighten(store: str) -> int:
    """Take from others what they may see of our files; how many were changed."""
    changed = 0
    for path in _ours(store):
        mode = stat.S_IMODE(os.stat(path).st_mode)  # noqa: PTH116
        if mode & _OPEN_TO_OTHERS:
            os.chmod(path, mode & ~_OPEN_TO_OTHERS)  # noqa: PTH101
            changed += 1
    return changed


def _sqlite() -> Finding:
    text = f"SQLite {sqlite3.sqlite_version}"
    if sqlite3.sqlite_version_info >= _OLDEST_SQLITE:
        return Finding("sqlite", Severity.OK, text)
    return Finding("sqlite", Severity.BAD, f"{text} is too old", "use a newer Python")


def _ours(store: str) -> list[str]:
    found = [store, backup_folder(store)]
    found += glob.glob(os.path.join(glob.escape(backup_folder(store)), "*"))  # noqa: PTH118, PTH207
    return [path for path in found if os.path.exists(path)]  # noqa: PTH110


def _modes(store: str) -> Iterator[Finding]:
    if not platform().has_modes:
        return
    is_open = [p for p in _ours(store) if os.stat(p).st_mode & _OPEN_TO_OTHERS]  # noqa: PTH116
    if not is_open:
        yield Finding("modes", Severity.OK, "only you can read your files")
        return
    text = f"others may read {len(is_open)} of your files: {is_open[0]}"
    yield Finding("modes", Severity.WARN, text, "refcli doctor --repair", repairs=True)


def _conflicts(store: str) -> Iterator[Finding]:
    """Copies that a sync tool made when two machines wrote at once."""
    folder, name = os.path.split(store)
    stem = glob.escape(name.rpartition(".")[0] or name)
    found = {
        path
        for pattern in _CONFLICTS
        for path in glob.glob(os.path.join(glob.escape(folder), stem + pattern))  # noqa: PTH118, PTH207
        if path not in (store, backup_folder(store)) and os.path.isfile(path)  # noqa: PTH113
    }
    for path in sorted(found):
        yield Finding(
            "conflict-copy",
            Severity.WARN,
            f"a sync tool left a second version of the store: {path}",
            typed("look into it: refcli --store {} history", path),
        )


def _unfinished(store: str) -> Iterator[Finding]:
    """What a killed command left that may hold somebody who was to be forgotten."""
    folder = backup_folder(store)
    if os.path.exists(os.path.join(folder, UNFINISHED)):  # noqa: PTH110, PTH118
        text = "a `contact forget` broke off, so backups may still hold the person"
        yield Finding("forget-unfinished", Severity.WARN, text, f'empty the folder: "{folder}"')
    if os.path.exists(store + ".restoring"):  # noqa: PTH110
        text = f"a `restore` broke off and left a copy: {store}.restoring"
        yield Finding("restore-unfinished", Severity.WARN, text, "delete it")


def _synced(store: str) -> Iterator[Finding]:
    folder = os.path.dirname(os.path.realpath(store))  # noqa: PTH120
    lowered = folder.lower()
    synced = next((name for part, name in _SYNCED.items() if part in lowered), "")
    above = folder
    while not synced and os.path.dirname(above) != above:  # noqa: PTH120
        if any(os.path.exists(os.path.join(above, mark)) for mark in _SYNC_MARKS):  # noqa: PTH110, PTH118
            synced = "a sync tool"
        above = os.path.dirname(above)  # noqa: PTH120
    if synced:
        text = f"the store lies in a folder of {synced}, which can mix two versions"
        yield Finding("synced-folder", Severity.WARN, text, _REMEDY)


def _network(store: str, mounts: str) -> Iterator[Finding]:
    kind = _file_system(os.path.dirname(os.path.realpath(store)), mounts)  # noqa: PTH120
    if kind in _NETWORK:
        text = f"the store lies on a network file system ({kind}), whose locks cannot be trusted"
        yield Finding("network-folder", Severity.WARN, text, _REMEDY)


def _mounts() -> str:
    """The lines of /proc/mounts, where the system tells."""
    try:
        with open("/proc/mounts", encoding="utf-8", errors="replace") as mounts:  # noqa: PTH123
            return mounts.read()
    except OSError:
        return ""


def _file_system(folder: str, mounts: str) -> str:
    """The type of the file system that a folder lies on."""
    rows = [[_unescaped(word) for word in line.split()] for line in mounts.split("\n")]
    above = [
        (row[1], row[2])
        for row in rows
        if len(row) > 2 and (folder + "/").startswith(row[1].rstrip("/") + "/")  # noqa: PLR2004
    ]
    # Of two in one place the later hides the earlier, as a share does its automount.
    return max(reversed(above), key=lambda pair: len(pair[0]), default=("", ""))[1]


def _unescaped(word: str) -> str:
    """A word of /proc/mounts, where a space is written as its number."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), word)


def _completion(env: Mapping[str, str]) -> Finding:
    home = env.get("HOME", "")
    if home and any(os.path.exists(os.path.join(home, path)) for path in _COMPLETIONS):  # noqa: PTH110, PTH118
        return Finding("completion", Severity.OK, "your shell completes refcli's words")
    text = "your shell does not complete refcli's words yet"
    return Finding("completion", Severity.NOTE, text, "refcli --install-completion")

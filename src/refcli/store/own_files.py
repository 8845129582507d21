"""Files that are refcli's own: nothing that a command writes for the user may take their place."""

import os
from collections.abc import Iterator

from refcli.errors import WouldOverwrite
from refcli.store.paths import backup_folder, kept_start

# What SQLite or a command of ours keeps beside the store, there now or not: a file of such a name
# would be taken for it.
_BESIDE = ("", "-journal", "-wal", "-shm", ".restoring", ".lock")


def refuse_own_file(store: str, target: str) -> None:
    """Raise WouldOverwrite when `target` is the store, what belongs to it, or one of its backups.

    Files are compared by what they are (device and inode, links followed), and by their place.
    """
    if _is_in_place_of_ours(store, target) or any(
        is_same_file(own, target) for own in _ours(store)
    ):
        raise WouldOverwrite(
            f"that is refcli's own file, and is left as it is: {target}",
            "choose another name for the file",
        )


def _ours(store: str) -> Iterator[str]:
    yield from (store + ending for ending in _BESIDE)
    folder = backup_folder(store)
    if os.path.isdir(folder):  # noqa: PTH112  pathlib costs more
        yield folder
        yield from (os.path.join(folder, name) for name in os.listdir(folder))  # noqa: PTH118, PTH208


def is_same_file(own: str, target: str) -> bool:
    """Whether two paths are one file, links followed."""
    try:
        return os.path.samefile(own, target)  # noqa: PTH121
    except (OSError, ValueError):
        return False


def _is_in_place_of_ours(store: str, target: str) -> bool:
    place, own = os.path.realpath(target), os.path.realpath(store)
    names = {os.path.normcase(own + ending) for ending in _BESIDE}
    folder = os.path.normcase(backup_folder(own))
    found = os.path.normcase(place)
    ours = (folder + os.sep, os.path.normcase(kept_start(own)))
    return found in names or found == folder or found.startswith(ours)

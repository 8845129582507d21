"""What a person typed and what could not be saved, in private files beside the store."""

import json
import os
from collections.abc import Mapping, Sequence

from refcli.errors import DiskTrouble
from refcli.platforms import sync
from refcli.store.backup import sync_folder
from refcli.store.paths import kept_start

_PRIVATE = 0o600
_UNSENT = "desk.json"


def keep_text(store: str, minute: str, text: str) -> str:
    """Write a text whole into a new file beside the store, and return its path.

    `minute` is a part of its name, such as `2026-12-01-0930`. Raises OSError or DiskTrouble when
    that cannot be.
    """
    target, partial = _taken_name(f"{kept_start(store)}{minute}")
    try:
        with open(partial, "w", encoding="utf-8", errors="replace", newline="\n") as file:  # noqa: PTH123
            file.write(text)
            file.flush()
            sync(file.fileno())
        os.replace(partial, target)  # noqa: PTH105
    except BaseException:
        os.unlink(partial)  # noqa: PTH108
        raise
    sync_folder(os.path.dirname(target))  # noqa: PTH120
    return target


def keep_unsent(store: str, lines: Mapping[str, str]) -> None:
    """Write the lines that are typed and not sent, by the question that they answer; none, no file.

    Raises OSError when that cannot be. A line may change with each key, so nothing waits for the
    disk.
    """
    path = f"{kept_start(store)}{_UNSENT}"
    if not lines:
        if os.path.lexists(path):
            os.unlink(path)  # noqa: PTH108
        return
    partial = f"{path}.partial"
    descriptor = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, _PRIVATE)
    with open(descriptor, "w", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
        json.dump(lines, file, ensure_ascii=False)
    os.replace(partial, path)  # noqa: PTH105


def is_unsent_kept(store: str) -> bool:
    """Whether there is a file of unsent lines."""
    return os.path.lexists(f"{kept_start(store)}{_UNSENT}")


def unsent(store: str) -> dict[str, str]:
    """The lines that were typed and not sent; none where there are none that can be read."""
    try:
        with open(f"{kept_start(store)}{_UNSENT}", encoding="utf-8") as file:  # noqa: PTH123
            told = json.load(file)
    except (OSError, ValueError, RecursionError):
        return {}
    lines = told.items() if isinstance(told, dict) else ()
    return {name: text for name, text in lines if isinstance(text, str)}


def scrub_kept(store: str, needles: Sequence[str]) -> int:
    """Delete the kept texts in which a person is found; how many went."""
    gone = 0
    for path in kept_texts(store):
        with open(path, encoding="utf-8", errors="replace") as file:  # noqa: PTH123
            text = file.read().casefold()
        if any(needle.casefold() in text for needle in needles):
            os.unlink(path)  # noqa: PTH108
            gone += 1
    return gone


def kept_texts(store: str) -> tuple[str, ...]:
    """The paths of the store's kept texts, half-written ones included."""
    folder, start = os.path.split(kept_start(store))
    if not os.path.isdir(folder):  # noqa: PTH112
        return ()
    names = sorted(name for name in os.listdir(folder) if name.startswith(start))  # noqa: PTH208
    return tuple(os.path.join(folder, name) for name in names)  # noqa: PTH118


def _taken_name(stem: str) -> tuple[str, str]:
    """A free name and the file that is written before it is renamed to that.

    Whoever holds the second owns the first: it is looked for only after, so two at once differ.
    """
    for number in range(1, 1000):
        target = f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt"
        partial = target + ".partial"
        try:
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
        except FileExistsError:
            continue
        if not os.path.lexists(target):
            return target, partial
        os.unlink(partial)  # noqa: PTH108
    raise DiskTrouble(f"too many kept texts of one minute: {stem}")

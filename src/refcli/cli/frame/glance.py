"""A glance into the store where no command has it open: before one begins, or after one failed."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from refcli.errors import RefcliError
from refcli.store.db import is_empty
from refcli.store.opening import reading
from refcli.store.paths import store_path

if TYPE_CHECKING:
    import sqlite3

T = TypeVar("T")


def is_somebody(argv: Sequence[str], env: Mapping[str, str], word: str) -> bool:
    """Whether a word is somebody's name."""
    from refcli.read.names import candidates

    return bool(_seen(argv, env, lambda connection: candidates(connection, word)))


def strange_in_store(argv: Sequence[str], env: Mapping[str, str]) -> str:
    """A value in the store that no command writes, in words; empty where there is none."""
    from refcli.read.soundness import strange_value

    return _seen(argv, env, strange_value) or ""


def _seen(
    argv: Sequence[str], env: Mapping[str, str], look: Callable[["sqlite3.Connection"], T]
) -> T | None:
    """What is seen in the store that the command names; None where it cannot be looked into."""
    words = [*argv, ""]
    told = next((words[n + 1] for n, each in enumerate(words) if each == "--store"), None)
    told = next((each[8:] for each in words if each.startswith("--store=")), told)
    try:
        store = store_path(told, env)
        if is_empty(store):
            return None
        with reading(store) as connection:
            return look(connection)
    except RefcliError:
        return None

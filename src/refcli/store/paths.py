"""Where the store is. Imports nothing heavy, since the quick lane uses it."""

import os
import sys
from collections.abc import Mapping

from refcli.errors import UsageError
from refcli.platforms import platform

STORE_NAME = "refcli.db"


def store_path(option: str | None, env: Mapping[str, str]) -> str:
    """The absolute path of the store: `--store`, else `REFCLI_STORE`, else the data folder.

    Raises UsageError for an empty name: what a script has not set must not be the real store.
    """
    for name, told in (("--store", option), ("REFCLI_STORE", env.get("REFCLI_STORE"))):
        if told is None:
            continue
        if not told.strip():
            raise UsageError(f"{name} is empty", "name a file, or leave it out")
        return _absolute(_expanded(told, env))
    return os.path.join(data_folder(env, sys.platform), STORE_NAME)  # noqa: PTH118  as above


def _absolute(path: str) -> str:
    try:
        return os.path.abspath(path)  # noqa: PTH100  pathlib costs more than the query
    except FileNotFoundError as error:
        raise UsageError(f"the folder that you are in is gone: {path}", "cd to another") from error


def _expanded(path: str, env: Mapping[str, str]) -> str:
    if path == "~" or path.startswith(("~/", "~\\")):
        return _home(env) + path[1:]
    return path


def _home(env: Mapping[str, str]) -> str:
    home = env.get("HOME") or os.path.expanduser("~")  # noqa: PTH111  as above
    if not os.path.isabs(home):  # noqa: PTH117
        raise UsageError(f"HOME is no whole path: {home}", "set it, or name a store: --store FILE")
    return home


def data_folder(env: Mapping[str, str], name: str) -> str:
    """The platform's user data folder for refcli, as platformdirs names it.

    A relative XDG_DATA_HOME is ignored, as the XDG Base Directory Specification asks.
    """
    gives = platform(name)
    base = env.get(gives.data_variable, "")
    if not base or not (gives.has_drives or os.path.isabs(base)):  # noqa: PTH117
        base = os.path.join(_home(env), *gives.data)  # noqa: PTH118
    return os.path.join(base, "refcli")  # noqa: PTH118


def backup_folder(store: str) -> str:
    """Where the backups of a store lie: beside it."""
    return store + ".backups"


def kept_start(store: str) -> str:
    """How the paths of texts begin that were typed for a store and could not be saved."""
    return store + ".unsaved-"

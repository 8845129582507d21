"""The quick lane: what a shell asks at every prompt, answered before Typer is imported.

Standard library only, and exactly what the full lane answers, by the same reads and the same lines.
Whatever is not one of a few exact shapes, and every doubt (no store, an old one, a crash to heal,
an odd date or encoding), is left to the full lane: `answer` returns None then.
"""

import datetime as dt
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing

from refcli.errors import Busy, RefcliError
from refcli.read.due import due_items, next_due
from refcli.render.plain import due_screen
from refcli.render.terminal import terminal_width, wants_colour
from refcli.store.db import (
    QUICK_SECONDS,
    SCHEMA_VERSION,
    as_refcli_error,
    connect,
    schema_version,
)
from refcli.store.paths import store_path

_COMPLETE = "_REFCLI_COMPLETE"
_SHAPES = (["due"], ["due", "--count"])
_USUAL_YEARS = range(1970, 2970)
_QUOTING = frozenset("'\"\\")


def answer(argv: Sequence[str], env: Mapping[str, str], *, is_terminal: bool) -> str | None:
    """The whole output, ending in a line break, or None: let the full lane answer."""
    try:
        if _COMPLETE in env:
            return _completed_at_once(env)
        if list(argv) not in _SHAPES:
            return None
        return _due(env, is_terminal=is_terminal, count="--count" in argv)
    except Busy:
        raise
    except (RefcliError, sqlite3.Error, OSError, ValueError):
        return None


def _due(env: Mapping[str, str], *, is_terminal: bool, count: bool) -> str | None:
    told = env.get("REFCLI_TODAY")
    today = dt.date.fromisoformat(told) if told else dt.datetime.now().astimezone().date()
    if today.year not in _USUAL_YEARS:
        return None
    connection = _sound_store(env)
    if connection is None:
        return None
    with closing(connection):
        items = due_items(connection, today.isoformat(), today.isoformat())
        later = None if items else next_due(connection, today.isoformat())
    if count:
        return f"{len(items)}\n"
    width = terminal_width(env, 1) if is_terminal else None
    colour = wants_colour(env, is_terminal=is_terminal)
    lines = due_screen(items, later, today, width=width, colour=colour)
    return "".join(f"{line}\n" for line in lines)


def _sound_store(env: Mapping[str, str]) -> sqlite3.Connection | None:
    """A connection to a store that is there and current, else None.

    A crash that has to be healed is no reader's affair: SQLite refuses, and so the full lane heals.
    """
    path = store_path(None, env)
    if not os.path.getsize(path):  # noqa: PTH202
        return None
    is_current = False
    connection = connect(path, "ro", QUICK_SECONDS)
    try:
        connection.execute("begin")
        is_current = schema_version(connection, path) == SCHEMA_VERSION
    except sqlite3.Error as error:
        raise as_refcli_error(error, path) from error
    finally:
        if not is_current:
            connection.close()
    return connection if is_current else None


def _completed_at_once(env: Mapping[str, str]) -> str | None:
    """Nothing is offered from a store that somebody else holds: nobody waits at a key."""
    try:
        return _completed(env)
    except Busy:
        return ""


def _completed(env: Mapping[str, str]) -> str | None:
    """Names for `refcli prep an` and the like; anything else is for the full lane."""
    from refcli.cli.frame.verbs import GROUP_VERBS, takes_name
    from refcli.read.completion import completions

    words, incomplete = _words(env)
    if not takes_name(words) or incomplete.startswith("-"):
        return None
    following = GROUP_VERBS.get(words[0], ()) if len(words) == 1 else ()
    verbs = [verb for verb in following if verb.startswith(incomplete)]
    if verbs and env[_COMPLETE] != "complete_bash":
        return None  # other shells are told what a verb does
    connection = _sound_store(env)
    if connection is None:
        return None
    with closing(connection):
        names = completions(connection, incomplete)
    return _formatted(env, [*verbs, *names], incomplete)


def _words(env: Mapping[str, str]) -> tuple[list[str], str]:
    """The words before the cursor without `refcli`, and the one under it; none where in doubt."""
    if env[_COMPLETE] == "complete_bash":
        typed = env.get("COMP_WORDS", "")
        words, place = typed.split(), env.get("COMP_CWORD", "")
        if _QUOTING & set(typed) or not place.isdecimal():
            return [], ""
        number = int(place)
        return words[1:number], words[number] if number < len(words) else ""
    if env[_COMPLETE] == "complete_zsh":
        typed = env.get("_TYPER_COMPLETE_ARGS", "")
        words = typed.split()[1:]
        if _QUOTING & set(typed):
            return [], ""
        return (words[:-1], words[-1]) if words and not typed.endswith(" ") else (words, "")
    return [], ""


def _formatted(env: Mapping[str, str], names: list[str], typed: str) -> str | None:
    """The names as the shell's own script reads them, as the full lane gives them."""
    from refcli.cli.frame.shells import bash_listed, bash_word, zsh_line

    if env[_COMPLETE] == "complete_bash":
        return "".join(f"{bash_word(name)}\n" for name in bash_listed(names, typed)) or "\n"
    return "".join(f"{zsh_line(name)}\n" for name in names) or "\n"

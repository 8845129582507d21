"""What completion offers for a value: names, tags, targets, firms, industries and settings."""

import os
import sqlite3
from collections.abc import Callable

import typer

from refcli.domain.text import fold


class Offered(str):
    """A word on offer; Typer would keep only those that begin with the very letters typed."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """True: the words were chosen already, whatever their case and accents."""
        return True


def complete_name(context: typer.Context, incomplete: str) -> list[Offered]:
    """The user's own contacts' names; of a name in several words what is still to type."""
    from refcli.read.completion import completions

    typed = context.params.get("name")
    before = " ".join(typed) if isinstance(typed, list | tuple) else ""
    names = _from_store(context, lambda c: completions(c, f"{before} {incomplete}".strip()))
    if not before:
        return [Offered(name) for name in names]
    # Of a name in several words only what follows those that are whole.
    start = f"{fold(before)} "
    return [Offered(n[len(before) + 1 :]) for n in names if fold(n).startswith(start)]


def complete_tag(context: typer.Context, incomplete: str) -> list[Offered]:
    """The tags that somebody has."""
    return _kept(context, "TAG", incomplete)


def complete_target(context: typer.Context, incomplete: str) -> list[Offered]:
    """The targets of the kit."""
    return _kept(context, "TARGET", incomplete)


def complete_firm(context: typer.Context, incomplete: str) -> list[Offered]:
    """The firms at which contacts are."""
    return _kept(context, "FIRM", incomplete)


def complete_industry(context: typer.Context, incomplete: str) -> list[Offered]:
    """The industries that contacts are in."""
    return _kept(context, "INDUSTRY", incomplete)


def complete_setting(incomplete: str) -> list[Offered]:
    """The names of the settings; of those with a dot any part will do."""
    from refcli.domain.settings import all_settings

    names = sorted(all_settings())
    beginning = [name for name in names if name.startswith(incomplete)]
    return [Offered(name) for name in beginning or [n for n in names if incomplete in n]]


def _kept(context: typer.Context, kind: str, incomplete: str) -> list[Offered]:
    from refcli.read.completion import Kept, kept_words

    words = _from_store(context, lambda c: kept_words(c, Kept[kind], incomplete))
    return [Offered(word) for word in words]


def _from_store(
    context: typer.Context, read: Callable[[sqlite3.Connection], list[str]]
) -> list[str]:
    """What the store has; nothing where there is none that can be read, for Tab says no errors."""
    from refcli.errors import RefcliError
    from refcli.store.db import is_empty
    from refcli.store.opening import reading
    from refcli.store.paths import store_path

    store = store_path(context.find_root().params.get("store"), os.environ)
    if is_empty(store):
        return []
    try:
        with reading(store) as connection:
            return read(connection)
    except RefcliError:
        return []

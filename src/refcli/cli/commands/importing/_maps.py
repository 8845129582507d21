"""What the columns of a file are, kept under a name and offered again."""

import re
from collections.abc import Mapping

from refcli.cli.frame.context import App
from refcli.domain.column_map import parse_map
from refcli.domain.settings import MAP
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.read.settings import read_settings

_NAME = re.compile(r"[\w-]{1,40}")


def kept_maps(app: App) -> dict[str, str]:
    """The maps that the user kept, by name."""
    with app.reading(quiet=True) as connection:
        return read_settings(connection).maps()


def map_meant(app: App, text: str) -> dict[str, str]:
    """What `--map` says, or the map of that name; raises UsageError where there is none."""
    if "=" in text:
        return parse_map(text)
    kept = kept_maps(app)
    name = text.strip()
    if name in kept:
        return parse_map(kept[name])
    known = f"kept are: {', '.join(sorted(kept))}" if kept else "none is kept yet"
    raise UsageError(f"no map is kept as {name!r}; {known}", '--map "Full name=name,Mail=email"')


def fitting_map(app: App, titles: frozenset[str]) -> tuple[str, Mapping[str, str]] | None:
    """The kept map of which a file has all columns: the one that says most."""
    if not titles:
        return None
    maps = ((name, parse_map(text)) for name, text in sorted(kept_maps(app).items()))
    fits = [(name, mapping) for name, mapping in maps if titles.issuperset(mapping)]
    return max(fits, key=lambda pair: len(pair[1]), default=None)


def keep_map(app: App, text: str) -> None:
    """Offer to keep a map that was typed out; off a terminal it is said how."""
    if "=" not in text or text in kept_maps(app).values():
        return
    if not app.is_interactive:
        app.output.note(typed("to keep this map: refcli config set map.NAME {}", text))
        return
    name = app.prompter().text("Keep this map for the next file, as?", hint="Enter for not")
    if not _NAME.fullmatch(name.strip()):
        return
    from refcli.write.settings import set_setting

    app.write("config set", lambda work: set_setting(work, MAP + name.strip(), text))
    app.output.note(f"kept: --map {name.strip()}")

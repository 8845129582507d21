"""What the columns of a file are, kept under a name and offered again."""

from collections.abc import Mapping

from refcli.cli.frame.context import App
from refcli.domain.column_map import parse_map
from refcli.domain.settings import MAP, is_map_name
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.read.settings import read_settings


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


def fitting_map(
    kept: Mapping[str, str], titles: frozenset[str]
) -> tuple[str, Mapping[str, str]] | None:
    """The kept map of which a file has all columns: the one that says most."""
    maps = ((name, parse_map(text)) for name, text in sorted(kept.items()))
    fits = [(name, mapping) for name, mapping in maps if titles.issuperset(mapping)]
    return max(fits, key=lambda pair: len(pair[1]), default=None)


def keep_map(app: App, text: str) -> None:
    """Offer to keep a map that was typed out; off a terminal it is said how."""
    if "=" not in text or text in kept_maps(app).values():
        return
    if not app.is_interactive:
        app.output.note(typed("to keep this map: refcli config set map.NAME {}", text))
        return
    question = "Keep this map for the next file, as?"
    while name := app.prompter().text(question, hint="a word; Enter for not").strip():
        if is_map_name(name):
            break
        app.output.note(f"a map's name is a word of letters, digits and dashes, not: {name}")
    else:
        return
    from refcli.write.settings import set_setting

    app.write("config set", lambda work: set_setting(work, MAP + name, text))
    app.output.note(f"kept: --map {name}")

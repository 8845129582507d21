"""`refcli config list`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.settings import MAP, all_settings, known_setting
from refcli.read.settings import read_settings
from refcli.render.layout import Column, Table


def run(context: typer.Context, as_json: Json = False) -> None:
    """All settings, with their defaults; those you changed are marked."""
    app = app_of(context)
    with app.reading() as connection:
        settings = read_settings(connection)
    maps = [known_setting(MAP + name) for name in sorted(settings.maps())]
    shown = (*all_settings().values(), *maps)
    if as_json:
        app.output.json(
            [
                {
                    "name": s.name,
                    "value": settings.number(s.name) if s.number else settings.text(s.name),
                    "default": int(s.default) if s.number else s.default,
                    "help": s.help,
                }
                for s in shown
            ]
        )
        return
    columns = (
        Column("setting", style="name"),
        Column("value"),
        Column(""),
        Column("what it is", flexible=True, style="dim"),
    )
    rows = tuple(
        (s.name, settings.text(s.name), "*" if settings.is_set(s.name) else "", s.help)
        for s in shown
    )
    app.output.table(Table(columns, rows))

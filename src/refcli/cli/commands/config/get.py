"""`refcli config get NAME`."""

import typer

from refcli.cli.commands.config.options import SettingName
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.settings import known_setting
from refcli.read.settings import read_settings


def run(
    context: typer.Context,
    name: SettingName,
    as_json: Json = False,
) -> None:
    """The value of one setting."""
    app = app_of(context)
    setting = known_setting(name)
    with app.reading() as connection:
        settings = read_settings(connection)
    if as_json:
        value = settings.number(name) if setting.number else settings.text(name)
        app.output.json({"name": name, "value": value})
    else:
        app.output.line(settings.text(name))

"""`refcli config unset NAME`."""

import typer

from refcli.cli.commands.config.options import SettingName
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: SettingName,
    as_json: Json = False,
) -> None:
    """Bring a setting's default back."""
    app = app_of(context)
    from refcli.domain.settings import known_setting
    from refcli.write.settings import set_setting

    default = known_setting(name).default
    report(
        app,
        app.write("config unset", lambda work: set_setting(work, name, default)),
        as_json=as_json,
    )

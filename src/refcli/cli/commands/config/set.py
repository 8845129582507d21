"""`refcli config set NAME VALUE`."""

from typing import Annotated

import typer

from refcli.cli.commands.config.options import SettingName
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: SettingName,
    value: Annotated[str, typer.Argument(metavar="VALUE", help="Empty for the default.")],
    as_json: Json = False,
) -> None:
    """Change a setting; an empty value brings the default back."""
    app = app_of(context)
    from refcli.domain.settings import known_setting
    from refcli.write.settings import set_setting

    wanted = value if value.strip() else known_setting(name).default
    written = app.write("config set", lambda work: set_setting(work, name, wanted))
    report(app, written, as_json=as_json)

"""What several config commands take."""

from typing import Annotated

import typer

from refcli.cli.offered import complete_setting

SettingName = Annotated[
    str, typer.Argument(metavar="SETTING", help="Its name.", autocompletion=complete_setting)
]

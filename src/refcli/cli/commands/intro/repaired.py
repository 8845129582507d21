"""`refcli intro repaired ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, report_intro
from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import IntroId, Json, On
from refcli.domain.intros import IntroState


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    drop: Annotated[
        str | None,
        typer.Option(
            "--drop",
            metavar="NAME",
            help="Drop this one of the two.",
            autocompletion=complete_name,
        ),
    ] = None,
    well: Annotated[
        bool, typer.Option("--well", help="They say that all is well: no check is needed.")
    ] = False,
    on: On = None,
    as_json: Json = False,
) -> None:
    """What went wrong is settled: all is well again, or one of the two is dropped."""
    app = app_of(context)
    meant = intro_meant_by(app, intro_id, IntroState.REPAIRED)
    dropped = app.id_of(drop)
    day = app.past(on) or app.today
    from refcli.write.intro_gifts import repair
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        repair(work, meant.id, day, dropped, is_well=well)
        return meant.id

    report_intro(app, app.write("intro repaired", use_case), as_json=as_json)

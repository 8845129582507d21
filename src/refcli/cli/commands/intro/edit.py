"""`refcli intro edit ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, report_intro
from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import IntroId, Json, On, cents_of
from refcli.domain.asks import TargetKind
from refcli.domain.intros import IntroState, Rung
from refcli.domain.names import MAX_ID
from refcli.errors import UsageError


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    on: On = None,
    how: Annotated[
        Rung | None, typer.Option("--how", help="The hand-over.", show_default=False)
    ] = None,
    ask_id: Annotated[
        int | None, typer.Option("--ask", metavar="ID", max=MAX_ID, help="The ask that it answers.")
    ] = None,
    kind: Annotated[
        TargetKind | None,
        typer.Option("--kind", help="What it may become.", show_default=False),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--source",
            metavar="NAME",
            autocompletion=complete_name,
            help="All its sources.",
        ),
    ] = None,
    prospect: Annotated[
        list[str] | None,
        typer.Option(
            "--prospect", metavar="NAME", autocompletion=complete_name, help="All its prospects."
        ),
    ] = None,
    receiver: Annotated[
        str | None,
        typer.Option(
            "--receiver", metavar="NAME", autocompletion=complete_name, help="Whom you gave it to."
        ),
    ] = None,
    step: Annotated[
        IntroState | None,
        typer.Option("--step", help="The step of which --on is the day.", show_default=False),
    ] = None,
    no_step: Annotated[
        IntroState | None,
        typer.Option("--no-step", help="A step that was not taken.", show_default=False),
    ] = None,
    need: Annotated[
        str | None, typer.Option("--for", metavar="TEXT", help="What the prospect needs.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="AMOUNT", help="What it is worth.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Correct any part of an introduction; what follows from it follows."""
    app = app_of(context)
    told = (on, how, kind, ask_id, need, value, source, prospect, receiver, step, no_step)
    if not any(part is not None and part != [] for part in told):
        raise UsageError("nothing to change", "for example: refcli intro edit ID --on yesterday")
    meant = intro_meant_by(app, intro_id)
    from refcli.write.intro_corrections import IntroEdit, edit_intro
    from refcli.write.session import Writing

    edit = IntroEdit(
        on=app.past(on),
        rung=how,
        kind=kind,
        sources=tuple(app.who(name).id for name in source or ()),
        prospects=tuple(app.who(name).id for name in prospect or ()),
        receiver=None if receiver is None else app.who(receiver).id,
        step=step,
        no_step=no_step,
        ask=ask_id,
        need=need,
        value_cents=cents_of(value),
    )

    def use_case(work: Writing) -> int:
        edit_intro(work, meant.id, edit)
        return meant.id

    report_intro(app, app.write("intro edit", use_case), as_json=as_json)

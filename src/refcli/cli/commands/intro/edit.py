"""`refcli intro edit ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, report_intro
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, On, cents_of
from refcli.domain.intros import Rung
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
    need: Annotated[
        str | None, typer.Option("--for", metavar="TEXT", help="What the prospect needs.")
    ] = None,
    value: Annotated[
        str | None, typer.Option("--value", metavar="AMOUNT", help="What it is worth.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Correct an introduction; its state changes by steps only."""
    app = app_of(context)
    if all(v is None for v in (on, how, ask_id, need, value)):
        raise UsageError("nothing to change", "for example: refcli intro edit ID --on yesterday")
    meant = intro_meant_by(app, intro_id)
    from refcli.write.intros import IntroEdit, edit_intro
    from refcli.write.session import Writing

    edit = IntroEdit(
        on=app.past(on),
        rung=how,
        ask=ask_id,
        need=need,
        value_cents=cents_of(value),
    )

    def use_case(work: Writing) -> int:
        edit_intro(work, meant.id, edit)
        return meant.id

    report_intro(app, app.write("intro edit", use_case), as_json=as_json)

"""`refcli intro pass ID NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, report_intro, say_draft
from refcli.cli.frame.context import app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import IntroId, Json, On
from refcli.domain.drafts.form import Form
from refcli.domain.intros import IntroState


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="Who is better suited.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """A received one that does not fit goes on; the source is thanked and told what fits."""
    app = app_of(context)
    meant = intro_meant_by(app, intro_id, IntroState.NOT_A_FIT)
    partner = app.who(app.needed(name, "Who is better suited?", "NAME"))
    day = app.past(on) or app.today
    from refcli.write.intro_gifts import pass_on

    written = app.write("intro pass", lambda work: pass_on(work, meant.id, partner.id, day))
    report_intro(app, written, as_json=as_json)
    say_draft(app, meant.prospect.id, Form.CONSENT, written.value, as_json=as_json)

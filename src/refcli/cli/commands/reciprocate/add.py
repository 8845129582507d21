"""`refcli reciprocate NAME WHAT`."""

from typing import Annotated

import typer

from refcli.cli.dash import told_text
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Name, On, Text
from refcli.cli.report import report
from refcli.domain.favors import FavorHow
from refcli.domain.readiness import only_takes
from refcli.read.settings import read_settings
from refcli.read.standing import gate_numbers, standing


def run(
    context: typer.Context,
    name: Name = None,
    what: Text = None,
    how: Annotated[
        FavorHow | None, typer.Option("--how", help="The form of it.", show_default=False)
    ] = None,
    on: On = None,
    received: Annotated[bool, typer.Option("--received", help="They did it for you.")] = False,
    as_json: Json = False,
) -> None:
    """Record what you did for somebody, or they for you; an introduction is `intro give`."""
    app = app_of(context)
    person = app.who(app.needed(name, "For whom?" if not received else "By whom?", "NAME"))
    text = app.needed(told_text(app, what), "What was it?", "WHAT")
    day = app.past(on) or app.today
    from refcli.write.favors import record_favor

    written = app.write(
        "reciprocate",
        lambda work: record_favor(work, person.id, text, on=day, how=how, given=not received),
    )
    report(app, written, as_json=as_json)
    with app.reading() as connection:
        settings = read_settings(connection)
        who = standing(connection, person.id, app.today, settings)
    if not received and only_takes(who, gate_numbers(settings)):
        app.output.note(
            f"{who.name} has had {who.given} things from you and given nothing back [taker]"
        )

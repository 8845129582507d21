"""`refcli testimonial NAME WORDS`."""

from typing import Annotated

import typer

from refcli.cli.dash import told_text
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Name, On, Text
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: Name = None,
    words: Text = None,
    publish: Annotated[
        bool, typer.Option("--publish", help="They allowed you to show it.")
    ] = False,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Take praise down in their exact words, while you still have them in your ear."""
    app = app_of(context)
    person = app.who(app.needed(name, "Who praised you?", "NAME"))
    exact = app.needed(told_text(app, words), "Their exact words?", "WORDS")
    day = app.past(on) or app.today
    from refcli.write.testimonials import record_testimonial

    written = app.write(
        "testimonial",
        lambda work: record_testimonial(work, person.id, exact, on=day, publish=publish),
    )
    report(app, written, as_json=as_json)

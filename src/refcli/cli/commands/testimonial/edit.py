"""`refcli testimonial edit ID`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, On, Words
from refcli.cli.report import report
from refcli.domain.names import MAX_ID
from refcli.domain.typed import typed
from refcli.errors import UsageError


def run(
    context: typer.Context,
    testimonial_id: Annotated[
        int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli testimonial list`.")
    ],
    words: Words = None,
    on: On = None,
    publish: Annotated[
        bool | None, typer.Option("--publish/--private", help="Whether you may show it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Correct a testimonial."""
    app = app_of(context)
    if all(value is None for value in (words, on, publish)):
        raise UsageError(
            "nothing to change", typed("refcli testimonial edit {} --publish", testimonial_id)
        )
    day = app.past(on)
    from refcli.write.corrections import edit_testimonial
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        edit_testimonial(work, testimonial_id, words=words, on=day, publish=publish)

    report(app, app.write("testimonial edit", use_case), as_json=as_json)

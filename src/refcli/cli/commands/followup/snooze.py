"""`refcli snooze`, also `refcli followup snooze`."""

from typing import Annotated

import typer

from refcli.cli.commands.followup._meant import follow_up_ids
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report
from refcli.errors import UsageError


def run(
    context: typer.Context,
    ids_and_when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID... WHEN", help="Numbers or a name, then the day.", show_default=False
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Put follow-ups off until a day: `refcli snooze 12 13 friday`."""
    app = app_of(context)
    words = list(ids_and_when or [])
    if not words and app.is_interactive:
        meant = follow_up_ids(app, None, "put off")
        words = [*map(str, meant), app.needed(None, "Until when?", "WHEN", hint="friday, +3d")]
    if len(words) == 1 and app.is_interactive:
        words.append(app.needed(None, "Until when?", "WHEN", hint="friday, +3d"))
    if len(words) < 2:  # noqa: PLR2004  an id and a day
        raise UsageError("missing ID or WHEN", "for example: refcli snooze 12 friday")
    when = app.future(words[-1]) or app.today
    meant = follow_up_ids(app, words[:-1], "put off")
    from refcli.write.followups import snooze

    report(app, app.write("snooze", lambda work: snooze(work, meant, when)), as_json=as_json)

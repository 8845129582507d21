"""`refcli meet move ID WHEN`."""

from typing import Annotated

import typer

from refcli.cli.commands.log.told import read_told
from refcli.cli.commands.meet.options import MeetingId
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, Text, words_text
from refcli.cli.report import report
from refcli.domain.sentence.reading import Moment
from refcli.errors import UsageError


def run(
    context: typer.Context,
    meeting: MeetingId,
    when: Text = None,
    place: Annotated[str | None, typer.Option("--at", metavar="PLACE", help="Where.")] = None,
    as_json: Json = False,
) -> None:
    """Another day, hour or place: `refcli meet move 3 friday at 11`."""
    app = app_of(context)
    if place is not None and not words_text(when):
        from refcli.write.appointments import place_appointment

        written = app.write("meet move", lambda work: place_appointment(work, meeting, place))
        report(app, written, as_json=as_json)
        return
    raw = app.needed(words_text(when), "When will it be?", "WHEN")
    moment = read_told(app, raw, find_people=False, is_ahead=True).when
    if not moment.is_told and moment.begins is None:
        raise UsageError(f"not a day or an hour: {raw}", "write it as: friday at 11, or 14:30")
    if moment.day < app.today:
        raise UsageError(f"{moment.day.isoformat()} is over: {raw}", "nothing was changed")
    from refcli.write.appointments import (
        known_appointment,
        move_appointment,
        place_appointment,
    )
    from refcli.write.session import Writing

    def use_case(work: Writing, to: Moment = moment) -> None:
        day = to.day if to.is_told else known_appointment(work, meeting).on
        move_appointment(work, meeting, day=day, time=to.begins, until=to.until)
        if place is not None:
            place_appointment(work, meeting, place)

    report(app, app.write("meet move", use_case), as_json=as_json)

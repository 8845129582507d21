"""`refcli meet cancel ID`."""

import typer

from refcli.cli.commands.meet.options import MeetingIds
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.cli.report import report


def run(context: typer.Context, meetings: MeetingIds, as_json: Json = False) -> None:
    """Take appointments back."""
    app = app_of(context)
    from refcli.write.appointments import cancel_appointment
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        for number in dict.fromkeys(meetings):
            cancel_appointment(work, number)

    report(app, app.write("meet cancel", use_case), as_json=as_json)

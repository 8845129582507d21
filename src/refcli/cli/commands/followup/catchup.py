"""`refcli followup catchup`: clear a backlog in one sitting."""

import datetime as dt

import typer

from refcli.cli.commands.followup.backlog import PUT_OFF_DAYS, answers_of, as_they_stand, decide
from refcli.cli.frame.context import app_of
from refcli.cli.frame.form import Form, save
from refcli.cli.report import report
from refcli.errors import UsageError
from refcli.read.due import due_items


def run(context: typer.Context) -> None:
    """For each kind of follow-up that is due: keep, put off, or close; saved at the end."""
    app = app_of(context)
    if not app.is_interactive:
        raise UsageError("catchup asks questions, so it needs a terminal", "or: refcli skip ID…")
    today = app.today.isoformat()
    with app.reading() as connection:
        items = due_items(connection, today, today)
    if not items:
        app.output.line("nothing is due")
        return
    put_off, closed = decide(app, app.prompter(), items)
    if not (put_off or closed):
        app.output.line("all of them kept")
        return
    from refcli.write.followups import skip, snooze
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        if put_off:
            snooze(work, put_off, app.today + dt.timedelta(days=PUT_OFF_DAYS))
        if closed:
            skip(work, closed, "cleared in a catch-up")

    form = Form(
        command="followup catchup",
        answers=answers_of(items, put_off, closed),
        look=lambda connection: as_they_stand(connection, items, today),
        hint="look, then go on: refcli followup catchup",
    )
    report(app, save(app, form, use_case), as_json=False)

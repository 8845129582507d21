"""`refcli talk NAME`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.frame.form import Form, save
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.talks import is_for_now
from refcli.domain.typed import typed
from refcli.read.due import all_open
from refcli.render.plain import due_lines


def run(context: typer.Context, name: NameWords = None, as_json: Json = False) -> None:
    """One conversation about all that is open with somebody; off a terminal, the list."""
    app = app_of(context)
    who = app.who(
        app.needed(words_text(name), "With whom do you talk?", "NAME"),
        for_reading=not app.is_interactive,
    )
    with app.reading() as connection:
        items = all_open(connection, app.today.isoformat(), contact=who.id)
    items = [item for item in items if is_for_now(item)]
    if as_json:
        from refcli.render.followups_json import item_json

        app.output.json([item_json(item) for item in items])
        return
    if not app.is_interactive:
        lines = due_lines(items, width=app.output.width, colour=app.output.colour)
        app.output.lines(lines or [f"nothing is open with {who.name}"])
        return
    from refcli.cli.commands.followup.backlog import as_they_stand
    from refcli.cli.commands.followup.talk_flow import talk

    told = talk(app, who, items)
    if told is None:
        app.output.line("nothing was saved")
        return
    from refcli.write.talk import save_talk

    form = Form(
        command="talk",
        answers=told.answers,
        look=lambda connection: as_they_stand(connection, items, app.today.isoformat()),
        hint=typed("look, then go on: refcli talk {}", who),
        typed=told.summary,
        about=Person(who.id, who.name),
    )
    report(app, save(app, form, lambda work: save_talk(work, told.talk)), as_json=False)

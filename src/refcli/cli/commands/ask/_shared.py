"""What several ask commands share: the ask meant, and how it is told."""

from refcli.cli.frame.context import App, Written
from refcli.cli.report import narrate, tell
from refcli.domain.asks import Ask
from refcli.domain.names import number_in
from refcli.read.asks import ask, ask_meant
from refcli.render.asks import ask_json, ask_sheet


def ask_meant_by(app: App, ask_id: str | None, *, for_reading: bool = False) -> Ask:
    """The ask of that number, or the open one of the contact of that name."""
    typed = app.needed(ask_id, "Which ask?", "ID", hint="its number, or a name")
    if number_in(typed) is None:
        typed = f"@{app.who(typed, for_reading=for_reading).id}"
    with app.reading(quiet=not for_reading) as connection:
        return ask_meant(connection, typed, app.today)


def show_ask(app: App, ask_id: int, *, as_json: bool) -> None:
    """One ask in full."""
    with app.reading() as connection:
        found = ask(connection, ask_id, app.today)
    if as_json:
        app.output.json(ask_json(found))
    else:
        app.output.sheet(ask_sheet(found, app.today))


def report_ask(app: App, written: Written[int], *, as_json: bool) -> None:
    """What was done to an ask: the ask itself as JSON, else the lines."""
    if as_json:
        show_ask(app, written.value, as_json=True)
    else:
        tell(app, written)
    narrate(app, written)

"""What several ask commands share: the target meant, and how an ask is told."""

from refcli.cli.context import App, Written
from refcli.cli.report import narrate, tell
from refcli.domain.asks import Ask, Target
from refcli.domain.names import number_in
from refcli.domain.text import fold
from refcli.errors import UnknownName
from refcli.read.asks import ask, ask_meant, targets
from refcli.render.asks import ask_json, ask_sheet


def target_meant(app: App, typed: str | None) -> Target | None:
    """The target of that name or part of it; None when none is named."""
    if typed is None:
        return None
    with app.reading() as connection:
        known = targets(connection)
    exact = [t for t in known if fold(t.name) == fold(typed)]
    found = exact or [t for t in known if fold(typed) in fold(t.name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(t.name for t in (found or known))
    what = f"{len(found)} targets match" if found else "no target matches"
    raise UnknownName(
        f"{what} {typed!r}: {names or 'there are none yet'}",
        "narrow the ask with --in INDUSTRY --looking-for TEXT",
    )


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

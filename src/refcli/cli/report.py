"""How a writing command tells what it did."""

from typing import TypeVar

from refcli.cli.frame.context import App, Written
from refcli.domain.outcomes import outcome
from refcli.render.outcomes import closed_line, events_json, gone_line, opened_line, sentences, told
from refcli.render.output import Json

T = TypeVar("T")


def report(app: App, written: Written[T], *, as_json: bool) -> None:
    """A line for each thing done, follow-ups opened and closed included, then what to do next."""
    if as_json:
        from refcli.render.followups_json import written_json

        events = events_json(written.outcomes)
        changed = (written.opened, written.closed, written.gone)
        app.output.json(written_json(written.did, events, *changed))
    else:
        tell(app, written)
    narrate(app, written)


def report_one(app: App, code: str, *, as_json: bool, **values: object) -> None:
    """The one thing that was done beside the store, such as a file written: a line, or JSON."""
    app.output.is_saved = True
    if as_json:
        app.output.json(beside_json(app, code, **values))
    else:
        app.output.lines(sentences([outcome(code, values)], app.today))


def beside_json(app: App, code: str, **values: object) -> Json:
    """What was done beside the store, which opens and closes nothing."""
    from refcli.render.followups_json import written_json

    done = [outcome(code, values)]
    return written_json(sentences(done, app.today), events_json(done), (), ())


def tell(app: App, written: Written[T]) -> None:
    """The lines on stdout."""
    out = app.output
    for sentence in written.did:
        out.lines(out.wrapped(sentence))
    opened, closed, gone = told(written)
    for item in gone:
        out.line(out.painted(out.fitted(f"  {gone_line(item)}"), "dim"))
    for item in closed:
        out.line(out.painted(out.fitted(f"  {closed_line(item)}"), "dim"))
    for item in opened:
        out.line(out.fitted(f"  {opened_line(item)}"))


def narrate(app: App, written: Written[T]) -> None:
    """Warnings and what to type next, on stderr."""
    for hint in written.hints:
        app.output.note(hint)

"""How a writing command tells what it did."""

from typing import TypeVar

from refcli.cli.frame.context import App, Written
from refcli.render.followups import closed_line, opened_line, told, written_json
from refcli.render.outcomes import events_json

T = TypeVar("T")


def report(app: App, written: Written[T], *, as_json: bool) -> None:
    """A line for each thing done, follow-ups opened and closed included, then what to do next."""
    if as_json:
        events = events_json(written.outcomes)
        app.output.json(written_json(written.did, events, written.opened, written.closed))
    else:
        tell(app, written)
    narrate(app, written)


def report_one(app: App, sentence: str, *, as_json: bool) -> None:
    """The one thing that was done beside the store, such as a file written: a line, or JSON."""
    if as_json:
        app.output.json(written_json([sentence], (), ()))
    else:
        app.output.line(sentence)


def tell(app: App, written: Written[T]) -> None:
    """The lines on stdout."""
    out = app.output
    for sentence in written.did:
        out.lines(out.wrapped(sentence))
    opened, closed = told(written.opened, written.closed)
    for item in closed:
        out.line(out.painted(out.fitted(f"  {closed_line(item)}"), "dim"))
    for item in opened:
        out.line(out.fitted(f"  {opened_line(item)}"))


def narrate(app: App, written: Written[T]) -> None:
    """Warnings and what to type next, on stderr."""
    for hint in written.hints:
        app.output.note(hint)

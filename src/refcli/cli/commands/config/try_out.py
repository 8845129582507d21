"""`refcli config try KEY=VALUE...`."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json
from refcli.domain.contacts import Person
from refcli.domain.day_words import day_text
from refcli.domain.due import DueItem
from refcli.domain.settings import checked_setting, known_setting
from refcli.domain.text import plural
from refcli.errors import UsageError
from refcli.read.whatif import Difference, Moved, difference
from refcli.render.followups_json import item_json
from refcli.render.outcomes import opened_line
from refcli.render.output import Json as Object
from refcli.render.values import person_json

_SHOWN = 10


def run(
    context: typer.Context,
    settings: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY=VALUE...", help="Numbers to try.", show_default=False),
    ] = None,
    as_json: Json = False,
) -> None:
    """What other numbers of the rules would have made of today; changes nothing."""
    app = app_of(context)
    other = dict(_pair(text) for text in settings or ())
    if not other:
        raise UsageError("missing KEY=VALUE", "for example: refcli config try cadence.B=120")
    with app.reading() as connection:
        found = difference(connection, other, app.today)
    if as_json:
        app.output.json(_json(found))
        return
    for line in _lines(found, app.today):
        app.output.line(app.output.fitted(line))


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise UsageError(f"not KEY=VALUE: {text}", "for example: refcli config try cadence.B=120")
    if not known_setting(name.strip()).number:
        raise UsageError(f"no number of the rules: {name.strip()}", "see: refcli config list")
    return name.strip(), checked_setting(name.strip(), value)


def _json(found: Difference) -> Object:
    return {
        "added": [item_json(item) for item in found.added],
        "moved": [{**item_json(moved.item), "was": moved.was} for moved in found.moved],
        "gone": [item_json(item) for item in found.gone],
        "ready": [person_json(person) for person in found.ready],
        "not_ready": [person_json(person) for person in found.not_ready],
    }


def _lines(found: Difference, today: dt.date) -> Iterator[str]:
    if not any(found):
        yield "nothing would be different"
    yield from _part("added", [opened_line(item) for item in found.added])
    yield from _part("moved", [_moved(moved, today) for moved in found.moved])
    yield from _part("gone", [_gone(item) for item in found.gone])
    yield from _people("may be asked now", found.ready)
    yield from _people("may not be asked now", found.not_ready)


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{plural(len(lines), 'follow-up')} {title}"
        yield from (f"  {line}" for line in lines[:_SHOWN])
        if len(lines) > _SHOWN:
            yield f"  and {len(lines) - _SHOWN} more"


def _people(title: str, people: Sequence[Person]) -> Iterator[str]:
    if people:
        more = f" and {len(people) - _SHOWN} more" if len(people) > _SHOWN else ""
        names = ", ".join(person.name for person in people[:_SHOWN])
        yield f"{plural(len(people), 'contact')} {title}: {names}{more}"


def _moved(moved: Moved, today: dt.date) -> str:
    was, due = (day_text(dt.date.fromisoformat(day), today) for day in (moved.was, moved.item.due))
    return f"{was} to {due}: {moved.item.line} ({moved.item.id})"


def _gone(item: DueItem) -> str:
    return f"{item.line} ({item.id})"

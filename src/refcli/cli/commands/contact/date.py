"""`refcli contact date NAME LABEL WHEN`."""

import re
from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json
from refcli.domain.dates import Look
from refcli.domain.when.each_year import read_each_year
from refcli.domain.when.reader import Reader
from refcli.domain.yearly import MOST_NOTICE_DAYS
from refcli.errors import UsageError
from refcli.read.names import candidates

_EXAMPLE = "for example: refcli contact date anna birthday 5 dec"


class _Told(NamedTuple):
    """The words of the line, taken apart; None where nothing was said."""

    name: str | None
    label: str | None
    when: str | None


def run(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME LABEL WHEN",
            help="Whose, what it is called, and the day, with or without its year.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    notice: Annotated[
        int | None,
        typer.Option(
            "--notice", metavar="DAYS", min=0, max=MOST_NOTICE_DAYS, help="Show it so far ahead."
        ),
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the date away.")] = False,
    as_json: Json = False,
) -> None:
    """Note a birthday or another yearly date: `date anna birthday 5 dec 1976`."""
    app = app_of(context)
    told = _taken_apart(app, words or [], has_day=not remove)
    who = app.who(app.needed(told.name, "Whose?", "NAME"))
    label = app.needed(told.label, "What is it called?", "LABEL", hint="birthday")
    from refcli.write.session import Writing
    from refcli.write.yearly import YearlyCommand, remove_date, set_date

    if remove:

        def take_away(work: Writing) -> int:
            remove_date(work, who.id, label)
            return who.id

        report_contact(app, app.write("contact date", take_away), as_json=as_json)
        return
    month_day, year = _day(app, told.when, f"When is {who.name}'s {label}?")
    if label.casefold() == "birthday" and year is not None and year > app.today.year:
        raise UsageError(f"nobody is born in {year}", "nothing was saved; give the day again")

    def use_case(work: Writing) -> int:
        set_date(work, YearlyCommand(who.id, label, month_day, year, notice))
        return who.id

    report_contact(app, app.write("contact date", use_case), as_json=as_json)


def _day(app: App, told: str | None, question: str) -> tuple[str, int | None]:
    """The day; where it is asked for, again until it is one."""
    while True:
        when = app.needed(told, question, "WHEN", hint="5 dec, or 5 dec 1976")
        try:
            return _read(app, when)
        except UsageError as error:
            if told is not None:
                raise
            app.output.note(f"{error.message}; {_EXAMPLE}")


def _read(app: App, when: str) -> tuple[str, int | None]:
    reader = Reader(app.today, Look.BACK)
    return app.in_own_order(when, reader, lambda reader: read_each_year(when, reader))


def _taken_apart(app: App, words: Sequence[str], *, has_day: bool) -> _Told:
    """The longest date at the end, the longest name at the beginning, the label between them."""
    first_of_day = _first_of_day(app, words) if has_day else len(words)
    before = words[:first_of_day]
    if not before:
        return _Told(None, None, None)
    with app.reading(quiet=True) as connection:
        count = next(
            (
                n
                for n in range(max(1, len(before) - 1), 0, -1)
                if len(candidates(connection, " ".join(before[:n]))) == 1
            ),
            1,
        )
    # A capital behind a name belongs to it, so that no Maria stands for another.
    while count < len(before) - 1 and before[count][:1].isupper():
        count += 1
    label = " ".join(before[count:])
    return _Told(
        " ".join(before[:count]),
        re.sub(r"\s+(?:is|on|is on)$", "", label) or None,
        " ".join(words[first_of_day:]) or None,
    )


def _first_of_day(app: App, words: Sequence[str]) -> int:
    """Where the date begins: the earliest place from which on all is one; raises for none."""
    for at in range(2, len(words)):
        try:
            _read(app, " ".join(words[at:]))
        except UsageError as error:
            if at == len(words) - 1:
                first = next((n for n in range(2, at) if words[n][:1].isdigit()), at)
                said = " ".join(words[first:])
                message = error.message if first == at else f"not a date: {said}"
                raise UsageError(message, _EXAMPLE) from error
        else:
            return at
    return len(words)

"""`refcli ask NAME`."""

import datetime as dt
from typing import Annotated

import typer

from refcli.cli.commands.ask._shared import report_ask
from refcli.cli.commands.ask.narrowing import Narrowing, narrowed, told, usual
from refcli.cli.commands.ask.options import AnswerOption, By, NarrowingOptions, Until
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import ChannelOption, Json, NameWords, On, Words, words_text
from refcli.domain.asks import Answer
from refcli.domain.readiness import blockers
from refcli.errors import Refused, UsageError
from refcli.read.settings import read_settings
from refcli.read.standing import gate_numbers, standing


def run(
    context: typer.Context,
    name: NameWords = None,
    *,
    options: NarrowingOptions,
    how: ChannelOption = None,
    on: On = None,
    answer: AnswerOption = None,
    by: By = None,
    until: Until = None,
    words: Words = None,
    planned: Annotated[
        str | None, typer.Option("--planned", metavar="WHEN", help="You mean to ask then.")
    ] = None,
    anyway: Annotated[bool, typer.Option("--anyway", help="Although a rule says no.")] = False,
    as_json: Json = False,
) -> None:
    """Record an ask, made or planned: `refcli ask anna --in dentistry --looking-for "retire"`."""
    app = app_of(context)
    if planned is not None and (on is not None or answer is not None):
        raise UsageError("a planned ask is not made yet", "leave out --on and --answer")
    said = told(app, options)
    typed = words_text(name)
    is_told = any(value is not None for value in (on, answer, planned, words, how))
    if app.is_interactive and not is_told:
        _in_dialogue(app, typed, said, anyway=anyway)
        return
    person = app.who(app.needed(typed, "Whom do you ask?", "NAME"))
    narrowing = narrowed(app, said, person.id)
    day = app.future(planned) or app.past(on) or app.today
    if planned is not None and day < app.today:
        raise UsageError(f"a plan is for a day to come: {day.isoformat()}", "or: --on that day")
    from refcli.write.asks import AskCommand, make_ask

    command = AskCommand(
        contact=person.id,
        on=day,
        channel=how,
        answer=answer or Answer.PENDING,
        is_fact=planned is None and (answer is not None or _is_past(on, day, app)),
        planned=planned is not None,
        by=app.future(by),
        until=app.future(until),
        words=words,
        anyway=anyway,
    )
    written = app.write("ask", lambda work: make_ask(work, narrowing.of(command)))
    report_ask(app, written, as_json=as_json)


def _in_dialogue(app: App, name: str | None, told: Narrowing, *, anyway: bool) -> None:
    """One question after another: the words are shown as they are made, and saved at the end."""
    from refcli.cli.commands.ask._flow import ask_flow, whom_to_ask

    person = whom_to_ask(app) if name is None else app.who(name)
    anyway = anyway or _cleared(app, person.id)
    said = ask_flow(app, person, told if name is None else usual(app, told, person.id))
    if said is None:
        return
    from refcli.write.asks import AskCommand, make_ask

    command = AskCommand(
        contact=person.id,
        on=said.on or app.today,
        channel=said.channel,
        answer=said.answer,
        is_fact=not said.planned,
        planned=said.planned,
        by=said.by,
        words=said.words,
        anyway=anyway,
    )
    written = app.write("ask", lambda work: make_ask(work, said.narrowing.of(command)))
    report_ask(app, written, as_json=False)


def _cleared(app: App, contact: int) -> bool:
    """Say at once what speaks against asking; True when the person asks anyway."""
    with app.reading() as connection:
        settings = read_settings(connection)
        who = standing(connection, contact, app.today, settings)
        found = blockers(who, app.today, gate_numbers(settings))
    if not found:
        return False
    for blocker in found:
        app.output.note(f"{who.name}: {blocker.told}")
    if app.prompter().confirm(f"Ask {who.name} anyway?", default=False):
        return True
    raise Refused(f"{who.name} was not asked, and nothing was saved", found[0].fix)


def _is_past(on: str | None, day: dt.date, app: App) -> bool:
    return on is not None and day < app.today

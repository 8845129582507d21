"""`refcli ask NAME`."""

import datetime as dt
from typing import Annotated

import typer

from refcli.cli.ask_options import (
    AnswerOption,
    By,
    InIndustry,
    KindOption,
    LookingFor,
    Qualities,
    TargetOption,
    Until,
    Words,
)
from refcli.cli.asks import report_ask, target_meant
from refcli.cli.context import App, app_of
from refcli.cli.options import ChannelOption, Json, NameWords, On, words_text
from refcli.domain.asks import Answer, AskState, Target
from refcli.errors import UsageError
from refcli.read.asks import asks, targets


def run(
    context: typer.Context,
    name: NameWords = None,
    target: TargetOption = None,
    industry: InIndustry = None,
    looking_for: LookingFor = None,
    qualities: Qualities = None,
    kind: KindOption = None,
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
    person = app.who(app.needed(words_text(name), "Whom do you ask?", "NAME"))
    day = app.future(planned) or app.past(on) or app.today
    parts = _narrowed(app, person.id, target_meant(app, target), industry, looking_for)
    from refcli.write.asks import AskCommand, make_ask

    command = AskCommand(
        contact=person.id,
        on=day,
        industry=parts[0],
        looking_for=parts[1],
        qualities=qualities or (parts[2].qualities if parts[2] else None),
        kind=kind or (parts[2].kind if parts[2] else None),
        target=parts[2].id if parts[2] else None,
        channel=how,
        answer=answer or Answer.PENDING,
        is_fact=planned is None and (answer is not None or _is_past(on, day, app)),
        planned=planned is not None,
        by=app.future(by),
        until=app.future(until),
        words=words,
        anyway=anyway,
    )
    written = app.write("ask", lambda work: make_ask(work, command))
    report_ask(app, written, as_json=as_json)


def _is_past(on: str | None, day: dt.date, app: App) -> bool:
    return on is not None and day < app.today


def _narrowed(
    app: App,
    contact: int,
    target: Target | None,
    industry: str | None,
    looking_for: str | None,
) -> tuple[str | None, str | None, Target | None]:
    """Industry, goal and target: as told, else of the plan, else the only target, else asked."""
    if target is None and industry is None and looking_for is None:
        target = _usual_target(app)
    if target is not None:
        return industry or target.industry, looking_for or target.looking_for, target
    if industry is not None and looking_for is not None:
        return industry, looking_for, None
    with app.reading() as connection:
        is_planned = any(
            a.state is AskState.PLANNED for a in asks(connection, app.today, contact=contact)
        )
    if app.is_interactive and not is_planned:
        industry = industry or app.needed(
            None, "In which industry or group of people?", "--in", hint="dental practices"
        )
        looking_for = looking_for or app.needed(
            None, "Who are looking to do what?", "--looking-for", hint="sell their practice"
        )
    return industry, looking_for, None


def _usual_target(app: App) -> Target | None:
    with app.reading() as connection:
        known = targets(connection)
    return known[0] if len(known) == 1 else None

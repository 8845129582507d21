"""`refcli ask draft NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask._targets import target_meant
from refcli.cli.commands.ask.narrowing import Narrowing, asked, usual
from refcli.cli.commands.ask.options import (
    By,
    InIndustry,
    KindOption,
    LookingFor,
    Qualities,
    TargetOption,
)
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.asks import TargetKind, narrowness
from refcli.domain.wording import AskParts, Tone, drafted_ask
from refcli.read.objections import objections
from refcli.read.settings import read_settings
from refcli.read.tie import tie_with


def run(
    context: typer.Context,
    name: NameWords = None,
    target: TargetOption = None,
    industry: InIndustry = None,
    looking_for: LookingFor = None,
    qualities: Qualities = None,
    kind: KindOption = None,
    by: By = None,
    tone: Annotated[Tone, typer.Option("--tone", help="How it sounds.")] = Tone.PLAIN,
    as_json: Json = False,
) -> None:
    """The words of an ask, to say aloud or to edit; records nothing and is never refused."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom do you ask?", "NAME"), for_reading=True)
    told = Narrowing(
        target=target_meant(app, target),
        industry=industry,
        looking_for=looking_for,
        qualities=qualities,
        kind=kind,
    )
    narrowing = usual(app, told, person.id)
    if app.is_interactive and not (narrowing.industry and narrowing.looking_for):
        narrowing = asked(app, narrowing)
    parts = AskParts(
        industry=narrowing.industry,
        looking_for=narrowing.looking_for,
        qualities=narrowing.qualities,
        kind=narrowing.kind or TargetKind.CLIENT,
        by=app.future(by),
    )
    narrow = narrowness(parts.industry, parts.looking_for)
    with app.reading() as connection:
        words = drafted_ask(parts, tie_with(connection, person.id), app.today, tone)
        against = objections(
            connection,
            person.id,
            app.today,
            narrow,
            today=app.today,
            settings=read_settings(connection),
        )
    if as_json:
        shape = {"ok": narrow.ok, "missing": list(narrow.missing)}
        app.output.json({"words": words, "tone": tone, "narrow": shape})
    else:
        app.output.lines(app.output.wrapped(words))
    for blocker in against:
        app.output.note(f"{blocker.code}: {blocker.text}; {blocker.fix}")

"""`refcli ask draft NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask.narrowing import narrowed, told
from refcli.cli.commands.ask.options import By, NarrowingOptions
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.asks import narrowness
from refcli.domain.drafts.ask import drafted_ask
from refcli.domain.drafts.form import Tone
from refcli.read.bond import bond_with
from refcli.read.campaigns import running_offer
from refcli.read.objections import objections
from refcli.read.settings import read_settings


def run(
    context: typer.Context,
    name: NameWords = None,
    *,
    options: NarrowingOptions,
    by: By = None,
    tone: Annotated[Tone, typer.Option("--tone", help="How it sounds.")] = Tone.PLAIN,
    as_json: Json = False,
) -> None:
    """The words of an ask, to say aloud or to edit; records nothing and is never refused."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom do you ask?", "NAME"), for_reading=True)
    parts = narrowed(app, told(app, options), person.id).parts._replace(by=app.future(by))
    narrow = narrowness(parts.industry, parts.looking_for)
    with app.reading() as connection:
        bond = bond_with(connection, person.id, app.today)
        offer = running_offer(connection, app.today)
        words = drafted_ask(parts, bond, app.today, tone, offer=offer)
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

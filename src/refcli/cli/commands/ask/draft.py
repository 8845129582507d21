"""`refcli ask draft NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask.narrowing import fitted, told
from refcli.cli.commands.ask.options import By, NarrowingOptions
from refcli.cli.drafted import show_draft
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.asks import narrowness
from refcli.domain.drafts.form import Form, Tone
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
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
    parts = fitted(app, told(app, options), person.id).parts._replace(by=app.future(by))
    narrow = narrowness(parts.industry, parts.looking_for)
    with app.reading() as connection:
        draft = draft_for(
            connection, Wanted(person.id, Form.ASK, tone=tone, parts=parts), app.today
        )
        against = objections(
            connection,
            person.id,
            app.today,
            narrow,
            today=app.today,
            settings=read_settings(connection),
        )
    shape = {"ok": narrow.ok, "missing": list(narrow.missing)}
    answer = {"words": draft.text, "tone": tone, "narrow": shape}
    show_draft(app, draft, answer if as_json else None)
    for blocker in against:
        app.output.note(f"{blocker.code}: {'; '.join(filter(None, (blocker.text, blocker.fix)))}")

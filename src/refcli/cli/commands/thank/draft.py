"""`refcli thank draft NAME`."""

import typer

from refcli.cli.commands.thank.options import IntroOption
from refcli.cli.drafted import show_draft
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.drafts.form import Form
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for


def run(
    context: typer.Context,
    name: NameWords = None,
    intro: IntroOption = None,
    as_json: Json = False,
) -> None:
    """The words of a thank-you: what they did and what came of it, never an ask."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom do you thank?", "NAME"), for_reading=True)
    with app.reading() as connection:
        wanted = Wanted(person.id, Form.THANK, intro=intro)
        draft = draft_for(connection, wanted, app.today)
    show_draft(app, draft, {"words": draft.text} if as_json else None)

"""`refcli words try FORM NAME`."""

import typer

from refcli.cli.commands.words.options import FormArgument, ToneOption, slot_of
from refcli.cli.drafted import show_draft
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.read.draft_facts import Wanted
from refcli.read.drafts import draft_for
from refcli.render.drafts import draft_json


def run(
    context: typer.Context,
    form: FormArgument,
    name: NameWords = None,
    tone: ToneOption = None,
    as_json: Json = False,
) -> None:
    """A form as it reads for somebody; records nothing."""
    app = app_of(context)
    slot = slot_of(form, tone)
    person = app.who(app.needed(words_text(name), "For whom?", "NAME"), for_reading=True)
    with app.reading() as connection:
        draft = draft_for(connection, Wanted(person.id, form, tone=slot.tone), app.today)
    show_draft(app, draft, draft_json(draft) if as_json else None)

"""A draft on the screen."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from refcli.cli.frame.context import App
from refcli.domain.drafts.draft import Draft
from refcli.domain.drafts.form import Form
from refcli.domain.typed import typed
from refcli.errors import Refused

if TYPE_CHECKING:
    from refcli.domain.typed import Named


def show_draft(
    app: App, draft: Draft, shape: Mapping[str, object] | None = None, indent: str = ""
) -> None:
    """The text, or a shape of it as JSON; and why a template of the user's own did not do."""
    if shape is not None:
        app.output.json(dict(shape))
    else:
        app.output.paragraphs(draft.text, indent)
    if draft.problem:
        app.output.note(draft.problem)


def show_words(app: App, contact: int, who: "Named | str", form: Form | None = None) -> None:
    """In a dialogue: words for what is most urgent with somebody, or in a form, if there are any.

    The line before them says how to copy, mail or change them.
    """
    from refcli.read.draft_facts import Wanted
    from refcli.read.drafts import draft_for

    try:
        with app.reading() as connection:
            draft = draft_for(connection, Wanted(contact, form), app.today)
    except Refused:
        return  # what is to be done there needs no words
    app.output.line(
        typed("words for it, to copy or mail: refcli write {} --form {}", who, draft.form)
    )
    show_draft(app, draft, indent="  ")
    app.output.flush()

"""`refcli reciprocate ideas NAME`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.favors import FAVOR_IDEAS
from refcli.domain.typed import typed
from refcli.read.favors import unused_forms
from refcli.read.prep import helpers
from refcli.render.favors import ideas_json
from refcli.render.layout import Section, Sheet

_FORMS = 3


def run(context: typer.Context, name: NameWords = None, as_json: Json = False) -> None:
    """What would help them: people whom you know, and forms of help not used lately."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom would you like to help?", "NAME"))
    with app.reading() as connection:
        people = helpers(connection, person.id)
        forms = unused_forms(connection, person.id)
    if as_json:
        app.output.json(ideas_json(people, forms))
        return
    lines = tuple(
        f"{h.name} ({h.about}), for {', '.join(h.matches)}: "
        + typed("refcli intro give {} {}", h, person)
        for h in people
    )
    help_ = tuple(
        f"{FAVOR_IDEAS[how]}: " + typed("refcli reciprocate {} WHAT --how {}", person, how)
        for how in forms[:_FORMS]
    )
    edit = typed("refcli contact edit {} --focus TEXT", person)
    nobody = (f"nobody matches what they are known to work on; when that changes: {edit}",)
    app.output.sheet(
        Sheet(
            f"What would help {person.name}",
            (),
            (Section("People whom you know", lines or nobody), Section("Or else", help_)),
        )
    )

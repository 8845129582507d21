"""`refcli contact add NAME`."""

from collections.abc import Sequence
from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.commands.contact.options import ContactOptions, contact_fields
from refcli.cli.dash import STDIN, piped_text
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import report
from refcli.domain.contacts import ContactFields
from refcli.domain.text import clean_line, fold
from refcli.domain.typed import typed
from refcli.errors import Missing, Refused
from refcli.read.names import candidates, spelt_otherwise


def run(
    context: typer.Context,
    name: NameWords = None,
    *,
    options: ContactOptions,
    is_new: Annotated[
        bool, typer.Option("--new", help="Somebody else of a name that you know.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Add a contact; `-` reads one name a line from stdin."""
    app = app_of(context)
    fields = contact_fields(app, options)
    if name == [STDIN]:
        add_from_stdin(app, fields, is_new=is_new, as_json=as_json)
        return
    told = app.needed(words_text(name), "What is their name?", "NAME")
    if not is_new:
        _refuse_known(app, [told])
    add_one(app, told, fields, as_json=as_json)


def _refuse_known(app: App, names: Sequence[str]) -> None:
    """Raise Refused for a name that is somebody's already, or a part of one person's name."""
    with app.reading(quiet=True) as connection:
        for name in names:
            found = candidates(connection, name) or spelt_otherwise(connection, name)
            is_same = any(fold(one.name) == fold(name) for one in found)
            if len(found) == 1 or is_same:
                who = found[0]
                line = typed("refcli contact edit {}; somebody else: add --new", who)
                raise Refused(f"{clean_line(name)} is known already: {who.label}", line)


def add_one(app: App, name: str, fields: ContactFields, *, as_json: bool) -> None:
    """Add one contact and tell; a namesake is named on stderr."""
    with app.reading(quiet=True) as connection:
        namesakes = [c for c in candidates(connection, name) if fold(c.name) == fold(name)]
    from refcli.write.contacts import add_contact

    written = app.write("contact add", lambda work: add_contact(work, name, fields))
    report_contact(app, written, as_json=as_json)
    for other in namesakes:
        app.output.note(f"somebody of that name is there already: {other.label}")


def add_from_stdin(app: App, fields: ContactFields, *, is_new: bool, as_json: bool) -> None:
    """Add a contact for each line of stdin, all of them or none."""
    text = piped_text(app.streams.stdin)
    if text.lstrip().upper().startswith("BEGIN:VCARD"):
        _add_cards(app, text, as_json=as_json)
        return
    names = [line.strip() for line in text.splitlines() if line.strip()]
    if not names:
        raise Missing("no name came on stdin", "one name a line: refcli contact add - < names.txt")
    if not is_new:
        _refuse_known(app, names)
    from refcli.write.contacts import add_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        for name in names:
            add_contact(work, name, fields)

    report(app, app.write("contact add", use_case), as_json=as_json)


def _add_cards(app: App, text: str, *, as_json: bool) -> None:
    """VCards on stdin are an import like any other."""
    import io

    from refcli.cli.commands.importing.flow import ImportOptions, import_stream
    from refcli.exchange.readers import ImportFormat
    from refcli.render.imports import import_json, import_lines

    data = io.BytesIO(text.encode("utf-8", "replace"))
    done = import_stream(app, data, "stdin", ImportOptions(form=ImportFormat.VCARD))
    if as_json:
        app.output.json(import_json(done, dry_run=False))
    else:
        app.output.lines(import_lines(done, dry_run=False))

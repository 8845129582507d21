"""`refcli thank received NAME`."""

import typer

from refcli.cli.commands.thank.options import ThanksOptions, thanks_told
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: NameWords = None,
    *,
    options: ThanksOptions,
    as_json: Json = False,
) -> None:
    """Note that somebody thanked you."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Who thanked you?", "NAME"))
    command = thanks_told(app, person.id, options)
    from refcli.write.thanks_received import receive_thanks

    written = app.write("thank received", lambda work: receive_thanks(work, command))
    report(app, written, as_json=as_json)

"""`refcli thank edit ID`."""

from typing import Annotated

import typer

from refcli.cli.commands.thank.options import IntroOption, ThanksHowOption
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, On, Words
from refcli.cli.report import report
from refcli.domain.names import MAX_ID
from refcli.domain.typed import typed
from refcli.errors import UsageError


def run(
    context: typer.Context,
    thanks_id: Annotated[
        int, typer.Argument(metavar="ID", max=MAX_ID, help="From `refcli thank list`.")
    ],
    intro: IntroOption = None,
    how: ThanksHowOption = None,
    words: Words = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Correct thanks: what they closed follows."""
    app = app_of(context)
    if all(value is None for value in (intro, how, words, on)):
        raise UsageError(
            "nothing to change", typed("refcli thank edit {} --on yesterday", thanks_id)
        )
    day = app.past(on)
    from refcli.write.corrections import ThanksEdit, edit_thanks

    edit = ThanksEdit(on=day, how=how, words=words, intro=intro)
    written = app.write("thank edit", lambda work: edit_thanks(work, thanks_id, edit))
    report(app, written, as_json=as_json)

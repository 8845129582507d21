"""`refcli thank NAME`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask.options import Words
from refcli.cli.commands.contact.options import ThanksHowOption
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, On, words_text
from refcli.cli.report import report
from refcli.domain.names import MAX_ID

IntroOption = Annotated[
    int | None,
    typer.Option("--intro", metavar="ID", max=MAX_ID, help="For this introduction."),
]


def run(
    context: typer.Context,
    name: NameWords = None,
    intro: IntroOption = None,
    how: ThanksHowOption = None,
    words: Words = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Record that you thanked somebody: closes the thanks that you owed them first."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom did you thank?", "NAME"))
    day = app.past(on) or app.today
    from refcli.write.thanks import ThanksCommand, give_thanks

    command = ThanksCommand(contact=person.id, on=day, intro=intro, how=how, words=words)
    written = app.write("thank", lambda work: give_thanks(work, command))
    report(app, written, as_json=as_json)

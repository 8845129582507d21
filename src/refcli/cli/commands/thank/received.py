"""`refcli thank received NAME`."""

import typer

from refcli.cli.commands.ask.options import Words
from refcli.cli.commands.contact.options import ThanksHowOption
from refcli.cli.commands.thank.add import IntroOption
from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, On, words_text
from refcli.cli.report import report


def run(
    context: typer.Context,
    name: NameWords = None,
    intro: IntroOption = None,
    how: ThanksHowOption = None,
    words: Words = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Note that somebody thanked you."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Who thanked you?", "NAME"))
    day = app.past(on) or app.today
    from refcli.write.thanks import ThanksCommand, receive_thanks

    command = ThanksCommand(contact=person.id, on=day, intro=intro, how=how, words=words)
    written = app.write("thank received", lambda work: receive_thanks(work, command))
    report(app, written, as_json=as_json)

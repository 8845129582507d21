"""`refcli kit share NAME`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import ChannelOption, Json, NameWords, words_text
from refcli.cli.report import report
from refcli.domain.interactions import Channel


def run(
    context: typer.Context,
    name: NameWords = None,
    how: ChannelOption = None,
    as_json: Json = False,
) -> None:
    """Record that you showed somebody whom you help and what to listen for."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Whom did you show it to?", "NAME"))
    from refcli.write.kit import share_kit

    written = app.write(
        "kit share", lambda work: share_kit(work, person.id, how or Channel.IN_PERSON)
    )
    report(app, written, as_json=as_json)

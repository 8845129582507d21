"""`refcli desk`."""

import typer

from refcli.cli.frame.context import app_of


def run(context: typer.Context) -> None:
    """The day on one screen: what is due, whom it is about, the words for it; ? has the keys."""
    from refcli.cli.desk.opening import open_desk

    open_desk(app_of(context))

"""A file that a command makes for the user: written, or handed to the next program."""

from refcli.cli.dash import STDOUT
from refcli.cli.files import ended, write_file
from refcli.cli.frame.context import App
from refcli.cli.report import report_one


def hand_out(
    app: App, code: str, file: str, text: str, *, force: bool, as_json: bool, **values: object
) -> None:
    """Write a file and tell so; `-` is standard output, which gets the text and nothing else."""
    if file == STDOUT:
        app.output.raw(ended(text))
        return
    write_file(app.store, file, text, force=force)
    report_one(app, code, as_json=as_json, file=file, **values)

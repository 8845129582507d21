"""`refcli debrief [NAME]`."""

import typer

from refcli.cli.context import app_of
from refcli.cli.debrief_flow import debrief
from refcli.cli.options import NameWords, words_text
from refcli.cli.report import report
from refcli.errors import UsageError


def run(context: typer.Context, name: NameWords = None) -> None:
    """After a meeting, one guided conversation; left at any question, nothing is saved."""
    app = app_of(context)
    if not app.is_interactive:
        raise UsageError(
            "debrief asks questions, so it needs a terminal", 'or: refcli log "lunch with NAME"'
        )
    person = app.who(app.needed(words_text(name), "Whom did you meet?", "NAME", hint="a name"))
    told = debrief(app, person)
    if told is None:
        app.output.line("nothing was saved")
        return
    from refcli.write.debrief import save_debrief

    report(app, app.write("debrief", lambda work: save_debrief(work, told)), as_json=False)

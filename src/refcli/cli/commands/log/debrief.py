"""`refcli debrief [NAME]`."""

from typing import TYPE_CHECKING

import typer

from refcli.cli.commands.log.debrief_flow import debrief
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import NameWords, words_text
from refcli.cli.report import report
from refcli.errors import Refused, UsageError

if TYPE_CHECKING:
    from refcli.write.debrief import Debrief


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
    _save(app, told)


def _save(app: App, told: "Debrief") -> None:
    """Save it all; what a rule refuses can be left out, so that the rest is not lost."""
    from refcli.write.debrief import save_debrief

    try:
        written = app.write("debrief", lambda work: save_debrief(work, told))
    except (Refused, UsageError) as error:
        part = "intro" if told.intro else "ask" if told.ask else ""
        app.output.note(error.message)
        question = f"Save the rest without the {part}?"
        if not part or not app.prompter().confirm(question, default=True):
            raise
        _save(app, told._replace(intro=None) if told.intro else told._replace(ask=None))
        return
    report(app, written, as_json=False)

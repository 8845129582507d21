"""`refcli debrief [NAME]`."""

import sqlite3
from typing import TYPE_CHECKING

import typer

from refcli.cli.commands.log.debrief_flow import Debriefed, debrief
from refcli.cli.drafted import show_words
from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.form import Answer, Form, keep_typed, save
from refcli.cli.options import NameWords, words_text
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.text import joined
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.contacts import contact

if TYPE_CHECKING:
    from refcli.write.debrief import Debrief

_PARTS = {
    "next_on": "next meeting",
    "praise": "praise",
    "ask": "ask",
    "intro": "intro",
    "admired": "businesses",
    "promises": "promises",
}


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
    _save(app, told, told.debrief)


def _save(app: App, told: Debriefed, meant: "Debrief") -> None:
    """Save it all; what a rule refuses can be left out, so that the rest is not lost."""
    from refcli.write.debrief import PartRefusedError, save_debrief

    form = _form(app, told)
    try:
        written = save(app, form, lambda work: save_debrief(work, meant))
    except PartRefusedError as error:
        app.output.note(error.message)
        question = f"Save the rest without the {_named(meant, error.part)}?"
        if not app.prompter().confirm(question, default=True):
            keep_typed(app, form, error.why)
            raise error.why from error
        _save(app, told, meant.without(error.part))
        return
    except (Refused, UsageError) as error:
        keep_typed(app, form, error)
        raise
    report(app, written, as_json=False)
    app.output.line()
    show_words(app, told.person.id, told.person)


def _named(meant: "Debrief", part: str) -> str:
    """The part, and of introductions of whom they are: none of them is saved."""
    if part != "intro" or meant.intro is None:
        return _PARTS[part]
    names = [meant.intro.prospect_name, *(name for _, name in meant.intro.more_prospects)]
    return f"{_PARTS[part]} of {joined(names)}"


def _form(app: App, told: Debriefed) -> Form:
    """Only what they are working on was shown and is overwritten: all else is added to them."""
    person, focus = told.person, f"what {told.person.name} is working on"
    now_on = told.debrief.focus
    answers = () if now_on is None else (Answer(focus, person.focus or "", now_on),)

    def look(connection: sqlite3.Connection) -> dict[str, str]:
        now = contact(connection, person.id, app.today)
        return {focus: now.focus or ""}

    return Form(
        command="debrief",
        answers=answers,
        look=look,
        hint=typed("look, then go on: refcli debrief {}", person),
        typed=told.summary,
        about=Person(person.id, person.name),
    )

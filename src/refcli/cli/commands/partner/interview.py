"""`refcli partner interview NAME`."""

import sqlite3

import typer

from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.form import Answer, Form, save
from refcli.cli.options import NameWords, words_text
from refcli.domain.contacts import Person
from refcli.domain.names import Candidate
from refcli.domain.partners import PARTNER_LABELS, PARTNER_QUESTIONS, PartnerField
from refcli.domain.text import plural
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.read.partners import partner


def run(context: typer.Context, name: NameWords = None) -> None:
    """One question at a time, those not answered yet; each answer is saved, so stop anywhere."""
    app = app_of(context)
    if not app.is_interactive:
        raise UsageError(
            "an interview asks questions, so it needs a terminal",
            "or: refcli partner NAME --services TEXT --story TEXT",
        )
    person = app.who(app.needed(words_text(name), "Which partner?", "NAME"))
    with app.reading() as connection:
        left = partner(connection, person.id).unanswered
    if not left:
        app.output.line(typed("everything is answered; see: refcli partner card {}", person))
        return
    prompter = app.prompter()
    for number, field in enumerate(left, start=1):
        question = f"{number}/{len(left)} {PARTNER_QUESTIONS[field]}"
        answer = prompter.text(question, hint="Enter to skip")
        if answer:
            _save(app, person, field, answer)
    with app.reading() as connection:
        still = len(partner(connection, person.id).unanswered)
    app.output.line(
        f"interviewed {person.name}; {plural(still, 'question')} left"
        if still
        else f"interviewed {person.name}; everything is answered"
    )


def _save(app: App, person: Candidate, field: PartnerField, answer: str) -> None:
    """Save one answer, unless somebody answered that question meanwhile."""
    from refcli.write.partners import set_partner

    what = f"{PARTNER_LABELS[field]}, of {person.name}"

    def look(connection: sqlite3.Connection) -> dict[str, str]:
        return {what: partner(connection, person.id).texts.get(field, "")}

    form = Form(
        command="partner interview",
        answers=(Answer(what, "", answer),),
        look=look,
        hint=typed("see what stands there: refcli partner card {}", person),
        about=Person(person.id, person.name),
    )
    save(app, form, lambda work: set_partner(work, person.id, {field: answer}, interviewed=True))

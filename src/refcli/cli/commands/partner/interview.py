"""`refcli partner interview NAME`."""

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import NameWords, words_text
from refcli.domain.partners import PARTNER_QUESTIONS
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
    from refcli.write.partners import set_partner

    prompter = app.prompter()
    for number, field in enumerate(left, start=1):
        question = f"{number}/{len(left)} {PARTNER_QUESTIONS[field]}"
        answer = prompter.text(question, hint="Enter to skip")
        if answer:
            texts = {field: answer}
            app.write(
                "partner interview",
                lambda work, t=texts: set_partner(work, person.id, t, interviewed=True),  # type: ignore[misc]
            )
    with app.reading() as connection:
        still = len(partner(connection, person.id).unanswered)
    app.output.line(
        f"interviewed {person.name}; {plural(still, 'question')} left"
        if still
        else f"interviewed {person.name}; everything is answered"
    )

"""`refcli ask answer ID ANSWER`."""

from typing import Annotated

import typer

from refcli.cli.commands.ask._shared import ask_meant_by, report_ask
from refcli.cli.commands.ask.options import By, Until
from refcli.cli.frame.context import app_of
from refcli.cli.options import AskId, Json
from refcli.cli.spoken import DECLINED, LATER, PENDING, PROMISED
from refcli.domain.asks import Answer
from refcli.domain.drafts.ask import ASKS_FOR_PRAISE

_ANSWERS = (PROMISED, DECLINED, LATER, PENDING)


def run(
    context: typer.Context,
    ask_id: AskId = None,
    answer: Annotated[
        Answer | None,
        typer.Argument(metavar="ANSWER", help="pending, promised, declined or later."),
    ] = None,
    by: By = None,
    until: Until = None,
    praise: Annotated[
        str | None,
        typer.Option("--praise", metavar="WORDS", help="What they said of you, word for word."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Record what they said: `refcli ask answer anna promised --by friday`."""
    app = app_of(context)
    meant = ask_meant_by(app, ask_id)
    if answer is None:
        if app.is_interactive:
            # The answer so far is not shown, and this one corrects it, as the line with it does.
            said = app.prompter().choose(f"What did {meant.contact.name} say?", _ANSWERS)
            if ASKS_FOR_PRAISE in meant.words and praise is None:
                question = "Did they say a few words of you?"
                praise = app.prompter().text(question, hint="word for word; Enter for none")
        else:
            said = app.needed(None, "", "ANSWER")
        answer = Answer(said)
    days = app.future(by), app.future(until)
    given = answer
    from refcli.write.asks import answer_ask
    from refcli.write.session import Writing
    from refcli.write.testimonials import record_testimonial

    def use_case(work: Writing) -> int:
        answer_ask(work, meant.id, given, by=days[0], until=days[1])
        if praise:
            record_testimonial(work, meant.contact.id, praise, on=work.today)
        return meant.id

    report_ask(app, app.write("ask answer", use_case), as_json=as_json)

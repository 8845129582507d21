"""`refcli ask edit ID`."""

import typer

from refcli.cli.commands.ask._shared import ask_meant_by, report_ask
from refcli.cli.commands.ask.narrowing import filled, told
from refcli.cli.commands.ask.options import AnswerOption, By, NarrowingOptions, Until
from refcli.cli.dash import Edit
from refcli.cli.frame.context import app_of
from refcli.cli.frame.form import Form, save
from refcli.cli.options import AskId, ChannelOption, Json, On, Words
from refcli.domain.asks import AskState
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.read.asks import ask


def run(
    context: typer.Context,
    ask_id: AskId = None,
    *,
    options: NarrowingOptions,
    how: ChannelOption = None,
    on: On = None,
    by: By = None,
    until: Until = None,
    words: Words = None,
    answer: AnswerOption = None,
    in_editor: Edit = False,
    as_json: Json = False,
) -> None:
    """Correct an ask, or what was said to it; a new answer is `refcli ask answer`."""
    app = app_of(context)
    values = (*options, how, on, by, until, words, answer)
    if all(value is None for value in values) and not in_editor:
        raise UsageError("nothing to change", "refcli ask edit ID --looking-for TEXT")
    meant = ask_meant_by(app, ask_id)
    form = Form("ask edit")
    if in_editor:
        from refcli.cli.editing import edited_form

        form = edited_form(
            app,
            "ask edit",
            f"the words of ask {meant.id}",
            lambda connection: ask(connection, meant.id, app.today).words or "",
            typed("refcli ask show {}", meant.id),
            about=meant.contact,
        )
        words = form.answers[0].given
    said = filled(told(app, options))
    is_planned = meant.state is AskState.PLANNED
    from refcli.write.ask_edits import AskEdit, edit_ask
    from refcli.write.session import Writing

    edit = AskEdit(
        industry=said.industry or None,
        looking_for=said.looking_for or None,
        qualities=said.qualities or None,
        kind=said.kind,
        target=said.target.id if said.target else None,
        channel=how,
        on=app.future(on) if is_planned else app.past(on),
        by=app.future(by),
        until=app.future(until),
        words=words,
        answer=answer,
    )

    def use_case(work: Writing) -> int:
        edit_ask(work, meant.id, edit)
        return meant.id

    report_ask(app, save(app, form, use_case), as_json=as_json)

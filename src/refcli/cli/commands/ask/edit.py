"""`refcli ask edit ID`."""

import typer

from refcli.cli.commands.ask._shared import ask_meant_by, report_ask
from refcli.cli.commands.ask._targets import target_meant
from refcli.cli.commands.ask.options import (
    By,
    InIndustry,
    KindOption,
    LookingFor,
    Qualities,
    TargetOption,
    Until,
    Words,
)
from refcli.cli.frame.context import app_of
from refcli.cli.options import AskId, ChannelOption, Json, On
from refcli.domain.asks import AskState
from refcli.errors import UsageError


def run(
    context: typer.Context,
    ask_id: AskId = None,
    target: TargetOption = None,
    industry: InIndustry = None,
    looking_for: LookingFor = None,
    qualities: Qualities = None,
    kind: KindOption = None,
    how: ChannelOption = None,
    on: On = None,
    by: By = None,
    until: Until = None,
    words: Words = None,
    as_json: Json = False,
) -> None:
    """Correct an ask; a change of the answer is `refcli ask answer`."""
    app = app_of(context)
    values = (target, industry, looking_for, qualities, kind, how, on, by, until, words)
    if all(value is None for value in values):
        raise UsageError("nothing to change", "refcli ask edit ID --looking-for TEXT")
    meant = ask_meant_by(app, ask_id)
    chosen = target_meant(app, target)
    is_planned = meant.state is AskState.PLANNED
    from refcli.write.ask_edits import AskEdit, edit_ask
    from refcli.write.session import Writing

    edit = AskEdit(
        industry=industry or (chosen.industry if chosen else None),
        looking_for=looking_for or (chosen.looking_for if chosen else None),
        qualities=qualities or (chosen.qualities if chosen else None),
        kind=kind or (chosen.kind if chosen else None),
        target=chosen.id if chosen else None,
        channel=how,
        on=app.future(on) if is_planned else app.past(on),
        by=app.future(by),
        until=app.future(until),
        words=words,
    )

    def use_case(work: Writing) -> int:
        edit_ask(work, meant.id, edit)
        return meant.id

    report_ask(app, app.write("ask edit", use_case), as_json=as_json)

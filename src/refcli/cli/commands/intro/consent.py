"""`refcli intro consent ID yes|no`."""

from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import intro_meant_by, report_intro, say_draft
from refcli.cli.frame.context import app_of
from refcli.cli.options import IntroId, Json, On
from refcli.domain.drafts.form import Form
from refcli.domain.intros import IntroState
from refcli.prompt.protocol import Choice


class YesNo(StrEnum):
    """Their answer."""

    YES = "yes"
    NO = "no"


_CHOICES = (Choice("yes", "yes, they agree", "y"), Choice("no", "no", "n"))


def run(
    context: typer.Context,
    intro_id: IntroId = None,
    answer: Annotated[
        YesNo | None, typer.Argument(metavar="yes|no", help="Whether they agree.")
    ] = None,
    on: On = None,
    as_json: Json = False,
) -> None:
    """They agree to be passed on, and you tell the partner to call; or they do not."""
    app = app_of(context)
    meant = intro_meant_by(app, intro_id, IntroState.MADE)
    if answer is None and app.is_interactive:
        answer = YesNo(app.prompter().choose(f"Does {meant.prospect.name} agree?", _CHOICES))
    agrees = (answer or YesNo(app.needed(None, "", "yes or no"))) is YesNo.YES
    day = app.past(on) or app.today
    from refcli.write.intro_gifts import answer_consent
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        answer_consent(work, meant.id, agrees=agrees, on=day)
        return meant.id

    report_intro(app, app.write("intro consent", use_case), as_json=as_json)
    if agrees and meant.receiver is not None:
        say_draft(app, meant.prospect.id, Form.HANDOVER, meant.id, as_json=as_json)

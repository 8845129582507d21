"""`refcli intro give PROSPECT PARTNER`."""

from enum import StrEnum
from typing import Annotated

import typer

from refcli.cli.commands.intro._shared import report_intro, say_draft
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import Json, On
from refcli.domain.drafts.form import Form
from refcli.domain.intros import Consent, Rung
from refcli.domain.names import Candidate
from refcli.domain.partners import warnings_of
from refcli.domain.typed import typed
from refcli.read.partners import is_untold
from refcli.read.partners import partner as partner_of


class ConsentOption(StrEnum):
    """What the prospect said so far."""

    YES = "yes"
    ASKED = "asked"
    REFUSED = "refused"


def run(
    context: typer.Context,
    prospect: Annotated[
        str | None,
        typer.Argument(
            metavar="PROSPECT",
            help="Whom you introduce.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    partner: Annotated[
        str | None,
        typer.Argument(
            metavar="PARTNER",
            help="To whom.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    need: Annotated[
        str | None, typer.Option("--for", metavar="NEED", help="What they need.")
    ] = None,
    consent: Annotated[
        ConsentOption | None,
        typer.Option("--consent", help="Not asked yet unless said.", show_default=False),
    ] = None,
    how: Annotated[Rung, typer.Option("--how", help="How strong the hand-over is.")] = Rung.TOLD,
    on: On = None,
    as_json: Json = False,
) -> None:
    """Introduce somebody to a partner: with their consent, and the partner calls first."""
    app = app_of(context)
    who = app.who(app.needed(prospect, "Whom do you introduce?", "PROSPECT"))
    receiver = app.who(app.needed(partner, "To whom?", "PARTNER"))
    given = Consent.UNASKED if consent is None else Consent(consent.value)
    day = app.past(on) or app.today
    from refcli.write.intro_gifts import GiveCommand, give_intro

    command = GiveCommand(
        prospect=who.id, partner=receiver.id, on=day, consent=given, rung=how, need=need
    )
    warnings = _warnings(app, receiver)
    written = app.write("intro give", lambda work: give_intro(work, command))
    report_intro(app, written, as_json=as_json)
    for warning in warnings:
        app.output.note(warning)
    if given is not Consent.REFUSED:
        form = Form.HANDOVER if given is Consent.YES else Form.CONSENT
        say_draft(app, who.id, form, written.value, as_json=as_json)


def _warnings(app: App, who: Candidate) -> list[str]:
    """What speaks against sending somebody to this partner, as it stands before."""
    with app.reading() as connection:
        found = [f"{w.text} [{w.code}]" for w in warnings_of(partner_of(connection, who.id))]
        if is_untold(connection, who.id):
            interview = typed("refcli partner interview {}", who)
            found.append(f"you know no story of {who.name} to tell [unknown-partner]: {interview}")
    return found

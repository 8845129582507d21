"""`refcli partner NAME`."""

from typing import Annotated

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.cli.report import report
from refcli.domain.partners import PartnerField, Stage
from refcli.read.partners import partner
from refcli.render.partners import partner_card, partner_json


def run(
    context: typer.Context,
    name: NameWords = None,
    stage: Annotated[
        Stage | None,
        typer.Option("--stage", help="Instead of what happened says.", show_default=False),
    ] = None,
    services: Annotated[
        str | None, typer.Option("--services", metavar="TEXT", help="What they do.")
    ] = None,
    differs: Annotated[
        str | None, typer.Option("--differs", metavar="TEXT", help="What sets them apart.")
    ] = None,
    tell: Annotated[
        str | None, typer.Option("--tell", metavar="TEXT", help="What to tell people.")
    ] = None,
    good_referral: Annotated[
        str | None, typer.Option("--good-referral", metavar="TEXT", help="Whom to send them.")
    ] = None,
    listen_for: Annotated[
        str | None, typer.Option("--listen-for", metavar="TEXT", help="What you may hear.")
    ] = None,
    story: Annotated[
        str | None, typer.Option("--story", metavar="TEXT", help="A story to tell.")
    ] = None,
    serves: Annotated[
        str | None, typer.Option("--serves", metavar="TEXT", help="Whom they serve.")
    ] = None,
    competitor: Annotated[
        bool | None, typer.Option("--competitor/--no-competitor", help="They do what you do.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Note what a partner does and whom they serve; without options, the card."""
    app = app_of(context)
    person = app.who(app.needed(words_text(name), "Which partner?", "NAME"))
    told = (services, differs, tell, good_referral, listen_for, story, serves)
    texts = {f: v for f, v in zip(PartnerField, told, strict=True) if v is not None}
    if not texts and stage is None and competitor is None:
        with app.reading() as connection:
            found = partner(connection, person.id)
        if as_json:
            app.output.json(partner_json(found))
        else:
            app.output.sheet(partner_card(found))
        return
    from refcli.write.partners import set_partner

    written = app.write(
        "partner",
        lambda work: set_partner(work, person.id, texts, stage=stage, competitor=competitor),
    )
    report(app, written, as_json=as_json)

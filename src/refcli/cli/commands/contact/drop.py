"""`refcli contact drop NAME --because TEXT`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact._shared import report_contact
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import Json, NameWords, words_text
from refcli.domain.contacts import Nature, is_death, is_of_two
from refcli.domain.deaths import death_told
from refcli.domain.text import fold
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.contacts import contact


def run(
    context: typer.Context,
    name: NameWords = None,
    because: Annotated[
        str | None,
        typer.Option("--because", metavar="TEXT", help="Why: `died`, or a word to yourself."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Take a contact out of the referral network for good; what you owe them stays owed."""
    app = app_of(context)
    said = app.needed(words_text(name), "Who is to be dropped?", "NAME")
    person = app.who(said)
    reason = app.needed(because, f"Why drop {person.name}?", "--because")
    reason = death_told(reason, person.name)
    if is_death(reason):
        _refuse_half_a_couple(app, person.id, said)
    from refcli.write.contacts import drop_contact
    from refcli.write.session import Writing

    def use_case(work: Writing) -> int:
        drop_contact(work, person.id, reason)
        return person.id

    report_contact(app, app.write("contact drop", use_case), as_json=as_json)
    if not is_death(reason):
        app.output.note(typed("if they died: refcli contact drop {} --because died", person))


def _refuse_half_a_couple(app: App, contact_id: int, said: str) -> None:
    """One name of a couple does not say that both died."""
    with app.reading() as connection:
        who = contact(connection, contact_id, app.today)
    is_whole = said.startswith("@") or fold(said) == fold(who.name)
    if who.is_a is Nature.COUPLE and not is_whole:
        raise Refused(
            f"{who.name} are two, and nothing was changed; call them as who is left is called",
            "".join(
                typed("refcli contact date {} {} --remove, then: ", who.name, date.label)
                for date in who.dates
                if is_of_two(date.label)
            )
            + typed('refcli contact edit {} --name "FIRST LAST" --is person', who.name)
            + typed("; if both died: refcli contact drop {} --because died", who.name),
        )

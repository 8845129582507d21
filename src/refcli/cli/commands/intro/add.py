"""`refcli intro SOURCE PROSPECT`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact.options import Emails, Org, Phones
from refcli.cli.commands.intro._shared import report_intro
from refcli.cli.frame.context import App, app_of
from refcli.cli.frame.mistyped import refuse_mistyped
from refcli.cli.offered import complete_name
from refcli.cli.options import Json, Meeting, On
from refcli.domain.asks import TargetKind
from refcli.domain.contacts import ContactFields
from refcli.domain.intros import Rung
from refcli.domain.names import MAX_ID, Candidate, may_be_same_person
from refcli.domain.typed import quoted
from refcli.errors import AmbiguousName, UnknownName, UsageError
from refcli.prompt.protocol import Choice
from refcli.read.names import candidates, words_near


def run(
    context: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="SOURCE",
            help="Who introduces; several by commas.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    prospect: Annotated[
        str | None,
        typer.Argument(
            metavar="PROSPECT",
            help="Who is introduced; several by commas, a new name becomes a contact.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    how: Annotated[Rung, typer.Option("--how", help="How strong the hand-over was.")] = Rung.TOLD,
    on: On = None,
    meeting: Meeting = None,
    kind: Annotated[
        TargetKind | None,
        typer.Option("--kind", help="What it may become; that of the ask that it answers else."),
    ] = None,
    ask_id: Annotated[
        int | None, typer.Option("--ask", metavar="ID", max=MAX_ID, help="The ask that it answers.")
    ] = None,
    need: Annotated[
        str | None, typer.Option("--for", metavar="TEXT", help="What the prospect needs.")
    ] = None,
    email: Emails = None,
    phone: Phones = None,
    org: Org = None,
    separate: Annotated[
        bool, typer.Option("--separate", help="Not with the open one of the same prospect.")
    ] = False,
    reached: Annotated[bool, typer.Option("--reached", help="They have called already.")] = False,
    history: Annotated[bool, typer.Option("--history", help="Long ago; opens nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Record an introduction that you received: `refcli intro anna "Ben Okoye" --phone …`."""
    app = app_of(context)
    giver_name, *other_givers = _names(app, source, "Who introduced somebody?", "SOURCE")
    giver = _source(app, giver_name)
    named, *other_prospects = _names(app, prospect, "Whom did they introduce?", "PROSPECT")
    known = _prospect(app, named)
    further = tuple(app.who(name).id for name in other_givers)
    others = [(_prospect(app, name), name) for name in other_prospects]
    day = app.past(on) or app.today
    from refcli.write.intros import IntroCommand, receive_intro

    command = IntroCommand(
        source=None if giver is None else giver.id,
        source_name=giver_name,
        prospect=None if known is None else known.id,
        prospect_name=named,
        on=day,
        rung=how,
        ask=ask_id,
        need=need,
        fields=ContactFields(
            organization=org, emails=tuple(email or ()), phones=tuple(phone or ())
        ),
        reached=reached,
        is_history=history,
        kind=kind,
        meeting=app.future(meeting),
        more_sources=further,
        more_prospects=tuple((None if who is None else who.id, name) for who, name in others),
        is_separate=separate,
    )

    written = app.write("intro", lambda work: receive_intro(work, command))
    report_intro(app, written, as_json=as_json)


def _names(app: App, typed: str | None, question: str, option: str) -> list[str]:
    """One name, or several with commas between them: a couple, two founders, two sources."""
    names = [name.strip() for name in app.needed(typed, question, option).split(",")]
    found = [name for name in names if name]
    if not found:
        raise UsageError(f"missing {option}")
    if len({name.casefold() for name in found}) < len(found):
        raise UsageError(f"somebody is named twice: {typed}")
    return found


def _source(app: App, typed: str) -> Candidate | None:
    """The source, or None for a new one, which a terminal offers to add."""
    try:
        return app.who(typed)
    except UnknownName as error:
        if not app.is_interactive or isinstance(error, AmbiguousName) or typed.startswith("@"):
            raise
        refuse_mistyped("intro", typed, "")
        app.output.note(error.message)
        if not app.prompter().confirm(f"Add {typed} as a contact?", default=False):
            raise
    return None


def _prospect(app: App, typed: str) -> Candidate | None:
    """The known prospect, or None for a new one; a near match is asked about or named."""
    with app.reading(quiet=True) as connection:
        found = candidates(connection, typed)
        near = [] if found else words_near(connection, typed)
    if found:
        return found[0] if len(found) == 1 else app.who(typed)
    if typed.startswith("@") and typed[1:].isdigit():
        return app.who(typed)
    near = [c for c in near if may_be_same_person(c.name, typed)]
    if not near:
        return None
    if not app.is_interactive:
        labels = ", ".join(c.label for c in near)
        app.output.note(f"added as a new contact; you also know {labels}")
        return None
    choices = [*(Choice(str(c.id), c.label) for c in near), Choice("", f"somebody new: {typed}")]
    picked = app.prompter().choose(f"Is {quoted(typed)} one of these?", choices)
    return next((c for c in near if str(c.id) == picked), None)

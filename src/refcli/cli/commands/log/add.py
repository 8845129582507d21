"""`refcli log TEXT`."""

from typing import Annotated

import typer

from refcli.cli.commands.contact.options import Focus
from refcli.cli.frame.context import App, app_of
from refcli.cli.options import ChannelOption, Json, On, Text, complete_name, words_text
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.interactions import Channel, Direction
from refcli.domain.sentence import Sentence, read_sentence
from refcli.domain.typed import typed
from refcli.errors import UsageError
from refcli.prompt.protocol import Choice
from refcli.read.due import all_open
from refcli.read.names import candidates, unknown

_NOBODY = "say who it was"


def run(
    context: typer.Context,
    text: Text = None,
    with_names: Annotated[
        list[str] | None,
        typer.Option(
            "--with",
            metavar="NAME",
            help="Who it was; may be repeated.",
            autocompletion=complete_name,
        ),
    ] = None,
    on: On = None,
    how: ChannelOption = None,
    from_name: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="NAME", help="They wrote to you.", autocompletion=complete_name
        ),
    ] = None,
    focus: Focus = None,
    next_on: Annotated[
        str | None, typer.Option("--next", metavar="WHEN", help="When you meet next.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Record an exchange: `refcli log yesterday: lunch with anna about her move`."""
    app = app_of(context)
    if not text and app.is_interactive and not with_names and from_name is None:
        from refcli.cli.commands.log.debrief import run as debrief

        debrief(context)
        return
    told = [*(with_names or []), *([from_name] if from_name else [])]
    raw = app.needed(words_text(text), "What happened?", "TEXT", hint='"lunch with Anna"')
    sentence = _read(app, raw, find_people=not told)
    people = told or [mention.typed for mention in sentence.mentions]
    if not people:
        people = [app.needed(None, "With whom?", "--with", hint="a name")]
    contacts = tuple(dict.fromkeys(app.who(name).id for name in people))
    from refcli.write.log import LogEntry, log

    entry = LogEntry(
        contacts=contacts,
        text=sentence.text,
        on=app.past(on) or sentence.on or app.today,
        channel=how or _channel(sentence, from_name),
        direction=Direction.IN if from_name else sentence.direction,
        tags=sentence.tags,
        focus=focus,
        next_on=app.future(next_on),
        is_attempt=sentence.is_attempt and from_name is None,
    )
    written = app.write("log", lambda work: log(work, entry))
    report(app, written, as_json=as_json)
    _offer_reached(app, contacts, as_json=as_json)


def _channel(sentence: Sentence, from_name: str | None) -> Channel:
    """Somebody who wrote did so by message, unless the sentence says otherwise."""
    if from_name and sentence.channel is Channel.IN_PERSON:
        return Channel.MESSAGE
    return sentence.channel


def _read(app: App, raw: str, *, find_people: bool) -> Sentence:
    """The sentence, with names looked up as it is read; a name that nobody bears is refused."""
    with app.reading(quiet=True) as connection:
        sentence = read_sentence(
            raw,
            app.today,
            lambda typed: len(candidates(connection, typed)),
            find_people=find_people,
        )
        for mention in sentence.mentions:
            if not mention.matches:
                raise unknown(connection, mention.typed)
    if find_people and not sentence.mentions and not app.is_interactive:
        raise UsageError(f"{_NOBODY}: {raw}", typed('refcli log {} --with "NAME"', raw))
    return sentence


def _offer_reached(app: App, contacts: tuple[int, ...], *, as_json: bool) -> None:
    """Somebody logged had still to be reached: ask whether this was it."""
    with app.reading() as connection:
        waiting = [
            item
            for contact in contacts
            for item in all_open(connection, app.today.isoformat(), contact=contact)
            if item.kind == "reach"
        ]
    for item in waiting:
        who = Person(item.contact_id, item.contact_name)
        if not app.is_interactive:
            hint = typed("refcli intro reached {}", who)
            app.output.note(f"if that reached {item.contact_name}: {hint}")
            continue
        question = f"Did that reach {item.contact_name}, as the introduction asks?"
        choices = (Choice("yes", "yes, we have spoken", "y"), Choice("no", "not yet", "n"))
        app.output.flush()
        # Nothing is written over: a follow-up that another shell closed meanwhile is refused.
        if app.prompter().choose(question, choices, default="yes") == "yes":
            from refcli.write.done import DoneCommand, do

            written = app.write("done", lambda work, i=item.id: do(work, {i: DoneCommand()}))  # type: ignore[misc]
            report(app, written, as_json=as_json)

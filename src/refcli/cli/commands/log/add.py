"""`refcli log TEXT`."""

import datetime as dt
from typing import Annotated

import typer

from refcli.cli.commands.contact.options import Focus
from refcli.cli.commands.log.told import People, people_of, read_told
from refcli.cli.dash import told_text
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import ChannelOption, Json, On, Text
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.dates import Look
from refcli.domain.day_words import day_text, full_day_text
from refcli.domain.due import DueItem
from refcli.domain.interactions import Channel, Direction
from refcli.domain.sentence.besides import besides
from refcli.domain.sentence.promises import promise_in
from refcli.domain.sentence.reading import Sentence, Tense
from refcli.domain.text import joined
from refcli.domain.typed import typed
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError
from refcli.read.due import all_open
from refcli.read.names import acquaintance

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
    if focus is not None and not focus.strip():
        raise UsageError("--focus says nothing", "leave it out, or say what they are working on")
    raw = app.needed(told_text(app, text), "What happened?", "TEXT", hint='"lunch with Anna"')
    sentence = read_told(app, raw, find_people=not told)
    day = _day(app, sentence, on)
    people = _people(app, sentence, told)
    if sentence.tense is Tense.PLANNED and on is None:
        _refuse_for_plan(focus=focus, from_name=from_name, next_on=next_on)
        from refcli.cli.commands.log.plan import plan

        report(app, plan(app, sentence, people, how), as_json=as_json)
        return
    is_tried = sentence.tense in (Tense.ATTEMPT, Tense.MISSED) and from_name is None
    from refcli.write.log import LogEntry, log
    from refcli.write.session import Writing

    entry = LogEntry(
        contacts=people.ids,
        text=sentence.text,
        on=day,
        at_time=sentence.when.begins,
        channel=how or _channel(app, sentence, from_name),
        direction=Direction.IN if from_name else sentence.direction,
        tags=sentence.tags,
        focus=focus,
        next_on=app.future(next_on),
        is_attempt=is_tried,
    )

    def use_case(work: Writing) -> int:
        if not people.newcomers:
            return log(work, entry)
        from refcli.write.newcomers import add_newcomers

        added = add_newcomers(work, people.newcomers)
        return log(work, entry._replace(contacts=(*people.ids, *added)))

    written = app.write("log", use_case)
    report(app, written, as_json=as_json)
    names = told or [mention.typed for mention in sentence.who]
    _say_how_to_mend(app, sentence, names, written.value)
    _say_who_died(app, people.ids, written.value)
    if names:
        _offer_the_rest(app, sentence, names, written.value, as_json=as_json)
    if not is_tried:
        items = _open_with(app, people.ids)
        _offer_reached(app, items, as_json=as_json)
        _say_what_stays(app, items, sentence.text)


def _offer_the_rest(
    app: App, sentence: Sentence, names: list[str], exchange: int, *, as_json: bool
) -> None:
    """What a sentence tells besides the exchange is asked about, or a line away."""
    reader = Reader(app.today, Look.AHEAD)
    promise = promise_in(sentence.text, reader)
    if promise is not None:
        from refcli.cli.commands.log.promise import offer_follow_up

        offer_follow_up(app, promise, names, exchange, as_json=as_json)
    for line in besides(
        sentence.text,
        names[0],
        reader,
        is_promised=promise is not None,
        is_day_told=sentence.when.is_told,
    ):
        app.output.note(line)


def _day(app: App, sentence: Sentence, on: str | None) -> dt.date:
    """The day that is told; `--on` and the sentence must not tell two."""
    told = app.past(on)
    if told is not None and sentence.when.is_told and told != sentence.when.day:
        raise UsageError(
            f"two days: {sentence.when.day.isoformat()} as you say, {told.isoformat()} by --on",
            "nothing was saved; say one of them",
        )
    return told or sentence.when.day


def _people(app: App, sentence: Sentence, told: list[str]) -> People:
    if told:
        return People(tuple(dict.fromkeys(app.who(name).id for name in told)))
    people = people_of(app, sentence.who)
    if people.ids or people.newcomers:
        return people
    if not app.is_interactive or sentence.who:
        raise UsageError(
            f"{_NOBODY}: {sentence.text}", typed('refcli log {} --with "NAME"', sentence.text)
        )
    from refcli.cli.frame.mistyped import refuse_mistyped

    refuse_mistyped("log", *sentence.text.split())
    name = app.needed(None, "With whom?", "--with", hint="a name")
    return People((app.who(name).id,))


def _refuse_for_plan(*, focus: str | None, from_name: str | None, next_on: str | None) -> None:
    told = {"--focus": focus, "--from": from_name, "--next": next_on}
    for option, value in told.items():
        if value is not None:
            raise UsageError(
                f"{option} is for what happened, and this is to come",
                "nothing was saved; plan it without, or say when it happened with --on",
            )


def _channel(app: App, sentence: Sentence, from_name: str | None) -> Channel:
    """Somebody who wrote did so by message, unless the sentence says otherwise.

    Who only spoke is asked how on a terminal; elsewhere it was a call.
    """
    if sentence.is_spoken and app.is_interactive:
        from refcli.prompt.protocol import Choice

        hows = (Channel.CALL, Channel.IN_PERSON, Channel.VIDEO, Channel.EVENT)
        choices = [Choice(each, each.words) for each in hows]
        return Channel(app.prompter().choose("How did you speak?", choices, default=Channel.CALL))
    if from_name and sentence.channel is Channel.IN_PERSON:
        return Channel.MESSAGE
    return sentence.channel


def _say_how_to_mend(app: App, sentence: Sentence, names: list[str], number: int) -> None:
    """The line that mends what was understood, where something was: a day, or an attempt."""
    other = sentence.when.other
    if sentence.spoken_of and sentence.tense is Tense.PAST:
        everybody = (*names, *sentence.spoken_of)
        again = typed("refcli log edit {}", number)
        line = again + typed(" --with {}" * len(everybody), *everybody)
        app.output.note(f"not there, as understood: {joined(sentence.spoken_of)}; else: {line}")
    if other is not None:
        line = "refcli undo, then: refcli meet {} {}"
        line = typed(line, " and ".join(names), other.isoformat())
        app.output.note(f"for {full_day_text(other, app.today)}: {line}")
    elif sentence.when.is_told or sentence.tense is not Tense.PAST:
        line = "refcli log edit {} --on WHEN --how HOW --with NAME"
        app.output.note(f"to mend it: {typed(line, number)}")


def _say_who_died(app: App, contacts: tuple[int, ...], number: int) -> None:
    """Of the dead nothing new is told: it may be somebody else of that name."""
    with app.reading() as connection:
        dead = [who for each in contacts if (who := acquaintance(connection, each)).has_died]
    for who in dead:
        other = typed("if it was somebody else: refcli log edit {} --with NAME", number)
        alive = typed("if they live: refcli contact restore {}", Person(who.id, who.name))
        app.output.note(f"{who.name} died, as you noted; {other}; {alive}")


def _open_with(app: App, contacts: tuple[int, ...]) -> list[DueItem]:
    """All that is open with those who took part."""
    with app.reading() as connection:
        return [
            item
            for contact in contacts
            for item in all_open(connection, app.today.isoformat(), contact=contact)
        ]


def _offer_reached(app: App, items: list[DueItem], *, as_json: bool) -> None:
    """Somebody logged had still to be reached: ask whether this was it."""
    for item in items:
        if item.kind != "reach" or item.intro is None:
            continue
        if not app.is_interactive:
            app.output.note(f"if that reached {item.contact_name}: {_line_for(app, item)}")
            continue
        from refcli.prompt.protocol import Choice

        question = f"Did that reach {item.contact_name}, as the introduction asks?"
        choices = (Choice("yes", "yes, we have spoken", "y"), Choice("no", "not yet", "n"))
        app.output.flush()
        # Nothing is written over: a follow-up that another shell closed meanwhile is refused.
        if app.prompter().choose(question, choices, default="yes") == "yes":
            from refcli.write.done import DoneCommand, do

            written = app.write("done", lambda work, i=item.id: do(work, {i: DoneCommand()}))  # type: ignore[misc]
            report(app, written, as_json=as_json)


def _line_for(app: App, item: DueItem) -> str:
    """The command that says that a `reach` was done."""
    from refcli.read.intros import as_typed

    with app.reading() as connection:
        who = Person(item.contact_id, item.contact_name)
        return typed("refcli intro reached {}", as_typed(connection, item.intro or 0, who))


def _say_what_stays(app: App, items: list[DueItem], text: str) -> None:
    """What was said of an appointment does not move it: that is a line away."""
    planned = {item.appointment: item for item in items if item.appointment is not None}
    if not planned:
        return
    from refcli.domain.arranging import is_arranging

    for number, item in planned.items() if is_arranging(text) else ():
        line = typed("refcli meet move {} WHEN, refcli meet cancel {}", number, number)
        day = day_text(dt.date.fromisoformat(item.due), app.today)
        app.output.note(f"planned as before: {item.line}, {day}; {line}")

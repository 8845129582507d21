"""`refcli meet NAME WHEN`."""

from itertools import takewhile
from typing import Annotated

import typer

from refcli.cli.commands.log.plan import plan
from refcli.cli.commands.log.told import people_of, read_told
from refcli.cli.frame.context import App, app_of
from refcli.cli.offered import complete_name
from refcli.cli.options import ChannelOption, Json, words_text
from refcli.cli.report import report
from refcli.domain.appointments import ends_at, minutes_of
from refcli.domain.dates import Look
from refcli.domain.interactions import Channel
from refcli.domain.names import Candidate
from refcli.domain.sentence.reading import Sentence, Tense
from refcli.domain.typed import typed
from refcli.domain.when.parse import longest_day
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError


def run(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME WHEN",
            help="Whom you meet, and when.",
            autocompletion=complete_name,
            show_default=False,
        ),
    ] = None,
    duration: Annotated[
        str | None, typer.Option("--for", metavar="DURATION", help="How long: 45min, 1h30.")
    ] = None,
    place: Annotated[str | None, typer.Option("--at", metavar="PLACE", help="Where.")] = None,
    about: Annotated[
        str | None, typer.Option("--about", metavar="TEXT", help="What it is about.")
    ] = None,
    how: ChannelOption = None,
    as_json: Json = False,
) -> None:
    """Plan a meeting: `refcli meet anna thu 10:00 --at "Café Luitpold" --for 1h`."""
    app = app_of(context)
    raw = app.needed(words_text(text), "Whom do you meet, and when?", "NAME WHEN")
    sentence = read_told(app, raw, find_people=True, is_ahead=True)
    if app.is_interactive and not _has_day(sentence):
        raw = f"{raw} {app.prompter().text('When do you meet?', hint='thu 10:00')}"
        sentence = read_told(app, raw, find_people=True, is_ahead=True)
    _refuse_past(app, sentence, raw)
    people = people_of(app, sentence.who)
    if not people.ids and not people.newcomers:
        people = people._replace(ids=(_named_first(app, raw).id,))
    told = sentence._replace(
        when=sentence.when._replace(until=_until(sentence, duration)),
        place=place or sentence.place,
        subject=about or sentence.subject,
    )
    channel = how or (sentence.channel if sentence.is_how_told else Channel.IN_PERSON)
    report(app, plan(app, told, people, channel), as_json=as_json)


def _named_first(app: App, raw: str) -> Candidate:
    """Whoever the words before the day name: there `eve` and `may` are names, too.

    Raises UsageError where no words stand there, UnknownName where nobody bears that name.
    """
    words = raw.split()
    reader = Reader(app.today, Look.AHEAD)
    whose = list(
        takewhile(
            lambda word: longest_day(word.lower(), 0, reader) is None and not word[0].isdigit(),
            words,
        )
    )
    if not whose or not any(c.isalpha() for word in whose for c in word):
        raise UsageError(f"say whom you meet: {raw}", 'type: refcli meet "NAME" thu 10:00')
    return app.who(" ".join(whose))


def _refuse_past(app: App, sentence: Sentence, raw: str) -> None:
    """A meeting is to come; raises UsageError with the line for one that was."""
    if sentence.when.day < app.today or sentence.tense in (Tense.ATTEMPT, Tense.MISSED):
        raise UsageError(
            f"{sentence.when.day.isoformat()} is over: {raw}", typed("refcli log {}", raw)
        )
    if not _has_day(sentence):
        raise UsageError(f"say when you meet: {raw}", 'type: refcli meet "NAME" thu 10:00')


def _has_day(sentence: Sentence) -> bool:
    return sentence.when.is_told or sentence.when.begins is not None


def _until(sentence: Sentence, duration: str | None) -> str | None:
    if duration is None:
        return sentence.when.until
    if sentence.when.begins is None:
        raise UsageError("--for needs the hour when it begins", "such as: thu 10:00")
    return ends_at(sentence.when.begins, minutes_of(duration))

"""What every command is given: clock, environment, output, prompter, and the two lanes."""

import datetime as dt
import gc
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import typer

from refcli.domain.names import Candidate
from refcli.domain.typed import typed
from refcli.errors import AmbiguousName, Busy, RefcliError, UnknownName, UsageError
from refcli.read.names import resolve
from refcli.render.output import Output, Streams
from refcli.store.db import is_empty, refuse_if_lost
from refcli.store.opening import reading

if TYPE_CHECKING:
    import sqlite3

    from refcli.cli.frame.dialogue import Dialogue
    from refcli.domain.due import DueItem
    from refcli.domain.outcomes import Outcome
    from refcli.domain.settings import Settings
    from refcli.domain.when.reader import Reader, TwoReadings
    from refcli.prompt.protocol import Prompter
    from refcli.write.session import Writing

T = TypeVar("T")
_NOON = "12:00"
BEGIN = "there is nothing yet; begin with `refcli init`, or look around with `refcli demo`"


class NothingYet(RefcliError):
    """A read of one thing in a store that does not exist."""

    exit_code = 0
    code = "nothing-yet"


class Written(NamedTuple, Generic[T]):
    """What a writing command did, as values and in sentences; `value` is the use-case's result."""

    value: T
    outcomes: tuple["Outcome", ...]
    did: tuple[str, ...]
    opened: tuple["DueItem", ...]
    closed: tuple["DueItem", ...]
    gone: tuple["DueItem", ...]
    hints: tuple[str, ...]


class App(NamedTuple):
    """One run of refcli."""

    env: Mapping[str, str]
    streams: Streams
    output: Output
    now: dt.datetime
    today: dt.date
    store: str
    is_interactive: bool
    dialogue: "Dialogue | None"

    # --- time -------------------------------------------------------------------------------

    @property
    def hour(self) -> str:
        """Now as HH:MM; a day that is only told has no clock: it counts as noon."""
        return _NOON if self.env.get("REFCLI_TODAY") else f"{self.now:%H:%M}"

    def past(self, text: str | None, *, is_long_ago: bool = False) -> dt.date | None:
        """A WHEN that looks back; None stays None. `is_long_ago` takes 2023 and 2020-03 too."""
        return None if text is None else self.day(text, is_ahead=False, is_long_ago=is_long_ago)

    def future(self, text: str | None) -> dt.date | None:
        """A WHEN that looks ahead; None stays None."""
        return None if text is None else self.day(text, is_ahead=True)

    def day(self, text: str, *, is_ahead: bool, is_long_ago: bool = False) -> dt.date:
        """The day of a WHEN that looks either way; raises UsageError for none, or out of reach."""
        from refcli.domain.dates import Look
        from refcli.domain.when.parse import checked, not_a_day, read_when
        from refcli.domain.when.reader import Reader

        look = Look.AHEAD if is_ahead else Look.BACK
        reader = Reader(self.today, look, is_long_ago=is_long_ago)
        day = self.in_own_order(text, reader, lambda reader: read_when(text, reader))
        if day is None:
            day = self._day_in_own_language(text, reader)
        if day is None:
            raise not_a_day(text)
        return checked(day, text, self.today, look)

    def _day_in_own_language(self, text: str, reader: "Reader") -> dt.date | None:
        language = self.settings().text("date.language")
        if not language:
            return None
        from refcli.domain.foreign_days import foreign_day

        return foreign_day(text, reader, language)

    def in_own_order(self, text: str, reader: "Reader", read: Callable[["Reader"], T]) -> T:
        """What `read` makes of a text whose dates of numbers are led as the user's own are.

        The setting is looked up only where it matters; where it does not say, the user is asked,
        once nothing is being read, for the answer is kept.
        """
        from refcli.domain.when.reader import TwoReadings

        if re.search(r"\d[/-]\d", text):
            reader = reader._replace(order=self.settings().text("date.order"))
        try:
            return read(reader)
        except TwoReadings as two:
            return read(reader._replace(order=self._which_order(two)))

    def settings(self) -> "Settings":
        """What is set; the defaults where there is no store."""
        from refcli.read.settings import read_settings

        with self.reading(quiet=True) as connection:
            return read_settings(connection)

    def _which_order(self, two: "TwoReadings") -> str:
        """Whether the day or the month leads: asked once, and kept as a setting."""
        if not self.is_interactive:
            raise two
        from refcli.prompt.protocol import Choice
        from refcli.write.settings import set_setting

        leads = {"dmy": "the day comes first", "mdy": "the month comes first"}
        choices = [Choice(o, f"{day.isoformat()}: {leads[o]}") for o, day in two.readings.items()]
        order = self.prompter().choose("Which day is that? It is kept for the next time", choices)
        self.write("config set", lambda work: set_setting(work, "date.order", order))
        return order

    # --- the two lanes ----------------------------------------------------------------------

    @contextmanager
    def reading(self, *, quiet: bool = False) -> Iterator["sqlite3.Connection"]:
        """A read-only connection; on a missing store an empty one in memory, and a word on it.

        `quiet` is for commands that are about to write: no word, and an unknown name is an error.
        """
        if not is_empty(self.store):
            with reading(self.store) as connection:
                yield connection
            return
        refuse_if_lost(self.store)
        from refcli.store.migrate import empty_store

        connection = empty_store()
        try:
            yield connection
        except UnknownName as error:
            if quiet:
                raise
            raise NothingYet(BEGIN) from error
        finally:
            connection.close()
        if not quiet:
            self.output.note(BEGIN)

    def write(
        self, command: str, use_case: Callable[["Writing"], T], *, is_large: bool = False
    ) -> Written[T]:
        """Run a use-case in the command's one transaction.

        The first of a store is tried in memory before: one that fails leaves no store behind. What
        is large would take twice as long, and is not.
        """
        load_write_lane()
        if self.dialogue is not None:
            self.dialogue.close()
        from refcli.read.due import items_by_id
        from refcli.render.outcomes import hinted, sentences
        from refcli.write.session import rehearsing, writing

        if not is_large and is_empty(self.store):
            refuse_if_lost(self.store)
            with rehearsing(self.store, command, self.now, self.today) as work:
                use_case(work)
                work.settle()
        with writing(self.store, command, self.now, self.today) as work:
            if self.dialogue is not None:
                _refuse_others(work, self.dialogue)
            value = use_case(work)
            changed = work.settle()
            told = work.told()
            did = sentences(told, self.today)
            work.summary = "; ".join(did)
            today = self.today.isoformat()
            opened = items_by_id(work.connection, changed.opened, today)
            closed = items_by_id(work.connection, changed.closed, today)
            result = Written(
                value,
                tuple(told),
                did,
                tuple(opened),
                tuple(closed),
                tuple(changed.gone),
                hinted(work.hints, self.today),
            )
            self.output.is_saving = True
        self.output.is_saved, self.output.is_saving = True, False
        if self.dialogue is not None:
            self.dialogue.meant.clear()
            self.dialogue.newest = None
        return result

    # --- people -----------------------------------------------------------------------------

    def who(self, typed: str, *, for_reading: bool = False) -> Candidate:
        """The contact meant; several are picked from on a terminal.

        Where there is no store yet, a reading command is told so, a writing one knows nobody.
        """
        found = self._who(typed, for_reading=for_reading)
        if self.dialogue is not None:
            self.dialogue.meant[found.id] = found.name
        return found

    def _who(self, typed: str, *, for_reading: bool) -> Candidate:
        try:
            with self.reading(quiet=not for_reading) as connection:
                return resolve(connection, typed)
        except AmbiguousName as error:
            if not self.is_interactive:
                raise
            from refcli.prompt.protocol import Choice

            choices = [Choice(str(number), label) for number, label in error.candidates]
            picked = self.prompter().choose(f"Which {typed!r}?", choices)
        with self.reading() as connection:
            return resolve(connection, f"@{picked}")

    def id_of(self, typed: str | None, *, for_reading: bool = False) -> int | None:
        """The id of the contact meant, as `who`; None stays None."""
        return None if typed is None else self.who(typed, for_reading=for_reading).id

    def prompter(self) -> "Prompter":
        """The prompter, while what dialogues write with loads behind the first question."""
        from refcli.cli.frame.behind import LoadingPrompter

        if self.dialogue is None:
            raise LookupError("nobody is there to be asked")
        dialogue = self.dialogue
        dialogue.look = lambda: self._look_at_history(dialogue)
        return LoadingPrompter(self.dialogue, _load_what_dialogues_write_with)

    def _look_at_history(self, dialogue: "Dialogue") -> None:
        """Note what the history has last, once before what is written next."""
        from refcli.read.history import newest_mark

        if dialogue.newest is None and not is_empty(self.store):
            with self.reading(quiet=True) as connection:
                dialogue.newest = newest_mark(connection)

    def part(self, play: Callable[[], T]) -> T:
        """One part of a dialogue that is saved by itself: questions are gone back in within it."""
        return play() if self.dialogue is None else self.dialogue.part(play)

    def confirmed(self, question: str, *, yes: bool) -> bool:
        """Whether something destructive is meant; exit 2 off a terminal without `--yes`."""
        if yes:
            return True
        if not self.is_interactive:
            raise UsageError(
                f"{question.rstrip('?')}: this needs your word, nothing was changed", "add --yes"
            )
        return self.prompter().confirm(question, default=False)

    def needed(self, value: str | None, question: str, option: str, *, hint: str = "") -> str:
        """A value that was given or is asked for; exit 2 naming the option off a terminal."""
        if value is not None and value.strip():
            return value
        if not self.is_interactive:
            raise UsageError(f"missing {option}", "give it, or run this on a terminal")
        answer = self.prompter().text(question, hint=hint)
        if not answer.strip():
            raise UsageError(f"missing {option}", "nothing was saved")
        return answer


def _refuse_others(work: "Writing", dialogue: "Dialogue") -> None:
    """Raise Busy where a number is another's than when the questions began, as after a restore."""
    from refcli.read.history import has_mark, is_anothers

    for number, name in dialogue.meant.items():
        if is_anothers(work.connection, number, name):
            raise Busy(
                f"@{number} is not {name} any more, so nothing was changed",
                typed("refcli contact show {}", f"@{number}"),
            )
    if dialogue.newest is not None and not has_mark(work.connection, dialogue.newest):
        raise Busy(
            "another shell restored a backup, or forgot somebody, so nothing was changed",
            "look again, and type it once more: refcli due",
        )


def load_write_lane() -> None:
    """Import SQLModel once, and keep the garbage collector from ever looking through it."""
    if "refcli.write.session" in sys.modules:
        return
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        import refcli.write.session  # noqa: F401

        gc.freeze()
    finally:
        if was_enabled:
            gc.enable()


def _load_what_dialogues_write_with() -> None:
    """The write lane, and what nearly every dialogue ends with: an ask, an introduction, a log."""
    load_write_lane()
    import refcli.write.debrief  # noqa: F401


def app_of(context: typer.Context) -> App:
    """The run that a command belongs to."""
    app = context.obj
    if not isinstance(app, App):
        raise TypeError("the command was not called through main")
    return app

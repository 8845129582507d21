"""One command = one `begin immediate` transaction = one entry in the history."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine
from sqlmodel.sql.expression import SelectOfScalar

from refcli.domain.columns import TABLES
from refcli.domain.lengths import LONGEST_LINE, refuse_too_long
from refcli.domain.outcomes import CORRECTED, Hint, Outcome, outcome
from refcli.domain.settings import Settings
from refcli.errors import Busy
from refcli.read.due import all_open
from refcli.read.facts import is_unsettled
from refcli.read.settings import numbers_of, read_settings
from refcli.store.db import SCHEMA_VERSION, as_refcli_error, schema_version, translated
from refcli.store.opening import writable
from refcli.write.derived import refresh, with_tied
from refcli.write.journal import (
    begin_journal,
    changes_settings,
    end_journal,
    has_images,
    id_from_key,
    insert_in_bulk,
    newest_image,
    next_ids,
    touched_contacts,
)
from refcli.write.obligations import (
    Changes,
    Moved,
    bring_into_line,
    moved,
    with_follow_ups,
)
from refcli.write.tables import Row

R = TypeVar("R", bound=Row)


@dataclass(slots=True)
class Writing:
    """A command's transaction, and what it did so far: the one handle of the write lane.

    What is put is there for whoever reads next. `did` has one outcome for each thing done, and
    `summary` words them for the history; `changes` are those of follow-ups. Only forgetting
    sets `keeps_images` to False: its entry holds no image and cannot be undone. `links_history` is
    set by what takes an entry back, `leaves_no_image` by what corrects derived rows or takes over
    which ids are used up: changes without an image.
    """

    session: Session
    raw: sqlite3.Connection
    now: dt.datetime
    today: dt.date
    settings: Settings
    path: str = ""
    history_id: int = 0
    settled: int = 0
    did: list[Outcome] = field(default_factory=list)
    summary: str = ""
    changes: Changes = field(default_factory=Changes)
    hints: list[Hint] = field(default_factory=list)
    keeps_images: bool = True
    links_history: bool = False
    leaves_no_trace: bool = False
    leaves_no_image: bool = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection to read through: everything that was changed so far is sent first."""
        self.session.flush()
        return self.raw

    def put(self, row: R) -> R:
        """Add a row, or send what was changed about it; a new one has its id then."""
        if row.id is None:
            row.id = self._new_id(row)
            if getattr(row, "recorded_on", self) is None:
                setattr(row, "recorded_on", self.today)  # noqa: B010  not every row is a fact
        for column, value in row:
            if isinstance(value, str) and len(value) > LONGEST_LINE:
                refuse_too_long(str(row.__tablename__), column, value)
        self.session.add(row)
        self.session.flush()
        return row

    def _new_id(self, row: Row) -> int | None:
        """From the row's natural key, or the next of its table; None where SQLite may choose."""
        table = str(row.__tablename__)
        key = TABLES[table].key
        return id_from_key(table, getattr(row, key)) if key else next_ids(self.raw, table)

    def get(self, table: type[R], number: int | None) -> R | None:
        """The row of that id."""
        return None if number is None else self.session.get(table, number)

    def find(self, query: SelectOfScalar[R]) -> Sequence[R]:
        """The mapped rows of a query."""
        return self.session.exec(query).all()

    def first(self, query: SelectOfScalar[R]) -> R | None:
        """The first mapped row of a query."""
        return self.session.exec(query).first()

    def delete(self, row: Row) -> None:
        """Delete a row."""
        self.session.delete(row)
        self.session.flush()

    def change(self, statement: str, values: Mapping[str, object] | Sequence[object] = ()) -> None:
        """Run a statement that changes rows; mapped ones are looked up anew after it."""
        self.connection.execute(statement, values)
        self.look_anew()

    def settle(self) -> Moved:
        """Bring into line what follows from the facts so far; gives what that did to follow-ups.

        Raises Refused when what this command told makes a fact impossible.
        """
        touched = touched_contacts(self.connection, self.history_id, after=self.settled)
        if changes_settings(self.raw, self.history_id, after=self.settled):
            self.settings = read_settings(self.raw)
            touched = sorted({*touched, *with_follow_ups(self.raw)})
        if not touched:
            return moved(self.raw, self.changes)
        self.settled = newest_image(self.raw)
        refused = bring_into_line(self.raw, touched, numbers_of(self.settings), self.changes)
        if refused and self.keeps_images:
            from refcli.write.impossible import refuse_impossible

            refuse_impossible(self.raw, self.path, refused, self.settings)
        self.look_anew()
        return moved(self.raw, self.changes)

    def remember_follow_ups(self, intro: int) -> None:
        """Keep how an introduction's follow-ups are listed, with the names of its parties.

        Called before it is taken away, since what is gone then is told all the same.
        """
        for item in all_open(self.connection, self.today.isoformat(), intro=intro):
            self.changes.gone.setdefault(item.id, item)

    def look_anew(self) -> None:
        """Forget what was loaded: rows were changed by statements."""
        self.session.expire_all()

    def new_ids(self, table: str, count: int) -> int:
        """The first of so many new ids in a row of a table whose ids a person sees."""
        first = next_ids(self.raw, table, count)
        if first is None:
            raise LookupError(f"ids of {table} are not given out")
        return first

    def insert_in_bulk(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> None:
        """Insert many rows, journaled like any other change."""
        if rows:
            insert_in_bulk(self.connection, self.history_id, table, columns, rows)

    def say(self, code: str, **values: object) -> None:
        """Note one thing that was done; raises LookupError without the ids of its code."""
        self.did.append(outcome(code, values))

    @property
    def is_change(self) -> bool:
        """Whether anything that is kept was changed."""
        is_told = self.links_history or self.leaves_no_image or not self.keeps_images
        return is_told or has_images(self.connection, self.history_id)

    def told(self) -> list[Outcome]:
        """What was done; of a correction that left everything as it was, that."""
        # The images are looked at for what says that something was corrected alone.
        if not CORRECTED.intersection(each.code for each in self.did) or self.is_change:
            return self.did
        kept = [each for each in self.did if each.code not in CORRECTED]
        return [*kept, outcome("as-before", {})]

    def hint(self, code: str, **values: object) -> None:
        """Note what the user may want to know or do next, once."""
        if (hint := Hint(code, values)) not in self.hints:
            self.hints.append(hint)


@contextmanager
def writing(
    path: str,
    command: str,
    now: dt.datetime,
    today: dt.date,
) -> Iterator[Writing]:
    """A transaction on the store, which is created or upgraded first if need be.

    `command` names the command in the history. Nothing is kept when the body raises; an entry in
    the history is left only when something changed.
    """
    raw = writable(path, today.isoformat())
    try:
        yield from _on(raw, path, command, now, today)
    finally:
        raw.close()


@contextmanager
def rehearsing(path: str, command: str, now: dt.datetime, today: dt.date) -> Iterator[Writing]:
    """As `writing`, on an empty store in memory: what fails there leaves no file behind."""
    from refcli.store.migrate import empty_store

    raw = empty_store()
    try:
        yield from _on(raw, path, command, now, today)
    finally:
        raw.close()


def _on(
    raw: sqlite3.Connection, path: str, command: str, now: dt.datetime, today: dt.date
) -> Iterator[Writing]:
    with translated(path), _unwrapped(path):
        engine = _engine(raw)
        with Session(engine) as session:
            yield from _transaction(session, raw, path, command, now, today)
        engine.dispose()


def _transaction(
    session: Session,
    raw: sqlite3.Connection,
    path: str,
    command: str,
    now: dt.datetime,
    today: dt.date,
) -> Iterator[Writing]:
    session.connection()
    _refuse_other_layout(raw, path)
    history_id = raw.execute(
        "insert into history (at, command, summary) values (?, ?, '') returning id",
        (instant(now), command),
    ).fetchone()[0]
    settings = read_settings(raw)
    if is_unsettled(raw):
        from refcli.write.settling import settle_newcomers

        # Before the journal: what an upgrade decides is not taken back with the first command.
        settle_newcomers(raw, today, numbers_of(settings))
    begin_journal(raw, history_id)
    work = Writing(session, raw, now, today, settings, path, history_id)
    work.changes.today = today.isoformat()
    yield work
    session.flush()
    if work.leaves_no_trace or not work.is_change:
        session.rollback()
        return
    work.settle()
    touched = touched_contacts(raw, history_id)
    refresh(raw, with_tied(raw, touched))
    raw.execute(
        "update history set summary = ?, is_erased = ? where id = ?",
        (work.summary[:2000], not work.keeps_images, history_id),
    )
    end_journal(raw)
    session.commit()


def _refuse_other_layout(raw: sqlite3.Connection, path: str) -> None:
    """A `restore` may have put an older store in place since the schema was looked at."""
    if schema_version(raw, path) != SCHEMA_VERSION:
        raise Busy(f"the store was replaced meanwhile, nothing was changed: {path}", "try again")


def instant(now: dt.datetime) -> str:
    """An instant as it is stored: UTC, ISO 8601, with Z."""
    return now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _engine(raw: sqlite3.Connection) -> Engine:
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True
    )

    @event.listens_for(engine, "begin")
    def _begin_immediate(connection: Connection) -> None:
        connection.exec_driver_sql("begin immediate")

    return engine


@contextmanager
def _unwrapped(path: str) -> Iterator[None]:
    """SQLAlchemy's wrapping of the driver's errors taken off."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise as_refcli_error(error.orig, path) from error
        raise

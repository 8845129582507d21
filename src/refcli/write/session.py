"""One command = one `begin immediate` transaction = one entry in the history."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import event
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from refcli.domain.settings import Settings
from refcli.errors import Busy
from refcli.read.settings import read_settings
from refcli.store.db import SCHEMA_VERSION, as_refcli_error, schema_version, translated
from refcli.store.migrate import writable
from refcli.write.derived import refresh
from refcli.write.journal import (
    begin_journal,
    end_journal,
    has_images,
    insert_in_bulk,
    touched_contacts,
)
from refcli.write.tables.history import HistoryRow


@dataclass(slots=True)
class Writing:
    """A command's transaction, and what it did so far.

    `did` has one sentence for each thing done; `opened` and `closed` are follow-up ids. Only
    forgetting sets `keeps_images` to False: its entry holds no image and cannot be undone.
    `links_history` is set by what takes an entry back: that is a change even where no row is one.
    """

    session: Session
    connection: sqlite3.Connection
    now: dt.datetime
    today: dt.date
    settings: Settings
    history_id: int = 0
    did: list[str] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    keeps_images: bool = True
    links_history: bool = False

    def flush(self) -> None:
        """Send what is pending, so that reads on the same connection see it."""
        self.session.flush()

    def insert_in_bulk(
        self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
    ) -> None:
        """Insert many rows, journaled like any other change."""
        if rows:
            insert_in_bulk(self.connection, self.history_id, table, columns, rows)

    def say(self, sentence: str) -> None:
        """Note one thing that was done."""
        self.did.append(sentence)

    def hint(self, sentence: str) -> None:
        """Note what the user may want to do next."""
        if sentence not in self.hints:
            self.hints.append(sentence)


@contextmanager
def writing(path: str, command: str, now: dt.datetime, today: dt.date) -> Iterator[Writing]:
    """A transaction on the store, which is created or upgraded first if need be.

    `command` names the command in the history. Nothing is kept when the body raises; an entry in
    the history is left only when something changed.
    """
    raw = writable(path, today.isoformat())
    try:
        with translated(path), _unwrapped(path):
            engine = _engine(raw)
            with Session(engine) as session:
                yield from _transaction(session, raw, path, command, now, today)
            engine.dispose()
    finally:
        raw.close()


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
    entry = HistoryRow(at=instant(now), command=command, summary="")
    session.add(entry)
    session.flush()
    history_id = entry.id or 0
    begin_journal(raw, history_id)
    work = Writing(session, raw, now, today, read_settings(raw), history_id)
    yield work
    session.flush()
    is_change = work.links_history or not work.keeps_images or has_images(raw, history_id)
    if not is_change:
        session.rollback()
        return
    entry.is_erased = not work.keeps_images
    refresh(raw, touched_contacts(raw, history_id))
    entry.summary = "; ".join(work.did)[:2000]
    session.flush()
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

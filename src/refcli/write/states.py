"""Where asks and introductions stand, the steps that nobody told, and which thanks reached what."""

import datetime as dt
import sqlite3
from collections.abc import Iterator, Mapping

from refcli.domain.asks import AskState
from refcli.domain.intros import IntroDirection, IntroState
from refcli.domain.obligations.facts import Life
from refcli.domain.obligations.replay import Obligations
from refcli.domain.obligations.story import AskNow, IntroNow


def sync_thanked(connection: sqlite3.Connection, life: Life, found: Obligations) -> None:
    """Which of a contact's promises and steps were thanked for, by which thanks and when."""
    wanted = sorted(_thanked(life.contact, found), key=str)
    stored = connection.execute(
        "select thanks_id, intro_id, ask_id, step, on_date from thanked where contact_id = ?"
        " order by thanks_id, intro_id, ask_id, step",
        (life.contact,),
    ).fetchall()
    if sorted(stored, key=str) == sorted(wanted, key=str):
        return
    connection.execute("delete from thanked where contact_id = ?", (life.contact,))
    connection.executemany(
        "insert into thanked (contact_id, thanks_id, intro_id, ask_id, step, on_date)"
        f" values ({life.contact}, ?, ?, ?, ?, ?)",
        wanted,
    )


def _thanked(
    contact: int, found: Obligations
) -> Iterator[tuple[int, int | None, int | None, str, str]]:
    for number, intro in found.intros.items():
        for (source, step), (on, thanks) in intro.thanks.items():
            if source == contact:
                yield thanks, number, None, str(step), on.isoformat()
    for number, ask in found.asks.items():
        if ask.thanked_on is not None and ask.fact.contact == contact:
            yield ask.thanks, None, number, "", ask.thanked_on.isoformat()


def sync_asks(connection: sqlite3.Connection, contact: int, asks: Mapping[int, AskNow]) -> None:
    """Where each of a contact's asks stands."""
    for number, now in asks.items():
        if now.fact.contact != contact:
            continue
        is_open = now.state in (AskState.PENDING, AskState.PROMISED)
        is_answer = now.state in (AskState.PROMISED, AskState.DECLINED, AskState.LATER)
        answered = now.promised_on if now.state is AskState.INTRODUCED else now.since
        values = (
            str(now.state),
            _iso(now.until) if is_open or _kept_promise(now) else None,
            _iso(now.until) if now.state is AskState.LATER else None,
            _iso(answered) if is_answer or now.state is AskState.INTRODUCED else None,
            int(now.is_skipped),
            int(now.promised_on is not None),
        )
        connection.execute(
            "update ask set state = ?, confirm_by = ?, until = ?, answered_on = ?,"
            " is_skipped = ?, was_promised = ?"
            " where id = ? and (state, confirm_by, until, answered_on, is_skipped, was_promised)"
            " is not (?, ?, ?, ?, ?, ?)",
            (*values, number, *values),
        )


def _kept_promise(now: AskNow) -> bool:
    return now.state is AskState.INTRODUCED and now.promised_on is not None


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def sync_intros(
    connection: sqlite3.Connection, contact: int, intros: Mapping[int, IntroNow]
) -> None:
    """Where each introduction of a contact stands."""
    for number, intro in intros.items():
        values = (str(intro.state), _iso(intro.made_on), int(intro.is_stale), _consent(intro))
        connection.execute(
            "update intro set state = ?, made_on = ?, is_stale = ?,"
            " consent = coalesce(?, consent) where id = ? and (state, made_on, is_stale,"
            " consent) is not (?, ?, ?, coalesce(?, consent))",
            (*values, number, *values),
        )
        if contact in intro.sources:
            _sync_ask_of(connection, contact, number, intro)
        _sync_implied(connection, number, intro)


def _sync_ask_of(
    connection: sqlite3.Connection, contact: int, number: int, intro: IntroNow
) -> None:
    """Which ask of a source led to the introduction; the first source's stands with it too."""
    ask = intro.asks.get(contact)
    connection.execute(
        "update intro_party set ask_id = :ask where intro_id = :intro and part = 'source'"
        " and contact_id = :contact and ask_id is not :ask",
        {"ask": ask, "intro": number, "contact": contact},
    )
    if intro.sources[0] == contact:
        connection.execute(
            "update intro set ask_id = ? where id = ? and ask_id is not ?", (ask, number, ask)
        )


def _consent(intro: IntroNow) -> str | None:
    """What an introduction that I gave says about its prospect's consent, where it says it."""
    if intro.fact.direction is not IntroDirection.GIVEN:
        return None
    if intro.state is IntroState.REFUSED_CONSENT:
        return "refused"
    return "yes" if intro.made_on is not None else None


def _sync_implied(connection: sqlite3.Connection, number: int, intro: IntroNow) -> None:
    """The steps that follow from others stand beside those that were told."""
    wanted = sorted((str(step), on.isoformat()) for step, on in intro.implied)
    stored = connection.execute(
        "select step, on_date from intro_step where intro_id = ? and implied", (number,)
    ).fetchall()
    if sorted(stored) == wanted:
        return
    connection.execute("delete from intro_step where intro_id = ? and implied", (number,))
    connection.executemany(
        "insert into intro_step (intro_id, step, on_date, recorded_on, implied)"
        f" values ({number}, ?, ?, ?, 1)",
        [(step, on, on) for step, on in wanted],
    )

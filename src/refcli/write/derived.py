"""What is derived from facts, rebuilt for each contact that a command touched.

Rapport, name words and the search entry come from the other tables. Where asks and introductions
stand, the steps that nobody told, and which thanks reached what, come from the replay.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from refcli.domain.asks import AskState
from refcli.domain.interactions import Direction
from refcli.domain.intros import IntroDirection, IntroState
from refcli.domain.names import search_words
from refcli.domain.obligations.facts import Life
from refcli.domain.obligations.replay import Obligations
from refcli.domain.obligations.story import AskNow, IntroNow
from refcli.domain.rapport import rapport_key
from refcli.read.facts import EXCHANGED, FIRST_DAY
from refcli.read.names import search_entries
from refcli.read.rows import BASIS, OF_NO_COUPLE, chunked, marks, numbers

_CHUNK = 400
# Work, and an introduction that became business, make a client of whoever is no client yet.
_EARNED = (
    "case when exists (select 1 from engagement g where g.contact_id = c.id)"
    " or exists (select 1 from intro_party p join intro i on i.id = p.intro_id"
    " where p.contact_id = c.id and p.part = 'prospect' and i.direction = 'received'"
    " and i.state = 'won' and i.kind = 'client') then 'client' end"
)


def refresh(connection: sqlite3.Connection, contact_ids: Iterable[int]) -> None:
    """Rebuild rapport, name words and the search entry of these contacts, gone ones included."""
    ids = sorted(contact_ids)
    for chunk in chunked(ids, _CHUNK):
        wanted = marks(chunk)
        _clear(connection, wanted)
        _rebuild_rapport(connection, wanted)
        _rebuild_words(connection, wanted)
        _rebuild_yearly(connection, wanted)
        _rebuild_search(connection, wanted)


def with_tied(connection: sqlite3.Connection, contacts: Sequence[int]) -> set[int]:
    """These contacts and whoever is tied to them, who is found by their names."""
    found = set(contacts)
    for chunk in chunked(contacts, _CHUNK):
        wanted = marks(chunk)
        found |= set(
            numbers(
                connection,
                f"select other_id from tie where contact_id in ({wanted})"
                f" union select contact_id from tie where other_id in ({wanted})",
            )
        )
    return found


def _clear(connection: sqlite3.Connection, marks: str) -> None:
    connection.execute(f"delete from rapport where contact_id in ({marks})")
    connection.execute(f"delete from yearly_due where contact_id in ({marks})")
    connection.execute(f"delete from contact_word where contact_id in ({marks})")
    connection.execute(f"delete from search where rowid in ({marks})")


def _rebuild_rapport(connection: sqlite3.Connection, marks: str) -> None:
    days: dict[int, list[tuple[str, str]]] = {}
    for contact, on, direction in connection.execute(f"{EXCHANGED} and ic.contact_id in ({marks})"):
        days.setdefault(contact, []).append((on, direction))
    begun = connection.execute(
        f"select c.id, {FIRST_DAY}, {_EARNED} from contact c where c.id in ({marks})"
    ).fetchall()
    connection.executemany(
        "insert into rapport (contact_id, key, first_on, last_on, last_two_way_on, earned)"
        " values (?, ?, ?, ?, ?, ?)",
        (
            (*_rapport_row(contact, first, days.get(contact, [])), earned)
            for contact, first, earned in begun
        ),
    )


def _rapport_row(
    contact: int, created: str, days: list[tuple[str, str]]
) -> tuple[int, float, str, str | None, str | None]:
    if not days:
        return contact, _key_without_exchange(created), created, None, None
    first = min([created, *(on for on, _ in days)])
    mutual = [on for on, direction in days if direction == Direction.BOTH]
    ins = [dt.date.fromisoformat(on) for on, d in days if d != Direction.OUT]
    outs = [dt.date.fromisoformat(on) for on, d in days if d != Direction.IN]
    key = rapport_key(ins, outs, dt.date.fromisoformat(first))
    newest = max((on for on, _ in days), default=None)
    return contact, key, first, newest, max(mutual, default=None)


@lru_cache(maxsize=4096)
def _key_without_exchange(first: str) -> float:
    """The key of those with whom nothing was exchanged: an import has thousands of them."""
    return rapport_key((), (), dt.date.fromisoformat(first))


def _rebuild_yearly(connection: sqlite3.Connection, marks: str) -> None:
    """The dates of those who have a tier or a basis but `other`; others' are only listed."""
    connection.execute(
        "insert into yearly_due (contact_id, date_id, month_day)"
        " select d.contact_id, d.id, d.month_day from yearly_date d"
        " join contact c on c.id = d.contact_id"
        f" where c.id in ({marks}) and (c.tier is not null or {BASIS} <> 'other')"
        f" and not {OF_NO_COUPLE}"
    )


def _rebuild_words(connection: sqlite3.Connection, marks: str) -> None:
    def pairs() -> Iterator[tuple[str, int]]:
        for contact, name in connection.execute(
            f"select id, name from contact where id in ({marks})"
            " union select contact_id, nickname from contact_nickname"
            f" where contact_id in ({marks})"
            " union select contact_id, former_name from contact_former_name"
            f" where contact_id in ({marks})"
        ).fetchall():
            for word in search_words(name):
                yield word, contact

    connection.executemany(
        "insert or ignore into contact_word (word, contact_id) values (?, ?)", pairs()
    )


def _rebuild_search(connection: sqlite3.Connection, marks: str) -> None:
    connection.executemany(
        "insert into search (rowid, name, about, note, log) values (?, ?, ?, ?, ?)",
        ((who, *texts) for who, texts in search_entries(connection, marks)),
    )


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

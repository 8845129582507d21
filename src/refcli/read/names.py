"""NAME and name completion: contacts by what a person types."""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from refcli.domain.contacts import ContactStatus, Person, is_death
from refcli.domain.names import (
    MAX_NAME,
    Candidate,
    best_matches,
    contact_id_in,
    matches_part,
    near_names,
    words_of,
)
from refcli.domain.text import fold, is_east_asian, joined, spelt_out, without_umlauts
from refcli.domain.typed import typed as line
from refcli.errors import AmbiguousName, UnknownName, UsageError
from refcli.read.rows import (
    columns,
    day,
    marks,
    numbers,
    one_number,
    one_row,
    several,
    texts,
)

_MOST = 500
_MOST_WORDS = 8
# A word without what a keyboard may not have.
_PLAIN_WORD = "word"
for _spelt, _plain in (
    ("ı", "i"),
    ("''", ""),
    ("’", ""),
    ("-", ""),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
):
    _PLAIN_WORD = f"replace({_PLAIN_WORD}, '{_spelt}', '{_plain}')"
# So much of a text says which it was.
_NEAR_ENOUGH = 40
_SHOWN = 8
_NEAREST = 3
# Who is tied to a contact, by name.
_TIED_NAMES = " || ' ' || ".join(
    "coalesce((select group_concat(o.name, ' ') from tie t join contact o"
    f" on o.id = t.{there} where t.{here} = c.id), '')"
    for here, there in (("contact_id", "other_id"), ("other_id", "contact_id"))
)
# The columns of the full-text index.
_COLUMNS = ("name", "about", "note", "log")


def candidates(connection: sqlite3.Connection, typed: str) -> tuple[Candidate, ...]:
    """The contacts on the best level that match what was typed; none, one or several."""
    number = contact_id_in(typed)
    if number is not None:
        return _load(connection, [number])
    key = fold(typed)
    for query in (
        "select id from contact where name_key = :key limit :most",
        (
            "select contact_id from contact_nickname where nickname_key = :key"
            " union select contact_id from contact_former_name where former_name_key = :key"
            " limit :most"
        ),
    ):
        ids = _ids(connection, query, key)
        if ids:
            return _load(connection, ids)
    return _by_words(connection, typed) or _without_umlauts(connection, typed)


def _without_umlauts(connection: sqlite3.Connection, typed: str) -> tuple[Candidate, ...]:
    """Müller, typed as Mueller on a keyboard without umlauts; nobody whose name has none there."""
    plain = without_umlauts(typed)
    if plain == fold(typed):
        return ()
    found = _by_words(connection, plain)
    return tuple(who for who in found if matches_part(spelt_out(who.name), typed))


def spelt_otherwise(connection: sqlite3.Connection, typed: str) -> tuple[Candidate, ...]:
    """Whoever is written otherwise: `Lund, Eva`, `Dr Lund`, O’Brien for O'Brien, 小明 for 王小明.

    Every word of every name is looked at, so this comes last, before nobody is found.
    """
    from refcli.domain.name_agreement import is_spelt_alike, words_of_name

    words = sorted({without_umlauts(word) for word in words_of_name(typed)})
    if not words or len(words) > _MOST_WORDS:
        return ()
    conditions = [f"{_PLAIN_WORD} = ?" for _ in words]
    values = list(words)
    # A given name of two or three characters, which stands behind the family name.
    given = typed.strip() if is_east_asian(typed.strip()) and len(typed.strip()) in (2, 3) else ""
    if given:
        conditions.append("word like '%' || ?")
        values.append(given)
    ids = connection.execute(
        f"select distinct contact_id from contact_word where {' or '.join(conditions)}"
        f" limit {_MOST}",
        values,
    ).fetchall()
    found = _load(connection, [number for (number,) in ids]) if ids else ()
    return tuple(
        who
        for who in found
        if any(is_spelt_alike(name, typed) for name in (who.name, *who.nicknames))
        or (given and who.name.endswith(given))
    )


def _by_words(connection: sqlite3.Connection, typed: str) -> tuple[Candidate, ...]:
    words = words_of(typed)
    if not words:
        return ()
    rarest = min(words, key=lambda word: _word_count(connection, word))
    ids = _ids(
        connection, "select contact_id from contact_word where word = :key limit :most", rarest
    )
    return best_matches(typed, _load(connection, ids)) if ids else ()


def resolve(connection: sqlite3.Connection, typed: str) -> Candidate:
    """The one contact meant; raises UnknownName or AmbiguousName, never guesses."""
    if not typed.strip():
        raise UsageError("no name given", "give a name, or @ and an id from a list")
    # Measured before it is looked for: every word of it would be.
    if len(typed) > MAX_NAME:
        raise UnknownName(f"nobody has a name of {len(typed)} letters: {typed[:_NEAR_ENOUGH]}…")
    people = candidates(connection, typed) or spelt_otherwise(connection, typed)
    if len(people) == 1:
        return people[0]
    if not people:
        raise unknown(connection, typed)
    raise ambiguous(typed, people)


def ambiguous(typed: str, people: Sequence[Candidate]) -> AmbiguousName:
    """The error for a name that several bear."""
    labels = ", ".join(c.label for c in people[:_SHOWN])
    more = f" and {len(people) - _SHOWN} more" if len(people) > _SHOWN else ""
    return AmbiguousName(
        f"{len(people)} contacts match {typed!r}: {labels}{more}",
        "type the whole name, or the id, such as @" + str(people[0].id),
        tuple((c.id, c.label) for c in people),
    )


def unknown(connection: sqlite3.Connection, typed: str) -> UnknownName:
    """The error for a name that nobody bears, with the nearest names."""
    if contact_id_in(typed) is not None:
        return UnknownName(f"no contact has the id {typed.strip()}", "see: refcli contact list")
    near = nearest(connection, typed)
    near = near or tuple(one.name for one in words_near(connection, typed))[:_NEAREST]
    if near:
        return UnknownName(f"no contact matches {typed!r}; nearest: {', '.join(near)}")
    add = line("add them: refcli contact add {}", typed)
    if _is_found_elsewhere(connection, typed):
        add = f"{line('found elsewhere: refcli contact find {}', typed)}; {add}"
    return UnknownName(f"no contact matches {typed!r}", add)


def _is_found_elsewhere(connection: sqlite3.Connection, typed: str) -> bool:
    """Whether what was typed stands in somebody's firm, tags, notes or exchanges."""
    query = " ".join(f'"{word}"*' for word in re.findall(r"\w+", fold(typed)))
    found = "select exists (select 1 from search where search match :query)"
    return bool(query) and bool(one_number(connection, found, {"query": query}))


def nearest(connection: sqlite3.Connection, typed: str) -> tuple[str, ...]:
    """Names that look like what was typed, found by how their words begin."""
    names: list[str] = []
    for word in words_of(typed):
        for length in (2, 1):
            start = word[:length]
            found = texts(
                connection,
                "select distinct c.name from contact_word w join contact c on c.id = w.contact_id"
                " where w.word >= :start and w.word < :end limit 2000",
                {"start": start, "end": start + "\U0010ffff"},
            )
            names += found
            if found:
                break
    return near_names(typed, names)


class Acquaintance(NamedTuple):
    """What is kept about a contact that other things depend on, as it is stored."""

    id: int
    name: str
    basis: str
    tier: str | None
    status: str
    status_until: str | None
    status_because: str | None
    taught_on: str | None
    thanks_by: str | None

    @property
    def person(self) -> Person:
        """The contact as others mention them."""
        return Person(self.id, self.name)

    @property
    def is_dropped(self) -> bool:
        """Whether they are out of the referral network."""
        return self.status == ContactStatus.DROPPED

    @property
    def has_died(self) -> bool:
        """Whether they are out of it because they died."""
        return self.is_dropped and is_death(self.status_because)

    @property
    def rest_until(self) -> dt.date | None:
        """The day until which nothing is asked of them."""
        return day(self.status_until) if self.status == ContactStatus.RESTING else None


def acquaintance(connection: sqlite3.Connection, contact: int) -> Acquaintance:
    """A contact; raises UnknownName when there is none of that id."""
    query = f"select {columns(Acquaintance)} from contact where id = :id"
    found = one_row(connection, Acquaintance, query, {"id": contact})
    if found is None:
        raise UnknownName(f"no contact has the id @{contact}", "see: refcli contact list")
    return found


def has_died(connection: sqlite3.Connection, contact: int) -> bool:
    """Whether a contact is out of it because they died."""
    return acquaintance(connection, contact).has_died


def is_there(connection: sqlite3.Connection, contact: int) -> bool:
    """Whether there is a contact of that id, dropped or not."""
    query = "select count(*) from contact where id = :id"
    return bool(one_number(connection, query, {"id": contact}))


def same_named(connection: sqlite3.Connection, name: str) -> list[int]:
    """The contacts who are called exactly so."""
    return numbers(connection, "select id from contact where name_key = :key", {"key": fold(name)})


def dropped_among(connection: sqlite3.Connection, contacts: Iterable[int]) -> frozenset[int]:
    """Those of the contacts who are dropped."""
    people = (acquaintance(connection, contact) for contact in contacts)
    return frozenset(who.id for who in people if who.is_dropped)


def names_of(connection: sqlite3.Connection, contacts: Iterable[int]) -> str:
    """The names of contacts, as a sentence has them."""
    return joined([acquaintance(connection, contact).name for contact in contacts])


def _word_count(connection: sqlite3.Connection, word: str) -> int:
    return one_number(
        connection,
        "select count(*) from (select 1 from contact_word where word = :word limit :most)",
        {"word": word, "most": _MOST},
    )


def _ids(connection: sqlite3.Connection, query: str, key: str) -> list[int]:
    return numbers(connection, query, {"key": key, "most": _MOST})


def _load(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[Candidate, ...]:
    wanted = marks(ids)
    found = connection.execute(
        f"select id, name, organization from contact where id in ({wanted}) order by name_key, id"
    ).fetchall()
    nicknames = several(
        connection,
        f"select contact_id, nickname from contact_nickname where contact_id in ({wanted})"
        " union all select contact_id, former_name from contact_former_name"
        f" where contact_id in ({wanted})",
    )
    return tuple(
        Candidate(id_, name, tuple(nicknames.get(id_, ())), organization)
        for id_, name, organization in found
    )


def words_near(connection: sqlite3.Connection, typed: str) -> list[Candidate]:
    """Contacts that share a word with what was typed."""
    ids: set[int] = set()
    for word in words_of(typed):
        ids |= set(
            _ids(
                connection,
                "select contact_id from contact_word where word = :key limit :most",
                word,
            )
        )
    return list(_load(connection, sorted(ids))) if ids else []


# --- by what they are found -----------------------------------------------------------------------


def search_entries(connection: sqlite3.Connection, wanted: str) -> Iterator[tuple[int, list[str]]]:
    """Id, and name, about, note and log of these contacts, as the index is to hold them."""
    parts = ", ".join(f"{_searched(part)} as {part}" for part in _COLUMNS)
    rows = connection.execute(
        f"select c.id, {parts} from contact c where c.id in ({wanted})"
    ).fetchall()
    for who, *parts_told in rows:
        yield who, [fold(text) for text in parts_told]


@cache
def _searched(part: str) -> str:
    """What a contact is found by in one column of the index, in SQL."""
    # Who only looks a name up does without the tables.
    from refcli.domain.column import ITS_MEMBERS
    from refcli.domain.columns import TABLES, every_column

    told = []
    for table, name, column in every_column():
        if column.search != part:
            continue
        if table == "tie":
            told.append(_TIED_NAMES)
        elif table == "contact":
            told.append(f"coalesce(c.{name}, '')")
        elif TABLES[table].derived == ITS_MEMBERS:
            told.append(
                f"coalesce((select group_concat(i.{name}, char(10)) from"
                " interaction_contact ic join interaction i on i.id = ic.interaction_id"
                f" where ic.contact_id = c.id and i.{name} <> ''), '')"
            )
        else:
            told.append(
                f"coalesce((select group_concat({name}, ' ') from {table}"
                " where contact_id = c.id), '')"
            )
    return " || ' ' || ".join(told)

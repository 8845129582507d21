"""Lists of contacts: narrowed by what is kept about them, found by words, or not sorted yet."""

import datetime as dt
import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.contacts import Basis, Contact, ContactStatus, OwnField, Tier
from refcli.domain.lengths import LONGEST_LINE, refuse_longer
from refcli.domain.names import near_names
from refcli.domain.phones import phone_key
from refcli.domain.text import fold, without_umlauts
from refcli.errors import UsageError
from refcli.read.contacts import contacts_by_id
from refcli.read.rows import BASIS, HAS_BASIS, HAS_DIED, numbers, one_number, texts

# The fields that a list may be narrowed by, as they are typed, and their columns.
LOOKED_UP_BY = {
    "org": "organization",
    "organization": "organization",
    "role": "role",
    "industry": "industry",
    "tier": "tier",
    "focus": "focus",
    "note": "note",
    "call": "call",
    "pronouns": "pronouns",
}
_FEWEST_DIGITS = 4
# So many at the end of a number are a person's own, in any country.
_OWN_DIGITS = 8
# A name, a firm and what somebody said; more was pasted by mistake.
_MOST_WORDS = 40
_SORTS = {
    "name": "c.name_key, c.id",
    "rapport": "r.key desc, c.name_key",
    "last": "r.last_on is null, r.last_on desc, c.name_key",
    "tier": "c.tier is null, c.tier, c.name_key",
    "new": "c.id desc",
}


class ContactFilter(NamedTuple):
    """What a list of contacts is narrowed by; None leaves a criterion aside.

    `where` are (column, text) and `fields` those of the user's own, each of which must be so.
    """

    basis: Basis | None = None
    tags: tuple[str, ...] = ()
    tier: Tier | None = None
    industry: str | None = None
    status: ContactStatus | None = None
    stale_days: int | None = None
    organization: str | None = None
    tied_to: int | None = None
    where: tuple[tuple[str, str], ...] = ()
    fields: tuple[OwnField, ...] = ()
    sort: str = "name"


def list_contacts(
    connection: sqlite3.Connection,
    wanted: ContactFilter,
    today: dt.date,
    *,
    is_whole: bool = True,
) -> tuple[Contact, ...]:
    """The contacts that meet every criterion, in the order asked for.

    Raises UsageError for a field of the user's own that nobody has.
    """
    _refuse_unknown_fields(connection, wanted.fields)
    conditions, values = _conditions(wanted, today)
    where = f"where {' and '.join(conditions)}" if conditions else ""
    ids = numbers(
        connection,
        f"select c.id from contact c left join rapport r on r.contact_id = c.id {where}"
        f" order by {_SORTS[wanted.sort]}",
        values,
    )
    return contacts_by_id(connection, ids, today, is_whole=is_whole)


def _refuse_unknown_fields(connection: sqlite3.Connection, fields: Sequence[OwnField]) -> None:
    for field in fields:
        query = (
            "select exists (select 1 from contact_field where field_key = :key)"
            " or not exists (select 1 from contact)"
        )
        if not one_number(connection, query, {"key": fold(field.name)}):
            known = texts(
                connection,
                "select min(field) from contact_field group by field_key order by field_key",
            )
            raise UsageError(
                f"no field to look by: {field.name}",
                f"fields: {', '.join((*LOOKED_UP_BY, *known))};"
                " one of your own: refcli contact edit NAME --set size=12",
            )


_Values = dict[str, str | int | None]
_DIED = HAS_DIED.format("c")
# Criteria that are one value each, by field.
_PLAIN = {
    "tier": "c.tier = :tier",
    "organization": (
        # A range, which the index serves: what goes on with a blank stands before `!`.
        "(lower(c.organization) = lower(:organization) or (lower(c.organization) >="
        " lower(:organization) || ' ' and lower(c.organization) < lower(:organization) || '!'))"
    ),
    "industry": "lower(c.industry) = lower(:industry)",
    "tied_to": (
        "c.id in (select other_id from tie where contact_id = :tied_to"
        " union select contact_id from tie where other_id = :tied_to)"
    ),
    "status": (
        "case when c.status = 'resting' and c.status_until <= :today then 'active'"
        f" when {_DIED} then 'deceased'"
        " else c.status end = :status"
    ),
}


def deceased(connection: sqlite3.Connection) -> frozenset[int]:
    """Those who died."""
    return frozenset(numbers(connection, f"select c.id from contact c where {_DIED}"))


def _conditions(wanted: ContactFilter, today: dt.date) -> tuple[list[str], _Values]:
    told = {name: getattr(wanted, name) for name in _PLAIN if getattr(wanted, name) is not None}
    conditions = [_PLAIN[name] for name in told]
    values: _Values = told | {"today": today.isoformat()}
    if wanted.basis is not None:
        is_none = wanted.basis is Basis.OTHER
        conditions.append(f"{BASIS} = :basis" if is_none else HAS_BASIS.format(":basis"))
        values["basis"] = wanted.basis
    for n, tag in enumerate(wanted.tags):
        conditions.append(f"c.id in (select contact_id from contact_tag where tag_key = :tag{n})")
        values[f"tag{n}"] = fold(tag.lstrip("#+"))
    for n, (column, text) in enumerate(wanted.where):
        conditions.append(f"lower(c.{column}) = lower(:where{n})")
        values[f"where{n}"] = text
    for n, field in enumerate(wanted.fields):
        conditions.append(
            "c.id in (select contact_id from contact_field"
            f" where field_key = :field{n} and value_key = :value{n})"
        )
        values |= {f"field{n}": fold(field.name), f"value{n}": fold(field.value)}
    if wanted.stale_days is not None:
        conditions.append("(r.last_on is null or r.last_on <= :stale)")
        values["stale"] = (today - dt.timedelta(days=wanted.stale_days)).isoformat()
    return conditions, values


def find_contacts(
    connection: sqlite3.Connection, text: str, today: dt.date, most: int = 200
) -> tuple[Contact, ...]:
    """Contacts whose name, organisation, notes, focus, tags or interactions hold every word.

    An e-mail address, or a number of four digits or more, finds whoever has it.
    """
    refuse_longer(text, LONGEST_LINE, "a search")
    words = list(dict.fromkeys(re.findall(r"\w+", fold(text))))
    if len(words) > _MOST_WORDS:
        raise UsageError(f"nobody is found by {len(words)} words", "a name, a firm or a tag")
    if not words:
        return ()
    reached = _reached_by(connection, text, most) or _at_domain(connection, text, most)
    if reached:
        return contacts_by_id(connection, reached, today)
    ids = _called(connection, words, most)
    if len(ids) < most:
        ids = _holding(connection, words, most)
    if not ids:
        # A keyboard without umlauts, and a part of an address.
        ids = _holding(connection, [without_umlauts(word) for word in words], most)
    if not ids and len(words) == 1:
        ids = _in_address(connection, words[0], most)
    found = contacts_by_id(connection, ids, today)
    # Who is called so comes before whom they are mentioned with.
    return tuple(sorted(found, key=lambda c: not all(word in fold(c.name) for word in words)))


def called_so(
    connection: sqlite3.Connection, text: str, today: dt.date, most: int
) -> tuple[Contact, ...]:
    """Contacts whose name begins with the text, by the index on names."""
    key = fold(text)
    ids = numbers(
        connection,
        "select id from contact where name_key >= :start and name_key < :end"
        " order by name_key limit :most",
        {"start": key, "end": key + "\U0010ffff", "most": most},
    )
    return contacts_by_id(connection, ids, today)


def near_firms(connection: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """The firms whose names are spelt nearly so, three at most."""
    query = (
        "select distinct organization from contact where organization is not null"
        " and substr(lower(organization), 1, 1) = :letter limit 5000"
    )
    return near_names(text, texts(connection, query, {"letter": fold(text)[:1]}))


def spelt_so(
    connection: sqlite3.Connection, names: tuple[str, ...], today: dt.date
) -> tuple[Contact, ...]:
    """The contacts of these names, or of firms of these names."""
    found: list[int] = []
    for name in names:
        query = "select id from contact where name = :name or organization = :name order by id"
        found += numbers(connection, query, {"name": name})
    return contacts_by_id(connection, found, today)


def _called(connection: sqlite3.Connection, words: list[str], most: int) -> list[int]:
    """Those with a name that begins so, for each word: where they are many, nobody else is shown.

    The index gives them at once; to rank all who hold the words takes as long as they are many.
    """
    by_length = sorted(words, key=len, reverse=True)
    bounds = {f"from{n}": word for n, word in enumerate(by_length)}
    bounds |= {f"to{n}": f"{word}\U0010ffff" for n, word in enumerate(by_length)}
    others = "".join(
        " and exists (select 1 from contact_word o where o.contact_id = w.contact_id"
        f" and o.word >= :from{n} and o.word < :to{n})"
        for n in range(1, len(by_length))
    )
    return numbers(
        connection,
        "select distinct w.contact_id from contact_word w"
        f" where w.word >= :from0 and w.word < :to0{others} limit :most",
        {**bounds, "most": most},
    )


def _holding(connection: sqlite3.Connection, words: list[str], most: int) -> list[int]:
    query = " ".join(f'"{word}"*' for word in words)
    return numbers(
        connection,
        "select rowid from search where search match :query"
        " order by bm25(search, 10.0, 4.0, 2.0, 1.0), rowid limit :most",
        {"query": query, "most": most},
    )


def _in_address(connection: sqlite3.Connection, word: str, most: int) -> list[int]:
    if len(word) < _FEWEST_DIGITS:
        return []
    query = (
        "select distinct contact_id from contact_email where instr(email_key, :word) limit :most"
    )
    return numbers(connection, query, {"word": word, "most": most})


def _at_domain(connection: sqlite3.Connection, text: str, most: int) -> list[int]:
    """Whoever has an address at `example.com`, typed with or without its @."""
    domain = text.strip().lower().lstrip("@")
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", domain) is None:
        return []
    query = (
        "select distinct contact_id from contact_email where email_key like :end escape '\\'"
        " order by email_key limit :most"
    )
    end = "%@" + domain.replace("_", "\\_")
    return numbers(connection, query, {"end": end, "most": most})


def _reached_by(connection: sqlite3.Connection, text: str, most: int) -> list[int]:
    """Whoever has an address that begins so, or a number that holds these digits."""
    if "@" in text:
        return numbers(
            connection,
            "select distinct contact_id from contact_email where email_key >= :start"
            " and email_key < :end order by email_key limit :most",
            {
                "start": text.strip().lower(),
                "end": f"{text.strip().lower()}\U0010ffff",
                "most": most,
            },
        )
    digits = phone_key(text).lstrip("+0")
    if len(digits) < _FEWEST_DIGITS or re.search(r"[^\d\s()+/.-]", text):
        return []
    query = (
        "select distinct contact_id from contact_phone where phone_key like :part"
        " order by contact_id limit :most"
    )
    # With the code of a country or without: their last digits are the same.
    ends = (f"%{digits}%", *((f"%{digits[-_OWN_DIGITS:]}",) if len(digits) > _OWN_DIGITS else ()))
    found = (numbers(connection, query, {"part": part, "most": most}) for part in ends)
    return next((ids for ids in found if ids), [])


def unsorted(connection: sqlite3.Connection, today: dt.date) -> tuple[Contact, ...]:
    """Contacts without a basis or tier that were not put off, likeliest to matter first."""
    ids = numbers(
        connection,
        f"""
        select c.id from contact c left join rapport r on r.contact_id = c.id
        where c.status = 'active' and ({BASIS} = 'other' or c.tier is null)
            and c.sort_skipped_on is null
        order by r.last_on is null, r.key desc,
            exists (select 1 from contact_email e where e.contact_id = c.id) desc,
            c.known_since is null, c.known_since, c.name_key, c.id
        """,
    )
    return contacts_by_id(connection, ids, today)

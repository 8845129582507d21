"""Imported people in bulk: plain statements, since a mapped row each would take minutes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from refcli.domain.columns import plain_from_files
from refcli.domain.contacts import DIED, Basis, OwnField
from refcli.domain.imports import (
    KIN,
    NOTHING_MORE,
    FromRefcli,
    ImportedDate,
    ImportedPerson,
    Match,
    url_key,
)
from refcli.domain.matching import gaps, more_gaps
from refcli.domain.text import fold
from refcli.domain.ties import tie_word
from refcli.read.known import contact_of_name
from refcli.write.contact_values import SEVERAL
from refcli.write.contacts import drop_contact
from refcli.write.import_own import resolve_admirers, tell
from refcli.write.session import Writing
from refcli.write.through import comes_through

_FILLED = plain_from_files()
_COLUMNS = ("id", "name", "name_key", "basis", "url_key", "created_on", *_FILLED)
# What files bring of what there may be several of.
_SEVERAL = ("emails", "phones", "nicknames", "tags", "addresses", "former_names")


@dataclass(slots=True)
class Newcomers:
    """People being taken in, and through whom they say they were met.

    `more` has the further addresses, numbers, nicknames and tags of a batch by (contact, value).
    """

    work: Writing
    through: list[tuple[int, ImportedPerson]] = field(default_factory=list)
    relations: list[tuple[int, str, str]] = field(default_factory=list)
    dates: list[tuple[int, ImportedDate]] = field(default_factory=list)
    fields: list[tuple[int, OwnField]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    told: list[tuple[int, FromRefcli]] = field(default_factory=list)
    more: dict[str, list[tuple[int, str]]] = field(default_factory=dict)


def add_people(newcomers: Newcomers, matches: Sequence[Match]) -> None:
    """Add contacts with their addresses, numbers, nicknames and tags."""
    first = newcomers.work.new_ids("contact", len(matches))
    pairs = [(first + n, match.person) for n, match in enumerate(matches)]
    today = newcomers.work.today.isoformat()
    rows = [_row(contact_id, person, today) for contact_id, person in pairs]
    newcomers.work.insert_in_bulk("contact", _COLUMNS, rows)
    for name in _SEVERAL:
        _add_several(
            newcomers.work,
            name,
            [(contact_id, value) for contact_id, p in pairs for value in getattr(p, name)],
        )
    newcomers.through += [pair for pair in pairs if pair[1].through]
    for contact_id, person in pairs:
        if person.has_more:
            newcomers.dates += [(contact_id, date) for date in person.dates]
            newcomers.fields += [(contact_id, own) for own in person.fields]
            newcomers.relations += [(contact_id, *pair) for pair in person.relations]
        if person.is_gone:
            newcomers.gone.append(contact_id)
        if person.more != NOTHING_MORE:
            newcomers.told.append((contact_id, person.more))
    _add_own(newcomers)


def fill(newcomers: Newcomers, match: Match) -> None:
    """Give a contact what the file knows of them and the store does not.

    What they have several of is added by `add_more`, for the whole batch at once.
    """
    if match.contact is None:
        return
    contact, found = match.contact.id, gaps(match.person, match.contact)
    connection = newcomers.work.connection
    columns = {name: _plain(found[name]) for name in (*_FILLED, "basis") if name in found}
    if "url" in found:
        columns["url_key"] = url_key(match.person.text("url"))
    if columns:
        settings = ", ".join(f"{name} = ?" for name in columns)
        connection.execute(
            f"update contact set {settings} where id = ?", (*columns.values(), contact)
        )
    for name in _SEVERAL:
        values = found.get(name)
        if isinstance(values, tuple):
            newcomers.more.setdefault(name, []).extend((contact, value) for value in values)
    if "tier" in found:
        newcomers.told.append((contact, FromRefcli(tier=match.person.more.tier)))
    missing = more_gaps(match.person, match.contact)
    newcomers.dates += [
        (contact, d) for d in missing.get("dates", ()) if isinstance(d, ImportedDate)
    ]
    newcomers.fields += [(contact, o) for o in missing.get("fields", ()) if isinstance(o, OwnField)]
    known = set(missing.get("relations", ()))
    newcomers.relations += [(contact, *pair) for pair in match.person.relations if pair in known]
    if match.person.through:
        newcomers.through.append((contact, match.person))


def add_more(newcomers: Newcomers) -> None:
    """Add what `fill` found that contacts have several of."""
    for name, pairs in newcomers.more.items():
        _add_several(newcomers.work, name, pairs)
    newcomers.more.clear()
    _add_own(newcomers)


def _add_own(newcomers: Newcomers) -> None:
    """Add yearly dates and fields of one's own."""
    work, today = newcomers.work, newcomers.work.today.isoformat()
    if newcomers.dates:
        columns = ("contact_id", "label", "label_key", "month_day", "year", "recorded_on")
        work.insert_in_bulk(
            "yearly_date",
            columns,
            [
                (who, d.label, fold(d.label), d.month_day, d.year, today)
                for who, d in newcomers.dates
            ],
        )
        newcomers.dates.clear()
    if newcomers.fields:
        own = ("contact_id", "field", "field_key", "value", "value_key")
        own_rows = [
            (who, kept.name, fold(kept.name), kept.value, fold(kept.value))
            for who, kept in newcomers.fields
        ]
        work.insert_in_bulk("contact_field", own, own_rows)
        newcomers.fields.clear()


def bury(newcomers: Newcomers) -> None:
    """Whoever died, as the file says, is nobody to write to."""
    with _as_a_whole(newcomers.work):
        for contact in newcomers.gone:
            drop_contact(newcomers.work, contact, DIED)
    newcomers.gone.clear()


def tell_own(newcomers: Newcomers) -> None:
    """What only refcli's own files say, once everybody is there."""
    work = newcomers.work
    with _as_a_whole(work):
        admired = [(who, t.admired_by) for who, t in newcomers.told if t.admired_by]
        newcomers.fields += resolve_admirers(work, admired)
        for contact, told in newcomers.told:
            tell(work, contact, told)
    newcomers.told.clear()
    _add_own(newcomers)


@contextmanager
def _as_a_whole(work: Writing) -> Iterator[None]:
    """An import says what it did as a whole, and not of each contact."""
    said, hints = list(work.did), list(work.hints)
    yield
    work.did[:], work.hints[:] = said, hints


def resolve_relations(newcomers: Newcomers) -> None:
    """Tie those who belong together; who is no contact stays a field of one's own."""
    for contact, word, name in newcomers.relations:
        found = contact_of_name(newcomers.work.connection, name)
        if len(found) == 1 and found[0] != contact:
            _tie(newcomers.work, contact, found[0], tie_word(word.rstrip("?")))
        elif word != KIN:
            newcomers.fields.append((contact, OwnField(word, name)))
    newcomers.relations.clear()
    _add_own(newcomers)


def _tie(work: Writing, contact: int, other: int, word: str) -> None:
    """A tie, where the two have none yet."""
    pair = {"one": contact, "two": other}
    query = (
        "select 1 from tie where (contact_id = :one and other_id = :two)"
        " or (contact_id = :two and other_id = :one)"
    )
    if work.connection.execute(query, pair).fetchone() is None:
        work.insert_in_bulk("tie", ("contact_id", "other_id", "word"), [(contact, other, word)])


def resolve_through(newcomers: Newcomers) -> list[tuple[int, str, str]]:
    """Fill "through" where its name means one contact; (line, name, through) where it does not."""
    unclear = []
    for contact, person in newcomers.through:
        found = contact_of_name(newcomers.work.connection, person.through or "")
        if len(found) == 1 and not comes_through(newcomers.work, found[0], contact):
            newcomers.work.connection.execute(
                "update contact set through_id = ? where id = ? and through_id is null",
                (found[0], contact),
            )
            if person.basis is None:
                newcomers.work.connection.execute(
                    f"update contact set basis = '{Basis.REFERRED}'"
                    " where id = ? and basis = 'other'",
                    (contact,),
                )
        else:
            unclear.append((person.line, person.name, person.through or ""))
    return unclear


def _row(contact_id: int, person: ImportedPerson, today: str) -> tuple[object, ...]:
    return (
        contact_id,
        person.name,
        fold(person.name),
        (person.basis or Basis.OTHER).value,
        url_key(person.text("url")) or None,
        today,
        *(_plain(person.plain.get(name)) for name in _FILLED),
    )


def _plain(value: object) -> object:
    """A value as SQLite keeps it."""
    return value.isoformat() if hasattr(value, "isoformat") else value


def _add_several(work: Writing, name: str, pairs: Iterable[tuple[int, str]]) -> None:
    kind = SEVERAL[name]
    seen: set[tuple[int, str]] = set()
    rows = []
    for contact, value in pairs:
        key = kind.key(value)
        if key and (contact, key) not in seen:
            seen.add((contact, key))
            rows.append((contact, value, key))
    columns = ("contact_id", kind.column, f"{kind.column}_key")
    work.insert_in_bulk(str(kind.row.__tablename__), columns, rows)

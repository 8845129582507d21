"""What files bring in: people, exchanges, slips; and how people are matched with those known."""

import datetime as dt
import sys
from bisect import insort
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from refcli.domain.contacts import Basis
from refcli.domain.interactions import Channel, Direction
from refcli.domain.names import words_of
from refcli.domain.phones import phone_key
from refcli.domain.text import fold

# By column, the values of those declared as plain ones from files; a column without one is absent.
Plain = Mapping[str, str | dt.date]


class ImportedPerson(NamedTuple):
    """One row or card of a file; `line` is where it begins, `through` a name as it stands there."""

    line: int
    name: str
    plain: Plain = MappingProxyType({})
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    basis: Basis | None = None
    through: str | None = None

    def text(self, column: str) -> str:
        """What the file says of a plain column, '' for nothing."""
        return str(self.plain.get(column, ""))


class ImportedExchange(NamedTuple):
    """One exchange of a calendar or mailbox; its people by address, profile or name.

    `key` names it for good, so that the same file brings it once.
    """

    line: int
    on: dt.date
    channel: Channel
    direction: Direction
    key: str
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""


class ImportedSlip(NamedTuple):
    """A referral slip: who sent whom to whom, or what a referral by `source` was worth."""

    line: int
    on: dt.date
    source: str
    receiver: str
    prospect: str | None = None
    value_cents: int | None = None


class RejectedRow(NamedTuple):
    """A row that cannot be taken; `fatal` ones stop the import unless they are skipped."""

    line: int
    reason: str
    fatal: bool


Entry = ImportedPerson | ImportedExchange | ImportedSlip | RejectedRow


class ImportFile(NamedTuple):
    """A file that is understood; `entries` can be gone through more than once."""

    format: str
    entries: Iterable[Entry]


class KnownPerson(NamedTuple):
    """A contact, as far as matching and filling gaps go; `filled` is what has a value already."""

    id: int
    name: str
    organization: str = ""
    url: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()


class Verdict(StrEnum):
    """What becomes of an imported row."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    DOUBTFUL = "doubtful"


class Match(NamedTuple):
    """A row with its verdict and, unless new, the contact or the candidates."""

    person: ImportedPerson
    verdict: Verdict
    contact: KnownPerson | None = None
    candidates: tuple[KnownPerson, ...] = ()


@dataclass(slots=True)
class ImportResult:
    """What an import did, or would do; exchanges are counted apart from people.

    `unclear` has (line, name, whose "through" is meant) for names that fit nobody or several.
    """

    format: str
    people: Counter[Verdict] = field(default_factory=Counter)
    doubtful: list[Match] = field(default_factory=list)
    rejected: list[RejectedRow] = field(default_factory=list)
    unclear: list[tuple[int, str, str]] = field(default_factory=list)
    exchanges: Counter[str] = field(default_factory=Counter)
    intros: Counter[str] = field(default_factory=Counter)

    @property
    def changes(self) -> int:
        """How many things are new or filled in."""
        made = self.people[Verdict.NEW] + self.people[Verdict.UPDATED]
        return made + self.exchanges["new"] + self.intros["new"] + self.intros["updated"]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was found that could be taken."""
        seen = self.people.total() + self.exchanges["new"] + self.exchanges["same"]
        return not (seen + self.intros.total())


@dataclass(slots=True)
class Index:
    """Those who are known, by what they are found by."""

    ids: set[int] = field(default_factory=set)
    by_url: dict[str, KnownPerson] = field(default_factory=dict)
    by_email: dict[str, KnownPerson] = field(default_factory=dict)
    by_phone: dict[str, KnownPerson] = field(default_factory=dict)
    by_name: dict[str, list[KnownPerson]] = field(default_factory=dict)


# What a person has once and no plain column holds.
_ONCE = ("basis", "through", "nicknames", "tags")


@lru_cache(maxsize=4096)
def url_key(url: str | None) -> str:
    """A profile's address without scheme, country, trailing slash or case."""
    if not url:
        return ""
    rest = url.strip().lower().split("://")[-1].split("?")[0].split("#")[0].rstrip("/")
    host, _, path = rest.partition("/")
    labels = host.split(".")
    return f"{'.'.join(labels[-2:])}/{path}"


def match_people(
    people: Iterable[ImportedPerson],
    known: Iterable[KnownPerson],
    decisions: Mapping[int, int | None] | None = None,
    *,
    index: Index | None = None,
) -> tuple[Match, ...]:
    """Match by profile address, e-mail, phone, then name with the same organisation.

    A name alone is doubtful, and so is a phone of somebody with another name. `decisions` settles
    doubtful rows by line: a contact's id, or None for somebody new. A person who stands in the
    file twice is new or updated once, with what both rows know; the first row comes first. An
    `index` that is handed in keeps everybody for the batches that follow.
    """
    index = Index() if index is None else index
    for other in known:
        if other.id not in index.ids:
            index.ids.add(other.id)
            _enter(index, other)
    settled = decisions or {}
    matches: list[Match] = []
    places: dict[int, int] = {}
    for person in people:
        match = _matched(person, index, settled)
        if match.verdict is Verdict.NEW:
            newcomer = _as_known(person)
            _enter(index, newcomer)
            places[id(newcomer)] = len(matches)
        elif (contact := match.contact) and (not contact.id or match.verdict is Verdict.UPDATED):
            place = places.pop(id(contact), None)
            learned = _learned(index, contact, person)
            if place is not None:
                places[id(learned)] = place
                both = _of_two_rows(matches[place].person, person)
                matches[place] = matches[place]._replace(person=both)
        matches.append(match)
    return tuple(matches)


def _of_two_rows(first: ImportedPerson, again: ImportedPerson) -> ImportedPerson:
    """One person out of two rows: the second fills what the first leaves open."""
    gaps = {name: getattr(again, name) for name in _ONCE if not getattr(first, name)}
    return first._replace(
        **gaps,
        plain={**again.plain, **first.plain},
        emails=first.emails + again.emails,
        phones=first.phones + again.phones,
    )


def _enter(index: Index, contact: KnownPerson, before: KnownPerson | None = None) -> None:
    """Let a contact be found, in the place of the one `before` they were filled in, if any."""
    if contact.url:
        _put(index.by_url, url_key(contact.url), contact, before)
    for email in contact.emails:
        if index.by_email.setdefault(email, contact) is not contact:
            _put(index.by_email, email, contact, before)
    for phone in contact.phones:
        if index.by_phone.setdefault(phone, contact) is not contact:
            _put(index.by_phone, phone, contact, before)
    namesakes = index.by_name.setdefault(fold(contact.name), [])
    if before is not None:
        namesakes[:] = [contact if c is before else c for c in namesakes]
    else:
        insort(namesakes, contact, key=_order)


def _put(
    table: dict[str, KnownPerson], key: str, contact: KnownPerson, before: KnownPerson | None
) -> None:
    kept = table.setdefault(key, contact)
    if kept is not contact and (kept is before or _order(contact) < _order(kept)):
        table[key] = contact


def _order(contact: KnownPerson) -> int:
    """Whoever is known longest comes first, whichever batch asked for them; newcomers last."""
    return contact.id or sys.maxsize


def _learned(index: Index, contact: KnownPerson, person: ImportedPerson) -> KnownPerson:
    """The contact with what the row adds, for the rows that follow."""
    learned = contact._replace(
        organization=contact.organization or person.text("organization"),
        url=contact.url or person.text("url"),
        emails=contact.emails.union(email.lower() for email in person.emails),
        phones=contact.phones.union(map(phone_key, person.phones)),
        filled=contact.filled.union(gaps(person, contact)),
    )
    _enter(index, learned, contact)
    return learned


def _as_known(person: ImportedPerson) -> KnownPerson:
    """The person as a contact to be, for the rows that follow."""
    return KnownPerson(
        id=0,
        name=person.name,
        organization=person.text("organization"),
        url=person.text("url"),
        emails=frozenset(email.lower() for email in person.emails),
        phones=frozenset(phone_key(phone) for phone in person.phones),
    )


def _matched(person: ImportedPerson, index: Index, settled: Mapping[int, int | None]) -> Match:
    certain = _certain(person, index)
    if certain is not None:
        return _found(person, certain)
    doubtful = _namesakes(person, index)
    if not doubtful:
        return Match(person, Verdict.NEW)
    if person.line in settled:
        chosen = [c for c in doubtful if c.id == settled[person.line]]
        return _found(person, chosen[0]) if chosen else Match(person, Verdict.NEW)
    return Match(person, Verdict.DOUBTFUL, candidates=doubtful)


def _namesakes(person: ImportedPerson, index: Index) -> tuple[KnownPerson, ...]:
    """Who has the same name, or the same phone under another."""
    found = [c for c in index.by_name.get(fold(person.name), []) if not _is_other(person, c)]
    for phone in person.phones:
        contact = index.by_phone.get(phone_key(phone))
        if contact is not None and contact not in found and not _is_other(person, contact):
            found.append(contact)
    return tuple(found)


def _is_other(person: ImportedPerson, contact: KnownPerson) -> bool:
    """Whether two profile addresses say that these are two people."""
    url = person.text("url")
    return bool(contact.url and url and url_key(contact.url) != url_key(url))


def _certain(person: ImportedPerson, index: Index) -> KnownPerson | None:
    url = url_key(person.text("url"))
    if url and url in index.by_url:
        return index.by_url[url]
    for email in person.emails:
        if email.lower() in index.by_email:
            return index.by_email[email.lower()]
    for phone in person.phones:
        contact = index.by_phone.get(phone_key(phone))
        if contact is not None and set(words_of(person.name)) & set(words_of(contact.name)):
            return contact
    for contact in index.by_name.get(fold(person.name), []):
        organization = person.text("organization")
        same_place = fold(contact.organization) == fold(organization)
        if same_place and organization and not _is_other(person, contact):
            return contact
    return None


def _found(person: ImportedPerson, contact: KnownPerson) -> Match:
    verdict = Verdict.UPDATED if contact.id and gaps(person, contact) else Verdict.SAME
    return Match(person, verdict, contact)


def gaps(person: ImportedPerson, contact: KnownPerson) -> dict[str, object]:
    """What the row knows and the contact does not; nothing that a user typed is overwritten."""
    found: dict[str, object] = {
        name: value for name, value in person.plain.items() if name not in contact.filled
    }
    for name in ("basis", "nicknames", "tags"):
        value = getattr(person, name)
        if value and value is not Basis.OTHER and name not in contact.filled:
            found[name] = value
    emails = tuple(e for e in person.emails if e.lower() not in contact.emails)
    phones = tuple(p for p in person.phones if phone_key(p) not in contact.phones)
    return found | ({"emails": emails} if emails else {}) | ({"phones": phones} if phones else {})

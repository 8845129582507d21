"""Matching the people of a file with those who are known, and filling what is empty.

A profile's address is one person's. A shared e-mail or phone says so only where the names agree:
colleagues share `info@`, couples a landline. A name says so with the same organisation, and alone
it is doubtful.
"""

import sys
from bisect import insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from refcli.domain.contacts import Basis
from refcli.domain.imports import (
    KIN,
    NOTHING_MORE,
    ImportedPerson,
    Job,
    KnownPerson,
    Match,
    Verdict,
    more_keyed,
    url_key,
)
from refcli.domain.name_agreement import is_kin, is_personal, name_keys, names_agree
from refcli.domain.phones import phone_key
from refcli.domain.text import fold, without_umlauts

_V = TypeVar("_V")
_T = TypeVar("_T", bound=tuple[object, ...])


@dataclass(slots=True)
class Index:
    """Those who are known, by what they are found by."""

    ids: set[int] = field(default_factory=set)
    by_url: dict[str, list[KnownPerson]] = field(default_factory=dict)
    by_email: dict[str, list[KnownPerson]] = field(default_factory=dict)
    by_phone: dict[str, list[KnownPerson]] = field(default_factory=dict)
    by_name: dict[str, list[KnownPerson]] = field(default_factory=dict)


def match_people(
    people: Iterable[ImportedPerson],
    known: Iterable[KnownPerson],
    decisions: Mapping[int, int | None] | None = None,
    *,
    index: Index | None = None,
) -> tuple[Match, ...]:
    """Match by profile, then address or number and a name that agrees, then name and firm.

    A name alone is doubtful; `decisions` settles doubtful rows by line: a contact's id, or None for
    somebody new. A person who stands in the file twice is new or updated once, with what both rows
    know; the first row comes first. An `index` that is handed in keeps everybody for the batches
    that follow.
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


def gaps(person: ImportedPerson, contact: KnownPerson) -> dict[str, object]:
    """What the row knows and the contact does not; nothing that a user typed is overwritten."""
    found: dict[str, object] = {
        name: value for name, value in person.plain.items() if name not in contact.filled
    }
    for name in ("basis", "nicknames", "tags"):
        value = getattr(person, name)
        if value and value is not Basis.OTHER and name not in contact.filled:
            found[name] = value
    if person.more.tier and "tier" not in contact.filled:
        found["tier"] = person.more.tier
    several: dict[str, tuple[object, ...]] = {
        "emails": tuple(e for e in person.emails if e.lower() not in contact.emails),
        "phones": tuple(p for p in person.phones if phone_key(p) not in contact.phones),
        **more_gaps(person, contact),
    }
    return found | {name: values for name, values in several.items() if values}


def more_gaps(person: ImportedPerson, contact: KnownPerson) -> dict[str, tuple[object, ...]]:
    """By field, what few rows hold and the contact does not have."""
    if not person.has_more:
        return {}
    return {
        name: tuple(value for key, value in keyed if (name, key) not in contact.has)
        for name, keyed in more_keyed(person).items()
    }


def new_job(person: ImportedPerson, contact: KnownPerson) -> Job | None:
    """The job of a row where it is another than the one that is known, None where it is not."""
    told = Job(person.text("organization"), person.text("role"))
    is_elsewhere = told.organization != contact.organization and bool(
        told.organization and contact.organization
    )
    is_elsewhere = is_elsewhere and _place(told.organization) != _place(contact.organization)
    is_other = bool(told.role and contact.role) and fold(told.role) != fold(contact.role)
    if not (is_elsewhere or is_other):
        return None
    role = told.role or ("" if is_elsewhere else contact.role)
    return Job(told.organization or contact.organization, role)


def _of_two_rows(first: ImportedPerson, again: ImportedPerson) -> ImportedPerson:
    """One person out of two rows: the second fills what the first leaves open, and adds."""
    return first._replace(
        basis=first.basis or again.basis,
        through=first.through or again.through,
        is_gone=first.is_gone or again.is_gone,
        emails=_both(first.emails, again.emails),
        phones=_both(first.phones, again.phones),
        nicknames=_both(first.nicknames, again.nicknames),
        tags=_both(first.tags, again.tags),
        relations=_both(first.relations, again.relations),
        addresses=_both(first.addresses, again.addresses),
        dates=(*first.dates, *_others(first.dates, again.dates)),
        fields=(*first.fields, *_others(first.fields, again.fields)),
        former_names=_both(first.former_names, again.former_names),
        more=again.more if first.more == NOTHING_MORE else first.more,
        plain={**again.plain, **first.plain},
    )


def _both(first: tuple[_V, ...], again: tuple[_V, ...]) -> tuple[_V, ...]:
    return tuple(dict.fromkeys((*first, *again)))


def _others(first: tuple[_T, ...], again: tuple[_T, ...]) -> tuple[_T, ...]:
    """Those of the second whose label the first does not have."""
    known = {fold(str(one[0])) for one in first}
    return tuple(one for one in again if fold(str(one[0])) not in known)


def _enter(index: Index, contact: KnownPerson, before: KnownPerson | None = None) -> None:
    """Let a contact be found, in the place of the one `before` they were filled in, if any."""
    tables = (
        (index.by_url, (url_key(contact.url),) if contact.url else ()),
        (index.by_email, contact.emails),
        (index.by_phone, contact.phones),
        (index.by_name, {key for name in contact.names for key in name_keys(name)}),
    )
    for table, keys in tables:
        for key in keys:
            there = table.setdefault(key, [])
            if before is not None:
                there[:] = [c for c in there if c is not before]
            insort(there, contact, key=_order)


def _order(contact: KnownPerson) -> int:
    """Whoever is known longest comes first, whichever batch asked for them; newcomers last."""
    return contact.id or sys.maxsize


def _learned(index: Index, contact: KnownPerson, person: ImportedPerson) -> KnownPerson:
    """The contact with what the row adds, for the rows that follow."""
    has = contact.has
    if person.has_more:
        keyed = more_keyed(person)
        has = has.union((name, key) for name, pairs in keyed.items() for key, _ in pairs)
    learned = contact._replace(
        organization=contact.organization or person.text("organization"),
        url=contact.url or person.text("url"),
        emails=contact.emails.union(email.lower() for email in person.emails),
        phones=contact.phones.union(map(phone_key, person.phones)),
        filled=contact.filled.union(gaps(person, contact)),
        has=has,
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
    certain, kin = _certain(person, index)
    if certain is not None:
        return _found(person, certain)
    if kin is not None:
        person = person._replace(relations=(*person.relations, (KIN, kin.name)))
    doubtful = _namesakes(person, index)
    if not doubtful:
        return Match(person, Verdict.NEW)
    if person.line in settled:
        chosen = [c for c in doubtful if c.id == settled[person.line]]
        return _found(person, chosen[0]) if chosen else Match(person, Verdict.NEW)
    return Match(person, Verdict.DOUBTFUL, candidates=doubtful)


def _namesakes(person: ImportedPerson, index: Index) -> tuple[KnownPerson, ...]:
    """Who has the same name."""
    found = (c for key in name_keys(person.name) for c in index.by_name.get(key, ()))
    return tuple(c for c in dict.fromkeys(found) if not _is_other(person, c))


def _is_other(person: ImportedPerson, contact: KnownPerson) -> bool:
    """Whether two profile addresses say that these are two people."""
    url = person.text("url")
    return bool(contact.url and url and url_key(contact.url) != url_key(url))


def _certain(person: ImportedPerson, index: Index) -> tuple[KnownPerson | None, KnownPerson | None]:
    """(who it is for sure, who shares an address or number and the family name, but is another)."""
    url = url_key(person.text("url"))
    if url and (found := index.by_url.get(url)):
        return found[0], None
    kin: KnownPerson | None = None
    shared = (
        *((c, is_personal(e)) for e in person.emails for c in index.by_email.get(e.lower(), ())),
        *((c, None) for p in person.phones for c in index.by_phone.get(phone_key(p), ())),
    )
    for contact, is_own in shared:
        if _is_other(person, contact):
            continue
        own, shared_by_firm = is_own is True, is_own is False
        if any(
            names_agree(person.name, name, is_personal=own, is_shared=shared_by_firm)
            for name in contact.names
        ):
            return contact, None
        kin = kin or (contact if is_kin(person.name, contact.name) else None)
    organization = _place(person.text("organization"))
    if organization:
        for contact in _namesakes(person, index):
            if _place(contact.organization) == organization:
                return contact, None
    return None, kin


def _place(organization: str) -> str:
    """A firm's name as it is compared."""
    return without_umlauts(organization) if organization else ""


def _found(person: ImportedPerson, contact: KnownPerson) -> Match:
    verdict = Verdict.UPDATED if contact.id and gaps(person, contact) else Verdict.SAME
    return Match(person, verdict, contact)

"""Imported people matched with those who are known: pure, so that a dry run is the real thing."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from refcli.domain.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPerson:
    """One row of a file; `line` is where it begins."""

    line: int
    name: str
    organization: str | None = None
    role: str | None = None
    emails: tuple[str, ...] = ()
    url: str | None = None
    known_since: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that cannot be taken; `fatal` ones stop the import unless they are skipped."""

    line: int
    reason: str
    fatal: bool


@dataclass(frozen=True, slots=True)
class ImportFile:
    """What a file holds, in its order."""

    format: str
    people: tuple[ImportedPerson, ...]
    rejected: tuple[RejectedRow, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A contact, as far as matching and filling gaps go."""

    id: int
    name: str
    organization: str | None
    role: str | None
    url: str | None
    known_since: dt.date | None
    emails: frozenset[str]


class Verdict(StrEnum):
    """What becomes of an imported row."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Match:
    """A row with its verdict and, unless new, the contact or the candidates."""

    person: ImportedPerson
    verdict: Verdict
    contact: KnownPerson | None = None
    candidates: tuple[KnownPerson, ...] = ()


@dataclass(slots=True)
class _Index:
    by_url: dict[str, KnownPerson] = field(default_factory=dict)
    by_email: dict[str, KnownPerson] = field(default_factory=dict)
    by_name: dict[str, list[KnownPerson]] = field(default_factory=dict)


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
) -> tuple[Match, ...]:
    """Match by profile address, e-mail, then name with the same organisation.

    A name alone is doubtful. `decisions` settles doubtful rows by line: a contact's id, or None
    for somebody new. A person who stands in the file twice is new once.
    """
    index = _Index()
    for contact in known:
        _enter(index, contact)
    settled = decisions or {}
    matches = []
    for person in people:
        match = _matched(person, index, settled)
        if match.verdict is Verdict.NEW:
            _enter(index, _as_known(person))
        matches.append(match)
    return tuple(matches)


def _enter(index: _Index, contact: KnownPerson) -> None:
    if contact.url:
        index.by_url.setdefault(url_key(contact.url), contact)
    for email in contact.emails:
        index.by_email.setdefault(email, contact)
    index.by_name.setdefault(fold(contact.name), []).append(contact)


def _as_known(person: ImportedPerson) -> KnownPerson:
    return KnownPerson(
        id=0,
        name=person.name,
        organization=person.organization,
        role=person.role,
        url=person.url,
        known_since=person.known_since,
        emails=frozenset(email.lower() for email in person.emails),
    )


def _matched(person: ImportedPerson, index: _Index, settled: Mapping[int, int | None]) -> Match:
    certain = _certain(person, index)
    if certain is not None:
        return _found(person, certain)
    namesakes = [
        c
        for c in index.by_name.get(fold(person.name), [])
        if not (c.url and person.url and url_key(c.url) != url_key(person.url))
    ]
    if not namesakes:
        return Match(person, Verdict.NEW)
    if person.line in settled:
        chosen = [c for c in namesakes if c.id == settled[person.line]]
        return _found(person, chosen[0]) if chosen else Match(person, Verdict.NEW)
    return Match(person, Verdict.DOUBTFUL, candidates=tuple(namesakes))


def _certain(person: ImportedPerson, index: _Index) -> KnownPerson | None:
    if person.url and url_key(person.url) in index.by_url:
        return index.by_url[url_key(person.url)]
    for email in person.emails:
        if email.lower() in index.by_email:
            return index.by_email[email.lower()]
    for contact in index.by_name.get(fold(person.name), []):
        is_other = contact.url and person.url and url_key(contact.url) != url_key(person.url)
        same_place = fold(contact.organization or "") == fold(person.organization or "")
        if same_place and not is_other and person.organization:
            return contact
    return None


def _found(person: ImportedPerson, contact: KnownPerson) -> Match:
    verdict = Verdict.UPDATED if contact.id and gaps(person, contact) else Verdict.SAME
    return Match(person, verdict, contact)


def gaps(person: ImportedPerson, contact: KnownPerson) -> dict[str, object]:
    """What the row knows and the contact does not; nothing that a user typed is overwritten."""
    found: dict[str, object] = {}
    for name in ("organization", "role", "url", "known_since"):
        value = getattr(person, name)
        if value and not getattr(contact, name):
            found[name] = value
    new_emails = [e for e in person.emails if e.lower() not in contact.emails]
    if new_emails:
        found["emails"] = tuple(new_emails)
    return found

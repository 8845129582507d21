"""Contacts as vCard 3.0, which every address book reads, or 4.0."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from refcli.domain.columns import every_column
from refcli.domain.contacts import Basis, Contact, ContactStatus, Nature, Person, says_itself
from refcli.exchange.joined import labelled
from refcli.exchange.vcard_text import (
    KEPT_AS,
    MET_THROUGH,
    OWN_WORD,
    escaped,
    named,
    parameter,
    vcard_text,
)


class Version(NamedTuple):
    """A version of vCard, and what its numbers, ties and dates are called in it."""

    name: str
    email: str
    related: str
    kind: str


V3 = Version("3.0", "EMAIL;TYPE=INTERNET", "X-ABRELATEDNAMES", "X-ABSHOWAS:COMPANY")
V4 = Version("4.0", "EMAIL", "RELATED;VALUE=text", "KIND:org")
# FN stands at the top of a card, with N; what has a label of its own is written by itself.
_BY_ITSELF = frozenset({"FN", "ADR", "X-ABDATE", "X-ABRELATEDNAMES", "X-REFCLI-FIELD"})
_FIELDS = {
    column.vcard: column.field
    for _, _, column in every_column()
    if column.vcard and column.vcard not in _BY_ITSELF
}
_LISTS = ("NICKNAME", "CATEGORIES")
_ORDER = (
    *("NICKNAME", "ORG", "TITLE", "EMAIL", "TEL", "URL", "CATEGORIES", "NOTE"),
    *("X-REFCLI-THROUGH", "X-REFCLI-BASIS"),
)


def contacts_vcf(contacts: Iterable[Contact], version: Version = V3) -> str:
    """A card for each contact."""
    return vcard_text(line for contact in contacts for line in _card(contact, version))


def _card(contact: Contact, version: Version) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield f"VERSION:{version.name}"
    if contact.is_a is Nature.FIRM:
        yield version.kind
    yield from named(contact.name)
    for name, text in sorted(_properties(contact), key=lambda pair: _place(pair[0])):
        yield f"{version.email if name == 'EMAIL' else name}:{text}"
    yield from _more(contact, version)
    yield "END:VCARD"


def _more(contact: Contact, version: Version) -> Iterator[str]:
    """Addresses, dates, ties and fields of one's own, so that an import gives them back."""
    for address in contact.addresses:
        yield f"ADR:;;{escaped(address)};;;;"
    number = 0
    for date in contact.dates:
        if date.label in _DATES:
            yield f"{_DATES[date.label]}:{_day(date.on, version)}"
        else:
            number += 1
            yield f"item{number}.X-ABDATE:{date.on}"
            yield f"item{number}.X-ABLabel:{escaped(date.label)}"
    for tie in contact.ties:
        number += 1
        own = f"{version.related};{OWN_WORD}={parameter(tie.word)}"
        yield f"item{number}.{own}:{escaped(tie.contact.name)}"
        yield f"item{number}.X-ABLabel:{escaped(tie.word)}"
    for field in contact.fields:
        if field.name.startswith(KEPT_AS) and _PROPERTY.fullmatch(field.name.removeprefix(KEPT_AS)):
            yield f"{field.name.removeprefix(KEPT_AS)}:{field.value}"
        else:
            yield f"X-REFCLI-FIELD:{escaped(field.name)};{escaped(field.value)}"


_DATES = {"birthday": "BDAY", "anniversary": "ANNIVERSARY"}
# A property that came in with a card goes out as it was.
_PROPERTY = re.compile(r"[A-Z][\w-]*(?:;[^\x00-\x1f:]*)?")


def _day(on: str, version: Version) -> str:
    """A day as the version has it: 4.0 takes the basic format, `--0506` without the year."""
    return on if version is V3 else f"{on[:2]}{on[2:].replace('-', '')}"


def _properties(contact: Contact) -> Iterator[tuple[str, str]]:
    """(property, value) of what is known, by what is declared for each field."""
    for name, field in _FIELDS.items():
        value = _said(contact, field)
        if name in _LISTS and value:
            yield name, ",".join(escaped(str(one)) for one in value)
        else:
            yield from ((name, escaped(str(one))) for one in value)


def _said(contact: Contact, field: str) -> Sequence[object]:
    """The values of a field; a note also says through whom, for programs that know no better."""
    value = getattr(contact, field)
    through = contact.through
    if field == "note":
        known = f"{MET_THROUGH}{through.name}" if through else ""
        value = "\n".join(part for part in (contact.note, known) if part)
    if field == "basis" and value is Basis.OTHER and not through:
        return ()
    if field == "jobs":
        return [labelled(job.on.isoformat(), job.was) for job in contact.jobs]
    if _goes_without_saying(contact, field):
        return ()
    if isinstance(value, Person):
        return (value.name,)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _goes_without_saying(contact: Contact, field: str) -> bool:
    return (
        says_itself(contact, field)
        or (field == "status" and contact.status is ContactStatus.ACTIVE)
        or (field == "status_until" and contact.status is not ContactStatus.RESTING)
    )


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)

"""Contacts as vCard 3.0, which every address book reads."""

import re
from collections.abc import Iterable, Iterator, Sequence

from refcli.domain.columns import every_column
from refcli.domain.contacts import Basis, Contact, Person
from refcli.exchange.vcard_text import KEPT_AS, escaped, named, vcard_text

# FN stands at the top of a card, with N.
_FIELDS = {
    column.vcard: column.field
    for _, _, column in every_column()
    if column.vcard and column.vcard != "FN"
}
_LISTS = ("NICKNAME", "CATEGORIES")
_PARAMETERS = {"EMAIL": "EMAIL;TYPE=INTERNET"}
_ORDER = (
    *("NICKNAME", "ORG", "TITLE", "EMAIL", "TEL", "URL", "CATEGORIES", "NOTE"),
    *("X-REFCLI-THROUGH", "X-REFCLI-BASIS"),
)


def contacts_vcf(contacts: Iterable[Contact]) -> str:
    """A card for each contact."""
    return vcard_text(line for contact in contacts for line in _card(contact))


def _card(contact: Contact) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield from named(contact.name)
    for name, text in sorted(_properties(contact), key=lambda pair: _place(pair[0])):
        yield f"{_PARAMETERS.get(name, name)}:{text}"
    yield from _more(contact)
    yield "END:VCARD"


def _more(contact: Contact) -> Iterator[str]:
    """Addresses, dates, ties and fields of one's own, so that an import gives them back."""
    for address in contact.addresses:
        yield f"ADR:;;{escaped(address)};;;;"
    labelled = list[tuple[str, str, str]]()
    for date in contact.dates:
        name = _DATES.get(date.label.lower())
        if name is None:
            labelled.append(("X-ABDATE", date.on, date.label))
        else:
            yield f"{name}:{date.on}"
    labelled += [("X-ABRELATEDNAMES", tie.contact.name, tie.word) for tie in contact.ties]
    for number, (name, value, label) in enumerate(labelled, start=1):
        yield f"item{number}.{name}:{escaped(value)}"
        yield f"item{number}.X-ABLabel:{escaped(label)}"
    for field in contact.fields:
        if field.name.startswith(KEPT_AS) and _PROPERTY.fullmatch(field.name.removeprefix(KEPT_AS)):
            yield f"{field.name.removeprefix(KEPT_AS)}:{field.value}"
        else:
            yield f"X-REFCLI-FIELD:{escaped(field.name)};{escaped(field.value)}"


_DATES = {"birthday": "BDAY", "anniversary": "ANNIVERSARY"}
# A property that came in with a card goes out as it was.
_PROPERTY = re.compile(r"[A-Z][\w-]*(?:;[^\x00-\x1f:]*)?")


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
        known = f"Met through {through.name}" if through else ""
        value = "\n".join(part for part in (contact.note, known) if part)
    if field == "basis" and value is Basis.OTHER and not through:
        return ()
    if isinstance(value, Person):
        return (value.name,)
    return value if isinstance(value, tuple) else (value,) if value else ()


def _place(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)

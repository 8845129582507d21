"""Contacts as vCard 3.0, which every address book reads."""

from collections.abc import Iterable, Iterator, Sequence

from refcli.domain.columns import every_column
from refcli.domain.contacts import Basis, Contact, Person
from refcli.exchange.vcard_text import escaped, named, vcard_text

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
    yield "END:VCARD"


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

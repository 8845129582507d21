"""Contacts as vCard 3.0, which every address book reads."""

from collections.abc import Iterable, Iterator, Sequence

from refcli.domain.columns import every_column
from refcli.domain.contacts import Basis, Contact, Person

_FOLD = 75
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
_BREAKS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def contacts_vcf(contacts: Iterable[Contact]) -> str:
    """A card for each contact."""
    lines = (line for contact in contacts for line in _card(contact))
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _card(contact: Contact) -> Iterator[str]:
    first, _, last = contact.name.rpartition(" ")
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"FN:{_escaped(contact.name)}"
    yield f"N:{_escaped(last)};{_escaped(first)};;;"
    for name, text in sorted(_properties(contact), key=lambda pair: _place(pair[0])):
        yield f"{_PARAMETERS.get(name, name)}:{text}"
    yield "END:VCARD"


def _properties(contact: Contact) -> Iterator[tuple[str, str]]:
    """(property, value) of what is known, by what is declared for each field."""
    for name, field in _FIELDS.items():
        value = _said(contact, field)
        if name in _LISTS and value:
            yield name, ",".join(_escaped(str(one)) for one in value)
        else:
            yield from ((name, _escaped(str(one))) for one in value)


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


def _escaped(text: str) -> str:
    """One line that stays one property, whatever the text holds."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_BREAKS)


def _folded(line: str) -> Iterator[str]:
    """Lines of at most 75 octets, cut between characters, each but the first after a space."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > _FOLD:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part

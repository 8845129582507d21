"""Contacts as vCard 3.0, which every address book reads."""

from collections.abc import Iterable, Iterator

from refcli.domain.contacts import Basis, Contact

_FOLD = 75
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
    if contact.nicknames:
        yield f"NICKNAME:{','.join(map(_escaped, contact.nicknames))}"
    if contact.organization:
        yield f"ORG:{_escaped(contact.organization)}"
    if contact.role:
        yield f"TITLE:{_escaped(contact.role)}"
    yield from (f"EMAIL;TYPE=INTERNET:{_escaped(email)}" for email in contact.emails)
    yield from (f"TEL:{_escaped(phone)}" for phone in contact.phones)
    if contact.url:
        yield f"URL:{_escaped(contact.url)}"
    if contact.tags:
        yield f"CATEGORIES:{','.join(map(_escaped, contact.tags))}"
    through = f"Met through {contact.through.name}" if contact.through else ""
    note = "\n".join(part for part in (contact.note, through) if part)
    if note:
        yield f"NOTE:{_escaped(note)}"
    if contact.through:
        yield f"X-REFCLI-THROUGH:{_escaped(contact.through.name)}"
    if contact.basis is not Basis.OTHER or contact.through:
        yield f"X-REFCLI-BASIS:{contact.basis.value}"
    yield "END:VCARD"


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

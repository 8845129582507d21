"""Ties between two contacts, told and taken back."""

from sqlmodel import or_, select

from refcli.domain.ties import seen_back, tie_word, tied_words
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName
from refcli.write.contacts import contact_row
from refcli.write.session import Writing
from refcli.write.tables.tie import TieRow


def tie_contacts(work: Writing, contact: int, other: int, text: str) -> None:
    """Note what the other is to the contact; said once more, it is so already.

    Raises Refused for a contact and themselves, and where the two are tied otherwise.
    """
    one, two = contact_row(work, contact), contact_row(work, other)
    word = tie_word(text)
    if contact == other:
        raise Refused(f"nobody is tied to themselves: {one.name}", "name two contacts")
    row = _between(work, contact, other)
    if row is None:
        work.put(TieRow(contact_id=contact, other_id=other, word=word))
    elif word != (known := row.word if row.contact_id == contact else seen_back(row.word)):
        raise Refused(
            f"{tied_words(one.name, two.name, known)} already, and nothing was changed",
            typed("refcli contact untie {} {}", one, two),
        )
    work.say(
        "contacts-tied",
        contact=contact,
        other=other,
        tied=tied_words(one.name, two.name, word),
    )


def untie_contacts(work: Writing, contact: int, other: int) -> None:
    """Take the tie of two contacts back; raises UnknownName where there is none."""
    one, two = contact_row(work, contact), contact_row(work, other)
    row = _between(work, contact, other)
    if row is None:
        raise UnknownName(
            f"{one.name} and {two.name} are not tied", typed("see: refcli contact show {}", one)
        )
    work.delete(row)
    work.say("contacts-untied", contact=contact, other=other, name=one.name, other_name=two.name)


def _between(work: Writing, contact: int, other: int) -> TieRow | None:
    one_way = (TieRow.contact_id == contact) & (TieRow.other_id == other)
    other_way = (TieRow.contact_id == other) & (TieRow.other_id == contact)
    return work.first(select(TieRow).where(or_(one_way, other_way)))

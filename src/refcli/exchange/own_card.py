"""The user's own card, for a phone to read or an address book to keep."""

from collections.abc import Iterator

from refcli.domain.drafts.opening import Me
from refcli.exchange.vcard_text import escaped, named, vcard_text


def own_card(me: Me, note: str = "") -> str:
    """The card as vCard 3.0; a note holds what a source should know."""
    return vcard_text(_lines(me, note))


def _lines(me: Me, note: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield from named(me.name or me.business)
    for name, text in (
        ("ORG", me.business),
        ("TITLE", me.profession),
        ("EMAIL;TYPE=INTERNET", me.reach),
        ("NOTE", note),
    ):
        if text:
            yield f"{name}:{escaped(text)}"
    yield "END:VCARD"

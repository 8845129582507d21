"""Contacts as JSON, table and sheet."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields
from refcli.domain.contacts import Contact, ContactStatus, Person, Rapport
from refcli.domain.day_words import day_text
from refcli.domain.likeness import Pair
from refcli.domain.rapport import rapport_words
from refcli.domain.thanks import THANKS_WORDS
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.values import Json, day_json, day_or_dash, person_json


def pair_json(pair: Pair) -> Json:
    """As `contact dupes --json` has it."""
    return {
        "contact": person_json(pair.keep),
        "other": person_json(pair.other),
        "score": pair.score,
        "why": list(pair.why),
    }


def pairs_table(pairs: Sequence[Pair]) -> Table:
    """Contacts who may be one person, the likeliest first."""
    columns = (
        Column("score", right=True),
        Column("contact", style="name", flexible=True),
        Column("may be", style="name", flexible=True),
        Column("because of", flexible=True),
    )
    rows = tuple(
        (
            str(pair.score),
            f"@{pair.keep.id} {pair.keep.name}",
            f"@{pair.other.id} {pair.other.name}",
            ", ".join(pair.why),
        )
        for pair in pairs
    )
    return Table(columns, rows, "no two contacts look like one person")


def contact_json(contact: Contact) -> Json:
    """A contact as `contact --json` has it."""
    return {name: _value_json(getattr(contact, name)) for name in contact_fields(Place.JSON)}


def _value_json(value: object) -> object:
    if isinstance(value, Person):
        return person_json(value)
    if isinstance(value, Rapport):
        return {"days": value.days, "band": value.band}
    if isinstance(value, tuple):
        return list(value)
    return day_json(value) if isinstance(value, dt.date) else value


def contacts_table(contacts: Sequence[Contact]) -> Table:
    """Contacts with what tells them apart and how alive each relationship is."""
    columns = (
        Column("id", right=True, style="dim"),
        Column("name", flexible=True, style="name"),
        Column("organisation", flexible=True),
        Column("basis"),
        Column("tier"),
        Column("rapport"),
        Column("last", style="dim"),
    )
    rows = tuple(
        (
            f"@{c.id}",
            c.name,
            c.organization or "",
            c.basis if c.status is ContactStatus.ACTIVE else f"{c.basis} ({c.status})",
            c.tier or "",
            c.rapport.band,
            day_or_dash(c.last_interaction),
        )
        for c in contacts
    )
    return Table(columns, rows, "no contacts match")


def contact_sheet(contact: Contact, today: dt.date, sections: Sequence[Section] = ()) -> Sheet:
    """One contact in full; sections hold what happened with them."""
    work = ", ".join(part for part in (contact.role, contact.organization) if part)
    last = contact.last_interaction
    pairs = (
        ("known by", _known_by(contact)),
        ("also called", ", ".join(contact.nicknames)),
        ("work", work),
        ("industry", contact.industry or ""),
        ("e-mail", ", ".join(contact.emails)),
        ("phone", ", ".join(contact.phones)),
        ("link", contact.url or ""),
        ("status", _status(contact)),
        ("tier", contact.tier or ""),
        ("rapport", rapport_words(contact.rapport)),
        ("last exchange", "never" if last is None else day_text(last, today)),
        ("working on", contact.focus or ""),
        ("thanks by", THANKS_WORDS[contact.thanks_by] if contact.thanks_by else ""),
        ("admired by", contact.admired_by.name if contact.admired_by else ""),
        ("taught", day_text(contact.taught_on, today) if contact.taught_on else "never"),
        ("tags", ", ".join(contact.tags)),
        ("note", contact.note or ""),
    )
    fields = tuple((label, value) for label, value in pairs if value)
    return Sheet(f"{contact.name} (@{contact.id})", fields, tuple(sections))


def _known_by(contact: Contact) -> str:
    words: list[str] = [contact.basis.value]
    if contact.through:
        words.append(f"through {contact.through.name}")
    if contact.since:
        words.append(f"since {contact.since.isoformat()}")
    return ", ".join(words)


def _status(contact: Contact) -> str:
    if contact.status is ContactStatus.ACTIVE:
        return ""
    until = f" until {contact.status_until.isoformat()}" if contact.status_until else ""
    because = f": {contact.status_because}" if contact.status_because else ""
    return f"{contact.status}{until}{because}"

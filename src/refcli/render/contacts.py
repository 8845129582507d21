"""Contacts as JSON, table and sheet."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields
from refcli.domain.contacts import (
    Contact,
    ContactStatus,
    Nature,
    Person,
    Rapport,
    Tie,
    YearlyDate,
)
from refcli.domain.day_words import day_text, yearly_text
from refcli.domain.likeness import Pair
from refcli.domain.phones import phone_key
from refcli.domain.rapport import rapport_words
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.output import Json
from refcli.render.values import day_json, day_or_dash, person_json

Words = Callable[[Contact, dt.date], str]


def pair_json(pair: Pair, may_be: str) -> Json:
    """As `contact dupes --json` has it; of a household nobody is the other."""
    return {
        "may_be": may_be,
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
    rows = tuple((str(pair.score), *_of_pair(pair)) for pair in pairs)
    return Table(columns, rows, "no two contacts look like one person")


def households_table(pairs: Sequence[Pair]) -> Table:
    """Contacts who are not one person and may belong together."""
    columns = (
        Column("contact", style="name", flexible=True),
        Column("may live with", style="name", flexible=True),
        Column("because of", flexible=True),
    )
    return Table(columns, tuple(map(_of_pair, pairs)))


def _of_pair(pair: Pair) -> tuple[str, str, str]:
    keep, other = (f"@{who.id} {who.name}" for who in (pair.keep, pair.other))
    return keep, other, ", ".join(pair.why)


def contact_json(contact: Contact) -> Json:
    """A contact as `contact --json` has it."""
    values = {name: _value_json(getattr(contact, name)) for name in contact_fields(Place.JSON)}
    values["fields"] = {field.name: field.value for field in contact.fields}
    return {"is" if name == "is_a" else name: value for name, value in values.items()}


def tie_json(tie: Tie) -> Json:
    """A tie as `contact --json` has it."""
    return {"contact": person_json(tie.contact), "as": tie.word}


def date_json(date: YearlyDate) -> Json:
    """A yearly date as `contact --json` has it."""
    return {"label": date.label, "on": date.on, "next": day_json(date.next)}


def _value_json(value: object) -> object:
    if isinstance(value, Tie):
        return tie_json(value)
    if isinstance(value, YearlyDate):
        return date_json(value)
    if isinstance(value, Person):
        return person_json(value)
    if isinstance(value, Rapport):
        return {"days": value.days, "band": value.band}
    if isinstance(value, tuple):
        return [_value_json(one) for one in value]
    return day_json(value) if isinstance(value, dt.date) else value


def contacts_table(contacts: Sequence[Contact], today: dt.date) -> Table:
    """Contacts with what tells them apart and how alive each relationship is."""
    columns = (
        Column("id", right=True, style="dim"),
        Column("name", flexible=True, style="name"),
        Column("organisation", flexible=True, gives=2),
        Column("basis"),
        Column("tier"),
        Column("rapport"),
        Column("last", style="dim", gives=1),
    )
    rows = tuple(
        (
            f"@{c.id}",
            c.name,
            c.organization or "",
            c.basis if c.status is ContactStatus.ACTIVE else f"{c.basis} ({c.status})",
            c.tier or "",
            c.rapport.band,
            day_or_dash(c.last_interaction, today),
        )
        for c in contacts
    )
    return Table(columns, rows, "no contacts match")


def known_by(contact: Contact, today: dt.date) -> str:
    """Why they would trust me, through whom I know them, and since when."""
    words: list[str] = [basis.value for basis in contact.bases]
    if contact.through:
        words.append(f"through {contact.through.name}")
    if contact.since:
        words.append(f"since {day_text(contact.since, today)}")
    return ", ".join(words)


def _nature(contact: Contact, _: dt.date) -> str:
    return "" if contact.is_a in (None, Nature.PERSON) else contact.is_a.words


def ties_text(contact: Contact) -> str:
    """Whom they are tied to, in one line."""
    return ", ".join(_tie(tie) for tie in contact.ties)


def _tie(tie: Tie) -> str:
    """`Greg Weiss (spouse)`, `sister of Anna Weiss`."""
    if tie.word.endswith(" of"):
        return f"{tie.word} {tie.contact.name}"
    return f"{tie.contact.name} ({tie.word})"


def _status(contact: Contact, today: dt.date) -> str:
    if contact.status is ContactStatus.ACTIVE:
        return ""
    until = f" until {day_text(contact.status_until, today)}" if contact.status_until else ""
    because = f": {contact.status_because}" if contact.status_because else ""
    return f"{contact.status}{until}{because}"


def _work(contact: Contact, _: dt.date) -> str:
    return ", ".join(part for part in (contact.role, contact.organization) if part)


def _last(contact: Contact, today: dt.date) -> str:
    last = contact.last_interaction
    return "never" if last is None else day_text(last, today)


def _taught(contact: Contact, today: dt.date) -> str:
    return day_text(contact.taught_on, today) if contact.taught_on else "never"


def _thanks_by(contact: Contact, _: dt.date) -> str:
    return contact.thanks_by.words if contact.thanks_by else ""


def _dates(contact: Contact, today: dt.date) -> str:
    return ", ".join(
        f"{date.label} {yearly_text(date.on)} ({day_text(date.next, today)})"
        for date in contact.dates
    )


def _plain(field: str) -> Words:
    """The words of a field that is shown as it is."""

    def words(contact: Contact, today: dt.date) -> str:
        value = getattr(contact, field)
        if isinstance(value, dt.date):
            return day_text(value, today)
        if isinstance(value, Person):
            return value.name
        return ", ".join(value) if isinstance(value, tuple) else str(value or "")

    return words


# The lines of a sheet: the label, the fields that it shows, and its words.
_LINES: tuple[tuple[str, tuple[str, ...], Words], ...] = (
    ("is", ("is_a",), _nature),
    ("known by", ("basis", "bases", "through", "since"), known_by),
    ("ties", ("ties",), lambda contact, _: ties_text(contact)),
    ("also called", ("nicknames",), _plain("nicknames")),
    ("formerly", ("former_names",), _plain("former_names")),
    ("greeted as", ("call",), _plain("call")),
    ("pronouns", ("pronouns",), _plain("pronouns")),
    ("work", ("role", "organization"), _work),
    ("industry", ("industry",), _plain("industry")),
    ("e-mail", ("emails",), _plain("emails")),
    ("phone", ("phones",), _plain("phones")),
    ("address", ("addresses",), lambda contact, _: "; ".join(contact.addresses)),
    ("link", ("url",), _plain("url")),
    ("status", ("status", "status_until", "status_because"), _status),
    ("tier", ("tier",), _plain("tier")),
    ("rapport", ("rapport",), lambda contact, _: rapport_words(contact.rapport)),
    ("last exchange", ("last_interaction",), _last),
    ("working on", ("focus",), _plain("focus")),
    ("thanks by", ("thanks_by",), _thanks_by),
    ("admired by", ("admired_by",), _plain("admired_by")),
    ("taught", ("taught_on",), _taught),
    ("tags", ("tags",), _plain("tags")),
    ("dates", ("dates",), _dates),
    ("yours", ("fields",), lambda contact, _: ", ".join(map(": ".join, contact.fields))),
    ("note", ("note",), _plain("note")),
)
_TITLE = ("id", "name")
_IN_LINES = frozenset(field for _, fields, _ in _LINES for field in fields).union(_TITLE)
# A field that can be told and has no line above is one by its own name, before the note.
_MORE = tuple(
    (field.replace("_", " "), (field,), _plain(field))
    for field in contact_fields(Place.OPTION)
    if field not in _IN_LINES
)


def contact_sheet(contact: Contact, today: dt.date, sections: Sequence[Section] = ()) -> Sheet:
    """One contact in full; sections hold what happened with them."""
    lines = (
        (label, words(contact, today)) for label, _, words in (*_LINES[:-1], *_MORE, _LINES[-1])
    )
    fields = tuple((label, value) for label, value in lines if value)
    title = f"{contact.name} (@{contact.id})"
    return Sheet(title, fields, tuple(sections), tuple(_links(contact)))


def _links(contact: Contact) -> Iterator[tuple[str, str]]:
    """Addresses, numbers and the profile, as a terminal can open them."""
    found = [(email, f"mailto:{email}") for email in contact.emails]
    found += [(phone, f"tel:{phone_key(phone)}") for phone in contact.phones]
    if contact.url and contact.url.startswith(("https://", "http://")):
        found.append((contact.url, contact.url))
    yield from ((text, address) for text, address in found if _PLAIN_ADDRESS.fullmatch(address))


# What needs no quoting; anything else is shown and not linked.
_PLAIN_ADDRESS = re.compile(r"[A-Za-z0-9._~:/?#@!$&()*+,;=%-]+")

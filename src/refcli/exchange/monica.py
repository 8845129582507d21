"""Monica's JSON export, version 4: people, and through whom I met them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from refcli.domain.imports import Entry
from refcli.errors import BadData
from refcli.exchange.cells import is_phone, person_entries
from refcli.exchange.file_days import Days

_BY_MONICA = {
    "first_name": "first",
    "middle_name": "middle",
    "last_name": "last",
    "nickname": "nickname",
    "company": "organization",
    "job": "role",
    "description": "note",
}


_DATES = {"first_met_date": "known_since", "birthdate": "birthday"}


def _dated(value: Any) -> str:
    """A day of Monica's: text, or an object that says whether its year is known."""
    if not isinstance(value, dict):
        return str(value) if value else ""
    if value.get("is_age_based"):
        return ""  # worked out from an age: the day is not known
    day = str(value.get("date", ""))[:10]
    return f"-{day[4:]}" if value.get("is_year_unknown") else day


@dataclass(frozen=True, slots=True)
class MonicaContacts:
    """The contacts of an export; `line` counts them."""

    contacts: tuple[Any, ...]
    days: Days
    relationships: tuple[Any, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        """Each contact as a person."""
        names = {
            uuid: _name(_properties(c))
            for c in self.contacts
            if isinstance(uuid := c.get("uuid"), str)
        }
        relations = _relations(self.relationships, names)
        for number, contact in enumerate(self.contacts, start=1):
            cells = _cells(contact, names) | relations.get(str(contact.get("uuid")), {})
            yield from person_entries(number, cells, self.days)


def _relations(values: Iterable[Any], names: dict[str, str]) -> dict[str, dict[str, list[str]]]:
    """By contact, who they belong to, by field: `contact_is` is the `type` of `of_contact`."""
    found: dict[str, dict[str, list[str]]] = {}
    for value in values:
        told = _properties(value)
        one, other, word = (told.get(key) for key in ("of_contact", "contact_is", "type"))
        if isinstance(word, str) and names.get(str(other)):
            field = f"relation:{word.replace('_', ' ')}"
            found.setdefault(str(one), {}).setdefault(field, []).append(names[str(other)])
    return found


def _cells(contact: dict[str, Any], names: dict[str, str]) -> dict[str, list[str]]:
    """What a contact's properties say, by field; what is of another shape says nothing."""
    found = _properties(contact)
    cells = {
        field: [str(found[key])]
        for key, field in _BY_MONICA.items()
        if isinstance(found.get(key), str | int)
    }
    through = found.get("first_met_through")
    if isinstance(through, str) and names.get(through):
        cells["through"] = [names[through]]
    for key, name in _DATES.items():
        if day := _dated(found.get(key)):
            cells[name] = [day]
    if found.get("is_dead") is True:
        cells["is_gone"] = ["yes"]
    tags = found.get("tags")
    cells["tag"] = [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    for value in _contact_fields(contact):
        kind = "email" if "@" in value[1:] else "phone" if is_phone(value) else "field:contact"
        cells.setdefault(kind, []).append(value)
    for note in _values(contact.get("data"), "note"):
        cells.setdefault("note", []).append(str(_properties(note).get("body") or ""))
    for address in _values(contact.get("data"), "address"):
        told = _properties(address)
        town = " ".join(_texts(told, "postal_code", "city"))
        parts = (*_texts(told, "street"), town, *_texts(told, "province", "country"))
        cells.setdefault("address", []).append(", ".join(filter(None, parts)))
    return cells


def _texts(properties: dict[str, Any], *names: str) -> list[str]:
    return [str(text) for name in names if isinstance(text := properties.get(name), str) and text]


def monica_contacts(value: Any, name: str, days: Days) -> MonicaContacts | None:
    """The contacts of a parsed JSON file, None when it is no export of Monica's."""
    account = value.get("account") if isinstance(value, dict) else None
    if not isinstance(account, dict) or "data" not in account:
        return None
    found = tuple(_values(account["data"], "contact"))
    if not found:
        raise BadData(f"there is nobody in it, so nothing was imported: {name}")
    return MonicaContacts(found, days, tuple(_values(account["data"], "relationship")))


def parsed_json(data: bytes, name: str) -> Any:
    """The value of a JSON file; raises BadData when it is none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadData(f"no JSON that can be read, so nothing was imported: {name}") from error


def _values(groups: Any, kind: str) -> Iterator[dict[str, Any]]:
    for group in groups if isinstance(groups, list) else ():
        if isinstance(group, dict) and group.get("type") == kind:
            values = group.get("values")
            found = values if isinstance(values, list) else []
            yield from (value for value in found if isinstance(value, dict))


def _properties(contact: dict[str, Any]) -> dict[str, Any]:
    found = contact.get("properties")
    return found if isinstance(found, dict) else {}


def _name(properties: dict[str, Any]) -> str:
    parts = (properties.get(part) for part in ("first_name", "middle_name", "last_name"))
    return " ".join(str(part) for part in parts if part)


def _contact_fields(contact: dict[str, Any]) -> Iterator[str]:
    for field in _values(contact.get("data"), "contact_field"):
        value = _properties(field).get("data")
        if isinstance(value, str):
            yield value

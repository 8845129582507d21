"""Monica's JSON export, version 4: people, and through whom I met them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from refcli.domain.imports import Entry
from refcli.errors import BadData
from refcli.exchange.cells import person_entries

_BY_MONICA = {
    "first_name": "first",
    "middle_name": "middle",
    "last_name": "last",
    "nickname": "nickname",
    "company": "organization",
    "job": "role",
    "description": "note",
}


@dataclass(frozen=True, slots=True)
class MonicaContacts:
    """The contacts of an export; `line` counts them."""

    contacts: tuple[Any, ...]

    def __iter__(self) -> Iterator[Entry]:
        """Each contact as a person."""
        names = {c.get("uuid"): _name(_properties(c)) for c in self.contacts}
        for number, contact in enumerate(self.contacts, start=1):
            found = _properties(contact)
            cells = {
                field: [str(found[key])] for key, field in _BY_MONICA.items() if found.get(key)
            }
            through = names.get(found.get("first_met_through"))
            if through:
                cells["through"] = [through]
            if found.get("first_met_date"):
                cells["known_since"] = [str(found["first_met_date"])]
            cells["tag"] = [str(tag) for tag in found.get("tags") or () if isinstance(tag, str)]
            for value in _contact_fields(contact):
                cells.setdefault("email" if "@" in value else "phone", []).append(value)
            yield from person_entries(number, cells)


def monica_contacts(value: Any, name: str) -> MonicaContacts | None:
    """The contacts of a parsed JSON file, None when it is no export of Monica's."""
    account = value.get("account") if isinstance(value, dict) else None
    if not isinstance(account, dict) or "data" not in account:
        return None
    found = tuple(_values(account["data"], "contact"))
    if not found:
        raise BadData(f"there is nobody in it, so nothing was imported: {name}")
    return MonicaContacts(found)


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
            yield from (v for v in values or () if isinstance(v, dict))


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

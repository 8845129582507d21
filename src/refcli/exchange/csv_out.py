"""Contacts as CSV: one row each, in columns that `import` reads again."""

import csv
import io
from collections.abc import Iterable

from refcli.domain.contacts import Contact
from refcli.exchange.formulas import guarded
from refcli.exchange.layouts import OWN_COLUMNS

JOINED_BY = "; "


def contacts_csv(contacts: Iterable[Contact]) -> str:
    """The rows under their header; cells that a spreadsheet would compute are guarded."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(OWN_COLUMNS)
    for contact in contacts:
        cells = _cells(contact)
        writer.writerow([guarded(cells[name]) for name in OWN_COLUMNS])
    return buffer.getvalue()


def _cells(contact: Contact) -> dict[str, str]:
    return {
        "name": contact.name,
        "nicknames": JOINED_BY.join(contact.nicknames),
        "organization": contact.organization or "",
        "role": contact.role or "",
        "industry": contact.industry or "",
        "emails": JOINED_BY.join(contact.emails),
        "phones": JOINED_BY.join(contact.phones),
        "basis": contact.basis.value,
        "through": contact.through.name if contact.through else "",
        "since": contact.since.isoformat() if contact.since else "",
        "tier": contact.tier.value if contact.tier else "",
        "tags": JOINED_BY.join(contact.tags),
        "status": contact.status.value,
        "focus": contact.focus or "",
        "known_since": contact.known_since.isoformat() if contact.known_since else "",
        "url": contact.url or "",
        "note": contact.note or "",
    }

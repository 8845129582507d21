"""What only refcli's own files say of somebody: told again, as a person would tell it."""

from collections.abc import Iterable

from refcli.domain.contacts import DIED, ContactFields, ContactStatus
from refcli.domain.imports import FromRefcli
from refcli.errors import RefcliError
from refcli.read.known import contact_of_name
from refcli.write.contacts import (
    drop_contact,
    edit_contact,
    mark_taught,
    note_past_job,
    rest_contact,
)
from refcli.write.session import Writing

_ELSEWHERE = "dropped before this import"


def tell(work: Writing, contact: int, told: FromRefcli) -> None:
    """Bases, tier, focus, what was taught, past jobs, and whether nothing is asked of them."""
    fields = ContactFields(bases=told.bases, tier=told.tier, focus=told.focus)
    if not fields.is_empty:
        edit_contact(work, contact, fields)
    if told.taught_on:
        mark_taught(work, contact, told.taught_on)
    for job in told.jobs:
        note_past_job(work, contact, job)
    if told.status is ContactStatus.RESTING and told.status_until:
        rest_contact(work, contact, told.status_until)
    elif told.status in (ContactStatus.DROPPED, ContactStatus.DECEASED):
        has_died = told.status is ContactStatus.DECEASED
        drop_contact(work, contact, DIED if has_died else _ELSEWHERE)


def resolve_admirers(work: Writing, admired: Iterable[tuple[int, str]]) -> None:
    """Fill who named somebody, where the name means one contact; else it is no loss to anybody."""
    for contact, name in admired:
        found = contact_of_name(work.connection, name)
        if len(found) == 1:
            try:
                edit_contact(work, contact, ContactFields(admired_by=found[0]))
            except RefcliError:
                continue  # a circle: nobody comes through whom they brought

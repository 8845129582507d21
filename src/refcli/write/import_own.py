"""What only refcli's own files say of somebody: told again, as a person would tell it."""

from collections.abc import Iterable, Iterator

from refcli.domain.contacts import DIED, ContactFields, ContactStatus, OwnField
from refcli.domain.imports import FromRefcli
from refcli.errors import RefcliError, UnknownName
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


def resolve_admirers(
    work: Writing, admired: Iterable[tuple[int, str]]
) -> Iterator[tuple[int, OwnField]]:
    """Fill who named somebody where one contact is meant; else it is a field of one's own."""
    for contact, name in admired:
        found = contact_of_name(work.connection, name)
        try:
            if len(found) != 1:
                raise UnknownName(name)
            edit_contact(work, contact, ContactFields(admired_by=found[0]))
        except RefcliError:  # several, nobody, or whom they brought themselves
            yield contact, OwnField("admired by", name)

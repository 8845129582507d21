"""Contacts: added, edited, put to rest, dropped, taken back."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlmodel import col, select

from refcli.domain.column import Column, Holds, Merge, Place
from refcli.domain.columns import TABLES
from refcli.domain.contacts import (
    DIED,
    Basis,
    ContactFields,
    ContactStatus,
    ContactStep,
    Nature,
    PastJob,
    is_death,
    recognised,
)
from refcli.domain.day_words import day_text
from refcli.domain.names import checked_name
from refcli.domain.text import clean_line, clean_text, fold
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName
from refcli.read.names import acquaintance
from refcli.write.contact_values import apply_values
from refcli.write.session import Writing
from refcli.write.tables.contact import (
    ContactBasisRow,
    ContactRow,
    ContactStepRow,
)
from refcli.write.through import comes_through, refuse_circle


def contact_row(work: Writing, contact_id: int) -> ContactRow:
    """The row of a contact; raises UnknownName when there is none of that id."""
    row = work.get(ContactRow, contact_id)
    if row is None:
        raise UnknownName(f"no contact has the id @{contact_id}", "see: refcli contact list")
    return row


def add_contact(work: Writing, name: str, fields: ContactFields) -> int:
    """Add a contact and return its id."""
    clean = checked_name(name)
    row = ContactRow(name=clean, name_key=fold(clean), created_on=work.today)
    work.put(row)
    contact_id = row.id or 0
    _apply(work, row, fields)
    nature = fields.is_a or recognised(clean)
    told = None if nature is Nature.PERSON else nature
    work.say("contact-added", contact=contact_id, name=clean, nature=told)
    if row.tier:
        _changed(work, contact_id, ContactStep.TIER, value=row.tier)
    return contact_id


def edit_contact(work: Writing, contact_id: int, fields: ContactFields) -> None:
    """Change the fields that were given."""
    row = contact_row(work, contact_id)
    before = row.model_dump()
    tier = row.tier
    if fields.name is not None:
        row.name = checked_name(fields.name)
        row.name_key = fold(row.name)
    changed = _apply(work, row, fields)
    row.sort_skipped_on = None if fields.bases or fields.tier else row.sort_skipped_on
    if row.model_dump() == before and not changed:
        work.say("contact-unchanged", contact=contact_id, name=row.name)
        return
    work.put(row)
    what = "; ".join(_told_words(work, fields)) or None
    work.say("contact-changed", contact=contact_id, name=row.name, what=what)
    if row.tier != tier:
        _changed(work, contact_id, ContactStep.TIER, value=row.tier)


# One of each, in words.
_ONE = {
    "emails": "e-mail",
    "phones": "phone",
    "nicknames": "nickname",
    "former_names": "former name",
    "addresses": "address",
    "tags": "tag",
    "bases": "basis",
    "is_a": "is",
}


def _told_words(work: Writing, fields: ContactFields) -> Iterator[str]:
    """What was told about a contact, a part each: `tier B`, `tags golf, cpa`, `no role`."""
    for name, value in fields._asdict().items():
        if name in ("no_values", "no_fields", "no_bases", "no_tier", "fields") or value is None:
            continue
        label = _ONE.get(name, name.replace("_", " "))
        if name in ("through", "admired_by"):
            yield f"{label} {acquaintance(work.connection, value).name}"
        elif isinstance(value, dt.date):
            yield f"{label} {day_text(value, work.today)}"
        elif isinstance(value, tuple):
            yield from (f"{label} {', '.join(map(str, value))}",) if value else ()
        else:
            yield f"{label} {clean_line(str(value))}" if str(value).strip() else f"no {label}"
    yield from (f"{field.name} {clean_line(field.value)}".rstrip() for field in fields.fields)
    yield from (f"no {_ONE[name]} {value}" for name, value in fields.no_values)
    yield from (f"no {name}" for name in fields.no_fields)
    yield from (f"not {basis} any more" for basis in fields.no_bases)
    yield from ("no tier",) if fields.no_tier else ()


def rest_contact(work: Writing, contact_id: int, until: dt.date) -> None:
    """Ask nothing of the contact until a day."""
    row = contact_row(work, contact_id)
    if row.status == ContactStatus.DROPPED:
        raise Refused(
            f"{row.name} is dropped, so there is nothing to rest from",
            typed("refcli contact restore {}", row),
        )
    row.status, row.status_until, row.status_because = ContactStatus.RESTING, until, None
    work.put(row)
    _changed(work, contact_id, ContactStep.REST, until=until)
    work.say("contact-rested", contact=contact_id, name=row.name, until=until)


def drop_contact(work: Writing, contact_id: int, because: str) -> None:
    """Take the contact out of the referral network for good."""
    row = contact_row(work, contact_id)
    is_news = is_death(because) and not is_death(row.status_because)
    if row.status == ContactStatus.DROPPED and not is_news:
        raise Refused(f"{row.name} is dropped already")
    row.status, row.status_until = ContactStatus.DROPPED, None
    row.status_because = clean_text(because)
    work.put(row)
    work.say("contact-dropped", contact=contact_id, name=row.name, because=clean_line(because))
    value = DIED if is_death(because) else row.status_because
    _changed(work, contact_id, ContactStep.DROP, value=value)
    delete_plans(work, contact_id)


def delete_plans(work: Writing, contact_id: int) -> None:
    """Nobody who is dropped is asked: what was planned goes."""
    from refcli.write.plans import delete_plan

    for (ask,) in work.connection.execute(
        "select id from ask where contact_id = :id and state = 'planned'", {"id": contact_id}
    ).fetchall():
        delete_plan(work, ask)


def restore_contact(work: Writing, contact_id: int) -> None:
    """Take the contact back; what was given before today no longer counts against them."""
    row = contact_row(work, contact_id)
    was_away = row.status != ContactStatus.ACTIVE
    row.status, row.status_until, row.status_because = ContactStatus.ACTIVE, None, None
    row.forgiven_on = work.today
    work.put(row)
    if was_away:
        _changed(work, contact_id, ContactStep.RETURN)
        work.say("contact-restored", contact=contact_id, name=row.name)
    else:
        work.say("contact-forgiven", contact=contact_id, name=row.name)


def mark_taught(work: Writing, contact_id: int, on: dt.date | None = None) -> None:
    """Note that the contact knows what a good referral is, since today or another day."""
    row = contact_row(work, contact_id)
    row.taught_on = on or work.today
    work.put(row)
    _changed(work, contact_id, ContactStep.TAUGHT, on=row.taught_on)


def _changed(
    work: Writing,
    contact_id: int,
    step: ContactStep,
    *,
    value: str | None = None,
    until: dt.date | None = None,
    on: dt.date | None = None,
) -> None:
    """Note what changed between me and a contact, today or on another day."""
    row = ContactStepRow(
        contact_id=contact_id,
        step=step,
        value=value,
        until=until,
        on_date=on or work.today,
        recorded_on=work.today,
    )
    work.put(row)


def note_past_job(work: Writing, contact_id: int, job: PastJob) -> None:
    """Note what somebody did until a day."""
    _changed(work, contact_id, ContactStep.JOB, value=job.was, on=job.on)


def change_job(work: Writing, contact_id: int, organization: str, role: str) -> None:
    """Note a new employer or role; what it was before is kept as their history."""
    row = contact_row(work, contact_id)
    was = ", ".join(part for part in (row.organization, row.role) if part)
    row.organization, row.role = organization or row.organization, role or None
    work.put(row)
    _changed(work, contact_id, ContactStep.JOB, value=was or None)


def put_off_sorting(work: Writing, contact_id: int) -> None:
    """Leave the contact out of `contact sort` until something is known about them."""
    row = contact_row(work, contact_id)
    row.sort_skipped_on = work.today
    work.put(row)
    work.say("sorting-put-off", contact=contact_id, name=row.name)


def _apply(work: Writing, row: ContactRow, fields: ContactFields) -> bool:
    """Set the given fields; True when a value of which there may be several was changed."""
    for name, column in TABLES["contact"].columns.items():
        if Place.OPTION not in column.places or name == "name":
            continue
        value = getattr(fields, column.field)
        if value is None:
            continue
        if column.to == "contact":
            refuse_circle(work, row, value, column.field)
        setattr(row, name, _cleaned(column, value))
    if fields.focus is not None:
        row.focus_on = work.today
    if fields.no_tier:
        row.tier = None
    work.put(row)
    has_values = apply_values(work, row.id or 0, fields)
    return _apply_bases(work, row.id or 0, fields) or has_values


def _cleaned(column: Column, value: Any) -> Any:
    """A value as it is stored; an empty text clears."""
    if column.holds is not Holds.TEXT:
        return value
    clean = clean_text if column.merge is Merge.JOINED else clean_line
    return clean(value) or None


def _apply_bases(work: Writing, contact_id: int, fields: ContactFields) -> bool:
    added = [add_basis(work, contact_id, basis) for basis in fields.bases]
    removed = [_remove_basis(work, contact_id, basis) for basis in fields.no_bases]
    return any(added) or any(removed)


def refuse_dropped(work: Writing, contacts: Iterable[int], consequence: str) -> None:
    """Raise Refused where one of the contacts is dropped, with what that means."""
    for contact in contacts:
        who = acquaintance(work.connection, contact)
        if who.is_dropped:
            raise Refused(
                f"{who.name} is dropped from your referral network, so {consequence}",
                typed("refcli contact restore {}", who),
            )


def add_basis(work: Writing, contact_id: int, basis: Basis) -> bool:
    """Add a basis, the first where there is none; False when it is there already."""
    row = contact_row(work, contact_id)
    if basis in (Basis.OTHER, row.basis):
        return False
    if row.basis == Basis.OTHER:
        row.basis = basis
        work.put(row)
        return True
    if any(more.basis == basis for more in _further_bases(work, contact_id)):
        return False
    work.put(ContactBasisRow(contact_id=contact_id, basis=basis))
    return True


def _further_bases(work: Writing, contact_id: int) -> Sequence[ContactBasisRow]:
    query = select(ContactBasisRow).where(ContactBasisRow.contact_id == contact_id)
    return work.find(query.order_by(col(ContactBasisRow.id)))


def _remove_basis(work: Writing, contact_id: int, basis: Basis) -> bool:
    """Take a basis away; the next one comes first then. One earned by work stays with the work."""
    row = contact_row(work, contact_id)
    more = _further_bases(work, contact_id)
    if row.basis != basis:
        gone = [further for further in more if further.basis == basis]
        for further in gone:
            work.delete(further)
        return bool(gone)
    if basis is Basis.OTHER:
        return False
    row.basis = more[0].basis if more else Basis.OTHER.value
    for further in more[:1]:
        work.delete(further)
    work.put(row)
    return True


def became_referred(work: Writing, contact_id: int, source_id: int) -> None:
    """A known prospect: `other` becomes `referred`, an empty "through" is filled."""
    row = contact_row(work, contact_id)
    if row.basis == Basis.OTHER:
        row.basis = Basis.REFERRED
    if row.through_id is None and not comes_through(work, source_id, contact_id):
        row.through_id = source_id
    work.put(row)

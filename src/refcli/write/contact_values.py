"""What a contact may have several of, and the fields of the user's own."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.contacts import ContactFields, OwnField
from refcli.domain.names import checked_name, is_email, looks_like_phone
from refcli.domain.phones import phone_key
from refcli.domain.text import clean_line, fold
from refcli.errors import UsageError
from refcli.write.session import Writing
from refcli.write.tables import Row
from refcli.write.tables.contact import (
    ContactAddressRow,
    ContactEmailRow,
    ContactFieldRow,
    ContactFormerNameRow,
    ContactNicknameRow,
    ContactPhoneRow,
    ContactTagRow,
)


class Several(NamedTuple):
    """One of the values that there may be several of: its row, how it is kept and compared."""

    row: type[Row]
    column: str
    checked: Callable[[str], str]
    key: Callable[[str], str]


def _email(value: str) -> str:
    email = clean_line(value)
    if not is_email(email):
        raise UsageError(f"not an e-mail address: {email or '(empty)'}")
    return email


def _phone(value: str) -> str:
    phone = clean_line(value)
    if not looks_like_phone(phone):
        raise UsageError(f"not a phone number: {phone or '(empty)'}")
    return phone


def _tag(value: str) -> str:
    tag = clean_line(value).lstrip("#+")
    if not tag:
        raise UsageError("a tag needs a letter or digit")
    return tag


def _address(value: str) -> str:
    address = clean_line(value)
    if not address:
        raise UsageError("an address needs a letter or digit")
    return address


# By the field of `ContactFields`.
SEVERAL: dict[str, Several] = {
    "emails": Several(ContactEmailRow, "email", _email, str.lower),
    "phones": Several(ContactPhoneRow, "phone", _phone, phone_key),
    "nicknames": Several(ContactNicknameRow, "nickname", checked_name, fold),
    "former_names": Several(ContactFormerNameRow, "former_name", checked_name, fold),
    "addresses": Several(ContactAddressRow, "address", _address, fold),
    "tags": Several(ContactTagRow, "tag", _tag, fold),
}


def apply_values(work: Writing, contact_id: int, fields: ContactFields) -> bool:
    """Add and take away what is said; True when something was changed."""
    added = [
        add_value(work, contact_id, name, value)
        for name in SEVERAL
        for value in getattr(fields, name)
    ]
    removed = [_remove_value(work, contact_id, name, value) for name, value in fields.no_values]
    own = [_set_field(work, contact_id, field) for field in fields.fields]
    unset = [_unset_field(work, contact_id, name) for name in fields.no_fields]
    return any((*added, *removed, *own, *unset))


def add_value(work: Writing, contact_id: int, name: str, value: str) -> bool:
    """Add a value; False when it is there already. Raises UsageError for one that is none."""
    kind = SEVERAL[name]
    clean = kind.checked(value)
    key = kind.key(clean)
    if _found(work, contact_id, kind, key):
        return False
    made: Callable[..., Row] = kind.row
    work.put(made(**{"contact_id": contact_id, kind.column: clean, f"{kind.column}_key": key}))
    return True


def tag_all(work: Writing, contacts: Iterable[int], tags: Iterable[str]) -> None:
    """Tag contacts, and say which tags are new to whom."""
    told = tuple(tags)
    for contact_id in contacts:
        added = [tag for tag in told if add_value(work, contact_id, "tags", tag)]
        if added:
            (name,) = work.connection.execute(
                "select name from contact where id = ?", (contact_id,)
            ).fetchone()
            work.say("contact-tagged", contact=contact_id, name=name, tags=", ".join(added))


def _remove_value(work: Writing, contact_id: int, name: str, value: str) -> bool:
    kind = SEVERAL[name]
    rows = _found(work, contact_id, kind, kind.key(kind.checked(value)))
    for row in rows:
        work.delete(row)
    return bool(rows)


def _found(work: Writing, contact_id: int, kind: Several, key: str) -> list[Row]:
    owner, key_of = (getattr(kind.row, name) for name in ("contact_id", f"{kind.column}_key"))
    return list(work.find(select(kind.row).where(owner == contact_id, key_of == key)))


def _set_field(work: Writing, contact_id: int, field: OwnField) -> bool:
    """Set a field; an empty value takes it away."""
    value = clean_line(field.value)
    if not value:
        return _unset_field(work, contact_id, field.name)
    row = _field_row(work, contact_id, field.name)
    if row is None:
        name = clean_line(field.name)
        row = ContactFieldRow(
            contact_id=contact_id, field=name, field_key=fold(name), value="", value_key=""
        )
    is_new = row.value != value
    row.value, row.value_key = value, fold(value)
    work.put(row)
    return is_new


def _unset_field(work: Writing, contact_id: int, name: str) -> bool:
    row = _field_row(work, contact_id, name)
    if row is None:
        return False
    work.delete(row)
    return True


def _field_row(work: Writing, contact_id: int, name: str) -> ContactFieldRow | None:
    query = select(ContactFieldRow).where(
        ContactFieldRow.contact_id == contact_id, ContactFieldRow.field_key == fold(name)
    )
    return work.first(query)

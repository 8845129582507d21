"""Contacts and what there may be several of: addresses, numbers, nicknames, tags."""

import datetime as dt

from refcli.write.tables import Row


class ContactRow(Row, table=True):
    """A row of `contact`."""

    __tablename__ = "contact"

    name: str
    name_key: str
    organization: str | None = None
    role: str | None = None
    industry: str | None = None
    basis: str = "other"
    is_a: str | None = None
    through_id: int | None = None
    since: dt.date | None = None
    tier: str | None = None
    status: str = "active"
    status_until: dt.date | None = None
    status_because: str | None = None
    forgiven_on: dt.date | None = None
    thanks_by: str | None = None
    focus: str | None = None
    focus_on: dt.date | None = None
    admired_by_id: int | None = None
    taught_on: dt.date | None = None
    call: str | None = None
    pronouns: str | None = None
    note: str | None = None
    url: str | None = None
    url_key: str | None = None
    known_since: dt.date | None = None
    sort_skipped_on: dt.date | None = None
    created_on: dt.date


class ContactEmailRow(Row, table=True):
    """A row of `contact_email`."""

    __tablename__ = "contact_email"

    contact_id: int
    email: str
    email_key: str


class ContactPhoneRow(Row, table=True):
    """A row of `contact_phone`."""

    __tablename__ = "contact_phone"

    contact_id: int
    phone: str
    phone_key: str


class ContactNicknameRow(Row, table=True):
    """A row of `contact_nickname`."""

    __tablename__ = "contact_nickname"

    contact_id: int
    nickname: str
    nickname_key: str


class ContactTagRow(Row, table=True):
    """A row of `contact_tag`."""

    __tablename__ = "contact_tag"

    contact_id: int
    tag: str
    tag_key: str


class ContactFormerNameRow(Row, table=True):
    """A row of `contact_former_name`."""

    __tablename__ = "contact_former_name"

    contact_id: int
    former_name: str
    former_name_key: str


class ContactAddressRow(Row, table=True):
    """A row of `contact_address`."""

    __tablename__ = "contact_address"

    contact_id: int
    address: str
    address_key: str


class ContactFieldRow(Row, table=True):
    """A row of `contact_field`: a field of the user's own."""

    __tablename__ = "contact_field"

    contact_id: int
    field: str
    field_key: str
    value: str
    value_key: str


class ContactBasisRow(Row, table=True):
    """A row of `contact_basis`: a further basis than the first."""

    __tablename__ = "contact_basis"

    contact_id: int
    basis: str


class ContactStepRow(Row, table=True):
    """A row of `contact_step`: a tier, a rest, a drop, a return, teaching or a new job."""

    __tablename__ = "contact_step"

    contact_id: int
    step: str
    value: str | None = None
    until: dt.date | None = None
    on_date: dt.date
    recorded_on: dt.date

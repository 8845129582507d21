"""The address books that come as CSV: by which columns each is known, and what they mean."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields

Columns = tuple[str, ...]


class Layout(NamedTuple):
    """One layout: `fields` gives the field of each column, '' for one that is left aside.

    `joined_by` separates several values in one cell; `is_old` ones may come in cp1252.
    """

    name: str
    is_meant: Callable[[frozenset[str]], bool]
    field_of: Callable[[str], str]
    joined_by: str = ""
    is_old: bool = False
    dead_tags: str = ""

    def columns(self, header: Sequence[str]) -> Columns:
        """The field of each column."""
        return tuple(self.field_of(title.strip().lower()) for title in header)


def _has(*titles: str) -> Callable[[frozenset[str]], bool]:
    return lambda header: header.issuperset(titles)


def _table(fields: dict[str, str]) -> Callable[[str], str]:
    return lambda title: fields.get(title, "")


_NAME_PARTS = {"first name": "first", "middle name": "middle", "last name": "last"}
_GOOGLE = {
    **_NAME_PARTS,
    "name suffix": "suffix",
    "nickname": "nickname",
    "organization name": "organization",
    "organization title": "role",
    "notes": "note",
    "labels": "tag",
}
_OLD_GOOGLE = {
    "name": "name",
    "given name": "first",
    "additional name": "middle",
    "family name": "last",
    "nickname": "nickname",
    "organization 1 - name": "organization",
    "organization 1 - title": "role",
    "notes": "note",
    "group membership": "tag",
}
_OUTLOOK = {
    **_NAME_PARTS,
    "suffix": "suffix",
    "nickname": "nickname",
    "company": "organization",
    "job title": "role",
    "notes": "note",
    "referred by": "through",
    "categories": "tag",
    "web page": "url",
}
_HUBSPOT = {
    "first name": "first",
    "last name": "last",
    "email": "email",
    "phone number": "phone",
    "mobile phone number": "phone",
    "job title": "role",
    "company name": "organization",
    "associated company": "organization",
    "industry": "industry",
    "linkedin url": "url",
}
_NUMBERED = re.compile(r"(e-mail|phone|website) \d+ - value")
_NUMBERED_FIELDS = {"e-mail": "email", "phone": "phone", "website": "url"}
_OUTLOOK_EMAIL = re.compile(r"e-?mail( \d)? address")
_OUTLOOK_PHONE = re.compile(r".*\bphone( \d)?|mobile( phone)?|.*\btelephone")
# The names of the columns that refcli writes are the names of the fields, in the singular.
_SINGULAR = {"nicknames": "nickname", "emails": "email", "phones": "phone", "tags": "tag"}
_OWN = {name: _SINGULAR.get(name, name) for name in contact_fields(Place.IMPORT)}


def _numbered(fields: dict[str, str]) -> Callable[[str], str]:
    def field_of(title: str) -> str:
        match = _NUMBERED.fullmatch(title)
        return _NUMBERED_FIELDS[match[1]] if match else fields.get(title, "")

    return field_of


def _outlook_field(title: str) -> str:
    if _OUTLOOK_EMAIL.fullmatch(title):
        return "email"
    if _OUTLOOK_PHONE.fullmatch(title) and "fax" not in title:
        return "phone"
    return _OUTLOOK.get(title, "")


def _is_outlook(header: frozenset[str]) -> bool:
    has_address = any(_OUTLOOK_EMAIL.fullmatch(title) for title in header)
    return (
        has_address
        and header >= {"first name", "last name", "job title", "company"}
        and ("title" in header or "nickname" in header or "suffix" in header)
    )


# The first that fits is meant.
LAYOUTS = (
    Layout("refcli", _has("name", "emails", "phones", "basis", "through"), _table(_OWN), ";"),
    Layout(
        "google",
        _has("first name", "last name", "organization name", "labels"),
        _numbered(_GOOGLE),
        " ::: ",
        dead_tags="* ",
    ),
    Layout(
        "google",
        _has("name", "given name", "family name", "group membership"),
        _numbered(_OLD_GOOGLE),
        " ::: ",
        dead_tags="* ",
    ),
    Layout("outlook", _is_outlook, _outlook_field, is_old=True),
    Layout("hubspot", _has("record id", "first name", "last name", "email"), _table(_HUBSPOT)),
)
_FIRST_FIELDS = (
    *("name", "first", "middle", "last", "nickname", "organization", "role", "industry", "email"),
    *("phone", "tag", "basis", "through", "since", "note", "url"),
)
# What `--map "Column=field"` may name; `known_since` is an address book's own.
MAP_FIELDS = (
    *_FIRST_FIELDS,
    *(field for field in _OWN.values() if field not in {*_FIRST_FIELDS, "known_since"}),
)
_FIELD_WORDS = {"org": "organization", "emails": "email", "phones": "phone", "tags": "tag"}
_FIELD_WORDS |= {"nick": "nickname", "company": "organization", "title": "role"}


def map_field(word: str) -> str | None:
    """The field that `--map` names, None when there is none of that name."""
    field = _FIELD_WORDS.get(word.strip().lower(), word.strip().lower())
    return field if field in MAP_FIELDS else None

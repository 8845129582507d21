"""The address books that come as CSV: by which columns each is known, and what they mean."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields
from refcli.exchange.titles import fields_of

Columns = tuple[str, ...]


class Layout(NamedTuple):
    """One layout: `field_of` gives the field of a column where its title does not say it.

    `joined_by` separates several values in one cell, `has_groups` is whether columns belong
    together by a number, `dead_tags` begins the tags that are the program's own.
    """

    name: str
    is_meant: Callable[[frozenset[str]], bool]
    field_of: Callable[[str], str] | None = None
    joined_by: str = ""
    has_groups: bool = False
    dead_tags: str = ""

    def columns(self, header: Sequence[str]) -> Columns:
        """The field of each column."""
        if self.field_of is None:
            return fields_of(header)
        return tuple(self.field_of(title.strip().lower()) for title in header)


def _has(*titles: str) -> Callable[[frozenset[str]], bool]:
    return lambda header: header.issuperset(titles)


_OUTLOOK_EMAIL = re.compile(r"e-?mail( \d)? address")
# The names of the columns that refcli writes are the names of the fields, in the singular.
_SINGULAR = {"nicknames": "nickname", "emails": "email", "phones": "phone", "tags": "tag"}
_SINGULAR |= {"addresses": "address"}
_OWN = {name: _SINGULAR.get(name, name) for name in contact_fields(Place.IMPORT)}


def _own_field(title: str) -> str:
    return _OWN.get(title, "")


def _is_outlook(header: frozenset[str]) -> bool:
    has_address = any(_OUTLOOK_EMAIL.fullmatch(title) for title in header)
    return (
        has_address
        and header >= {"first name", "last name", "job title", "company"}
        and ("title" in header or "nickname" in header or "suffix" in header)
    )


# The first that fits is meant.
LAYOUTS = (
    Layout("refcli", _has("name", "emails", "phones", "basis", "through"), _own_field, ";"),
    Layout(
        "google",
        _has("first name", "last name", "organization name", "labels"),
        joined_by=" ::: ",
        has_groups=True,
        dead_tags="* ",
    ),
    Layout(
        "google",
        _has("name", "given name", "family name", "group membership"),
        joined_by=" ::: ",
        has_groups=True,
        dead_tags="* ",
    ),
    Layout("outlook", _is_outlook),
    Layout("hubspot", _has("record id", "first name", "last name", "email")),
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

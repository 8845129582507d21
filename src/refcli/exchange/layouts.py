"""The address books that come as CSV: by which columns each is known, and what they mean."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from refcli.domain.column_map import FIELD_OF_COLUMN
from refcli.exchange.left_out import WHY
from refcli.exchange.titles import ASIDE, fields_of

Columns = tuple[str, ...]


class Layout(NamedTuple):
    """One layout: `field_of` gives the field of a column where its title does not say it.

    `joined_by` separates several values in one cell, `is_own` is whether refcli wrote the file,
    `has_groups` whether columns belong together by a number, `dead_tags` begins the tags that are
    the program's own.
    """

    name: str
    is_meant: Callable[[frozenset[str]], bool]
    field_of: Callable[[str], str] | None = None
    joined_by: str = ""
    is_own: bool = False
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


def _own_field(title: str) -> str:
    return ASIDE if title == WHY else FIELD_OF_COLUMN.get(title, "")


def _is_outlook(header: frozenset[str]) -> bool:
    has_address = any(_OUTLOOK_EMAIL.fullmatch(title) for title in header)
    return (
        has_address
        and header >= {"first name", "last name", "job title", "company"}
        and ("title" in header or "nickname" in header or "suffix" in header)
    )


# The first that fits is meant.
LAYOUTS = (
    Layout(
        "refcli", _has("name", "emails", "phones", "basis", "through"), _own_field, ";", is_own=True
    ),
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

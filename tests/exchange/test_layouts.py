"""The address books that are known by their columns, and what each column means."""

import pytest

from refcli.domain.column import Place
from refcli.domain.column_map import MAP_FIELDS, map_field
from refcli.domain.columns import contact_fields
from refcli.exchange.layouts import LAYOUTS, Layout

GOOGLE = ("First Name", "Last Name", "Organization Name", "Labels")
OLD_GOOGLE = ("Name", "Given Name", "Family Name", "Group Membership")
OUTLOOK = ("First Name", "Last Name", "Job Title", "Company", "E-mail Address")
HUBSPOT = ("Record ID", "First Name", "Last Name", "Email")
REFCLI = ("name", "emails", "phones", "basis", "through")


def layout_of(titles: tuple[str, ...]) -> Layout | None:
    folded = frozenset(title.lower() for title in titles)
    return next((layout for layout in LAYOUTS if layout.is_meant(folded)), None)


def found(titles: tuple[str, ...]) -> Layout:
    layout = layout_of(titles)
    assert layout is not None
    return layout


def without(titles: tuple[str, ...], left_out: str) -> tuple[str, ...]:
    return tuple(title for title in titles if title != left_out)


@pytest.mark.parametrize(
    ("titles", "name", "joined_by", "dead_tags"),
    [
        (REFCLI, "refcli", ";", ""),
        (contact_fields(Place.CSV), "refcli", ";", ""),
        (GOOGLE, "google", " ::: ", "* "),
        (OLD_GOOGLE, "google", " ::: ", "* "),
        ((*OUTLOOK, "Suffix"), "outlook", "", ""),
        ((*OUTLOOK, "Title"), "outlook", "", ""),
        ((*OUTLOOK, "Nickname"), "outlook", "", ""),
        ((*without(OUTLOOK, "E-mail Address"), "Email 2 Address", "Suffix"), "outlook", "", ""),
        (HUBSPOT, "hubspot", "", ""),
        ((*GOOGLE, *HUBSPOT), "google", " ::: ", "* "),
    ],
)
def test_a_layout_is_known_by_its_columns(
    titles: tuple[str, ...], name: str, joined_by: str, dead_tags: str
) -> None:
    layout = found(titles)
    assert (layout.name, layout.joined_by, layout.dead_tags) == (name, joined_by, dead_tags)


@pytest.mark.parametrize(
    ("titles", "left_out"),
    [
        (titles, left_out)
        for titles in (REFCLI, GOOGLE, OLD_GOOGLE, (*OUTLOOK, "Suffix"), HUBSPOT)
        for left_out in titles
    ],
)
def test_without_one_of_its_columns_it_is_another(titles: tuple[str, ...], left_out: str) -> None:
    assert layout_of(without(titles, left_out)) is None


@pytest.mark.parametrize("address", ["e-mail x address", "email address 2", "my email address"])
def test_outlook_names_its_address_columns_in_one_way(address: str) -> None:
    assert layout_of((*without(OUTLOOK, "E-mail Address"), "Suffix", address)) is None


@pytest.mark.parametrize(
    ("titles", "column", "field"),
    [
        (REFCLI, "name", "name"),
        (REFCLI, "nicknames", "nickname"),
        (REFCLI, "organization", "organization"),
        (REFCLI, "role", "role"),
        (REFCLI, "industry", "industry"),
        (REFCLI, "emails", "email"),
        (REFCLI, "phones", "phone"),
        (REFCLI, "basis", "basis"),
        (REFCLI, "through", "through"),
        (REFCLI, "since", "since"),
        (REFCLI, "tier", "tier"),
        (REFCLI, "tags", "tag"),
        (REFCLI, "status", "status"),
        (REFCLI, "focus", "focus"),
        (REFCLI, "known_since", "known_since"),
        (REFCLI, "url", "url"),
        (REFCLI, "note", "note"),
        (REFCLI, "shoe size", ""),
        (GOOGLE, "First Name", "first"),
        (GOOGLE, "Middle Name", "middle"),
        (GOOGLE, "Last Name", "last"),
        (GOOGLE, "Name Suffix", "suffix"),
        (GOOGLE, "Nickname", "nickname"),
        (GOOGLE, "Organization Name", "organization"),
        (GOOGLE, "Organization Title", "role"),
        (GOOGLE, "Notes", "note"),
        (GOOGLE, "Labels", "tag"),
        (GOOGLE, "E-mail 1 - Value", "email"),
        (GOOGLE, "E-mail 12 - Value", "email"),
        (GOOGLE, "E-mail 1 - Label", "-"),
        (GOOGLE, "Phone 3 - Value", "phone"),
        (GOOGLE, "Website 1 - Value", "website"),
        (GOOGLE, "Relation 1 - Value", "-"),
        (GOOGLE, "Birthday", "birthday"),
        (OLD_GOOGLE, "Name", "name"),
        (OLD_GOOGLE, "Given Name", "first"),
        (OLD_GOOGLE, "Additional Name", "middle"),
        (OLD_GOOGLE, "Family Name", "last"),
        (OLD_GOOGLE, "Nickname", "nickname"),
        (OLD_GOOGLE, "Organization 1 - Name", "organization"),
        (OLD_GOOGLE, "Organization 1 - Title", "role"),
        (OLD_GOOGLE, "Notes", "note"),
        (OLD_GOOGLE, "Group Membership", "tag"),
        (OLD_GOOGLE, "Phone 1 - Value", "phone"),
        ((*OUTLOOK, "Suffix"), "First Name", "first"),
        ((*OUTLOOK, "Suffix"), "Middle Name", "middle"),
        ((*OUTLOOK, "Suffix"), "Last Name", "last"),
        ((*OUTLOOK, "Suffix"), "Suffix", "suffix"),
        ((*OUTLOOK, "Suffix"), "Nickname", "nickname"),
        ((*OUTLOOK, "Suffix"), "Company", "organization"),
        ((*OUTLOOK, "Suffix"), "Job Title", "role"),
        ((*OUTLOOK, "Suffix"), "Notes", "note"),
        ((*OUTLOOK, "Suffix"), "Referred By", "through"),
        ((*OUTLOOK, "Suffix"), "Categories", "tag"),
        ((*OUTLOOK, "Suffix"), "Web Page", "website"),
        ((*OUTLOOK, "Suffix"), "E-mail Address", "email"),
        ((*OUTLOOK, "Suffix"), "E-mail 3 Address", "email"),
        ((*OUTLOOK, "Suffix"), "Email 2 Address", "email"),
        ((*OUTLOOK, "Suffix"), "E-mail Display Name", "-"),
        ((*OUTLOOK, "Suffix"), "Home Phone", "phone"),
        ((*OUTLOOK, "Suffix"), "Business Phone 2", "phone"),
        ((*OUTLOOK, "Suffix"), "Mobile Phone", "phone"),
        ((*OUTLOOK, "Suffix"), "Mobile", "phone"),
        ((*OUTLOOK, "Suffix"), "Home Telephone", "phone"),
        ((*OUTLOOK, "Suffix"), "Business Fax Phone", ""),
        ((*OUTLOOK, "Suffix"), "Home Fax", ""),
        ((*OUTLOOK, "Suffix"), "Title", "role"),
        ((*OUTLOOK, "Suffix"), "Dictaphone", ""),
        (HUBSPOT, "First Name", "first"),
        (HUBSPOT, "Last Name", "last"),
        (HUBSPOT, "Email", "email"),
        (HUBSPOT, "Phone Number", "phone"),
        (HUBSPOT, "Mobile Phone Number", "phone"),
        (HUBSPOT, "Job Title", "role"),
        (HUBSPOT, "Company Name", "organization"),
        (HUBSPOT, "Associated Company", "organization"),
        (HUBSPOT, "Industry", "industry"),
        (HUBSPOT, "LinkedIn URL", "url"),
        (HUBSPOT, "Record ID", "-"),
    ],
)
def test_what_a_column_means(titles: tuple[str, ...], column: str, field: str) -> None:
    assert found(titles).columns([f" {column.upper()} ", "x"]) == (field, "")


@pytest.mark.parametrize(
    ("word", "field"),
    [
        *((field, field) for field in MAP_FIELDS),
        ("org", "organization"),
        ("emails", "email"),
        ("phones", "phone"),
        ("tags", "tag"),
        ("nick", "nickname"),
        ("company", "organization"),
        ("title", "role"),
        (" Name ", "name"),
        (" ORG ", "organization"),
        ("known_since", None),
        ("shoe", None),
        ("", None),
    ],
)
def test_fields_that_the_user_may_name(word: str, field: str | None) -> None:
    assert map_field(word) == field


def test_the_fields_that_the_user_may_name_are_all_there() -> None:
    assert set(MAP_FIELDS) == {
        *("name", "first", "middle", "last", "nickname", "organization", "role", "industry"),
        *("email", "phone", "tag", "basis", "through", "since", "note", "url", "birthday"),
        *("address", "former_name", "call", "pronouns", "is_a", "thanks_by"),
    }

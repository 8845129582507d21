"""Names as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.names import (
    Candidate,
    best_matches,
    checked_name,
    contact_id_in,
    may_be_same_person,
    near_names,
)
from refcli.domain.text import clean_line, clean_text, fold, joined, plural, shown
from refcli.errors import UsageError

PEOPLE = (
    Candidate(1, "Anna Weiss", ("Annie",), None),
    Candidate(2, "Anna-Maria Groß", (), "Groß GmbH"),
    Candidate(3, "Ben Okoye", (), None),
    Candidate(4, "Ben", (), None),
    Candidate(5, "José Ångström", (), None),
)


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("Anna Weiss", [1]),
        ("ANNA weiss", [1]),
        ("annie", [1]),
        ("weiss", [1]),
        ("anna", [1, 2]),
        ("anna-maria", [2]),
        ("gross", [2]),
        ("ben", [4]),
        ("okoye", [3]),
        ("jose angstrom", [5]),
        ("weiss anna", []),
        ("wei", []),
        ("", []),
    ],
)
def test_levels(typed: str, ids: list[int]) -> None:
    assert [c.id for c in best_matches(typed, PEOPLE)] == ids


def test_only_at_and_digits_is_an_id() -> None:
    assert contact_id_in("@12") == 12
    assert contact_id_in("@12x") is None
    assert contact_id_in("@anna") is None


def test_nearest_names() -> None:
    assert near_names("ana wies", ["Anna Weiss", "Ben Okoye"]) == ("Anna Weiss",)
    assert near_names("zzz", ["Anna Weiss"]) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ben Okoye", "Okoye Ben", True),
        ("Ben Okoye", "Ben", True),
        ("Ben Okoye", "Ben T. Okoye", True),
        ("Ben Okoye", "Ben Okoya", False),
        ("Ben Okoye", "Tom Okoye", False),
    ],
)
def test_near_matches_of_a_prospect(one: str, other: str, *, same: bool) -> None:
    assert may_be_same_person(one, other) is same


@pytest.mark.parametrize("name", ["", "  ", "@12", "---", "x" * 201])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(UsageError):
        checked_name(name)


@given(st.text())
def test_clean_text_is_stable_and_harmless(text: str) -> None:
    clean = clean_text(text)
    assert clean_text(clean) == clean
    assert not any(ord(c) < 32 and c not in "\n\t" for c in clean)
    assert "\x1b" not in shown(text)
    assert "\n" not in clean_line(text)


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_forgives_keyboards() -> None:
    assert fold("Søren Łukasz Ångström-Weiß") == "soren lukasz angstrom-weiss"


def test_words_for_sentences() -> None:
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert plural(1, "day") == "1 day"
    assert plural(2, "day") == "2 days"

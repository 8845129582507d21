"""Which words match: forms of one word do, words for any business do not."""

import pytest

from refcli.domain.fit import stems

FORMS = (
    ("dental", "dentist", "dentists", "dentistry"),
    ("accountant", "accounting", "accountancy", "accounts", "account"),
    ("consultant", "consulting", "consultancy", "consultants"),
    ("investment", "investing", "investor", "investors"),
    ("construction", "constructor", "constructing"),
    ("renovation", "renovating", "renovator"),
    ("bakery", "bakeries"),
    ("printer", "printing", "printers"),
    ("tax", "taxes"),
    ("house", "houses", "housing"),
    ("law", "laws"),
    ("restaurant", "restaurants"),
    ("legal", "legals"),
)
APART = (
    ("dental", "rental"),
    ("farmer", "pharmacy"),
    ("tax", "taxi"),
    ("carpenter", "carpet"),
    ("bank", "banquet"),
    ("yoga", "yoghurt"),
)


@pytest.mark.parametrize("forms", FORMS, ids=lambda forms: forms[0])
def test_forms_of_a_word_are_one(forms: tuple[str, ...]) -> None:
    found = {stems((form,)) for form in forms}
    assert len(found) == 1, found
    assert all(found)


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert not stems((one,)) & stems((other,))


@pytest.mark.parametrize(
    "text",
    [
        "practice",
        "practices",
        "services",
        "companies",
        "a group of firms",
        "offices and shops",
        "Business owners",
        "the industry",
        "professionals",
    ],
)
def test_words_for_any_business_match_nothing(text: str) -> None:
    assert stems((text,)) == frozenset()

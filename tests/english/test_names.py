"""What people, couples and firms are called, to their face and when others are told of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.english.names import Party, addressee

CALLED = {
    "Judge Amy Cole": "Judge Cole",
    "Don Draper": "Don",
    "Lady Anne Hill": "Lady Anne",
    "John and his wife": "John and his wife",
    "my dentist": "Hello",
    "my brother Tom": "Tom",
    "Orbán Viktor": "Orbán Viktor",
    "T.J. Hooker": "T.J. Hooker",
    "Friends of the Park": "Hello",
    "Anna Weiss": "Anna",
    "Weiss, Anna": "Anna",
    "Dr. Pieter van der Berg": "Dr. van der Berg",
    "Dr. Ben Okoye": "Dr. Okoye",
    "Ben Okoye": "Ben",
    "Frau Dr. Weiss": "Frau Dr. Weiss",
    "Prof. Dr. Eva Lind": "Prof. Dr. Lind",
    "Sir Roger Moore": "Sir Roger",
    "Rev. John Hale": "Rev. Hale",
    "Mr. James Carter Jr.": "Mr. Carter",
    "Anna Weiss, PhD": "Anna",
    "sukarno": "Sukarno",
    "jean-luc moreau": "Jean-Luc",
    "Nagy Zsófia": "Nagy Zsófia",
    "王小明": "王小明",
    "J. R. Smith": "J. R. Smith",
    "Aunt May": "Aunt May",
    "Bill's brother": "Hello",
    "Bill's brother Tom": "Tom",
    "her neighbour Rolf": "Rolf",
    "Tony's Pizza": "Hello",
    "Harbour Housing": "Hello",
    'Robert "Bob" Smith': "Bob",
    "🌻 Gina Ruiz": "Gina",
    "Tom and Gina Ruiz": "Tom and Gina",
    "Mr and Mrs Ode": "Mr and Mrs Ode",
    "The Rotary Club of Leeds": "Hello",
    "Baker & Sons": "Hello",
}


@pytest.mark.parametrize(("name", "called"), CALLED.items())
def test_what_they_are_called(name: str, called: str) -> None:
    assert addressee(name).greeting == called


@pytest.mark.parametrize(
    ("name", "written", "party", "short"),
    [
        ("dora lee", "Dora Lee", Party.PERSON, "Dora"),
        ("The Harbour Trust", "the Harbour Trust", Party.FIRM, "them"),
        ("Mr and Mrs Ode", "Mr and Mrs Ode", Party.COUPLE, "them"),
        ("Sarah's mother", "Sarah's mother", Party.PERSON, "Sarah's mother"),
        ("Weiss, Anna", "Anna Weiss", Party.PERSON, "Anna"),
        ("ludwig van beethoven", "Ludwig van Beethoven", Party.PERSON, "Ludwig"),
    ],
)
def test_how_others_are_told_of_them(name: str, written: str, party: Party, short: str) -> None:
    found = addressee(name)
    assert (found.name, found.party, found.short) == (written, party, short)


def test_what_the_user_calls_them_comes_first() -> None:
    assert addressee("Dr. Anna Weiss", "Annie").greeting == "Annie"


@given(st.text(min_size=1, max_size=40))
def test_every_name_is_called_something(name: str) -> None:
    if name.strip():
        assert addressee(name).greeting.strip()

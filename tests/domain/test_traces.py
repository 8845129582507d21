"""By what a person is found in texts: whatever stands around it, and nothing but that."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.history import FORGOTTEN
from refcli.domain.text import fold
from refcli.domain.traces import Known, Traces, Where, traces_of

KNOWN = Known(
    names=("Jürgen Müller-Quux", "Bo Zamboni"),
    nicknames=("Big Boss", "Jü"),
    phones=("+49 170 7776665", "112"),
    others=("jm@x.example", "1 Elm Road, Bath"),
)
HERS = traces_of(KNOWN, lambda word: word == "zamboni")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("JUERGEN MUELLER-QUUX", "(forgotten)"),
        ("jurgen muller-quux's dog", "(forgotten)'s dog"),
        ("Ju\u0308rgens Haus", "(forgotten) Haus"),
        ("jürgen\n müller-quux", "(forgotten)"),
        ("Jürgenson", "Jürgenson"),
        ("Bo and Bob, bo", "(forgotten) and Bob, bo"),
        ("the big boss, a big Boss, BIG", "the (forgotten), a (forgotten), BIG"),
        ("a big Big deal", "a big (forgotten) deal"),
        ("Zamboni", "Zamboni"),
        ("call 0049 (170) 777 66 65.", "call (forgotten)."),
        ("0170 7776665 or 0170 77766650", "(forgotten) or 0170 77766650"),
        ("dial 112, not 1121", "dial (forgotten), not 1121"),
        ("JM@X.example; jm@x.example.org", "(forgotten); (forgotten).org"),
        ("at 1 Elm Road,  Bath", "at (forgotten)"),
        ("", ""),
    ],
)
def test_what_is_left(text: str, left: str) -> None:
    assert HERS.blanked(text) == left


WILL = traces_of(Known(("Will Young",), (), (), ()), lambda _: False)


@pytest.mark.parametrize(
    ("text", "where", "left"),
    [
        ("I will call; he is young", Where.PROSE, "I will call; he is young"),
        ("Will you? He said: Will you.", Where.PROSE, "Will you? He said: Will you."),
        ("so Will came with Mrs Young", Where.PROSE, "so (forgotten) came with Mrs (forgotten)"),
        ("WILL YOUNG, will young", Where.PROSE, "(forgotten), (forgotten)"),
        ("Young", Where.LABEL, "Young"),
        ("the Young ones", Where.LABEL, "the Young ones"),
        ("will young's", Where.LABEL, "(forgotten)'s"),
        ("will is off", Where.NEAR, "(forgotten) is off"),
    ],
)
def test_a_word_of_the_language_names_them_where_it_is_written_large(
    text: str, where: Where, left: str
) -> None:
    assert WILL.blanked(text, where) == left


def test_days_months_and_towns_tell_nobody() -> None:
    for name in ("June Carter", "Rick Monday", "Paris Hill"):
        theirs = traces_of(Known((name,), (), (), ()), lambda _: False)
        text = "the lease ends in June; call her on Monday; a flat in Paris"
        assert theirs.blanked(text) == text
        assert theirs.blanked(f"so {name} said") == "so (forgotten) said"


def test_of_a_firm_the_whole_name_counts_alone() -> None:
    firm = traces_of(Known(("Dental Care Leeds Ltd",), (), (), (), is_firm=True), lambda _: False)
    text = "Dental care in Leeds: Dental Care Leeds Ltd, quuxley"
    assert firm.blanked(text) == "Dental care in Leeds: (forgotten), quuxley"


def test_where_they_took_part_a_shared_word_names_them_too() -> None:
    assert HERS.blanked("Zamboni came", Where.NEAR) == "(forgotten) came"
    assert HERS.are_in("zamboni", Where.NEAR)
    assert not HERS.are_in("zamboni")
    assert not HERS.are_in("somebody")


NOBODY = traces_of(Known((), (), (), ()), lambda _: False)
AROUND = st.text(st.characters(exclude_categories=("L", "M", "N", "Cs")), min_size=1, max_size=20)


@given(AROUND, st.sampled_from(["Jürgen", "MULLER", "Müller-Quux", "+491707776665"]), AROUND)
def test_it_is_found_whatever_stands_around_it(before: str, word: str, after: str) -> None:
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, word)
        left = HERS.blanked(f"{before}{written}{after}")
        assert FORGOTTEN in left
        assert fold(word) not in fold(left)


@given(st.text(max_size=200))
def test_what_is_blanked_stays_so_and_nobody_is_found_in_anything(text: str) -> None:
    once = HERS.blanked(text, Where.NEAR)
    assert HERS.blanked(once, Where.NEAR) == once
    assert NOBODY.blanked(text) == text


def test_needles_are_long_enough_to_be_theirs() -> None:
    found: Traces = traces_of(Known(("Bo Li", "李明"), ("J",), (), ()), lambda _: False)
    assert "Bo Li" in found.needles
    assert "李明" in found.needles
    assert not {"Bo", "bo", "Li", "J", "j"} & set(found.needles)

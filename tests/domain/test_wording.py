"""Golden texts, read aloud in review, and what holds for any."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.asks import TargetKind
from refcli.domain.grammar import goal, spoken_first_name, with_article
from refcli.domain.thankyous import Came, drafted_thanks
from refcli.domain.wording import AskParts, Tie, Tone, drafted_ask, narrowed_question

TODAY = dt.date(2026, 11, 20)
GOLDEN = Path(__file__).parent / "golden_words.txt"
TIES = (
    Tie("Anna", "client", work="Annual accounts", is_happy=True),
    Tie("Tom", "client", work="the succession plan"),
    Tie("Priya", "client", praise="The best accountant I know", work="project costing"),
    Tie("Maya", "friend"),
    Tie("Leo", "family"),
    Tie("Carla", "partner"),
    Tie("Dr. Berger", "referred"),
    Tie("Paul", "colleague"),
)
PARTS = (
    AskParts(industry="dental practices", looking_for="open a second practice"),
    AskParts(industry="Retailers", looking_for="an online shop", qualities="pays on time"),
    AskParts(
        industry="owners of small firms",
        looking_for="to sell their firm.",
        by=TODAY + dt.timedelta(days=4),
    ),
    AskParts(industry="dentist", looking_for="Retire", qualities="who keeps her word"),
    AskParts(industry="IT", looking_for="help with payroll", kind=TargetKind.PARTNER),
    AskParts(industry="chambers of trade", looking_for="a speaker", kind=TargetKind.SPEAKING),
)


def texts() -> str:
    lines = [
        f"{tone} {drafted_ask(parts, tie, TODAY, tone)}"
        for tone in Tone
        for number, parts in enumerate(PARTS)
        for tie in TIES[number % 2 :: 2]
    ]
    lines += [drafted_thanks("Anna", came, "Dr. Ben Okoye") for came in Came]
    lines += [drafted_thanks("Tom", came, "Pia Lang") for came in (Came.WON, Came.UNREACHABLE)]
    return "\n".join(lines) + "\n"


def test_golden_texts(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        GOLDEN.write_text(texts(), encoding="utf-8")
    assert texts() == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("industry", "looking_for", "question"),
    [
        ("dentistry", "sell", "Do you know anyone in dentistry who is looking to sell?"),
        ("retailers", "grow", "Do you know any retailers who are looking to grow?"),
        (
            "Doctors in hospitals",
            "to found a practice.",
            "Do you know any doctors in hospitals who are looking to found a practice?",
        ),
        ("accountant", "retire", "Do you know an accountant who is looking to retire?"),
        ("an owner", "retire", "Do you know an owner who is looking to retire?"),
        ("HR", "looking for help", "Do you know anyone in HR who is looking for help?"),
        ("software", "", "Do you know anyone in software?"),
        ("", "buy a house", "Do you know anyone who is looking to buy a house?"),
    ],
)
def test_the_narrowed_question(industry: str, looking_for: str, question: str) -> None:
    assert narrowed_question(industry, looking_for) == question


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("accountant", "an accountant"),
        ("user", "a user"),
        ("hour", "an hour"),
        ("SME owner", "an SME owner"),
        ("CEO", "a CEO"),
        ("European", "a European"),
        ("umbrella maker", "an umbrella maker"),
        ("one-man firm", "a one-man firm"),
        ("uninsured owner", "an uninsured owner"),
        ("university", "a university"),
        ("heir", "an heir"),
    ],
)
def test_articles(noun: str, expected: str) -> None:
    assert with_article(noun) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Sell their firm", "to sell their firm"),
        ("to sell", "to sell"),
        ("looking to sell", "to sell"),
        ("for help", "for help"),
        ("a new office", "for a new office"),
        ("hiring help", "for hiring help"),
        ("UK customers", "to UK customers"),
    ],
)
def test_goals(typed: str, expected: str) -> None:
    assert goal(typed) == expected


def test_what_people_are_called() -> None:
    assert [spoken_first_name(n) for n in ("Anna Weiss", "Dr. Nils Berger", "Cher", "")] == [
        "Anna",
        "Dr. Berger",
        "Cher",
        "",
    ]


PHRASE = st.text("abcdefgh ijklmnop'éß.,!?-", max_size=30)


@given(
    st.none() | PHRASE,
    st.none() | PHRASE,
    st.none() | PHRASE,
    st.sampled_from(Tone),
    st.sampled_from(TIES),
    st.sampled_from(TargetKind),
)
def test_no_leftovers(
    industry: str | None,
    looking_for: str | None,
    qualities: str | None,
    tone: Tone,
    tie: Tie,
    kind: TargetKind,
) -> None:
    parts = AskParts(
        industry=industry, looking_for=looking_for, qualities=qualities, kind=kind, by=TODAY
    )
    text = drafted_ask(parts, tie, TODAY, tone)
    assert "  " not in text
    assert not re.search(r"[{}]|None|\s[.,?!]|\.\.", text)
    assert text.startswith(tie.first_name)
    assert "Do you know" in text
    assert text.rstrip().endswith(("right.", "fine.", "all."))


@given(st.sampled_from(Came), st.sampled_from(["Ben Okoye", "Dr. Clara Hoff", "Zoë"]))
def test_a_thank_you_never_asks(came: Came, prospect: str) -> None:
    text = drafted_thanks("Anna", came, prospect)
    assert "?" not in text
    assert "know any" not in text
    assert came is Came.PROMISED or prospect in text

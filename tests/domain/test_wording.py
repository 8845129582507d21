"""Golden texts, read aloud in review, and what holds for any."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.asks import TargetKind
from refcli.domain.drafts.ask import AskParts, Bond, drafted_ask
from refcli.domain.drafts.form import Tone
from refcli.domain.drafts.thanks import Came, Fate, drafted_thanks
from refcli.domain.english.groups import narrowed_question
from refcli.domain.english.names import addressee, greeting_of
from refcli.domain.english.need_frames import clause_of
from refcli.domain.english.needs import need_of
from refcli.domain.english.nouns import with_article

TODAY = dt.date(2026, 11, 20)
GOLDEN = Path(__file__).parent / "golden_words.txt"
BONDS = (
    Bond("Anna", "client", work="Annual accounts", is_happy=True),
    Bond("Tom", "client", work="the succession plan"),
    Bond("Priya", "client", praise="The best accountant I know", work="project costing"),
    Bond("Maya", "friend"),
    Bond("Leo", "family"),
    Bond("Carla", "partner"),
    Bond("Dr. Berger", "referred"),
    Bond("Paul", "colleague"),
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
        f"{tone} {drafted_ask(parts, bond, TODAY, tone)}"
        for tone in Tone
        for number, parts in enumerate(PARTS)
        for bond in BONDS[number % 2 :: 2]
    ]
    lines += [
        drafted_thanks(addressee("Anna"), Fate(came, addressee("Dr. Ben Okoye"))) for came in Came
    ]
    lines += [
        drafted_thanks(addressee("Tom"), Fate(came, addressee("Pia Lang")))
        for came in (Came.WON, Came.UNREACHABLE)
    ]
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
        ("SMEs", "export", "Do you know any SMEs who are looking to export?"),
        ("CFO", "a new job", "Do you know a CFO who is looking for a new job?"),
        ("women over 50", "invest", "Do you know any women over 50 who are looking to invest?"),
        ("my neighbours", "staff", "Do you know any of my neighbours who are looking for staff?"),
        ("everyone in Munich", "grow", "Do you know anyone in Munich who is looking to grow?"),
        ("hospitals", "who need audits", "Do you know anyone at a hospital who needs audits?"),
        (
            "people who retire soon",
            "sell",
            "Do you know any people who retire soon and are looking to sell?",
        ),
        ("a head of HR", "guests", "Do you know a head of HR who is looking for guests?"),
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
        ("Sell their firm", "looking to sell their firm"),
        ("to sell", "looking to sell"),
        ("looking to sell", "looking to sell"),
        ("for help", "looking for help"),
        ("a new office", "looking for a new office"),
        ("hiring help", "thinking of hiring help"),
        ("UK customers", "looking for UK customers"),
        ("opening a shop", "thinking of opening a shop"),
        ("succession planning", "looking for succession planning"),
    ],
)
def test_goals(typed: str, expected: str) -> None:
    need = need_of(typed)
    assert need is not None
    assert clause_of(need, is_plural=False) == f"is {expected}"


def test_what_people_are_called() -> None:
    spoken = {
        "Anna Weiss": "Anna",
        "Dr. Nils Berger": "Dr. Berger",
        "Dr. Anna Weiss, PhD": "Dr. Weiss",
        "Dr. Clara Hoff 🚀": "Dr. Hoff",
        "Weiss, Anna": "Anna",
        "Anna Weiss CPA": "Anna",
        "J. P. Morgan": "J. P. Morgan",
        "MARIA": "Maria",
        "Bakery Schulz": "Hello",
        "Mr. and Mrs. Smith": "Mr. and Mrs. Smith",
        "李 小龙": "李 小龙",
        "": "",
    }
    assert {name: greeting_of(name) for name in spoken} == spoken


@pytest.mark.parametrize(
    ("qualities", "sentence"),
    [
        ("calm", "as you are, who is calm."),
        ("a decision maker", "I am thinking of a decision maker."),
        ("lawyers with integrity", "I am thinking of lawyers with integrity."),
        ("Kind.", "as you are, who is kind."),
        ("are calm", "as you are, who is calm."),
        ("with children", "as you are, with children."),
        ("pays on time", "as you are, who pays on time."),
        ("who keeps her word", "as you are, who keeps her word."),
    ],
)
def test_qualities(qualities: str, sentence: str) -> None:
    parts = AskParts(industry="IT", looking_for="grow", qualities=qualities)
    assert sentence in drafted_ask(parts, BONDS[1], TODAY)


@pytest.mark.parametrize(
    ("work", "opening"),
    [
        ("their tax return", "with your tax return."),
        ("Tom's wedding photos", "with Tom's wedding photos."),
        ("Built a new website.", "happy with my work."),
        ("LinkedIn profile", "with the LinkedIn profile."),
        ("Annual accounts", "with the annual accounts."),
    ],
)
def test_openings(work: str, opening: str) -> None:
    bond = Bond("Anna", "client", work=work, is_happy=True)
    assert opening in drafted_ask(PARTS[0], bond, TODAY)


PHRASE = st.text("abcdefgh ijklmnop'éß.,!?-", max_size=30)


@given(
    st.none() | PHRASE,
    st.none() | PHRASE,
    st.none() | PHRASE,
    st.sampled_from(Tone),
    st.sampled_from(BONDS),
    st.sampled_from(TargetKind),
)
def test_no_leftovers(
    industry: str | None,
    looking_for: str | None,
    qualities: str | None,
    tone: Tone,
    bond: Bond,
    kind: TargetKind,
) -> None:
    parts = AskParts(
        industry=industry, looking_for=looking_for, qualities=qualities, kind=kind, by=TODAY
    )
    text = drafted_ask(parts, bond, TODAY, tone)
    assert "  " not in text
    assert not re.search(r"[{}]|None|\s[.,?!]|\.\.", text)
    assert text.startswith(bond.first_name)
    assert "Do you know" in text
    assert text.rstrip().endswith(("right.", "fine.", "all."))


@given(st.sampled_from(Came), st.sampled_from(["Ben Okoye", "Dr. Clara Hoff", "Zoë"]))
def test_a_thank_you_never_asks(came: Came, prospect: str) -> None:
    text = drafted_thanks(addressee("Anna"), Fate(came, addressee(prospect)))
    assert "?" not in text
    assert "know any" not in text
    assert came is Came.PROMISED or prospect in text

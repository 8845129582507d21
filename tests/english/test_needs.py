"""What people type as looked for, each class in the frame that is right for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.english.groups import narrowed_question
from refcli.domain.english.need_frames import help_offered, need_told
from refcli.domain.english.needs import need_of

LOOKED_FOR = {
    "breed alpacas": "is looking to breed alpacas",
    "trade abroad": "is looking to trade abroad",
    "help farmers diversify": "is looking to help farmers diversify",
    "run of leaflets": "is looking for a run of leaflets",
    "pay rise": "is looking for a pay rise",
    "8-seater minibus": "is looking for an 8-seater minibus",
    "NDA": "is looking for an NDA",
    "scaffolding": "is looking for scaffolding",
    "doesn't have a will": "doesn't have a will",
    "pays too much tax": "pays too much tax",
    "who'd like to retire": "would like to retire",
    "who no longer farm": "no longer farms",
    "retired": "is retired",
    "afraid of flying": "is afraid of flying",
    "not sleeping": "is not sleeping",
    "how to invest": "is wondering how to invest",
    "people who need a will": "needs a will",
    "Learn French": "is looking to learn French",
    "NEW ROOF": "is looking for a new roof",
    "buy a house": "is looking to buy a house",
    "to sell their firm.": "is looking to sell their firm",
    "Sell Their Business": "is looking to sell their business",
    "SELL THEIR BUSINESS": "is looking to sell their business",
    '"remortgage"': "is looking to remortgage",
    "cut costs": "is looking to cut costs",
    "change career": "is looking to change career",
    "switch banks": "is looking to switch banks",
    "hire staff": "is looking to hire staff",
    "lift their sales": "is looking to lift their sales",
    "plan for retirement": "is looking to plan for retirement",
    "set up a trust": "is looking to set up a trust",
    "start again": "is looking to start again",
    "help their son move": "is looking to help their son move",
    "have their kitchen redone": "is looking to have their kitchen redone",
    "digitize the archive": "is looking to digitize the archive",
    "stop renting": "is looking to stop renting",
    "downsizing": "is thinking of downsizing",
    "moving to Berlin": "is thinking of moving to Berlin",
    "coaching their team": "is thinking of coaching their team",
    "coaching": "is looking for coaching",
    "training courses": "is looking for training courses",
    "planning permission": "is looking for planning permission",
    "accountant": "is looking for an accountant",
    "web designer": "is looking for a web designer",
    "review of their pension": "is looking for a review of their pension",
    "change of career": "is looking for a change of career",
    "lease on a shop": "is looking for a lease on a shop",
    "design agency": "is looking for a design agency",
    "market research": "is looking for market research",
    "house insurance": "is looking for house insurance",
    "legal advice": "is looking for legal advice",
    "help with payroll": "is looking for help with payroll",
    "help moving house": "is looking for help moving house",
    "solar panels": "is looking for solar panels",
    "new premises": "is looking for new premises",
    "someone to do the books": "is looking for someone to do the books",
    "planning a wedding": "is planning a wedding",
    "about to retire": "is about to retire",
    "interested in buying land": "is interested in buying land",
    "struggling with VAT": "is struggling with VAT",
    "in need of advice": "is in need of advice",
    "needs help": "needs help",
    "need help": "needs help",
    "who are moving": "is moving",
    "that have outgrown their office": "has outgrown their office",
    "hope to retire": "hopes to retire",
    "will retire soon": "will retire soon",
    "just bought a house": "just bought a house",
    "digital transformation": "has this in mind: digital transformation",
}


@pytest.mark.parametrize(("typed", "clause"), LOOKED_FOR.items())
def test_each_class_has_its_frame(typed: str, clause: str) -> None:
    assert narrowed_question("dentistry", typed) == f"Do you know anyone in dentistry who {clause}?"


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("needs a bookkeeper", "need a bookkeeper"),
        ("hoping to buy a flat", "are hoping to buy a flat"),
        ("buy a flat", "are looking to buy a flat"),
        ("is moving", "are moving"),
    ],
)
def test_several_have_plural_verbs(typed: str, clause: str) -> None:
    assert narrowed_question("expats", typed) == f"Do you know any expats who {clause}?"


@pytest.mark.parametrize(
    ("need", "offer", "told"),
    [
        ("a mortgage", "help you with a mortgage: Bill.", "Carl needs a mortgage."),
        (
            "selling their house",
            "help you with selling your house: Bill.",
            "Carl would like help with selling their house.",
        ),
        (
            "sell and move to Austin",
            "help you sell and move to Austin: Bill.",
            "Carl would like to sell and move to Austin.",
        ),
        ("needs a will", "help you: Bill.", "Carl needs a will."),
        ("hoping to retire", "help you: Bill.", "Carl is hoping to retire."),
    ],
)
def test_a_need_is_told_to_both(need: str, offer: str, told: str) -> None:
    assert help_offered(need_of(need), "Bill").endswith(offer)
    assert need_told(need_of(need), "Carl", is_plural=False) == told


@given(
    st.text("abcdefghij klmnopqrstuvw xyz'é.,!?-", max_size=40), st.text("abcd éfghi", max_size=20)
)
def test_whatever_is_typed_the_question_is_one(looking_for: str, industry: str) -> None:
    question = narrowed_question(industry, looking_for)
    assert question.startswith("Do you know ")
    assert question.endswith("?")
    assert "  " not in question
    assert " is are " not in question

"""Industries and groups as people type them: who is known, who is at, who is in."""

import pytest

from refcli.domain.english.groups import narrowed_question, whom_sought

WHOM = {
    "the elderly": "anyone who is elderly",
    "anyone who runs a pub": "anyone who runs a pub",
    "abroad": "anyone abroad",
    "UK": "anyone in the UK",
    "South Wales": "anyone in South Wales",
    "Manchester": "anyone in Manchester",
    "Smith Brothers": "anyone at Smith Brothers",
    "X-ray technician": "an X-ray technician",
    "Leeds University": "anyone at Leeds University",
    "SME": "anyone at an SME",
    "Germans": "any Germans",
    "dentistry": "anyone in dentistry",
    "dentists": "any dentists",
    "dentist": "a dentist",
    "dental practice": "anyone at a dental practice",
    "dental practices": "anyone at a dental practice",
    "small businesses": "anyone at a small business",
    "care homes": "anyone at a care home",
    "banks and insurers": "any banks and insurers",
    "the wedding trade": "anyone in the wedding trade",
    "Leeds": "anyone in Leeds",
    "in Leeds": "anyone in Leeds",
    "around York": "anyone around York",
    "HR": "anyone in HR",
    "HR managers": "any HR managers",
    "CFO": "a CFO",
    "NHS trust": "anyone at an NHS trust",
    "8-year-old company": "anyone at an 8-year-old company",
    "US company": "anyone at a US company",
    "Baker & Sons Printers": "anyone at Baker & Sons Printers",
    "Deutsche Bank": "anyone at Deutsche Bank",
    "University of Leeds": "anyone at the University of Leeds",
    "Rotary Club": "anyone at the Rotary Club",
    "expats": "any expats",
    "newlyweds": "any newlyweds",
    "first-time buyers": "any first-time buyers",
    "midwife": "a midwife",
    "midwives": "any midwives",
    "the head of HR at a hospital": "the head of HR at a hospital",
    "owners of small firms": "any owners of small firms",
    "my neighbours": "any of my neighbours",
    "German exporters": "any German exporters",
    "women over 50": "any women over 50",
    "over 50s": "any over 50s",
    "people in Leeds": "anyone in Leeds",
    "military": "anyone in the military",
    "care home": "anyone at a care home",
    "the arts": "anyone in the arts",
}


@pytest.mark.parametrize(("typed", "whom"), WHOM.items())
def test_each_class_is_asked_about_as_it_should(typed: str, whom: str) -> None:
    assert narrowed_question(typed, None) == f"Do you know {whom}?"


@pytest.mark.parametrize(
    ("typed", "whom"),
    [
        ("dentistry", "somebody in dentistry"),
        ("expats", "expats"),
        ("midwife", "a midwife"),
        (None, "somebody"),
    ],
)
def test_whom_an_introduction_is_to(typed: str | None, whom: str) -> None:
    assert whom_sought(typed) == whom

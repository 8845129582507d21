"""One screen before a meeting."""

import datetime as dt

import pytest

from refcli.domain.campaigns import Offer
from refcli.domain.contacts import Contact
from refcli.domain.interactions import Channel
from refcli.domain.prep import Helper, Prep
from refcli.domain.readiness import Blocker
from refcli.render.exchanges import interaction_json
from refcli.render.followups_json import item_json
from refcli.render.layout import Section
from refcli.render.prep import prep_json, prep_sheet
from tests.support.values import CONTACT, FULL_CONTACT, INTERACTION, TODAY, due_item

BARE = Prep(contact=CONTACT, interactions=(), open_items=(), helpers=(), blockers=(), draft="")
FULL = Prep(
    contact=FULL_CONTACT,
    interactions=(INTERACTION, INTERACTION._replace(channel=Channel.CALL, text="", on=TODAY)),
    open_items=(due_item(7, late=1), due_item(8, late=-1, reach_at="110")),
    helpers=(
        Helper(id=2, name="Tom Berg", about="tax adviser", matches=("tax", "dental")),
        Helper(id=3, name="Pia Lang", about="", matches=("x",)),
    ),
    blockers=(
        Blocker("open-ask", "an ask is open", "refcli ask answer"),
        Blocker("taker", "only takes", "refcli contact restore"),
    ),
    draft="Anna, do you know anybody?",
)


def test_a_bare_screen_as_json() -> None:
    assert prep_json(BARE) == {
        "contact": {"id": 1, "name": "Anna Weiss"},
        "focus": None,
        "rapport": {"days": None, "band": "cold"},
        "interactions": [],
        "open": [],
        "introduce": [],
        "ready": True,
        "blockers": [],
        "draft": None,
        "ties": [],
        "dates": [],
        "intros": [],
        "given": [],
        "asks": [],
        "offer": None,
    }


def test_a_full_screen_as_json() -> None:
    assert prep_json(FULL) == {
        "contact": {"id": 1, "name": "Anna Weiss"},
        "focus": "a second practice",
        "rapport": {"days": 60, "band": "warm"},
        "interactions": [interaction_json(i) for i in FULL.interactions],
        "open": [item_json(i) for i in FULL.open_items],
        "introduce": [
            {"contact": {"id": 2, "name": "Tom Berg"}, "matches": ["tax", "dental"]},
            {"contact": {"id": 3, "name": "Pia Lang"}, "matches": ["x"]},
        ],
        "ready": False,
        "blockers": [
            {"code": "open-ask", "text": "an ask is open", "fix": "refcli ask answer"},
            {"code": "taker", "text": "only takes", "fix": "refcli contact restore"},
        ],
        "draft": "Anna, do you know anybody?",
        "ties": [],
        "dates": [],
        "intros": [],
        "given": [],
        "asks": [],
        "offer": None,
    }


def test_a_bare_screen() -> None:
    sheet = prep_sheet(BARE, TODAY)
    assert sheet.title == "Before you meet Anna Weiss"
    assert sheet.fields == (
        ("rapport", "cold, rarely"),
        ("working on", "ask them: what are they working on now?"),
    )
    assert sheet.sections == (
        Section("The ask", ("you may ask; add a target first: refcli kit target NAME",)),
    )


def test_a_full_screen() -> None:
    sheet = prep_sheet(FULL, TODAY)
    assert sheet.fields == (
        ("known by", "client, through Tom Berg, since Wed 10 Jan 2024"),
        ("work", "Owner, Weiss Dental"),
        ("reach", "+49 89 1234, anna@weiss.example"),
        ("rapport", "warm, about every 2 months"),
        ("working on", "a second practice"),
        ("note", "Likes tea"),
    )
    assert sheet.sections == (
        Section("Lately", ("Tue 10 Nov, in person: lunch", "today, by phone: in touch")),
        Section(
            "Open between you",
            ("7  Thank Anna Weiss, 1 day late", "8  Thank Anna Weiss (110), tomorrow"),
        ),
        Section(
            "Whom you could introduce to them",
            ("Tom Berg (tax adviser), because of: tax, dental", "Pia Lang"),
        ),
        Section(
            "The ask",
            (
                "not now: an ask is open [open-ask]; refcli ask answer",
                "not now: only takes [taker]; refcli contact restore",
            ),
        ),
    )


def test_an_offer_stands_where_no_draft_says_it() -> None:
    offer = Offer("a free check", dt.date(2026, 12, 18))
    assert prep_json(BARE._replace(offer=offer))["offer"] == {
        "text": "a free check",
        "until": "2026-12-18",
    }
    line = "your offer until Fri 18 Dec: a free check"
    for prep, is_there in ((BARE, True), (FULL, True), (FULL._replace(blockers=()), False)):
        ask = prep_sheet(prep._replace(offer=offer), TODAY).sections[-1]
        assert (line in ask.lines) is is_there


def test_a_draft_is_the_ask_where_nothing_blocks() -> None:
    sheet = prep_sheet(FULL._replace(blockers=()), TODAY)
    assert sheet.sections[-1] == Section("The ask", ("Anna, do you know anybody?",))


@pytest.mark.parametrize(
    ("contact", "label", "value"),
    [
        (CONTACT._replace(role="Owner"), "work", "Owner"),
        (CONTACT._replace(organization="Weiss"), "work", "Weiss"),
        (CONTACT._replace(phones=("110", "112")), "reach", "110"),
        (CONTACT._replace(emails=("a@x.de", "b@x.de")), "reach", "a@x.de"),
    ],
)
def test_fields_of_the_screen(contact: Contact, label: str, value: str) -> None:
    assert dict(prep_sheet(BARE._replace(contact=contact), TODAY).fields)[label] == value

"""Asks and targets as JSON, table and sheet."""

import datetime as dt

import pytest

from refcli.domain.asks import Ask, AskState, TargetKind
from refcli.domain.interactions import Channel
from refcli.render.asks import ask_json, ask_sheet, asks_table, target_json, targets_table
from refcli.render.layout import Column, Section
from tests.support.values import ANNA, TARGET, TODAY

ASK = Ask(
    id=7,
    contact=ANNA,
    on=dt.date(2026, 11, 19),
    kind=TargetKind.CLIENT,
    industry=None,
    looking_for=None,
    qualities=None,
    words="Do you know\nanybody?",
    how=Channel.CALL,
    state=AskState.PENDING,
    confirm_by=None,
    until=None,
    campaign=None,
    answered_on=None,
    was_promised=False,
    target=None,
)
FULL = ASK._replace(
    kind=TargetKind.SPEAKING,
    industry="dentists",
    looking_for="sell",
    qualities="calm",
    how=Channel.EMAIL,
    state=AskState.PROMISED,
    confirm_by=dt.date(2026, 12, 4),
    until=dt.date(2027, 2, 1),
    campaign="Spring",
    target="Dentists",
)


def test_a_bare_ask_as_json() -> None:
    assert ask_json(ASK) == {
        "id": 7,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "on": "2026-11-19",
        "kind": "client",
        "industry": None,
        "looking_for": None,
        "qualities": None,
        "words": "Do you know\nanybody?",
        "how": "call",
        "state": "pending",
        "confirm_by": None,
        "campaign": None,
        "narrow": {"ok": False, "missing": ["industry", "looking_for"]},
    }


def test_a_full_ask_as_json() -> None:
    assert ask_json(FULL) == {
        "id": 7,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "on": "2026-11-19",
        "kind": "speaking",
        "industry": "dentists",
        "looking_for": "sell",
        "qualities": "calm",
        "words": "Do you know\nanybody?",
        "how": "email",
        "state": "promised",
        "confirm_by": "2026-12-04",
        "campaign": "Spring",
        "narrow": {"ok": True, "missing": []},
    }


def test_the_columns_of_asks() -> None:
    table = asks_table([], TODAY)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("on", right=False, flexible=False, style="", gives=1),
        Column("contact", right=False, flexible=True, style="name"),
        Column("for", right=False, flexible=True, style=""),
        Column("state", right=False, flexible=False, style=""),
    )
    assert (table.rows, table.empty) == ((), "no asks yet; record one: refcli ask NAME")


@pytest.mark.parametrize(
    ("industry", "looking_for", "wanted"),
    [
        (None, None, "anyone"),
        ("dentists", None, "dentists"),
        (None, "sell", "sell"),
        ("dentists", "sell", "dentists, sell"),
        ("", "", "anyone"),
    ],
)
def test_a_row_of_asks(industry: str | None, looking_for: str | None, wanted: str) -> None:
    ask = ASK._replace(industry=industry, looking_for=looking_for)
    assert asks_table([ask], TODAY).rows == (("7", "yesterday", "Anna Weiss", wanted, "pending"),)


def test_a_bare_ask_in_full() -> None:
    sheet = ask_sheet(ASK, TODAY)
    assert sheet.title == "Ask 7 to Anna Weiss"
    assert sheet.fields == (
        ("contact", "Anna Weiss"),
        ("when", "yesterday, by phone"),
        ("state", "pending"),
        ("for", "Do you know anyone?"),
        ("kind", "client"),
    )
    assert sheet.sections == (Section("In words", ("Do you know", "anybody?")),)


def test_a_full_ask_in_full() -> None:
    assert ask_sheet(FULL, TODAY).fields == (
        ("contact", "Anna Weiss"),
        ("when", "yesterday, by e-mail"),
        ("state", "promised"),
        ("for", "Do you know any dentists who are looking to sell?"),
        ("qualities", "calm"),
        ("kind", "speaking"),
        ("target", "Dentists"),
        ("confirm by", "Fri 4 Dec"),
        ("again from", "Mon 1 Feb 2027"),
        ("campaign", "Spring"),
    )


def test_targets_as_json() -> None:
    target = TARGET._replace(qualities="calm", listen_for="growing", unwanted="chains")
    assert target_json(target) == {
        "id": 4,
        "name": "Dentists",
        "kind": "client",
        "industry": "dentists",
        "looking_for": "sell",
        "qualities": "calm",
        "listen_for": "growing",
        "not": "chains",
    }


def test_targets_as_a_table() -> None:
    table = targets_table([TARGET, TARGET._replace(listen_for="growing", industry=None)])
    assert table.columns == (
        Column("target", right=False, flexible=False, style="name"),
        Column("kind", right=False, flexible=False, style=""),
        Column("the ask", right=False, flexible=True, style=""),
        Column("listen for", right=False, flexible=True, style="dim"),
    )
    assert table.rows == (
        ("Dentists", "client", "Do you know any dentists who are looking to sell?", ""),
        ("Dentists", "client", "Do you know anyone who is looking to sell?", "growing"),
    )
    assert table.empty == 'no targets yet; add one: refcli kit target "dental practices"'

"""Campaigns as JSON, sheet and table."""

import datetime as dt

import pytest

from refcli.domain.campaigns import Campaign
from refcli.render.campaigns import campaign_json, campaign_sheet, campaigns_table
from refcli.render.layout import Column, Section
from tests.support.values import TODAY

BARE = Campaign(
    id=3,
    name="Spring",
    theme=None,
    offer=None,
    goal=None,
    begins=dt.date(2026, 11, 2),
    until=dt.date(2026, 12, 4),
    ended=None,
    asks=0,
    promised=0,
    introduced=0,
    won=0,
    won_cents=0,
)
FULL = BARE._replace(
    theme="smiles",
    offer="a book",
    goal=8,
    asks=6,
    promised=4,
    introduced=1,
    won=2,
    won_cents=120_050,
)


def test_a_campaign_as_json() -> None:
    assert campaign_json(FULL, TODAY) == {
        "id": 3,
        "name": "Spring",
        "theme": "smiles",
        "offer": "a book",
        "goal": 8,
        "begins": "2026-11-02",
        "until": "2026-12-04",
        "ended": None,
        "running": True,
        "asks": 6,
        "promised": 4,
        "introduced": 1,
        "won": 2,
        "value": 1200.5,
    }
    ended = campaign_json(BARE._replace(ended=TODAY), TODAY)
    assert (ended["ended"], ended["running"], ended["value"]) == ("2026-11-20", False, 0)


def test_a_running_campaign_in_full() -> None:
    sheet = campaign_sheet(FULL, TODAY, "EUR")
    assert sheet.title == "Spring"
    assert sheet.fields == (
        ("runs", "Mon 2 Nov to Fri 4 Dec, 14 days left"),
        ("theme", "smiles"),
        ("offer", "a book"),
        ("goal", "6 of 8 asks"),
        ("", f"{'█' * 15}{'░' * 5} 75%"),
    )
    assert sheet.sections == (
        Section("So far", ("6 asks", "4 promised", "1 introduction", "2 won, 1,200.50 EUR")),
    )


def test_a_bare_campaign_in_full() -> None:
    sheet = campaign_sheet(BARE._replace(asks=1, introduced=2), TODAY, "")
    assert sheet.fields == (("runs", "Mon 2 Nov to Fri 4 Dec, 14 days left"),)
    assert sheet.sections == (
        Section("So far", ("1 ask", "0 promised", "2 introductions", "0 won, 0")),
    )


@pytest.mark.parametrize(
    ("today", "runs"),
    [
        (dt.date(2026, 11, 1), "tomorrow to Fri 4 Dec"),
        (dt.date(2026, 12, 2), "Mon 2 Nov to Fri 4 Dec, 2 days left"),
        (dt.date(2026, 12, 3), "Mon 2 Nov to tomorrow, 1 day left"),
        (dt.date(2026, 12, 4), "Mon 2 Nov to today"),
        (dt.date(2026, 12, 5), "Mon 2 Nov to yesterday"),
    ],
)
def test_the_days_that_are_left(today: dt.date, runs: str) -> None:
    assert campaign_sheet(BARE, today, "").fields[0] == ("runs", runs)


def test_a_campaign_that_ended_early_brought_something() -> None:
    sheet = campaign_sheet(FULL._replace(ended=dt.date(2026, 11, 19)), TODAY, "")
    assert sheet.fields[:2] == (("runs", "Mon 2 Nov to Fri 4 Dec"), ("ended", "yesterday"))
    assert sheet.sections[0].title == "What it brought"


def test_the_columns_of_campaigns() -> None:
    table = campaigns_table([], TODAY)
    assert table.columns == (
        Column("campaign", right=False, flexible=True, style="name"),
        Column("from", right=False, flexible=False, style=""),
        Column("until", right=False, flexible=False, style=""),
        Column("asks", right=True, flexible=False, style=""),
        Column("introduced", right=True, flexible=False, style=""),
        Column("won", right=True, flexible=False, style=""),
    )
    assert table.empty == "no campaigns yet; begin: refcli campaign start NAME --until WHEN"


def test_the_rows_of_campaigns() -> None:
    ended = BARE._replace(ended=dt.date(2026, 11, 9))
    assert campaigns_table([FULL, ended], TODAY).rows == (
        ("Spring (runs)", "Mon 2 Nov", "Fri 4 Dec", "6/8", "1", "2"),
        ("Spring", "Mon 2 Nov", "Mon 9 Nov", "0", "0", "0"),
    )

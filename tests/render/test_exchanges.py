"""Interactions, work, thanks and favors as JSON and table."""

import datetime as dt

import pytest

from refcli.domain.engagements import Engagement
from refcli.domain.favors import Balance, FavorHow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.prep import Helper
from refcli.domain.thanks import Thanks, ThanksHow
from refcli.render.exchanges import (
    engagement_json,
    engagements_table,
    interaction_json,
    interactions_table,
    thanks_json,
    thanks_table,
)
from refcli.render.favors import balance_json, balances_table, ideas_json
from refcli.render.layout import Column
from tests.support.values import ANNA, INTERACTION, TODAY

WORK = Engagement(
    id=5,
    contact_id=1,
    contact_name="Anna Weiss",
    what="accounts",
    delivered=dt.date(2026, 10, 1),
    ongoing=False,
    rating=9,
    value_cents=120_050,
)
THANKS = Thanks(
    id=6,
    contact_id=1,
    contact_name="Anna Weiss",
    given=True,
    on=TODAY,
    how=ThanksHow.GIFT,
    words="Thank you",
    intro=3,
    ask=4,
)
BALANCE = Balance(contact=ANNA, given=1, received=3, last=TODAY)


def test_an_interaction_as_json() -> None:
    assert interaction_json(INTERACTION._replace(contacts=((1, "Anna"), (2, "Tom")))) == {
        "id": 9,
        "on": "2026-11-10",
        "how": "in-person",
        "direction": "both",
        "contacts": [{"id": 1, "name": "Anna"}, {"id": 2, "name": "Tom"}],
        "text": "lunch",
        "attempt": False,
        "time": None,
    }


def test_the_columns_of_interactions() -> None:
    table = interactions_table([], TODAY)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("on", right=False, flexible=False, style=""),
        Column("how", right=False, flexible=False, style="dim"),
        Column("contacts", right=False, flexible=True, style="name"),
        Column("what", right=False, flexible=True, style=""),
    )
    assert table.empty == 'nothing is logged; try: refcli log "lunch with NAME"'


@pytest.mark.parametrize(
    ("direction", "who"),
    [
        (Direction.IN, "from Anna, Pia and Tom"),
        (Direction.OUT, "to Anna, Pia and Tom"),
        (Direction.BOTH, "with Anna, Pia and Tom"),
    ],
)
def test_the_rows_of_interactions(direction: Direction, who: str) -> None:
    letter = INTERACTION._replace(
        channel=Channel.LETTER,
        direction=direction,
        contacts=((1, "Anna"), (3, "Pia"), (2, "Tom")),
    )
    assert interactions_table([letter], TODAY).rows == (
        ("9", "Tue 10 Nov", "by letter", who, "lunch"),
    )


def test_work_as_json() -> None:
    assert engagement_json(WORK) == {
        "id": 5,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "what": "accounts",
        "delivered": "2026-10-01",
        "ongoing": False,
        "rating": 9,
        "value": 1200.5,
    }
    open_work = WORK._replace(delivered=None, ongoing=True, rating=None, value_cents=None)
    assert engagement_json(open_work) == {
        "id": 5,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "what": "accounts",
        "delivered": None,
        "ongoing": True,
        "rating": None,
        "value": None,
    }


def test_work_as_a_table() -> None:
    rows = [
        WORK,
        WORK._replace(delivered=None, ongoing=True, rating=None, value_cents=None),
        WORK._replace(delivered=None, rating=0, value_cents=0),
    ]
    table = engagements_table(rows, "EUR", TODAY)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("delivered", right=False, flexible=False, style="", gives=1),
        Column("client", right=False, flexible=True, style="name"),
        Column("what", right=False, flexible=True, style=""),
        Column("rating", right=True, flexible=False, style=""),
        Column("value", right=True, flexible=False, style=""),
    )
    assert table.rows == (
        ("5", "Thu 1 Oct", "Anna Weiss", "accounts", "9", "1,200.50 EUR"),
        ("5", "ongoing", "Anna Weiss", "accounts", "", ""),
        ("5", "-", "Anna Weiss", "accounts", "0", "0 EUR"),
    )
    assert table.empty == 'no work recorded yet; try: refcli engagement NAME "what"'


def test_thanks_as_json() -> None:
    assert thanks_json(THANKS) == {
        "id": 6,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "direction": "given",
        "on": "2026-11-20",
        "how": "gift",
        "words": "Thank you",
        "intro": 3,
        "ask": 4,
    }
    assert thanks_json(THANKS._replace(given=False, how=None))["direction"] == "received"


def test_thanks_as_a_table() -> None:
    table = thanks_table([THANKS, THANKS._replace(given=False, how=None, words=None)], TODAY)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("on", right=False, flexible=False, style=""),
        Column("", right=False, flexible=False, style="dim"),
        Column("contact", right=False, flexible=True, style="name"),
        Column("how", right=False, flexible=False, style=""),
        Column("words", right=False, flexible=True, style=""),
    )
    assert table.rows == (
        ("6", "today", "to", "Anna Weiss", "gift", "Thank you"),
        ("6", "today", "from", "Anna Weiss", "", ""),
    )
    assert table.empty == "no thanks recorded yet; see what is owed: refcli thank list --owed"


def test_a_balance_as_json() -> None:
    assert balance_json(BALANCE) == {
        "contact": {"id": 1, "name": "Anna Weiss"},
        "given": 1,
        "received": 3,
        "net": -2,
        "last": "2026-11-20",
    }


@pytest.mark.parametrize(
    ("given", "received", "meaning"),
    [
        (1, 3, "you owe 2 favors"),
        (0, 1, "you owe 1 favor"),
        (0, 0, "even"),
        (2, 2, "even"),
        (2, 1, "you are ahead"),
        (2, 0, "you are ahead"),
        (3, 0, "only takes"),
        (9, 1, "you are ahead"),
    ],
)
def test_what_a_balance_means(given: int, received: int, meaning: str) -> None:
    (row,) = balances_table(
        [BALANCE._replace(given=given, received=received)], TODAY, taker_gifts=3
    ).rows
    assert row == ("Anna Weiss", str(given), str(received), meaning, "today")


@pytest.mark.parametrize(("days", "ago"), [(0, "today"), (1, "1 day ago"), (40, "40 days ago")])
def test_when_the_last_favor_was(days: int, ago: str) -> None:
    last = TODAY - dt.timedelta(days=days)
    assert balances_table([BALANCE._replace(last=last)], TODAY, taker_gifts=3).rows[0][-1] == ago


def test_the_columns_of_balances() -> None:
    table = balances_table([], TODAY, taker_gifts=3)
    assert table.columns == (
        Column("contact", right=False, flexible=True, style="name"),
        Column("given", right=True, flexible=False, style=""),
        Column("received", right=True, flexible=False, style=""),
        Column("which means", right=False, flexible=True, style=""),
        Column("last", right=False, flexible=False, style="dim", gives=1),
    )
    assert table.empty == "nothing went to or fro yet; begin: refcli reciprocate NAME WHAT"


def test_ideas_as_json() -> None:
    helper = Helper(id=2, name="Tom Berg", about="tax adviser", matches=("tax", "dental"))
    assert ideas_json([helper], [FavorHow.SHARE, FavorHow.EVENT]) == {
        "introduce": [{"contact": {"id": 2, "name": "Tom Berg"}, "matches": ["tax", "dental"]}],
        "help": [
            {"how": "share", "text": "share something of theirs with people whom it helps"},
            {"how": "event", "text": "take them along to an event"},
        ],
    }

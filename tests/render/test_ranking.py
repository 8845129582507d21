"""Whom to ask, as JSON, tables and sheet."""

import datetime as dt

from refcli.domain.chance import Chance
from refcli.domain.contacts import Basis, ContactStatus, Rapport
from refcli.domain.ranking import Ranked
from refcli.domain.readiness import Blocker
from refcli.domain.scoring import Score, Term
from refcli.domain.standing import Standing
from refcli.render.layout import Column, Section
from refcli.render.ranking import blocked_table, ranked_json, ready_table, why_sheet

STANDING = Standing(
    name="Anna Weiss",
    bases=(Basis.CLIENT,),
    status=ContactStatus.ACTIVE,
    status_until=None,
    rapport=Rapport(days=60, band="warm"),
    last_interaction=dt.date(2026, 11, 10),
    id=1,
)
TERMS = (
    Term("rapport", "warm, every 60 days", 20.04),
    Term("target", "nothing points to them", 0.0),
    Term("last-ask", "the last ask lapsed", -10.0),
    Term("basis", "a client", 12.0),
    Term("work", "delighted", 7.0),
)
READY = Ranked(
    rank=2, who=STANDING, score=Score(total=29.04, terms=TERMS), blockers=(), chance=None
)
BLOCKED = READY._replace(
    rank=None,
    blockers=(
        Blocker("open-ask", "an ask is open", "refcli ask answer"),
        Blocker("taker", "only takes", "refcli contact restore"),
    ),
)
CHANCE = Chance(mean=0.451, low=0.2, high=0.706, n=3, yeses=1, guess=False, record="clients")


def chance_of(chance: Chance) -> Section:
    return why_sheet(READY._replace(chance=chance)).sections[-1]


def test_a_ready_contact_as_json() -> None:
    assert ranked_json(READY) == {
        "rank": 2,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "ready": True,
        "score": 29.04,
        "basis": "client",
        "rapport": {"days": 60, "band": "warm"},
        "reasons": [{"code": t.code, "text": t.text, "points": t.points} for t in TERMS],
        "blockers": [],
        "last_interaction": "2026-11-10",
    }


def test_a_blocked_contact_with_a_chance_as_json() -> None:
    shape = ranked_json(BLOCKED._replace(chance=CHANCE))
    assert (shape["rank"], shape["ready"]) == (None, False)
    assert shape["blockers"] == [
        {"code": "open-ask", "text": "an ask is open", "fix": "refcli ask answer"},
        {"code": "taker", "text": "only takes", "fix": "refcli contact restore"},
    ]
    assert shape["chance"] == {"mean": 0.451, "low": 0.2, "high": 0.706, "n": 3, "guess": False}


def test_the_ready_with_the_three_reasons_that_weigh_most() -> None:
    table = ready_table([READY])
    assert table.columns == (
        Column("", right=True, flexible=False, style="dim"),
        Column("score", right=True, flexible=False, style=""),
        Column("contact", right=False, flexible=False, style="name"),
        Column("why", right=False, flexible=True, style=""),
    )
    assert table.rows == (
        ("2", "29", "Anna Weiss", "warm, every 60 days; a client; the last ask lapsed"),
    )
    assert table.empty == (
        "nobody is ready to be asked just now; what blocks them: refcli ask who --all"
    )


def test_reasons_of_no_weight_are_not_told() -> None:
    few = READY._replace(score=Score(total=19.5, terms=TERMS[1:3]))
    assert ready_table([few]).rows[0][1:] == ("20", "Anna Weiss", "the last ask lapsed")


def test_the_blocked_with_what_opens_each_gate() -> None:
    table = blocked_table([BLOCKED])
    assert table.columns == (
        Column("contact", right=False, flexible=False, style="name"),
        Column("not now, because", right=False, flexible=True, style=""),
        Column("then", right=False, flexible=True, style="dim"),
    )
    assert table.rows == (
        ("Anna Weiss", "an ask is open [open-ask]", "refcli ask answer"),
        ("", "only takes [taker]", "refcli contact restore"),
    )
    assert table.empty == "nobody else"


def test_those_whom_the_same_blocks_stand_together() -> None:
    other = BLOCKED._replace(who=STANDING._replace(id=2, name="Tom Roth"))
    assert blocked_table([BLOCKED, other], is_grouped=True).rows == (
        ("Anna Weiss and 1 more", "an ask is open [open-ask]", "refcli ask answer"),
        ("", "only takes [taker]", "refcli contact restore"),
    )
    assert len(blocked_table([BLOCKED, other]).rows) == 4


def test_a_score_term_by_term() -> None:
    sheet = why_sheet(READY)
    assert sheet.title == "Anna Weiss (@1): ready to be asked"
    assert sheet.fields == ()
    assert sheet.sections == (
        Section(
            "Score",
            (
                " +20.0  warm, every 60 days [rapport]",
                "  +0.0  nothing points to them [target]",
                " -10.0  the last ask lapsed [last-ask]",
                " +12.0  a client [basis]",
                "  +7.0  delighted [work]",
                "  29.0  in all, of 100",
            ),
        ),
    )


def test_what_blocks_stands_above_the_score() -> None:
    sheet = why_sheet(BLOCKED._replace(chance=CHANCE))
    assert sheet.title == "Anna Weiss (@1): not now"
    assert [section.title for section in sheet.sections] == [
        *("What blocks, and what opens it", "Score", "Chance of an introduction")
    ]
    assert sheet.sections[0].lines == (
        "an ask is open [open-ask]: refcli ask answer",
        "only takes [taker]: refcli contact restore",
    )


def test_the_chance_in_words() -> None:
    assert chance_of(CHANCE) == Section(
        "Chance of an introduction",
        (
            "45%, most likely between 20% and 71%",
            "your own record with clients: 1 of 3 asks",
        ),
    )
    assert chance_of(CHANCE._replace(n=1)).lines[1] == ("your own record with clients: 1 of 1 ask")


def test_a_chance_that_is_a_guess_says_so() -> None:
    span, record = chance_of(CHANCE._replace(n=0, yeses=0, guess=True)).lines
    assert span == (
        "45%, most likely between 20% and 71%: a starting guess, until five of your asks have an"
        " outcome"
    )
    assert record == "no ask to clients has an outcome yet"

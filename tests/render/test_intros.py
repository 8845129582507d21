"""Introductions as JSON, table and sheet: the steps, the three thank-yous, what is open."""

import datetime as dt

import pytest

from refcli.domain.due import DueItem
from refcli.domain.intros import (
    Intro,
    IntroDirection,
    IntroState,
    IntroStep,
    Rung,
    SourceThanks,
    ThanksDates,
)
from refcli.render.intros import intro_json, intro_sheet, intros_table
from refcli.render.layout import Column, Section
from tests.support.values import ANNA, PIA, TODAY, TOM, due_item

DAY = dt.date(2026, 11, 10)
NOT_YET = ThanksDates(made=None, reached=None, outcome=None)
INTRO = Intro(
    id=5,
    direction=IntroDirection.RECEIVED,
    source=ANNA,
    prospect=PIA,
    receiver=None,
    on=DAY,
    rung=Rung.WRITTEN,
    state=IntroState.MADE,
    ask=None,
    need=None,
    value_cents=None,
    thanks=NOT_YET,
    thanks_received=(),
    steps=(IntroStep(step=IntroState.MADE, on=DAY, note=None, implied=False),),
    made_on=DAY,
    is_history=False,
    sources=(ANNA,),
    prospects=(PIA,),
    thanks_by=(SourceThanks(ANNA, DAY, NOT_YET),),
)
GIVEN = INTRO._replace(
    direction=IntroDirection.GIVEN,
    source=None,
    receiver=TOM,
    rung=Rung.TOLD,
    state=IntroState.WON,
    ask=7,
    need="a loan",
    value_cents=120_050,
    thanks=ThanksDates(made=DAY, reached=dt.date(2026, 11, 12), outcome=TODAY),
    thanks_received=((TOM, TODAY), (PIA, DAY)),
    sources=(),
    thanks_by=(),
)


def section(intro: Intro, title: str, items: tuple[DueItem, ...] = ()) -> tuple[str, ...] | None:
    sections = {s.title: s.lines for s in intro_sheet(intro, TODAY, "EUR", items).sections}
    return sections.get(title)


def test_a_received_introduction_as_json() -> None:
    assert intro_json(INTRO) == {
        "id": 5,
        "direction": "received",
        "source": {"id": 1, "name": "Anna Weiss"},
        "prospect": {"id": 3, "name": "Pia Lang"},
        "receiver": None,
        "on": "2026-11-10",
        "rung": "written",
        "state": "made",
        "ask": None,
        "need": None,
        "value": None,
        "thanks": {"made": None, "reached": None, "outcome": None},
        "thanks_received": [],
        "kind": "client",
        "sources": [{"id": 1, "name": "Anna Weiss"}],
        "prospects": [{"id": 3, "name": "Pia Lang"}],
        "stale": False,
        "asks": [],
        "thanks_by": [
            {
                "contact": {"id": 1, "name": "Anna Weiss"},
                "made": None,
                "reached": None,
                "outcome": None,
            }
        ],
    }


def test_a_given_introduction_as_json() -> None:
    assert intro_json(GIVEN) == {
        "id": 5,
        "direction": "given",
        "source": None,
        "prospect": {"id": 3, "name": "Pia Lang"},
        "receiver": {"id": 2, "name": "Tom Berg"},
        "on": "2026-11-10",
        "rung": "told",
        "state": "won",
        "ask": 7,
        "need": "a loan",
        "value": 1200.5,
        "thanks": {"made": "2026-11-10", "reached": "2026-11-12", "outcome": "2026-11-20"},
        "thanks_received": [
            {"contact": {"id": 2, "name": "Tom Berg"}, "on": "2026-11-20"},
            {"contact": {"id": 3, "name": "Pia Lang"}, "on": "2026-11-10"},
        ],
        "kind": "client",
        "sources": [],
        "prospects": [{"id": 3, "name": "Pia Lang"}],
        "stale": False,
        "asks": [],
        "thanks_by": [],
    }


def test_the_columns_of_introductions() -> None:
    table = intros_table([], "", TODAY)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("on", right=False, flexible=False, style="", gives=1),
        Column("prospect", right=False, flexible=True, style="name"),
        Column("through", right=False, flexible=True, style=""),
        Column("state", right=False, flexible=False, style=""),
        Column("value", right=True, flexible=False, style=""),
    )
    assert table.empty == "no introductions yet; record one: refcli intro SOURCE PROSPECT"


def test_the_rows_of_introductions() -> None:
    alone = GIVEN._replace(receiver=None, value_cents=0)
    assert intros_table([INTRO, GIVEN, alone], "EUR", TODAY).rows == (
        ("5", "Tue 10 Nov", "Pia Lang", "from Anna Weiss", "made", ""),
        ("5", "Tue 10 Nov", "Pia Lang", "to Tom Berg", "won", "1,200.50 EUR"),
        ("5", "Tue 10 Nov", "Pia Lang", "to Pia Lang", "won", "0 EUR"),
    )


def test_a_received_introduction_in_full() -> None:
    sheet = intro_sheet(INTRO, TODAY, "EUR", ())
    assert sheet.title == "Intro 5: Pia Lang"
    assert sheet.fields == (
        ("source", "Anna Weiss"),
        ("hand-over", "introduced you in writing"),
        ("state", "made"),
    )
    assert sheet.sections == (
        Section("Steps", ("made, Tue 10 Nov",)),
        Section(
            "Thanks to the source",
            (
                "· for the introduction",
                "· when you had spoken: not yet",
                "· for what came of it: not yet",
            ),
        ),
        Section("Thanks received", ("none yet",)),
    )


def test_a_given_introduction_in_full() -> None:
    sheet = intro_sheet(GIVEN, TODAY, "EUR", (due_item(9, late=2),))
    assert sheet.fields == (
        ("partner", "Tom Berg"),
        ("hand-over", "told them you would call"),
        ("state", "won"),
        ("need", "a loan"),
        ("worth", "1,200.50 EUR"),
        ("ask", "7"),
    )
    assert sheet.sections == (
        Section("Steps", ("made, Tue 10 Nov",)),
        Section("Thanks received", ("✓ Tom Berg, today", "✓ Pia Lang, Tue 10 Nov")),
        Section("To do", ("9  Thank Anna Weiss (2 days late)",)),
    )


def test_an_introduction_of_nobody_to_nobody_has_no_partner() -> None:
    fields = intro_sheet(GIVEN._replace(receiver=None), TODAY, "", ()).fields
    assert fields[0] == ("hand-over", "told them you would call")


def test_steps_with_their_notes() -> None:
    steps = (
        IntroStep(step=IntroState.MADE, on=DAY, note=None, implied=True),
        IntroStep(step=IntroState.REACHED, on=TODAY, note="nice", implied=False),
        IntroStep(step=IntroState.WON, on=TODAY, note="big", implied=True),
    )
    assert section(INTRO._replace(steps=steps), "Steps") == (
        "made, Tue 10 Nov (implied)",
        "reached, today: nice",
        "won, today (implied): big",
    )


@pytest.mark.parametrize(
    ("state", "lines"),
    [
        (
            IntroState.NAMED,
            (
                "· for the introduction: not yet",
                "· when you had spoken: not yet",
                "· for what came of it: not yet",
            ),
        ),
        (
            IntroState.MADE,
            (
                "· for the introduction",
                "· when you had spoken: not yet",
                "· for what came of it: not yet",
            ),
        ),
        (
            IntroState.REACHED,
            (
                "· for the introduction",
                "· when you had spoken",
                "· for what came of it: not yet",
            ),
        ),
        *(
            (
                state,
                (
                    "· for the introduction",
                    "· when you had spoken",
                    "· for what came of it",
                ),
            )
            for state in (IntroState.WON, IntroState.NOT_A_FIT, IntroState.BAD)
        ),
    ],
)
def test_thanks_that_may_be_given_by_now(state: IntroState, lines: tuple[str, ...]) -> None:
    assert section(INTRO._replace(state=state), "Thanks to the source") == lines


@pytest.mark.parametrize("kind", ["thank", "outcome"])
@pytest.mark.parametrize(
    ("state", "place"), [(IntroState.MADE, 0), (IntroState.REACHED, 1), (IntroState.WON, 2)]
)
def test_thanks_that_are_due_say_when(state: IntroState, place: int, kind: str) -> None:
    items = (due_item(8, kind="status"), due_item(9, kind=kind, late=-1))
    lines = section(INTRO._replace(state=state), "Thanks to the source", items)
    assert lines is not None
    labels = ("for the introduction", "when you had spoken", "for what came of it")
    assert lines[place] == f"· {labels[place]}: due tomorrow"
    assert [": due" in line for line in lines] == [n == place for n in range(3)]


def test_other_follow_ups_owe_no_thanks() -> None:
    lines = section(INTRO, "Thanks to the source", (due_item(kind="status"),))
    assert lines is not None
    assert lines[0] == "· for the introduction"


def test_nothing_is_due_for_a_bare_name() -> None:
    lines = section(INTRO._replace(state=IntroState.NAMED), "Thanks to the source", (due_item(),))
    assert lines is not None
    assert all(line.endswith(": not yet") for line in lines)


def test_thanks_that_were_given_are_ticked() -> None:
    thanks = ThanksDates(made=DAY, reached=TODAY, outcome=None)
    by_anna = (SourceThanks(ANNA, DAY, thanks),)
    intro = INTRO._replace(thanks=thanks, thanks_by=by_anna, state=IntroState.REACHED)
    assert section(intro, "Thanks to the source", (due_item(late=1),)) == (
        "✓ for the introduction, Tue 10 Nov",
        "✓ when you had spoken, today",
        "· for what came of it: not yet",
    )
    thanks = ThanksDates(made=DAY, reached=DAY, outcome=TODAY)
    done = INTRO._replace(thanks=thanks, thanks_by=(SourceThanks(ANNA, DAY, thanks),))
    assert section(done, "Thanks to the source") == (
        "✓ for the introduction, Tue 10 Nov",
        "✓ when you had spoken, Tue 10 Nov",
        "✓ for what came of it, today",
    )

"""The review for a person: sentences, bars and tables."""

import datetime as dt

import pytest

from refcli.domain.contacts import Person
from refcli.domain.review.champions import Champions
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.funnel import Funnel, FunnelBy
from refcli.render.layout import Bar, Bars, Column
from refcli.render.review.as_text import (
    SPLIT_TITLES,
    asks_table,
    champions_table,
    champions_title,
    funnel_bars,
    gap_text,
    months_values,
    range_text,
    share_text,
    sources_table,
    span_text,
    split_table,
    thanks_bars,
    unasked_line,
    value_line,
)
from tests.support.review import (
    CLEAR,
    EMPTY,
    GAP,
    HARDLY,
    MAYBE,
    NO_ASKS,
    NO_UNASKED,
    PROMPT,
    REVIEW,
    SILENT,
    SOURCE,
    SUCCESS,
    TOTAL,
    UNASKED,
)
from tests.support.values import ANNA, PIA, TODAY, TOM

JANUARY = dt.date(2026, 1, 1)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span(None, None), "from the beginning"),
        (Span(JANUARY, None), "since Thu 1 Jan"),
        (Span(None, TODAY), "from the beginning until today"),
        (Span(dt.date(2025, 1, 1), TODAY), "since Wed 1 Jan 2025 until today"),
    ],
)
def test_spans(span: Span, text: str) -> None:
    assert span_text(span, TODAY) == text


@pytest.mark.parametrize(
    ("share", "text", "has_range"),
    [
        (Share(0, 0), "", False),
        (Share(0, 4), "0 of 4", True),
        (Share(3, 4), "3 of 4", True),
        (Share(3, 5), "60 %", True),
        (Share(2, 7), "29 %", True),
        (Share(5, 5), "100 %", True),
    ],
)
def test_shares(share: Share, text: str, *, has_range: bool) -> None:
    assert share_text(share) == text
    low, high = share.interval
    expected = f"{low * 100:.0f} to {high * 100:.0f} %" if has_range else ""
    assert range_text(share) == expected


def test_a_range_in_numbers() -> None:
    assert range_text(Share(5, 10)) == "31 to 69 %"


def test_the_stages_as_bars() -> None:
    assert funnel_bars(TOTAL, "Title") == Bars(
        "Title",
        (
            Bar("asks", 8, "8", ""),
            Bar("promised", 6, "6", "75 % of the asks"),
            Bar("made", 4, "4", "67 % of the promised"),
            Bar("reached", 3, "3", "3 of 4"),
            Bar("won", 2, "2", "2 of 3"),
        ),
    )


def test_large_stages_are_told_in_percent_of_the_one_before() -> None:
    funnel = Funnel(
        name="all",
        asks=20,
        promised=10,
        introductions=10,
        made=8,
        reached=6,
        won=3,
        value_cents=0,
    )
    assert [bar.note for bar in funnel_bars(funnel, "").bars] == [
        "",
        "50 % of the asks",
        "80 % of the promised",
        "75 % of the made",
        "50 % of the reached",
    ]


def test_no_asks_are_no_bars() -> None:
    assert funnel_bars(NO_ASKS, "Title") == Bars(
        "Title", (), "no ask in this time; begin: refcli ask who"
    )


def test_asks_that_led_nowhere_have_bars_without_shares() -> None:
    assert funnel_bars(NO_ASKS._replace(asks=1), "").bars == (
        Bar("asks", 1, "1", ""),
        Bar("promised", 0, "0", "0 of 1"),
        Bar("made", 0, "0", ""),
        Bar("reached", 0, "0", ""),
        Bar("won", 0, "0", ""),
    )


@pytest.mark.parametrize(
    ("funnel", "line"),
    [
        (NO_UNASKED, "no introduction came unasked in this time"),
        (UNASKED, "3 introductions came unasked: 2 made, 2 reached, 1 won (50.50 EUR)"),
        (
            UNASKED._replace(introductions=1, made=1, reached=0, won=0, value_cents=0),
            "1 introduction came unasked: 1 made, 0 reached, 0 won",
        ),
    ],
)
def test_what_came_unasked(funnel: Funnel, line: str) -> None:
    assert unasked_line(funnel, "EUR") == line


def test_what_all_of_it_was_worth() -> None:
    assert value_line(REVIEW.funnel, "EUR") == ("won by these asks and introductions: 1,250.50 EUR")
    assert value_line(EMPTY.funnel, "") == "won by these asks and introductions: 0"


def test_a_split_of_asks() -> None:
    table = split_table(FunnelBy.CHANNEL, [TOTAL._replace(name="call"), NO_ASKS], "EUR")
    assert table.columns == (
        Column("channel", right=False, flexible=True, style="name"),
        Column("asks", right=True, flexible=False, style=""),
        Column("promised", right=True, flexible=False, style=""),
        Column("made", right=True, flexible=False, style=""),
        Column("reached", right=True, flexible=False, style=""),
        Column("won", right=True, flexible=False, style=""),
        Column("won of all", right=True, flexible=False, style=""),
        Column("value", right=True, flexible=False, style=""),
    )
    assert table.rows == (
        ("call", "8", "6", "4", "3", "2", "25 %", "1,200 EUR"),
        ("all", "0", "0", "0", "0", "0", "", ""),
    )
    assert table.empty == "nothing in this time"


def test_a_split_of_introductions() -> None:
    table = split_table(FunnelBy.RUNG, [UNASKED._replace(name="written")], "EUR")
    assert [column.title for column in table.columns] == [
        *("rung", "introductions", "made", "reached", "won", "won of all", "value")
    ]
    assert table.rows == (("written", "3", "2", "2", "1", "1 of 3", "50.50 EUR"),)


def test_splits_have_titles() -> None:
    assert SPLIT_TITLES == {
        FunnelBy.RUNG: "By rung: how strong the introduction was",
        FunnelBy.CHANNEL: "By channel of the ask",
        FunnelBy.TARGET: "By target",
        FunnelBy.CAMPAIGN: "By campaign",
        FunnelBy.MONTH: "By month of the ask",
    }


def test_the_last_twelve_months() -> None:
    rows = [
        TOTAL._replace(name="2026-11", asks=1),
        TOTAL._replace(name="2025-12", asks=2),
        TOTAL._replace(name="2025-11", asks=3),
        TOTAL._replace(name="2026-02", asks=None),
    ]
    assert months_values(rows, TODAY) == (
        ("2025-12", 2),
        *((f"2026-{month:02}", 0) for month in range(1, 11)),
        ("2026-11", 1),
    )


def test_the_last_twelve_months_in_january_and_december() -> None:
    assert [name for name, _ in months_values([], dt.date(2026, 1, 31))] == [
        *(f"2025-{month:02}" for month in range(2, 13)),
        "2026-01",
    ]
    assert [name for name, _ in months_values([], dt.date(2026, 12, 1))] == [
        f"2026-{month:02}" for month in range(1, 13)
    ]


def test_sources_as_a_table() -> None:
    table = sources_table([SOURCE, SILENT], TODAY, "EUR")
    assert table.columns == (
        Column("source", right=False, flexible=True, style="name"),
        Column("intros", right=True, flexible=False, style=""),
        Column("reached", right=True, flexible=False, style=""),
        Column("won", right=True, flexible=False, style=""),
        Column("value", right=True, flexible=False, style=""),
        Column("quality", right=True, flexible=False, style=""),
        Column("thanked", right=False, flexible=False, style=""),
        Column("next", right=False, flexible=True, style=""),
    )
    assert table.rows == (
        ("Anna Weiss", "3", "2", "1", "1,200 EUR", "86 (n 3)", "Tue 10 Nov", "meet <them>"),
        ("Tom Berg", "3", "2", "1", "", "25 (n 1)", "never", ""),
    )
    assert table.empty == (
        "nobody has introduced anybody to you in this time; begin: refcli ask who"
    )


def test_traits_that_stand_out_and_those_worth_a_look() -> None:
    found = Champions(sources=2, contacts=9, traits=(CLEAR, MAYBE, HARDLY))
    table = champions_table(found, clear=True)
    assert table.columns == (
        Column("what", right=False, flexible=False, style="dim"),
        Column("which", right=False, flexible=True, style="name"),
        Column("who refer", right=True, flexible=False, style=""),
        Column("times as often as all", right=True, flexible=False, style=""),
    )
    assert table.rows == (("tag", "choir|x", "3 of 4", "2.0"),)
    assert champions_table(found, clear=False).rows == (("tag", "tennis", "3 of 4", "1.2"),)
    assert table.empty == "nothing that is more than chance"


def test_a_clear_trait_stands_out_whatever_its_lift() -> None:
    found = Champions(sources=2, contacts=9, traits=(CLEAR._replace(lift=1.0),))
    assert len(champions_table(found, clear=True).rows) == 1


BEGIN = "anybody to you in this time; begin: refcli ask who"


@pytest.mark.parametrize(
    ("sources", "contacts", "title"),
    [
        (0, 9, f"nobody in your network has introduced {BEGIN}"),
        (1, 1, "1 of 1 contact refers people to you"),
        (2, 9, "2 of 9 contacts refer people to you"),
    ],
)
def test_how_many_refer(sources: int, contacts: int, title: str) -> None:
    assert champions_title(Champions(sources=sources, contacts=contacts, traits=())) == title


def test_asks_that_worked() -> None:
    rows = [SUCCESS, SUCCESS._replace(value="email", asks=2, introduced=Share(1, 2))]
    table = asks_table(rows)
    assert table.columns == (
        Column("by", right=False, flexible=False, style="dim"),
        Column("which", right=False, flexible=True, style="name"),
        Column("asks", right=True, flexible=False, style=""),
        Column("settled", right=True, flexible=False, style=""),
        Column("introduced", right=True, flexible=False, style=""),
        Column("likely", right=True, flexible=False, style="dim"),
    )
    assert table.rows == (
        ("channel", "call", "6", "5", "60 %", range_text(Share(3, 5))),
        ("channel", "email", "2", "2", "1 of 2", range_text(Share(1, 2))),
    )


def test_a_way_with_nothing_to_compare_is_left_out() -> None:
    alone = SUCCESS._replace(by="target", value="Dentists")
    open_yet = SUCCESS._replace(by="target", value="Lawyers", introduced=Share(0, 0))
    both = [SUCCESS, SUCCESS._replace(value="email")]
    assert [row[:2] for row in asks_table([alone, *both, open_yet]).rows] == [
        ("channel", "call"),
        ("channel", "email"),
    ]
    assert asks_table([alone, open_yet]).rows == ()


def test_six_of_a_kind_are_told() -> None:
    rows = [SUCCESS._replace(value=str(n)) for n in range(8)]
    assert [row[1] for row in asks_table(rows).rows] == ["0", "1", "2", "3", "4", "5"]


def test_ways_stand_in_their_order() -> None:
    rows = [
        SUCCESS._replace(by=by, value=value)
        for by, value in (("b", "1"), ("a", "1"), ("b", "2"), ("a", "2"))
    ]
    assert [row[:2] for row in asks_table(rows).rows] == [
        *(("b", "1"), ("b", "2"), ("a", "1"), ("a", "2"))
    ]


def test_what_is_said_where_no_way_can_be_told() -> None:
    assert asks_table([]).empty == "no ask in this time; begin: refcli ask who"
    assert asks_table([SUCCESS]).empty == (
        "nothing to compare yet: all asks were alike, or none is settled"
    )


@pytest.mark.parametrize(
    ("step", "title"),
    [
        ("made", "Thanks for the introduction: 6"),
        ("reached", "Thanks when you had reached them: 6"),
        ("outcome", "Thanks for the outcome: 6"),
        ("all", "Thanks all together: 6"),
    ],
)
def test_how_soon_thanks_were_given(step: str, title: str) -> None:
    (bars,) = thanks_bars([PROMPT._replace(step=step)])
    assert (bars.title, bars.empty) == (title, "none was due in this time")
    assert [bar._replace(note=bar.note.strip()) for bar in bars.bars] == [
        Bar("within a day", 3, "3", "50 %"),
        Bar("within two days", 4, "4"),
        Bar("within a week", 5, "5"),
        Bar("later", 0, "0"),
        Bar("not yet", 1, "1"),
    ]


def test_thanks_that_nobody_was_owed() -> None:
    few, none = thanks_bars([PROMPT._replace(n=4, within_a_day=1), PROMPT._replace(n=0)])
    assert few.bars[0].note == "1 of 4"
    assert none == Bars("Thanks for the introduction: 0", (), "none was due in this time")


@pytest.mark.parametrize(
    ("contacts", "text"),
    [
        ((), "2 thanks are <owed>"),
        ((ANNA,), "2 thanks are <owed>: Anna Weiss"),
        ((ANNA, TOM), "2 thanks are <owed>: Anna Weiss and Tom Berg"),
        ((ANNA, TOM, PIA), "2 thanks are <owed>: Anna Weiss, Tom Berg and Pia Lang"),
        (
            (ANNA, TOM, PIA, Person(4, "Eva")),
            "2 thanks are <owed>: Anna Weiss, Tom Berg, Pia Lang and 1 more",
        ),
        (
            (ANNA, TOM, PIA, Person(4, "Eva"), Person(5, "Max")),
            "2 thanks are <owed>: Anna Weiss, Tom Berg, Pia Lang and 2 more",
        ),
    ],
)
def test_a_gap_names_three(contacts: tuple[Person, ...], text: str) -> None:
    assert gap_text(GAP._replace(contacts=contacts)) == text

"""BNI's slips audit report: what each kind of slip says."""

import datetime as dt
import io

import pytest

from refcli.domain.imports import (
    Entry,
    ImportedExchange,
    ImportedPerson,
    ImportedSlip,
    RejectedRow,
)
from refcli.domain.interactions import Channel, Direction
from refcli.errors import BadData
from refcli.exchange.bni import slips
from refcli.exchange.csvtext import CsvTable, table_of, text_file
from refcli.exchange.keys import exchange_key
from tests.support.values import TODAY

HEADER = "From,To,Slip Type,Inside/Outside,$ if TYFCB,Qty/CEU's,Detail\n"
ME = "Sam Lee"


def opened(text: str) -> CsvTable:
    return table_of(text_file(io.BytesIO(text.encode()), "slips.csv"))


def entries_of(rows: str, *, before: str = "", me: str = ME) -> list[Entry]:
    found = slips(opened(before + HEADER + rows), me, TODAY)
    assert found is not None
    assert list(found) == list(found)
    return list(found)


def day_of(before: str) -> dt.date:
    (entry,) = entries_of(f"{ME},{ME},Referral,,,,Pia\n", before=before)
    assert isinstance(entry, ImportedSlip)
    return entry.on


def test_a_one_to_one_is_a_meeting() -> None:
    assert entries_of("Sam Lee,Anna  Weiss,One to One,,,,coffee\n") == [
        ImportedPerson(line=2, name="Anna Weiss"),
        ImportedExchange(
            line=2,
            on=TODAY,
            channel=Channel.IN_PERSON,
            direction=Direction.BOTH,
            key=exchange_key("one-to-one", TODAY, "2", ("anna weiss",)),
            names=("Anna Weiss",),
        ),
    ]


def test_a_one_to_one_that_they_recorded_is_with_them() -> None:
    entries = entries_of("Anna Weiss,Sam Lee,ONE TO ONE\n")
    assert entries[0] == ImportedPerson(line=2, name="Anna Weiss")
    assert isinstance(entries[1], ImportedExchange)
    assert entries[1].names == ("Anna Weiss",)


@pytest.mark.parametrize(
    ("row", "slip", "people"),
    [
        ("Sam Lee,Tom Berg", ("Sam Lee", "Tom Berg"), ["Tom Berg"]),
        ("Tom Berg,sam  LEE", ("Tom Berg", "sam LEE"), ["Tom Berg"]),
        ("SAM LEE,Tom Berg", ("SAM LEE", "Tom Berg"), ["Tom Berg"]),
    ],
)
def test_a_referral_is_an_introduction(row: str, slip: tuple[str, str], people: list[str]) -> None:
    entries = entries_of(f"{row}, referral ,Outside,,,Pia Lang\n")
    assert entries == [
        *(ImportedPerson(line=2, name=name) for name in people),
        ImportedSlip(line=2, on=TODAY, source=slip[0], receiver=slip[1], prospect="Pia Lang"),
    ]


@pytest.mark.parametrize(("length", "kept"), [(200, 200), (201, 200)])
def test_a_prospect_has_200_characters_at_most(length: int, kept: int) -> None:
    entry = entries_of(f"Sam Lee,Tom,Referral,,,,{'x' * length}\n")[-1]
    assert isinstance(entry, ImportedSlip)
    assert entry.prospect == "x" * kept


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Tom,Anna,Referral,,,,Pia", "a referral between others"),
        (",Sam Lee,Referral,,,,Pia", "nothing to take from a slip of type 'Referral'"),
        ("Sam Lee,,Referral,,,,Pia", "nothing to take from a slip of type 'Referral'"),
        ("Sam Lee,Tom,Referral", "nothing to take from a slip of type 'Referral'"),
        ("Sam Lee,Tom,Visitor,,,,Pia", "nothing to take from a slip of type 'Visitor'"),
        ("Sam Lee", "nothing to take from a slip of type ''"),
        ("Sam Lee,Tom,TYFCB", "no amount: (empty)"),
        ("Sam Lee,Tom,TYFCB,,much", "no amount: much"),
    ],
)
def test_slips_that_say_nothing_stop_nothing(row: str, reason: str) -> None:
    assert entries_of(f"{row}\n") == [RejectedRow(2, reason, fatal=False)]


@pytest.mark.parametrize(
    ("amount", "cents"),
    [
        ("1200", 120_000),
        ("$1200", 120_000),
        ("€ 1200.50", 120_050),
        ('"£1,200"', 120_000),
        (" $ 7", 700),
    ],
)
def test_a_thank_you_for_closed_business_is_worth_something(amount: str, cents: int) -> None:
    assert entries_of(f"Sam Lee,Tom Berg,TYFCB,,{amount},,\n") == [
        ImportedSlip(line=2, on=TODAY, source="Tom Berg", receiver=ME, value_cents=cents)
    ]


def test_everybody_comes_up_once_and_i_never_do() -> None:
    entries = entries_of(
        "Sam Lee,Tom,One to One\n\n , ,\nTOM,Sam Lee,Referral,,,,Pia\nAnna,Sam Lee,Referral,,,,Ed\n"
    )
    people = [(e.line, e.name) for e in entries if isinstance(e, ImportedPerson)]
    assert people == [(2, "Tom"), (6, "Anna")]
    assert [e.line for e in entries] == [2, 2, 5, 6, 6]


def test_slips_after_one_that_says_nothing_are_read() -> None:
    entries = entries_of("Sam Lee,Tom,Visitor\nSam Lee,Tom,Referral,,,,Pia\n")
    assert [e.line for e in entries] == [2, 3, 3]


def test_a_row_may_be_short_or_long() -> None:
    long = entries_of("Sam Lee,Tom,Referral,a,b,c,Pia,more,and more\n")[-1]
    assert isinstance(long, ImportedSlip)
    assert long.prospect == "Pia"


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ("", TODAY),
        ("Slips audit\n", TODAY),
        ("from,2026-10-31\n", dt.date(2026, 10, 31)),
        ("Date: 10/31/2026\n", dt.date(2026, 10, 31)),
        ("1/2/2026\n", dt.date(2026, 2, 1)),
        ("from 10/01/2026,to 10/31/2026\n", dt.date(2026, 10, 31)),
        ("to 10/31/2026\n\nfrom 2026-10-01\n", dt.date(2026, 10, 31)),
        ("2026-10-01 to 2026-10-31\n", dt.date(2026, 10, 31)),
        ("31/10/2026\n", dt.date(2026, 10, 31)),
        ("10/30/2026 31/12/2026\n", TODAY),
        ("2026-11-20\n", TODAY),
        ("2026-11-21\n", TODAY),
    ],
)
def test_slips_are_of_the_last_day_of_the_report(before: str, day: dt.date) -> None:
    assert day_of(before) == day


def test_days_below_the_header_do_not_count() -> None:
    rows = "Sam Lee,Sam Lee,Referral,,,,2026-01-02\n"
    (entry,) = entries_of(rows)
    assert isinstance(entry, ImportedSlip)
    assert entry.on == TODAY


def test_rows_above_the_header_are_no_slips() -> None:
    before = "Sam Lee,Tom,One to One\n"
    entries = entries_of("Sam Lee,Anna,One to One\n", before=before)
    assert [e.line for e in entries] == [3, 3]


@pytest.mark.parametrize(("rows", "is_found"), [(31, True), (32, False)])
def test_the_header_is_looked_for_in_the_first_rows(rows: int, *, is_found: bool) -> None:
    assert (slips(opened("x\n" * rows + HEADER), ME, TODAY) is not None) is is_found


@pytest.mark.parametrize(
    "header",
    [
        "",
        "From,To,Type\n",
        "To,From,Slip Type\n",
        "x,From,To,Slip Type\n",
        "From,To\n",
    ],
)
def test_another_file_is_none_even_without_my_name(header: str) -> None:
    assert slips(opened(header), "", TODAY) is None


def test_titles_are_compared_without_case_or_space() -> None:
    assert slips(opened(" FROM ,to,Slip  type\n"), ME, TODAY) is not None


def test_my_name_is_needed() -> None:
    with pytest.raises(BadData) as found:
        slips(opened(HEADER), "", TODAY)
    assert found.value.message == (
        "who I am is not known; first: refcli config set me.name NAME, so nothing was imported:"
        " slips.csv"
    )

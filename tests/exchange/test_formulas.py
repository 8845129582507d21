"""The guard against cells that a spreadsheet would compute."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.exchange.formulas import guarded, without_guard


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("quotes", ["", "'", "''"])
def test_a_sign_that_begins_a_formula_is_guarded(sign: str, quotes: str) -> None:
    cell = f"{quotes}{sign}SUM(A1)"
    assert guarded(cell) == f"'{cell}"
    assert without_guard(f"'{cell}") == cell


@pytest.mark.parametrize(
    "cell", ["", "a", "a=1", " =1", "'", "''", "'tis", "'t=1", "1+1", "a@b.de", "\n=1", "*1", ",1"]
)
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert guarded(cell) == cell
    assert without_guard(cell) == cell


@pytest.mark.parametrize(
    "cell", ["+49 89 1234", "+1(0)2-3/4.5678", "+ 4912345", "+49\t8912345", "+1-415-555-0101"]
)
def test_a_phone_number_keeps_its_plus(cell: str) -> None:
    assert guarded(cell) == cell
    assert without_guard(cell) == cell


@pytest.mark.parametrize(
    "cell",
    [
        "+",
        "+1-2",
        "+-/.()",
        "+49a",
        "+1*2",
        "+1+2",
        "+1=2",
        "+1,2",
        "-49 89 1234",
        "=49",
        "'+49 89 1234",
    ],
)
def test_what_only_looks_like_a_number_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "without"),
    [
        ("'=1", "=1"),
        ("''=1", "'=1"),
        ("'''=1", "''=1"),
        ("'+49 89", "+49 89"),
        ("=1", "=1"),
        ("+49", "+49"),
        ("-1", "-1"),
    ],
)
def test_exactly_one_guard_is_taken_off(cell: str, without: str) -> None:
    assert without_guard(cell) == without


@given(st.text() | st.text("'=+-@\t\r12 x", max_size=8))
def test_every_cell_comes_back_as_it_was(cell: str) -> None:
    assert without_guard(guarded(cell)) == cell
    assert guarded(cell) in (cell, f"'{cell}")

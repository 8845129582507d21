"""Follow-ups as JSON, lines and table."""

from typing import NamedTuple

import pytest

from refcli.domain.due import DueItem
from refcli.domain.outcomes import Outcome, outcome
from refcli.render.followup_list import items_table
from refcli.render.followups_json import closed_json, item_json, written_json
from refcli.render.layout import Column
from refcli.render.outcomes import closed_line, gone_line, opened_line, told
from tests.support.values import ANNA, TODAY, TOM, due_item


class Did(NamedTuple):
    """What a command did, as `told` reads it."""

    outcomes: tuple[Outcome, ...]
    opened: tuple[DueItem, ...]
    closed: tuple[DueItem, ...]
    gone: tuple[DueItem, ...]


OPEN = due_item(7, late=3, ask=4, intro=5, reach_at="110")
CLOSED = due_item(8, closing="skipped", closed_on="2026-11-19", note="no need")


def test_an_open_follow_up_as_json() -> None:
    assert item_json(OPEN) == {
        "id": 7,
        "due": "2026-11-17",
        "days_late": 3,
        "kind": "thank",
        "contact": {"id": 1, "name": "Anna Weiss"},
        "action": "Thank Anna Weiss",
        "rule": "intro.made",
        "ask": 4,
        "intro": 5,
        "urgency": OPEN.urgency,
        "time": None,
        "until": None,
        "place": None,
        "answers": [],
        "default": "done",
        "others": [],
        "repeats": None,
        "on": None,
    }


def test_a_closed_follow_up_as_json() -> None:
    assert closed_json(CLOSED) == {
        **item_json(CLOSED),
        "closed_on": "2026-11-19",
        "closing": "skipped",
        "note": "no need",
    }


def test_what_a_command_did_as_json() -> None:
    assert written_json(["logged"], [{"code": "x"}], [OPEN], [CLOSED], [OPEN]) == {
        "events": [{"code": "x"}],
        "did": ["logged"],
        "opened": [item_json(OPEN)],
        "closed": [item_json(CLOSED)],
        "gone": [item_json(OPEN)],
    }


def test_a_line_for_what_was_opened_and_closed() -> None:
    assert opened_line(OPEN) == "due 3 days late: Thank Anna Weiss (7)"
    assert opened_line(due_item(late=-1)) == "due tomorrow: Thank Anna Weiss (7)"
    assert closed_line(CLOSED) == "skipped: Thank Anna Weiss (8)"
    replaced = due_item(8, closing="replaced", closed_on="2026-11-19")
    assert closed_line(replaced) == "no longer due: Thank Anna Weiss (8)"
    assert gone_line(OPEN) == "never owed: Thank Anna Weiss (7)"


RHYTHM = due_item(1, kind="keep-in-touch", contact=ANNA)
TOM_S = due_item(2, kind="keep-in-touch", contact=TOM)
THANK = due_item(3, kind="thank", contact=ANNA)


@pytest.mark.parametrize(
    ("opened", "closed", "kept"),
    [
        ([RHYTHM], [RHYTHM, THANK, TOM_S], [THANK, TOM_S]),
        ([THANK], [RHYTHM], [RHYTHM]),
        ([TOM_S], [RHYTHM], [RHYTHM]),
        ([], [RHYTHM, THANK], [RHYTHM, THANK]),
    ],
)
def test_a_rhythm_that_begins_anew_is_not_told(
    opened: list[DueItem], closed: list[DueItem], kept: list[DueItem]
) -> None:
    did = Did((), tuple(opened), tuple(closed), tuple(closed))
    assert told(did) == (tuple(opened), tuple(kept), tuple(kept))


def test_what_an_outcome_names_is_not_told_again() -> None:
    named = outcome("follow-up-done", {"follow_up": 8, "contact": 1})
    assert told(Did((named,), (), (CLOSED, OPEN), ())) == ((), (OPEN,), ())


def test_open_follow_ups_as_a_table() -> None:
    table = items_table([OPEN], TODAY, closed=False)
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("due", right=False, flexible=False, style=""),
        Column("kind", right=False, flexible=False, style=""),
        Column("what to do", right=False, flexible=True, style="bold"),
        Column("made by", right=False, flexible=False, style="dim", gives=3),
    )
    assert table.rows == (("7", "Tue 17 Nov", "thank", "Thank Anna Weiss", "intro.made"),)
    assert table.empty == "no follow-up is open"


def test_closed_follow_ups_as_a_table() -> None:
    table = items_table([CLOSED, OPEN], TODAY, closed=True)
    assert [column.title for column in table.columns] == [
        *("no", "closed", "kind", "what to do", "how it ended")
    ]
    assert table.rows == (
        ("8", "yesterday", "thank", "Thank Anna Weiss", "skipped"),
        ("7", "", "thank", "Thank Anna Weiss", ""),
    )
    assert table.empty == "no follow-up is closed yet"

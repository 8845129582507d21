"""All that was said and done with one person, each line with its number and how to correct it."""

from typing import Any

import pytest

from tests.support.program import Program


@pytest.fixture
def told(anna: Program) -> Program:
    """Anna, with one of everything."""
    for line in (
        (
            'ask anna --in dentistry --looking-for "sell their practice" --on 2026-11-11'
            " --answer promised"
        ),
        'intro anna "Ben Okoye" --how written --on 2026-11-13',
        "intro reached ben --on 2026-11-14",
        "thank anna --how note --on 2026-11-15",
        "thank received anna --on 2026-11-15",
        'reciprocate anna "sent her a book" --on 2026-11-16',
        'testimonial anna "a joy to work with" --on 2026-11-17',
        'engagement anna "annual accounts" --delivered 2026-11-18 --rating 9',
        "log left a voicemail for anna",
        "contact edit anna --tier A",
        "meet anna thu 10:00 about the lease",
        "contact rest anna --until 2027-01-10",
    ):
        anna.ok(line)
    return anna


def lines(program: Program) -> list[Any]:
    found = program.ok("contact timeline anna --json").json
    assert isinstance(found, list)
    return found


def test_everything_is_there_newest_first_and_nothing_twice(told: Program) -> None:
    found = lines(told)
    assert [row["on"] for row in found] == sorted((row["on"] for row in found), reverse=True)
    assert sorted(row["kind"] for row in found) == sorted(
        [
            *("date", "rest", "tier", "interaction", "engagement", "testimonial", "favor"),
            *("thanks", "thanks", "step", "intro", "step", "answer", "ask", "interaction"),
        ]
    )
    assert all(set(row) == {"on", "kind", "id", "direction", "text", "edit"} for row in found)


@pytest.mark.parametrize(
    ("kind", "direction", "text", "edit"),
    [
        ("interaction", "out", "by phone: no exchange; left a voicemail", "refcli log edit 5"),
        ("intro", "in", "they introduced you to Ben Okoye in writing", "refcli intro edit 1"),
        ("answer", "in", "their answer: promised", "refcli ask edit 1 --answer ANSWER"),
        ("favor", "out", "favor: sent her a book", "refcli reciprocate edit 1"),
        ("testimonial", "in", "praise: a joy to work with", "refcli testimonial edit 1"),
        ("engagement", "out", "work delivered, rated 9: annual", "refcli engagement edit 1"),
        ("date", None, "to meet: 10:00 the lease", "refcli meet move 1 WHEN"),
        ("tier", None, "tier A", 'refcli contact edit "Anna Weiss" --tier TIER'),
    ],
)
def test_a_line_says_what_it_was_and_how_to_correct_it(
    told: Program, kind: str, direction: str | None, text: str, edit: str
) -> None:
    row = next(row for row in lines(told) if row["kind"] == kind)
    assert (row["direction"], row["edit"]) == (direction, edit)
    assert row["text"].startswith(text)
    screen = told.ok("contact timeline anna").out
    assert row["edit"] in screen


def test_the_correction_is_one(told: Program) -> None:
    row = next(row for row in lines(told) if row["kind"] == "favor")
    told.ok([*row["edit"].removeprefix("refcli ").split(), "--what", "lent her a book"])
    changed = next(row for row in lines(told) if row["kind"] == "favor")
    assert changed["text"] == "favor: lent her a book"


def test_who_has_none_has_none(refcli: Program) -> None:
    refcli.ok("contact add Bob")
    assert refcli.ok("contact timeline bob --json").json == []
    assert "nothing yet" in refcli.ok("contact timeline bob").out
    assert refcli("contact timeline zoe").code == 3


def test_thanks_go_either_way(told: Program) -> None:
    texts = {row["text"] for row in lines(told) if row["kind"] == "thanks"}
    assert texts == {"you thanked them by a handwritten note", "they thanked you"}


@pytest.mark.parametrize("width", [40, 80])
def test_on_a_terminal_each_has_the_line_below_it(told: Program, width: int) -> None:
    shown = told.ok("contact timeline anna", terminal=width, env={"NO_COLOR": "1"})
    assert max(len(line) for line in shown.lines) <= width
    place = next(n for n, line in enumerate(shown.lines) if "favor: sent her a book" in line)
    assert shown.lines[place] == "Mon 16 Nov → favor: sent her a book"
    assert shown.lines[place + 1] == "    refcli reciprocate edit 1"

"""What is due to each champion: the gesture that was not made lately, and the line to type."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)


def ago(days: int) -> str:
    return (FIRST - dt.timedelta(days=days)).isoformat()


@pytest.fixture
def carla(refcli: Program) -> Program:
    """Carla Mendes introduced somebody; nothing was ever done for her."""
    refcli.ok("contact add Carla Mendes --basis partner --since 2024-01-10")
    refcli.ok(f'intro Carla "Tom Berg" --how written --on {ago(100)}')
    return refcli


def due_to(program: Program, name: str = "Carla Mendes", today: str = TODAY) -> Any:
    rows = program.ok("review --json", today=today).json["attention"]
    return next((row for row in rows if row["contact"]["name"] == name), None)


def test_a_champion_who_had_nothing_yet_is_taken_to_dinner(carla: Program) -> None:
    due = due_to(carla)
    assert (due["introductions"], due["won"], due["last"], due["last_on"]) == (1, 0, None, None)
    assert due["text"] == "take them to dinner"
    assert (
        due["command"] == 'refcli followup "Carla Mendes" "Take them to dinner" --due "next week"'
    )
    carla.ok(due["command"].removeprefix("refcli "))
    assert "Take them to dinner" in carla.ok("due --within 14").out


@pytest.mark.parametrize(
    ("done", "gesture"),
    [
        ("thank Carla --how meal --on {}", "meal"),
        ('log "dinner with Carla" --on {}', "meal"),
        ("thank Carla --how note --on {}", "note"),
        ("thank Carla --how public --on {}", "public-word"),
        ('reciprocate Carla "wrote a review of her firm" --how testimonial --on {}', "public-word"),
        ('reciprocate Carla "took her out for lunch" --how other --on {}', "meal"),
    ],
)
def test_what_was_done_counts_and_the_next_one_follows(
    carla: Program, done: str, gesture: str
) -> None:
    carla.ok(done.format(ago(60)))
    due = due_to(carla)
    assert (due["last"], due["last_on"]) == (gesture, ago(60))
    assert due["text"] != {"meal": "take them to dinner", "note": "write them a note by hand"}.get(
        gesture
    )
    assert due["command"]


@pytest.mark.parametrize(
    "done",
    ["thank Carla --how call --on {}", 'log "call with Carla about lunch" --how call --on {}'],
)
def test_what_is_no_gesture_counts_for_none(carla: Program, done: str) -> None:
    carla.ok(done.format(ago(60)))
    assert due_to(carla)["last"] is None


def test_an_introduction_that_was_made_to_them_counts(carla: Program) -> None:
    carla.ok("contact add Ida Roth --basis client")
    carla.ok(f"intro give Ida Carla --consent asked --on {ago(50)}")
    assert due_to(carla)["last"] is None
    carla.ok(f"intro made 2 --on {ago(48)}")
    assert (due_to(carla)["last"], due_to(carla)["last_on"]) == ("introduction", ago(48))


def test_who_had_attention_this_month_needs_none_now(carla: Program) -> None:
    carla.ok(f"thank Carla --how meal --on {ago(29)}")
    due = due_to(carla)
    assert (due["text"], due["command"], due["last"]) == (None, None, "meal")
    assert (
        "Carla Mendes: nothing now (last: a meal, Thu 22 Oct)" in carla.ok("review champions").out
    )
    assert due_to(carla, today=(FIRST + dt.timedelta(days=1)).isoformat())["text"] is not None


def test_the_oldest_of_all_gestures_comes_round_again(carla: Program) -> None:
    carla.ok("contact add Ida Roth --basis client")
    for days, line in (
        (90, "thank Carla --how public"),
        (80, "thank Carla --how note"),
        (70, "thank Carla --how meal"),
        (60, "intro give Ida Carla --consent yes"),
    ):
        carla.ok(f"{line} --on {ago(days)}")
    assert due_to(carla)["text"] == "praise their work in public"


def test_what_they_like_comes_first(carla: Program) -> None:
    carla.ok("contact edit Carla --thanks-by note")
    due = due_to(carla)
    assert (due["text"], due["command"]) == (
        "write them a note by hand",
        'refcli thank draft "Carla Mendes"',
    )


def test_a_meal_comes_last_where_gifts_are_regulated(carla: Program) -> None:
    carla.ok("config set profession accountant")
    due = due_to(carla)
    assert (due["text"], due["command"]) == (
        "introduce somebody to them",
        'refcli reciprocate ideas "Carla Mendes"',
    )


@pytest.mark.parametrize(
    "away", ['drop Carla --because "left town"', "rest Carla --until 2027-03-01"]
)
def test_nobody_is_courted_who_is_away(carla: Program, away: str) -> None:
    carla.ok(f"contact {away}")
    assert due_to(carla) is None


def test_only_a_tier_brings_a_champion_into_due(carla: Program) -> None:
    carla.ok(f"thank Carla --intro 1 --on {ago(99)}")
    carla.ok("intro lost Tom --because not-a-fit")
    carla.ok("thank Carla --intro 1")
    quiet = carla.ok("due --within 400 --json").json
    assert [item["kind"] for item in quiet if item["contact"]["name"] == "Carla Mendes"] == []
    shown = carla.ok("review champions")
    assert 'type: refcli contact edit "Carla Mendes" --tier A' in shown.err
    carla.ok('contact edit "Carla Mendes" --tier A')
    rhythm = carla.ok("due --within 400 --json").json
    assert {item["kind"] for item in rhythm} == {"keep-in-touch"}
    assert carla.ok("review champions").err == ""


def test_the_best_come_first_and_the_papers_say_it(sample: Program, tmp_path: Path) -> None:
    screen = sample.ok("review champions", terminal=80).out
    names = [row["contact"]["name"] for row in sample.ok("review --json").json["attention"]]
    assert 0 < len(names) <= 10
    places = [screen.index(f"{name}: ") for name in names]
    assert places == sorted(places)
    for ending, heading in (("md", "### What is due to each"), ("html", "due to each champion")):
        paper = tmp_path / f"review.{ending}"
        sample.ok(["review", "export", str(paper)])
        text = paper.read_text(encoding="utf-8")
        assert heading in text
        assert all(name in text for name in names)

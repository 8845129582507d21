"""What those who refer have in common: which traits are shown, which are clear, in which order."""

import datetime as dt
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)


def day(after: int) -> str:
    """So many days after the day on which the story is told."""
    return (FIRST + dt.timedelta(days=after)).isoformat()


def people(program: Program, count: int) -> None:
    """Friends of one name and a number each, added today."""
    names = "".join(f"Person No{n}\n" for n in range(1, count + 1))
    program.ok("contact add - --basis friend", stdin=names)


def introduce(program: Program, *numbers: int, prospect: str = "Person No1") -> None:
    """Each of these introduces the same friend, so that nobody new is known."""
    for number in numbers:
        program.ok(f'intro "Person No{number}" "{prospect}" --on {TODAY}')


def tag(program: Program, tag: str, *numbers: int) -> None:
    program.ok(["contact", "edit", *(f"Person No{n}" for n in numbers), "--tag", tag])


def traits(program: Program, today: str = TODAY, span: str = "") -> dict[tuple[str, str], Any]:
    rows = program.ok(f"review champions --json {span}", today=today).json
    return {(row["trait"], row["value"]): row for row in rows}


@pytest.mark.parametrize(("contacts", "is_clear"), [(18, False), (19, True)])
def test_chance_is_shared_out_among_all_traits_tried(
    refcli: Program, contacts: int, is_clear: bool
) -> None:
    """Three of three golfers among all; six traits are tried, chance has 0.107 and 0.096 of 1."""
    people(refcli, contacts)
    tag(refcli, "golf", 2, 3, 4)
    introduce(refcli, 2, 3, 4)
    golf = traits(refcli)["tag", "golf"]
    assert (golf["n"], golf["of"], golf["clear"]) == (3, 3, is_clear)
    assert golf["lift"] == round(contacts / 3, 2)


@pytest.mark.parametrize(("champions", "is_clear"), [(2, False), (3, True)])
def test_two_are_too_few_to_be_clear(refcli: Program, champions: int, is_clear: bool) -> None:
    people(refcli, 60)
    numbers = range(2, 2 + champions)
    tag(refcli, "golf", *numbers)
    introduce(refcli, *numbers)
    assert traits(refcli)["tag", "golf"]["clear"] is is_clear


def test_one_person_is_no_pattern(refcli: Program) -> None:
    people(refcli, 8)
    tag(refcli, "golf", 2, 5)
    tag(refcli, "chess", 2, 3)
    introduce(refcli, 2, 3)
    assert ("tag", "golf") not in traits(refcli)
    assert (traits(refcli)["tag", "chess"]["n"], traits(refcli)["tag", "chess"]["of"]) == (2, 2)


def test_what_everybody_shares_sets_nobody_apart(refcli: Program) -> None:
    people(refcli, 6)
    introduce(refcli, 2, 3)
    assert {("basis", "friend"), ("known", "under a year"), ("tier", "none")}.isdisjoint(
        traits(refcli)
    )
    refcli.ok('contact add "Zoe Zed"')
    found = traits(refcli)["basis", "friend"]
    assert (found["n"], found["of"], found["lift"]) == (2, 6, 1.17)


def test_a_bare_name_makes_no_champion(refcli: Program) -> None:
    people(refcli, 8)
    tag(refcli, "golf", 2, 3)
    for number in (2, 3):
        refcli.ok(f'intro "Person No{number}" "Person No1" --how name --separate')
    assert traits(refcli) == {}
    refcli.ok("intro made 1")
    assert traits(refcli) == {}
    refcli.ok("intro made 2")
    assert traits(refcli)["tag", "golf"]["n"] == 2


def test_who_was_dropped_is_not_counted(refcli: Program) -> None:
    people(refcli, 8)
    tag(refcli, "golf", 2, 3, 4)
    introduce(refcli, 2, 3, 4)
    refcli.ok('contact drop "Person No4" --because gone')
    golf = traits(refcli)["tag", "golf"]
    assert (golf["n"], golf["of"], golf["lift"]) == (2, 2, 3.5)
    assert "2 of 7 contacts" in refcli.ok("review champions").out


def test_a_span_holds_their_introductions(refcli: Program) -> None:
    people(refcli, 8)
    tag(refcli, "golf", 2, 3)
    introduce(refcli, 2, 3)
    spans = [f"--since {day(0)}", f"--until {day(0)}", f"--since {day(1)}", f"--until {day(-1)}"]
    seen = [("tag", "golf") in traits(refcli, day(9), span) for span in spans]
    assert seen == [True, True, False, False]


@pytest.mark.parametrize(
    ("days", "known"),
    [
        (0, "under a year"),
        (365, "under a year"),
        (366, "1 to 3 years"),
        (1095, "1 to 3 years"),
        (1096, "over 3 years"),
        (4000, "over 3 years"),
    ],
)
def test_how_long_they_are_known(refcli: Program, days: int, known: str) -> None:
    people(refcli, 3)
    introduce(refcli, 2, 3)
    refcli.ok("contact add Newcomer", today=day(days))
    refcli.ok("contact add Oldtimer", today=day(days))
    refcli.ok(f'log "lunch with Oldtimer" --on {day(-2000)}', today=day(days))
    rows = traits(refcli, day(days))
    found = {value: (row["n"], row["of"]) for (name, value), row in rows.items() if name == "known"}
    of = 3 + (known in ("under a year", "over 3 years"))
    assert found == {known: (2, of)}


def test_how_they_were_met_and_what_they_do(refcli: Program) -> None:
    people(refcli, 6)
    introduce(refcli, 2, 3)
    introduce(refcli, 4, prospect="Person No2")
    introduce(refcli, 4, prospect="Person No3")
    refcli.ok('contact edit "Person No2" --industry Tax --tier B')
    refcli.ok('contact edit "Person No3" --industry tax --tier B')
    refcli.ok('contact edit "Person No4" --industry law --tier A')
    found = {key: (row["n"], row["of"]) for key, row in traits(refcli).items()}
    assert found == {
        ("industry", "tax"): (2, 2),
        ("tier", "B"): (2, 2),
        ("met", "through an introduction"): (2, 3),
    }


def test_the_surest_and_highest_come_first(refcli: Program) -> None:
    people(refcli, 30)
    tag(refcli, "golf", 2, 3, 4, 5, 6, 7)
    tag(refcli, "chess", 2, 3)
    tag(refcli, "boats", 4, 5)
    tag(refcli, "art", 2, 3, 4, 20)
    tag(refcli, "food", 4, 5, 6, 21)
    tag(refcli, "wine", 2, 3, 20, 21)
    tag(refcli, "rain", 2, 3, 4, 5, 22, 23, 24, 25)
    introduce(refcli, 2, 3, 4, 5, 6)
    rows = refcli.ok("review champions --json").json
    clear = [row["value"] for row in rows if row["clear"]]
    assert clear == [row["value"] for row in rows[: len(clear)]] == ["golf"]
    assert [r["value"] for r in rows if r["trait"] == "tag"] == [
        *("golf", "boats", "chess", "art", "food", "rain", "wine")
    ]
    lifts = [row["lift"] for row in rows[1:]]
    assert lifts == sorted(lifts, reverse=True)

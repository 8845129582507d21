"""Every figure against a practice that was counted by hand."""

from typing import Any

import pytest

from tests.support.program import Program


def stages(row: dict[str, Any]) -> tuple[Any, ...]:
    names = ("asks", "promised", "introductions", "made", "reached", "won", "value")
    return tuple(row[name] for name in names)


def test_funnel_total_and_unasked(practice: Program) -> None:
    found = practice.ok("review funnel --json").json
    assert stages(found["total"]) == (5, 3, 2, 2, 1, 1, 5000)
    assert stages(found["unasked"]) == (None, None, 2, 1, 0, 0, 0)
    rates = found["total"]["rates"]
    assert {name: (r["count"], r["n"], r["share"]) for name, r in rates.items()} == {
        "promised": (3, 5, 0.6),
        "made": (2, 3, 0.667),
        "reached": (1, 2, 0.5),
        "won": (1, 1, 1.0),
        "overall": (1, 5, 0.2),
    }
    assert all(r["low"] < r["high"] for r in rates.values())


@pytest.mark.parametrize(
    ("split", "rows"),
    [
        ("channel", {"in-person": (3, 3, 2, 2, 1, 1, 5000), "email": (2, 0, 0, 0, 0, 0, 0)}),
        ("target", {"Dentists": (3, 2, 1, 1, 1, 1, 5000), "(none)": (2, 1, 1, 1, 0, 0, 0)}),
        ("campaign", {"(none)": (5, 3, 2, 2, 1, 1, 5000)}),
        (
            "month",
            {
                "2026-03": (1, 1, 1, 1, 1, 1, 5000),
                "2026-05": (1, 0, 0, 0, 0, 0, 0),
                "2026-06": (1, 1, 1, 1, 0, 0, 0),
                "2026-07": (1, 0, 0, 0, 0, 0, 0),
                "2026-11": (1, 1, 0, 0, 0, 0, 0),
            },
        ),
        (
            "rung",
            {
                "name": (None, None, 1, 0, 0, 0, 0),
                "told": (None, None, 1, 1, 0, 0, 0),
                "written": (None, None, 1, 1, 1, 1, 5000),
                "met": (None, None, 1, 1, 0, 0, 0),
            },
        ),
    ],
)
def test_funnel_splits(practice: Program, split: str, rows: dict[str, Any]) -> None:
    found = practice.ok("review funnel --json").json[f"by_{split}"]
    assert {row["name"]: stages(row) for row in found} == rows


def test_a_span_takes_only_what_lies_in_it(practice: Program) -> None:
    found = practice.ok("review funnel --since 2026-06-01 --until 2026-07-01 --json").json
    assert stages(found["total"]) == (2, 1, 1, 1, 0, 0, 0)
    assert stages(found["unasked"])[2] == 0
    backwards = practice("review funnel --since 2026-07-01 --until 2026-06-01")
    assert backwards.code == 2
    assert "before --since" in backwards.err
    assert practice("review --since 2027-01-01 --json").code == 2


def test_sources(practice: Program) -> None:
    found = practice.ok("review sources --json").json
    assert [(s["source"]["name"], s["introductions"], s["reached"], s["won"]) for s in found] == [
        ("Anna Weiss", 2, 1, 1),
        ("Cora Lind", 2, 0, 0),
    ]
    anna, cora = found
    assert (anna["value"], anna["last_thanked"], anna["quality"]["n"]) == (5000, "2026-04-10", 2)
    assert anna["quality"]["mean"] > 0.25 > cora["quality"]["mean"]
    assert (cora["value"], cora["last_thanked"], cora["taught_on"]) == (0, None, None)
    assert anna["next"]["command"] == 'refcli thank "Anna Weiss"'
    practice.ok("thank anna")
    practice.ok("kit share anna")
    after = practice.ok("review sources --json").json[0]
    assert (after["last_thanked"], after["taught_on"]) == ("2026-11-20", "2026-11-20")
    assert after["next"]["command"] == 'refcli reciprocate ideas "Anna Weiss"'


def test_asks_that_worked(practice: Program) -> None:
    found = practice.ok("review asks --json").json
    by = {(row["by"], row["value"]): row for row in found}
    # dan's pending ask of July has lapsed, bert's promise of November is not settled yet
    assert by["channel", "in-person"]["introduced"]["count"] == 2
    assert by["channel", "in-person"]["introduced"]["n"] == 2
    assert (by["channel", "email"]["asks"], by["channel", "email"]["introduced"]["n"]) == (2, 2)
    assert by["target", "Dentists"]["introduced"]["n"] == 2
    assert by["industry", "law firms"]["introduced"]["count"] == 1
    assert by["word", "dentistry"]["asks"] == 3
    assert "dentistry" in practice.ok("review asks").out


def test_thanks(practice: Program) -> None:
    rows = {row["step"]: row for row in practice.ok("review thanks --json").json}
    made = rows["made"]
    assert (made["n"], made["within_a_day"], made["not_yet"]) == (3, 1, 2)
    outcome = rows["outcome"]
    counts = ("n", "within_a_day", "within_two_days", "within_a_week", "later", "not_yet")
    assert tuple(outcome[k] for k in counts) == (2, 0, 0, 0, 1, 1)
    assert rows["all"]["n"] == sum(rows[s]["n"] for s in ("made", "reached", "outcome"))


def test_champions(practice: Program) -> None:
    practice.ok('intro bert "Tia Five" --on 2026-09-01')
    practice.ok("contact edit bert anna --tag golf")
    found = practice.ok("review champions --json").json
    traits = {(t["trait"], t["value"]): t for t in found}
    # ten contacts, three of whom refer: Anna, Bert, Cora; two play golf, and both refer
    assert traits["tag", "golf"] == {
        "trait": "tag",
        "value": "golf",
        "n": 2,
        "of": 2,
        "lift": 3.33,
        "clear": False,
    }
    assert "3 of 10 contacts refer people to you" in practice.ok("review champions").out


def test_a_clear_trait_is_no_noise(refcli: Program) -> None:
    for number in range(40):
        tag = " --tag golf" if number < 12 else ""
        refcli.ok(f'contact add "Person No{number}" --basis friend{tag}')
    for number in range(10):
        refcli.ok(f'intro "Person No{number}" "Prospect Of{number}" --on 2026-09-01')
    found = refcli.ok("review champions --json").json
    assert [(t["trait"], t["value"], t["n"], t["of"]) for t in found if t["clear"]] == [
        ("tag", "golf", 10, 12),
    ]


GAPS = {
    "outcome-untold": (1, ["Anna Weiss"], 'refcli thank "Anna Weiss" --intro 4'),
    "thanks-owed": (1, ["Cora Lind"], 'refcli thank "Cora Lind" --intro 2'),
    "not-reached": (1, ["Quin Two"], "refcli intro show 2"),
    "bare-names": (1, ["Rita Three"], "refcli intro show 3"),
    "never-taught": (2, ["Anna Weiss", "Cora Lind"], 'refcli kit share "Anna Weiss"'),
    "partner-not-interviewed": (1, ["Cora Lind"], 'refcli partner interview "Cora Lind"'),
}


def test_gaps(practice: Program) -> None:
    found = {g["code"]: g for g in practice.ok("review gaps --json").json}
    for code, (count, names, command) in GAPS.items():
        gap = found[code]
        assert (gap["count"], [p["name"] for p in gap["contacts"]]) == (count, names), code
        assert gap["command"] == command
    assert "no-target" not in found
    assert practice.ok("review gaps").out.count("refcli ") == len(found)


def test_each_gap_goes_when_it_is_plugged(practice: Program) -> None:
    def codes() -> set[str]:
        return {g["code"] for g in practice.ok("review gaps --json").json}

    for line, plugged in (
        ("thank anna --intro 4", "outcome-untold"),
        ("thank cora --intro 2", "thanks-owed"),
        ('intro reached "Quin Two"', "not-reached"),
        ('intro made "Rita Three"', "bare-names"),
        ('partner cora --good-referral "shops that grow"', "partner-not-interviewed"),
        ('kit edit --message "I do the books of dentists"', "kit-empty"),
    ):
        assert plugged in codes()
        practice.ok(line)
        assert plugged not in codes(), line


def test_gap_commands_can_be_typed(sample: Program) -> None:
    for gap in sample.ok("review gaps --json").json:
        line = gap["command"].removeprefix("refcli ")
        assert sample(line + " --help").code == 0, line


def test_whole_review_in_a_pipe(practice: Program) -> None:
    whole = practice.ok("review --json").json
    for name in ("funnel", "sources", "champions", "asks", "thanks", "gaps"):
        assert whole[name] == practice.ok(f"review {name} --json").json
    assert (whole["since"], whole["until"], whole["last_review"]) == (None, None, None)
    text = practice.ok("review").out
    assert "asks      5" in text
    assert "3 of 5" in text or "60 % of the asks" in text
    assert "\x1b" not in text
    assert not any("─" <= c <= "╿" for c in text)


def test_nothing_yet(refcli: Program) -> None:
    for name in ("funnel", "sources", "champions", "asks", "thanks", "gaps"):
        found = refcli.ok(f"review {name}")
        assert "refcli init" in found.err
        assert refcli.ok(f"review {name} --json").json is not None
    assert refcli.ok("review").out == ""
    assert not refcli.store.exists()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_fits_the_terminal(sample: Program, width: int) -> None:
    for name in ("funnel", "sources", "champions", "asks", "thanks", "gaps"):
        found = sample.ok(f"review {name}", terminal=width, env={"NO_COLOR": "1"})
        assert max(len(line) for line in found.lines) <= width, name

"""Ties: seen from both sides, kept through merging, forgetting and undo."""

import pytest

from tests.support.program import Program


@pytest.fixture
def family(anna: Program) -> Program:
    anna.ok('contact add "Greg Weiss"')
    anna.ok('contact add "Eva Lund"')
    anna.ok("contact tie anna greg --as spouse")
    return anna


def ties(program: Program, name: str) -> dict[str, str]:
    shown = program.ok(f"contact show {name} --json").json
    return {tie["contact"]["name"]: tie["as"] for tie in shown["ties"]}


def test_both_sides_see_it(family: Program) -> None:
    assert (ties(family, "anna"), ties(family, "greg")) == (
        {"Greg Weiss": "spouse"},
        {"Anna Weiss": "spouse"},
    )
    assert "ties           Greg Weiss (spouse)" in family.ok("contact show anna").out


@pytest.mark.parametrize(
    ("word", "back"),
    [
        ("child", "parent"),
        ("parent", "child"),
        ("boss", "report"),
        ("report", "boss"),
        ("Neighbor", "neighbour"),
        ("member", "member of"),
        ("mentor", "mentor of"),
        ("mentor of", "mentor"),
        ("knows", "knows"),
    ],
)
def test_what_each_is_to_the_other(family: Program, word: str, back: str) -> None:
    family.ok(["contact", "tie", "anna", "eva", "--as", word])
    assert ties(family, "eva") == {"Anna Weiss": back}
    family.ok(["contact", "tie", "eva", "anna", "--as", back])
    assert ties(family, "anna")["Eva Lund"] == ("neighbour" if word == "Neighbor" else word)


def test_how_a_tie_is_said(family: Program) -> None:
    told = family.ok("contact tie anna eva --as sister")
    assert told.out == "Eva Lund is Anna Weiss's sister\n"
    assert "ties           sister of Anna Weiss\n" in family.ok("contact show eva").out
    told = family.ok("contact tie greg eva --as knows")
    assert told.out == "Greg Weiss and Eva Lund know each other\n"
    refused = family("contact tie eva greg --as friend")
    assert "Eva Lund and Greg Weiss know each other already, and nothing was" in refused.err


def test_a_second_tie_that_contradicts_is_refused(family: Program) -> None:
    refused = family("contact tie greg anna --as boss")
    assert refused.code == 1
    assert "Anna Weiss is Greg Weiss's spouse already, and nothing was changed" in refused.err
    assert ties(family, "greg") == {"Anna Weiss": "spouse"}


def test_nobody_is_tied_to_themselves(family: Program) -> None:
    refused = family("contact tie anna anna --as friend")
    assert (refused.code, "tied to themselves" in refused.err) == (1, True)


@pytest.mark.parametrize("line", ["contact tie anna greg", "contact tie anna greg --as ' '"])
def test_without_a_word(family: Program, line: str) -> None:
    assert family(line).code == 2


def test_untied_and_brought_back(family: Program) -> None:
    family.ok("contact untie greg anna")
    assert ties(family, "anna") == {}
    assert family("contact untie greg anna").code == 3
    family.ok("undo")
    assert ties(family, "greg") == {"Anna Weiss": "spouse"}


def test_found_by_whom_they_are_tied_to(family: Program) -> None:
    def found() -> set[str]:
        return {c["name"] for c in family.ok("contact find greg --json").json}

    assert found() == {"Anna Weiss", "Greg Weiss"}
    family.ok('contact edit greg --name "Gregor Weiss" --nick Greg')
    assert "Anna Weiss" in {c["name"] for c in family.ok("contact find gregor --json").json}
    family.ok("contact untie anna greg")
    assert found() == {"Gregor Weiss"}


def test_merged_ties_go_along_once(family: Program) -> None:
    family.ok('contact add "Anna Weis"')
    family.ok("contact tie @4 greg --as spouse")
    family.ok("contact tie @4 eva --as friend")
    family.ok("contact tie @4 @1 --as knows")
    family.ok("contact merge @1 @4")
    assert ties(family, "@1") == {"Greg Weiss": "spouse", "Eva Lund": "friend"}
    assert ties(family, "greg") == {"Anna Weiss": "spouse"}
    assert "rapport and search agree with the log" in family.ok("doctor").out


def test_forgotten_with_either(family: Program) -> None:
    family.ok("contact forget greg --yes")
    assert ties(family, "anna") == {}

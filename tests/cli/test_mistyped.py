"""A word that is no verb and nobody's name makes nothing, and is answered with what is near."""

import pytest

from tests.support.program import Program


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("contact shwo tom", ["refcli contact show tom"]),
        ("contact remove Anna", ["refcli contact forget Anna, or refcli contact drop Anna"]),
        ("contact new Tom", ["refcli contact add Tom"]),
        ("contact help", ["refcli contact --help"]),
        ("intro remove 3", ["refcli intro delete 3"]),
        ("intro lsit", ["refcli intro list"]),
        ("log lsit", ["refcli log list"]),
        ("log remove 3", ["refcli log delete 3"]),
        ("meet lst", ["refcli meet list"]),
        ("meet remove 3", ["refcli meet cancel 3"]),
        ("thank lst", ["refcli thank list"]),
        ("kit shwo", ["refcli kit show"]),
        ("campaign strat", ["refcli campaign start"]),
        ("review funel", ["refcli review funnel"]),
        ("engagement dlete 3", ["refcli engagement delete 3"]),
        ("config lst", ["refcli config list"]),
    ],
)
def test_a_mistyped_verb_is_answered_with_the_nearest(
    anna: Program, line: str, lines: list[str]
) -> None:
    before = anna.ok("export -").out
    result = anna(line)
    assert (result.code, result.out) == (2, "")
    assert "nothing was changed" in result.err
    assert [text.removeprefix("hint: ") for text in result.err.splitlines()[1:]] == lines
    assert anna.ok("export -").out == before


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("contact annna", "nearest: Anna Weiss"),
        ("contact Lisa", "add them: refcli contact add Lisa"),
        ("contact Zoe Unknown --basis client", 'add them: refcli contact add "Zoe Unknown"'),
        ("intro nobody x", "no contact matches 'nobody'"),
        ("thank annna", "nearest: Anna Weiss"),
    ],
)
def test_any_other_word_is_an_unknown_name(anna: Program, line: str, says: str) -> None:
    before = anna.ok("export -").out
    result = anna(line)
    assert (result.code, result.out) == (3, "")
    assert says in result.err
    assert anna.ok("export -").out == before


def test_somebody_whose_name_looks_like_a_verb_is_meant(refcli: Program) -> None:
    refcli.ok("contact add Liszt")
    assert "Liszt" in refcli.ok("contact liszt").out
    result = refcli("ask liszt --in dentistry")
    assert "knows no" not in result.err


def test_a_sentence_may_begin_with_any_word(anna: Program) -> None:
    anna.ok("log show and tell with anna")
    assert anna.ok("log list --json").json[0]["text"] == "show and tell with anna"


def test_on_a_terminal_somebody_new_is_added_only_when_a_person_says_so(anna: Program) -> None:
    question = "Zoe Lind is nobody you know: add them?"
    assert "nothing was added" in anna.ok("contact Zoe Lind", answers=[(question, False)]).out
    assert anna("contact Zoe").code == 3
    anna.ok("contact Zoe Lind --basis friend", answers=[(question, True)])
    assert anna.ok("contact show Zoe --json").json["basis"] == "friend"


@pytest.mark.parametrize(
    "line",
    ["contact remove Anna", "contact shwo tom", "contact lsit", "intro wno 1", "log shwo 3"],
)
def test_on_a_terminal_too_nobody_is_added_by_a_typo(anna: Program, line: str) -> None:
    result = anna(line, answers=[])
    assert (result.code, result.out) == (2, "")
    assert "knows no" in result.err
    assert len(anna.ok("contact list --json").json) == 1


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("timeline anna", "refcli contact timeline"),
        ("won ben", "refcli intro won"),
    ],
)
def test_a_verb_without_its_group_is_named_with_it(anna: Program, line: str, meant: str) -> None:
    result = anna(line)
    assert (result.code, result.out) == (2, "")
    assert f"hint: {meant}, or refcli --help" in result.err

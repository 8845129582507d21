"""The guided review: its steps, leaving it and taking it up again, and what it saves."""

import pytest

from tests.support.program import Program


def test_all_steps_to_three_things_to_do(practice: Program) -> None:
    found = practice(
        "review",
        terminal=80,
        answers=[
            *[("follow-up", "keep")] * overdue_kinds(practice),
            *[("promised an introduction", "keep")] * promised(practice),
            ("Quin Two", "reached"),
            *asked_whom(practice),
            ("Which source", ""),
            ("Pia One, last in touch", True),
            ("What will you do differently", "call, not write"),
            ("Save these", True),
        ],
    )
    assert found.code == 0, found.err
    assert "9/9" in found.out
    assert "finished the review" in found.out
    assert 'words for it, to copy or mail: refcli write "Pia One" --form reconnect' in found.out
    assert "Pia, it has been a while" in found.out
    assert [i["state"] for i in practice.ok("intro list --json").json if i["id"] == 2] == [
        "reached"
    ]
    to_do = practice.ok("due --within 7 --kind custom --json").json
    assert 0 < len(to_do) <= 3
    assert {i["due"] for i in to_do} <= {"2026-11-22", "2026-11-24", "2026-11-26"}
    assert practice.ok("review --json").json["last_review"] == "2026-11-20"
    assert "no-review" not in {g["code"] for g in practice.ok("review gaps --json").json}


def overdue_kinds(program: Program) -> int:
    items = program.ok("due --json").json
    return len({item["kind"] for item in items if item["days_late"] > 0})


def promised(program: Program) -> int:
    return sum(a["state"] == "promised" for a in program.ok("ask list --json").json)


def asked_whom(program: Program) -> list[tuple[str, str | bool | type[BaseException]]]:
    ready = program.ok("ask who --json").json
    return [("Whom will you ask", str(ready[0]["contact"]["id"]))] if ready else []


def test_left_and_taken_up_again(practice: Program) -> None:
    late = overdue_kinds(practice)
    left = practice(
        "review",
        terminal=80,
        answers=[
            *[("follow-up", "snooze")] * late,
            *[("promised an introduction", "keep")] * promised(practice),
            ("Quin Two", KeyboardInterrupt),
        ],
    )
    assert left.code == 130
    assert "go on with: refcli review" in left.err
    assert not overdue_kinds(practice)
    assert practice.ok("review --json").json["last_review"] is None
    again = practice(
        "review",
        terminal=80,
        answers=[
            ("step 3 of 9", True),
            ("Quin Two", "keep"),
            *asked_whom(practice),
            ("Which source", EOFError),
        ],
    )
    assert again.code == 130
    assert "3/9" in again.out
    assert "1/9" not in again.out
    last = practice(
        "review",
        terminal=80,
        answers=[
            ("step 5 of 9", True),
            ("Which source", ""),
            ("Pia One, last in touch", True),
            ("What will you do differently", ""),
            ("Save these", False),
        ],
    )
    assert last.code == 0
    assert not practice.ok("due --within 10 --kind custom --json").json


def test_a_promise_that_will_not_come(practice: Program) -> None:
    before = {a["id"]: a["state"] for a in practice.ok("ask list --json").json}
    number = next(n for n, state in before.items() if state == "promised")
    practice(
        "review",
        terminal=80,
        answers=[
            *[("follow-up", "keep")] * overdue_kinds(practice),
            ("promised an introduction", "declined"),
            ("Quin Two", KeyboardInterrupt),
        ],
    )
    after = {a["id"]: a["state"] for a in practice.ok("ask list --json").json}
    assert after == {**before, number: "declined"}


def test_rhythms_that_were_put_off_are_loosened(refcli: Program) -> None:
    refcli.ok("contact add Anna Weiss --basis friend --tier A --since 2020-01-01")
    for _ in range(3):
        refcli.ok(["snooze", refcli.number("keep-in-touch"), "2026-11-25"])
    found = refcli(
        "review",
        terminal=80,
        answers=[
            *asked_whom(refcli),
            ("Anna Weiss (tier A) was put off 3 times: tier B", True),
            ("What will you do differently", ""),
            *([("Save these", False)] if asked_whom(refcli) else []),
        ],
    )
    assert found.code == 0, (found.out, found.err)
    assert refcli.ok("contact show anna --json").json["tier"] == "B"


@pytest.mark.parametrize("line", ["--no-input review", "review --json"])
def test_asks_nothing_where_nobody_answers(practice: Program, line: str) -> None:
    assert practice(line, terminal=80, env={"REFCLI_NO_INPUT": "1"}).code == 0

"""A guided review is not saved over what another shell did meanwhile."""

from pathlib import Path

import pytest

from tests.cli.review.test_guided import asked_whom, overdue_kinds, promised
from tests.support.program import Program, Result
from tests.support.prompter import Answer
from tests.support.two_shells import TwoShells


def reviewed(program: Program, answers: list[Answer], at: str, *meanwhile: str) -> Result:
    """A review on a terminal; at that question the other shell runs its lines."""
    shells = TwoShells(answers, at, lambda: [program.ok(line) for line in meanwhile])
    done = program("review", prompter=shells)
    shells.assert_all_asked(f"{done.out}{done.err}")
    return done


def refused(program: Program, done: Result, changed: str) -> str:
    """Exit 75 and two lines on stderr; the text that was kept."""
    [path] = program.store.parent.glob("*unsaved*")
    assert path == Path(f"{program.store}.unsaved-2026-11-20-1200.txt")
    assert path.stat().st_mode & 0o777 == 0o600
    assert done.code == 75
    assert done.err == (
        f"refcli: changed in another shell meanwhile, so this was not saved: {changed};"
        f" what you typed is kept in {path}\nhint: look, then go on: refcli review\n"
    )
    head, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    assert head == "Typed in `refcli review` on 2026-11-20, and not saved:"
    return text


def late_kept(program: Program) -> list[Answer]:
    return [("follow-up", "keep")] * overdue_kinds(program)


def promises_kept(program: Program) -> list[Answer]:
    return [("promised an introduction", "keep")] * promised(program)


def test_what_is_late(anna: Program) -> None:
    anna.ok("followup anna 'send the book' --due today")
    anna.today = "2026-11-21"
    shells = TwoShells(
        [("follow-up", "snooze")], "follow-up", lambda: anna.ok("snooze 1 2026-12-24")
    )
    done = anna("review", prompter=shells)
    assert done.code == 75
    assert "follow-up 1, Anna Weiss: send the book;" in done.err
    [item] = anna.ok("followup list --all --json").json
    assert item["due"] == "2026-12-24"
    [path] = anna.store.parent.glob("*unsaved-2026-11-21-1200.txt")
    assert path.read_text(encoding="utf-8").endswith("send the book\nput off for a week\n")


def test_promises(practice: Program) -> None:
    asks = practice.ok("ask list --json").json
    number, name = next((a["id"], a["contact"]["name"]) for a in asks if a["state"] == "promised")
    done = reviewed(
        practice,
        [*late_kept(practice), ("promised an introduction", "declined")],
        "promised an introduction",
        f"ask answer {number} later --until 2027-02-01",
    )
    text = refused(practice, done, f"ask {number}, promised by {name}")
    assert text == f"ask {number}, promised by {name}\nthey would rather not\n"
    assert practice.ok(f"ask show {number} --json").json["state"] == "later"


def test_introductions_that_stand_still(practice: Program) -> None:
    done = reviewed(
        practice,
        [*late_kept(practice), *promises_kept(practice), ("Quin Two", "unreachable")],
        "Quin Two",
        "intro reached 'Quin Two'",
    )
    text = refused(practice, done, "introduction 2, of Quin Two")
    assert text == "introduction 2, of Quin Two\nit is over: never reached them\n"
    assert practice.ok("intro show 2 --json").json["state"] == "reached"


def test_rhythms(refcli: Program) -> None:
    refcli.ok("contact add Anna Weiss --basis friend --tier A --since 2020-01-01")
    for _ in range(3):
        refcli.ok(["snooze", refcli.number("keep-in-touch"), "2026-11-25"])
    done = reviewed(
        refcli,
        [*asked_whom(refcli), ("was put off 3 times", True)],
        "was put off 3 times",
        "contact edit anna --tier C",
    )
    text = refused(refcli, done, "the rhythm of Anna Weiss")
    assert text.startswith("the rhythm of Anna Weiss\ntier B\n")
    assert refcli.ok("contact show anna --json").json["tier"] == "C"


@pytest.mark.parametrize("is_finished", [True, False])
def test_the_same_review_in_two_shells(practice: Program, *, is_finished: bool) -> None:
    practice(
        "review",
        answers=[*late_kept(practice), *promises_kept(practice), ("Quin Two", "reached"),
                 *asked_whom(practice), ("Which source", EOFError)],
    )  # fmt: skip
    rest: list[Answer] = [
        ("step 5 of 9", True),
        ("Which source", ""),
        ("Pia One, last in touch", True),
        ("What will you do differently", "call, not write"),
        ("Save these", True),
    ]
    other = rest if is_finished else [*rest[:3], ("What will you do differently", EOFError)]

    def meanwhile() -> None:
        practice("review", answers=other)

    done = practice("review", prompter=TwoShells(rest, "Save these", meanwhile))
    text = refused(practice, done, "how far the review has come")
    assert text.endswith("\nto do differently\ncall, not write\n")
    assert "to do this week\nGet in touch again with Pia One\n" in text
    last = practice.ok("review --json").json["last_review"]
    assert last == ("2026-11-20" if is_finished else None)

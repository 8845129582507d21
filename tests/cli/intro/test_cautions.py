"""What speaks against sending somebody to a partner is said, and the introduction goes on."""

import pytest

from tests.support.program import Program


@pytest.fixture
def tom(anna: Program) -> Program:
    anna.ok('contact add "Tom Roth" --basis partner')
    anna.ok('partner tom --story "saved a firm"')
    for name in ("Eva Lund", "Mia Kern", "Jan Falk", "Ida Moss"):
        anna.ok(["contact", "add", name])
    return anna


def warned(program: Program, who: str, today: str = "2026-12-20") -> set[str]:
    done = program.ok(f"intro give {who} tom", today=today)
    return {word.strip("[]:") for word in done.err.split() if word.startswith("[")}


def test_nothing_speaks_against_it(tom: Program) -> None:
    assert warned(tom, "eva") == set()


def test_who_was_never_asked_about_their_work(tom: Program) -> None:
    tom.ok("partner tom --story ''")
    assert warned(tom, "eva") == {"unknown-partner"}


def test_a_competitor(tom: Program) -> None:
    tom.ok("partner tom --competitor")
    assert warned(tom, "eva") == {"competitor"}


def test_an_introduction_that_went_bad(tom: Program) -> None:
    tom.ok("intro give eva tom --consent yes")
    tom.ok("intro bad 1 --what rude --fault partner")
    assert "unhappy" in warned(tom, "mia")
    [shown] = tom.ok("partner list --json").json
    assert (shown["given"], shown["called_in_time"], shown["bad"]) == (1, 0, 1)


def test_who_calls_late(tom: Program) -> None:
    for number, who in enumerate(("eva", "mia", "jan"), start=1):
        tom.ok(f"intro give {who} tom --consent yes")
        day = "2026-11-22" if number == 1 else "2026-11-23"
        tom.ok(f"intro reached {number}", today=day)
    [shown] = tom.ok("partner list --json").json
    assert (shown["given"], shown["called_in_time"]) == (3, 1)
    assert "1 of 3" in tom.ok("partner list").out
    assert warned(tom, "ida") == {"slow"}
    tom.ok("intro edit 2 --step reached --on 2026-11-22", today="2026-12-20")
    tom.ok("intro delete 4", today="2026-12-20")
    assert warned(tom, "ida") == set()


def test_who_let_three_down_is_proposed_to_be_dropped(tom: Program) -> None:
    def gap(today: str) -> str | None:
        found = {g["code"]: g for g in tom.ok("review gaps --json", today=today).json}
        return (
            str(found["partner-unreliable"]["command"]) if "partner-unreliable" in found else None
        )

    for who in ("eva", "mia"):
        tom.ok(f"intro give {who} tom --consent yes")
    tom.ok("intro give jan tom --consent yes")
    assert gap("2026-11-22") is None
    assert gap("2026-11-23") == 'refcli contact drop "Tom Roth" --because "calls late"'
    tom.ok("intro reached 1", today="2026-11-22")
    assert gap("2026-11-23") is None
    tom.ok("intro bad 1 --what rude --fault partner", today="2026-11-23")
    assert gap("2026-11-23") is not None
    tom.ok("contact drop tom --because rude", today="2026-11-24")
    assert gap("2026-11-24") is None

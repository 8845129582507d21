"""What an ask begins with: their praise, the last work and how they liked it, or nothing of it."""

import pytest

from tests.support.program import Program

DRAFT = "ask draft anna --in dentistry --looking-for sell --json"
HAPPY = "I am glad that you are happy with the tax return."
WORKED = "I enjoyed working with you on the tax return."
PRAISED = "Anna, thank you again for your kind words."
PLAIN = "Anna, may I ask you something?"


def words(program: Program, *more: str) -> str:
    return str(program.ok([*DRAFT.split(), *more]).json["words"])


@pytest.mark.parametrize(
    ("rating", "wanted"),
    [
        *((str(n), PLAIN) for n in (0, 5, 6)),
        *((str(n), WORKED) for n in (7, 8)),
        *((str(n), HAPPY) for n in (9, 10)),
        (None, WORKED),
    ],
)
def test_the_last_work_and_how_they_liked_it(
    anna: Program, rating: str | None, wanted: str
) -> None:
    told = [] if rating is None else ["--rating", rating]
    anna.ok(["engagement", "anna", "tax return", *told])
    said = words(anna)
    assert wanted in said
    assert [text for text in (HAPPY, WORKED, PLAIN) if text in said] == [wanted]


def test_work_that_goes_on_is_not_spoken_of(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --ongoing')
    assert PLAIN in words(anna)
    anna.ok("engagement edit 1 --delivered 2026-11-01")
    assert WORKED in words(anna)


def test_the_work_delivered_last_counts(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --rating 9 --delivered 2026-11-02')
    anna.ok('engagement anna "payroll" --rating 2 --delivered 2026-11-01')
    assert HAPPY in words(anna)
    anna.ok('engagement anna "accounts" --rating 3 --delivered 2026-11-03')
    assert PLAIN in words(anna)


def test_of_two_on_one_day_the_one_told_last_counts(anna: Program) -> None:
    anna.ok('engagement anna "payroll" --rating 9 --delivered 2026-11-02')
    anna.ok('engagement anna "tax return" --rating 8 --delivered 2026-11-02')
    assert WORKED in words(anna)


def test_praise_goes_before_work(anna: Program) -> None:
    anna.ok('engagement anna "tax return" --rating 10')
    anna.ok('testimonial anna "so good"')
    said = words(anna)
    assert PRAISED in said
    assert "tax return" not in said


def test_nothing_is_said_of_what_others_had(anna: Program) -> None:
    anna.ok('contact add "Tom Brandt" --basis friend')
    anna.ok('engagement tom "tax return" --rating 10')
    anna.ok('testimonial tom "so good"')
    assert PLAIN in words(anna)


@pytest.mark.parametrize(
    ("basis", "opening"),
    [
        ("friend", "you know me well"),
        ("family", "you know me better than most"),
        ("partner", "I think highly of your work"),
        ("referred", "we met because somebody introduced us"),
        ("colleague", "you know how I work"),
        ("client", "I value your judgement"),
        ("other", "I value your judgement"),
    ],
)
def test_a_warm_ask_says_how_we_know_each_other(refcli: Program, basis: str, opening: str) -> None:
    refcli.ok(f"contact add Anna Weiss --basis {basis}")
    assert opening in words(refcli, "--tone", "warm")
    assert opening not in words(refcli)

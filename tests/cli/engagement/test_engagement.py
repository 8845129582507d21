"""`refcli engagement …`."""

import pytest

from tests.support.program import Program


def test_work_and_what_it_calls_for(anna: Program) -> None:
    anna.ok("engagement anna annual accounts --rating 9 --value 4200 --delivered 2026-11-18")
    [work] = anna.ok("engagement list --json").json
    assert work == {
        "id": 1,
        "contact": {"id": 1, "name": "Anna Weiss"},
        "what": "annual accounts",
        "delivered": "2026-11-18",
        "ongoing": False,
        "rating": 9,
        "value": 4200.0,
    }
    assert anna.due() == {("testimonial", "Anna Weiss"): "2026-11-21"}
    anna.ok("engagement anna more --rating 10")
    assert len(anna.due()) == 1


def test_poor_work_is_put_right_first(anna: Program) -> None:
    anna.ok("engagement anna accounts --rating 6")
    assert anna.due() == {("repair", "Anna Weiss"): "2026-11-21"}
    refused = anna("ask anna --in dentistry --looking-for sell")
    assert "[poor-work]" in refused.err
    anna.ok("done @1", today="2026-11-21")
    later = "ask anna --in dentistry --looking-for sell"
    assert "[poor-work]" in anna(later, today="2026-11-21").err
    anna.ok(["done", anna.number("check"), "--answer", "yes"], today="2026-12-21")
    anna.ok(later, today="2026-12-21")


@pytest.mark.parametrize(
    ("basis", "after"),
    [
        ("other", ["client"]),
        ("client", ["client"]),
        ("colleague", ["colleague", "client"]),
        ("friend", ["friend", "client"]),
    ],
)
def test_a_first_engagement_adds_client(refcli: Program, basis: str, after: list[str]) -> None:
    refcli.ok(f"contact add Ben --basis {basis}")
    said = refcli.ok("engagement ben advice").out
    assert ("Ben is a client now" in said) == (basis != "client")
    found = refcli.ok("contact show ben --json").json
    assert (found["basis"], found["bases"]) == (after[0], after)
    assert [c["name"] for c in refcli.ok("contact list --basis client --json").json] == ["Ben"]
    refcli.ok("engagement delete 1")
    assert refcli.ok("contact show ben --json").json["bases"] == [basis]
    assert refcli.due() == {}


def test_ongoing_work_is_rated_later(anna: Program) -> None:
    anna.ok("engagement anna a long project --ongoing")
    assert anna.ok("engagement list --json").json[0]["delivered"] is None
    anna.ok("engagement edit 1 --delivered-now --rating 10 --value 900")
    [work] = anna.ok("engagement list --contact anna --json").json
    assert (work["delivered"], work["ongoing"], work["rating"]) == ("2026-11-20", False, 10)
    assert ("testimonial", "Anna Weiss") in anna.due()
    assert "a long project" in anna.ok("engagement list").out


@pytest.mark.parametrize(
    "line",
    [
        "engagement anna x --rating 11",
        "engagement anna x --delivered tomorrow",
        "engagement anna x --ongoing --delivered today",
        "engagement anna x --value lots",
        "engagement anna",
        "engagement edit 1",
    ],
)
def test_bad_input(anna: Program, line: str) -> None:
    result = anna(line)
    assert (result.code, result.out) == (2, "")
    assert anna.ok("engagement list --json").json == []


def test_unknown(anna: Program) -> None:
    assert anna("engagement edit 7 --rating 3").code == 3
    assert anna("engagement zoe x").code == 3

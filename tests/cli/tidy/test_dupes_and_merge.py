"""`refcli contact dupes` and `refcli contact merge`."""

import sqlite3

import pytest

from tests.support.program import Program


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ('"Anna Weiss" --email a@w.example', '"A. Weiss" --email A@w.example', "the same e-mail"),
        ('"Anna Weiss" --phone "+49 30 5550101"', '"Anni W" --phone 0305550101', "the same phone"),
        ('"Anna Weiß"', '"anna weiss"', "the same name"),
        ('"Jon Smith" --org Acme', '"John Smith" --org acme', "similar names"),
        ('"Anna Weiss" --nick "Anni Berg"', '"Anni Berg"', "the same name"),
    ],
)
def test_pairs(refcli: Program, one: str, other: str, why: str) -> None:
    refcli.ok(f"contact add {one}")
    refcli.ok(f"contact add {other} --new")
    [pair] = refcli.ok("contact dupes --json").json
    assert (pair["contact"]["id"], pair["other"]["id"]) == (1, 2)
    assert why in pair["why"]
    assert 50 <= pair["score"] <= 100
    assert "refcli contact merge @1 @2" in refcli.ok("contact dupes").out


def test_no_pairs(refcli: Program) -> None:
    for line in ('"Anna Weiss" --org Acme', '"Tom Brandt" --org Acme', '"Anna Berg" --org Other'):
        refcli.ok(f"contact add {line}")
    assert refcli.ok("contact dupes --json").json == []
    assert "no two contacts" in refcli.ok("contact dupes").out


@pytest.fixture
def twins(refcli: Program) -> Program:
    for line in (
        "contact add Anna Weiss --basis client --since 2024-01-10 --email a@w.example --tag golf",
        (
            'contact add "A. Weiss" --phone +49301 --email a@w.example --note "met in Rome"'
            " --tier B --tag Golf --tag sails --basis friend --since 2023-05-05"
        ),
        'contact add "Tom Brandt" --through "@2"',
        'log "lunch with @1 and @2" --on 2026-11-01',
        'log "call with @2" --on 2026-11-02 --with @2',
        "intro @2 Pia",
        "intro give Tom @1 --consent yes",
        'engagement "@2" books --rating 9',
        'ask @2 --in law --looking-for "sell" --on 2026-11-03',
        'testimonial @2 "so good"',
        "thank @2 --how call",
        "partner @2 --services tax",
        "followup @1 --due 2026-12-01 call",
        "followup @2 --due 2026-12-01 call",
    ):
        refcli.ok(line)
    return refcli


def test_everything_moves_over(twins: Program) -> None:
    merged = twins.ok("contact merge @1 @2 --json").json
    assert (merged["id"], merged["name"], merged["basis"]) == (1, "Anna Weiss", "client")
    assert (merged["tier"], merged["since"], merged["note"]) == ("B", "2023-05-05", "met in Rome")
    assert (merged["emails"], merged["phones"]) == (["a@w.example"], ["+49301"])
    assert (sorted(merged["tags"]), merged["nicknames"]) == (["golf", "sails"], ["A. Weiss"])
    assert twins("contact show @2").code == 3
    assert twins.ok("contact show tom --json").json["through"]["id"] == 1
    talks = twins.ok("log list --contact @1 --json").json
    assert sorted(t["on"] for t in talks if t["text"]) == ["2026-11-01", "2026-11-02"]
    assert all(len(t["contacts"]) == 1 for t in talks)
    received, given = (
        twins.ok(f"intro list --{side} --json").json[0] for side in ("received", "given")
    )
    assert (received["source"]["id"], given["receiver"]["id"]) == (1, 1)
    for line in ("engagement list", "ask list", "testimonial list"):
        assert {row["contact"]["id"] for row in twins.ok(f"{line} --json").json} == {1}
    kinds = [
        i["kind"] for i in twins.ok("due --within 3650 --json").json if i["contact"]["id"] == 1
    ]
    assert kinds.count("keep-in-touch") == 1
    assert kinds.count("custom") == 2
    assert twins.ok("contact find sails").out.count("Anna Weiss") == 1
    assert twins.ok('contact "A. Weiss" --json').json["id"] == 1


def test_who_introduced_whom_is_two_people(twins: Program) -> None:
    assert twins("contact merge @2 Pia").code == 1
    assert twins("contact merge @1 @1").code == 2
    assert twins("contact merge @1 nobody").code == 3
    assert len(twins.ok("contact list --json").json) == 4


def test_no_reference_dangles(twins: Program) -> None:
    twins.ok("contact merge @1 @2")
    connection = sqlite3.connect(twins.store)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_tier_that_comes_over_brings_its_rhythm(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --tier A')
    refcli.ok('contact drop "Anna Weiss" --because moved')
    refcli.ok('contact add "Anna Bauer"')
    refcli.ok('contact merge "Anna Bauer" "Anna Weiss"')
    todo = refcli.ok("due --within 400 --json").json
    assert [(item["kind"], item["contact"]["name"]) for item in todo] == [
        ("keep-in-touch", "Anna Bauer")
    ]
    assert "should" not in refcli("doctor").out
    assert refcli("doctor --json").code == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Eva Lund", "Lund, Eva"),
        ("Nagy István", "István Nagy"),
        ("Karl Ort", "Prof. Dr. Karl Ort"),
        ("Sinéad O'Brien", "Sinead O’Brien"),
        ("Anna-Maria Weiß", "Anna Maria Weiss"),
    ],
)
def test_one_name_is_the_same_however_it_is_spelt(refcli: Program, one: str, other: str) -> None:
    for name in (one, other):
        refcli.ok(["contact", "add", name, "--new"])
    [pair] = refcli.ok("contact dupes --json").json
    assert (pair["may_be"], pair["why"]) == ("one person", ["the same name"])


def test_who_shares_a_line_is_not_the_same(refcli: Program) -> None:
    line = "+49 30 5550101"
    for name in ("Dr. Anna Berg", "Dr. Otto Hall", "Pia Weiss", "Tom Weiss", "Uli Weiss"):
        refcli.ok(["contact", "add", name, "--phone", line])
    refcli.ok("contact tie Pia Uli --as sibling")
    found = refcli.ok("contact dupes --json").json
    assert [(p["may_be"], p["contact"]["name"], p["other"]["name"]) for p in found] == [
        ("a household", "Pia Weiss", "Tom Weiss"),
        ("a household", "Tom Weiss", "Uli Weiss"),
    ]
    assert found[0]["why"] == ["the same phone", "the same family name"]
    shown = refcli.ok("contact dupes").out
    assert "refcli contact tie @3 @4 --as spouse" in shown
    assert "merge" not in shown
    refcli.ok("contact tie Pia Tom --as spouse")
    refcli.ok("contact tie Tom Uli --as sibling")
    assert refcli.ok("contact dupes --json").json == []

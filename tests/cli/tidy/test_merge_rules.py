"""Of two contacts that become one: which value stays, which link is cut, what is said twice."""

from typing import Any

import pytest

from tests.support.program import Program

LATER = "--in dentistry --looking-for sell --anyway --answer later --until"


@pytest.fixture
def two(refcli: Program) -> Program:
    refcli.ok("contact add Anna Weiss")
    refcli.ok('contact add "A. Weiss"')
    return refcli


def merged(program: Program, keep: str = "@1", other: str = "@2") -> dict[str, Any]:
    return dict(program.ok(f"contact merge {keep} {other} --json").json)


def told(program: Program, *lines: str) -> None:
    for line in lines:
        program.ok(line)


FIELDS = [
    ("organization", "--org"),
    ("role", "--role"),
    ("industry", "--industry"),
    ("focus", "--focus"),
]


@pytest.mark.parametrize(("key", "option"), FIELDS)
@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [("mine", "yours", "mine"), ("mine", "", "mine"), ("", "yours", "yours"), ("", "", None)],
)
def test_what_is_known_stays_and_what_is_missing_is_filled(
    two: Program, key: str, option: str, keep: str, other: str, stays: str | None
) -> None:
    for number, text in ((1, keep), (2, other)):
        if text:
            two.ok(f"contact edit @{number} {option} {text}")
    assert merged(two)[key] == stays


@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [("A", "C", "A"), ("C", "A", "C"), (None, "B", "B"), ("B", None, "B")],
)
def test_the_tier_and_its_rhythm(
    two: Program, keep: str | None, other: str | None, stays: str
) -> None:
    for number, tier in ((1, keep), (2, other)):
        if tier:
            two.ok(f"contact edit @{number} --tier {tier}")
    assert merged(two)["tier"] == stays
    kinds = [i["kind"] for i in two.ok("followup list --all --json").json]
    assert kinds == ["keep-in-touch"]


@pytest.mark.parametrize(
    ("keep", "other", "stays"), [("note", "meal", "note"), (None, "meal", "meal")]
)
def test_how_they_like_to_be_thanked(
    two: Program, keep: str | None, other: str, stays: str
) -> None:
    if keep:
        two.ok(f"contact edit @1 --thanks-by {keep}")
    two.ok(f"contact edit @2 --thanks-by {other}")
    assert merged(two)["thanks_by"] == stays


@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [
        ("2020-05-01", "2021-05-01", "2020-05-01"),
        ("2021-05-01", "2020-05-01", "2020-05-01"),
        (None, "2020-05-01", "2020-05-01"),
        ("2020-05-01", None, "2020-05-01"),
    ],
)
def test_the_earlier_day_stays(
    two: Program, keep: str | None, other: str | None, stays: str
) -> None:
    for number, since in ((1, keep), (2, other)):
        if since:
            two.ok(f"contact edit @{number} --since {since}")
    assert merged(two)["since"] == stays


@pytest.mark.parametrize("first", ["@1", "@2"])
def test_the_day_on_which_they_were_taught_first(two: Program, first: str) -> None:
    two.ok(f"kit share {first}", today="2026-11-21")
    two.ok(f"kit share {'@2' if first == '@1' else '@1'}", today="2026-11-25")
    assert merged(two)["taught_on"] == "2026-11-21"


@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [
        ("client", "friend", "client"),
        ("friend", "client", "friend"),
        ("other", "client", "client"),
        ("client", "other", "client"),
        ("other", "other", "other"),
    ],
)
def test_a_basis_that_says_something_stays(two: Program, keep: str, other: str, stays: str) -> None:
    two.ok(f"contact edit @1 --basis {keep}")
    two.ok(f"contact edit @2 --basis {other}")
    assert merged(two)["basis"] == stays


LINKS = [("through", "--through"), ("admired_by", "--admired-by")]


@pytest.mark.parametrize(("key", "option"), LINKS)
@pytest.mark.parametrize(
    ("lines", "stays"),
    [
        (("@1 {option} @3",), 3),
        (("@2 {option} @3",), 3),
        (("@1 {option} @3", "@2 {option} @4"), 3),
        (("@1 {option} @2",), None),
        (("@2 {option} @1",), None),
        (("@1 {option} @2", "@2 {option} @3"), None),
    ],
)
def test_whom_they_came_through(
    two: Program, key: str, option: str, lines: tuple[str, ...], stays: int | None
) -> None:
    told(two, "contact add Tom Brandt", "contact add Carla Mendes")
    told(two, *(f"contact edit {line.format(option=option)}" for line in lines))
    found = merged(two)[key]
    assert (found and found["id"]) == stays


@pytest.mark.parametrize(("key", "option"), LINKS)
def test_who_came_through_them(two: Program, key: str, option: str) -> None:
    told(two, f"contact add Tom Brandt {option} @1", f"contact add Carla Mendes {option} @2")
    merged(two)
    for name in ("tom", "carla"):
        assert two.ok(f"contact show {name} --json").json[key]["id"] == 1


@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [
        ("one", "two", "one\ntwo"),
        ("one", "one", "one"),
        ("", "two", "two"),
        ("one", "", "one"),
        ("", "", None),
    ],
)
def test_notes_are_put_together(two: Program, keep: str, other: str, stays: str | None) -> None:
    two.ok(["contact", "edit", "@1", "--note", keep])
    two.ok(["contact", "edit", "@2", "--note", other])
    assert merged(two)["note"] == stays


def test_what_they_both_have_is_there_once(two: Program) -> None:
    told(
        two,
        "contact edit @1 --email A@w.example --phone +49301 --nick Anni --tag golf",
        "contact edit @2 --email a@W.example --email b@w.example --phone '+49 30 1'",
        "contact edit @2 --phone +49302 --nick ANNI --nick Weissi --tag Golf --tag sails",
    )
    found = merged(two)
    assert found["emails"] == ["A@w.example", "b@w.example"]
    assert found["phones"] == ["+49301", "+49302"]
    assert found["nicknames"] == ["Anni", "Weissi", "A. Weiss"]
    assert found["tags"] == ["golf", "sails"]
    assert two.ok("contact weissi --json").json["id"] == 1


@pytest.mark.parametrize("name", ["anna weiss", "ANNA WEISS"])
def test_the_same_name_is_no_nickname(refcli: Program, name: str) -> None:
    told(refcli, "contact add Anna Weiss --org One", f'contact add "{name}" --org Two --new')
    assert merged(refcli)["nicknames"] == []


def test_a_name_that_is_a_nickname_already(two: Program) -> None:
    two.ok('contact edit @1 --nick "a. weiss"')
    assert merged(two)["nicknames"] == ["a. weiss"]


def test_status_is_that_of_who_stays(two: Program) -> None:
    two.ok("contact drop @2 --because gone")
    assert merged(two)["status"] == "active"


@pytest.mark.parametrize(
    "lines",
    [
        ("intro @1 @2",),
        ("intro @2 @1",),
        ("intro give @1 @2",),
        ("intro give @2 @1",),
    ],
)
def test_two_who_met_are_two_people(two: Program, lines: tuple[str, ...]) -> None:
    told(two, *lines)
    refused = two("contact merge @1 @2")
    assert (refused.code, refused.out) == (1, "")
    assert "are two people: intro 1 has them both" in refused.err
    assert "refcli intro show 1" in refused.err
    assert len(two.ok("contact list --json").json) == 2


def test_two_who_only_know_the_same_person_may_be_one(two: Program) -> None:
    told(two, "contact add Tom Brandt", "intro @1 tom", "intro @2 tom", "intro give tom @2")
    merged(two)
    rows = two.ok("intro list --json").json
    assert {r["source"]["id"] for r in rows if r["source"]} == {1}
    assert {r["receiver"]["id"] for r in rows if r["receiver"]} == {1}


def test_a_prospect_moves_over(two: Program) -> None:
    told(two, "contact add Tom Brandt", "intro tom @2")
    merged(two)
    [row] = two.ok("intro list --json").json
    assert row["prospect"]["id"] == 1


def test_an_exchange_with_both_is_one_with_one(two: Program) -> None:
    told(
        two,
        'log "lunch" --with @1 --with @2 --on 2026-11-01',
        'log "call" --with @2 --on 2026-11-02',
        'log "tea" --with @1 --on 2026-11-03',
    )
    assert merged(two)["last_interaction"] == "2026-11-03"
    rows = two.ok("log list --json").json
    assert [[c["id"] for c in row["contacts"]] for row in rows] == [[1], [1], [1]]


PROFILE = ("services", "differs", "tell", "good-referral", "listen-for", "story", "serves")


def profile(program: Program) -> dict[str, str]:
    card = program.ok("partner @1 --json").json
    return {name: card[name.replace("-", "_")] for name in PROFILE}


@pytest.mark.parametrize("field", PROFILE)
@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [("mine", "yours", "mine"), (None, "yours", "yours"), ("mine", None, "mine")],
)
def test_the_profile_of_a_partner(
    two: Program, field: str, keep: str | None, other: str | None, stays: str
) -> None:
    filler = "tell" if field != "tell" else "story"
    for number, text in ((1, keep), (2, other)):
        if text:
            two.ok(f"partner @{number} --{field} {text}")
    if keep is None:
        two.ok(f"partner @1 --{filler} x")
    merged(two)
    assert profile(two)[field] == stays


def test_a_profile_moves_over_whole(two: Program) -> None:
    told(two, *(f"partner @2 --{field} {field}" for field in PROFILE), "partner @2 --stage taught")
    merged(two)
    assert profile(two) == {field: field for field in PROFILE}
    assert two.ok("partner @1 --json").json["stage"] == "taught"


@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [("taught", "champion", "taught"), (None, "champion", "champion")],
)
def test_the_stage_of_a_partner(two: Program, keep: str | None, other: str, stays: str) -> None:
    two.ok("partner @1 --services x")
    if keep:
        two.ok(f"partner @1 --stage {keep}")
    two.ok(f"partner @2 --stage {other}")
    merged(two)
    assert two.ok("partner @1 --json").json["stage"] == stays


def open_days(program: Program, kind: str) -> list[tuple[int, str]]:
    rows = program.ok("followup list --all --json").json
    return [(row["id"], row["due"]) for row in rows if row["kind"] == kind]


def once_each(program: Program, kind: str) -> list[str]:
    """The numbers of the follow-ups of that kind, that of the one who stays first."""
    rows = program.ok("followup list --all --json").json
    found = sorted((row["contact"]["id"], str(row["id"])) for row in rows if row["kind"] == kind)
    return [number for _, number in found]


@pytest.mark.parametrize(
    ("keep", "other", "stays"),
    [
        ("2027-01-10", "2027-02-10", "2027-02-10"),
        ("2027-02-10", "2027-01-10", "2027-02-10"),
        ("2027-01-10", "2027-01-10", "2027-01-10"),
    ],
)
def test_nobody_is_asked_again_before_the_later_day(
    two: Program, keep: str, other: str, stays: str
) -> None:
    told(two, f"ask @1 {LATER} {keep}", f"ask @2 {LATER} {other}")
    merged(two)
    assert [due for _, due in open_days(two, "re-ask")] == [stays]


@pytest.mark.parametrize("kind", ["keep-in-touch", "educate", "reciprocate"])
@pytest.mark.parametrize(
    ("keep", "other"), [("2027-01-10", "2027-02-10"), ("2027-02-10", "2027-01-10")]
)
def test_of_what_one_has_once_the_day_said_last_stays(
    two: Program, kind: str, keep: str, other: str
) -> None:
    told(
        two,
        "contact edit @1 --tier A",
        "contact edit @2 --tier A",
        'intro @1 "Ben One"',
        'intro @2 "Ben Two"',
    )
    if kind == "reciprocate":
        told(two, "intro won 1", "intro won 2")
    for number, day in zip(once_each(two, kind), (keep, other), strict=True):
        two.ok(f"snooze {number} {day}")
    merged(two)
    assert [due for _, due in open_days(two, kind)] == [other]
    assert two.ok("doctor").code == 0


def test_what_has_a_source_of_its_own_stays_twice(two: Program) -> None:
    told(two, 'intro @1 "Ben One"', 'intro @2 "Ben Two"')
    told(two, "followup @1 call --due 2026-12-01", "followup @2 call --due 2026-12-01")
    told(two, "engagement @1 books --rating 9", "engagement @2 books --rating 2")
    merged(two)
    rows = [i for i in two.ok("followup list --all --json").json if i["contact"]["id"] == 1]
    kinds = [i["kind"] for i in rows]
    assert (kinds.count("thank"), kinds.count("status"), kinds.count("custom")) == (2, 2, 2)
    assert (kinds.count("testimonial"), kinds.count("repair")) == (1, 1)
    assert sorted(i["intro"] for i in rows if i["kind"] == "thank") == [1, 2]


@pytest.mark.parametrize(
    ("keep", "other"), [("2026-12-01", "2026-12-05"), ("2026-12-05", "2026-12-01")]
)
def test_of_two_meetings_the_one_told_last_stays(two: Program, keep: str, other: str) -> None:
    told(two, f'log "tea" --with @1 --next {keep}', f'log "tea" --with @2 --next {other}')
    merged(two)
    assert [due for _, due in open_days(two, "meet")] == [other]


def test_what_was_skipped_is_not_asked_for_again(two: Program) -> None:
    told(two, f"ask @1 {LATER} 2027-01-10", f"ask @2 {LATER} 2027-02-10")
    two.ok(f"skip {once_each(two, 're-ask')[1]} --because no")
    merged(two)
    assert open_days(two, "re-ask") == []
    closed = two.ok("followup list --closed --json").json[0]
    assert (closed["closing"], closed["note"], closed["contact"]["id"]) == ("skipped", "no", 1)


def test_work_praise_favors_and_thanks_move_over(two: Program) -> None:
    told(
        two,
        'engagement @2 "tax return" --rating 7',
        'testimonial @2 "so good"',
        "reciprocate @2 a book",
        "thank @2 --how gift",
        "ask @2 --in law --looking-for sell --anyway",
    )
    merged(two)
    for line in ("engagement list", "testimonial list", "thank list", "ask list"):
        assert [r["contact"]["id"] for r in two.ok(f"{line} --json").json] == [1], line
    balance = two.ok("reciprocate balance --json").json
    assert [(row["contact"]["id"], row["given"]) for row in balance] == [(1, 1)]


def test_who_died_as_the_one_died_as_both(two: Program) -> None:
    told(
        two,
        'contact date @1 birthday "25 nov"',
        "ask @1 --in dentistry --looking-for open --planned tomorrow --anyway",
        "contact drop @2 --because died",
    )
    said = two.ok("contact merge @1 @2")
    assert "from your referral network: died" in said.out
    assert two.ok("contact show @1 --json").json["status"] == "deceased"
    assert two.ok("due --within 30 --json", today="2026-11-25").json == []
    assert two.ok("ask list --json").json == []
    two.ok("undo")
    assert two.ok("contact show @1 --json").json["status"] == "active"
    assert two("doctor").code == 0


@pytest.mark.parametrize(
    ("lines", "status", "gone"),
    [
        (("contact drop @2 --because rude",), "active", "dropped: rude"),
        (('contact rest @2 --until "1 jun"',), "active", "resting until 2027-06-01"),
        (
            ('contact rest @1 --until "1 jun"', "contact drop @2 --because rude"),
            "resting",
            "dropped: rude",
        ),
        (
            ("contact drop @1 --because rude", "contact drop @2 --because left"),
            "dropped",
            "dropped: left",
        ),
    ],
)
def test_another_end_or_rest_goes_and_is_named(
    two: Program, lines: tuple[str, ...], status: str, gone: str
) -> None:
    told(two, *lines)
    said = two.ok("contact merge @1 @2").err
    assert f"that is gone now: {gone}; back with" in said
    kept = two.ok("contact show @1 --json").json
    assert kept["status"] == status
    assert two("doctor").code == 0


def test_all_that_goes_is_named(two: Program) -> None:
    told(two, 'contact add "Pat Moe"', 'contact add "Zoe Moe"')
    for number, who, how in (("1", "Pat", "gift"), ("2", "Zoe", "meal")):
        told(
            two,
            f'contact edit @{number} --through "{who} Moe" --admired-by "{who} Moe"'
            f" --thanks-by {how} --role {how}er",
            f"partner @{number} --services {how}s",
        )
    told(two, 'contact tie @1 "Pat Moe" --as child', 'contact tie @2 "Pat Moe" --as spouse')
    assert (
        "that is gone now: role mealer; through Zoe Moe; thanks by meal; admired by Zoe Moe;"
        " services meals; Pat Moe as spouse; back with: refcli undo"
    ) in two.ok("contact merge @1 @2").err


def test_two_who_were_to_meet_together_meet_once(two: Program) -> None:
    two.ok("meet @1,@2 thu 10:00")
    merged(two)
    [one] = two.ok("meet list --json").json
    assert len(one["contacts"]) == 1
    assert len([i for i in two.ok("due --within 30 --json").json if i["kind"] == "meet"]) == 1
    two.ok("log met @1 --on 2026-11-26", today="2026-11-26")
    assert two.ok("meet list --json", today="2026-11-26").json == []
    two.ok("undo", today="2026-11-26")
    two.ok("undo", today="2026-11-26")
    assert len(two.ok("meet list --json").json[0]["contacts"]) == 2
    assert two("doctor").code == 0

"""`refcli ask …`."""

import pytest

from tests.support.program import Program

NARROW = '--in dentistry --looking-for "sell their practice"'
KEYS = [
    "id", "contact", "on", "kind", "industry", "looking_for", "qualities", "words", "how",
    "state", "confirm_by", "campaign", "narrow",
]  # fmt: skip


def test_an_ask_and_its_words(anna: Program) -> None:
    made = anna.ok(f"ask anna {NARROW} --json").json
    assert list(made) == KEYS
    assert made["contact"] == {"id": 1, "name": "Anna Weiss"}
    assert (made["state"], made["on"], made["how"]) == ("pending", "2026-11-20", "in-person")
    assert made["narrow"] == {"ok": True, "missing": []}
    assert "in dentistry who is looking to sell their practice?" in made["words"]
    assert anna.due() == {("confirm", "Anna Weiss"): "2026-12-04"}
    assert anna.ok("log list --json").json[0]["on"] == "2026-11-20"
    own = anna.ok(f'ask anna {NARROW} --words "Wen kennst du?" --anyway --json').json
    assert own["words"] == "Wen kennst du?"


@pytest.mark.parametrize(
    ("answer", "due"),
    [
        ("--answer promised", {"thank": "2026-11-21", "confirm": "2026-11-27"}),
        ("--answer promised --by friday", {"thank": "2026-11-21", "confirm": "2026-11-27"}),
        ("--answer promised --by +3d", {"thank": "2026-11-21", "confirm": "2026-11-23"}),
        ("--answer declined", {"re-ask": "2027-01-19"}),
        ("--answer later --until 2027-03-01", {"re-ask": "2027-03-01"}),
        ("--answer later", {"re-ask": "2027-01-19"}),
        ("--by +5d", {"confirm": "2026-11-25"}),
    ],
)
def test_answers(anna: Program, answer: str, due: dict[str, str]) -> None:
    anna.ok(f"ask anna {NARROW} {answer}")
    assert {kind: day for (kind, _), day in anna.due().items()} == due


def test_answering_later(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW}")
    answered = anna.ok("ask answer anna promised --by +4d --json", today="2026-11-25").json
    assert (answered["state"], answered["confirm_by"]) == ("promised", "2026-11-29")
    assert anna.due() == {
        ("thank", "Anna Weiss"): "2026-11-26",
        ("confirm", "Anna Weiss"): "2026-11-29",
    }
    assert anna("ask answer 1 pending", today="2026-11-25").code == 1
    anna.ok("ask answer 1 declined", today="2026-11-28")
    assert anna("ask answer anna promised").code == 3
    anna.ok("ask answer 1 promised", today="2026-11-29")
    assert anna("ask answer 7 promised").code == 3
    assert anna("ask answer 1 --json").code == 2
    assert anna("ask answer 1 maybe").code == 2
    assert anna("ask answer 1 declined --until 1mar").code == 2


def test_plans_are_updated_not_doubled(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --planned 2026-12-10")
    assert anna.due() == {("ask", "Anna Weiss"): "2026-12-10"}
    again = anna.ok("ask anna --planned 2026-12-15 --json").json
    assert (again["id"], again["on"], again["industry"]) == (1, "2026-12-15", "dentistry")
    assert anna.due() == {("ask", "Anna Weiss"): "2026-12-15"}
    made = anna.ok("ask anna --json", today="2026-12-15").json
    assert (made["id"], made["state"], made["on"]) == (1, "pending", "2026-12-15")
    assert {kind for kind, _ in anna.due()} == {"confirm"}
    assert anna("ask anna --planned friday --on today").code == 2


def test_a_plan_that_is_done_or_skipped(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --planned 2026-12-10")
    anna.ok("done anna", today="2026-12-11")
    shown = anna.ok("ask show 1 --json", today="2026-12-11").json
    assert (shown["state"], shown["on"]) == ("pending", "2026-12-11")
    anna.ok("contact add Ben Okoye --basis friend")
    anna.ok(f"ask ben {NARROW} --planned 2026-12-10")
    anna.ok(["skip", anna.number("ask")])
    assert [a["id"] for a in anna.ok("ask list --json").json] == [1]


def test_what_the_rules_refuse(anna: Program) -> None:
    anna.ok("contact add Stranger")
    refused = anna(f"ask stranger {NARROW}")
    assert (refused.code, refused.out) == (1, "")
    assert "[no-basis]" in refused.err
    assert "--anyway" in refused.err
    broad = anna("ask anna --in anyone --looking-for help")
    assert broad.code == 1
    assert "[too-broad]" in broad.err
    assert anna.ok("ask list --json").json == []
    fact = anna.ok(f"ask stranger {NARROW} --answer declined")
    assert "no-basis" in fact.err
    anna.ok("ask anna --in anyone --looking-for help --anyway")
    twice = anna(f"ask anna {NARROW}")
    assert "[open-ask]" in twice.err


def test_nobody_dropped_is_asked(anna: Program) -> None:
    anna.ok("contact drop anna --because moved")
    refused = anna(f"ask anna {NARROW}")
    assert refused.code == 1
    assert "[dropped]" in refused.err
    assert 'refcli contact restore "Anna Weiss"' in refused.err


def test_one_person_at_a_time(refcli: Program) -> None:
    for name in ("Ann", "Ben", "Cid", "Dee"):
        refcli.ok(f"contact add {name} --basis friend")
        refcli.ok(["log", f"lunch with {name}"])
    for name in ("ann", "ben", "cid"):
        refcli.ok(f"ask {name} {NARROW}")
    refused = refcli(f"ask dee {NARROW}")
    assert refused.code == 1
    assert "[broadcast]" in refused.err
    refcli.ok(f"ask dee {NARROW} --planned tomorrow")


def test_gates_of_a_plan_are_judged_for_its_day(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer declined --on 2026-11-01")
    assert "[cooling-off]" in anna(f"ask anna {NARROW} --planned 2026-12-30").err
    anna.ok(f"ask anna {NARROW} --planned 2026-12-31")


def test_lapsed(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer promised")
    anna.ok(["done", anna.number("thank")])
    anna.ok(["skip", anna.number("confirm")])
    assert anna.ok("ask show 1 --json").json["state"] == "lapsed"
    assert anna.ok("ask list --open --json").json == []
    anna.ok("ask answer 1 promised", today="2026-11-21")
    assert anna.ok("ask show anna --json").json["state"] == "promised"
    assert anna.ok("ask show 1 --json", today="2027-01-26").json["state"] == "promised"
    assert anna.ok("ask show 1 --json", today="2027-01-27").json["state"] == "lapsed"


def test_confirming_twice_at_most(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW}")
    for day in ("2026-12-04", "2026-12-11"):
        anna.ok(["done", anna.number("confirm")], today=day)
    last = anna.ok(["done", anna.number("confirm")], today="2026-12-18")
    assert "--ask 1" in last.err
    assert anna.due() == {}


def test_questions_for_what_is_missing(anna: Program) -> None:
    made = anna.ok(
        "ask anna --how in-person",
        answers=[("In which industry", "dentistry"), ("looking to do what", "retire early")],
    )
    assert "recorded the ask to Anna Weiss" in made.out
    left = anna("ask anna --anyway", answers=[("In which industry", KeyboardInterrupt)])
    assert left.code == 130
    assert len(anna.ok("ask list --json").json) == 1


def test_edit(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --answer promised")
    edited = anna.ok('ask edit 1 --looking-for "retire" --by 2026-12-01 --json').json
    assert "looking to retire?" in edited["words"]
    assert edited["confirm_by"] == "2026-12-01"
    assert anna.due()[("confirm", "Anna Weiss")] == "2026-12-01"
    anna.ok("ask edit 1 --on 2026-11-18")
    assert anna.ok("contact show anna --json").json["last_interaction"] == "2026-11-18"
    assert anna("ask edit 1").code == 2
    assert anna("ask edit 1 --on tomorrow").code == 2


def test_list_and_sheet(anna: Program) -> None:
    anna.ok(f"ask anna {NARROW} --how call --qualities 'who keeps her word'")
    assert anna.ok("ask list").out == (
        "no  on     contact     for                             state\n"
        " 1  today  Anna Weiss  dentistry, sell their practice  pending\n"
    )
    sheet = anna.ok("ask show 1").out
    assert "state      pending" in sheet
    assert "when       today, by phone" in sheet
    assert anna.ok("ask list --contact anna --open --json").json[0]["id"] == 1

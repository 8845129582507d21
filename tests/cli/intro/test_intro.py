"""`refcli intro …`: introductions received."""

import pytest

from tests.support.program import Program

KEYS = [
    "id", "direction", "source", "prospect", "receiver", "on", "rung", "state", "ask", "need",
    "value", "thanks", "thanks_received", "kind", "sources", "prospects", "stale", "asks",
    "thanks_by",
]  # fmt: skip


def test_an_introduction(anna: Program) -> None:
    made = anna.ok(
        'intro anna "Ben Okoye" --for "a payroll" --email ben@o.example --org Okoye --json'
    ).json
    assert list(made) == KEYS
    assert made == {
        "id": 1,
        "direction": "received",
        "source": {"id": 1, "name": "Anna Weiss"},
        "prospect": {"id": 2, "name": "Ben Okoye"},
        "receiver": None,
        "on": "2026-11-20",
        "rung": "told",
        "state": "made",
        "ask": None,
        "need": "a payroll",
        "value": None,
        "thanks": {"made": None, "reached": None, "outcome": None},
        "thanks_received": [],
        "kind": "client",
        "sources": [{"id": 1, "name": "Anna Weiss"}],
        "prospects": [{"id": 2, "name": "Ben Okoye"}],
        "stale": False,
        "asks": [],
        "thanks_by": [
            {
                "contact": {"id": 1, "name": "Anna Weiss"},
                "made": None,
                "reached": None,
                "outcome": None,
            }
        ],
    }
    ben = anna.ok("contact show ben --json").json
    assert (ben["basis"], ben["through"]["name"]) == ("referred", "Anna Weiss")
    assert (ben["emails"], ben["organization"]) == (["ben@o.example"], "Okoye")
    assert anna.due() == {
        ("thank", "Anna Weiss"): "2026-11-21",
        ("reach", "Ben Okoye"): "2026-11-21",
        ("status", "Anna Weiss"): "2026-11-27",
        ("educate", "Anna Weiss"): "2026-11-27",
        ("re-ask", "Anna Weiss"): "2027-02-18",
    }


def test_a_known_prospect_is_completed(anna: Program) -> None:
    anna.ok("contact add Ben Okoye")
    anna.ok("contact add Carla Mendes --basis friend --through anna")
    anna.ok("intro anna ben")
    ben = anna.ok("contact show ben --json").json
    assert (ben["basis"], ben["through"]["id"]) == ("referred", 1)
    anna.ok("intro ben carla")
    carla = anna.ok("contact show carla --json").json
    assert (carla["basis"], carla["through"]["id"]) == ("friend", 1)


def test_a_bare_name_is_no_introduction_yet(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --answer promised")
    anna.ok('intro anna "Ben Okoye" --how name')
    assert anna.ok("intro show ben --json").json["state"] == "named"
    assert anna.ok("ask show 1 --json").json["state"] == "promised"
    assert anna.due() == {
        ("thank", "Anna Weiss"): "2026-11-21",
        ("confirm", "Anna Weiss"): "2026-11-22",
    }
    anna.ok(["done", anna.number("confirm")], today="2026-11-22")
    assert anna.ok("intro show 1 --json").json["state"] == "named"
    assert anna.due()[("confirm", "Anna Weiss")] == "2026-11-29"
    anna.ok(["done", anna.number("confirm"), "--answer", "yes"], today="2026-11-22")
    assert anna.ok("intro show 1 --json").json["state"] == "made"
    assert anna.ok("ask show 1 --json").json["state"] == "introduced"
    assert anna.due()[("reach", "Ben Okoye")] == "2026-11-23"
    assert anna.due()[("thank", "Anna Weiss")] == "2026-11-23"


def test_won_at_once_implies_the_rest(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --how card')
    anna.ok("intro won ben --value 1,250.50 --note signed", today="2026-11-25")
    shown = anna.ok("intro show ben --json").json
    assert (shown["state"], shown["value"]) == ("won", 1250.5)
    assert anna.due() == {
        ("thank", "Anna Weiss"): "2026-11-26",
        ("reciprocate", "Anna Weiss"): "2026-12-09",
    }
    text = anna.ok("intro show ben").out
    assert "made, Wed 25 Nov (implied)" in text
    assert "won, Wed 25 Nov: signed" in text


def test_won_again_replaces_the_value(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("intro won ben --value 100")
    assert anna("intro won ben").code == 1
    again = anna.ok("intro won ben --value 900 --json").json
    assert again["value"] == 900
    assert [kind for kind, _ in anna.due()].count("reciprocate") == 1


@pytest.mark.parametrize("because", ["not-interested", "unreachable", "not-a-fit"])
def test_lost_and_back_again(anna: Program, because: str) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok(f"intro lost ben --because {because}", today="2026-11-25")
    assert anna.ok("intro show ben --json").json["state"] == because
    assert anna.due()[("outcome", "Anna Weiss")] == "2026-11-26"
    assert {"reach", "status", "thank"}.isdisjoint({kind for kind, _ in anna.due()})
    anna.ok("thank anna", today="2026-11-26")
    thanks = anna.ok("intro show ben --json").json["thanks"]
    assert thanks == dict.fromkeys(("made", "reached", "outcome"), "2026-11-26")
    anna.ok("intro reached ben", today="2026-12-01")
    assert anna.due()[("check", "Ben Okoye")] == "2026-12-22"
    assert anna("intro lost ben").code == 2


def test_steps_out_of_order(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    assert "is made on 2026-11-20, so it cannot become made" in anna("intro made ben").err
    anna.ok("intro won ben")
    refused = anna("intro reached ben", today="2026-11-21")
    assert (refused.code, refused.out) == (1, "")
    assert "is won" in refused.err
    early = anna("intro lost 1 --because unreachable --on 2026-11-01")
    assert early.code == 1
    assert anna("intro reached 9").code == 3
    assert anna("intro reached anna").code == 3


def test_a_step_before_the_introduction(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    early = anna("intro reached ben --on 2026-11-01")
    assert early.code == 1
    assert "began on 2026-11-20" in early.err
    anna.ok("intro edit 1 --on 2026-10-30")
    anna.ok("intro reached ben --on 2026-11-01")


def test_a_name_means_the_newest_in_which_the_step_is_possible(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --on 2026-01-01')
    anna.ok("intro won ben --on 2026-02-01")
    anna.ok("contact add Carla --basis friend")
    anna.ok("intro carla ben --on 2026-11-01")
    anna.ok("intro reached ben")
    assert anna.ok("intro show 2 --json").json["state"] == "reached"
    assert anna("intro carla ben").code == 1


def test_history_opens_nothing(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --on 2024-05-01 --history')
    assert anna.due() == {}
    assert "[cooling-off]" not in anna("ask anna --in x --looking-for y --planned +1d").err


def test_late_entries(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --on 2026-09-01')
    assert anna.due() == {
        ("thank", "Anna Weiss"): "2026-09-02",
        ("reach", "Ben Okoye"): "2026-09-02",
        ("re-ask", "Anna Weiss"): "2026-11-30",
    }


def test_reached_already(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --reached')
    assert set(anna.due()) == {
        ("thank", "Anna Weiss"),
        ("check", "Ben Okoye"),
        ("educate", "Anna Weiss"),
        ("re-ask", "Anna Weiss"),
    }
    assert anna.ok("contact show ben --json").json["last_interaction"] == "2026-11-20"


def test_the_promise_was_thanked_for(anna: Program) -> None:
    anna.ok("ask anna --in dentistry --looking-for sell --answer promised")
    anna.ok("thank anna", today="2026-11-21")
    anna.ok('intro anna "Ben Okoye"', today="2026-11-25")
    assert ("thank", "Anna Weiss") not in anna.due()
    assert anna.ok("intro show ben --json").json["thanks"]["made"] == "2026-11-21"


def test_unknown_people(anna: Program) -> None:
    assert anna('intro "Zoe Quist" "Ben Okoye"').code == 3
    assert len(anna.ok("contact list --sort name --json").json) == 1
    added = anna.ok('intro "Zoe Quist" "Ben Okoye"', answers=[("Add Zoe Quist", True)])
    assert "Zoe Quist introduced Ben Okoye" in added.out
    assert anna('intro "Una Pik" "Ben Okoye"', answers=[("Add Una Pik", False)]).code == 3
    assert anna("intro anna anna").code == 2


def test_a_near_match_of_the_prospect(anna: Program) -> None:
    anna.ok('contact add "Ben Okoye"')
    quiet = anna.ok('intro anna "Ben T. Okoye"')
    assert "Ben Okoye (@2)" in quiet.err
    assert len(anna.ok("contact list --sort name --json").json) == 3
    anna.ok("contact add Carla Mendes")
    anna.ok('intro anna "Mendes Carla"', answers=[("one of these", "4")])
    assert len(anna.ok("contact list --sort name --json").json) == 4


def test_the_ask_that_it_answers(anna: Program) -> None:
    anna.ok("contact add Carla --basis friend")
    anna.ok("ask anna --in dentistry --looking-for sell")
    anna.ok("ask carla --in retail --looking-for sell")
    assert anna('intro anna "Ben Okoye" --ask 2').code == 2
    anna.ok('intro anna "Ben Okoye"')
    assert anna.ok("intro show ben --json").json["ask"] == 1
    assert anna.ok("ask show 1 --json").json["state"] == "introduced"
    assert {kind for kind, name in anna.due() if name == "Carla"} == {"confirm"}


def test_list(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok('intro anna "Tom Brandt" --on 2026-11-01')
    anna.ok("intro won tom --value 900")
    assert anna.ok("intro list").out == (
        "no  on         prospect    through          state  value\n"
        " 1  today      Ben Okoye   from Anna Weiss  made\n"
        " 2  Sun 1 Nov  Tom Brandt  from Anna Weiss  won      900\n"
    )
    assert [i["id"] for i in anna.ok("intro list --open --json").json] == [1]
    assert anna.ok("intro list --given --json").json == []
    assert len(anna.ok("intro list --source anna --received --json").json) == 2
    assert anna("intro list --given --received").code == 2


@pytest.mark.parametrize(
    ("first", "then", "state"),
    [
        ("lost ben --because unreachable", "reached ben", "unreachable"),
        ("won ben --value 900", "lost ben --because not-interested", "won"),
        ("bad ben --what rude", "won ben", "bad"),
        ("lost ben --because unreachable", "lost ben --because not-interested", "unreachable"),
    ],
)
def test_what_one_day_tells_otherwise_is_not_guessed(
    anna: Program, first: str, then: str, state: str
) -> None:
    anna.ok('intro anna "Ben Ott"')
    anna.ok(f"intro {first}")
    refused = anna(f"intro {then}")
    assert (refused.code, refused.out) == (1, "")
    assert f"is {state} since that day" in refused.err
    assert f"refcli intro edit 1 --no-step {state}" in refused.err
    assert anna.ok("intro show 1 --json").json["state"] == state
    anna.ok(f"intro edit 1 --no-step {state}")
    anna.ok(f"intro {then}")


def test_steps_on_the_way_are_told_in_any_order(anna: Program) -> None:
    anna.ok('intro anna "Ben Ott" --how name')
    for step in ("won ben", "reached ben", "made ben"):
        anna.ok(f"intro {step}")
    assert anna.ok("intro show 1 --json").json["state"] == "won"


def test_consent_that_was_refused_today_is_not_given_today(anna: Program) -> None:
    anna.ok('contact add "Ute Lang" --basis partner')
    anna.ok("intro give anna ute")
    anna.ok("intro consent 1 no")
    refused = anna("intro consent 1 yes")
    assert refused.code == 1
    assert "is refused-consent since that day" in refused.err
    assert anna.ok("intro show 1 --json").json["state"] == "refused-consent"

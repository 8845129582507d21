"""`refcli intro give`, `consent`, `pass`, `bad`, `repaired`, `tree`."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(anna: Program) -> Program:
    anna.ok('contact add "Ben Okoye" --phone 12345')
    anna.ok('contact add "Carla Mendes" --basis partner')
    return anna


def test_consent_first_and_the_partner_calls(three: Program) -> None:
    proposed = three.ok('intro give ben carla --for "a contract" --json').json
    assert (proposed["direction"], proposed["state"]) == ("given", "proposed")
    assert proposed["source"] is None
    assert proposed["receiver"]["name"] == "Carla Mendes"
    assert three.due() == {("consent", "Ben Okoye"): "2026-11-21"}
    agreed = three.ok("intro consent ben yes", today="2026-11-21")
    assert "make the first call within two days" in agreed.out
    assert "You reach Ben at 12345" in agreed.out
    assert three.due() == {("check", "Carla Mendes"): "2026-11-23"}
    three.ok(["done", three.number("check", "Carla")], today="2026-11-23")
    assert three.due() == {("check", "Ben Okoye"): "2026-11-30"}
    spoken = three.ok("intro reached ben", today="2026-11-25")
    assert "Ben Okoye and Carla Mendes have spoken" in spoken.out
    assert three.ok("log list --contact ben --json").json == []
    assert three.due() == {("check", "Ben Okoye"): "2026-12-09"}
    three.ok("intro won ben --value 300", today="2026-12-01")
    assert three.due() == {}
    three.ok("thank received carla --intro 1", today="2026-12-02")
    three.ok("thank received ben --intro 1", today="2026-12-03")
    shown = three.ok("intro show 1 --json").json
    assert len(shown["thanks_received"]) == 2
    assert shown["value"] == 300


@pytest.mark.parametrize(
    ("option", "state", "kinds"),
    [
        ("--consent yes", "made", {"check"}),
        ("--consent asked", "proposed", {"consent"}),
        ("--consent refused", "refused-consent", set()),
        ("", "proposed", {"consent"}),
    ],
)
def test_consent_as_an_option(three: Program, option: str, state: str, kinds: set[str]) -> None:
    made = three.ok(f"intro give ben carla {option} --json").json
    assert made["state"] == state
    assert {kind for kind, _ in three.due()} == kinds
    listed = three.ok("intro list --given --json").json
    assert [i["state"] for i in listed] == [state]


def test_a_no_ends_it(three: Program) -> None:
    three.ok("intro give ben carla")
    three.ok("intro consent 1 no")
    assert three.ok("intro show 1 --json").json["state"] == "refused-consent"
    assert three.due() == {}
    assert three("intro consent 1 yes").code == 1
    assert three("intro consent 1 perhaps").code == 2
    assert three("intro consent 1").code == 2


def test_done_gives_consent(three: Program) -> None:
    three.ok("intro give ben carla")
    three.ok("done ben", today="2026-11-21")
    assert three.ok("intro show 1 --json").json["state"] == "made"


def test_giving_is_a_favor(three: Program) -> None:
    three.ok('intro carla "Zoe Quist" --on 2026-11-01')
    three.ok("intro won zoe --on 2026-11-05")
    assert ("reciprocate", "Carla Mendes") in three.due()
    three.ok("intro give ben carla --consent yes")
    assert ("reciprocate", "Carla Mendes") not in three.due()


def test_what_is_refused(three: Program) -> None:
    assert three("intro give ben ben").code == 2
    assert three("intro give ben nobody").code == 3
    three.ok("intro give ben carla")
    assert three("intro give ben carla").code == 1
    assert "no story of Carla Mendes" in three.ok("intro give anna carla").err
    three.ok("partner carla --story 'saved a bakery'")
    three.ok('contact add "Dora Lint"')
    assert "no story" not in three.ok("intro give dora carla").err


def test_passing_on_what_does_not_fit(three: Program) -> None:
    three.ok("contact edit anna --tag x")
    three.ok('intro anna "Zoe Quist" --for "a lawyer"')
    three.ok("kit share anna")
    passed = three.ok("intro pass zoe carla --json").json
    assert (passed["direction"], passed["need"]) == ("given", "a lawyer")
    assert three.ok("intro show 1 --json").json["state"] == "not-a-fit"
    due = three.due()
    assert due[("outcome", "Anna Weiss")] == "2026-11-21"
    assert due[("educate", "Anna Weiss")] == "2026-11-21"
    assert due[("consent", "Zoe Quist")] == "2026-11-21"
    assert three("intro pass 2 anna").code == 1


def test_gone_bad_and_repaired(three: Program) -> None:
    three.ok('intro anna "Zoe Quist" --on 2026-06-01')
    three.ok("intro bad zoe --what 'came late' --on 2026-11-20")
    due = three.due()
    assert due[("repair", "Anna Weiss")] == due[("repair", "Zoe Quist")] == "2026-11-21"
    refused = three("ask anna --in dentists --looking-for retire")
    assert "[bad-intro]" in refused.err
    assert three("intro won zoe", today="2026-11-21").code == 1
    three.ok(["done", three.number("repair", "Anna")], today="2026-11-21")
    assert three.ok("intro show 1 --json").json["state"] == "bad"
    three.ok(["done", three.number("repair", "Zoe")], today="2026-11-22")
    assert three.ok("intro show 1 --json").json["state"] == "repaired"
    assert three.due()[("check", "Zoe Quist")] == "2026-12-22"
    assert "came late" in three.ok("intro show 1").out


def test_repaired_by_dropping_one(three: Program) -> None:
    three.ok("intro give ben carla --consent yes")
    three.ok("intro bad ben --what rude")
    assert three("intro repaired ben --drop anna").code == 2
    three.ok("intro repaired ben --drop carla")
    assert three.ok("contact show carla --json").json["status"] == "dropped"
    assert three.due() == {("check", "Ben Okoye"): "2026-12-20"}
    assert three("intro bad ben").code == 2


def test_the_tree(sample: Program) -> None:
    text = sample.ok("intro tree", terminal=80, env={"NO_COLOR": "1"}).out
    assert "Anna Weiss, brought 9,300 EUR" in text
    assert "└─ Dr. Nils Berger: won 5,200 EUR, brought 4,100 EUR" in text
    assert "   └─ Dr. Sara Vos: won 4,100 EUR" in text
    plain = sample.ok("intro tree").out
    assert "└" not in plain
    trees = sample.ok("intro tree --json").json
    totals = [tree["total"] for tree in trees]
    assert totals == sorted(totals, reverse=True)
    everything = sum(i["value"] or 0 for i in sample.ok("intro list --received --json").json)
    assert sum(totals) == everything
    one = sample.ok("intro tree vos").out
    assert one == "came by Anna Weiss → Dr. Nils Berger\nDr. Sara Vos\n"


def test_a_tree_with_a_loop(refcli: Program) -> None:
    refcli.ok("contact add Ann --basis friend")
    refcli.ok("intro ann Bob")
    refcli.ok("intro bob Cid")
    refcli.ok("intro cid ann")
    assert refcli.ok("intro tree").out.count("Ann") == 1
    assert Program(refcli.store.parent / "none.db").ok("intro tree --json").json == []

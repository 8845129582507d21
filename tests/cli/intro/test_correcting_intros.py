"""`refcli intro edit`: any part of it put right, as if it had been told so at first."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(anna: Program) -> Program:
    """A store with Anna, Tom and Eva."""
    anna.ok('contact add "Tom Roth" --basis client')
    anna.ok('contact add "Eva Lind" --basis friend')
    return anna


def _shown(program: Program) -> dict[str, object]:
    """What follows from the facts, by what a person sees of it."""
    shown = dict(program.ok("intro show 1 --json").json)
    return {
        "due": program.due(),
        "intro": shown,
        "bases": {c["name"]: c["basis"] for c in program.ok("contact list --json").json},
        "through": program.ok(f"contact show @{shown['prospect']['id']} --json").json["through"],
        "log": [(i["on"], i["how"]) for i in program.ok("log list --json").json],
    }


@pytest.mark.parametrize(
    ("wrong", "edit", "right"),
    [
        (['intro anna "Ben Ott"'], "--source tom", ['intro tom "Ben Ott"']),
        (['intro anna "Ben Ott"'], "--source anna --source tom", ['intro anna,tom "Ben Ott"']),
        (["intro anna eva"], "--prospect tom", ["intro anna tom"]),
        (["intro anna eva --how name"], "--how told", ["intro anna eva"]),
        (["intro anna eva"], "--how name", ["intro anna eva --how name"]),
        (
            ["intro anna eva --how name", "intro made 1"],
            "--how name --no-step made",
            ["intro anna eva --how name"],
        ),
        (["intro anna eva"], "--kind speaking", ["intro anna eva --kind speaking"]),
        (["intro anna eva"], "--on 2026-11-17", ["intro anna eva --on 2026-11-17"]),
        (
            ["intro anna eva --on 2026-11-10", "intro reached 1"],
            "--step reached --on 2026-11-17",
            ["intro anna eva --on 2026-11-10", "intro reached 1 --on 2026-11-17"],
        ),
        (["intro anna eva", "intro reached 1"], "--no-step reached", ["intro anna eva"]),
        (
            ["intro anna eva", "intro won 1 --value 5"],
            "--no-step won",
            ["intro anna eva --for x", "intro edit 1 --value 5 --for ''"],
        ),
        (["intro give eva tom"], "--receiver anna", ["intro give eva anna"]),
    ],
)
def test_it_comes_out_as_if_told_so(
    three: Program, wrong: list[str], edit: str, right: list[str]
) -> None:
    other = Program(three.store.with_name("other.db"), three.today)
    other.store.write_bytes(three.store.read_bytes())
    for line in wrong:
        three.ok(line)
    before = _shown(three)
    three.ok(f"intro edit 1 {edit}")
    for line in right:
        other.ok(line)
    assert _shown(three) == _shown(other)
    assert "the follow-ups are those of the playbook" in three.ok("doctor").out
    three.ok("undo")
    assert _shown(three) == before


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("", 2, "nothing to change"),
        ("--source anna --source anna", 2, "somebody is named twice"),
        ("--source eva", 2, "somebody is named twice"),
        ("--source nobody", 3, "no contact matches"),
        ("--receiver tom", 2, "intro 1 is one that you received"),
        ("--step won --on yesterday", 1, "intro 1 has no step won; it is reached"),
        ("--step reached", 2, "missing --on"),
        ("--step reached --on 2026-11-18", 1, ""),
        ("--no-step won", 1, "intro 1 has no step won"),
        ("--on 2030-01-01", 2, ""),
    ],
)
def test_what_cannot_be_put_so(three: Program, line: str, code: int, said: str) -> None:
    for told in ("intro anna eva", "intro reached 1"):
        three.ok(told)
    before = _shown(three)
    refused = three(f"intro edit 1 {line}")
    assert (refused.code, refused.out) == (code, ""), refused.err
    assert refused.err.startswith(f"refcli: {said}")
    assert _shown(three) == before


def test_the_only_step_goes_with_the_introduction(three: Program) -> None:
    three.ok("intro anna eva")
    refused = three("intro edit 1 --no-step made")
    assert refused.code == 1
    assert "made is all that intro 1 has" in refused.err
    assert "refcli intro delete 1" in refused.err


def test_a_given_one_has_no_source(three: Program) -> None:
    three.ok("intro give eva tom")
    assert "intro 1 is one that you gave" in three("intro edit 1 --source anna").err


def test_another_prospect_takes_the_exchange_and_whom_they_are_known_through(
    refcli: Program,
) -> None:
    refcli.ok("contact add -", stdin="Anna Weber\nGus Held\nLena Fuchs\n")
    refcli.ok("intro anna gus", today="2026-03-02")
    refcli.ok("intro reached gus --how call", today="2026-03-03")
    before = refcli.ok("contact list --json", today="2026-03-05").json
    told = refcli.ok("intro edit 1 --prospect lena", today="2026-03-05").out
    assert "Gus Held is not known through Anna Weber any more\n" in told
    assert "changed interaction 1: Lena Fuchs, Tue 3 Mar\n" in told
    [exchange] = refcli.ok("log list --json").json
    assert [who["name"] for who in exchange["contacts"]] == ["Lena Fuchs"]
    gus = refcli.ok("contact show gus --json").json
    lena = refcli.ok("contact show lena --json").json
    assert (gus["through"], gus["last_interaction"]) == (None, None)
    assert (lena["through"]["name"], lena["last_interaction"]) == ("Anna Weber", "2026-03-03")
    assert refcli("doctor").code == 0
    refcli.ok("undo")
    assert refcli.ok("contact list --json", today="2026-03-05").json == before
    assert refcli.ok("log list --json").json[0]["contacts"][0]["name"] == "Gus Held"


def test_whoever_brought_them_is_named_as_it_was(refcli: Program) -> None:
    refcli.ok("contact add -", stdin="Anna Weber\nGus Held\nLena Fuchs\nTom Roth\n")
    refcli.ok("intro anna gus")
    told = refcli.ok("intro edit 1 --prospect lena --source tom").out
    assert "Gus Held is not known through Anna Weber any more\n" in told
    assert refcli.ok("contact show gus --json").json["through"] is None
    assert refcli.ok("contact show lena --json").json["through"]["name"] == "Tom Roth"


def test_who_came_by_two_is_known_through_the_other(refcli: Program) -> None:
    refcli.ok("contact add -", stdin="Anna Weber\nGus Held\nTom Roth\n")
    refcli.ok("intro anna gus --on 2026-11-01")
    refcli.ok("intro tom gus --separate")
    refcli.ok("intro delete 1")
    assert refcli.ok("contact show gus --json").json["through"]["name"] == "Tom Roth"


def test_a_deleted_introduction_is_how_nobody_is_known(refcli: Program) -> None:
    refcli.ok("contact add -", stdin="Anna Weber\nGus Held\n")
    refcli.ok("intro anna gus --on 2026-10-01")
    refcli.ok("intro lost 1 --because not-interested --on 2026-10-05")
    refcli.ok("intro anna gus")
    refcli.ok("intro delete 2")
    assert refcli.ok("contact show gus --json").json["through"]["name"] == "Anna Weber"
    assert "not known through" in refcli.ok("intro delete 1").out
    assert refcli.ok("contact show gus --json").json["through"] is None


def test_through_whom_was_told_by_another_stays(refcli: Program) -> None:
    refcli.ok("contact add -", stdin="Anna Weber\nGus Held\nTom Roth\n")
    refcli.ok("contact edit gus --through tom")
    refcli.ok("intro anna gus")
    assert "not known through" not in refcli.ok("intro delete 1").out
    assert refcli.ok("contact show gus --json").json["through"]["name"] == "Tom Roth"

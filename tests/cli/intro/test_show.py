"""What `intro show` says of thanks."""

from tests.support.program import Program


def test_thanks_for_the_promise_are_called_so(anna: Program) -> None:
    for day, line in (
        ("2026-11-20", "ask anna --in law --looking-for sell --answer promised"),
        ("2026-11-21", "thank anna"),
        ("2026-11-25", 'intro anna "Elena Krause"'),
    ):
        anna.today = day
        anna.ok(line)
    assert "  ✓ for the promise, Sat 21 Nov\n" in anna.ok("intro show 1").out


def test_what_is_printed_to_be_typed_means_the_introduction_that_it_is_about(
    refcli: Program,
) -> None:
    for who in ("Imran Shah --basis partner", "Higgs --basis client", "Greg Pit --basis client"):
        refcli.ok(f"contact add {who}")
    refcli.ok('intro give greg imran --for "a mortgage" --consent yes')
    refcli.ok('intro higgs "Greg Pit" --separate')
    told = refcli.ok("done imran --answer yes", today="2026-12-01")
    assert "refcli intro won 1 --value" in told.err
    refcli.ok("intro won 1 --value 1200", today="2026-12-01")
    assert refcli.ok("intro show 2 --json").json["state"] != "won"


def test_the_tree_counts_what_was_won(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("intro edit 1 --value 500")
    anna.ok("intro lost ben --because not-interested")
    assert "500" not in anna.ok("intro tree").out
    anna.ok("intro edit 1 --no-step not-interested")
    anna.ok("intro won ben --value 700")
    assert "700" in anna.ok("intro tree").out


def test_consent_of_somebody_who_died_is_kept_without_words(anna: Program) -> None:
    anna.ok("contact add Zoe Pim")
    anna.ok("contact add Ute Lang --basis partner")
    anna.ok('intro give zoe ute --for "a divorce"')
    anna.ok("contact drop zoe --because died")
    told = anna.ok("intro consent 1 yes")
    assert "Zoe Pim died, so nothing is written to them" in told.err


def test_nobody_is_asked_whether_they_called_the_dead(anna: Program) -> None:
    anna.ok("contact add Zoe Pim")
    anna.ok("contact add Ute Lang --basis partner")
    anna.ok('intro give zoe ute --for "a divorce" --consent yes')
    anna.ok('intro anna "Zoe Pim" --how name')
    asked = "Ask Ute Lang whether they have called Zoe Pim"
    assert asked in anna.ok("followup list --all").out
    told = anna.ok("contact drop zoe --because died").out
    assert f"dropped: {asked}" in told
    assert "dropped: Ask Anna Weiss to introduce you to Zoe Pim" in told
    assert "Zoe" not in anna.ok("followup list --all").out
    assert "the follow-ups are those of the playbook" in anna.ok("doctor").out
    anna.ok("undo")
    assert asked in anna.ok("followup list --all").out

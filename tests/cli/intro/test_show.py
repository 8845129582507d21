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

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

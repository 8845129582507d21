"""What a restore in another shell makes of the numbers that somebody is looking at."""

from collections.abc import Callable

from tests.support.program import Program


def restored(program: Program, *lines: str) -> Callable[[], None]:
    """Back up what is there now; when called, it is put back, and the lines are told after it."""
    backup = str(program.store.parent.parent / "before.db")
    program.ok(["backup", backup])

    def restore() -> None:
        program.ok(["restore", backup, "--yes"])
        for line in lines:
            program.ok(line)

    return restore

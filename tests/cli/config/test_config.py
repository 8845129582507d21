"""`refcli config unset`."""

from tests.support.program import Program


def test_unset_brings_the_default_back(refcli: Program) -> None:
    default = refcli.ok("config get pace.day").out
    refcli.ok("config set pace.day 5")
    assert refcli.ok("config unset pace.day").out == f"pace.day is {default}"
    assert refcli.ok("config get pace.day").out == default
    refcli.ok("undo")
    assert refcli.ok("config get pace.day").out == "5\n"
    refcli.ok("redo")
    assert refcli.ok("config unset pace.day").out == f"pace.day is {default}"
    assert refcli("config unset nothing").code == 2

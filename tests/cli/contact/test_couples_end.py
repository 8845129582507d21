"""Of a couple one dies: what the program prints makes the other a person again."""

import shlex

from tests.support.program import Program


def test_the_commands_that_are_printed_leave_a_person_without_a_wedding_day(
    refcli: Program,
) -> None:
    refcli.ok('contact add "Kai and Lea Brandt" --is couple --basis client')
    refcli.ok('contact date "Kai and Lea Brandt" "wedding anniversary" "3 dec"')
    refcli.ok('contact date "Kai and Lea Brandt" birthday "5 dec"')
    hint = refcli("contact drop Kai --because died").err.partition("hint: ")[2]
    first, _, rest = hint.partition(", then: ")
    second = rest.partition("; ")[0].replace("FIRST LAST", "Lea Brandt")
    for line in (first, second):
        refcli.ok(shlex.split(line.strip().removeprefix("refcli ")))
    lea = refcli.ok("contact show lea --json").json
    assert (lea["name"], lea["is"]) == ("Lea Brandt", "person")
    due = refcli.ok("due --within 30").out
    assert "birthday" in due
    assert "anniversary" not in due

"""A small practice whose figures were counted by hand."""

import pytest

from tests.support.program import Program

# Three sources, five asks, five introductions; today is Friday 20 November 2026.
STORY = """
contact add Anna Weiss --basis client --since 2024-01-10 --industry dentistry --tier A
contact add Bert Blum --basis friend --since 2020-05-01
contact add Cora Lind --basis partner --since 2023-02-01
contact add Dan Ode --basis client --since 2023-02-01 --industry dentistry
contact add Eva Roth --basis other
kit target Dentists --in dentistry --looking-for "open a second practice"
ask anna --target dentists --on 2026-03-02 --answer promised
intro anna "Pia One" --on 2026-03-05 --how written
thank anna --on 2026-03-06 --how note
intro reached "Pia One" --on 2026-03-08
intro won "Pia One" --value 5000 --on 2026-04-01
thank anna --on 2026-04-10 --how call
ask bert --target dentists --on 2026-05-04 --how email --answer declined
ask cora --in "law firms" --looking-for "sell" --on 2026-06-01 --answer promised
intro cora "Quin Two" --on 2026-06-10 --how told
ask dan --in "law firms" --looking-for "grow" --on 2026-07-01 --how email
ask bert --target dentists --on 2026-11-10 --answer promised --anyway
intro cora "Rita Three" --on 2026-11-01 --how name
intro anna "Sam Four" --on 2026-10-01 --how met
intro lost "Sam Four" --because not-a-fit --on 2026-10-05
""".strip().splitlines()


@pytest.fixture
def practice(refcli: Program) -> Program:
    for line in STORY:
        refcli.ok(line)
    return refcli

"""A death in whatever words it is told: nobody is asked of the dead, or told how it goes."""

import pytest

from tests.support.program import Program


@pytest.fixture
def known(refcli: Program) -> Program:
    refcli.today = "2026-03-02"
    refcli.ok('contact add "Anna Weber" --basis client')
    refcli.ok('intro anna "Gina Ruiz"')
    return refcli


@pytest.mark.parametrize(
    "because",
    [
        *("died", "Died", "passed away", "she passed away", "passed away last week", "dead"),
        *("has died", "she died in March", "died suddenly", "died of cancer", "sadly died"),
        *("died 3 March", "deceased", "death", "RIP", "r.i.p.", "Anna died", "gestorben"),
        *("Anna Weber passed away in May", "she is dead", "was killed in a crash", "died (covid)"),
        *("took her own life", "lost her long fight with cancer", "† 1 March", "est décédée"),
    ],
)
def test_a_death_is_one_however_it_is_told(known: Program, because: str) -> None:
    told = known.ok(["contact", "drop", "anna", "--because", because])
    assert "if they died" not in told.err
    assert because in told.out
    assert known.ok("contact show anna --json").json["status"] == "deceased"
    assert "Anna Weber" in known.ok("contact list --status deceased").out
    assert not [kind for kind, name in known.due() if name == "Anna Weber"]
    assert known("doctor").code == 0
    known.ok("undo")
    assert known.ok("contact show anna --json").json["status"] == "active"


@pytest.mark.parametrize(
    "because",
    [
        *("his wife died", "death in the family", "dead lead", "death of her father", "passed"),
        *("passed on to a rival", "dead to me", "retired", "moved abroad", "no longer alive"),
        *("no longer with us", "we lost her in March", "overleden"),
    ],
)
def test_another_end_says_the_line_for_a_death(known: Program, because: str) -> None:
    told = known.ok(["contact", "drop", "anna", "--because", because])
    assert known.ok("contact show anna --json").json["status"] == "dropped"
    assert ("thank", "Anna Weber") in known.due()
    assert told.err == 'if they died: refcli contact drop "Anna Weber" --because died\n'
    known.ok('contact drop "Anna Weber" --because died')
    assert known.ok("contact show anna --json").json["status"] == "deceased"


def test_nobody_is_introduced_who_died(known: Program) -> None:
    known.ok("contact add 'Tom Brandt'")
    known.ok("contact drop tom --because 'passed away'")
    told = known("intro anna tom")
    assert (told.code, told.out) == (1, "")
    assert told.err == (
        "refcli: Tom Brandt died, as you noted, and nothing was changed\nhint: somebody else by"
        ' their whole name; if they live: refcli contact restore "Tom Brandt"\n'
    )
    assert known.ok("contact show tom --json").json["status"] == "deceased"


def test_an_exchange_with_the_dead_is_kept_and_asked_about(known: Program) -> None:
    known.ok("contact drop anna --because died")
    told = known.ok("log met anna and gina")
    assert told.out.startswith("logged Anna Weber and Gina Ruiz")
    assert told.err.startswith(
        "Anna Weber died, as you noted; if it was somebody else: refcli log edit 1 --with NAME;"
        ' if they live: refcli contact restore "Anna Weber"\n'
    )
    known.ok("log edit 1 --with gina")
    known.ok('contact restore "Anna Weber"')
    assert "died" not in known.ok("log met anna").err

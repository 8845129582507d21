"""Who came through whom never runs in a circle."""

from pathlib import Path

import pytest

from tests.support.program import Program


@pytest.fixture
def three(refcli: Program) -> Program:
    """Bea came through Abe, and Cid through Bea."""
    refcli.ok("contact add Abe Stone")
    refcli.ok("contact add Bea Hill --through Abe")
    refcli.ok("contact add Cid Moor --through Bea")
    return refcli


def through(program: Program, name: str) -> str | None:
    found = program.ok(f"contact show {name} --json").json["through"]
    return None if found is None else str(found["name"])


@pytest.mark.parametrize("source", ["Bea Hill", "Cid Moor"])
def test_a_circle_is_refused(three: Program, source: str) -> None:
    result = three(["contact", "edit", "Abe", "--through", source])
    assert (result.code, result.out) == (1, "")
    assert result.err.splitlines() == [
        f"refcli: {source} came through Abe Stone, so Abe Stone cannot have come through them",
        f'hint: see who led to whom: refcli intro tree "{source}"',
    ]
    assert through(three, "Abe") is None


def test_nobody_comes_through_themselves(three: Program) -> None:
    result = three("contact edit Abe --through Abe")
    assert (result.code, through(three, "Abe")) == (2, None)


def test_another_way_round_is_fine(three: Program) -> None:
    three.ok("contact edit Cid --through Abe")
    assert through(three, "Cid") == "Abe Stone"


def test_an_introduction_leaves_empty_what_would_close_the_circle(three: Program) -> None:
    three.ok("intro Cid Abe")
    assert through(three, "Abe") is None
    assert "Abe Stone" in three.ok("intro tree Cid").out


def test_an_import_leaves_it_empty_and_says_so(three: Program, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,Introduced by\nAbe Stone,Cid Moor\nDan West,Cid Moor\n", encoding="utf-8")
    result = three(["import", str(file), "--map", "Name=name,Introduced by=through"])
    assert through(three, "Dan") == "Cid Moor"
    assert through(three, "Abe") is None
    assert "Abe Stone" in result.out + result.err

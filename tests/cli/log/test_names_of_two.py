"""A new person whose first name is one contact's and whose surname is another's."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(refcli: Program) -> Program:
    for name in ("Tom Brandt", "Hanna Berg", "Ruth Adler"):
        refcli.ok(["contact", "add", name])
    return refcli


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ('log "lunch with Tom Berg and Ruth about tax"', "Tom Berg"),
        ('log "lunch with tom berg and ruth"', "tom berg"),
        ('log "Tom Berg called"', "Tom Berg"),
        ('log "lunch with Tim Berg and Ruth"', "Tim Berg"),
        ("meet Tom Berg friday", "Tom Berg"),
    ],
)
def test_is_neither_of_them(three: Program, line: str, who: str) -> None:
    refused = three(line)
    assert (refused.code, refused.out) == (3, "")
    assert f"no contact matches '{who}'" in refused.err
    assert three.ok("log list --json").json == []
    assert three.ok("meet list --json").json == []


def test_those_who_are_told_apart_are_all_there(three: Program) -> None:
    said = three.ok('log "lunch with Tom, Hanna and Ruth"').out
    assert said.startswith("logged Tom Brandt, Hanna Berg and Ruth Adler")

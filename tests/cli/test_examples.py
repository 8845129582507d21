"""The examples of every command's help are there, and do what they say on the sample practice."""

import shlex
from pathlib import Path

import pytest

from refcli.cli.frame.examples import EXAMPLES
from refcli.cli.frame.registry import COMMANDS
from tests.support.program import Program

# What has to be there first.
FIRST = {
    "intro consent": "intro give 'Bea Olsen' carla --consent asked",
    "intro repaired": "intro bad 17 --what 'never called' --fault me",
    "campaign start": "campaign end",
    "redo": "undo",
    "undo": "log 'lunch with anna'",
    "restore": "backup copy.db",
    "words reset": "words edit thank --from my.txt",
}
# These ask their questions on a terminal, and say so elsewhere.
DIALOGUES = {
    *("followup catchup", "talk", "debrief", "partner interview", "contact sort", "restore"),
    *("words edit", "desk"),
}
LINES = [(name, line) for name, lines in EXAMPLES.items() for line in lines]


def test_every_command_has_examples() -> None:
    assert set(EXAMPLES) == {" ".join(spec.path) for spec in COMMANDS if not spec.hidden}
    # These take nothing: there is one way to type them.
    alone = {"followup catchup", "contact sort", "desk"}
    assert {name for name, lines in EXAMPLES.items() if len(lines) < 2} == alone


@pytest.mark.parametrize(("name", "line"), LINES, ids=[line for _, line in LINES])
def test_an_example_works(
    sample: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "contacts.csv").write_text("Name,Email\nAnn Lee,a@x.example\n,b@x.example\n")
    (tmp_path / "my.txt").write_text("Thank you!")
    if name in FIRST:
        sample.ok(FIRST[name])
    program, *argv = shlex.split(line)
    assert program == "refcli"
    done = sample(argv)
    assert done.code in ((0, 2) if name in DIALOGUES else (0,)), done.err
    assert not done.code or any(word in done.err for word in ("terminal", "--yes", "EDITOR"))


def test_help_shows_them(refcli: Program) -> None:
    told = refcli.ok("contact tie --help").out
    assert "Examples:" in told
    for line in EXAMPLES["contact tie"]:
        assert line in told

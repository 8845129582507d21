"""What each command imports: modules are the guard of speed, not milliseconds."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from refcli.cli.frame.registry import COMMANDS, GROUPS, CommandSpec
from tests.support.program import Program

SOURCE = Path(__file__).parents[2] / "src" / "refcli"
WRITE_LANE = ("sqlmodel", "sqlalchemy", "pydantic", "questionary", "prompt_toolkit")
REPORT = (
    "import sys, json, io; from refcli.cli.frame.main import main, Streams; import os;"
    "code = main(sys.argv[1:], os.environ, Streams(sys.stdin, sys.stdout, sys.stderr));"
    "sys.stderr.write('\\nMODULES ' + json.dumps([code, sorted(sys.modules)]))"
)
READS = (
    "due",
    "due --count",
    "help all",
    "due --json",
    "followup list --all",
    "log list",
    "meet list",
    "log list --json",
    "ask list",
    "ask show 1",
    "ask who",
    "ask who --why anna",
    "ask draft anna --in x --looking-for y",
    "prep anna",
    "kit show",
    "kit targets",
    "write maya",
    "words list",
    "words show thank",
    "words try thank maya",
    "kit export OUT.md",
    "thank draft anna",
    "intro tree",
    "reciprocate ideas anna",
    "reciprocate pairs",
    "path dentistry",
    "reciprocate balance",
    "reciprocate list",
    "config try cadence.B=30",
    "testimonial list",
    "testimonial export OUT.md",
    "partner card anna",
    "partner list",
    "partner suggest",
    "campaign show",
    "campaign list",
    "review funnel",
    "review sources",
    "review champions",
    "review asks",
    "review thanks",
    "review gaps",
    "review export OUT.md",
    "intro list",
    "intro show 1",
    "thank list",
    "thank list --owed",
    "engagement list",
    "contact list",
    "contact show anna",
    "contact show anna --json",
    "contact timeline anna",
    "contact dates",
    "contact find weiss",
    "contact dupes",
    "contact anna",
    "export - --format json",
    "export - --format csv",
    "export - --format vcf",
    "export - --contact anna",
    "history",
    "backup",
    "config list",
    "config get currency",
    "--version",
    "",
)


def modules(store: Path, line: str) -> set[str]:
    env = {**os.environ, "REFCLI_STORE": str(store)}
    done = subprocess.run(
        [sys.executable, "-c", REPORT, *line.replace("OUT", f"{store}.out").split()],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    code, names = json.loads(done.stderr.rpartition("MODULES ")[2])
    assert code == 0, (line, done.stdout, done.stderr)
    return set(names)


@pytest.mark.parametrize("line", READS)
def test_no_read_loads_the_write_lane_or_draws_in_a_pipe(sample: Program, line: str) -> None:
    loaded = modules(sample.store, line)
    assert not loaded & {
        *WRITE_LANE,
        "rich",
        "textual",
        "dateutil",
        "platformdirs",
        "importlib.metadata",
    }
    assert not loaded & {"jinja2", "email.message"}, "no template, nothing sent"
    is_replay = "refcli.domain.obligations.replay" in loaded
    assert is_replay or "dataclasses" not in loaded, "what a read hands out is a named tuple"


def _sources(spec: CommandSpec) -> str:
    """The command's own module, and those of the commands' rooms that it imports."""
    text = _text(spec.module)
    shared = re.findall(r"from (refcli\.cli\.commands[\w.]*) import", text)
    return "".join([text, *map(_text, shared)])


def _text(module: str) -> str:
    return (SOURCE.parent / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8")


def test_every_read_command_is_covered() -> None:
    covered = {
        spec.path
        for line in READS
        for spec in COMMANDS
        if tuple(line.split())[: len(spec.path)] == spec.path
    }
    for spec in COMMANDS:
        writes = re.search(r"refcli\.write|put_in_place", _sources(spec)) is not None
        # The desk types the others.
        assert writes or spec.path in covered or spec.path == ("desk",), spec.path


def test_help_loads_no_command() -> None:
    loaded = modules(Path("none.db"), "--help")
    assert not {name for name in loaded if name.startswith("refcli.cli.commands.")}
    assert not loaded & set(WRITE_LANE)


def test_a_write_loads_neither_questions_nor_pictures(anna: Program) -> None:
    loaded = modules(anna.store, "log lunch with anna")
    assert "sqlmodel" in loaded
    assert not loaded & {"questionary", "prompt_toolkit", "rich", "textual"}


@pytest.mark.parametrize(
    ("line", "most"), [("thank anna", 71), ("ask who", 55), ("log lunch with anna", 106)]
)
def test_a_command_loads_no_more_of_us_than_it_needs(sample: Program, line: str, most: int) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "refcli", *line.split()],
        env={**os.environ, "REFCLI_STORE": str(sample.store)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(set(re.findall(r"\| +(refcli[\w.]*)$", done.stderr, re.MULTILINE))) <= most


def test_the_registry_is_whole() -> None:
    groups = {spec.name: spec for spec in GROUPS}
    paths = [spec.path for spec in COMMANDS]
    assert len(set(paths)) == len(paths)
    assert {path[0] for path in paths if len(path) > 1} == set(groups)
    for name, spec in groups.items():
        assert (name, spec.default) in paths


def test_rooms_keep_their_size() -> None:
    sizes = {p: len(p.read_text(encoding="utf-8").splitlines()) for p in SOURCE.rglob("*.py")}
    assert {str(p): n for p, n in sizes.items() if n > 350} == {}
    ordered = sorted(sizes.values())
    assert ordered[len(ordered) // 2] < 120

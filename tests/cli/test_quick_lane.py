"""The quick lane answers exactly as the full one, and imports next to nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from refcli.cli.frame.quick import answer
from refcli.cli.frame.registry import COMMANDS
from refcli.cli.frame.verbs import GROUP_VERBS, NAME_COMMANDS, NAME_VERBS, VERBS
from tests.support.program import Program

FULL = (
    "import sys, os; from refcli.cli.frame.main import main, Streams;"
    "sys.exit(main(sys.argv[1:], os.environ, Streams(sys.stdin, sys.stdout, sys.stderr)))"
)
QUICK = "import sys; from refcli.__main__ import run; sys.argv[0] = 'refcli'; run()"
SHAPES = ("due", "due --count")
DAYS = ("2025-01-01", "2026-11-20", "2026-11-24", "2027-06-01")


def both(program: Program, line: str, width: int | None, **env: str) -> tuple[str | None, str]:
    """(what the quick lane says, what the full lane says)."""
    given = {"REFCLI_STORE": str(program.store), "REFCLI_TODAY": program.today, **env}
    if width:
        given |= {"COLUMNS": str(width), "TERM": "xterm"}
    quick = answer(line.split(), given, is_terminal=width is not None)
    full = program(line, terminal=width, env={"REFCLI_TODAY": program.today, **env})
    return quick, full.out


@pytest.mark.parametrize("line", SHAPES)
@pytest.mark.parametrize("width", [None, 20, 40, 80, 120])
@pytest.mark.parametrize("day", DAYS)
def test_both_lanes_say_the_same(sample: Program, line: str, width: int | None, day: str) -> None:
    sample.today = day
    for env in ({}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}):
        quick, full = both(sample, line, width, **env)
        assert quick == full


@pytest.mark.parametrize("width", [None, 30, 80])
def test_on_odd_stores(refcli: Program, width: int | None) -> None:
    refcli.ok(["contact", "add", "王小明李小龙 \u202eevil", "--basis", "friend", "--tier", "A"])
    refcli.ok("config set weight.keep-in-touch 99")
    for line in (
        'followup @1 "[bold]x[/bold] :smile: é" --due yesterday',
        "intro @1 Pia --phone +4930123",
    ):
        refcli.ok(line)
    for day in ("2026-11-20", "2026-12-30"):
        refcli.today = day
        for line in SHAPES:
            quick, full = both(refcli, line, width)
            assert quick == full
    refcli.ok("undo")
    refcli.ok("undo")
    quick, full = both(refcli, "due", width)
    assert quick == full
    assert "Wed 30 Dec: 1 to do" in full


def test_doubts_are_left_to_the_full_lane(anna: Program, tmp_path: Path) -> None:
    env = {"REFCLI_STORE": str(anna.store), "REFCLI_TODAY": "2026-11-20"}

    def quick(line: str, **more: str) -> str | None:
        return answer(line.split(), {**env, **more}, is_terminal=False)

    assert quick("due") is not None
    for line in ("due --all", "due --json", "", "ask who", "--store x due", "due --count --kind x"):
        assert quick(line) is None, line
    assert quick("due", REFCLI_TODAY="soon") is None
    assert quick("due", REFCLI_STORE=str(tmp_path / "none.db")) is None
    (tmp_path / "foreign.db").write_bytes(b"hello" * 100)
    assert quick("due", REFCLI_STORE=str(tmp_path / "foreign.db")) is None
    old = Path(__file__).parents[1] / "store" / "fixtures" / "schema-1.db"
    shutil.copyfile(old, tmp_path / "old.db")
    assert quick("due", REFCLI_STORE=str(tmp_path / "old.db")) is None
    # What a crash left half written: the full lane heals it.
    Path(f"{anna.store}-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4096))
    assert quick("due") in (None, anna.ok("due").out)


def run(code: str, program: Program, *argv: str, **env: str) -> tuple[int, str]:
    given = {
        **{k: v for k, v in os.environ.items() if k != "COLUMNS"},
        "REFCLI_STORE": str(program.store),
        "REFCLI_TODAY": program.today,
        "PYTHONIOENCODING": "utf-8",
        **env,
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *argv], env=given, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


COMPLETIONS = [
    ("complete_bash", {"COMP_WORDS": f"refcli {words}", "COMP_CWORD": str(number)})
    for words, number in (
        ("prep an", 2),
        ("prep Í", 2),
        ("prep", 2),
        ("prep zzz", 2),
        ("debrief T", 2),
        ("due an", 2),
        ("", 1),
        ("re", 1),
        ("d", 1),
        ("zzz", 1),
        ("ask a", 2),
        ("ask zzz", 2),
        ("contact show an", 3),
        ("contact show anna w", 4),
        ("ask anna --in", 3),
        ("kit a", 2),
        ("intro made ", 3),
    )
] + [
    ("complete_zsh", {"_TYPER_COMPLETE_ARGS": words})
    for words in (
        *("refcli prep an", "refcli prep ", "refcli debrief Ï", "refcli pr", "refcli ask a"),
        *("refcli ask an", "refcli thank ma", "refcli contact show an"),
    )
]


@pytest.mark.parametrize(("shell", "env"), COMPLETIONS)
def test_names_are_completed_as_by_the_full_lane(
    sample: Program, shell: str, env: dict[str, str]
) -> None:
    sample.ok('contact add "Íñigo Ï"')
    sample.ok(["contact", "add", "Angus O'Neill: $(touch x) `y` \\"])
    sample.ok(["contact", "add", "Anton Wow!"])
    env = {"_REFCLI_COMPLETE": shell, **env}
    quick = run(QUICK, sample, **env)
    full = run(FULL, sample, **env)
    assert quick == full


def test_the_version_is_that_of_the_full_lane(refcli: Program) -> None:
    assert run(QUICK, refcli, "--version") == run(FULL, refcli, "--version")
    assert not refcli.store.exists()


def test_the_verbs_are_those_of_the_registry() -> None:
    assert list(VERBS) == list(dict.fromkeys(spec.path[0] for spec in COMMANDS))


@pytest.mark.parametrize("group", GROUP_VERBS)
def test_the_verbs_of_a_group_are_those_of_the_registry(group: str) -> None:
    known = [spec.path[1] for spec in COMMANDS if spec.path[0] == group and not spec.hidden]
    assert list(GROUP_VERBS[group]) == known


NAME_PATHS = [
    *NAME_COMMANDS,
    *GROUP_VERBS,
    *(f"{group} {verb}" for group, verbs in NAME_VERBS.items() for verb in verbs),
]


@pytest.mark.parametrize("path", NAME_PATHS)
def test_after_each_verb_the_same_names_as_by_the_full_lane(sample: Program, path: str) -> None:
    words = f"refcli {path} a"
    asked = {
        "_REFCLI_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    quick = answer([], {**asked, "REFCLI_STORE": str(sample.store)}, is_terminal=False)
    assert quick is not None
    assert "Anna\\ Weiss" in quick
    assert run(FULL, sample, **asked) == (0, quick)


HEAVY = {
    *("typer", "rich", "pydantic", "sqlalchemy", "sqlmodel", "dateutil", "importlib.metadata"),
    *("dataclasses", "typing", "re", "platformdirs", "enum", "json", "pathlib", "inspect"),
}


@pytest.mark.parametrize("argv", [("due",), ("due", "--count"), ("--version",)])
def test_it_imports_next_to_nothing(sample: Program, argv: tuple[str, ...]) -> None:
    report = (
        "import sys, atexit, os\n"
        "before = set(sys.modules)\n"
        "def tell():\n"
        "    sys.stderr.flush(); import json\n"
        "    os.write(2, ('MODULES' + json.dumps(sorted(found))).encode())\n"
        "from refcli.__main__ import run\n"
        "sys.argv[0] = 'refcli'\n"
        "try:\n    run()\n"
        "except SystemExit:\n    found = set(sys.modules) - before; tell()\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", report, *argv],
        env={"REFCLI_STORE": str(sample.store), "REFCLI_TODAY": sample.today, "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(json.loads(done.stderr.partition("MODULES")[2]))
    assert len(loaded) < 42, sorted(loaded)
    assert not {name for name in loaded if name.partition(".")[0] in HEAVY}

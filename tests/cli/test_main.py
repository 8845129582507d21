"""`main`: exit codes, streams, help, settings, and what never happens."""

import errno
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from refcli import __version__
from refcli.cli.frame.main import Streams, main
from refcli.cli.frame.registry import COMMANDS, GROUPS, CommandSpec, GroupSpec
from tests.support.program import Program


def test_version_and_help(refcli: Program) -> None:
    assert refcli.ok("--version").out == f"refcli {__version__}\n"
    text = refcli.ok("--help").out
    for spec in COMMANDS:
        assert re.search(rf"\b{spec.path[0]}\b", text), spec.path[0]
    lines = text.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80
    assert [line.split()[0] for line in lines[4:8]] == ["due", "log", "done", "ask"]
    assert refcli.ok("help").out == refcli.ok("-h").out == text
    assert not set(text) & set("╭─│╰")


EXPLAINED = [spec for spec in COMMANDS if spec.path != ("help",)]


@pytest.mark.parametrize("spec", EXPLAINED, ids=lambda spec: " ".join(spec.path))
def test_every_command_explains_itself(refcli: Program, spec: CommandSpec) -> None:
    result = refcli.ok([*spec.path, "--help"])
    assert f"Usage: refcli {' '.join(spec.path)}" in result.out
    assert not refcli.store.exists()
    lines = result.out.splitlines()
    # A line to type stays whole; of the others each fits, and no word is broken at its hyphen.
    told = lines[: [*lines, "Examples:"].index("Examples:")]
    assert max(map(len, told)) <= 80
    assert [line for line in told if re.search(r"\w-$", line)] == []
    assert "1000000000" not in result.out


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_every_group_explains_itself(refcli: Program, group: GroupSpec) -> None:
    assert f"Usage: refcli {group.name}" in refcli.ok([group.name, "--help"]).out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("dew", "no such command 'dew'. Did you mean"),
        ("due --nonsense", "no such option: --nonsense"),
        ("due --within x", "--within"),
        ("meet cancel anna", "'anna' is not a number\nhint: refcli --help, or refcli meet"),
        ("tiemline anna", "no such command 'tiemline'\nhint: refcli --help\n"),
        ("thank anna --how wave", "--how"),
        ("config set pace.day 0", "from 1 to 1000"),
        ("config set nonsense 1", "no such setting"),
        ("config get cadence", "cadence.A"),
        ("config set me.emails nowhere", "not an e-mail address"),
    ],
)
def test_a_wrong_call_is_one_line_and_a_hint(anna: Program, line: str, said: str) -> None:
    result = anna(line)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith("refcli: ")
    assert len(result.err.splitlines()) <= 2


def test_today_is_told(refcli: Program) -> None:
    refcli.ok("contact add Anna")
    refcli.ok("followup anna x --due 2026-12-24")
    assert refcli.ok("due --count", env={"REFCLI_TODAY": "2026-12-24"}).out == "1\n"
    assert refcli("due", env={"REFCLI_TODAY": "christmas"}).code == 2


def test_which_store(refcli: Program, tmp_path: Path) -> None:
    refcli.ok(["--store", str(tmp_path / "b.db"), "contact", "add", "Anna"])
    assert not refcli.store.exists()
    env = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    streams = Streams(io.StringIO(), io.StringIO(), io.StringIO())
    assert main(["contact", "add", "Ben"], env, streams) == 0
    assert (tmp_path / "data" / "refcli" / "refcli.db").exists() or sys.platform != "linux"


def test_never_asked_off_a_terminal(anna: Program) -> None:
    for line in ("ask", "thank", "intro anna", "log", "done", "contact drop anna"):
        assert anna(line).code == 2, line
    for options in ({"REFCLI_NO_INPUT": "1"}, {}):
        line = "thank" if options else "--no-input thank"
        assert anna(line, env=options, answers=[]).code == 2
    assert anna("thank --json", answers=[]).code == 2


class Broken(io.StringIO):
    """A stream that fails when it is written to."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, text: str) -> int:
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize(("number", "code"), [(errno.EPIPE, 141), (errno.ENOSPC, 74)])
def test_stdout_that_fails(anna: Program, number: int, code: int) -> None:
    streams = Streams(io.StringIO(), Broken(number), io.StringIO())
    assert main(["contact", "list"], {"REFCLI_STORE": str(anna.store)}, streams) == code


def test_no_stdout_at_all(anna: Program) -> None:
    err = io.StringIO()
    env = {"REFCLI_STORE": str(anna.store)}
    assert main(["contact", "list"], env, Streams(None, None, err)) == 74
    assert "cannot write" in err.getvalue()


def test_ascii_terminals(anna: Program) -> None:
    anna.ok("contact add Zoë Quist")
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("thank anna")
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii")
    streams = Streams(io.StringIO(), out, io.StringIO())
    env = {"REFCLI_STORE": str(anna.store)}
    assert main(["intro", "show", "ben"], env, streams) == 0
    assert main(["contact", "show", "zoe", "--json"], env, streams) == 0
    out.flush()
    text = raw.getvalue().decode("ascii")
    assert "x for the introduction" in text
    assert '"Zo\\u00eb Quist"' in text


def test_as_a_process(anna: Program) -> None:
    env = {**os.environ, "REFCLI_STORE": str(anna.store)}
    command = [sys.executable, "-m", "refcli", "contact", "list"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Anna Weiss" in done.stdout
    read, write = os.pipe()
    os.close(read)
    gone = subprocess.run(command, env=env, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (gone.returncode, gone.stderr) == (141, b"")


def test_config(refcli: Program) -> None:
    refcli.ok("config set currency EUR")
    assert refcli.ok("config get currency").out == "EUR\n"
    assert refcli.ok("config get pace.day --json").json == {"name": "pace.day", "value": 3}
    listed = {s["name"]: s["value"] for s in refcli.ok("config list --json").json}
    assert (listed["currency"], listed["days.intro-made.reach"]) == ("EUR", 1)
    assert refcli.ok("config --json").json == refcli.ok("config list --json").json
    refcli.ok(["config", "set", "currency", ""])
    assert refcli.ok("config get currency").out == "\n"


def test_numbers_of_the_rules_are_settings(anna: Program) -> None:
    anna.ok("config set days.intro-made.reach 3")
    anna.ok("config set cadence.A 10")
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("contact edit anna --tier A")
    assert anna.due()[("reach", "Ben Okoye")] == "2026-11-23"
    assert anna.due()[("keep-in-touch", "Anna Weiss")] == "2026-11-20"


def test_other_numbers_of_the_rules_leave_nothing_to_be_repaired(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("intro lost ben --because unreachable")
    anna.ok("config set days.intro-made.reach 40")
    anna.ok("doctor")


def test_init_asks_three_questions(refcli: Program) -> None:
    refcli.ok(
        "init",
        answers=[
            ("What is your name?", "Sam"),
            ("What do you do?", "coach"),
            ("In which currency", "EUR"),
            ("Your contacts", ""),
        ],
    )
    assert refcli.ok("config get profession").out == "coach\n"
    assert refcli("init").code == 2
    nothing = [("name", ""), ("What do you do?", ""), ("In which currency", ""), ("Your", "")]
    before = len(refcli.ok("history --json").json)
    assert refcli.ok("init", answers=nothing).out == "nothing was said, so nothing was kept\n"
    assert len(refcli.ok("history --json").json) == before
    left = refcli("init", answers=[("name", "Sam"), ("What do you do?", EOFError)])
    assert left.code == 130


def test_bare_says_the_next_best_step(refcli: Program) -> None:
    refcli.ok("config set currency EUR")
    assert "refcli import" in refcli.ok("").out
    refcli.ok("contact add Anna --basis friend")
    assert "refcli log" in refcli.ok("").out
    refcli.ok("log lunch with Anna")
    assert "refcli ask NAME" in refcli.ok("").out
    refcli.ok("ask anna --in x --looking-for y --answer promised")
    assert "refcli done 1" in refcli.ok("", today="2026-11-21").out


def test_every_command_has_a_line(refcli: Program) -> None:
    text = refcli.ok("help all").out
    for spec in COMMANDS:
        assert spec.hidden or f"  {' '.join(spec.path)} " in text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("help contact add", "contact add --help"),
        ("today", "due"),
        ("today --json", "due --json"),
        ("find anna", "contact find anna"),
        ("search weiss --json", "contact find weiss --json"),
        ("contacts", "contact"),
    ],
)
def test_words_that_only_read_are_understood(anna: Program, typed: str, meant: str) -> None:
    assert anna.ok(typed).out == anna.ok(meant).out


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("list", "refcli contact list, or refcli followup list"),
        ("add Bob Day", 'refcli contact add "Bob Day"'),
        ("new Bob", "refcli contact add Bob"),
        ("delete", "refcli undo, or refcli log delete ID, or refcli contact drop NAME"),
        ("remove anna", "refcli undo, or refcli log delete ID, or refcli contact drop anna"),
        ("remind anna", "refcli followup anna"),
    ],
)
def test_words_that_would_write_are_pointed_on(anna: Program, typed: str, line: str) -> None:
    refused = anna(typed)
    assert (refused.code, refused.out) == (2, "")
    assert line in refused.err
    assert "Did you mean" not in refused.err


def test_flags_that_programs_have(anna: Program) -> None:
    assert anna.ok("-V").out == anna.ok("--version").out
    loud = anna.ok("contact list")
    assert anna.ok("-q contact list").out == loud.out
    assert anna.ok("-q import --help").out
    assert "\x1b" not in anna.ok("--no-color contact list", terminal=80).out


def test_an_error_under_json_is_one_object(anna: Program) -> None:
    refused = anna("contact show nobody --json")
    assert (refused.code, refused.out) == (3, "")
    assert json.loads(refused.err) == {
        "error": {
            "code": "unknown-name",
            "text": "no contact matches 'nobody'",
            "hint": "add them: refcli contact add nobody",
            "exit": 3,
        }
    }

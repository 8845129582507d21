"""What a second attack found, on sequences, lengths, places and locks, each for its class."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.program import Program

LONG = "a" * 50_000
MANY = "lunch with Anna" + "".join(f" and x{n}" for n in range(5_500))


@pytest.mark.parametrize(
    "line",
    [
        "done 3",
        "config set x y",
        "thank nobody",
        "undo",
        "log lunch",
        "intro won nobody --value 3",
        "restore nope.db",
        "import nope.csv",
        "followup nobody x --due friday",
    ],
)
def test_a_first_command_that_fails_leaves_no_store(refcli: Program, line: str) -> None:
    assert refcli(f"--no-input {line}").code != 0
    assert not refcli.store.exists()
    assert not refcli.store.parent.exists()


def test_a_first_command_that_is_refused_midway_leaves_no_store(refcli: Program) -> None:
    refused = refcli(["import", "-"], stdin='{"refcli": "broken"}')
    assert refused.code != 0
    assert not refcli.store.exists()


@pytest.mark.parametrize("told", ["", "  "])
def test_an_empty_name_is_no_store(
    refcli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for argv, env in ((["--store", told, "due"], {}), (["due"], {"REFCLI_STORE": told})):
        refused = refcli(argv, env=env)
        assert (refused.code, refused.out) == (2, "")
        assert "is empty\nhint: name a file, or leave it out" in refused.err
    assert list(tmp_path.iterdir()) == []


def as_process(*argv: str, **env: str) -> tuple[int, str, str]:
    told = {**os.environ, **env}
    told = {name: value for name, value in told.items() if value != "(none)"}
    command = [sys.executable, "-m", "refcli", *argv]
    done = subprocess.run(command, env=told, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["", " "])
def test_nor_in_the_quick_lane(name: str) -> None:
    code, out, err = as_process("due", REFCLI_STORE=name)
    assert (code, out) == (2, "")
    assert "REFCLI_STORE is empty" in err


@pytest.mark.skipif(sys.platform == "win32", reason="HOME is for POSIX")
def test_a_home_that_is_no_whole_path() -> None:
    code, out, err = as_process("due", HOME="somewhere", REFCLI_STORE="(none)", XDG_DATA_HOME="x")
    assert (code, out) == (2, "")
    assert err == (
        "refcli: HOME is no whole path: somewhere\nhint: set it, or name a store: --store FILE\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted")
def test_a_working_folder_that_is_gone(anna: Program, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    script = "import os; os.rmdir(os.getcwd()); from refcli.__main__ import run; run()"
    for store, code in (("here.db", 2), (str(anna.store), 0)):
        done = subprocess.run(
            [sys.executable, "-c", script, "--store", store, "contact", "list"],
            cwd=gone,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        gone.mkdir(exist_ok=True)


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9000-12-31", "9999-12-31"])
@pytest.mark.parametrize("line", ["due", "ask who", "review", "contact anna", "log coffee"])
def test_at_the_edges_of_the_calendar(anna: Program, day: str, line: str) -> None:
    assert anna(f"--no-input {line}", today=day).code in (0, 2)


@pytest.mark.parametrize(
    ("line", "text", "code"),
    [
        (["contact", "add"], LONG, 2),
        (["kit", "target"], LONG, 2),
        (["campaign", "start"], LONG, 2),
        (["contact", "edit", "anna", "--org"], LONG, 2),
        (["contact", "edit", "anna", "--tag"], LONG, 2),
        (["reciprocate", "anna"], LONG, 2),
        (["followup", "anna", "--due", "friday", "--"], LONG, 2),
        (["intro", "anna", "Ben", "--for"], LONG, 2),
        (["meet"], MANY, 2),
        (["prep"], MANY, 3),
        (["contact", "find"], MANY, 2),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, list) else None,
)
def test_what_is_typed_is_measured_before_it_is_read(
    anna: Program, line: list[str], text: str, code: int
) -> None:
    before = anna.ok("history --json").out
    refused = anna(["--no-input", *line, text])
    assert (refused.code, refused.out) == (code, "")
    assert len(refused.err) < 2_500
    assert anna.ok("history --json").out == before


def test_of_a_long_text_the_beginning_is_read_and_all_is_kept(anna: Program) -> None:
    anna.ok(["log", MANY])
    told = anna.ok("log list --json").json[0]
    assert ([who["id"] for who in told["contacts"]], told["text"]) == ([1], MANY)


def test_a_long_note_is_kept(anna: Program) -> None:
    anna.ok(["contact", "edit", "anna", "--note", "b" * 50_000])
    assert len(anna.ok("contact show anna --json").json["note"]) == 50_000


@contextlib.contextmanager
def held(store: Path, *, is_writing: bool) -> Iterator[None]:
    """The store in another's hands, who is about to commit."""
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("begin exclusive")
    if is_writing:
        connection.execute("create table other (a)")
    try:
        yield
    finally:
        connection.execute("rollback")
        connection.close()


@pytest.mark.parametrize("is_writing", [False, True])
@pytest.mark.parametrize(
    ("argv", "seconds"),
    [(["due"], 3), (["due", "--count"], 3), (["contact", "list"], 9), (["due", "--json"], 9)],
)
def test_a_store_that_is_held_is_said_to_be(
    anna: Program, argv: list[str], seconds: int, *, is_writing: bool
) -> None:
    """Each reader waits once: less than a second at a prompt, four elsewhere."""
    with held(anna.store, is_writing=is_writing):
        start = time.monotonic()
        code, out, err = as_process(*argv, REFCLI_STORE=str(anna.store))
        waited = time.monotonic() - start
    assert (code, out) == (75, "")
    assert "another command holds the store" in err
    # Twice as long as it may take, and less than to wait twice.
    assert waited < seconds
    assert as_process("due", REFCLI_STORE=str(anna.store))[0] == 0


def test_nobody_waits_at_the_tab_key(anna: Program) -> None:
    told = {"COMP_WORDS": "refcli prep an", "COMP_CWORD": "2", "_REFCLI_COMPLETE": "complete_bash"}
    with held(anna.store, is_writing=True):
        code, out, err = as_process(REFCLI_STORE=str(anna.store), **told)
    assert (code, out.strip(), err) == (0, "", "")

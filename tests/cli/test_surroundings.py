"""What a shell, a terminal and their variables may be without harm."""

import errno
import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from refcli.cli.frame.main import Streams, main
from tests.cli.test_main import Broken
from tests.cli.test_terminal import Terminal
from tests.support.program import Program

ODD = ["9" * 5000, "-1", "abc", "", "0", "٣٣"]


@pytest.mark.parametrize("told", ODD, ids=["huge", "less", "word", "empty", "none", "arabic"])
@pytest.mark.parametrize("name", ["COLUMNS", "LINES"])
def test_a_size_that_is_none(anna: Program, name: str, told: str) -> None:
    shown = anna("due", terminal=80, env={name: told})
    assert (shown.code, shown.err) == (0, "")
    assert all(len(line) <= 1000 for line in shown.lines)


@pytest.mark.parametrize(
    "odd",
    [
        {"_REFCLI_COMPLETE": "complete_bash", "COMP_WORDS": "refcli s", "COMP_CWORD": "abc"},
        {"_REFCLI_COMPLETE": "complete_bash"},
        {"_REFCLI_COMPLETE": "complete_ksh", "COMP_WORDS": "refcli s", "COMP_CWORD": "1"},
        {"_REFCLI_COMPLETE": "nonsense"},
    ],
    ids=["no number", "nothing", "no shell", "no word"],
)
def test_nothing_is_offered_to_who_asks_nothing(anna: Program, odd: dict[str, str]) -> None:
    offered = anna([], env=odd)
    assert (offered.code, offered.out.strip(), offered.err) == (0, "", "")


@pytest.mark.parametrize("line", ["help all", "--show-completion bash", "due", "contact show lodz"])
def test_a_terminal_of_another_encoding(anna: Program, line: str) -> None:
    anna.ok("contact add Łódź Ömer")
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="latin-1")
    env = {"REFCLI_STORE": str(anna.store)}
    assert main(line.split(), env, Streams(io.StringIO(), out, io.StringIO())) == 0
    out.flush()
    assert raw.getvalue()


def test_stderr_that_fails_changes_no_exit(anna: Program) -> None:
    env = {"REFCLI_STORE": str(anna.store)}
    broken = Broken(errno.EPIPE)
    assert main(["due"], env, Streams(io.StringIO(), io.StringIO(), broken)) == 0
    assert main(["contact", "show", "xx"], env, Streams(io.StringIO(), io.StringIO(), broken)) == 3


def test_what_was_saved_is_said_even_where_stdout_fails(anna: Program, tmp_path: Path) -> None:
    err = io.StringIO()
    env = {"REFCLI_STORE": str(anna.store)}
    copy = tmp_path / "copy.db"
    streams = Streams(io.StringIO(), Broken(errno.ENOSPC), err)
    assert main(["backup", str(copy)], env, streams) == 74
    assert copy.exists()
    assert "saved" in err.getvalue()


def test_where_no_table_fits_each_row_stands_alone(anna: Program) -> None:
    told = anna.ok("contact list", terminal=30).out
    assert "Anna Weiss" in told
    assert "Weiss Dental" in told
    assert max(map(len, told.splitlines())) <= 30


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["contact", "find", " ".join(f"w{n}" for n in range(25_000))], 2, "at most 1,000"),
        (["contact", "show", "anna " * 10_000], 3, "nobody has a name of 50000 letters"),
        (["path", "dentist " * 10_000], 2, "80000 letters"),
        (["history", "--top", "99999999999999999999"], 2, "--top"),
        (["nonsense" * 10_000], 2, "nonsense"),
    ],
    ids=["find", "name", "goal", "top", "command"],
)
def test_what_is_too_long_is_measured_first(
    anna: Program, line: list[str], code: int, said: str
) -> None:
    refused = anna(line)
    assert (refused.code, refused.out) == (code, "")
    assert said in refused.err
    assert len(refused.err) < 2_500


def test_letters_with_signs_of_their_own(refcli: Program) -> None:
    for name, field, asked in (
        ("Ayşe Yılmaz", "İnşaat", "İZMİR inşaat firmaları"),
        ("Łukasz Çelik", "law", "dental practices"),
    ):
        refcli.ok(["contact", "add", name, "--basis", "client", "--industry", field])
        said = ["--in", asked, "--looking-for", "büyümek isteyen", "--answer", "declined"]
        refcli.ok(["ask", name, *said, "--anyway"])
    assert "dental practices" in refcli.ok("review asks").out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_at_a_question_it_leaves_the_terminal_as_it_was(
    anna: Program, number: signal.Signals
) -> None:
    before = anna.store.read_bytes()
    terminal = Terminal(anna, "ask")
    terminal.child.expect_exact("Whom do you ask?")
    terminal.child.expect_exact("\x1b[?7h")
    assert terminal.child.getecho() is False
    assert terminal.child.pid
    os.kill(terminal.child.pid, number)
    code, told = terminal.end()
    assert code == 128 + number
    assert told.rstrip("\r\n").endswith("\x1b[?25h\x1b[?2004l")
    assert anna.store.read_bytes() == before


@pytest.mark.parametrize("line", [["contact", "list"], ["due"], ["contact", "add", "Tom"]])
@pytest.mark.parametrize("zone", ["UTC+24", "UTC-24", "UTC+99"])
def test_a_time_zone_that_is_none(anna: Program, line: list[str], zone: str) -> None:
    before = anna.store.read_bytes()
    env = {"TZ": zone, "REFCLI_STORE": str(anna.store)}
    done = _alone(line, env)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        f"refcli: that is no time zone: TZ={zone}\nhint: such as TZ=Europe/Berlin\n"
    )
    assert anna.store.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
@pytest.mark.parametrize("line", ["contact find", "contact add", "contact", "contact list --tag"])
def test_bytes_that_are_no_text_and_name_a_file(anna: Program, tmp_path: Path, line: str) -> None:
    (tmp_path / os.fsdecode(b"\xff")).touch()
    before = anna.store.read_bytes()
    env = {"REFCLI_STORE": str(anna.store)}
    done = _alone([*line.split(), os.fsdecode(b"\xff")], env, tmp_path)
    said = b"refcli: an argument is no text in UTF-8\nhint: nothing was saved\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", said)
    assert anna.store.read_bytes() == before


def _alone(
    line: list[str], more: dict[str, str], folder: Path | None = None
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "refcli", *line],
        env={**os.environ, **more},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )

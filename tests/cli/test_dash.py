"""`-` stands for standard input and output, and long text may come from the editor."""

import os
import subprocess
import sys
from email import message_from_string
from pathlib import Path

import pytest

from tests.support.program import Program
from tests.support.tables import tables


def piped(program: Program, *argv: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "REFCLI_STORE": str(program.store), "REFCLI_TODAY": program.today}
    command = [sys.executable, "-m", "refcli", *argv]
    return subprocess.run(command, env=env, input=given, capture_output=True, check=False)


def test_a_store_goes_through_a_pipe(anna: Program, tmp_path: Path) -> None:
    copy = piped(anna, "backup", "-")
    assert copy.returncode == 0
    assert copy.stdout.startswith(b"SQLite format 3\0")
    anna.ok("contact add Zed")
    unsure = piped(anna, "restore", "-", given=copy.stdout)
    assert (unsure.returncode, unsure.stdout) == (2, b"")
    done = piped(anna, "restore", "-", "--yes", given=copy.stdout)
    assert done.stdout == b"restored 1 contact from standard input\n"
    assert "Zed" not in anna.ok("contact list").out
    for given in (b"", b"no store", copy.stdout[:5000]):
        refused = piped(anna, "restore", "-", "--yes", given=given)
        assert (refused.returncode, refused.stdout) == (65, b"")
    assert "Anna Weiss" in anna.ok("contact list").out


def test_a_terminal_shows_no_backup(anna: Program) -> None:
    refused = anna("backup -", terminal=80)
    assert (refused.code, refused.out) == (2, "")
    assert "refcli backup - > copy.db" in refused.err


@pytest.mark.parametrize("line", ["kit export", "review export", "testimonial export"])
def test_what_is_made_for_others_goes_out(anna: Program, line: str, tmp_path: Path) -> None:
    anna.ok('testimonial anna "Superb." --publish')
    told = anna.ok(f"{line} -")
    assert told.err == ""
    file = tmp_path / "made.md"
    anna.ok([*line.split(), str(file)])
    assert file.read_text(encoding="utf-8") == told.out
    assert anna.ok(f"{line} - --format html").out.startswith("<")
    refused = anna(f"{line} - --format docx")
    assert (refused.code, refused.out) == (2, "")


def test_an_export_comes_in_again(anna: Program, tmp_path: Path) -> None:
    other = Program(tmp_path / "other.db", today=anna.today)
    other.ok("import -", stdin=anna.ok("export -").out)
    assert other.ok("contact list").out == anna.ok("contact list").out
    table = "Name,Email\nBen Okoye,ben@example.com\n"
    assert "1 new" in other.ok("import -", stdin=table).out
    assert "0 new" in other.ok("import -", stdin=table).out
    refused = other("import -", stdin="")
    assert refused.code == 65
    assert "standard input" in refused.err


def test_text_of_several_lines(anna: Program) -> None:
    anna.ok("contact edit anna --note -", stdin="one\ntwo\n")
    assert anna.ok("contact show anna --json").json["note"] == "one\ntwo"
    anna.ok("kit edit --message -", stdin="I help firms\n")
    assert "I help firms" in anna.ok("kit show").out
    refused = anna("contact edit anna --note -", stdin="  \n")
    assert (refused.code, refused.out) == (2, "")
    assert anna.ok("contact show anna --json").json["note"] == "one\ntwo"


@pytest.fixture
def editor(tmp_path: Path) -> dict[str, str]:
    """An editor that puts a line below what it is given."""
    script = tmp_path / "edit.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('and more\\n')")
    return {"EDITOR": f"{sys.executable} {script}"}


def test_in_the_editor(anna: Program, editor: dict[str, str]) -> None:
    anna.ok("contact edit anna --note one")
    anna.ok("contact edit anna --edit", env=editor)
    assert anna.ok("contact show anna --json").json["note"] == "one\nand more"
    anna.ok("kit edit --message first")
    anna.ok("kit edit --edit message", env=editor)
    assert "and more" in anna.ok("kit show").out
    anna.ok("ask anna --in law --looking-for retire --words please")
    anna.ok("ask edit 1 --edit", env=editor)
    assert anna.ok("ask show 1 --json").json["words"].endswith("and more")
    refused = anna("contact edit anna --edit")
    assert (refused.code, refused.out) == (2, "")
    assert "no editor is named" in refused.err


@pytest.mark.parametrize("encoding", ["utf-8:surrogateescape", "utf-8:strict"])
@pytest.mark.parametrize(
    "line",
    [
        *("done -", "skip -", "tried -", "snooze - friday", "contact edit - --tag a"),
        *("contact add -", "contact edit anna --note -", "kit edit --message -"),
        *("words edit thank --from -", "thank anna --words -"),
    ],
)
def test_bytes_that_are_no_text_are_refused(anna: Program, line: str, encoding: str) -> None:
    before = tables(anna.store)
    env = {**os.environ, "REFCLI_STORE": str(anna.store), "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "refcli", *line.split()]
    done = subprocess.run(command, env=env, input=b"caf\xe9 ok", capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "refcli: that is no text in UTF-8: standard input\nhint: nothing was changed\n"
    )
    assert tables(anna.store) == before


def test_ids_are_taken_once_and_counted(anna: Program) -> None:
    done = anna.ok("contact edit - --tag golf", stdin="1\n@1\n1\n" * 3000)
    assert done.out == "changed Anna Weiss (@1): tag golf\n"
    many = "\n".join(map(str, range(1, 10_002)))
    for line in ("contact edit - --tag golf", "done -"):
        refused = anna(line, stdin=many)
        assert refused.code == 2
        assert "10,001 ids on stdin, at most 10,000" in refused.err
    assert piped(anna, "contact", "add", "-", given=b"x" * 10_000_001).returncode == 2


def test_a_text_of_its_own_place_comes_from_there_too(anna: Program) -> None:
    told = {
        "testimonial anna -": ("testimonial list --json", "words", "so good"),
        "reciprocate anna - --how advice": ("reciprocate list --json", "what", "so good"),
        "engagement anna - --rating 9": ("engagement list --json", "what", "so good"),
    }
    for line, (listed, key, text) in told.items():
        anna.ok(line, stdin=f"{text}\n")
        assert anna.ok(listed).json[0][key] == text
        assert anna(line, stdin=" \n").code == 2
    anna.ok("followup anna - --due friday", stdin="send it\n")
    assert "send it" in anna.ok("due --within 9").out
    anna.ok("log -", stdin="lunch with anna\nabout her move\n")
    assert anna.ok("log list --json").json[0]["text"] == "lunch with anna\nabout her move"


def test_a_mail_goes_through_a_pipe(anna: Program) -> None:
    anna.ok("contact edit anna --email anna@x.example")
    done = anna.ok("write anna --form check-in --eml -")
    mail = message_from_string(done.out)
    assert (mail["To"], mail["X-Unsent"]) == ("anna@x.example", "1")
    assert str(mail.get_payload()).startswith("Anna")
    for more in ("--json", "--done"):
        assert anna(f"write anna --form check-in --eml - {more}").code == 2


def test_a_report_is_a_file(anna: Program) -> None:
    refused = anna("import - --skip-bad --report -", stdin="x")
    assert (refused.code, refused.out) == (2, "")
    assert "the report is a file" in refused.err
    assert not Path("-").exists()

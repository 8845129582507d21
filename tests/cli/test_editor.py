"""Long text goes to the user's own editor; what comes back is kept, and nothing stays elsewhere."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import Program


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_no_copy_stays_when_the_editor_is_closed_by_a_signal(
    anna: Program, tmp_path: Path, number: signal.Signals
) -> None:
    anna.ok("contact edit anna --note secret")
    script, copies = tmp_path / "edit.py", tmp_path / "copies"
    copies.mkdir()
    script.write_text(
        "import os, sys, pathlib, shutil, signal\n"
        "file = pathlib.Path(sys.argv[1])\n"
        "assert 'secret' in file.read_text()\n"
        "shutil.copy(file, file.with_suffix('.swp'))\n"
        f"os.kill(os.getppid(), {int(number)})\n"
        "signal.alarm(20)\n"
        "while file.exists():\n    os.sched_yield()\n"
    )
    command = [sys.executable, "-m", "refcli", "--store", str(anna.store)]
    done = subprocess.run(
        [*command, "contact", "edit", "anna", "--edit"],
        env=os.environ | {"EDITOR": f"{sys.executable} {script}", "TMPDIR": str(copies)},
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode == -number
    assert list(copies.rglob("*")) == []
    assert anna.ok("contact show anna --json").json["note"] == "secret"


def test_what_an_editor_leaves_is_read_as_it_is(anna: Program, tmp_path: Path) -> None:
    anna.ok("contact edit anna --note one")
    script = tmp_path / "edit.py"
    editor = {"EDITOR": f"{sys.executable} {script}"}
    script.write_text("import sys; open(sys.argv[1], 'wb').write(b'caf\\xe9')")
    assert anna("contact edit anna --edit", env=editor).err == (
        "refcli: the editor left no text in UTF-8\nhint: save it as UTF-8; nothing was saved\n"
    )
    for gone in ("os.remove(f)", "os.remove(f); os.mkfifo(f)", "os.remove(f); os.mkdir(f)"):
        script.write_text(f"import os, sys; f = sys.argv[1]; {gone}")
        assert anna("contact edit anna --edit", env=editor).code == 1
    script.write_text("import sys; open(sys.argv[1], 'wb').write(b'\\xef\\xbb\\xbftwo\\r\\n')")
    anna.ok("contact edit anna --edit", env=editor)
    assert anna.ok("contact show anna --json").json["note"] == "two"


@pytest.fixture
def full(anna: Program) -> Program:
    anna.ok("contact edit anna --note first")
    anna.ok("ask anna --in law --looking-for retire --words please --anyway")
    return anna


def editor(tmp_path: Path, body: str) -> dict[str, str]:
    script = tmp_path / "edit.py"
    head = "import subprocess, sys\nfrom pathlib import Path\nfile = Path(sys.argv[1])\n"
    script.write_text(f"{head}{body}\n", encoding="utf-8")
    return {"EDITOR": f"{sys.executable} {script}"}


def unsaved(program: Program) -> list[str]:
    return [f.read_text() for f in sorted(program.store.parent.glob("*unsaved*"))]


def test_of_somebody_who_is_forgotten_meanwhile_no_file_is_left(
    full: Program, tmp_path: Path
) -> None:
    forget = [sys.executable, "-m", "refcli", "--store", str(full.store)]
    forget += ["contact", "forget", "anna", "--yes"]
    body = f"subprocess.run({forget!r}, check=True)\nfile.write_text('mine')"
    done = full("contact edit anna --edit", env=editor(tmp_path, body))
    assert done.code == 75
    assert "Anna Weiss was taken away in another shell meanwhile, so this was not saved" in done.err
    assert "\nmine\n" in done.err
    assert unsaved(full) == []


@pytest.mark.parametrize(
    ("line", "meanwhile", "what"),
    [
        ("contact edit anna --edit", "contact edit anna --note other", "the note on Anna Weiss"),
        ("ask edit 1 --edit", "ask edit 1 --words other", "the words of ask 1"),
        ("ask edit 1 --edit", "ask delete 1", "the words of ask 1"),
        ("words edit thank", "words edit thank --from FILE", "the words of thank"),
    ],
)
def test_what_another_shell_changed_meanwhile_is_not_written_over(
    full: Program, tmp_path: Path, line: str, meanwhile: str, what: str
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("other", encoding="utf-8")
    command = [sys.executable, "-m", "refcli", "--store", str(full.store)]
    command += [str(other) if word == "FILE" else word for word in meanwhile.split()]
    body = f"subprocess.run({command!r}, check=True)\nfile.write_text('mine')"
    done = full(line, env=editor(tmp_path, body))
    assert done.code == 75
    assert f"so this was not saved: {what}; what you typed is kept in" in done.err
    [kept] = unsaved(full)
    assert kept.endswith(f"{what}\nmine\n")
    assert "mine" not in full.ok("export -").out


@pytest.mark.parametrize(
    ("line", "text", "said"),
    [
        ("words edit thank", "a long text {{ nope }}", "no variable nope"),
        ("contact edit anna --edit", "x" * 200_001, "200,001 letters"),
        ("ask edit 1 --edit", "x" * 200_001, "200,001 letters"),
        ("kit edit --edit message", "x" * 200_001, "200,001 letters"),
    ],
)
def test_what_is_refused_is_kept(
    full: Program, tmp_path: Path, line: str, text: str, said: str
) -> None:
    before = full.ok("export -").out
    done = full(line, env=editor(tmp_path, f"file.write_text({text!r})"))
    assert done.code == 2
    assert said in done.err
    assert "what you typed is kept in" in done.err
    [kept] = unsaved(full)
    assert kept.endswith(f"{text}\n")
    full(line, env=editor(tmp_path, f"file.write_text({text!r})"))
    assert len(unsaved(full)) == 2  # of one minute, and nothing half written beside them
    assert full.ok("export -").out.split('"tables"')[1] == before.split('"tables"')[1]


@pytest.mark.parametrize(
    "line", ["contact edit anna --edit", "ask edit 1 --edit", "words edit thank"]
)
def test_what_is_closed_as_it_was_changes_nothing(full: Program, tmp_path: Path, line: str) -> None:
    before = full.ok("history --json").json
    done = full.ok(line, env=editor(tmp_path, "pass"))
    assert "nothing" in done.out + done.err
    assert full.ok("history --json").json == before

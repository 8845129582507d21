"""Shell completion: commands, options and the user's own contacts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.program import Program


def complete(program: Program, shell: str, line: str) -> str:
    words = line.split(" ")
    env = {
        **os.environ,
        "REFCLI_STORE": str(program.store),
        "_REFCLI_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    command = [sys.executable, "-m", "refcli"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_commands_options_and_names(anna: Program, shell: str) -> None:
    anna.ok("contact add Andrew Stone")
    anna.ok("contact add Andy Gone")
    anna.ok("contact drop andy --because gone")
    assert "snooze" in complete(anna, shell, "refcli s")
    assert "reached" in complete(anna, shell, "refcli intro r")
    assert "--within" in complete(anna, shell, "refcli due --w")
    for line in ("refcli contact show an", "refcli thank an", "refcli due --contact an"):
        names = complete(anna, shell, line)
        assert "Anna Weiss" in names.replace("\\ ", " "), line
        assert "Andrew Stone" in names.replace("\\ ", " ")
        assert "Andy" not in names


def test_the_rest_of_a_name(anna: Program) -> None:
    assert complete(anna, "bash", "refcli contact show Anna We").strip() == "Weiss"


def test_no_store_no_names(refcli: Program) -> None:
    assert complete(refcli, "bash", "refcli contact show an").strip() == ""
    assert not refcli.store.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_each_shell(refcli: Program, shell: str) -> None:
    env = {**os.environ, "_REFCLI_COMPLETE": f"source_{shell}"}
    command = [sys.executable, "-m", "refcli"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "_REFCLI_COMPLETE" in done.stdout


HOSTILE = (
    "anna $(touch x)",
    "anna `touch x`",
    "anna 'a' \"b\" \\",
    "anna ; touch x",
    "anna * ? [a] {b,c} ~",
    "anna a:b & | < > #",
    "anna $HOME",
    "Änna Ö",
)


def script(shell: str) -> str:
    env = {**os.environ, "_REFCLI_COMPLETE": f"source_{shell}"}
    command = [sys.executable, "-m", "refcli"]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def executable(folder: Path) -> Path:
    """`refcli` as a file on the path, for the shell's own script to call."""
    file = folder / "bin" / "refcli"
    file.parent.mkdir()
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m refcli "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return file


def in_shell(program: Program, folder: Path, shell: str, code: str) -> list[str]:
    """What a shell prints, a line a word, run in an empty folder where nothing may appear."""
    place = folder / "here"
    place.mkdir()
    env = {
        **os.environ,
        "REFCLI_STORE": str(program.store),
        "PATH": f"{executable(folder).parent}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [shell, *(["-f"] if shell == "zsh" else []), "-c", code],
        cwd=place,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert list(place.iterdir()) == [], done
    return done.stdout.splitlines()


# Each stands for Tab and then Enter: the words that the shell inserts are evaluated as typed.
BASH = """
COMP_WORDS=(refcli thank {start}); COMP_CWORD=2
_refcli_completion refcli
for word in "${{COMPREPLY[@]}}"; do eval "printf '%s\\n' {before}$word{after}"; done
"""
ZSH = """
compdef() {{ :; }}
_arguments() {{
  local action=${{1#\\*: :}}; eval ws\\=\\( "${{action[3,-3]}}" \\); print -rl -- "${{ws[@]}}"
}}
{script}
words=(refcli thank {start}); CURRENT=3
_refcli_completion
"""


@pytest.mark.parametrize("quote", ["", '"', "'"])
@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
def test_what_bash_inserts_is_the_name_and_nothing_runs(
    refcli: Program, tmp_path: Path, quote: str
) -> None:
    for name in HOSTILE:
        refcli.ok(["contact", "add", "--new", name])
    start = f"\\{quote}an" if quote else "an"
    typed = {"": "", "'": "'", '"': '\\"'}[quote]
    code = script("bash") + BASH.format(start=start, before=typed, after=typed)
    found = in_shell(refcli, tmp_path, "bash", code)
    assert sorted(found) == sorted(refcli_names(refcli))


def refcli_names(program: Program) -> list[str]:
    return [c["name"] for c in program.ok("contact list --json").json]


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_what_zsh_is_handed_is_the_name_and_nothing_runs(refcli: Program, tmp_path: Path) -> None:
    for name in HOSTILE:
        refcli.ok(["contact", "add", "--new", name])
    found = in_shell(refcli, tmp_path, "zsh", ZSH.format(script=script("zsh"), start="an"))
    # zsh takes what follows a bare colon for a description.
    assert sorted(word.replace("\\:", ":") for word in found) == sorted(refcli_names(refcli))


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
def test_what_fish_is_handed_is_the_name_and_nothing_runs(refcli: Program, tmp_path: Path) -> None:
    for name in HOSTILE:
        refcli.ok(["contact", "add", "--new", name])
    code = script("fish") + "\ncomplete -C 'refcli thank an'\n"
    found = in_shell(refcli, tmp_path, "fish", code)
    # fish leaves out itself what does not begin with the letters typed.
    assert sorted(found) == sorted(n for n in refcli_names(refcli) if n.startswith("an"))


@pytest.mark.parametrize("name", ["-anna", "anna!", "@anna x"])
def test_a_name_that_no_shell_takes_is_offered_by_id(refcli: Program, name: str) -> None:
    refcli.ok(["contact", "add", "--", name])
    assert complete(refcli, "bash", f"refcli thank {name[:2]}").strip() in ("@1", "\\@1")


def test_powershell_is_handed_quoted_words(anna: Program) -> None:
    anna.ok(["contact", "add", "anna o'neill"])
    env = {
        **os.environ,
        "REFCLI_STORE": str(anna.store),
        "_REFCLI_COMPLETE": "complete_powershell",
        "_TYPER_COMPLETE_ARGS": "refcli thank an",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": "an",
    }
    done = subprocess.run(
        [sys.executable, "-m", "refcli"], env=env, capture_output=True, text=True, check=True
    )
    words = [line.partition(":::")[0] for line in done.stdout.splitlines()]
    assert words == ["'anna o''neill'", "'Anna Weiss'"]

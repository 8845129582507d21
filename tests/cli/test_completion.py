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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_any_part_of_a_name(anna: Program, shell: str) -> None:
    anna.ok("contact add Susanna Berg")
    for start, name in (("wei", "Anna Weiss"), ("eis", "Anna Weiss"), ("usa", "Susanna Berg")):
        offered = complete(anna, shell, f"refcli prep {start}").replace("\\", "")
        assert offered.strip() == name, (start, shell)


def test_bash_takes_back_nothing_that_was_typed(anna: Program) -> None:
    """Beside `…` the names begin with nothing that bash would put in place of the letters."""
    anna.ok("contact add Andrew Weissmann")
    assert complete(anna, "bash", "refcli prep weis").split("\n") == [
        "Andrew\\ Weissmann",
        "Anna\\ Weiss",
        "…",
        "",
    ]
    assert "…" not in complete(anna, "bash", "refcli prep an")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("refcli contact list --tag g", "golf"),
        ("refcli contact edit --all-tag ol", "golf"),
        ("refcli contact list --org dent", "Weiss Dental"),
        ("refcli contact list --industry dent", "dentistry"),
        ("refcli ask who --target second", "a second practice"),
        ("refcli ask anna --in ent", "dentistry"),
        ("refcli config get cadence.", "cadence.A"),
        ("refcli config set order", "date.order"),
        ("refcli words show than", "thank"),
        ("refcli write anna --form as", "ask"),
        ("refcli write anna --tone b", "brief"),
    ],
)
def test_what_is_kept_is_offered(anna: Program, line: str, offered: str) -> None:
    anna.ok("contact edit anna --tag golf --org 'Weiss Dental' --industry dentistry")
    anna.ok("kit target 'a second practice' --in dentistry --looking-for grow")
    assert offered in complete(anna, "fish", line).splitlines()


def test_no_store_no_names(refcli: Program) -> None:
    assert complete(refcli, "bash", "refcli contact show an").strip() == ""
    assert not refcli.store.exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_script_is_that_of_the_shell_that_is_named(refcli: Program, shell: str) -> None:
    told = refcli.ok(f"--show-completion {shell}").out
    assert told.strip() == script(shell).strip()
    assert (f"complete_{shell}" if shell != "pwsh" else "complete_powershell") in told
    assert refcli.ok(f"--show-completion {shell.upper()}").out == told


def test_another_shell_is_refused(refcli: Program) -> None:
    refused = refcli("--show-completion ksh")
    assert refused.code == 2
    assert refused.err == (
        "refcli: ksh is none of the shells that are served: bash, zsh, fish, powershell, pwsh\n"
    )


def test_it_is_installed_where_the_shell_reads_it(refcli: Program, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    (home / ".zshrc").write_bytes(b"alias x=y")
    for shell, file in (
        ("bash", ".bash_completions/refcli.sh"),
        ("zsh", ".zfunc/_refcli"),
        ("fish", ".config/fish/completions/refcli.fish"),
    ):
        told = refcli.ok(f"--install-completion {shell}", env={"HOME": str(home)}).out
        assert (home / file).read_text() == refcli.ok(f"--show-completion {shell}").out
        assert told.startswith(f"{shell} completes refcli's words: {home / file}\n")
        again = refcli.ok(f"--install-completion {shell}", env={"HOME": str(home)}).out
        assert "a new line" not in again
    assert (home / ".zshrc").read_text().splitlines() == [
        "alias x=y",
        "fpath+=~/.zfunc; autoload -Uz compinit; compinit",
    ]
    assert (home / ".bashrc").read_text().count("source ") == 1


def test_powershell_keeps_its_own_profile(refcli: Program, tmp_path: Path) -> None:
    refused = refcli("--install-completion powershell", env={"HOME": str(tmp_path)})
    assert refused.code == 2
    assert "refcli --show-completion powershell >> $PROFILE" in refused.err
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_cannot_be_written(refcli: Program, tmp_path: Path) -> None:
    (tmp_path / ".bash_completions").write_text("in the way")
    refused = refcli("--install-completion bash", env={"HOME": str(tmp_path)})
    assert (refused.code, refused.err.count("\n")) == (74, 1)
    assert "cannot write" in refused.err


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_a_home_with_an_apostrophe(refcli: Program, tmp_path: Path) -> None:
    home = tmp_path / "o'neil; touch x"
    home.mkdir()
    refcli.ok("--install-completion bash", env={"HOME": str(home)})
    command = ["bash", "--norc", "-c", 'source "$HOME/.bashrc" && complete -p refcli']
    read = subprocess.run(
        command,
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (read.returncode, read.stderr) == (0, "")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("home", ["", "relative", "/no/such/folder"])
def test_a_home_that_is_none(
    refcli: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = refcli("--install-completion bash", env={"HOME": home})
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.endswith("hint: read it yourself: refcli --show-completion bash\n")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_the_shell_that_is_none(refcli: Program, tmp_path: Path) -> None:
    (tmp_path / ".bashrc").mkdir()
    refused = refcli("--install-completion bash", env={"HOME": str(tmp_path)})
    assert (refused.code, refused.out) == (74, "")
    assert not (tmp_path / ".bash_completions").exists()


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
compadd() {{ print -rl -- "${{words_found[@]}}"; }}
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
    assert sorted(found) == sorted(refcli_names(refcli))


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

"""Every block of the shell's page is run as what it is, on the sample practice."""

import configparser
import os
import plistlib
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from refcli.cli.frame.registry import COMMANDS
from tests.support.pages import DOCS, blocks
from tests.support.program import Program

PAGE = (DOCS / "shell.md").read_text(encoding="utf-8")
# What is due in the sample practice on its day.
DUE = "13"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the blocks are for POSIX shells")


@pytest.fixture
def run(sample: Program, tmp_path: Path) -> Callable[[str, str], str]:
    """Runs code in a shell with refcli on its path, and returns what it prints."""
    folder = tmp_path / "bin"
    folder.mkdir()
    file = folder / "refcli"
    file.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m refcli "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    (tmp_path / ".cache").mkdir()
    (tmp_path / "Backups").mkdir()
    env = {
        **os.environ,
        "HOME": str(tmp_path),
        "PATH": f"{folder}:{os.environ['PATH']}",
        "REFCLI_STORE": str(sample.store),
        "REFCLI_TODAY": sample.today,
    }
    env.pop("XDG_CACHE_HOME", None)

    def running(shell: str, code: str) -> str:
        done = subprocess.run(
            [shell, "-c", code], env=env, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), code
        return done.stdout

    return running


def block(language: str, word: str) -> str:
    """The one block of a language in which a word stands."""
    [found] = [body for body in blocks(language, PAGE) if word in body]
    return found


def in_cron(line: str) -> str:
    """The command of a line of a crontab, in which a % is escaped."""
    return line.split(maxsplit=5)[5].replace("\\%", "%")


def test_every_command_on_the_page_exists() -> None:
    paths = {" ".join(spec.path) for spec in COMMANDS} | {spec.path[0] for spec in COMMANDS}
    known = {*paths, "refcli"}
    for _, body in re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        for word, following in re.findall(r"\brefcli (-?[a-z-]+)(?: ([a-z]+))?", body):
            if not word.startswith("-"):
                assert f"{word} {following}" in known or word in known, word


def test_the_prompts_show_how_much_is_due(run: Callable[[str, str], str]) -> None:
    told = run("bash", block("bash", "local n; n=") + 'printf "%s" "${PS1@P}"')
    assert f" {DUE} due " in told


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_the_prompt_of_zsh(run: Callable[[str, str], str]) -> None:
    told = run("zsh", block("zsh", "prompt_subst") + 'print -P "$PROMPT"')
    assert f" {DUE} due " in told


def test_the_prompt_of_builtins_reads_what_the_timer_writes(
    run: Callable[[str, str], str], tmp_path: Path
) -> None:
    [line] = [x for x in block("sh", "f.new").splitlines() if not x.startswith("#")]
    assert run("sh", in_cron(line)) == ""
    assert (tmp_path / ".cache" / "refcli-due").read_text() == f"{DUE}\n"
    assert f" {DUE} due" in run("bash", block("bash", "read -r n") + 'printf "%s" "${PS1@P}"')


def test_at_login(run: Callable[[str, str], str]) -> None:
    assert f": {DUE} to do" in run("sh", block("sh", "~/.profile"))


def test_systemd(run: Callable[[str, str], str], tmp_path: Path) -> None:
    service, timer = re.split(r"^# .*\.timer$", block("ini", "[Service]"), flags=re.MULTILINE)
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read_string(service)
    shell, option, code = shlex.split(parsed["Service"]["ExecStart"])
    assert (shell, option) == ("/bin/sh", "-c")
    run(shell, code)
    assert f": {DUE} to do" in (tmp_path / ".cache" / "refcli-due.txt").read_text()
    parsed.read_string(timer)
    assert parsed["Timer"]["OnCalendar"]


def test_cron(run: Callable[[str, str], str], tmp_path: Path) -> None:
    mail = tmp_path / "bin" / "mail"
    mail.write_text('#!/bin/sh\necho "$*"; cat\n')
    mail.chmod(0o755)
    [line] = [x for x in block("sh", "mail -s").splitlines() if not x.startswith("#")]
    told = run("sh", in_cron(line))
    assert told.startswith("-s refcli you\n")
    assert f": {DUE} to do" in told


def test_a_copy_every_week(run: Callable[[str, str], str], tmp_path: Path) -> None:
    run("sh", in_cron(block("sh", "refcli backup").strip()))
    [copy] = (tmp_path / "Backups").iterdir()
    assert re.fullmatch(r"refcli-\d{4}-\d\d-\d\d\.db", copy.name)


def test_launchd(run: Callable[[str, str], str], tmp_path: Path) -> None:
    told = plistlib.loads(block("xml", "plist").encode())
    shell, _, code = told["ProgramArguments"]
    run(shell, code)
    assert f": {DUE} to do" in (tmp_path / ".cache" / "refcli-due.txt").read_text()


def test_the_task_scheduler() -> None:
    """No PowerShell is here: the command that it runs is one of ours, as it is typed."""
    task = block("powershell", "Register-ScheduledTask")
    assert re.search(r"-Argument '/c refcli due > \"%USERPROFILE%\\refcli-due.txt\"'", task)
    assert "refcli --show-completion powershell >> $PROFILE" in block("powershell", "$PROFILE")


def test_tmux(run: Callable[[str, str], str]) -> None:
    [code] = re.findall(r"#\((.*?)\)", block("tmux", "status-right"))
    assert run("sh", code) == f"{DUE}\n"


@pytest.mark.skipif(not shutil.which("jq"), reason="no jq here")
def test_jq(run: Callable[[str, str], str]) -> None:
    lines = block("sh", "days_late").splitlines()
    late, first, won, asks = [run("sh", line) for line in lines]
    assert "Put things right with Victor Hale\n" in late
    assert "Anna Weiss\n" in first
    assert float(won) > 1000
    assert "1\tplanned\n" in asks


@pytest.mark.skipif(not (shutil.which("fzf") and shutil.which("jq")), reason="no fzf, no jq here")
def test_fzf(run: Callable[[str, str], str]) -> None:
    code = block("bash", "refcli_pick")
    assert run("bash", code + "refcli_pick --filter 'Victor Hale'").strip() == "497"
    assert run("bash", code + "refcli_who --filter 'Anna Weiss'").strip() == "Anna Weiss"


def test_completion_is_offered_as_it_is_there() -> None:
    assert "refcli --install-completion" in block("sh", "completion")

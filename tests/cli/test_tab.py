"""Tab in the real shells on a pseudo-terminal: what a person types, and what is run then."""

import os
import shutil
import sys
from pathlib import Path

import pexpect
import pytest

from tests.support.program import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
READY, RAN = "READY>", "RAN:"


class Shell:
    """A shell without the user's own files, in which `refcli` completes and prints its words."""

    def __init__(self, program: Program, folder: Path, name: str) -> None:
        bin_folder = folder / "bin"
        bin_folder.mkdir()
        # Asked to complete, refcli answers; called, each word is printed on a line of its own.
        (bin_folder / "refcli").write_text(
            "#!/bin/sh\n"
            f'if [ -n "$_REFCLI_COMPLETE" ]; then exec "{sys.executable}" -m refcli; fi\n'
            f"printf '{RAN}%s\\n' \"$@\"\n",
            encoding="utf-8",
        )
        (bin_folder / "refcli").chmod(0o755)
        here = folder / "here"
        here.mkdir()
        script = folder / "script"
        script.write_text(program.ok(f"--show-completion {name}").out, encoding="utf-8")
        start = {"bash": ["--norc", "--noprofile"], "zsh": ["-f", "-i"]}[name]
        prepared = {"bash": "", "zsh": "autoload -Uz compinit; compinit -u -D; "}[name]
        first = f"{prepared}. {script}; PS1='{READY}'"
        self.child = pexpect.spawn(
            name,
            start,
            cwd=str(here),
            env={
                **os.environ,
                "REFCLI_STORE": str(program.store),
                "PATH": f"{bin_folder}:{os.environ['PATH']}",
                "LC_ALL": "C.UTF-8",
                "TERM": "dumb" if name == "bash" else "xterm",
                "ZDOTDIR": str(folder),
                "HOME": str(folder),
            },
            encoding="utf-8",
            timeout=30,
            dimensions=(30, 200),
        )
        self.child.sendline(first)
        self.child.expect(rf"(?s){READY}.*{READY}" if name == "zsh" else f"\n.*{READY}")
        self.here = here

    def tab(self, typed: str) -> list[str]:
        """The words that the program gets when Tab and then Enter follow what is typed."""
        self.child.send(f"{typed}\t")
        self.child.send("\r")
        self.child.sendline("refcli END")
        self.child.expect_exact(f"{RAN}END")
        told = self.child.before or ""
        assert list(self.here.iterdir()) == []
        return [line.partition(RAN)[2].strip() for line in told.splitlines() if RAN in line]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize(
    ("name", "start"),
    [("Anna $(touch x)", "touc"), ('O\'Neill "Bo" Weiss', "eis"), ("Ann * ? ; & Bell", "bel")],
)
def test_a_name_is_one_word_and_nothing_runs(
    refcli: Program, tmp_path: Path, shell: str, name: str, start: str
) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    refcli.ok(["contact", "add", name])
    typed = f"refcli prep {start}"
    assert Shell(refcli, tmp_path, shell).tab(typed) == ["prep", name]

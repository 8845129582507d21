"""Shell completion: commands, options and the user's own contacts."""

import os
import subprocess
import sys

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
        assert "Anna Weiss" in names, line
        assert "Andrew Stone" in names
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

"""Blocks of the pages: found, run, and written anew with what refcli prints."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)

Answer = Callable[[list[str]], str]
CONNECTIONS = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Weiss,https://www.linkedin.com/in/anna-weiss,,Weiss Dental,Owner,05 Mar 2024
Tom,Brandt,https://www.linkedin.com/in/tombrandt,,Brandt & Son,Joiner,11 Jan 2023
Priya,Nair,https://www.linkedin.com/in/priya/,,Nair Architects,Partner,20 Jun 2022
"""


def blocks(language: str, text: str) -> list[str]:
    """The blocks of one language, in their order."""
    return [body for kind, body in _BLOCK.findall(text) if kind == language]


def steps(block: str) -> list[tuple[str, str]]:
    """(command, what it prints) of a console block."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def played(text: str, answers: Callable[[], Answer]) -> str:
    """The page with what each command of its console blocks prints; `answers` begins a block."""

    def block(found: re.Match[str]) -> str:
        answer = answers()
        lines = []
        for command, _ in steps(found[1]):
            program, *argv = shlex.split(command)
            assert program == "refcli", command
            lines.append(f"$ {command}\n{answer(argv)}")
        return "".join(lines)

    return _CONSOLE.sub(block, text)

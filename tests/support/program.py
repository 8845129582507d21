"""The program as a test sees it: a line in, exit code and whole output out."""

import datetime as dt
import io
import json
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from refcli.cli.frame.main import Streams, main
from refcli.prompt.protocol import Prompter
from tests.support.prompter import ScriptedPrompter

TODAY = "2026-11-20"  # a Friday


@dataclass(frozen=True, slots=True)
class Result:
    """What one run did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON on stdout."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """The lines of stdout."""
        return self.out.splitlines()


class FakeTerminal(io.StringIO):
    """A stream behind which a person sits."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@dataclass(slots=True)
class Program:
    """Runs refcli on one store; `today` stays until it is changed."""

    store: Path
    today: str = TODAY
    env: dict[str, str] = field(default_factory=dict)

    def __call__(
        self,
        line: str | Sequence[str],
        *,
        today: str | None = None,
        answers: Sequence[tuple[str, str | bool | type[BaseException]]] | None = None,
        stdin: str = "",
        terminal: int | None = None,
        env: dict[str, str] | None = None,
        prompter: Prompter | None = None,
    ) -> Result:
        """Run one command; `terminal` is a width in columns, `answers` what a person says.

        `prompter` stands for a person who does more than answer.
        """
        argv = shlex.split(line) if isinstance(line, str) else list(line)
        day = today or self.today
        out = FakeTerminal() if terminal else io.StringIO()
        err = io.StringIO()
        given = {"REFCLI_STORE": str(self.store), **self.env, **(env or {})}
        if terminal:
            given |= {"COLUMNS": str(terminal), "TERM": given.get("TERM", "xterm")}
        scripted = None if answers is None else ScriptedPrompter(answers)
        code = main(
            argv,
            given,
            Streams(io.StringIO(stdin), out, err),
            now=dt.datetime.fromisoformat(f"{day}T12:00:00+00:00"),
            prompter=prompter or scripted,
        )
        if scripted is not None:
            scripted.assert_all_asked(f"{out.getvalue()}{err.getvalue()}")
        return Result(code, out.getvalue(), err.getvalue())

    def ok(self, line: str | Sequence[str], **more: Any) -> Result:
        """Run one command that must succeed."""
        result = self(line, **more)
        assert result.code == 0, f"{line}: exit {result.code}\n{result.out}\n{result.err}"
        return result

    def due(self, within: int = 4000, **more: Any) -> dict[tuple[str, str], str]:
        """What is open, as (kind, contact's name): due date."""
        items = self.ok(f"due --within {min(within, 3650)} --json", **more).json
        return {(item["kind"], item["contact"]["name"]): item["due"] for item in items}

    def number(self, kind: str, name: str = "") -> str:
        """The id of an open follow-up of that kind."""
        items = self.ok("due --within 3650 --json").json
        found = [i for i in items if i["kind"] == kind and name in i["contact"]["name"]]
        assert len(found) == 1, (kind, name, items)
        return str(found[0]["id"])

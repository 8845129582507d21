"""The only exit point: arguments in, exit code out, and nothing escapes."""

import datetime as dt
import errno
import importlib
import os
import re
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from typing import IO, TYPE_CHECKING, Annotated, NamedTuple, cast

import typer
from typer.main import get_command

from refcli import __version__
from refcli.cli.frame.context import App
from refcli.cli.frame.lazy import CONTEXT_SETTINGS, RefcliGroup, tree
from refcli.cli.frame.registry import BARE, COMMANDS
from refcli.domain.today import counted
from refcli.errors import (
    INTERNAL_ERROR,
    INTERRUPTED,
    READER_GONE,
    BadData,
    DiskTrouble,
    RefcliError,
    UsageError,
)
from refcli.render.output import Output, Streams, is_terminal
from refcli.store.paths import store_path

if TYPE_CHECKING:
    from refcli.cli.frame.dialogue import Dialogue
    from refcli.prompt.protocol import Prompter

__all__ = ["Streams", "main"]
# The first words that need no thought.
_KNOWN = {spec.path[0] for spec in COMMANDS if spec.path[0] != "help"}


class Start(NamedTuple):
    """What `main` was called with, for the root command to make the App of."""

    argv: tuple[str, ...]
    env: Mapping[str, str]
    streams: Streams
    output: Output
    now: dt.datetime
    dialogue: "Dialogue | None"


def main(
    argv: Sequence[str],
    env: Mapping[str, str],
    streams: Streams,
    *,
    now: dt.datetime | None = None,
    prompter: "Prompter | None" = None,
) -> int:
    """Run one command and return its exit code.

    `now` is an aware instant, the clock's if not given. With a `prompter` the run is interactive
    whatever the streams are; without one it is when stdin and stdout are terminals.
    """
    output = Output(streams, env)
    try:
        moment = now or dt.datetime.now(dt.UTC).astimezone()
    except (ValueError, OverflowError):
        output.error(f"that is no time zone: TZ={env.get('TZ', '')}", "such as TZ=Europe/Berlin")
        return UsageError.exit_code
    start = Start(
        _understood([_readable(argument) for argument in argv]),
        env,
        streams,
        output,
        moment,
        _dialogue(streams, output, prompter),
    )
    try:
        code = _guarded(start)
        output.flush()
    except BrokenPipeError:
        return READER_GONE
    except OSError as error:
        return _disk_trouble(output, error)
    return code


def _understood(argv: list[str]) -> tuple[str, ...]:
    """The arguments, where another word stands for a command in its own words."""
    if not argv or argv[0] in _KNOWN:
        return tuple(argv)
    from refcli.cli.frame.synonyms import understood

    return tuple(understood(argv))


def _readable(argument: str) -> str:
    """An argument that is text: bytes that are none become `\ufffd`, but for names of files."""
    is_whole = argument.isascii() or os.path.lexists(argument)
    return argument if is_whole else _as_text(argument)


def _as_text(argument: str) -> str:
    try:
        told = argument.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a pair, which no byte stands for
        told = argument.encode("utf-8", "replace")
    return told.decode("utf-8", "replace")


def _guarded(start: Start) -> int:
    """The command, with every error as an exit code and one line."""
    try:
        return _run(start) if start.dialogue is None else start.dialogue.part(lambda: _run(start))
    except RefcliError as told:
        from refcli.cli.frame.mistyped import mistyped_verb

        error = mistyped_verb(start.argv, told, lambda word: _is_somebody(start, word)) or told
        if error.exit_code == 0:
            if "--json" in start.argv:
                start.output.json(None)
            start.output.note(error.message)
        elif "--json" in start.argv:
            start.output.json_error(error.code, error.message, error.hint, error.exit_code)
        else:
            start.output.error(error.message, error.hint)
        return error.exit_code
    except (KeyboardInterrupt, EOFError):
        start.output.error(f"left, {_what_is_kept(start.output)}")
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except OSError as error:
        return _disk_trouble(start.output, error)
    except Exception as error:  # noqa: BLE001  the last line of defence: no traceback, ever
        return _internal(start, error)


def _is_somebody(start: Start, word: str) -> bool:
    """Whether a word that could be a mistyped verb is somebody's name all the same."""
    from refcli.cli.frame.glance import is_somebody

    return is_somebody(start.argv, start.env, word)


def _run(start: Start) -> int:
    root = tree(cast("RefcliGroup", get_command(_typer)))
    with ExitStack() as stack:
        out = start.streams.stdout or stack.enter_context(_nowhere())
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(start.streams.stderr or out))
        instruction = start.env.get("_REFCLI_COMPLETE")
        if instruction:
            from refcli.cli.frame.completing import completed

            return completed(root, instruction, start.output)
        try:
            with root.make_context("refcli", list(start.argv), obj=start) as context:
                result = root.invoke(context)
        except typer.Exit as leaving:
            return leaving.exit_code
        except typer.TyperException as error:
            raise _usage_error(error, start.argv) from error
        except typer.Abort as error:
            raise KeyboardInterrupt from error
    return result if isinstance(result, int) else 0


def _nowhere() -> IO[str]:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123  pathlib costs more


def _usage_error(error: typer.TyperException, argv: Sequence[str]) -> UsageError:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "refcli"
    message = error.format_message().rstrip(".")
    message = re.sub(r"not a valid int(eger| range)$", "not a number", message)
    lowered = message[:1].lower() + message[1:]
    helps = list(dict.fromkeys(("refcli --help", f"{path} --help")))
    if path == "refcli" and lowered.startswith("no such command"):
        from refcli.cli.frame.mistyped import misplaced_verb
        from refcli.cli.frame.synonyms import pointed

        if line := pointed(argv) or misplaced_verb(argv):
            lowered, helps = lowered.partition(". Did you mean")[0], [line, *helps]
    return UsageError(" ".join(lowered.split()), ", or ".join(helps))


def _disk_trouble(output: Output, error: OSError) -> int:
    if error.errno == errno.EPIPE:
        return READER_GONE
    try:
        saved = "saved, but it could not be shown; do not repeat it: " if output.is_saved else ""
        output.error(f"{saved}cannot write: {error.strerror or error}")
        output.flush()
    except OSError:
        pass
    return DiskTrouble.exit_code


def _what_is_kept(output: Output) -> str:
    if output.is_saving:
        return "while it was being saved; whether it was: refcli history"
    return "what was saved before stays" if output.is_saved else "nothing was saved"


def _internal(start: Start, error: Exception) -> int:
    if isinstance(error, sqlite3.Error):
        start.output.error(f"the store cannot be used ({error}), {_what_is_kept(start.output)}")
        return BadData.exit_code
    if isinstance(error, UnicodeEncodeError) and any(_as_text(word) != word for word in start.argv):
        start.output.error("an argument is no text in UTF-8", _what_is_kept(start.output))
        return UsageError.exit_code
    from refcli.cli.frame.glance import strange_in_store

    if strange := strange_in_store(start.argv, start.env):
        start.output.error(
            f"the store holds a value that refcli never wrote ({strange}),"
            f" {_what_is_kept(start.output)}",
            "refcli doctor, and refcli restore with a backup",
        )
        return BadData.exit_code
    if "--debug" in start.argv:
        import traceback

        start.output.raw_error("".join(traceback.format_exception(error)))
    start.output.error(
        f"a bug in refcli ({type(error).__name__}), {_what_is_kept(start.output)}",
        "run it again with `refcli --debug …` and report what it prints",
    )
    return INTERNAL_ERROR


_typer = typer.Typer(
    cls=RefcliGroup,
    context_settings=CONTEXT_SETTINGS,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)


@_typer.callback()
def root(
    context: typer.Context,
    store: Annotated[
        str | None, typer.Option("--store", metavar="FILE", help="The store to use.")
    ] = None,
    no_input: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--no-input", help="Never ask; fail naming what is missing.")
    ] = False,
    debug: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--debug", help="Show a traceback when refcli itself fails.")
    ] = False,
    as_json: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--json", help="What is due, as JSON.")
    ] = False,
    quiet: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--quiet", "-q", help="No hints and no notes, errors only.")
    ] = False,
    no_color: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--no-color", help="No colours, whatever the terminal.")
    ] = False,
    no_pager: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--no-pager", help="Long output goes to the terminal at once.")
    ] = False,
    version: Annotated[  # noqa: FBT002  a flag
        bool, typer.Option("--version", "-V", help="Print the version.", is_eager=True)
    ] = False,
    install_completion: Annotated[
        str | None,
        typer.Option(
            "--install-completion",
            metavar="[SHELL]",
            help="Have bash, zsh or fish complete refcli's words; without SHELL the one at hand.",
        ),
    ] = None,
    show_completion: Annotated[
        str | None,
        typer.Option(
            "--show-completion",
            metavar="[SHELL]",
            help="Print the script for bash, zsh, fish or powershell.",
        ),
    ] = None,
) -> int:
    """Whom to ask, what to say, what is owed today: your referral practice in a terminal."""
    del debug  # read from the arguments, since it must work when parsing fails
    start = context.obj
    start.output.choose(quiet=quiet, colour=not no_color, pager=not no_pager)
    if version:
        start.output.line(f"refcli {__version__}")
        raise typer.Exit(0)
    if install_completion is not None or show_completion is not None:
        from refcli.cli.frame.installing import install, show

        if show_completion is not None:
            show(context.command, show_completion, start.output)
        if install_completion is not None:
            install(context.command, install_completion, start.env, start.output)
        raise typer.Exit(0)
    context.obj = _app(start, store, no_input=no_input)
    if context.invoked_subcommand is None:
        importlib.import_module(BARE).run(context.obj, as_json=as_json)
    return 0


def _app(start: Start, store: str | None, *, no_input: bool) -> App:
    return App(
        env=start.env,
        streams=start.streams,
        output=start.output,
        now=start.now,
        today=_today(start),
        store=store_path(store, start.env),
        is_interactive=start.dialogue is not None
        and not (no_input or start.env.get("REFCLI_NO_INPUT") or "--json" in start.argv),
        dialogue=start.dialogue,
    )


def _today(start: Start) -> dt.date:
    told = start.env.get("REFCLI_TODAY")
    if not told:
        return counted(start.now.date())
    try:
        return counted(dt.date.fromisoformat(told))
    except ValueError as error:
        raise UsageError(f"REFCLI_TODAY is no date like 2026-12-01: {told}") from error


def _dialogue(streams: Streams, output: Output, prompter: "Prompter | None") -> "Dialogue | None":
    """What asks the questions of this run; None where nobody is there to answer."""
    if prompter is None and not (is_terminal(streams.stdin) and is_terminal(streams.stdout)):
        return None
    from refcli.cli.frame.dialogue import Dialogue

    return Dialogue(_terminal_prompter if prompter is None else lambda: prompter, output)


def _terminal_prompter() -> "Prompter":
    from refcli.prompt.terminal import TerminalPrompter

    return TerminalPrompter()

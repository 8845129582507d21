"""The entry point of the program."""

import contextlib
import gc
import os
import sys

from refcli import __version__
from refcli.errors import Busy

_COMPLETE = "_REFCLI_COMPLETE"


def run() -> None:
    """Run refcli with the process's own arguments, environment and streams, and exit."""
    os.umask(0o077)
    # What is imported stays: looking through it for garbage costs a tenth of an import, and at the
    # end of the process a fifth.
    gc.disable()
    try:
        code = _answered_quickly()
        if code is None:
            from refcli.cli.frame.main import Streams, main

            gc.freeze()
            gc.enable()
            code = main(sys.argv[1:], os.environ, Streams(sys.stdin, sys.stdout, sys.stderr))
            # What was done is said: to be interrupted now would only hide how it ended.
            import signal

            signal.signal(signal.SIGINT, signal.SIG_IGN)
    except KeyboardInterrupt:  # before main could answer it
        code = 130
    _leave_quietly()
    sys.exit(code)


def _answered_quickly() -> int | None:
    """What a shell asks at every prompt; None when the full lane is to answer."""
    argv, out = sys.argv[1:], sys.stdout
    is_asked = argv[:1] in (["due"], ["--version"]) or _COMPLETE in os.environ
    if not is_asked or out is None or out.encoding.lower() not in ("utf-8", "utf8"):
        return None
    try:
        text = _quick_text(argv, is_terminal=out.isatty())
    except Busy as error:
        return _busy(error)
    gc.freeze()
    if text is None:
        return None
    try:
        out.write(text)
        out.flush()
    except BrokenPipeError:
        return 141
    except OSError:
        return None  # the full lane fails in the same way, and says so
    return 0


def _busy(error: Busy) -> int:
    """Another command holds the store: said at once, and not waited for once more."""
    from refcli.render.terminal import paint, wants_colour

    err = sys.stderr
    if err is not None:
        label = paint("refcli:", "late", colour=wants_colour(os.environ, is_terminal=err.isatty()))
        hint = f"hint: {error.hint}\n" if error.hint else ""
        with contextlib.suppress(OSError):
            err.write(f"{label} {error.message}\n{hint}")
    return error.exit_code


def _quick_text(argv: list[str], *, is_terminal: bool) -> str | None:
    """The answer, with no more imported than it needs."""
    shell = os.environ.get(_COMPLETE)
    if shell is None and argv == ["--version"]:
        return f"refcli {__version__}\n"
    if shell == "complete_bash":
        from refcli.cli.frame.verbs import completed

        verbs = completed(os.environ.get("COMP_WORDS", ""), os.environ.get("COMP_CWORD", ""))
        if verbs is not None:
            return verbs
    from refcli.cli.frame.quick import answer

    return answer(argv, os.environ, is_terminal=is_terminal)


def _leave_quietly() -> None:
    """Keep Python from complaining about a pipe that nobody reads any more."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    run()

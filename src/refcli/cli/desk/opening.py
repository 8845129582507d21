"""Opens the desk, where there is a terminal that can be drawn on."""

import gc

from refcli.cli.frame.context import App
from refcli.errors import UsageError
from refcli.render.output import is_terminal

_UNABLE = ("", "dumb", "unknown")


def open_desk(app: App) -> None:
    """Show the desk until it is left; raises UsageError where there is no terminal for it."""
    streams = app.streams
    # Textual draws on stderr, and cannot be left where that is closed.
    is_able = all(map(is_terminal, (streams.stdin, streams.stdout, streams.stderr)))
    if not is_able or app.env.get("TERM", "") in _UNABLE:
        raise UsageError(
            "the desk needs a terminal that it can draw on", "the same in lines: refcli due"
        )
    # Nothing of what is loaded for the first screen is garbage; the screen looks again.
    gc.disable()
    from refcli.cli.desk.screen import Desk

    Desk(app).run()

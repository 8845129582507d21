"""The entry point of the program."""

import os
import sys


def run() -> None:
    """Run refcli with the process's own arguments, environment and streams, and exit."""
    os.umask(0o077)
    try:
        from refcli.cli.main import Streams, main

        code = main(sys.argv[1:], os.environ, Streams(sys.stdin, sys.stdout, sys.stderr))
    except KeyboardInterrupt:  # before main could answer it
        code = 130
    _leave_quietly()
    sys.exit(code)


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

"""`refcli followup done`: the same as `refcli done`."""

from refcli.cli.commands.done import run

__all__ = ["run"]

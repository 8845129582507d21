"""`refcli followup skip`: the same as `refcli skip`."""

from refcli.cli.commands.skip import run

__all__ = ["run"]

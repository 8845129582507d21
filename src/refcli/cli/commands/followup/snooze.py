"""`refcli followup snooze`: the same as `refcli snooze`."""

from refcli.cli.commands.snooze import run

__all__ = ["run"]

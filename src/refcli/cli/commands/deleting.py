"""What every `delete` does: the ids as they were typed, one command, told in full."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from refcli.cli.frame.context import App
from refcli.cli.report import report
from refcli.domain.names import number_in
from refcli.domain.typed import typed
from refcli.errors import UnknownName, UsageError

if TYPE_CHECKING:
    from refcli.write.session import Writing

FactIds = Annotated[
    list[str] | None,
    typer.Argument(metavar="ID...", help="Their numbers, as lists print them.", show_default=False),
]


def delete(app: App, group: str, table: str, ids: Sequence[str] | None, *, as_json: bool) -> None:
    """Delete facts of one table."""
    from refcli.write.deletions import delete_facts

    told = told_ids(ids, group)
    carry_out(app, group, lambda work: delete_facts(work, table, told), as_json=as_json)


def told_ids(ids: Sequence[str] | None, group: str) -> list[int]:
    """The numbers that were typed; raises UsageError or UnknownName for none or another word."""
    if not ids:
        raise UsageError("missing ID: which one is to be deleted")
    found = []
    for text in ids:
        number = number_in(text)
        if number is None:
            raise UnknownName(
                f"not a number of a list: {text}", typed("see: refcli {} list", group)
            )
        found.append(number)
    return found


def carry_out(
    app: App, group: str, use_case: Callable[["Writing"], None], *, as_json: bool
) -> None:
    """Run a deletion as one command."""
    report(app, app.write(f"{group} delete", use_case), as_json=as_json)

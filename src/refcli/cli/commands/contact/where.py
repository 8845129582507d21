"""FIELD=VALUE: what a list of contacts is narrowed by."""

from typing import Annotated

import typer

from refcli.domain.contacts import OwnField
from refcli.domain.typed import quoted
from refcli.errors import UsageError
from refcli.read.contact_lists import LOOKED_UP_BY, ContactFilter

Where = Annotated[
    list[str] | None,
    typer.Option("--where", metavar="FIELD=VALUE", help="Whose field is so; repeatable."),
]


def where_told(told: list[str] | None) -> ContactFilter:
    """What each FIELD=VALUE narrows a list by; raises UsageError for what is no such thing."""
    columns, own = [], []
    for each in told or ():
        name, sign, value = (part.strip() for part in each.partition("="))
        if name and not sign:
            raise UsageError(
                f"a field and no value: {each}", f"write it as {quoted(f'{name}=VALUE')}"
            )
        if not name:
            raise UsageError(
                f"no field to look by: {each}",
                f"write it as role=owner; fields: {', '.join(LOOKED_UP_BY)}, or one of your own",
            )
        column = LOOKED_UP_BY.get(name.lower())
        if column is None:
            own.append(OwnField(name, value))
        else:
            columns.append((column, value))
    return ContactFilter(where=tuple(columns), fields=tuple(own))

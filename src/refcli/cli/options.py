"""Options and arguments that several commands share."""

import os
from typing import Annotated, Any

import typer

from refcli.domain.interactions import Channel


class Offered(str):
    """A name on offer; Typer would keep only those that begin with the very letters typed."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        """True: the names were chosen already, whatever their case and accents."""
        return True


def complete_name(context: typer.Context, incomplete: str) -> list[Offered]:
    """The user's own contacts' names; of a name in several words what is still to type."""
    from refcli.errors import RefcliError
    from refcli.read.completion import completions
    from refcli.store.db import is_empty
    from refcli.store.opening import reading
    from refcli.store.paths import store_path

    typed = context.params.get("name")
    before = " ".join(typed) if isinstance(typed, list | tuple) else ""
    store = store_path(context.find_root().params.get("store"), os.environ)
    if is_empty(store):
        return []
    try:
        with reading(store) as connection:
            names = completions(connection, f"{before} {incomplete}".strip())
    except RefcliError:
        return []
    skip = len(before) + 1 if before else 0
    return [Offered(name if name.startswith("@") else name[skip:]) for name in names]


def _name(text: str) -> Any:
    return typer.Argument(
        metavar="NAME", help=text, autocompletion=complete_name, show_default=False
    )


Json = Annotated[bool, typer.Option("--json", help="JSON on stdout and nothing else.")]
NameWords = Annotated[list[str] | None, _name("The contact: a name, part of one, or @id.")]
Name = Annotated[str | None, _name("The contact: a name, part of one, or @id; quoted if spaced.")]
Names = Annotated[list[str] | None, _name("Contacts; names with spaces are quoted.")]
Text = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT", help="The rest of the line.", show_default=False),
]
Words = Annotated[str | None, typer.Option("--words", metavar="TEXT", help="The exact words.")]
ContactOption = Annotated[
    str | None,
    typer.Option(
        "--contact", metavar="NAME", help="Only this contact's.", autocompletion=complete_name
    ),
]
On = Annotated[str | None, typer.Option("--on", metavar="WHEN", help="When it happened.")]
Meeting = Annotated[
    str | None,
    typer.Option("--meeting", metavar="WHEN", help="When the two of you will meet."),
]
Note = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note on it.")]
ChannelOption = Annotated[
    Channel | None, typer.Option("--how", help="The channel.", show_default=False)
]
Ids = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID...", help="Numbers from `refcli due`, or a name.", show_default=False
    ),
]
IntroId = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="Its number, or the prospect's name.",
        autocompletion=complete_name,
        show_default=False,
    ),
]
AskId = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="Its number, or the contact's name.",
        autocompletion=complete_name,
        show_default=False,
    ),
]


def words_text(words: list[str] | None) -> str | None:
    """Words of a name or text as one, None when there are none."""
    return " ".join(words) if words else None


def cents_of(amount: str | None) -> int | None:
    """An amount as it was typed in hundredths; None stays None. Errors as `parse_amount`."""
    from refcli.domain.money import parse_amount

    return None if amount is None else parse_amount(amount)

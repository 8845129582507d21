"""Options and arguments that several commands share."""

from typing import Annotated, Any

import typer

from refcli.cli.dash import from_stdin
from refcli.cli.offered import complete_name
from refcli.domain.interactions import Channel


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
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="ENDING", help="How, whatever the name: md, html, …"),
]
Words = Annotated[
    str | None,
    typer.Option("--words", metavar="TEXT|-", help="The exact words.", callback=from_stdin),
]
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
        metavar="ID...",
        help="Numbers from `refcli due`, or a name; - is stdin.",
        show_default=False,
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

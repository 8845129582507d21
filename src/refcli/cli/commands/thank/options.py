"""The options that tell of thanks, and the thanks that they tell."""

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from refcli.cli.frame.context import App
from refcli.cli.options import On, Words
from refcli.domain.names import MAX_ID
from refcli.domain.thanks import ThanksHow

if TYPE_CHECKING:
    from refcli.write.thanks import ThanksCommand

IntroOption = Annotated[
    int | None,
    typer.Option("--intro", metavar="ID", max=MAX_ID, help="For this introduction."),
]
ThanksHowOption = Annotated[
    ThanksHow | None, typer.Option("--how", help="The form of the thanks.", show_default=False)
]


class ThanksOptions(NamedTuple):
    """What a command may say about thanks, in the order of its help."""

    intro: IntroOption = None
    how: ThanksHowOption = None
    words: Words = None
    on: On = None


def thanks_told(app: App, contact: int, options: ThanksOptions) -> "ThanksCommand":
    """The thanks to or from a contact, today where no day is named."""
    day = app.past(options.on) or app.today
    from refcli.write.thanks import ThanksCommand

    return ThanksCommand(
        contact=contact, on=day, intro=options.intro, how=options.how, words=options.words
    )

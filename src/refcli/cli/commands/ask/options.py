"""The options that are an ask's parts."""

from typing import Annotated, NamedTuple

import typer

from refcli.cli.offered import complete_industry, complete_target
from refcli.domain.asks import Answer, TargetKind

TargetOption = Annotated[
    str | None,
    typer.Option(
        "--target", metavar="T", help="One of your targets.", autocompletion=complete_target
    ),
]
InIndustry = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="INDUSTRY",
        help="The industry or group of people.",
        autocompletion=complete_industry,
    ),
]
LookingFor = Annotated[
    str | None,
    typer.Option("--looking-for", metavar="TEXT", help="What they are looking to do."),
]
Qualities = Annotated[
    str | None,
    typer.Option("--qualities", metavar="TEXT", help="Someone as good as you, who …"),
]
KindOption = Annotated[
    TargetKind | None,
    typer.Option("--kind", help="What kind of referral.", show_default=False),
]
AnswerOption = Annotated[
    Answer | None, typer.Option("--answer", help="What they said.", show_default=False)
]
By = Annotated[str | None, typer.Option("--by", metavar="WHEN", help="They will do it by.")]
Until = Annotated[str | None, typer.Option("--until", metavar="WHEN", help="Not before.")]


class NarrowingOptions(NamedTuple):
    """What a command may say to narrow an ask, in the order of its help."""

    target: TargetOption = None
    industry: InIndustry = None
    looking_for: LookingFor = None
    qualities: Qualities = None
    kind: KindOption = None

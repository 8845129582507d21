"""The options that are a contact's fields, and the fields that they give."""

from typing import Annotated, NamedTuple

import typer

from refcli.cli.frame.context import App
from refcli.cli.options import complete_name
from refcli.domain.contacts import Basis, ContactFields, Nature, Tier
from refcli.domain.thanks import ThanksHow
from refcli.errors import UsageError

Org = Annotated[str | None, typer.Option("--org", metavar="TEXT", help="Organisation.")]
Role = Annotated[str | None, typer.Option("--role", metavar="TEXT", help="Role there.")]
Industry = Annotated[str | None, typer.Option("--industry", metavar="TEXT", help="Industry.")]
Emails = Annotated[
    list[str] | None, typer.Option("--email", metavar="ADDRESS", help="May be repeated.")
]
Phones = Annotated[
    list[str] | None, typer.Option("--phone", metavar="NUMBER", help="May be repeated.")
]
BasisOption = Annotated[
    Basis | None, typer.Option("--basis", help="Why they would trust you.", show_default=False)
]
BasesOption = Annotated[
    list[Basis] | None,
    typer.Option(
        "--basis",
        help="Why they would trust you; may be repeated, the best first.",
        show_default=False,
    ),
]
Is = Annotated[
    Nature | None,
    typer.Option("--is", help="A person, a couple or a firm.", show_default=False),
]
Through = Annotated[
    str | None,
    typer.Option(
        "--through", metavar="NAME", help="Who introduced them.", autocompletion=complete_name
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="Known, or a client, since.")
]
TierOption = Annotated[
    Tier | None, typer.Option("--tier", help="How often to be in touch.", show_default=False)
]
Tags = Annotated[list[str] | None, typer.Option("--tag", metavar="TAG", help="May be repeated.")]
Nicks = Annotated[
    list[str] | None, typer.Option("--nick", metavar="NAME", help="Nickname; may be repeated.")
]
Focus = Annotated[
    str | None, typer.Option("--focus", metavar="TEXT", help="What they are working on now.")
]
ThanksBy = Annotated[
    ThanksHow | None,
    typer.Option("--thanks-by", help="How they like to be thanked.", show_default=False),
]
AdmiredBy = Annotated[
    str | None,
    typer.Option(
        "--admired-by", metavar="NAME", help="Who admires them.", autocompletion=complete_name
    ),
]
ContactNote = Annotated[str | None, typer.Option("--note", metavar="TEXT", help="A note.")]


class ContactOptions(NamedTuple):
    """What a command may say about a contact, in the order of its help."""

    org: Org = None
    role: Role = None
    industry: Industry = None
    email: Emails = None
    phone: Phones = None
    basis: BasesOption = None
    is_a: Is = None
    through: Through = None
    since: Since = None
    tier: TierOption = None
    tag: Tags = None
    nick: Nicks = None
    focus: Focus = None
    thanks_by: ThanksBy = None
    admired_by: AdmiredBy = None
    note: ContactNote = None


def contact_fields(app: App, options: ContactOptions) -> ContactFields:
    """The fields, with names resolved and days read."""
    return ContactFields(
        organization=options.org,
        role=options.role,
        industry=options.industry,
        emails=tuple(options.email or ()),
        phones=tuple(options.phone or ()),
        bases=tuple(options.basis or ()),
        is_a=options.is_a,
        through=app.id_of(options.through),
        since=app.past(options.since, is_long_ago=True),
        tier=options.tier,
        tags=tuple(options.tag or ()),
        nicknames=tuple(options.nick or ()),
        focus=options.focus,
        thanks_by=options.thanks_by,
        admired_by=app.id_of(options.admired_by),
        note=options.note,
    )


# The fields that a list may be narrowed by, as they are typed, and their columns.
_WHERE = {
    "org": "organization",
    "organization": "organization",
    "role": "role",
    "industry": "industry",
    "tier": "tier",
    "focus": "focus",
    "note": "note",
}
Where = Annotated[
    list[str] | None,
    typer.Option("--where", metavar="FIELD=VALUE", help="Whose field is so; repeatable."),
]


def where_told(told: list[str] | None) -> tuple[tuple[str, str], ...]:
    """(column, text) of each FIELD=VALUE; raises UsageError for an unknown field."""
    found = []
    for each in told or ():
        field, sign, value = each.partition("=")
        column = _WHERE.get(field.strip().lower())
        if column is None or not sign:
            raise UsageError(
                f"no field to look by: {each}",
                f"write it as role=owner; fields: {', '.join(_WHERE)}",
            )
        found.append((column, value.strip()))
    return tuple(found)

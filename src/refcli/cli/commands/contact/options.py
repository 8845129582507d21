"""The options that are a contact's fields, and the fields that they give."""

from typing import Annotated, Any, NamedTuple

import typer

from refcli.cli.dash import from_stdin
from refcli.cli.frame.context import App
from refcli.cli.offered import complete_firm, complete_industry, complete_name, complete_tag
from refcli.domain.contacts import Basis, ContactFields, Nature, OwnField, Tier
from refcli.domain.thanks import ThanksHow
from refcli.domain.typed import typed
from refcli.errors import UsageError

Org = Annotated[
    str | None,
    typer.Option("--org", metavar="TEXT", help="Organisation.", autocompletion=complete_firm),
]
Role = Annotated[str | None, typer.Option("--role", metavar="TEXT", help="Role there.")]
Industry = Annotated[
    str | None,
    typer.Option("--industry", metavar="TEXT", help="Industry.", autocompletion=complete_industry),
]
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
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="May be repeated.", autocompletion=complete_tag),
]
FormerNames = Annotated[
    list[str] | None,
    typer.Option("--former-name", metavar="NAME", help="What they were called; may be repeated."),
]
Call = Annotated[
    str | None, typer.Option("--call", metavar="TEXT", help="How you greet them, as in: Dear …")
]
Pronouns = Annotated[
    str | None, typer.Option("--pronouns", metavar="TEXT", help="Such as she/her, or they.")
]
Addresses = Annotated[
    list[str] | None, typer.Option("--address", metavar="TEXT", help="May be repeated.")
]
OwnFields = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="FIELD=VALUE", help="A field of your own; may be repeated."),
]
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
ContactNote = Annotated[
    str | None,
    typer.Option("--note", metavar="TEXT|-", help="A note; - is stdin.", callback=from_stdin),
]


def _taking(option: str, metavar: str, what: str) -> Any:
    return typer.Option(option, metavar=metavar, help=f"Take {what} away.")


NoTags = Annotated[list[str] | None, _taking("--no-tag", "TAG", "a tag")]
NoEmails = Annotated[list[str] | None, _taking("--no-email", "ADDRESS", "an e-mail address")]
NoPhones = Annotated[list[str] | None, _taking("--no-phone", "NUMBER", "a number")]
NoNicks = Annotated[list[str] | None, _taking("--no-nick", "NAME", "a nickname")]
NoFormerNames = Annotated[list[str] | None, _taking("--no-former-name", "NAME", "a former name")]
NoAddresses = Annotated[list[str] | None, _taking("--no-address", "TEXT", "an address")]
Unset = Annotated[list[str] | None, _taking("--unset", "FIELD", "a field of your own")]
NoBases = Annotated[
    list[Basis] | None, typer.Option("--no-basis", help="Take a basis away.", show_default=False)
]
NoTier = Annotated[bool, typer.Option("--no-tier", help="Take the tier away.")]


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
    former_name: FormerNames = None
    call: Call = None
    pronouns: Pronouns = None
    address: Addresses = None
    focus: Focus = None
    thanks_by: ThanksBy = None
    admired_by: AdmiredBy = None
    note: ContactNote = None
    own: OwnFields = None


class RemovalOptions(NamedTuple):
    """What may be taken away from a contact, in the order of its help."""

    no_tag: NoTags = None
    no_email: NoEmails = None
    no_phone: NoPhones = None
    no_nick: NoNicks = None
    no_former_name: NoFormerNames = None
    no_address: NoAddresses = None
    unset: Unset = None
    no_basis: NoBases = None
    no_tier: NoTier = False

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """(field, value) of those of which there may be several."""
        told = (
            ("tags", self.no_tag),
            ("emails", self.no_email),
            ("phones", self.no_phone),
            ("nicknames", self.no_nick),
            ("former_names", self.no_former_name),
            ("addresses", self.no_address),
        )
        return tuple((field, value) for field, values in told for value in values or ())


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
        former_names=tuple(options.former_name or ()),
        call=options.call,
        pronouns=options.pronouns,
        addresses=tuple(options.address or ()),
        focus=options.focus,
        thanks_by=options.thanks_by,
        admired_by=app.id_of(options.admired_by),
        note=options.note,
        fields=own_fields(options.own),
    )


# What comes again each year is no field: it has a day, and `due` shows it.
_DATES = ("birthday", "anniversary", "name day")


def own_fields(told: list[str] | None) -> tuple[OwnField, ...]:
    """The fields of one's own; raises UsageError for one without a value, or one of refcli's."""
    found = []
    for each in told or ():
        name, sign, value = (part.strip() for part in each.partition("="))
        if not sign or not any(letter.isalnum() for letter in name):
            raise UsageError(f"no field and its value: {each}", "write it as --set size=12")
        if name.lower() in _DATES:
            raise UsageError(
                f"{name} is a yearly date",
                typed("type: refcli contact date NAME {} WHEN", name.lower()),
            )
        option = _option_of(name)
        if option:
            raise UsageError(
                f"{name} is no field of your own", f"refcli has one: {option} {value or 'TEXT'}"
            )
        found.append(OwnField(name, value))
    return tuple(found)


def _option_of(name: str) -> str:
    """The option that has the name of a field, '' for none."""
    key = name.lower().lstrip("-").replace(" ", "-").replace("_", "-")
    for hint in ContactOptions.__annotations__.values():
        told = hint.__metadata__[0]
        # Typer keeps the first name of an annotated option as if it were its default.
        option = str(told.default)
        if key in (option[2:], f"{option[2:]}s"):
            return option
    return {"organization": "--org", "organisation": "--org", "name": "--name"}.get(key, "")

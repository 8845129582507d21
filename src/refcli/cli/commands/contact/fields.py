"""A contact's fields from a command's options."""

from refcli.cli.frame.context import App
from refcli.domain.contacts import Basis, ContactFields, Tier
from refcli.domain.thanks import ThanksHow


def contact_fields(
    app: App,
    *,
    name: str | None = None,
    org: str | None = None,
    role: str | None = None,
    industry: str | None = None,
    email: list[str] | None = None,
    phone: list[str] | None = None,
    basis: Basis | None = None,
    through: str | None = None,
    since: str | None = None,
    tier: Tier | None = None,
    tag: list[str] | None = None,
    nick: list[str] | None = None,
    focus: str | None = None,
    thanks_by: ThanksHow | None = None,
    admired_by: str | None = None,
    note: str | None = None,
    no_tag: list[str] | None = None,
    no_tier: bool = False,
) -> ContactFields:
    """The fields, with names resolved and days read."""
    return ContactFields(
        name=name,
        organization=org,
        role=role,
        industry=industry,
        emails=tuple(email or ()),
        phones=tuple(phone or ()),
        basis=basis,
        through=None if through is None else app.who(through).id,
        since=app.past(since),
        tier=tier,
        no_tier=no_tier,
        tags=tuple(tag or ()),
        no_tags=tuple(no_tag or ()),
        nicknames=tuple(nick or ()),
        focus=focus,
        thanks_by=thanks_by,
        admired_by=None if admired_by is None else app.who(admired_by).id,
        note=note,
    )

"""The rhythm of staying in touch: the next date by a contact's tier, rest and newest exchange."""

import datetime as dt

from refcli.domain import kinds
from refcli.domain.kinds import Kind
from refcli.domain.plan import Event, keep_in_touch_on
from refcli.domain.rule import Party
from refcli.read.interactions import newest_interaction
from refcli.read.names import acquaintance, dropped_among
from refcli.write.events import happen
from refcli.write.session import Writing


def next_touch(work: Writing, contact: int) -> dt.date | None:
    """When to be in touch with the contact again, by tier."""
    connection = work.connection
    who = acquaintance(connection, contact)
    newest = newest_interaction(connection, contact)
    return keep_in_touch_on(
        who.tier,
        dt.date.fromisoformat(newest) if newest else None,
        work.today,
        cadence=work.settings.cadence(),
        rest_until=who.rest_until,
    )


def touch_dates(work: Writing, contact: int) -> dict[Kind, dt.date]:
    """The told date of `keep-in-touch`, when the contact has a tier."""
    on = next_touch(work, contact)
    return {} if on is None else {kinds.KEEP_IN_TOUCH: on}


def keep_rhythm(work: Writing, contact: int) -> None:
    """Set the next date to be in touch by the contact's tier and status."""
    happen(
        work,
        Event(
            rule="tiered",
            on=work.today,
            parties={Party.CONTACT: contact},
            told=touch_dates(work, contact),
            dropped=dropped_among(work.connection, [contact]),
        ),
    )

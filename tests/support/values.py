"""Plain values to begin from: a test takes one and replaces what it is about."""

import datetime as dt
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from refcli.domain.asks import Target, TargetKind
from refcli.domain.columns import plain_from_files
from refcli.domain.contacts import Basis, Contact, ContactStatus, Person, Rapport, Tier
from refcli.domain.due import DueItem
from refcli.domain.imports import ImportedPerson
from refcli.domain.interactions import Channel, Direction, Interaction
from refcli.domain.kinds import default_weights
from refcli.domain.thanks import ThanksHow

TODAY = dt.date(2026, 11, 20)  # a Friday
ANNA = Person(1, "Anna Weiss")
TOM = Person(2, "Tom Berg")
PIA = Person(3, "Pia Lang")

# Nothing is known of her but her name.
_UNKNOWN: dict[str, Any] = dict.fromkeys(Contact._fields)
_NONE = dict.fromkeys(
    ("nicknames", "former_names", "emails", "phones", "addresses", "tags", "fields", "dates"), ()
)
CONTACT = Contact._make(
    {
        **_UNKNOWN,
        **_NONE,
        "id": 1,
        "name": "Anna Weiss",
        "basis": Basis.OTHER,
        "bases": (Basis.OTHER,),
        "ties": (),
        "jobs": (),
        "is_a": None,
        "status": ContactStatus.ACTIVE,
        "rapport": Rapport(days=None, band="cold"),
    }.values()
)
# Everything is known of her.
FULL_CONTACT = CONTACT._replace(
    nicknames=("Anni", "Doc"),
    organization="Weiss Dental",
    role="Owner",
    industry="dentistry",
    emails=("anna@weiss.example", "a.weiss@home.example"),
    phones=("+49 89 1234", "0171 555"),
    basis=Basis.CLIENT,
    bases=(Basis.CLIENT,),
    through=TOM,
    since=dt.date(2024, 1, 10),
    tier=Tier.A,
    tags=("chamber", "choir"),
    status=ContactStatus.RESTING,
    status_until=dt.date(2026, 12, 24),
    status_because="on leave",
    thanks_by=ThanksHow.NOTE,
    focus="a second practice",
    admired_by=PIA,
    taught_on=dt.date(2026, 3, 2),
    last_interaction=dt.date(2026, 11, 10),
    rapport=Rapport(days=60, band="warm"),
    note="Likes tea",
    url="https://www.linkedin.com/in/annaweiss",
    known_since=dt.date(2021, 5, 6),
)
TARGET = Target(
    id=4,
    name="Dentists",
    kind=TargetKind.CLIENT,
    industry="dentists",
    looking_for="sell",
    qualities=None,
    listen_for=None,
    unwanted=None,
)
INTERACTION = Interaction(
    id=9,
    on=dt.date(2026, 11, 10),
    channel=Channel.IN_PERSON,
    direction=Direction.BOTH,
    contacts=((1, "Anna Weiss"),),
    text="lunch",
)


def imported(line: int, name: str, **told: Any) -> ImportedPerson:
    """A person of a file, told by column whether it is a plain one or not."""
    plain = {column: told.pop(column) for column in plain_from_files() if column in told}
    return ImportedPerson(line, name, plain, **told)


def due_item(
    number: int = 7,
    *,
    kind: str = "thank",
    late: int = 0,
    contact: Person = ANNA,
    action: str = "Thank Anna Weiss",
    reach_at: str = "",
    closing: str | None = None,
    closed_on: str | None = None,
    note: str | None = None,
    ask: int | None = None,
    intro: int | None = None,
) -> DueItem:
    """A follow-up that is so many days late today."""
    return DueItem(
        id=number,
        kind=kind,
        contact_id=contact.id,
        contact_name=contact.name,
        due=(TODAY - dt.timedelta(days=late)).isoformat(),
        action=action,
        rule="intro.made",
        today=TODAY.isoformat(),
        weights=default_weights(),
        ask=ask,
        intro=intro,
        reach_at=reach_at,
        closed_on=closed_on,
        closing=closing,
        note=note,
    )


@contextmanager
def local_zone(zone: str) -> Iterator[None]:
    """The process in another time zone, told as POSIX has it: `CET-1` is an hour ahead of UTC."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = zone
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()

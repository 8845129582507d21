"""A contact's praise, in their exact words."""

import datetime as dt
from dataclasses import dataclass

from refcli.domain.contacts import Person


@dataclass(frozen=True, slots=True)
class Testimonial:
    """One testimonial; `publish` says that they allowed it to be shown."""

    id: int
    contact: Person
    words: str
    on: dt.date
    publish: bool
    byline: str

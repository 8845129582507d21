"""A contact's praise, in their exact words."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.contacts import Person


class Testimonial(NamedTuple):
    """One testimonial; `publish` says that they allowed it to be shown."""

    id: int
    contact: Person
    words: str
    on: dt.date
    publish: bool
    byline: str

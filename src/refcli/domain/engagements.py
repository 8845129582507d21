"""Work delivered for a client, with their rating."""

import datetime as dt
from typing import NamedTuple

from refcli.errors import UsageError

BEST_RATING = 10


class Engagement(NamedTuple):
    """One piece of work; `delivered` is None while it goes on."""

    id: int
    contact_id: int
    contact_name: str
    what: str
    delivered: dt.date | None
    ongoing: bool
    rating: int | None
    value_cents: int | None


def checked_rating(rating: int | None) -> int | None:
    """A rating from 0 to 10; raises UsageError for any other."""
    if rating is not None and not 0 <= rating <= BEST_RATING:
        raise UsageError(f"a rating goes from 0 to {BEST_RATING}: {rating}")
    return rating

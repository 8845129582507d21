"""How days are read, and the refusal of what names two."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.dates import Look
from refcli.errors import UsageError

ORDERS = ("dmy", "mdy")


class Reader(NamedTuple):
    """How days are read: from which day on, which way, and which number of a slashed date leads.

    `order` is `dmy`, `mdy` or nothing; `is_long_ago` takes bare years and months too.
    """

    today: dt.date
    look: Look
    order: str = ""
    is_long_ago: bool = False


class TwoReadings(UsageError):
    """A date of numbers that can be read in two ways: the days by their order."""

    def __init__(self, text: str, readings: dict[str, dt.date]) -> None:
        both = " or ".join(f"{day.isoformat()} ({order})" for order, day in readings.items())
        super().__init__(
            f"{text} can be {both}", "write it out, or type: refcli config set date.order dmy"
        )
        self.readings = readings

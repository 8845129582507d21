"""The numbers of the rules; all of them are settings."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from refcli.domain.contacts import DEFAULT_CADENCE_DAYS
from refcli.domain.playbook import default_days
from refcli.domain.settings import Settings

_DAYS = default_days()
_CADENCE = {str(tier): days for tier, days in DEFAULT_CADENCE_DAYS.items()}


class Numbers(NamedTuple):
    """Days by the playbook's names, the rhythm by tier, and what the gates with a date know."""

    days: Mapping[str, int] = MappingProxyType(_DAYS)
    cadence: Mapping[str, int] = MappingProxyType(_CADENCE)
    late_days: int = 60
    lapse_days: int = 60
    promise_thanked_days: int = 14
    praised_days: int = 365
    delighted_rating: int = 9
    poor_rating: int = 6
    after_intro_days: int = 90
    after_partner_days: int = 30
    after_no_days: int = 60
    said_no_days: int = 365

    def after(self, on: dt.date, name: str) -> dt.date:
        """The day that lies a rule's number of days after another."""
        return on + dt.timedelta(days=self.days[name])


def numbers_of(settings: Settings) -> Numbers:
    """The numbers that are in force."""
    names = ("delighted_rating", "poor_rating", "after_intro_days", "after_no_days")
    settings_of = {name: f"gate.{name.replace('_', '-')}" for name in names}
    # The gates are loaded for their own numbers only where one of these was changed.
    gates = {
        name: settings.number(setting)
        for name, setting in settings_of.items()
        if settings.is_set(setting)
    }
    return Numbers(
        days=settings.days(),
        cadence=settings.cadence(),
        late_days=settings.number("late-days"),
        **gates,
    )

"""Settings as they are stored."""

import sqlite3

from refcli.domain.rule import Numbers
from refcli.domain.settings import Settings


def read_settings(connection: sqlite3.Connection) -> Settings:
    """The settings in force; names of a later version are never asked for."""
    return Settings(dict(connection.execute("select name, value from setting")))


def numbers_of(settings: Settings) -> Numbers:
    """The numbers that are in force."""
    names = (
        *("delighted_rating", "poor_rating", "after_intro_days", "after_partner_days"),
        *("after_no_days", "said_no_days"),
    )
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
        lapse_days=settings.number("lapse-days"),
        promise_thanked_days=settings.number("thanked-days"),
        praised_days=settings.number("praised-days"),
        **gates,
    )

"""The kit, as it is or fitted to one source."""

import datetime as dt
import sqlite3

from refcli.domain.asks import narrowness
from refcli.domain.english.names import Party
from refcli.domain.fit import target_fit
from refcli.domain.kit import Kit, KitField
from refcli.read.addressee import addressee_of
from refcli.read.asks import targets
from refcli.read.backgrounds import background_of
from refcli.read.campaigns import running_offer
from refcli.read.settings import read_settings

_MOST_FITTED = 2


def read_kit(connection: sqlite3.Connection, today: dt.date, reader: int | None = None) -> Kit:
    """The whole kit; for one source the targets that they likeliest meet, at most two."""
    texts = kit_texts(connection)
    all_targets = tuple(t for t in targets(connection) if narrowness(t.industry, t.looking_for).ok)
    offer = running_offer(connection, today)
    if reader is None:
        return Kit(texts, all_targets, offer=offer)
    background = background_of(connection, reader)
    ranked = sorted(all_targets, key=lambda t: -target_fit(t, background).share)
    who = addressee_of(connection, reader)
    name = who.name if who.party is Party.FIRM else who.greeting
    return Kit(texts, tuple(ranked[:_MOST_FITTED]), name, offer)


def kit_texts(connection: sqlite3.Connection) -> dict[KitField, str]:
    """What is filled in; the name and the business may come from the settings."""
    known = {field.value for field in KitField}
    texts = {
        KitField(field): value
        for field, value in connection.execute("select field, value from kit").fetchall()
        if field in known
    }
    settings = read_settings(connection)
    for field, name in ((KitField.NAME, "me.name"), (KitField.BUSINESS, "profession")):
        if settings.text(name):
            texts.setdefault(field, settings.text(name))
    return texts

"""The kit, as it is or fitted to one source."""

import sqlite3

from refcli.domain.asks import narrowness
from refcli.domain.fit import target_fit
from refcli.domain.grammar import spoken_first_name
from refcli.domain.kit import Kit, KitField
from refcli.read.asks import targets
from refcli.read.backgrounds import background_of
from refcli.read.names import acquaintance
from refcli.read.settings import read_settings

_MOST_FITTED = 2


def read_kit(connection: sqlite3.Connection, reader: int | None = None) -> Kit:
    """The whole kit; for one source the targets that they likeliest meet, at most two."""
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
    all_targets = tuple(t for t in targets(connection) if narrowness(t.industry, t.looking_for).ok)
    if reader is None:
        return Kit(texts, all_targets)
    background = background_of(connection, reader)
    ranked = sorted(all_targets, key=lambda t: -target_fit(t, background).share)
    name = acquaintance(connection, reader).name
    return Kit(texts, tuple(ranked[:_MOST_FITTED]), spoken_first_name(name))

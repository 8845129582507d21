"""The parts of an ask that fit somebody best."""

import sqlite3

from refcli.domain.drafts.ask import AskParts
from refcli.domain.fit import target_fit
from refcli.read.asks import targets
from refcli.read.backgrounds import background_of


def best_parts(connection: sqlite3.Connection, contact_id: int) -> AskParts:
    """The parts of the target that the contact likeliest knows somebody for."""
    background = background_of(connection, contact_id)
    ranked = sorted(targets(connection), key=lambda t: -target_fit(t, background).share)
    if not ranked:
        return AskParts()
    best = ranked[0]
    return AskParts(
        industry=best.industry,
        looking_for=best.looking_for,
        qualities=best.qualities,
        kind=best.kind,
    )

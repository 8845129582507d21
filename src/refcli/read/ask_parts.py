"""The target, and the parts of an ask, that fit somebody best."""

import sqlite3

from refcli.domain.asks import Target
from refcli.domain.drafts.ask import AskParts
from refcli.domain.fit import target_fit
from refcli.read.asks import targets
from refcli.read.backgrounds import background_of


def best_target(connection: sqlite3.Connection, contact_id: int) -> Target | None:
    """The target that the contact likeliest knows somebody for; None where there is none."""
    background = background_of(connection, contact_id)
    known = targets(connection)
    return max(known, key=lambda t: target_fit(t, background).share, default=None)


def best_parts(connection: sqlite3.Connection, contact_id: int) -> AskParts:
    """The parts of that target."""
    best = best_target(connection, contact_id)
    if best is None:
        return AskParts()
    return AskParts(
        industry=best.industry,
        looking_for=best.looking_for,
        qualities=best.qualities,
        kind=best.kind,
    )

"""The words for handing somebody over, with what they and the partner are called."""

import sqlite3

from refcli.domain.drafts.handover import consent_words, handover_words
from refcli.read.addressee import addressee_of
from refcli.read.contacts import reach_of


def consent_text(
    connection: sqlite3.Connection, prospect: int, partner: int, need: str | None
) -> str:
    """Asking a prospect whether they may be passed on to a partner."""
    return consent_words(
        addressee_of(connection, prospect), addressee_of(connection, partner), need
    )


def handover_text(
    connection: sqlite3.Connection, prospect: int, partner: int, need: str | None
) -> str:
    """Handing a prospect over to a partner, once they agreed."""
    return handover_words(
        addressee_of(connection, partner),
        addressee_of(connection, prospect),
        need,
        reach_of(connection, prospect),
    )

"""Who I am, as the kit and the settings have it."""

import sqlite3

from refcli.domain.drafts.opening import Me
from refcli.domain.kit import KitField
from refcli.read.kit import kit_texts
from refcli.read.settings import read_settings


def who_i_am(connection: sqlite3.Connection) -> Me:
    """My name, business, message and promise, and the first of my addresses."""
    texts = kit_texts(connection)
    settings = read_settings(connection)
    addresses = my_addresses(connection)
    # What stands there for want of a business is the profession.
    is_told = texts.get(KitField.BUSINESS) != settings.text("profession")
    return Me(
        name=texts.get(KitField.NAME, ""),
        business=texts.get(KitField.BUSINESS, "") if is_told else "",
        profession=settings.text("profession"),
        message=texts.get(KitField.MESSAGE, ""),
        promise=texts.get(KitField.PROMISE, ""),
        reach=addresses[0] if addresses else "",
    )


def my_addresses(connection: sqlite3.Connection) -> tuple[str, ...]:
    """My own e-mail addresses, the first the one to write to."""
    told = read_settings(connection).text("me.emails").split(",")
    return tuple(filter(None, map(str.strip, told)))

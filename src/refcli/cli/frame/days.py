"""Days that options and answers tell, read by the user's own settings."""

import datetime as dt
import re
from collections.abc import Callable

from refcli.domain.settings import Settings
from refcli.domain.when.parse import checked, not_a_day, read_when
from refcli.domain.when.reader import Reader, TwoReadings


def told_day(
    text: str,
    reader: Reader,
    settings: Callable[[], Settings],
    which: Callable[[TwoReadings], str],
) -> dt.date:
    """The day of a WHEN; raises UsageError when it is none, or is out of reach.

    Settings are looked up only where they matter; `which` says which order is meant where the
    setting does not.
    """
    if re.search(r"\d[/-]\d", text):
        reader = reader._replace(order=settings().text("date.order"))
    try:
        day = read_when(text, reader)
    except TwoReadings as two:
        day = read_when(text, reader._replace(order=which(two)))
    if day is None:
        day = _in_own_language(text, reader, settings().text("date.language"))
    if day is None:
        raise not_a_day(text)
    return checked(day, text, reader.today, reader.look)


def _in_own_language(text: str, reader: Reader, language: str) -> dt.date | None:
    if not language:
        return None
    from refcli.domain.foreign_days import foreign_day

    return foreign_day(text, reader, language)

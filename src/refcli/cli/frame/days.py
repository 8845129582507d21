"""Days that options and answers tell, read by the user's own settings."""

import datetime as dt
from typing import TYPE_CHECKING

from refcli.domain.when.parse import checked, not_a_day, read_when
from refcli.domain.when.reader import Reader

if TYPE_CHECKING:
    from refcli.cli.frame.context import App


def told_day(app: "App", text: str, reader: Reader) -> dt.date:
    """The day of a WHEN; raises UsageError when it is none, or is out of reach."""
    day = app.in_own_order(text, reader, lambda reader: read_when(text, reader))
    if day is None:
        day = _in_own_language(text, reader, app.settings().text("date.language"))
    if day is None:
        raise not_a_day(text)
    return checked(day, text, reader.today, reader.look)


def _in_own_language(text: str, reader: Reader, language: str) -> dt.date | None:
    if not language:
        return None
    from refcli.domain.foreign_days import foreign_day

    return foreign_day(text, reader, language)

"""Days in the user's own language, where the setting `date.language` names one."""

import datetime as dt

from refcli.domain.dates import Look
from refcli.domain.when.reader import Reader


def foreign_day(text: str, reader: Reader, language: str) -> dt.date | None:
    """What dateparser makes of the text in that language (ISO 639-1), or None."""
    from dateparser import parse  # type: ignore[import-untyped]

    found = parse(
        text,
        languages=[language],
        settings={
            "RELATIVE_BASE": dt.datetime.combine(reader.today, dt.time(12)),
            "PREFER_DATES_FROM": "past" if reader.look is Look.BACK else "future",
            "DATE_ORDER": (reader.order or "dmy").upper(),
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
    return None if found is None else found.date()


def is_language(code: str) -> bool:
    """Whether dateparser knows a language of that code."""
    from dateparser.data.languages_info import language_order  # type: ignore[import-untyped]

    return code in language_order

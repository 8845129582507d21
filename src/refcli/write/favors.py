"""Favors: what is done for contacts, and by them for me."""

import datetime as dt

from refcli.domain.text import clean_text
from refcli.errors import UsageError
from refcli.read.names import acquaintance
from refcli.write.session import Writing
from refcli.write.tables.thanks import FavorRow


def record_favor(
    work: Writing,
    contact_id: int,
    what: str,
    *,
    on: dt.date,
    how: str | None = None,
    given: bool = True,
) -> None:
    """Record one thing done for a contact, or by them for me."""
    text = clean_text(what)
    if not text:
        raise UsageError("say what was done")
    who = acquaintance(work.connection, contact_id)
    row = work.put(FavorRow(contact_id=contact_id, given=given, on_date=on, how=how, what=text))
    code = "favor-given" if given else "favor-received"
    work.say(code, favor=row.id, contact=contact_id, name=who.name, what=text)

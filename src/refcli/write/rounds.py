"""Writing to several people, one at a time: who has been written to, until all have."""

from collections.abc import Collection

from sqlmodel import select

from refcli.write.session import Writing
from refcli.write.tables.own_words import WrittenToRow


def mark_written(work: Writing, name: str, contact: int, everybody: Collection[int]) -> None:
    """Note that somebody was written to or skipped; after the last of them the round is over."""
    work.put(WrittenToRow(round=name, contact_id=contact, on_date=work.today))
    rows = work.find(select(WrittenToRow).where(WrittenToRow.round == name))
    if set(everybody) <= {row.contact_id for row in rows}:
        for row in rows:
            work.delete(row)

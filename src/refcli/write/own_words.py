"""Templates of the user's own: kept once they hold, and taken away again."""

from sqlmodel import select

from refcli.domain.drafts.template import Slot, check_template
from refcli.domain.text import clean_text
from refcli.errors import Refused
from refcli.write.session import Writing
from refcli.write.tables.own_words import OwnWordsRow


def keep_template(work: Writing, slot: Slot, text: str) -> None:
    """Keep a template; raises UsageError for one that does not hold, and keeps the one before."""
    clean = clean_text(text)
    check_template(slot.form, clean)
    row = work.first(select(OwnWordsRow).where(OwnWordsRow.slot == slot.key))
    row = row or OwnWordsRow(slot=slot.key, text=clean)
    row.text = clean
    work.put(row)
    work.say("template-kept", slot=slot.key)


def drop_template(work: Writing, slot: Slot) -> None:
    """Take a template away, so that the built-in words stand again."""
    row = work.first(select(OwnWordsRow).where(OwnWordsRow.slot == slot.key))
    if row is None:
        raise Refused(f"there is no template of your own for {slot.key}", "see: refcli words list")
    work.delete(row)
    work.say("template-dropped", slot=slot.key)

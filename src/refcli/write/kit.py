"""The referral kit: filled in, its targets kept, and shared with a source."""

from collections.abc import Mapping

from sqlmodel import col, select

from refcli.domain.asks import narrowness
from refcli.domain.interactions import Channel
from refcli.domain.kit import KitField
from refcli.domain.text import clean_line, clean_text, fold
from refcli.errors import UnknownName, UsageError
from refcli.read.names import acquaintance
from refcli.write.contacts import mark_taught
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing
from refcli.write.tables.kit import KitRow, TargetRow

_PARTS = ("industry", "looking_for", "qualities", "listen_for", "unwanted")


def edit_kit(work: Writing, texts: Mapping[KitField, str]) -> None:
    """Set the fields that were given; an empty text clears one."""
    for field, value in texts.items():
        row = work.first(select(KitRow).where(KitRow.field == field.value))
        text = clean_text(value)
        if text:
            row = row or KitRow(field=field, value=text)
            row.value = text
            work.put(row)
            work.say("kit-set", field=field, text=clean_line(text))
        elif row is not None:
            work.delete(row)
            work.say("kit-cleared", field=field)


def set_target(work: Writing, name: str, parts: Mapping[str, str | None]) -> None:
    """Add a target, or change the parts of one that were given."""
    label = clean_line(name)
    if not label:
        raise UsageError("a target needs a name", 'refcli kit target "dental practices"')
    query = select(TargetRow).where(TargetRow.name_key == fold(label))
    row = work.first(query)
    is_new = row is None or row.removed_on is not None
    row = row or TargetRow(name=label, name_key=fold(label))
    row.removed_on = None
    for part in _PARTS:
        value = parts.get(part)
        if value is not None:
            setattr(row, part, clean_line(value) or None)
    row.kind = parts.get("kind") or row.kind
    work.put(row)
    work.say("target-added" if is_new else "target-changed", target=row.id, name=row.name)
    narrow = narrowness(row.industry, row.looking_for)
    if not narrow.ok:
        missing = " and ".join(narrow.missing).replace("_", " ")
        work.hint("still-broad", missing=missing)


def remove_target(work: Writing, name: str) -> None:
    """Take a target out of the kit; asks that were made for it keep it."""
    query = select(TargetRow).where(
        TargetRow.name_key == fold(name), col(TargetRow.removed_on).is_(None)
    )
    row = work.first(query)
    if row is None:
        raise UnknownName(f"no target is called {name!r}", "see: refcli kit targets")
    row.removed_on = work.today
    work.put(row)
    work.say("target-removed", target=row.id, name=row.name)


def used_target(work: Writing, target_id: int) -> None:
    """Note that a target was asked for, so that it is offered first the next time."""
    row = work.get(TargetRow, target_id)
    if row is not None:
        row.last_used_on = work.today
        work.put(row)


def share_kit(work: Writing, contact_id: int, channel: Channel, text: str = "") -> None:
    """Record that a source was taught, which is an exchange too."""
    mark_taught(work, contact_id)
    work.say("kit-shown", contact=contact_id, name=acquaintance(work.connection, contact_id).name)
    record_interaction(work, [contact_id], on=work.today, channel=channel, text=text, origin="kit")

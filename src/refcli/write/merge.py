"""Two contacts become one: everything of the other moves over, nothing is doubled."""

import datetime as dt

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.domain.followups import Closing
from refcli.domain.kinds import KINDS
from refcli.domain.text import fold
from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.due import all_open
from refcli.write.contacts import contact_row
from refcli.write.events import close
from refcli.write.session import Writing
from refcli.write.tables.contact import ContactNicknameRow, ContactRow

# Rows that belong to one contact and simply change hands.
_OWNED = ("engagement", "ask", "follow_up", "thanks", "favor", "testimonial")
_KEYED = {
    "contact_email": "email_key",
    "contact_phone": "phone_key",
    "contact_nickname": "nickname_key",
    "contact_tag": "tag_key",
}
_FILLED = (
    *("organization", "role", "industry", "tier", "thanks_by", "focus", "focus_on", "url"),
    *("url_key", "status_because", "forgiven_on"),
)
_EARLIEST = ("since", "known_since", "taught_on", "created_on")
_PROFILE = (
    *("services", "differs", "tell", "good_referral", "listen_for", "story", "serves"),
    *("stage", "interviewed_on"),
)


def merge_contacts(work: Writing, keep_id: int, other_id: int) -> int:
    """Move everything of the other contact to the one kept, and return the id of that one.

    Raises Refused when one introduced the other: then they are two people.
    """
    if keep_id == other_id:
        raise UsageError("the two are the same contact already")
    keep, other = contact_row(work, keep_id), contact_row(work, other_id)
    _refuse_if_two(work, keep, other)
    name = other.name
    _fill(work, keep, other)
    _move_keyed(work, keep_id, other_id)
    _move_interactions(work, keep_id, other_id)
    _move_owned(work, keep_id, other_id)
    _move_profile(work, keep_id, other_id)
    for table in ("rapport", "contact_word"):
        work.change(f"delete from {table} where contact_id = ?", (other_id,))
    work.change("delete from contact where id = ?", (other_id,))
    _close_doubles(work, keep_id)
    if fold(name) != fold(keep.name):
        _keep_as_nickname(work, keep_id, name)
    work.say(f"merged {name} (@{other_id}) into {contact_row(work, keep_id).name} (@{keep_id})")
    return keep_id


def _refuse_if_two(work: Writing, keep: ContactRow, other: ContactRow) -> None:
    row = work.connection.execute(
        "select id from intro where (:a in (source_id, prospect_id, receiver_id))"
        " and (:b in (source_id, prospect_id, receiver_id)) limit 1",
        {"a": keep.id, "b": other.id},
    ).fetchone()
    if row is not None:
        raise Refused(
            f"{keep.name} and {other.name} are two people: intro {row[0]} has them both",
            typed("refcli intro show {}", row[0]),
        )


def _fill(work: Writing, keep: ContactRow, other: ContactRow) -> None:
    for name in _FILLED:
        if getattr(keep, name) is None:
            setattr(keep, name, getattr(other, name))
    for name in _EARLIEST:
        known = [day for day in (getattr(keep, name), getattr(other, name)) if day is not None]
        setattr(keep, name, min(known, default=None))
    if keep.basis == "other":
        keep.basis = other.basis
    for name in ("through_id", "admired_by_id"):
        merged = getattr(keep, name) or getattr(other, name)
        setattr(keep, name, None if merged in (keep.id, other.id) else merged)
        work.change(
            f"update contact set {name} = ? where {name} = ? and id <> ?",
            (keep.id, other.id, keep.id),
        )
    notes = [note for note in (keep.note, other.note) if note]
    keep.note = "\n".join(dict.fromkeys(notes)) or None
    work.put(keep)


def _move_keyed(work: Writing, keep: int, other: int) -> None:
    for table, key in _KEYED.items():
        work.change(
            f"delete from {table} where contact_id = :other and {key} in"
            f" (select {key} from {table} where contact_id = :keep)",
            {"keep": keep, "other": other},
        )
        work.change(f"update {table} set contact_id = ? where contact_id = ?", (keep, other))


def _move_interactions(work: Writing, keep: int, other: int) -> None:
    work.change(
        "delete from interaction_contact where contact_id = :other and interaction_id in"
        " (select interaction_id from interaction_contact where contact_id = :keep)",
        {"keep": keep, "other": other},
    )
    work.change("update interaction_contact set contact_id = ? where contact_id = ?", (keep, other))


def _move_owned(work: Writing, keep: int, other: int) -> None:
    for table in _OWNED:
        work.change(f"update {table} set contact_id = ? where contact_id = ?", (keep, other))
    for column in ("source_id", "prospect_id", "receiver_id"):
        work.change(f"update intro set {column} = ? where {column} = ?", (keep, other))


def _move_profile(work: Writing, keep: int, other: int) -> None:
    has_own = work.connection.execute(
        "select 1 from partner where contact_id = ?", (keep,)
    ).fetchone()
    if has_own is None:
        work.change("update partner set contact_id = ? where contact_id = ?", (keep, other))
        return
    settings = ", ".join(
        f"{c} = coalesce({c}, (select {c} from partner where contact_id = :other))"
        for c in _PROFILE
    )
    work.change(
        f"update partner set {settings} where contact_id = :keep", {"keep": keep, "other": other}
    )
    work.change("delete from partner where contact_id = ?", (other,))


def _close_doubles(work: Writing, contact: int) -> None:
    """The same follow-up is never open twice: of two that are the same, one date stays."""
    seen: set[tuple[object, ...]] = set()
    open_ones = all_open(work.connection, work.today.isoformat(), contact=contact)
    for item in sorted(open_ones, key=_first_stays):
        kind = KINDS[item.kind]
        key = (kind,) if kind.once else (kind, item.ask, item.intro, item.engagement)
        if key in seen and kind.stays != kinds.BOTH:
            close(work, item.id, Closing.REPLACED)
        seen.add(key)


def _first_stays(item: DueItem) -> tuple[int, int]:
    """The order in which the first of two that are the same is the one that stays."""
    day, stays = dt.date.fromisoformat(item.due).toordinal(), KINDS[item.kind].stays
    if stays == kinds.TOLD_LAST:
        return 0, -item.id
    return (-day if stays == kinds.LATER else day), item.id


def _keep_as_nickname(work: Writing, contact: int, name: str) -> None:
    found = work.connection.execute(
        "select 1 from contact_nickname where contact_id = ? and nickname_key = ?",
        (contact, fold(name)),
    ).fetchone()
    if found is None:
        row = ContactNicknameRow(contact_id=contact, nickname=name, nickname_key=fold(name))
        work.put(row)

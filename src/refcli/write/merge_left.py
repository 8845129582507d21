"""Whose end, rest and facts stand when two contacts become one, and what of the other goes."""

from refcli.domain.column import Merge
from refcli.domain.columns import TABLES
from refcli.domain.contacts import ContactStatus, is_death
from refcli.domain.text import clean_line
from refcli.read.names import names_of
from refcli.read.rows import named
from refcli.read.ties import ties
from refcli.write.session import Writing
from refcli.write.tables.contact import ContactRow

_STEPS = named(("rest", "drop", "return"))


def take_status(work: Writing, keep: ContactRow, other: ContactRow) -> list[str]:
    """The end or rest of the contact kept stands, but for a death, which is so of both.

    A double may have been dropped for being one. Returns what goes of the other's.
    """
    has_died = is_death(other.status_because) and other.status == ContactStatus.DROPPED
    is_news = has_died and not is_death(keep.status_because)
    work.change(
        f"delete from contact_step where contact_id = ? and step in ({_STEPS})",
        ((keep if is_news else other).id,),
    )
    if is_news:
        keep.status, keep.status_until = other.status, None
        keep.status_because = other.status_because
        because = clean_line(keep.status_because or "")
        work.say("contact-dropped", contact=keep.id, name=keep.name, because=because)
        return []
    says_same = (other.status, other.status_because) == (keep.status, keep.status_because)
    return [] if other.status == ContactStatus.ACTIVE or says_same else [_told(other)]


def _told(row: ContactRow) -> str:
    if row.status_until is not None:
        return f"resting until {row.status_until.isoformat()}"
    return f"{row.status}: {clean_line(row.status_because or '')}"


# What a person set by hand of a contact, and would miss, as it is said.
_SET_BY_HAND = {
    name: name.removesuffix("_id").replace("_", " ")
    for name in (
        *("organization", "role", "industry", "is_a", "through_id", "tier", "thanks_by", "call"),
        *("pronouns", "focus", "admired_by_id", "url"),
    )
}


def differing(work: Writing, keep: ContactRow, other: ContactRow) -> list[str]:
    """What of the other goes, because the contact kept says something else."""
    gone = []
    for name, label in _SET_BY_HAND.items():
        own, theirs = getattr(keep, name), getattr(other, name)
        if own and theirs and own != theirs:
            is_person = TABLES["contact"].columns[name].to == "contact"
            told = names_of(work.connection, [theirs]) if is_person else theirs
            gone.append(f"{label} {told}")
    return [*gone, *_of_partner(work, keep, other), *_of_ties(work, keep, other)]


def _of_partner(work: Writing, keep: ContactRow, other: ContactRow) -> list[str]:
    filled = [n for n, c in TABLES["partner"].columns.items() if c.merge is Merge.FILLS]
    found = {
        row[0]: row[1:]
        for row in work.connection.execute(
            f"select contact_id, {', '.join(filled)} from partner where contact_id in (?, ?)",
            (keep.id, other.id),
        ).fetchall()
    }
    if len(found) < len((keep, other)):
        return []
    pairs = zip(filled, found[keep.id or 0], found[other.id or 0], strict=True)
    return [
        f"{name.replace('_', ' ')} {theirs}"
        for name, own, theirs in pairs
        if own and theirs and own != theirs
    ]


def _of_ties(work: Writing, keep: ContactRow, other: ContactRow) -> list[str]:
    """To whom both are tied, and the other by another word."""
    found = ties(work.connection, f"{keep.id}, {other.id}")
    own = {tie.contact.id: tie.word for tie in found.get(keep.id or 0, ())}
    theirs = found.get(other.id or 0, ())
    return [
        f"{tie.contact.name} as {tie.word}"
        for tie in theirs
        if own.get(tie.contact.id, tie.word) != tie.word
    ]

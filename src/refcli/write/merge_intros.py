"""One introduction that was noted of two contacts who are one: it is kept once."""

import sqlite3
from itertools import combinations

from refcli.domain.intros import Intro, IntroDirection
from refcli.domain.typed import typed
from refcli.read.intros import intros
from refcli.read.rows import marks, one_number
from refcli.write.deletions import take_back
from refcli.write.follow_up_numbers import keep_numbers
from refcli.write.session import Writing

# So many days apart they may be one where one of them has ended.
_NEAR = 30


def intro_ids_of(connection: sqlite3.Connection, contact: int) -> frozenset[int]:
    """The introductions in which a contact has a part."""
    return frozenset(known.id for known in intros(connection, contact=contact))


def unite_intros(work: Writing, contact: int, theirs: frozenset[int]) -> None:
    """Of two introductions of the same people the open one that says less goes.

    One of them was among `theirs`, who are one with the contact now: two that the contact had
    before were told apart. Where either says what the other does not, both stay, and a hint says
    which they are.
    """
    gone: set[int] = set()
    found = sorted(intros(work.connection, contact=contact), key=lambda i: i.id)
    for one, other in combinations(found, 2):
        is_new = (one.id in theirs) is not (other.id in theirs)
        if not is_new or gone & {one.id, other.id} or not _may_be_one(one, other):
            continue
        # Of two that say the same the first stays.
        less = next((i for i, of in ((other, one), (one, other)) if _says_less(work, i, of)), None)
        more = one if less is other else other
        if less is None:
            line = typed("refcli intro delete {}", other.id)
            work.hint("introductions-alike", one=one.id, other=other.id, line=line)
            continue
        gone.add(less.id)
        _join_sources(work, less, more)
        take_back(work, "intro", less.id)
        work.say("introductions-united", intro=more.id, other=less.id, name=more.prospect.name)


def _may_be_one(one: Intro, other: Intro) -> bool:
    """Whether nobody would have noted both; long after one has ended there may be another."""
    is_same = _fits_into(other, one) or _fits_into(one, other)
    are_open = one.is_open and other.is_open
    is_near = abs((one.on - other.on).days) <= _NEAR and (one.is_open or other.is_open)
    return is_same and (are_open or is_near)


def _fits_into(one: Intro, other: Intro) -> bool:
    """Whether whoever takes part in one takes the same part in the other.

    The same prospects are received once, whoever introduced them: several are sources of it.
    """
    if (one.direction, one.receiver) != (other.direction, other.receiver):
        return False
    mine, theirs = set(one.prospects), set(other.prospects)
    if one.direction is IntroDirection.RECEIVED and mine == theirs:
        return True
    return mine <= theirs and set(one.sources) <= set(other.sources)


def _join_sources(work: Writing, less: Intro, more: Intro) -> None:
    """Who introduced in the one that goes joins the sources of the one that stays."""
    before, now = f"intro:{less.id}/", f"intro:{more.id}/"
    joining = [person.id for person in less.sources if person not in more.sources]
    work.change(
        "update intro_party set intro_id = :more where intro_id = :less and part = 'source'"
        f" and contact_id in ({marks(joining)})",
        {"more": more.id, "less": less.id},
    )
    theirs = [f"{before}%/{source}/%" for source in joining]
    keep_numbers(work, theirs, lambda key: now + key.removeprefix(before))


def _says_less(work: Writing, one: Intro, other: Intro) -> bool:
    """Whether an open one tells nothing of its way, thanks or worth but what another does."""
    told = {(step.step, step.note or "") for step in other.steps}
    steps = told | {(step, "") for step, _ in told}
    query = "select count(*) from thanks where intro_id = :id"
    return (
        one.is_open
        and _fits_into(one, other)
        and {(step.step, step.note or "") for step in one.steps} <= steps
        and one.value_cents is None
        and one.need in (None, other.need)
        and not one_number(work.connection, query, {"id": one.id})
    )

"""One introduction that was noted of two contacts who are one: it is kept once."""

from itertools import combinations

from refcli.domain.intros import Intro, IntroDirection
from refcli.domain.typed import typed
from refcli.read.intros import intros
from refcli.read.rows import one_number
from refcli.write.deletions import take_back
from refcli.write.session import Writing

# So many days apart they may be one where one of them has ended.
_NEAR = 30


def unite_intros(work: Writing, contact: int) -> None:
    """Of two introductions of the same people the open one that says less goes.

    Where either says what the other does not, both stay, and a hint says which they are.
    """
    gone: set[int] = set()
    found = sorted(intros(work.connection, contact=contact), key=lambda i: i.id)
    for one, other in combinations(found, 2):
        if gone & {one.id, other.id} or not _may_be_one(one, other):
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
    is_same = _is_within(other, one) or _is_within(one, other) or _has_two_sources(one, other)
    are_open = one.is_open and other.is_open
    is_near = abs((one.on - other.on).days) <= _NEAR and (one.is_open or other.is_open)
    return is_same and (are_open or is_near)


def _is_within(one: Intro, other: Intro) -> bool:
    """Whether whoever takes part in one takes the same part in the other."""
    return (
        (one.direction, one.receiver) == (other.direction, other.receiver)
        and set(one.sources) <= set(other.sources)
        and set(one.prospects) <= set(other.prospects)
    )


def _has_two_sources(one: Intro, other: Intro) -> bool:
    """Whether two people introduced the same prospects, who are received once, from both."""
    is_received = one.direction is other.direction is IntroDirection.RECEIVED
    return is_received and set(one.prospects) == set(other.prospects)


def _join_sources(work: Writing, less: Intro, more: Intro) -> None:
    """Who introduced in the one that goes joins the sources of the one that stays."""
    for person in less.sources:
        if person not in more.sources:
            work.change(
                "update intro_party set intro_id = :more where intro_id = :less"
                " and contact_id = :who and part = 'source'",
                {"more": more.id, "less": less.id, "who": person.id},
            )


def _says_less(work: Writing, one: Intro, other: Intro) -> bool:
    steps = {step.step for step in one.steps} <= {step.step for step in other.steps}
    query = "select count(*) from thanks where intro_id = :id"
    is_thanked = one_number(work.connection, query, {"id": one.id})
    return (
        one.is_open
        and (_is_within(one, other) or _has_two_sources(one, other))
        and steps
        and not is_thanked
        and one.value_cents is None
        and one.need in (None, other.need)
    )

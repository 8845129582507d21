"""What can be settled in one talk with somebody: of all that is open, what is for now."""

from collections.abc import Sequence

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS

# What lies further ahead is not for today's talk, unless it is about something under way.
AHEAD_DAYS = 14
_UNDER_WAY = (kinds.STATUS, kinds.CHECK, kinds.CONFIRM, kinds.CONSENT, kinds.REACH)


def is_for_now(item: DueItem) -> bool:
    """Whether a follow-up can be talked about now; the talk itself is how one keeps in touch."""
    if item.kind == kinds.KEEP_IN_TOUCH:
        return False
    is_under_way = item.kind in _UNDER_WAY or KINDS[item.kind].is_thanks
    return is_under_way or item.days_late >= -AHEAD_DAYS


def to_be_said(items: Sequence[DueItem]) -> tuple[DueItem, ...]:
    """Thanks and news, which are said together."""
    return tuple(i for i in items if KINDS[i.kind].is_thanks or i.kind == kinds.STATUS)

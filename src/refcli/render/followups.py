"""Follow-ups in `due`'s shape, and what a writing command did."""

from collections.abc import Sequence

from refcli.domain.due import DueItem, lateness_words
from refcli.domain.kinds import KEEP_IN_TOUCH
from refcli.render.output import Json


def item_json(item: DueItem) -> Json:
    """A follow-up as `due --json` has it."""
    return {
        "id": item.id,
        "due": item.due,
        "days_late": item.days_late,
        "kind": item.kind,
        "contact": {"id": item.contact_id, "name": item.contact_name},
        "action": item.action,
        "rule": item.rule,
        "ask": item.ask,
        "intro": item.intro,
        "urgency": item.urgency,
    }


def closed_json(item: DueItem) -> Json:
    """A closed follow-up: as `item_json`, with how it ended."""
    return {
        **item_json(item),
        "closed_on": item.closed_on,
        "closing": item.closing,
        "note": item.note,
    }


def written_json(
    did: Sequence[str],
    events: Sequence[Json],
    opened: Sequence[DueItem],
    closed: Sequence[DueItem],
) -> Json:
    """What a writing command did: in sentences, by code and id, and what that opened and closed."""
    return {
        "did": list(did),
        "events": list(events),
        "opened": [item_json(item) for item in opened],
        "closed": [item_json(item) for item in closed],
    }


def opened_line(item: DueItem) -> str:
    """`due tomorrow: Thank Anna Weiss … (12)`."""
    return f"due {lateness_words(item.days_late)}: {item.action} ({item.id})"


def closed_line(item: DueItem) -> str:
    """`done: Thank Anna Weiss … (12)`, or how else it ended."""
    return f"{item.closing}: {item.action} ({item.id})"


def told(
    opened: Sequence[DueItem], closed: Sequence[DueItem]
) -> tuple[tuple[DueItem, ...], tuple[DueItem, ...]]:
    """What is worth a line: (opened, closed) without a rhythm that just begins anew."""
    renewed = {i.contact_id for i in opened if i.kind == KEEP_IN_TOUCH}
    kept = tuple(i for i in closed if i.kind != KEEP_IN_TOUCH or i.contact_id not in renewed)
    return tuple(opened), kept

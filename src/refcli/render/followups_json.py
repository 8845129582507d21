"""Follow-ups in `due`'s shape of JSON, and what a writing command did."""

from collections.abc import Sequence

from refcli.domain.answers import answers_of, default_answer
from refcli.domain.due import DueItem
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
        "time": item.time,
        "until": item.until,
        "place": item.place,
        "answers": list(answers_of(item)),
        "default": default_answer(item),
        "others": [{"id": number, "name": name} for number, name in item.others],
        "repeats": item.repeats,
        "on": item.occurs,
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
    gone: Sequence[DueItem] = (),
) -> Json:
    """What a writing command did: in sentences, by code and id, and what that did to follow-ups."""
    return {
        "did": list(did),
        "events": list(events),
        "opened": [item_json(item) for item in opened],
        "closed": [item_json(item) for item in closed],
        "gone": [item_json(item) for item in gone],
    }

"""Whether the store still has, under its number, whom or what the desk showed."""

from refcli.cli.frame.context import App
from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.domain.history import Mark
from refcli.domain.obligations.ledger import Closing
from refcli.read.contacts import contacts_by_id
from refcli.read.due import items_by_id
from refcli.read.history import has_mark

Meant = Person | DueItem | Mark


def is_still(app: App, meant: Meant) -> bool:
    """False when the number is another's now, as after a restore; who is gone is still nobody else.

    Raises as any read.
    """
    with app.reading(quiet=True) as connection:
        if isinstance(meant, Mark):
            return has_mark(connection, meant)
        if isinstance(meant, DueItem):
            items = items_by_id(connection, [meant.id], app.today.isoformat())
            return all(_told(item) == _told(meant) for item in items)
        people = contacts_by_id(connection, [meant.id], app.today, is_whole=False)
        return all(person.name == meant.name for person in people)


def what_became(app: App, item: DueItem) -> str:
    """What another shell made of a follow-up that is listed no more; raises as any read."""
    with app.reading(quiet=True) as connection:
        found = items_by_id(connection, [item.id], app.today.isoformat())
    if not found or _told(found[0]) != _told(item):
        return "not there any more"
    closing = found[0].closing
    if closing is None:
        return "put off elsewhere"
    return {Closing.DONE: "done elsewhere", Closing.SKIPPED: "left out elsewhere"}.get(
        Closing(closing), "no longer due"
    )


def told_of(meant: Meant | None, said: str) -> str:
    """What a command said, with whom it was about where it does not say so itself."""
    if not isinstance(meant, DueItem) or meant.contact_name in said:
        return said
    return f"{meant.contact_name}: {said}"


def _told(item: DueItem) -> tuple[object, ...]:
    return item.contact_id, item.contact_name, item.kind, item.intro, item.note

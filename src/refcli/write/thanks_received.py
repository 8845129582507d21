"""Thanks that a contact gave me."""

from refcli.domain.text import clean_text
from refcli.read.intros import intros
from refcli.read.names import acquaintance
from refcli.write.session import Writing
from refcli.write.tables.thanks import ThanksRow
from refcli.write.thanks import ThanksCommand, refuse_stranger


def receive_thanks(work: Writing, command: ThanksCommand) -> None:
    """Note that a contact thanked me, for an introduction if one is given."""
    who = acquaintance(work.connection, command.contact)
    intro_id = command.intro
    if intro_id is not None:
        refuse_stranger(work, command.contact, intro_id)
    else:
        intro_id = _only_intro_with(work, command.contact)
    row = work.put(
        ThanksRow(
            contact_id=command.contact,
            given=False,
            on_date=command.on,
            how=command.how,
            words=clean_text(command.words or "") or None,
            intro_id=intro_id,
        )
    )
    work.say(
        "thanks-received",
        thanks=row.id,
        contact=command.contact,
        name=who.name,
        intro=intro_id,
        on=command.on,
    )


def _only_intro_with(work: Writing, contact: int) -> int | None:
    """The introduction that thanks are for when there is just one that they could be for."""
    found = [
        i
        for i in intros(work.connection, contact=contact)
        if contact not in {person.id for person, _ in i.thanks_received}
    ]
    return found[0].id if len(found) == 1 else None

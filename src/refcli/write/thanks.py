"""Thanks, given and received."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.intros import IntroState
from refcli.domain.lifecycle import thanks_step
from refcli.domain.plan import Event
from refcli.domain.rule import Party
from refcli.domain.text import clean_text
from refcli.domain.thanks import CHANNEL_OF_THANKS, ThanksHow, gift_caution
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.intros import intro, intros
from refcli.read.thanks import owed_thanks
from refcli.write.contacts import contact_row
from refcli.write.events import happen
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing
from refcli.write.tables.thanks import ThanksRow


class ThanksCommand(NamedTuple):
    """Thanks as the user tells them; `intro` None means what is owed first."""

    contact: int
    on: dt.date
    intro: int | None = None
    ask: int | None = None
    how: ThanksHow | None = None
    words: str | None = None


def give_thanks(work: Writing, command: ThanksCommand) -> None:
    """Thank a contact: closes every open thanks of one introduction or ask."""
    who = contact_row(work, command.contact)
    how = command.how or (ThanksHow(who.thanks_by) if who.thanks_by else None)
    intro_id, ask_id = _origin(work, command)
    step = None if intro_id is None else _step(work, intro_id)
    row = ThanksRow(
        contact_id=command.contact,
        given=True,
        on_date=command.on,
        how=how,
        words=clean_text(command.words or "") or None,
        intro_id=intro_id,
        ask_id=ask_id,
        step=step,
    )
    work.put(row)
    work.say(
        "thanks-given",
        thanks=row.id,
        contact=command.contact,
        name=who.name,
        how=how,
        on=command.on,
    )
    happen(
        work,
        Event(
            rule="thanked",
            on=command.on,
            parties={Party.CONTACT: command.contact},
            intro=intro_id,
            ask=ask_id,
        ),
    )
    caution = gift_caution(how, work.settings.text("profession"))
    if caution:
        work.hint(caution)
    channel = CHANNEL_OF_THANKS.get(how) if how else None
    if channel is not None:
        record_interaction(
            work,
            [command.contact],
            on=command.on,
            channel=channel,
            text=command.words or "",
            origin="thank",
            origin_id=row.id,
        )


def _origin(work: Writing, command: ThanksCommand) -> tuple[int | None, int | None]:
    """The introduction, or else the ask, that the thanks are for."""
    if command.intro is not None:
        found = intro(work.connection, command.intro)
        parties = (found.source, found.prospect, found.receiver)
        if command.contact not in [p.id for p in parties if p is not None]:
            who = contact_row(work, command.contact).name
            raise Refused(
                f"{who} has no part in introduction {found.id}",
                typed("refcli intro show {}", found.id),
            )
        return found.id, found.ask
    if command.ask is not None:
        return None, command.ask
    owed = owed_thanks(work.connection, command.contact)
    if owed is None:
        return None, None
    return (owed.intro, None) if owed.intro is not None else (None, owed.ask)


def _step(work: Writing, intro_id: int) -> str | None:
    taken = frozenset(step.step for step in intro(work.connection, intro_id).steps)
    return None if taken <= {IntroState.NAMED, IntroState.PROPOSED} else thanks_step(taken)


def receive_thanks(work: Writing, command: ThanksCommand) -> None:
    """Note that a contact thanked me, for an introduction if one is given."""
    who = contact_row(work, command.contact)
    if command.intro is not None:
        intro_id, _ = _origin(work, command)
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

"""Thanks, given and received."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.intros import IntroState, thanks_step
from refcli.domain.plan import Event
from refcli.domain.rule import Party
from refcli.domain.text import clean_text
from refcli.domain.thanks import CHANNEL_OF_THANKS, ThanksHow, is_gift_regulated
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.names import acquaintance
from refcli.read.thanks import owed_thanks, parties_of, steps_taken
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
    who = acquaintance(work.connection, command.contact)
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
    profession = work.settings.text("profession")
    if is_gift_regulated(how, profession):
        work.hint("gift-rules", profession=profession)
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
        return command.intro, thanked_intro(work, command.contact, command.intro)
    if command.ask is not None:
        return None, command.ask
    owed = owed_thanks(work.connection, command.contact)
    if owed is None:
        return None, None
    return (owed.intro, None) if owed.intro is not None else (None, owed.ask)


def thanked_intro(work: Writing, contact: int, intro: int) -> int | None:
    """The ask of an introduction that thanks are for; raises Refused when it is not theirs."""
    about = parties_of(work.connection, intro)
    if contact not in (about.source, about.prospect, about.receiver):
        who = acquaintance(work.connection, contact).name
        raise Refused(
            f"{who} has no part in introduction {intro}", typed("refcli intro show {}", intro)
        )
    return about.ask


def _step(work: Writing, intro_id: int) -> str | None:
    taken = steps_taken(work.connection, intro_id)
    return None if taken <= {IntroState.NAMED, IntroState.PROPOSED} else thanks_step(taken)

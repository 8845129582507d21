"""Thanks, given and received."""

import datetime as dt
from typing import NamedTuple

from refcli.domain.interactions import Channel
from refcli.domain.obligations.facts import Base
from refcli.domain.text import clean_text
from refcli.domain.thanks import CHANNEL_OF_THANKS, ThanksHow, is_gift_regulated
from refcli.domain.typed import typed
from refcli.errors import Refused
from refcli.read.facts import parties_of
from refcli.read.names import acquaintance
from refcli.write.interactions import record_interaction
from refcli.write.session import Writing
from refcli.write.tables.thanks import ThanksAboutRow, ThanksRow


class ThanksCommand(NamedTuple):
    """Thanks as the user tells them; `about` is what `done` named, due or not.

    `is_in_talk` ones were given in an exchange that is recorded already.
    """

    contact: int
    on: dt.date
    intro: int | None = None
    how: ThanksHow | None = None
    words: str | None = None
    about: frozenset[Base] = frozenset()
    is_in_talk: bool = False


def give_thanks(work: Writing, command: ThanksCommand) -> None:
    """Thank a contact for all that is due to them, or for one introduction."""
    who = acquaintance(work.connection, command.contact)
    how = command.how or (ThanksHow(who.thanks_by) if who.thanks_by else None)
    if command.intro is not None:
        refuse_stranger(work, command.contact, command.intro)
    row = ThanksRow(
        contact_id=command.contact,
        given=True,
        on_date=command.on,
        how=how,
        words=clean_text(command.words or "") or None,
        intro_id=command.intro,
    )
    work.put(row)
    _put_about(work, row.id or 0, command.about)
    work.say(
        "thanks-given",
        thanks=row.id,
        contact=command.contact,
        name=who.name,
        how=how,
        on=command.on,
    )
    profession = work.settings.text("profession")
    if is_gift_regulated(how, profession):
        work.hint("gift-rules", profession=profession)
    if not command.is_in_talk:
        record_their_exchange(work, row)


def record_their_exchange(work: Writing, row: ThanksRow) -> None:
    """Thanks by a call, a note or a meal are an exchange too."""
    channel = channel_of(row)
    if channel is not None:
        record_interaction(
            work,
            [row.contact_id],
            on=row.on_date,
            channel=channel,
            text=row.words or "",
            origin="thank",
            origin_id=row.id,
        )


def channel_of(row: ThanksRow) -> Channel | None:
    """The channel of the exchange that thanks are, if they are one."""
    return CHANNEL_OF_THANKS.get(ThanksHow(row.how)) if row.how else None


def _put_about(work: Writing, thanks: int, about: frozenset[Base]) -> None:
    for base in sorted(about):
        kind, number = base.origin
        work.put(
            ThanksAboutRow(
                thanks_id=thanks,
                contact_id=base.party,
                kind=base.kind,
                rule=base.rule,
                ask_id=number if kind == "ask" else None,
                intro_id=number if kind == "intro" else None,
            )
        )


def refuse_stranger(work: Writing, contact: int, intro: int) -> None:
    """Raise Refused when somebody has no part in the introduction that thanks are for."""
    if contact not in parties_of(work.connection, intro):
        who = acquaintance(work.connection, contact).name
        raise Refused(
            f"{who} has no part in introduction {intro}", typed("refcli intro show {}", intro)
        )

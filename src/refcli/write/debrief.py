"""A debrief saved: everything that a meeting brought, in one transaction."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from refcli.domain.contacts import ContactFields
from refcli.domain.interactions import Channel, Direction
from refcli.errors import RefcliError, Refused, UnknownName, UsageError
from refcli.read.names import same_named
from refcli.write.asks import AskCommand, make_ask
from refcli.write.contacts import add_contact, edit_contact, refuse_dropped
from refcli.write.followups import add_follow_up
from refcli.write.intros import IntroCommand, receive_intro
from refcli.write.log import LogEntry, log
from refcli.write.session import Writing
from refcli.write.shown import GoneError
from refcli.write.testimonials import record_testimonial


class Debrief(NamedTuple):
    """What a person told after a meeting; None and empty where there was nothing."""

    contact: int
    on: dt.date
    channel: Channel
    text: str
    focus: str | None = None
    praise: str | None = None
    publish: bool = False
    ask: AskCommand | None = None
    intro: IntroCommand | None = None
    admired: tuple[str, ...] = ()
    promises: tuple[tuple[str, dt.date], ...] = ()
    next_on: dt.date | None = None

    def without(self, part: str) -> "Debrief":
        """The same, but for one of its parts."""
        return self._replace(**{part: self._field_defaults[part]})


class PartRefusedError(RefcliError):
    """A part of a debrief is refused, by its field in `Debrief`; `why` says what is wrong."""

    def __init__(self, part: str, why: RefcliError) -> None:
        super().__init__(why.message, why.hint, code=why.code)
        self.part, self.why = part, why


@contextmanager
def _part(name: str) -> Iterator[None]:
    try:
        yield
    except (Refused, UsageError, UnknownName, GoneError) as error:
        raise PartRefusedError(name, error) from error


def save_debrief(work: Writing, told: Debrief) -> None:
    """Record the exchange first, then all that came of it; raises PartRefusedError."""
    if told.next_on is not None:
        with _part("next_on"):
            refuse_dropped(work, (told.contact,), "no meeting is planned")
    log(
        work,
        LogEntry(
            contacts=(told.contact,),
            text=told.text,
            on=told.on,
            channel=told.channel,
            direction=Direction.OUT,
            focus=told.focus,
            next_on=told.next_on,
        ),
    )
    if told.praise:
        with _part("praise"):
            record_testimonial(work, told.contact, told.praise, on=told.on, publish=told.publish)
    if told.ask is not None:
        with _part("ask"):
            make_ask(work, told.ask)
    if told.intro is not None:
        with _part("intro"):
            receive_intro(work, told.intro)
    with _part("admired"):
        for name in told.admired:
            _admire(work, name, told.contact)
    with _part("promises"):
        for text, due in told.promises:
            add_follow_up(work, told.contact, text, due)


def _admire(work: Writing, name: str, by: int) -> None:
    """Note whom they admire; who is called exactly so already is not added again."""
    known = same_named(work.connection, name)
    fields = ContactFields(admired_by=by)
    if not known:
        add_contact(work, name, fields)
    elif len(known) == 1 and known[0] != by:
        edit_contact(work, known[0], fields)

"""Plays the sample story day by day, as a diligent user would have typed it."""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from refcli.domain import kinds
from refcli.domain.asks import Answer
from refcli.domain.contacts import Basis, ContactFields, Tier
from refcli.domain.favors import FavorHow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import IntroState, Rung
from refcli.domain.thanks import ThanksHow
from refcli.read.due import due_items
from refcli.write.asks import AskCommand, make_ask
from refcli.write.contacts import add_contact, drop_contact, rest_contact
from refcli.write.demo.people import PEOPLE, DemoPerson
from refcli.write.demo.story import (
    ASKS,
    DROPPED,
    FAVORS,
    INTRODUCTIONS,
    RESTING,
    TALKS,
    WORKS,
    Asked,
    Favor,
    Introduced,
    Work,
)
from refcli.write.done import DoneCommand, do
from refcli.write.engagements import EngagementFields, add_engagement
from refcli.write.favors import record_favor
from refcli.write.followups import add_follow_up
from refcli.write.intro_steps import StepCommand, take_step
from refcli.write.intros import IntroCommand, receive_intro
from refcli.write.log import LogEntry, log
from refcli.write.session import Writing
from refcli.write.settings import set_setting

_FIRST_DAY = 730
# From then on the user was busy: what came due stays open, so that the sample has a backlog.
_BUSY_SINCE = 6
_RHYTHM_DAYS = {"A": 26, "B": 70, "C": 210, "": 0}
_CHANNELS = (Channel.IN_PERSON, Channel.CALL, Channel.IN_PERSON, Channel.VIDEO, Channel.EMAIL)
_LEFT_TO_THE_STORY = frozenset({kinds.CHECK, kinds.KEEP_IN_TOUCH, kinds.REACH, kinds.ASK})
_GIFTS = ("sent a good book", "passed on a client", "praised them in the newsletter")

Deed = Callable[[], object]


@dataclass(slots=True)
class _Story:
    """What is still to happen, by days ago, and who is who."""

    work: Writing
    today: dt.date
    ids: dict[str, int] = field(default_factory=dict)
    deeds: dict[int, list[Deed]] = field(default_factory=dict)

    def at(self, days_ago: int, deed: Deed) -> None:
        self.deeds.setdefault(days_ago, []).append(deed)


def play(work: Writing) -> None:
    """Fill an empty store with the sample practice, up to today."""
    today = work.today
    story = _Story(work, today)
    dice = random.Random(7)  # noqa: S311  the sample is the same for everybody
    set_setting(work, "me.name", "Sam Rivers")
    set_setting(work, "profession", "accountant")
    set_setting(work, "currency", "EUR")
    _schedule(story, dice)
    for days_ago in range(_FIRST_DAY, -1, -1):
        work.today = today - dt.timedelta(days=days_ago)
        for deed in story.deeds.get(days_ago, ()):
            deed()
        if days_ago >= _BUSY_SINCE and days_ago % 2 == 0:
            _clear_desk(work, dice)
    _finish(story)
    work.did.clear()
    work.hints.clear()
    work.say("sample-made", contacts=len(story.ids))


def _schedule(story: _Story, dice: random.Random) -> None:
    for person in PEOPLE:
        story.at(person.known, partial(_meet, story, person))
        _schedule_talks(story, person, dice)
    for deed in WORKS:
        story.at(deed.days_ago, partial(_deliver, story, deed))
    for asked in ASKS:
        story.at(max(asked.days_ago, 0), partial(_ask, story, asked))
    for introduced in INTRODUCTIONS:
        story.at(introduced.days_ago, partial(_introduce, story, introduced))
    for favor in FAVORS:
        story.at(favor.days_ago, partial(_favor, story, favor))
    name, days_ago, because = DROPPED
    story.at(days_ago, partial(_drop, story, name, because))


def _meet(story: _Story, person: DemoPerson) -> None:
    fields = ContactFields(
        organization=person.organization or None,
        role=person.role or None,
        industry=person.industry or None,
        bases=(Basis(person.basis),),
        tier=Tier(person.tier) if person.tier else None,
        since=story.work.today,
        focus=person.focus or None,
        thanks_by=ThanksHow(person.thanks_by) if person.thanks_by else None,
        tags=tuple(person.tags.split()),
        emails=(f"{person.name.lower().replace(' ', '.')}@example.com",),
    )
    story.ids[person.name] = add_contact(story.work, person.name, fields)


def _schedule_talks(story: _Story, person: DemoPerson, dice: random.Random) -> None:
    rhythm = _RHYTHM_DAYS[person.tier]
    if not rhythm:
        return
    days_ago = person.known - dice.randint(3, rhythm)
    while days_ago > 1:
        text = dice.choice(TALKS)
        channel = dice.choice(_CHANNELS)
        story.at(days_ago, partial(_talk, story, person.name, text, channel))
        days_ago -= dice.randint(rhythm // 2, rhythm + rhythm // 2)


def _talk(story: _Story, name: str, text: str, channel: Channel) -> None:
    log(
        story.work,
        LogEntry(
            contacts=(story.ids[name],),
            text=text,
            on=story.work.today,
            channel=channel,
            direction=Direction.OUT,
        ),
    )


def _deliver(story: _Story, deed: Work) -> None:
    fields = EngagementFields(
        what=deed.what, rating=deed.rating, value_cents=deed.value * 100 or None
    )
    add_engagement(story.work, story.ids[deed.client], fields)


def _drop(story: _Story, name: str, because: str) -> None:
    drop_contact(story.work, story.ids[name], because)


def _favor(story: _Story, favor: Favor) -> None:
    record_favor(
        story.work,
        story.ids[favor.contact],
        favor.what,
        on=story.work.today,
        how=favor.how,
        given=favor.given,
    )
    if favor.how == FavorHow.EVENT:
        _talk(story, favor.contact, favor.what, Channel.EVENT)


def _ask(story: _Story, asked: Asked) -> None:
    make_ask(
        story.work,
        AskCommand(
            contact=story.ids[asked.contact],
            on=story.today - dt.timedelta(days=asked.days_ago),
            industry=asked.industry,
            looking_for=asked.looking_for,
            answer=Answer(asked.answer),
            is_fact=not asked.planned,
            planned=asked.planned,
            anyway=True,
        ),
    )


def _introduce(story: _Story, introduced: Introduced) -> None:
    intro_id = receive_intro(
        story.work,
        IntroCommand(
            source=story.ids[introduced.source],
            prospect=None,
            prospect_name=introduced.prospect,
            on=story.work.today,
            rung=Rung(introduced.rung),
            fields=ContactFields(
                organization=introduced.organization or None, phones=(introduced.phone,)
            ),
        ),
    )
    row = story.work.connection.execute(
        "select prospect_id from intro where id = :id", {"id": intro_id}
    ).fetchone()
    story.ids[introduced.prospect] = row[0]
    for days_ago, step in introduced.way:
        story.at(days_ago, partial(_step, story, intro_id, step, introduced.value))


def _step(story: _Story, intro_id: int, step: str, value: int) -> None:
    cents = value * 100 if step == IntroState.WON and value else None
    take_step(
        story.work,
        intro_id,
        StepCommand(step=IntroState(step), on=story.work.today, value_cents=cents),
    )


def _clear_desk(work: Writing, dice: random.Random) -> None:
    """Do what is due, but for what the story itself will bring."""
    today = work.today.isoformat()
    for item in due_items(work.connection, today, today):
        if item.kind in _LEFT_TO_THE_STORY:
            continue
        note = dice.choice(_GIFTS) if item.kind == kinds.RECIPROCATE else None
        if _is_open(work, item.id):
            do(work, {item.id: DoneCommand(note=note)})


def _is_open(work: Writing, follow_up_id: int) -> bool:
    row = work.connection.execute(
        "select closed_on is null from follow_up where id = :id", {"id": follow_up_id}
    ).fetchone()
    return bool(row and row[0])


def _finish(story: _Story) -> None:
    work, today = story.work, story.today
    name, days = RESTING
    rest_contact(work, story.ids[name], today + dt.timedelta(days=days))
    add_follow_up(work, story.ids["Rosa Jimenez"], "Send Rosa the slides", today)
    log(
        work,
        LogEntry(
            contacts=(story.ids["Tom Brandt"],),
            text="coffee, his daughter takes over in spring",
            on=today - dt.timedelta(days=1),
            channel=Channel.IN_PERSON,
            direction=Direction.OUT,
            next_on=today + dt.timedelta(days=13),
        ),
    )

"""Plays the sample story day by day, as a diligent user would have typed it."""

import datetime as dt
import random
from functools import partial

from refcli.domain import kinds
from refcli.domain.interactions import Channel, Direction
from refcli.read.due import due_items
from refcli.write.contacts import rest_contact
from refcli.write.demo import deeds
from refcli.write.demo.deeds import Story
from refcli.write.demo.people import PEOPLE, DemoPerson
from refcli.write.demo.practice import (
    APPOINTMENTS,
    CAMPAIGN,
    CARDS,
    DATES,
    FIELDS,
    KIT,
    PRAISE,
    TARGETS,
    TIES,
)
from refcli.write.demo.story import (
    ASKS,
    DROPPED,
    FAVORS,
    GIVEN,
    INTRODUCTIONS,
    RESTING,
    TALKS,
    WORKS,
)
from refcli.write.done import DoneCommand, do
from refcli.write.followups import add_follow_up
from refcli.write.kit import edit_kit
from refcli.write.log import LogEntry, log
from refcli.write.session import Writing
from refcli.write.settings import set_setting

_FIRST_DAY = 730
# From then on the user was busy: what came due stays open, so that the sample has a backlog.
_BUSY_SINCE = 6
# When the everyday facts about people were written down.
_NOTED_ON = 60
_RHYTHM_DAYS = {"A": 26, "B": 70, "C": 210, "": 0}
_CHANNELS = (Channel.IN_PERSON, Channel.CALL, Channel.IN_PERSON, Channel.VIDEO, Channel.EMAIL)
_LEFT_TO_THE_STORY = frozenset(
    {kinds.REPAIR, kinds.CHECK, kinds.KEEP_IN_TOUCH, kinds.REACH, kinds.ASK}
)
_GIFTS = ("sent a good book", "passed on a client", "praised them in the newsletter")


def play(work: Writing) -> None:
    """Fill an empty store with the sample practice, up to today."""
    today = work.today
    story = Story(work, today)
    dice = random.Random(7)  # noqa: S311  the sample is the same for everybody
    _schedule_people(story, dice)
    _schedule_practice(story)
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


def _begin(work: Writing) -> None:
    set_setting(work, "me.name", "Sam Rivers")
    set_setting(work, "profession", "accountant")
    set_setting(work, "currency", "EUR")
    edit_kit(work, KIT)
    deeds.aim(work, TARGETS)


def _schedule_people(story: Story, dice: random.Random) -> None:
    story.at(_FIRST_DAY, partial(_begin, story.work))
    for person in PEOPLE:
        story.at(person.known, partial(deeds.meet, story, person))
        _schedule_talks(story, person, dice)
    for work in WORKS:
        story.at(work.days_ago, partial(deeds.deliver, story, work))
    for asked in ASKS:
        story.at(max(asked.days_ago, 0), partial(deeds.ask, story, asked))
    for introduced in INTRODUCTIONS:
        story.at(introduced.days_ago, partial(deeds.introduce, story, introduced))
    for given in GIVEN:
        story.at(given.days_ago, partial(deeds.give, story, given))
    for favor in FAVORS:
        story.at(favor.days_ago, partial(deeds.do_favor, story, favor))
    name, days_ago, because = DROPPED
    story.at(days_ago, partial(deeds.drop, story, name, because))


def _schedule_practice(story: Story) -> None:
    story.at(CAMPAIGN.days_ago, partial(deeds.campaign, story, CAMPAIGN))
    for card in CARDS:
        story.at(card.days_ago, partial(deeds.interview, story, card))
    for praise in PRAISE:
        story.at(praise.days_ago, partial(deeds.praise, story, praise))
    for tie in TIES:
        story.at(_NOTED_ON, partial(deeds.tie, story, tie))
    for own in FIELDS:
        story.at(_NOTED_ON, partial(deeds.note_field, story, own))
    for yearly in DATES:
        story.at(_NOTED_ON, partial(deeds.yearly, story, yearly))
    for planned in APPOINTMENTS:
        story.at(1, partial(deeds.plan, story, planned))


def _schedule_talks(story: Story, person: DemoPerson, dice: random.Random) -> None:
    rhythm = _RHYTHM_DAYS[person.tier]
    if not rhythm:
        return
    days_ago = person.known - dice.randint(3, rhythm)
    while days_ago > 1:
        text = dice.choice(TALKS)
        channel = dice.choice(_CHANNELS)
        story.at(days_ago, partial(deeds.talk, story, person.name, text, channel))
        days_ago -= dice.randint(rhythm // 2, rhythm + rhythm // 2)


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


def _finish(story: Story) -> None:
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

"""What exchanges, the rhythm, work, teaching, favors, praise and thanks make owed, and rests."""

import datetime as dt
import hashlib

from refcli.domain import kinds
from refcli.domain.interactions import MEETING_CHANNELS, Direction, only_arranges
from refcli.domain.intros import ThanksStep
from refcli.domain.kinds import THANKS_KINDS
from refcli.domain.obligations.facts import (
    Appointed,
    Dropped,
    Exchanged,
    Favored,
    JobChanged,
    Noted,
    Origin,
    Praised,
    Rested,
    Returned,
    Taught,
    Thanked,
    Tiered,
    Worked,
)
from refcli.domain.obligations.intros import ended_by_drop, ended_with, taken_up
from refcli.domain.obligations.ledger import Closing, Event, Item
from refcli.domain.obligations.story import Story
from refcli.domain.rule import Party

_About = Tiered | Taught | Worked | Favored | Praised | JobChanged | Noted | Appointed | Dropped


def tier(story: Story, fact: Tiered) -> None:
    """A tier sets the rhythm, from the newest exchange."""
    if fact.tier is None:
        story.tiers.pop(fact.contact, None)
    else:
        story.tiers[fact.contact] = fact.tier
    _keep_rhythm(story, fact.contact, fact.on, "tiered")


def rest(story: Story, fact: Rested) -> None:
    """Nothing is asked of somebody who rests; dates are put off when all is played."""
    story.rests[fact.contact] = fact.until


def come_back(story: Story, fact: Returned) -> None:
    """Who rested or was dropped is there again, and the rhythm begins anew for who was dropped."""
    story.rests.pop(fact.contact, None)
    if story.ledger.gone.pop(fact.contact, None) is not None:
        _keep_rhythm(story, fact.contact, fact.on, "tiered")
        taken_up(story, fact.contact, fact.on)


def drop(story: Story, fact: Dropped) -> None:
    """Nobody who is dropped is courted; what is owed to them stays owed, unless they died."""
    rule = "died" if fact.has_died else "dropped"
    story.ledger.gone[fact.contact] = rule
    driven = [item for item in story.ledger.open.values() if item.party == fact.contact]
    story.ledger.happen(rule, _event(fact, fact.contact), Closing.DROPPED)
    for item in driven:
        ended_by_drop(story, item, fact.on)
    ended_with(story, fact.contact, fact.on)


def exchange(story: Story, fact: Exchanged) -> None:
    """An exchange moves the rhythm of everybody in it; an attempt is none."""
    if fact.is_attempt:
        return
    for contact in fact.contacts:
        if fact.direction is not Direction.IN:
            _in_touch(story, contact, fact.on)
        if fact.channel in MEETING_CHANNELS:
            _meet(story, contact, fact)
        if fact.next_on is not None:
            _plan_next(story, fact, contact, fact.next_on)


def _in_touch(story: Story, contact: int, on: dt.date) -> None:
    if story.newest.get(contact) != on:  # several exchanges of one day are one for the rhythm
        story.newest[contact] = on
        _keep_rhythm(story, contact, on, "logged")


def _meet(story: Story, contact: int, fact: Exchanged) -> None:
    """A meeting on the day of an appointment is that appointment.

    Of several it is the one of its hour, else the first open. A call that arranges it is not.
    """
    of_day = [
        item
        for item in story.ledger.open.values()
        if item.kind is kinds.MEET and item.party == contact and item.due == fact.on
    ]
    if of_day and only_arranges(fact.channel, fact.call):
        return
    made = [item for item in of_day if item.origin[0] == "appointment"]
    made.sort(key=lambda item: (_when(story, item)[0] != fact.at, _when(story, item)))
    later = made[1:]
    for item in of_day:
        if item not in later:
            story.ledger.close(item, fact.on, Closing.DONE)


def _when(story: Story, item: Item) -> tuple[str, int]:
    """The time of an appointment; one of the whole day comes last."""
    number = item.origin[1]
    return story.appointed_at.get(number) or "~", number


def _plan_next(story: Story, fact: Exchanged, contact: int, day: dt.date) -> None:
    """The next meeting that an exchange names; that of the latest exchange stands."""
    if story.next_meetings.get(contact, fact.on) > fact.on:
        return
    story.next_meetings[contact] = fact.on
    event = Event(
        fact.on,
        fact.recorded_on,
        ("contact", contact),
        {Party.CONTACT: (contact,)},
        told={kinds.MEET: day},
    )
    story.ledger.happen("next-planned", event)


def _keep_rhythm(story: Story, contact: int, on: dt.date, rule: str) -> None:
    tier_now = story.tiers.get(contact)
    told = {}
    if tier_now is not None:
        told[kinds.KEEP_IN_TOUCH] = _next_touch(story, contact, on, tier_now)
    newest = story.newest.get(contact)
    event = Event(
        on,
        on,
        ("contact", contact),
        {Party.CONTACT: (contact,)},
        told=told,
        stamp=rule if newest is None else newest.isoformat(),
    )
    story.ledger.happen(rule, event)


def _next_touch(story: Story, contact: int, on: dt.date, tier_now: str) -> dt.date:
    """One cadence after the newest exchange; without one spread over a cadence by the contact."""
    days = story.numbers.cadence[str(tier_now)]
    if contact in story.newest:
        return story.newest[contact] + dt.timedelta(days=days)
    return on + dt.timedelta(days=1 + spread(contact) % days)


def spread(contact: int) -> int:
    """A number that scatters contacts, the same for each of them always."""
    return int.from_bytes(hashlib.sha256(str(contact).encode()).digest()[:4], "big")


def work(story: Story, fact: Worked) -> None:
    """Work that delighted asks for praise, work that did not is put right."""
    if fact.rating is None:
        return
    event = _event(fact, fact.contact, ("engagement", fact.id))
    if fact.rating >= story.numbers.delighted_rating:
        praised = story.praised.get(fact.contact)
        lately = dt.timedelta(days=story.numbers.praised_days)
        is_known = praised is not None and praised >= fact.on - lately
        is_asked = any(
            item.kind is kinds.TESTIMONIAL and item.party == fact.contact
            for item in story.ledger.open.values()
        )
        if not (is_known or is_asked):
            story.ledger.happen("delivered", event)
    elif fact.rating <= story.numbers.poor_rating:
        story.ledger.happen("delivered-badly", event)


def teach(story: Story, fact: Taught) -> None:
    """A contact knows what a good referral is."""
    story.taught.add(fact.contact)
    story.ledger.happen("taught", _event(fact, fact.contact))


def favor(story: Story, fact: Favored) -> None:
    """A favor that I did gives back."""
    if fact.given:
        story.ledger.happen("favored", _event(fact, fact.contact))


def praise(story: Story, fact: Praised) -> None:
    """A testimonial is given."""
    story.praised[fact.contact] = max(story.praised.get(fact.contact, fact.on), fact.on)
    story.ledger.happen("praised", _event(fact, fact.contact))


def change_job(story: Story, fact: JobChanged) -> None:
    """A new employer or role of somebody who matters."""
    if story.person(fact.contact).is_close:
        story.ledger.happen("changed", _event(fact, fact.contact, ("job", fact.id)))


def note(story: Story, fact: Noted) -> None:
    """A follow-up that a person made."""
    event = _event(fact, fact.contact, ("custom", fact.id))
    event.told, event.actions = {kinds.CUSTOM: fact.due}, {fact.contact: fact.text}
    event.every = fact.every
    story.ledger.happen("by-hand", event)


def appoint(story: Story, fact: Appointed) -> None:
    """An appointment is made."""
    event = _event(fact, fact.contact, ("appointment", fact.id))
    event.told = {kinds.MEET: fact.day}
    if fact.at is not None:
        story.appointed_at[fact.id] = fact.at
    story.ledger.happen("appointed", event)


def thank(story: Story, fact: Thanked) -> None:
    """Thanks close all that is due to the contact and what was named; else what is due next."""
    owed = [
        item
        for item in story.ledger.open.values()
        if item.kind in THANKS_KINDS and item.party == fact.contact
    ]
    for item in _thanked(owed, fact):
        story.ledger.close(item, fact.on, Closing.DONE)
        _note(story, item, fact)
    intro = story.intros.get(fact.intro or 0)
    if intro is not None and fact.contact in intro.sources and intro.made_on is not None:
        intro.fill_thanks(fact.contact, intro.moment, fact.on, fact.id)


def _note(story: Story, item: Item, fact: Thanked) -> None:
    """Thanks for a step fill it and each one before it; those for a promise are kept with it."""
    if item.origin[0] == "ask":
        ask = story.asks[item.origin[1]]
        ask.thanked_on, ask.thanks = fact.on, fact.id
        return
    intro = story.intros.get(item.origin[1])
    if intro is not None:
        upto = ThanksStep(item.step or ThanksStep.OUTCOME)
        intro.fill_thanks(item.party, upto, fact.on, fact.id)


def _thanked(owed: list[Item], fact: Thanked) -> list[Item]:
    if fact.intro is not None:
        return [item for item in owed if item.origin == ("intro", fact.intro)]
    found = [item for item in owed if item.due <= fact.on or item.bases & fact.about]
    if found or not owed:
        return found
    nearest = min(item.due for item in owed)
    return [item for item in owed if item.due == nearest]


def _event(fact: _About, contact: int, origin: Origin | None = None) -> Event:
    return Event(
        fact.on,
        fact.recorded_on,
        origin or ("contact", contact),
        {Party.CONTACT: (contact,)},
    )

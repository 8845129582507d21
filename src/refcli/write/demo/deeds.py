"""Each thing that happens in the sample practice, done through the lane that a command takes."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from refcli.domain.asks import Answer
from refcli.domain.contacts import Basis, ContactFields, OwnField, Tier
from refcli.domain.favors import FavorHow
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import Consent, Fault, IntroState, Rung
from refcli.domain.thanks import ThanksHow
from refcli.write.appointments import NewAppointment, make_appointment
from refcli.write.asks import AskCommand, make_ask
from refcli.write.campaigns import start_campaign
from refcli.write.contacts import add_contact, drop_contact, edit_contact
from refcli.write.demo.people import DemoPerson
from refcli.write.demo.practice import Campaign, Card, Own, Planned, Praise, Target, Tie, Yearly
from refcli.write.demo.story import Asked, Favor, Given, Introduced, Work
from refcli.write.engagements import EngagementFields, add_engagement
from refcli.write.favors import record_favor
from refcli.write.intro_gifts import GiveCommand, give_intro, repair
from refcli.write.intro_steps import StepCommand, take_step
from refcli.write.intros import IntroCommand, receive_intro
from refcli.write.kit import set_target
from refcli.write.log import LogEntry, log
from refcli.write.partners import set_partner
from refcli.write.session import Writing
from refcli.write.testimonials import record_testimonial
from refcli.write.thanks import ThanksCommand
from refcli.write.thanks_received import receive_thanks
from refcli.write.ties import tie_contacts
from refcli.write.yearly import YearlyCommand, set_date

_SATURDAY = 5

Deed = Callable[[], object]


@dataclass(slots=True)
class Story:
    """What is still to happen, by days ago, and who is who."""

    work: Writing
    today: dt.date
    ids: dict[str, int] = field(default_factory=dict)
    deeds: dict[int, list[Deed]] = field(default_factory=dict)

    def at(self, days_ago: int, deed: Deed) -> None:
        """Have something done on a day."""
        self.deeds.setdefault(days_ago, []).append(deed)

    def day(self, in_days: int) -> dt.date:
        """A day to come."""
        return self.today + dt.timedelta(days=in_days)


def meet(story: Story, person: DemoPerson) -> None:
    """Somebody becomes a contact."""
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


def talk(story: Story, name: str, text: str, channel: Channel) -> None:
    """An exchange."""
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


def deliver(story: Story, deed: Work) -> None:
    """Work is delivered and rated."""
    fields = EngagementFields(
        what=deed.what, rating=deed.rating, value_cents=deed.value * 100 or None
    )
    add_engagement(story.work, story.ids[deed.client], fields)


def drop(story: Story, name: str, because: str) -> None:
    """Somebody leaves the network."""
    drop_contact(story.work, story.ids[name], because)


def do_favor(story: Story, favor: Favor) -> None:
    """A favor, done or received; one at an event is an exchange too."""
    record_favor(
        story.work,
        story.ids[favor.contact],
        favor.what,
        on=story.work.today,
        how=favor.how,
        given=favor.given,
    )
    if favor.how == FavorHow.EVENT:
        talk(story, favor.contact, favor.what, Channel.EVENT)


def ask(story: Story, asked: Asked) -> None:
    """An ask, made or planned."""
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


def introduce(story: Story, introduced: Introduced) -> None:
    """An introduction comes in, and its way is laid out."""
    work = story.work
    intro_id = receive_intro(
        work,
        IntroCommand(
            source=story.ids[introduced.source],
            prospect=None,
            prospect_name=introduced.prospect,
            on=work.today,
            rung=Rung(introduced.rung),
            fields=ContactFields(
                organization=introduced.organization or None, phones=(introduced.phone,)
            ),
            more_sources=tuple(story.ids[name] for name in introduced.also_from),
        ),
    )
    story.ids[introduced.prospect] = _prospect_of(work, intro_id)
    for days_ago, step in introduced.way:
        story.at(days_ago, partial(_step, story, intro_id, step, introduced))


def _prospect_of(work: Writing, intro_id: int) -> int:
    query = "select prospect_id from intro where id = :id"
    return int(work.connection.execute(query, {"id": intro_id}).fetchone()[0])


def _step(story: Story, intro_id: int, step: str, introduced: Introduced) -> None:
    on, state = story.work.today, IntroState(step)
    if state is IntroState.REPAIRED:
        repair(story.work, intro_id, on, None, is_well=True)
        return
    is_won, is_bad = state is IntroState.WON, state is IntroState.BAD
    told = StepCommand(
        step=state,
        on=on,
        value_cents=introduced.value * 100 if is_won and introduced.value else None,
        note=introduced.went_wrong if is_bad else None,
        fault=Fault.ME if is_bad else None,
    )
    take_step(story.work, intro_id, told)


def give(story: Story, given: Given) -> None:
    """An introduction that the user gives, and its way."""
    ids = story.ids
    intro_id = give_intro(
        story.work,
        GiveCommand(
            prospect=ids[given.prospect],
            partner=ids[given.partner],
            on=story.work.today,
            consent=Consent(given.consent),
            need=given.need,
        ),
    )
    for days_ago, step in given.way:
        told = StepCommand(step=IntroState(step), on=story.today - dt.timedelta(days=days_ago))
        story.at(days_ago, partial(take_step, story.work, intro_id, told))
    if given.thanked:
        story.at(given.thanked, partial(_thanked, story, given.partner, intro_id))


def _thanked(story: Story, name: str, intro_id: int) -> None:
    told = ThanksCommand(
        contact=story.ids[name],
        on=story.work.today,
        intro=intro_id,
        how=ThanksHow.CALL,
        words="the best client this year",
    )
    receive_thanks(story.work, told)


def aim(work: Writing, targets: Iterable[Target]) -> None:
    """The targets come into the kit."""
    for target in targets:
        parts = target._asdict()
        set_target(
            work, str(parts.pop("name")), {part: text or None for part, text in parts.items()}
        )


def campaign(story: Story, told: Campaign) -> None:
    """A campaign begins."""
    start_campaign(
        story.work,
        told.name,
        story.day(told.in_days),
        theme=told.theme,
        offer=told.offer,
        goal=told.goal,
    )


def interview(story: Story, card: Card) -> None:
    """A partner says whom they look for."""
    set_partner(story.work, story.ids[card.partner], card.texts, interviewed=True)


def praise(story: Story, told: Praise) -> None:
    """A client's words are taken down."""
    record_testimonial(
        story.work,
        story.ids[told.client],
        told.words,
        on=story.work.today,
        publish=told.publish,
    )


def tie(story: Story, told: Tie) -> None:
    """Two people belong together."""
    tie_contacts(story.work, story.ids[told.person], story.ids[told.other], told.word)


def yearly(story: Story, told: Yearly) -> None:
    """A date that comes every year."""
    day = story.day(told.in_days)
    # One on the leap day would be there in some years only.
    day -= dt.timedelta(days=(day.month, day.day) == (2, 29))
    year = day.year - told.years if told.years else None
    set_date(
        story.work,
        YearlyCommand(story.ids[told.person], told.label, f"{day:%m-%d}", year),
    )


def plan(story: Story, told: Planned) -> None:
    """An appointment to come."""
    day = story.day(told.in_days)
    if told.is_work and day.weekday() >= _SATURDAY:
        day += dt.timedelta(days=2)
    make_appointment(
        story.work,
        NewAppointment(
            (story.ids[told.person],), day, told.time, place=told.place, about=told.about
        ),
    )


def note_field(story: Story, told: Own) -> None:
    """A field of the user's own."""
    fields = ContactFields(fields=(OwnField(told.name, told.value),))
    edit_contact(story.work, story.ids[told.person], fields)

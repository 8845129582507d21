"""What introductions and their steps make owed, received and given."""

import datetime as dt

from refcli.domain import kinds
from refcli.domain.asks import AskState
from refcli.domain.intros import (
    LOST_STATES,
    OPEN_INTRO_STATES,
    IntroDirection,
    IntroState,
    ThanksStep,
    first_state,
    implied_steps,
    intro_may,
)
from refcli.domain.kinds import Kind
from refcli.domain.obligations.asks import open_ask
from refcli.domain.obligations.facts import Introduced, Joined, Stepped
from refcli.domain.obligations.ledger import DRIVING, Closing, Event, Item, how_closed
from refcli.domain.obligations.story import (
    MOMENTS,
    IntroNow,
    Story,
    event_at,
    event_of,
    is_bereft,
)
from refcli.domain.playbook import AFTER_REPAIR, PLAYBOOK
from refcli.domain.rule import Party

_I = IntroState


RULES_OF = {state: f"intro-{state}" for state in IntroState} | dict.fromkeys(
    LOST_STATES, "intro-lost"
)


def introduce(story: Story, fact: Introduced) -> None:
    """An introduction is told, as a bare name, made, or proposed to its prospect."""
    is_given = fact.direction is IntroDirection.GIVEN
    state = _I.PROPOSED if is_given else first_state(fact.rung)
    intro = IntroNow(fact, state, list(fact.sources), last_step=state)
    story.intros[fact.id] = intro
    if is_given:
        story.ledger.happen("give-proposed", event_at(story, intro, fact))
        return
    for source in fact.sources:
        _link_ask(story, intro, source, fact.on, fact.ask)
    if state is _I.NAMED:
        story.ledger.happen("intro-named", event_at(story, intro, fact))
    else:
        intro.is_told_made = True
        _made(story, intro, fact, meeting=fact.meeting)


def join(story: Story, fact: Joined) -> None:
    """A further source joins: what is owed to them counts from their own day."""
    intro = story.intros.get(fact.intro)
    if intro is None or intro.is_given or fact.on < intro.fact.on:
        story.refuse(fact, "unknown" if intro is None else intro.state)
        return
    intro.sources.append(fact.contact)
    _link_ask(story, intro, fact.contact, fact.on, fact.ask)
    only = event_at(story, intro, fact, sources=(fact.contact,), with_others=False)
    if intro.state is _I.NAMED:
        story.ledger.happen("intro-named", only)
        return
    if intro.made_on is not None:
        _credit(story, intro, fact.contact, fact, only)
        story.ledger.happen("intro-made", only)
    if intro.state in MOMENTS and intro.state is not _I.MADE:
        later = event_at(story, intro, fact, sources=(fact.contact,), with_others=False)
        _replace_thanks(story, intro, fact.on, (fact.contact,))
        later.thanks = MOMENTS[intro.state]
        story.ledger.happen(RULES_OF[intro.state], later)


def step(story: Story, fact: Stepped) -> None:
    """An introduction goes on; a step that its state does not allow is refused."""
    intro = story.intros.get(fact.intro)
    if (
        intro is None
        or fact.on < intro.fact.on
        or not intro_may(intro.fact.direction, intro.state, fact.step)
    ):
        story.refuse(fact, "unknown" if intro is None else intro.state)
        return
    was = intro.state
    intro.is_stale, intro.ended_on, intro.rounds = False, None, 0
    intro.last_step = fact.step
    if fact.step in (_I.BAD, _I.REPAIRED):
        _trouble(story, intro, fact)
    elif intro.is_given:
        _given(story, intro, fact)
    else:
        _received(story, intro, fact, was)
    intro.state = fact.step


def _trouble(story: Story, intro: IntroNow, fact: Stepped) -> None:
    from refcli.domain.obligations.repairs import repaired, went_wrong

    if fact.step is _I.BAD:
        went_wrong(story, intro, fact)
    else:
        repaired(story, intro, event_at(story, intro, fact), is_well=fact.is_well)


def settle(story: Story, intro: IntroNow, on: dt.date) -> None:
    """A bad introduction is repaired when nobody is left to be heard and one party was."""
    if intro.state is _I.BAD:
        from refcli.domain.obligations.repairs import settle_if_heard

        settle_if_heard(story, intro, event_of(story, intro, on))


def _given(story: Story, intro: IntroNow, fact: Stepped) -> None:
    event = event_at(story, intro, fact)
    _imply(intro, fact.step, fact.on)
    if fact.step is _I.MADE:
        intro.made_on, intro.is_told_made = fact.on, True
        story.ledger.happen("give-made", event)
        _give_back(story, intro, fact)
    elif fact.step is _I.REACHED:
        intro.reached_on = fact.on
        story.ledger.happen("give-reached", event)
    else:
        story.ledger.happen("give-ended", event)


def _give_back(story: Story, intro: IntroNow, fact: Stepped) -> None:
    """An introduction that was given, from when it is made, is something given back."""
    if intro.fact.receiver is not None:
        event = Event(
            fact.on,
            fact.recorded_on,
            ("intro", intro.fact.id),
            {Party.CONTACT: (intro.fact.receiver,)},
        )
        story.ledger.happen("favored", event)


def _received(story: Story, intro: IntroNow, fact: Stepped, was: IntroState) -> None:
    if fact.step is _I.MADE:
        intro.is_told_made = True
        _made(story, intro, fact, meeting=fact.meeting)
        return
    if implied_steps(fact.step, frozenset()):
        _imply_made(story, intro, fact)
        _imply(intro, fact.step, fact.on)
    if fact.step is _I.WON and was is _I.WON:
        return
    if fact.step is _I.REACHED:
        intro.reached_on = fact.on
    if fact.step in LOST_STATES and intro.reached_on is not None and fact.step is not _I.NOT_A_FIT:
        for prospect in intro.fact.prospects:
            story.cool(prospect, fact.on + dt.timedelta(days=story.numbers.said_no_days))
    if was in LOST_STATES:
        intro.thank_anew(fact.step)
    event = event_at(story, intro, fact)
    event.thanks = MOMENTS[fact.step]
    _replace_thanks(story, intro, fact.on, tuple(intro.sources))
    rule = "intro-passed" if fact.is_passed else RULES_OF[fact.step]
    if rule == "intro-lost" and intro.made_on is None:
        # Who only gave a name, and says that it will not be, needs no report of it.
        event.actions = dict.fromkeys(intro.sources, "{thank} for thinking of {other}")
    story.ledger.happen(rule, event)


def _imply(intro: IntroNow, taken: IntroState, on: dt.date) -> None:
    """Steps that this one implies and that nobody told get its day."""
    for implied in implied_steps(taken, frozenset()):
        if implied is _I.MADE and intro.made_on is None:
            intro.made_on = on
            intro.implied.append((implied, on))
        if implied is _I.REACHED and intro.reached_on is None:
            intro.reached_on = on
            intro.implied.append((implied, on))


def _imply_made(story: Story, intro: IntroNow, fact: Stepped) -> None:
    """The source did act: what waited for that is satisfied, though nothing is opened by it."""
    if intro.made_on is not None:
        return
    event = event_at(story, intro, fact)
    for closes in PLAYBOOK["intro-made"].closes:
        for item in story.ledger.matching(closes, event):
            story.ledger.close(item, fact.on, how_closed(closes, Closing.DONE))
    for source in intro.sources:
        _introduced(story, intro, source, fact.on)
        _cool_source(story, source, fact.on)


def _made(
    story: Story, intro: IntroNow, fact: Introduced | Stepped, *, meeting: dt.date | None
) -> None:
    intro.made_on = fact.on
    event = event_at(story, intro, fact)
    for source in intro.sources:
        _credit(story, intro, source, fact, event)
    if meeting is not None:
        event.told = {kinds.REACH: meeting}
    story.ledger.happen("intro-made", event)


def _credit(
    story: Story,
    intro: IntroNow,
    source: int,
    fact: Introduced | Stepped | Joined,
    event: Event,
) -> None:
    """What a source's own ask and teaching make needless, and when they may be asked again."""
    unwanted: set[Kind] = set()
    ask = story.asks.get(intro.asks.get(source, 0))
    if ask is not None and ask.thanked_on is not None:
        lately = dt.timedelta(days=story.numbers.promise_thanked_days)
        if fact.on - lately <= ask.thanked_on <= fact.on:
            intro.thanks.setdefault((source, ThanksStep.MADE), (ask.thanked_on, ask.thanks))
            unwanted.add(kinds.THANK)
    if source in story.taught:
        unwanted.add(kinds.EDUCATE)
    _introduced(story, intro, source, fact.on)
    _cool_source(story, source, fact.on)
    event.unwanted = {**event.unwanted, source: frozenset(unwanted)}
    event.not_before = {**event.not_before, source: story.cooling[source]}
    event.thanks = ThanksStep.MADE


def _introduced(story: Story, intro: IntroNow, source: int, on: dt.date) -> None:
    ask = story.asks.get(intro.asks.get(source, 0))
    if ask is not None and ask.state is not AskState.INTRODUCED:
        ask.state, ask.introduced_on = AskState.INTRODUCED, on


def _cool_source(story: Story, source: int, on: dt.date) -> None:
    numbers = story.numbers
    days = numbers.after_intro_days
    if story.person(source).is_partner:
        days = numbers.after_partner_days
    story.cool(source, on + dt.timedelta(days=days))


def _link_ask(story: Story, intro: IntroNow, source: int, on: dt.date, fixed: int | None) -> None:
    """The ask of this source that led to the introduction: the one fixed, else the newest open."""
    if fixed is not None:
        fixed_ask = story.asks.get(fixed)
        if fixed_ask is not None and fixed_ask.fact.contact == source:
            intro.asks[source] = fixed
            return
    found = open_ask(story, source, on)
    if found is not None:
        intro.asks[source] = found


def _replace_thanks(story: Story, intro: IntroNow, on: dt.date, sources: tuple[int, ...]) -> None:
    """Thanks for a later step take the place of those for an earlier one, the promise included."""
    for source in sources:
        origins = [("intro", intro.fact.id)]
        if source in intro.asks:
            origins.append(("ask", intro.asks[source]))
        for origin in origins:
            for item in story.ledger.of(kinds.THANKS_KINDS, source, origin):
                story.ledger.close(item, on, Closing.REPLACED)


def taken_up(story: Story, contact: int, on: dt.date) -> None:
    """With somebody's return what drove their open introductions goes on."""
    for intro in story.intros.values():
        is_ended = intro.ended_on is not None and intro.state in OPEN_INTRO_STATES
        if contact not in intro.parties or not is_ended or is_bereft(story, intro):
            continue
        driven = [
            item
            for item in story.ledger.items
            if item.origin == ("intro", intro.fact.id) and item.kind in DRIVING
        ]
        for last in driven[-1:]:
            if last.closing is Closing.DROPPED and last.party not in story.ledger.gone:
                story.ledger.again(last, on, max(last.due, on))
                intro.ended_on = None


def ended_with(story: Story, contact: int, on: dt.date) -> None:
    """What nobody is asked any more once somebody left, or died.

    Of the dead nobody is asked or told how it goes on with them. Nobody is to introduce me to
    somebody who is dropped, or asked to be passed on to them.
    """
    for intro in story.intros.values():
        if contact not in intro.parties:
            continue
        ended = story.ledger.going_on(("intro", intro.fact.id))
        if not is_bereft(story, intro):
            ended = [item for item in ended if _is_needless(story, intro, item)]
        for item in ended:
            story.ledger.close(item, on, Closing.DROPPED)
            ended_by_drop(story, item, on)


def _is_needless(story: Story, intro: IntroNow, item: Item) -> bool:
    if item.kind is kinds.CONFIRM:
        return story.ledger.have_left(intro.fact.prospects)
    return item.kind is kinds.CONSENT and story.ledger.have_left(intro.fact.receivers)


def ended_by_drop(story: Story, item: Item, on: dt.date) -> None:
    """An introduction that nobody looks after any more, because a party left, has ended.

    Of several prospects the next who is there takes the place of whoever left.
    """
    intro = story.intros.get(item.origin[1]) if item.origin[0] == "intro" else None
    if intro is None or item.kind not in DRIVING or item.closing is None:
        return
    has_left = item.party in intro.fact.prospects and item.party in story.ledger.gone
    others = story.ledger.there(intro.fact.prospects)
    # Who is dropped takes the question whether all is well again along; of the dead it goes on.
    is_about_them = item.rule in AFTER_REPAIR and not story.ledger.have_died((item.party,))
    if has_left and others and not is_about_them and not is_bereft(story, intro):
        story.ledger.hand_on(item, others[0], on)
    if not story.ledger.of(DRIVING, None, item.origin):
        intro.ended_on = on
    settle(story, intro, on)

"""What asks and their answers make owed."""

import datetime as dt

from refcli.domain.asks import Answer, AskState, ask_may
from refcli.domain.kinds import ASK as PLANNED_ASK
from refcli.domain.kinds import CONFIRM, RE_ASK
from refcli.domain.obligations.facts import Answered, Asked, Origin
from refcli.domain.obligations.ledger import Event
from refcli.domain.obligations.story import AskNow, Story
from refcli.domain.rule import Party


def ask(story: Story, fact: Asked) -> None:
    """An ask is planned, or made and not answered on its own day."""
    if fact.planned_for is not None:
        story.asks[fact.id] = AskNow(fact, AskState.PLANNED, fact.on)
        event = _event(fact, fact.contact, ("ask", fact.id))
        event.told = {PLANNED_ASK: fact.planned_for}
        story.ledger.happen("ask-planned", event)
        return
    story.asks[fact.id] = AskNow(fact, AskState.PENDING, fact.on)
    event = _event(fact, fact.contact, ("ask", fact.id))
    story.ledger.happen("ask-made", event)
    if fact.id not in story.answered_at_once:
        story.ledger.happen("ask-pending", event)


def answer(story: Story, fact: Answered) -> None:
    """What the contact said; a planned ask has been made by then."""
    now = story.asks.get(fact.ask)
    if now is None or fact.on < now.fact.on or not _is_possible(story, now, fact):
        story.refuse(fact, "unknown" if now is None else now.state)
        return
    contact = now.fact.contact
    event = _event(fact, contact, ("ask", fact.ask))
    story.ledger.happen("ask-made", event)
    now.state, now.since, now.until = AskState(fact.answer.value), fact.on, fact.until
    now.is_skipped = False
    if fact.answer is Answer.PROMISED:
        now.promised_on = fact.on
        now.until = fact.until or story.numbers.after(fact.on, "ask-promised.confirm")
        event.told = {CONFIRM: now.until}
    elif fact.answer is Answer.PENDING:
        event.told = {} if fact.until is None else {CONFIRM: fact.until}
    else:
        again = fact.until if fact.answer is Answer.LATER else None
        opens_on = again or fact.on + dt.timedelta(days=story.numbers.after_no_days)
        story.cool(contact, opens_on)
        event.told = {} if again is None else {RE_ASK: again}
        event.not_before = {contact: story.cooling[contact]}
    story.ledger.happen(f"ask-{fact.answer}", event)


def _is_possible(story: Story, now: AskNow, fact: Answered) -> bool:
    state = now.state
    if has_lapsed(story, now, fact.on):
        return state is not AskState.INTRODUCED
    step = AskState(fact.answer.value)
    return step is state or ask_may(state, step)


def has_lapsed(story: Story, now: AskNow, on: dt.date) -> bool:
    """Whether an ask without an answer, or an unkept promise, had lapsed by a day."""
    if now.is_skipped:
        return True
    days = dt.timedelta(days=story.numbers.lapse_days)
    if now.state is AskState.PENDING:
        return on > now.since + days
    return now.state is AskState.PROMISED and on > (now.until or now.since) + days


def open_ask(story: Story, contact: int, on: dt.date) -> int | None:
    """The newest ask of a contact that an introduction of that day belongs to.

    It was open as the day began, or was made on it and not declined or put off; several
    introductions of one day share it.
    """
    found = [
        now
        for now in story.asks.values()
        if now.fact.contact == contact and now.fact.on <= on and _leads_to_intro(story, now, on)
    ]
    newest = max(found, key=lambda now: (now.fact.on, now.fact.id), default=None)
    return None if newest is None else newest.fact.id


def _leads_to_intro(story: Story, now: AskNow, on: dt.date) -> bool:
    if now.state is AskState.INTRODUCED:
        return now.introduced_on == on
    is_open = now.state in (AskState.PENDING, AskState.PROMISED)
    return is_open and not has_lapsed(story, now, on)


def _event(fact: Asked | Answered, contact: int, origin: Origin) -> Event:
    return Event(fact.on, fact.recorded_on, origin, {Party.SOURCE: (contact,)})

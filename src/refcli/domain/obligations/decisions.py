"""What a person says of a follow-up: answers, snoozes, skips and tries."""

import datetime as dt

from refcli.domain import kinds
from refcli.domain.asks import AskState
from refcli.domain.obligations.facts import Decided
from refcli.domain.obligations.intros import settle
from refcli.domain.obligations.ledger import DRIVING, Closing, Event, Item
from refcli.domain.obligations.story import IntroNow, Story, event_of
from refcli.domain.playbook import AFTER_REPAIR, LOOKED_INTO, MAX_CONFIRMS, PLAYBOOK, TRIES
from refcli.domain.rule import Party

SNOOZE, SKIP, TRIED, DONE, RETIRED = "snooze", "skip", "tried", "done", "retired"
# They have introduced somebody, of whom nothing is known any more.
INTRODUCED = "introduced"
YES, NOT_YET, NO, NO_REPLY = "yes", "not-yet", "no", "no-reply"


def decide(story: Story, fact: Decided) -> None:
    """A decision acts on the follow-up that is open on its day; else it waits for one."""
    for item in story.ledger.open.values():
        if item.bases & fact.about:
            act(story, fact, item, fact.on)
            return
    story.ledger.waiting.append(fact)


def act(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    """Carry a decision out; nothing happens to what is closed already."""
    if item.closing is not None or _is_moved_since(fact, item):
        return
    if fact.answer == SNOOZE:
        item.due, item.is_fixed = max(fact.until or on, on), True
        item.snoozes += 1
    elif fact.answer == RETIRED:
        story.ledger.close(item, on, Closing.SKIPPED, fact.note)
    elif fact.answer == INTRODUCED and item.origin[0] == "ask":
        story.ledger.close(item, on, Closing.DONE, fact.note)
        ask = story.asks[item.origin[1]]
        ask.state, ask.introduced_on = AskState.INTRODUCED, on
    elif fact.answer == SKIP:
        _skip(story, fact, item, on)
    elif fact.answer in (TRIED, NO_REPLY) and item.kind not in _ANSWERED:
        _try_again(story, item, on)
    else:
        _ANSWERED.get(item.kind, _close)(story, fact, item, on)


def _is_moved_since(fact: Decided, item: Item) -> bool:
    """An appointment that is put off or tried is of that day, or before: later it was moved."""
    is_appointment = item.kind is kinds.MEET and item.origin[0] == "appointment"
    return is_appointment and fact.answer in (SNOOZE, TRIED, NO_REPLY) and item.due > fact.on


def _try_again(story: Story, item: Item, on: dt.date) -> None:
    rule = "touched-again" if item.kind in (kinds.MEET, kinds.KEEP_IN_TOUCH) else None
    name = rule or TRIES[min(item.tries, len(TRIES) - 1)]
    item.due, item.is_fixed = on + dt.timedelta(days=_days(story, name)), True
    item.tries += 1


def _days(story: Story, rule: str) -> int:
    """The number of days of a rule that opens one thing."""
    [opening] = PLAYBOOK[rule].opens
    return story.numbers.days[f"{rule}.{opening.kind}"]


def _skip(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    story.ledger.close(item, on, Closing.SKIPPED, fact.note)
    if item.kind is kinds.KEEP_IN_TOUCH and item.party in story.tiers:
        days = story.numbers.cadence[str(story.tiers[item.party])]
        story.ledger.again(item, on, on + dt.timedelta(days=days))
    if item.kind is kinds.CONFIRM and item.origin[0] == "ask":
        story.asks[item.origin[1]].is_skipped = True
    intro = _intro(story, item)
    if intro is None or item.kind not in DRIVING:
        return
    if not story.ledger.of(DRIVING, None, item.origin):
        intro.ended_on = on
    settle(story, intro, on)


def _close(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    story.ledger.close(item, on, Closing.DONE, fact.note)
    if item.every is not None:
        from refcli.domain.repeats import after_a_while

        story.ledger.again(item, on, after_a_while(on, item.every))


def _consent(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    story.ledger.close(item, on, Closing.DONE, fact.note)
    if fact.answer in (NOT_YET, NO_REPLY, TRIED):
        rule = "consent-put-off" if fact.answer == NOT_YET else "consent-unanswered"
        story.ledger.again(item, on, on + dt.timedelta(days=_days(story, rule)))


def _confirm(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    if fact.answer in (TRIED, NO_REPLY):
        _try_again(story, item, on)
        return
    story.ledger.close(item, on, Closing.DONE, fact.note)
    if fact.answer == YES:
        return
    if item.round < MAX_CONFIRMS:
        following = story.ledger.again(item, on, on + dt.timedelta(days=_days(story, "confirmed")))
        following.action = PLAYBOOK["confirmed"].opens[0].action
        return
    intro = _intro(story, item)
    if intro is not None:
        intro.is_stale = True


def _check(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    intro = _intro(story, item)
    if item.rule in AFTER_REPAIR:
        _check_repair(story, fact, item, on)
    elif intro is not None and intro.is_given:
        _check_given(story, fact, item, on, intro)
    elif fact.answer in (TRIED, NO_REPLY):
        _try_again(story, item, on)
    else:
        story.ledger.close(item, on, Closing.DONE, fact.note)
        if item.round <= len(LOOKED_INTO):
            days = _days(story, LOOKED_INTO[item.round - 1])
            story.ledger.again(item, on, on + dt.timedelta(days=days))
        elif intro is not None:
            intro.is_stale = True


def _check_repair(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    """All is well again, or the work is to be put right once more."""
    if fact.answer in (TRIED, NO_REPLY):
        _try_again(story, item, on)
        return
    story.ledger.close(item, on, Closing.DONE, fact.note)
    intro = _intro(story, item)
    if fact.answer != NO:
        if intro is not None:
            intro.owed_checks.discard(item.party)
    elif intro is None:
        event = Event(on, on, item.origin, {Party.CONTACT: (item.party,)}, is_decided=True)
        story.ledger.happen("delivered-badly", event)


def _check_given(story: Story, fact: Decided, item: Item, on: dt.date, intro: IntroNow) -> None:
    """Not yet, or no reply: the other side is asked once, then it is stale."""
    for same in story.ledger.of({kinds.CHECK}, None, item.origin):
        story.ledger.close(same, on, Closing.DONE, fact.note)
    intro.rounds += 1
    if item.rule == "give-made" and intro.rounds == 1:
        story.ledger.happen("give-unheard", event_of(story, intro, on))
    else:
        intro.is_stale = True


def _repair(story: Story, fact: Decided, item: Item, on: dt.date) -> None:
    """One party is heard, or could not be."""
    is_heard = fact.answer not in (NO_REPLY, TRIED)
    story.ledger.close(item, on, Closing.DONE if is_heard else Closing.REPLACED, fact.note)
    if not is_heard:
        days = _days(story, "repair-unanswered")
        story.ledger.again(item, on, on + dt.timedelta(days=days))
        return
    intro = _intro(story, item)
    if intro is not None:
        intro.heard += 1
        settle(story, intro, on)
    else:
        event = Event(on, on, item.origin, {Party.CONTACT: (item.party,)}, is_decided=True)
        story.ledger.happen("work-repaired", event)


def _intro(story: Story, item: Item) -> IntroNow | None:
    return story.intros.get(item.origin[1]) if item.origin[0] == "intro" else None


_ANSWERED = {
    kinds.CONSENT: _consent,
    kinds.CONFIRM: _confirm,
    kinds.CHECK: _check,
    kinds.REPAIR: _repair,
}

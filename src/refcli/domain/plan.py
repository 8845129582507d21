"""The playbook applied: from an event and what is open to what closes, opens and moves."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.kinds import Kind
from refcli.domain.playbook import (
    MEET_SLACK_DAYS,
    PLAYBOOK,
    default_days,
    opening_key,
)
from refcli.domain.rule import Closes, Fact, Opens, Party, Rule, Scope
from refcli.domain.settings import LATE_DAYS


class Closing(StrEnum):
    """How a follow-up ended."""

    DONE = "done"
    SKIPPED = "skipped"
    REPLACED = "replaced"
    DROPPED = "dropped"


class OpenItem(NamedTuple):
    """An open follow-up, as far as the playbook cares."""

    id: int
    kind: Kind
    contact: int
    due: dt.date
    ask: int | None = None
    intro: int | None = None
    engagement: int | None = None


class NewItem(NamedTuple):
    """A follow-up to be opened."""

    kind: Kind
    contact: int
    due: dt.date
    action: str
    rule: str
    ask: int | None
    intro: int | None
    engagement: int | None
    round: int


class Change(NamedTuple):
    """An open follow-up that stays, with another date or origin."""

    id: int
    due: dt.date
    intro: int | None
    rule: str | None
    action: str | None


class Plan(NamedTuple):
    """What an event does to the follow-ups."""

    closes: tuple[tuple[int, Closing], ...] = ()
    opens: tuple[NewItem, ...] = ()
    changes: tuple[Change, ...] = ()


class Event(NamedTuple):
    """Something that happened, with everything that the playbook needs to know about it.

    `told` holds dates that the user gave instead of counted days, by kind. `implied` events only
    close. `latest` says that no later step of the introduction is known.
    """

    rule: str
    on: dt.date
    parties: Mapping[Party, int]
    ask: int | None = None
    intro: int | None = None
    engagement: int | None = None
    told: Mapping[Kind, dt.date] = MappingProxyType({})
    facts: frozenset[Fact] = frozenset()
    dropped: frozenset[int] = frozenset()
    implied: bool = False
    latest: bool = True
    round: int = 0
    text: str = ""


def plan(
    event: Event,
    open_items: Iterable[OpenItem],
    today: dt.date,
    *,
    days: Mapping[str, int] | None = None,
    late_days: int = LATE_DAYS,
) -> Plan:
    """Apply one event: pure, and the only place where follow-ups come from.

    `days` maps `rule.kind` to days and defaults to the playbook's own numbers. Raises ValueError
    for an event without what its rule is about.
    """
    rule = PLAYBOOK[event.rule]
    if rule.about and all(getattr(event, origin) is None for origin in rule.about):
        raise ValueError(f"{rule.name} needs one of {', '.join(rule.about)}")
    left = sorted(open_items, key=lambda item: item.id)
    is_late = (today - event.on).days > late_days
    closing = _closed_by(rule, event, left, is_late=is_late)
    if rule.replaces_thanks and not event.implied:
        replaced = [i.id for i in left if i.kind.is_thanks and _has_origin(i, event)]
        closing |= dict.fromkeys(replaced, Closing.REPLACED)
    left = [item for item in left if item.id not in closing]
    opens, changes = [], {}
    for new in () if event.implied else _openings(rule, event, days or default_days()):
        if not _is_wanted(new, event, today, late_days):
            continue
        same = _same(new, event, left, takes_over=_takes_over(rule, new))
        if same is None:
            opens.append(new)
        else:
            changes[same.id] = _merged(same, new)
    kept = tuple(change for change in changes.values() if _differs(change, left))
    return Plan(tuple(sorted(closing.items())), tuple(opens), kept)


def _closed_by(
    rule: Rule, event: Event, items: list[OpenItem], *, is_late: bool
) -> dict[int, Closing]:
    ending = Closing.DROPPED if rule.name == "dropped" else Closing.DONE
    closed: dict[int, Closing] = {}
    for closes in rule.closes:
        if is_late and closes.unless_late:
            continue
        matching = [item for item in items if _matches(closes, item, event)]
        if closes.scope is Scope.OLDEST:
            matching = sorted(matching, key=lambda item: (item.due, item.id))[:1]
        closed |= {item.id: ending for item in matching}
    return closed


def _matches(closes: Closes, item: OpenItem, event: Event) -> bool:
    if item.kind not in closes.kinds:
        return False
    of_party = item.contact == event.parties.get(closes.party)
    of_intro = event.intro is not None and item.intro == event.intro
    of_ask = _is_of_ask(item, event)
    match closes.scope:
        case Scope.OF_ASK:
            return of_ask
        case Scope.OF_INTRO:
            return of_intro
        case Scope.OF_ORIGIN:
            return of_party and (of_intro or of_ask)
        case Scope.UP_TO_A_WEEK_AFTER:
            return of_party and item.due <= event.on + dt.timedelta(days=MEET_SLACK_DAYS)
        case Scope.OF_PARTY | Scope.OLDEST:
            return of_party


def _is_of_ask(item: OpenItem, event: Event) -> bool:
    """Whether it belongs to the event's ask itself; those of its introductions do not."""
    return event.ask is not None and item.ask == event.ask and item.intro is None


def _has_origin(item: OpenItem, event: Event) -> bool:
    return _is_of_ask(item, event) or (event.intro is not None and item.intro == event.intro)


def _openings(rule: Rule, event: Event, days: Mapping[str, int]) -> Iterable[NewItem]:
    for opening in rule.opens:
        contact = event.parties.get(opening.party)
        due = _due(rule, opening, event, days)
        if contact is None or due is None or (opening.unless in event.facts):
            continue
        yield NewItem(
            kind=opening.kind,
            contact=contact,
            due=due,
            action=opening.action or event.text,
            rule=rule.name,
            ask=event.ask,
            intro=event.intro,
            engagement=event.engagement,
            round=event.round,
        )


def _due(rule: Rule, opening: Opens, event: Event, days: Mapping[str, int]) -> dt.date | None:
    if opening.kind in event.told:
        return event.told[opening.kind]
    if opening.days is None:
        return None
    return event.on + dt.timedelta(days=days[opening_key(rule, opening)])


def _is_wanted(new: NewItem, event: Event, today: dt.date, late_days: int) -> bool:
    if new.contact in event.dropped and not new.kind.opens_for_dropped:
        return False
    if (today - event.on).days <= late_days or new.due >= today:
        return True
    if new.kind is kinds.KEEP_IN_TOUCH:
        return True  # reckoned from the newest exchange, whenever that was recorded
    is_latest_thanks = new.kind.is_thanks and event.intro is not None and event.latest
    return new.kind is kinds.REPAIR or is_latest_thanks


def _takes_over(rule: Rule, new: NewItem) -> bool:
    return any(o.takes_over_ask for o in rule.opens if o.kind is new.kind)


def _same(
    new: NewItem, event: Event, items: list[OpenItem], *, takes_over: bool
) -> OpenItem | None:
    """The open follow-up that the new one would double, if any."""
    for item in items:
        if item.kind != new.kind or item.contact != new.contact:
            continue
        if new.kind.stays == kinds.BOTH:
            continue
        if new.kind.once:
            return item
        if takes_over and _is_of_ask(item, event):
            return item
        if _origin(item) == _origin(new):
            return item
    return None


def _origin(item: OpenItem | NewItem) -> tuple[str, int | None]:
    if item.intro is not None:
        return "intro", item.intro
    if item.ask is not None:
        return "ask", item.ask
    return "engagement", item.engagement


def _merged(item: OpenItem, new: NewItem) -> Change:
    """The open follow-up stays; its date is the earlier, the later or the one said last."""
    if new.kind.stays == kinds.TOLD_LAST:
        due = new.due
    elif new.kind.stays == kinds.LATER:
        due = max(item.due, new.due)
    else:
        due = min(item.due, new.due)
    takes_over = new.intro is not None and item.intro is None and new.kind.is_thanks
    if takes_over:
        return Change(item.id, due, new.intro, new.rule, new.action)
    return Change(item.id, due, item.intro, None, None)


def _differs(change: Change, items: list[OpenItem]) -> bool:
    before = next(item for item in items if item.id == change.id)
    return change != change._replace(due=before.due, intro=before.intro, rule=None, action=None)


def keep_in_touch_on(
    tier: str | None,
    newest: dt.date | None,
    today: dt.date,
    *,
    cadence: Mapping[str, int],
    rest_until: dt.date | None = None,
) -> dt.date | None:
    """When to be in touch again: a cadence after the newest exchange, not while they rest."""
    if tier is None:
        return None
    due = (newest or today) + dt.timedelta(days=cadence[tier])
    return max(due, rest_until) if rest_until is not None else due

"""The ledger of one replay: which follow-ups are open, and what was closed how.

It opens and closes by the playbook's rules, and knows what holds of all of them: the same follow-up
is never open twice, nobody dropped is courted, and what is told late opens only what still matters.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from refcli.domain import kinds
from refcli.domain.kinds import Kind
from refcli.domain.obligations.facts import Base, Decided, Origin
from refcli.domain.playbook import AFTER_REPAIR, PLAYBOOK, opening_key
from refcli.domain.rule import Closes, Numbers, Opens, Party, Rule, Scope

# What drives an introduction: one of these is open while it is.
DRIVING = frozenset({kinds.CONFIRM, kinds.CONSENT, kinds.REACH, kinds.CHECK, kinds.REPAIR})
# What is opened late of an introduction that is still open.
_STILL_WANTED = frozenset({kinds.CONFIRM, kinds.CONSENT, kinds.REACH, kinds.CHECK})
# What asks or tells one side of an introduction how it goes on with the other.
_GOING_ON = frozenset({*_STILL_WANTED, kinds.STATUS})
# A decision waits for follow-ups about these; those about a contact alone come by themselves.
_WAITED_FOR = frozenset({"intro", "ask", "engagement"})


class Closing(StrEnum):
    """How a follow-up ended."""

    DONE = "done"
    SKIPPED = "skipped"
    REPLACED = "replaced"
    DROPPED = "dropped"


@dataclass(slots=True, eq=False)
class Item:
    """A follow-up as the replay moves it; `step` is the moment for thanks that it stands for."""

    key: str
    bases: set[Base]
    kind: Kind
    party: int
    origin: Origin
    rule: str
    action: str
    due: dt.date
    opened_on: dt.date
    step: str = ""
    round: int = 1
    tries: int = 0
    snoozes: int = 0
    is_fixed: bool = False  # a date that was chosen is never made earlier
    is_hidden: bool = False  # told too late to be asked for; thanks given count for it all the same
    every: str | None = None
    closed_on: dt.date | None = None
    closing: Closing | None = None
    note: str | None = None


@dataclass(slots=True)
class Event:
    """Something that happened, with what the playbook needs to know about it.

    `parties` has whom each part of the rule is about, `asks` the ask of each source, `told` dates
    that were told instead of counted days, `actions` sentences instead of the rule's own and
    `unwanted` kinds that are needless. A decided one is not late, whatever its day. `thanks` is the
    moment that its thanks stand for, `is_latest` whether no later step is known, and `stamp` what
    a key names instead of the rule. No `re-ask` of a party comes before its day in `not_before`.
    Of a bereft introduction one side has died, so that nobody is asked how it goes on.
    """

    on: dt.date
    recorded_on: dt.date
    origin: Origin
    parties: Mapping[Party, tuple[int, ...]]
    asks: Mapping[int, int] = field(default_factory=dict)
    told: Mapping[Kind, dt.date] = field(default_factory=dict)
    actions: Mapping[int, str] = field(default_factory=dict)
    unwanted: Mapping[int, frozenset[Kind]] = field(default_factory=dict)
    is_bereft: bool = False
    not_before: Mapping[int, dt.date] = field(default_factory=dict)
    thanks: str = ""
    is_quiet: bool = False
    is_decided: bool = False
    is_latest: bool = False
    is_open: bool = False
    every: str | None = None
    stamp: str = ""


@dataclass(slots=True)
class Ledger:
    """Every follow-up of a replay, and which of them are open by what makes two the same."""

    numbers: Numbers
    items: list[Item] = field(default_factory=list)
    open: dict[tuple[str, int, Origin], Item] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    waiting: list[Decided] = field(default_factory=list)
    due_for_decision: list[tuple[Decided, Item, dt.date]] = field(default_factory=list)
    gone: dict[int, str] = field(default_factory=dict)  # who is dropped or died now

    def happen(self, name: str, event: Event, closing: Closing = Closing.DONE) -> None:
        """Carry out a rule: close what it satisfies, open what it makes."""
        rule = PLAYBOOK[name]
        for closes in rule.closes:
            for item in self.matching(closes, event):
                self.close(item, event.on, how_closed(closes, closing))
        for opening in rule.opens:
            for party in event.parties.get(opening.party, ()):
                self._open(rule, opening, party, event)

    def matching(self, closes: Closes, event: Event) -> list[Item]:
        """The open follow-ups that an event satisfies."""
        parties = event.parties.get(closes.party, ())
        asks = {(party, ("ask", ask)) for party, ask in event.asks.items()}

        def fits(item: Item) -> bool:
            if item.kind not in closes.kinds:
                return False
            if closes.scope is Scope.OF_PARTY:
                return item.party in parties
            if closes.scope is Scope.OF_ASK:
                return item.party in parties and (item.party, item.origin) in asks
            return item.origin == event.origin or any(
                base.origin == event.origin for base in item.bases if not item.kind.once
            )

        return [item for item in list(self.open.values()) if fits(item)]

    def of(self, kinds_wanted: Iterable[Kind], party: int | None, origin: Origin) -> list[Item]:
        """The open follow-ups of some kinds about an origin, and about a party if one is named."""
        wanted = frozenset(kinds_wanted)
        return [
            item
            for item in list(self.open.values())
            if item.kind in wanted and item.origin == origin and party in (None, item.party)
        ]

    def have_died(self, parties: tuple[int, ...]) -> bool:
        """Whether there are such parties and all of them are dead."""
        return bool(parties) and all(self.gone.get(party) == "died" for party in parties)

    def going_on(self, origin: Origin) -> list[Item]:
        """The open follow-ups that ask or tell of an introduction how it goes on."""
        found = self.of(_GOING_ON, None, origin)
        return [item for item in found if _goes_on(item.kind, item.rule)]

    def have_left(self, parties: tuple[int, ...]) -> bool:
        """Whether there are such parties and all of them are dropped, or dead."""
        return bool(parties) and not self.there(parties)

    def there(self, parties: tuple[int, ...]) -> tuple[int, ...]:
        """Those of some parties who are neither dropped nor dead."""
        return tuple(party for party in parties if party not in self.gone)

    def close(self, item: Item, on: dt.date, closing: Closing, note: str | None = None) -> None:
        """End a follow-up, once."""
        if item.closing is None:
            item.closed_on, item.closing, item.note = on, closing, note
            del self.open[_slot(item.kind, item.party, item.origin)]

    def _open(self, rule: Rule, opening: Opens, party: int, event: Event) -> None:
        kind = opening.kind
        due = self._due(rule, opening, event)
        if due is not None and kind is kinds.RE_ASK:
            due = max(due, event.not_before.get(party, due))
        if due is None or kind in event.unwanted.get(party, ()):
            return
        is_wanted = self._is_wanted(rule, kind, party, due, event)
        if not is_wanted and not (kind.is_thanks and party not in self.gone):
            return
        base = Base(event.origin, rule.name, kind, party)
        origin = _origin_of(kind, party, event.origin)
        same = self.open.get(_slot(kind, party, origin))
        if same is None:
            same = self._new(base, kind, party, origin, due, event)
            same.action = event.actions.get(party) or opening.action
            same.every, same.is_hidden = event.every, not is_wanted
            self.open[_slot(kind, party, origin)] = same
            self.items.append(same)
        else:
            same.due = due if same.is_hidden and is_wanted else _stays(same, due)
            same.is_hidden = same.is_hidden and not is_wanted
            same.bases.add(base)
        self._let_waiting_act(base, same, event.on)

    def hand_on(self, item: Item, party: int, on: dt.date) -> None:
        """The same follow-up about somebody else who is in it, from the day it is handed on."""
        if _slot(item.kind, party, item.origin) in self.open:
            return
        bases = {base._replace(party=party) for base in item.bases}
        stem = f"{item.origin[0]}:{item.origin[1]}/{item.rule}/{item.kind}/{party}"
        handed = replace(item, party=party, bases=bases)
        self._follow(handed, stem, on, max(item.due, on))

    def again(self, item: Item, on: dt.date, due: dt.date, *, rule: str = "") -> Item:
        """The same follow-up once more, in its next round; what was asked for is never late."""
        once_more = replace(
            item,
            bases=set(item.bases),
            rule=rule or item.rule,
            round=item.round + 1,
            is_hidden=False,
        )
        return self._follow(once_more, item.key.rpartition("/")[0], on, due)

    def _follow(self, item: Item, stem: str, on: dt.date, due: dt.date) -> Item:
        """Open what follows another, untouched yet."""
        following = replace(
            item,
            key=self._counted(stem),
            due=due,
            opened_on=on,
            tries=0,
            snoozes=0,
            is_fixed=False,
            closed_on=None,
            closing=None,
            note=None,
        )
        self.open[_slot(following.kind, following.party, following.origin)] = following
        self.items.append(following)
        return following

    def _new(
        self, base: Base, kind: Kind, party: int, origin: Origin, due: dt.date, event: Event
    ) -> Item:
        stem = f"{origin[0]}:{origin[1]}"
        middle = f"{kind}/{kind}" if kind.once else f"{base.rule}/{kind}"
        if event.stamp:
            middle = f"{kind}/{event.stamp}"
        return Item(
            key=self._counted(f"{stem}/{middle}/{party}"),
            bases={base},
            kind=kind,
            party=party,
            origin=origin,
            rule=base.rule,
            action="",
            due=due,
            opened_on=event.on,
            step=event.thanks,
        )

    def _counted(self, stem: str) -> str:
        self.counts[stem] = self.counts.get(stem, 0) + 1
        return f"{stem}/{self.counts[stem]}"

    def _due(self, rule: Rule, opening: Opens, event: Event) -> dt.date | None:
        if opening.kind in event.told:
            return event.told[opening.kind]
        if opening.days is None:
            return None
        return event.on + dt.timedelta(days=self.numbers.days[opening_key(rule, opening)])

    def _is_wanted(self, rule: Rule, kind: Kind, party: int, due: dt.date, event: Event) -> bool:
        if party in self.gone and (self.gone[party] == "died" or not _outlives(kind, event)):
            return False
        if event.is_bereft and _goes_on(kind, rule.name):
            return False
        if event.is_quiet:
            return kind in (kinds.KEEP_IN_TOUCH, kinds.WISH)
        is_late = (event.recorded_on - event.on).days > self.numbers.late_days
        is_late = is_late and due < event.recorded_on and not event.is_decided
        return not is_late or _matters_late(rule, kind, event)

    def _let_waiting_act(self, base: Base, item: Item, on: dt.date) -> None:
        """A decision that was told before the day of what opens acts when it opens."""
        if item.kind.once or base.origin[0] not in _WAITED_FOR:
            return
        for decision in [d for d in self.waiting if base in d.about]:
            self.waiting.remove(decision)
            self.due_for_decision.append((decision, item, max(on, decision.on)))


def how_closed(closes: Closes, closing: Closing) -> Closing:
    """How follow-ups end that an event closes; a needless one was not done."""
    return Closing.REPLACED if closes.is_needless and closing is Closing.DONE else closing


def _matters_late(rule: Rule, kind: Kind, event: Event) -> bool:
    """Whether a follow-up whose day was over when its event was told is opened all the same."""
    if kind in (kinds.KEEP_IN_TOUCH, kinds.REPAIR) or rule.name in AFTER_REPAIR:
        return True
    if event.origin[0] != "intro":
        return False
    return event.is_latest if kind.is_thanks else kind in _STILL_WANTED and event.is_open


def _goes_on(kind: Kind, rule: str) -> bool:
    """Whether it asks or tells how an introduction goes on, and is none of a repair."""
    return kind in _GOING_ON and rule not in AFTER_REPAIR


def _outlives(kind: Kind, event: Event) -> bool:
    """Whether a follow-up may open about somebody who is dropped."""
    is_driving = kind in DRIVING and event.origin[0] == "intro"
    return kind.is_thanks or kind is kinds.REPAIR or is_driving


def _stays(item: Item, due: dt.date) -> dt.date:
    """Which date stays when the same follow-up is opened again."""
    if item.kind.stays == kinds.TOLD_LAST:
        return due
    if item.kind.stays == kinds.LATER:
        return max(item.due, due)
    return item.due if item.is_fixed else min(item.due, due)


def _origin_of(kind: Kind, party: int, origin: Origin) -> Origin:
    return ("contact", party) if kind.once else origin


def _slot(kind: Kind, party: int, origin: Origin) -> tuple[str, int, Origin]:
    return str(kind), party, _origin_of(kind, party, origin)

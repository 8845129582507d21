"""A practice day by day: what happens by itself, and what the person makes of each morning's list.

How often people answer, keep a promise or become a client is a guess, stated here and nowhere else.
"""

import datetime as dt
import random
from collections import Counter
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.asks import Answer
from refcli.domain.contacts import DEFAULT_CADENCE_DAYS, Tier
from refcli.domain.interactions import Channel, Direction
from refcli.domain.intros import IntroDirection, IntroState, Rung, intro_may
from refcli.domain.obligations import facts as f
from refcli.domain.obligations.replay import FollowUp
from refcli.domain.thanks import ThanksHow
from tests.simulation.book import Book
from tests.simulation.practices import Practice

WEEKS = 26
_DAYS = WEEKS * 7
_GIVES_UP_AFTER = 3
_THANKS = {
    ThanksHow.NOTE: Channel.LETTER,
    ThanksHow.CALL: Channel.CALL,
    ThanksHow.MESSAGE: Channel.MESSAGE,
}


class Half(NamedTuple):
    """Half a year: each follow-up that fell due, by week and kind, and whom it was about."""

    kinds: tuple[Counter[str], ...]
    people: tuple[int, ...]

    @property
    def totals(self) -> list[int]:
        """Follow-ups that fell due in each week."""
        return [sum(week.values()) for week in self.kinds]


class Player:
    """One person's practice under one seed."""

    def __init__(self, practice: Practice, seed: int) -> None:
        self.practice = practice
        self.chance = random.Random(seed)  # noqa: S311  a game, not a secret
        self.book = Book()
        self.first = self.book.today
        self.clients = list(range(1, sum(practice.tiers) + 1))
        self.newcomer = 1000
        self.outcomes: dict[int, tuple[dt.date, IntroState]] = {}
        self.arrivals = {
            name: self._spread(count)
            for name, count in (
                ("ask", practice.asks),
                ("received", practice.received),
                ("given", practice.given),
                ("work", practice.engagements),
                ("talk", practice.talks_a_week * WEEKS),
            )
        }

    def play(self) -> Half:
        """Play half a year."""
        self._know_everybody()
        fallen: list[Counter[str]] = [Counter() for _ in range(WEEKS)]
        people: list[set[int]] = [set() for _ in range(WEEKS)]
        seen: set[tuple[str, dt.date]] = set()
        meant: dict[tuple[str, dt.date], dt.date] = {}
        for day in range(_DAYS):
            self.book.today = self.first + dt.timedelta(days=day)
            self._live_through(day)
            for item in self.book.open():
                which = item.key, item.due
                if item.due > self.book.today or which in seen:
                    continue
                seen.add(which)
                meant[which] = self.book.today + dt.timedelta(days=self.chance.randint(0, 2))
                if item.kind is not kinds.MEET:
                    people[day // 7].add(item.contact)
                    fallen[day // 7][self._named(item)] += not item.tries
            self._answer_what_is_meant(meant)
        return Half(tuple(+week for week in fallen), tuple(len(week) for week in people))

    def _answer_what_is_meant(self, meant: dict[tuple[str, dt.date], dt.date]) -> None:
        for which in sorted(which for which, day in meant.items() if day <= self.book.today):
            del meant[which]
            found = [item for item in self.book.open() if (item.key, item.due) == which]
            for item in found:
                self._answer(item)

    def _named(self, item: FollowUp) -> str:
        """Its kind, and of which sort where that says more."""
        if item.kind is kinds.CHECK:
            if item.rule in ("intro-repaired", "work-repaired"):
                return "check (repair)"
            return "check (given)" if self.book.is_given(item.origin[1]) else "check"
        if item.kind is kinds.CONFIRM and item.origin[0] == "ask":
            return "confirm (ask)"
        return str(item.kind)

    def _spread(self, count: int) -> Counter[int]:
        """On which days so many arrivals fall, spread evenly."""
        return Counter(int((k + self.chance.random()) * _DAYS / count) for k in range(count))

    def _know_everybody(self) -> None:
        """Clients of old: each with a tier, met within its rhythm, four in ten taught."""
        self.chance.shuffle(self.clients)
        tiers = [
            tier for tier, many in zip(Tier, self.practice.tiers, strict=True) for _ in range(many)
        ]
        for client, tier in zip(self.clients, tiers, strict=True):
            days = self.chance.randrange(DEFAULT_CADENCE_DAYS[tier])
            self._talk(client, Channel.CALL, on=self.first - dt.timedelta(days=days))
            if self.chance.random() < 0.4:
                self.book.tell(f.Taught, contact=client, on=self.first - dt.timedelta(days=100))
            self.book.tell(f.Tiered, contact=client, tier=tier)

    def _talk(
        self,
        contact: int,
        channel: Channel,
        *,
        on: dt.date | None = None,
        direction: Direction = Direction.BOTH,
        next_on: dt.date | None = None,
    ) -> None:
        said = {"contacts": (contact,), "channel": channel, "direction": direction}
        self.book.tell(f.Exchanged, on=on, next_on=next_on, **said)

    def _somebody(self) -> int:
        """A client; a quarter of them introduce three times as often as the rest."""
        many = len(self.clients)
        weights = [3 if place < many // 4 else 1 for place in range(many)]
        return self.chance.choices(self.clients, weights)[0]

    def _live_through(self, day: int) -> None:
        """What happens on a day whatever the list says."""
        for _ in range(self.arrivals["ask"][day]):
            self._ask(self._somebody())
        for _ in range(self.arrivals["received"][day]):
            self._receive()
        for _ in range(self.arrivals["given"][day]):
            self._give()
        for _ in range(self.arrivals["work"][day]):
            rating = self.chance.choices((10, 8, 5), (0.35, 0.62, 0.03))[0]
            self.book.tell(f.Worked, contact=self.chance.choice(self.clients), rating=rating)
        for _ in range(self.arrivals["talk"][day]):
            channel = self.chance.choice((Channel.CALL, Channel.EMAIL, Channel.IN_PERSON))
            following = self.book.today + dt.timedelta(days=self.chance.randint(5, 15))
            is_following = self.chance.random() < 0.15
            next_on = following if is_following else None
            self._talk(self.chance.choice(self.clients), channel, next_on=next_on)
        for intro, (when, step) in list(self.outcomes.items()):
            if when <= self.book.today:
                del self.outcomes[intro]
                self._step(intro, step)

    def _ask(self, contact: int) -> None:
        ask = self.book.tell(f.Asked, contact=contact)
        self._talk(contact, Channel.IN_PERSON)
        answers = (Answer.PROMISED, Answer.DECLINED, Answer.LATER, None)
        answer = self.chance.choices(answers, (0.4, 0.15, 0.1, 0.35))[0]
        if answer is not None:
            self.book.tell(f.Answered, ask=ask, answer=answer)

    def _receive(self) -> None:
        asked = self.book.asked()
        is_asked = asked and self.chance.random() < 0.6
        source = self.chance.choice(asked) if is_asked else self._somebody()
        self.newcomer += 1
        rung = Rung.NAME if self.chance.random() < 0.25 else Rung.TOLD
        self.book.tell(
            f.Introduced,
            direction=IntroDirection.RECEIVED,
            rung=rung,
            sources=(source,),
            prospects=(self.newcomer,),
        )

    def _give(self) -> None:
        prospect, partner = self.chance.sample(self.clients, 2)
        intro = self.book.tell(
            f.Introduced,
            direction=IntroDirection.GIVEN,
            rung=Rung.TOLD,
            prospects=(prospect,),
            receiver=partner,
        )
        if self.chance.random() < 0.4:
            self._step(intro, IntroState.MADE)

    def _step(self, intro: int, step: IntroState) -> None:
        given = IntroDirection.GIVEN if self.book.is_given(intro) else IntroDirection.RECEIVED
        if intro_may(given, IntroState(self.book.state(intro)), step):
            self.book.tell(f.Stepped, intro=intro, step=step)

    def _decide(self, item: FollowUp, answer: str) -> None:
        self.book.tell(f.Decided, answer=answer, about=item.bases)

    def _answer(self, item: FollowUp) -> None:
        """What the person does about a follow-up when they come to it."""
        if item.kind.is_thanks:
            how = self.chance.choice(tuple(_THANKS))
            self.book.tell(f.Thanked, contact=item.contact, how=how, about=item.bases)
            self._talk(item.contact, _THANKS[how], direction=Direction.OUT)
        elif item.kind in _ANSWERS:
            _ANSWERS[item.kind](self, item)
        else:
            self._decide(item, "done")

    def _reach(self, item: FollowUp) -> None:
        intro = item.origin[1]
        if item.tries >= _GIVES_UP_AFTER and self.chance.random() < 0.5:
            self._step(intro, IntroState.UNREACHABLE)
        elif item.tries >= _GIVES_UP_AFTER or self.chance.random() < 0.65:
            self._step(intro, IntroState.REACHED)
            self._talk(item.contact, Channel.CALL)
            outcomes = (IntroState.WON, IntroState.NOT_INTERESTED, IntroState.BAD, None)
            outcome = self.chance.choices(outcomes, (0.42, 0.38, 0.03, 0.17))[0]
            days = int(self.chance.expovariate(1 / 28)) + 3
            if outcome is not None:
                self.outcomes[intro] = self.book.today + dt.timedelta(days=days), outcome
        else:
            self._decide(item, "no-reply")

    def _tell_news(self, item: FollowUp) -> None:
        self._talk(item.contact, Channel.EMAIL, direction=Direction.OUT)
        self._decide(item, "done")

    def _consent(self, item: FollowUp) -> None:
        steps = (IntroState.MADE, IntroState.REFUSED_CONSENT, None)
        step = self.chance.choices(steps, (0.8, 0.1, 0.1))[0]
        if step is None:
            self._decide(item, "not-yet")
        else:
            self._step(item.origin[1], step)

    def _confirm(self, item: FollowUp) -> None:
        luck = self.chance.random()
        if item.origin[0] == "ask" and luck < 0.25:
            self.book.tell(f.Answered, ask=item.origin[1], answer=Answer.DECLINED)
        elif item.origin[0] == "intro" and item.round > 1 and luck < 0.5:
            self._step(item.origin[1], IntroState.MADE)
        else:
            self._decide(item, "done")

    def _check(self, item: FollowUp) -> None:
        """Given ones are never closed by hand; half of those made are said to have spoken."""
        is_made = item.rule in ("give-made", "give-unheard")
        if is_made and self.chance.random() < 0.5:
            self._step(item.origin[1], IntroState.REACHED)
        else:
            self._decide(item, "not-yet" if is_made else "done")

    def _teach(self, item: FollowUp) -> None:
        self.book.tell(f.Taught, contact=item.contact)
        self._talk(item.contact, Channel.IN_PERSON)

    def _give_back(self, item: FollowUp) -> None:
        self.book.tell(f.Favored, contact=item.contact)

    def _hear_praise(self, item: FollowUp) -> None:
        if self.chance.random() < 0.7:
            self.book.tell(f.Praised, contact=item.contact)
        else:
            self._decide(item, "skip")

    def _meet(self, item: FollowUp) -> None:
        if self.chance.random() < 0.2:
            self._decide(item, "no-reply")
            return
        channel = Channel.IN_PERSON if item.kind is kinds.MEET else Channel.CALL
        self._talk(item.contact, channel)
        if item.kind is kinds.MEET:
            self._decide(item, "done")

    def _ask_again(self, item: FollowUp) -> None:
        if self.chance.random() < 0.6:
            self._ask(item.contact)
        else:
            self._decide(item, "done")


_ANSWERS = {
    kinds.REACH: Player._reach,
    kinds.STATUS: Player._tell_news,
    kinds.CONSENT: Player._consent,
    kinds.CONFIRM: Player._confirm,
    kinds.CHECK: Player._check,
    kinds.EDUCATE: Player._teach,
    kinds.RECIPROCATE: Player._give_back,
    kinds.TESTIMONIAL: Player._hear_praise,
    kinds.KEEP_IN_TOUCH: Player._meet,
    kinds.MEET: Player._meet,
    kinds.RE_ASK: Player._ask_again,
}

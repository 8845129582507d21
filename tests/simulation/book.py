"""A book of facts: what was told, and what it makes owed so far."""

import datetime as dt
from typing import Any

from refcli.domain.contacts import DEFAULT_CADENCE_DAYS
from refcli.domain.obligations import facts as f
from refcli.domain.obligations.replay import FollowUp, Obligations, obligations
from refcli.domain.playbook import default_days
from refcli.domain.rule import Numbers

NUMBERS = Numbers(default_days(), {str(tier): days for tier, days in DEFAULT_CADENCE_DAYS.items()})


class Book:
    """Facts by the contacts whose life they belong to; who was touched is played anew."""

    def __init__(self) -> None:
        self.today = dt.date(2026, 1, 5)
        self._count = 0
        self._facts: dict[int, list[f.Fact]] = {}
        self._played: dict[int, Obligations] = {}
        self._of_intro: dict[int, tuple[int, ...]] = {}
        self._of_ask: dict[int, int] = {}

    def tell(self, shape: type[Any], *, on: dt.date | None = None, **said: Any) -> int:
        """Tell a fact of today, or of an earlier day; returns its id."""
        self._count += 1
        day = on or self.today
        fact: f.Fact = shape(id=self._count, on=day, recorded_on=day, **said)
        if isinstance(fact, f.Introduced):
            self._of_intro[fact.id] = tuple(
                p for p in (*fact.sources, *fact.prospects, fact.receiver) if p is not None
            )
        elif isinstance(fact, f.Asked):
            self._of_ask[fact.id] = fact.contact
        for contact in self._touched(fact):
            self._facts.setdefault(contact, []).append(fact)
            self._played.pop(contact, None)
        return self._count

    def open(self) -> list[FollowUp]:
        """The open follow-ups about anybody, in the order of their keys."""
        found = [i for c in self._facts for i in self._of(c).follow_ups if i.closing is None]
        return sorted(found, key=lambda item: item.key)

    def state(self, intro: int) -> str:
        """Where an introduction stands."""
        return self._of(self._of_intro[intro][0]).intros[intro].state

    def is_given(self, intro: int) -> bool:
        """Whether I gave an introduction."""
        return self._of(self._of_intro[intro][0]).intros[intro].is_given

    def asked(self) -> list[int]:
        """Who was asked and has neither introduced anybody nor said no."""
        waiting = ("pending", "promised")
        return [
            contact
            for ask, contact in self._of_ask.items()
            if self._of(contact).asks[ask].state in waiting
        ]

    def _of(self, contact: int) -> Obligations:
        if contact not in self._played:
            life = f.Life(contact, tuple(self._facts[contact]))
            self._played[contact] = obligations(life, NUMBERS)
        return self._played[contact]

    def _touched(self, fact: f.Fact) -> set[int]:
        if isinstance(fact, f.Introduced):
            return set(self._of_intro[fact.id])
        if isinstance(fact, f.Stepped | f.Joined):
            return set(self._of_intro[fact.intro])
        if isinstance(fact, f.Answered):
            return {self._of_ask[fact.ask]}
        if isinstance(fact, f.Exchanged):
            return set(fact.contacts)
        if isinstance(fact, f.Decided):
            of_intros = [self._of_intro[b.origin[1]] for b in fact.about if b.origin[0] == "intro"]
            return {b.party for b in fact.about}.union(*of_intros)
        return {fact.contact}

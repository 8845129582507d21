"""What is said about introductions that I give: consent, handing over, passing on."""

import sqlite3
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.drafts.handover import consent_to_known, consent_words, handover_words
from refcli.domain.drafts.repair import (
    Stage,
    drafted_pass_on,
)
from refcli.domain.intros import LOST_STATES, Intro, IntroDirection, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.ask_parts import best_parts
from refcli.read.contacts import reach_of
from refcli.read.draft_facts import NOTHING, DraftFacts, Said, intro_told, people_told
from refcli.read.intros import intros
from refcli.read.names import dropped_among
from refcli.read.rows import one_row

# Whoever has not agreed is handed over to nobody.
_NOT_AGREED = frozenset({IntroState.PROPOSED, IntroState.REFUSED_CONSENT})
# What nobody looks after somebody by.
_IN_VAIN = LOST_STATES | {IntroState.REFUSED_CONSENT, IntroState.BAD}


def _given(facts: DraftFacts) -> Intro | None:
    found = intro_told(facts, direction=IntroDirection.GIVEN)
    if found is None or found.receiver is None:
        return None
    # Nobody is put in touch with who is there no more.
    both = (found.receiver.id, found.prospect.id)
    return None if dropped_among(facts.connection, both) else found


class _Offers(NamedTuple):
    organization: str | None = None
    services: str | None = None


_OFFERS = """
    select c.organization, p.services from contact c left join partner p on p.contact_id = c.id
    where c.id = :id
"""


def consent(facts: DraftFacts) -> Said:
    """Whether a prospect may be passed on."""
    found = _given(facts)
    if found is None or found.receiver is None or found.prospect.id != facts.contact:
        return NOTHING
    partner = addressee_of(facts.connection, found.receiver.id)
    known = one_row(facts.connection, _Offers, _OFFERS, {"id": found.receiver.id}) or _Offers()
    received = intros(facts.connection, contact=facts.contact, direction=IntroDirection.RECEIVED)
    sources = {source.id for each in received for source in each.sources}
    if found.receiver.id in sources:
        text = consent_to_known(facts.to, partner, found.need)
    else:
        reach = reach_of(facts.connection, facts.contact)
        text = consent_words(
            facts.to, partner, found.need, known.organization, known.services, reach_at=reach
        )
    return Said(text, {**people_told(partner=partner), "need": found.need or ""})


def handover(facts: DraftFacts) -> Said:
    """To both, once the prospect agreed."""
    found = _given(facts)
    is_agreed = found is not None and found.state not in _NOT_AGREED
    if found is None or found.receiver is None or not is_agreed:
        return NOTHING
    partner = addressee_of(facts.connection, found.receiver.id)
    prospect = addressee_of(facts.connection, found.prospect.id)
    reach = reach_of(facts.connection, found.prospect.id)
    text = handover_words(partner, prospect, found.need, reach)
    people = people_told(partner=partner, prospect=prospect)
    both = (found.receiver, found.prospect)
    return Said(
        text,
        {**people, "need": found.need or "", "reach": reach},
        others=tuple(person for person in both if person.id != facts.contact),
    )


def _stage(connection: sqlite3.Connection, given: Intro) -> Stage:
    """How far somebody who was passed on has come."""
    parties = [person.id for person in (given.prospect, given.receiver) if person is not None]
    if given.state in _IN_VAIN or (given.is_open and dropped_among(connection, parties)):
        return Stage.CAME_TO_NOTHING
    if given.state is IntroState.PROPOSED:
        return Stage.ASKED
    return Stage.HANDED_OVER if given.state is IntroState.MADE else Stage.LOOKED_AFTER


def pass_on(facts: DraftFacts) -> Said:
    """To the source of somebody who went on to a partner of mine."""
    for found in intros(facts.connection, source=facts.contact):
        onward = onward_of(facts, found)
        if onward is not None:
            parts = best_parts(facts.connection, facts.contact)
            fits = (parts.industry, parts.looking_for)
            return Said(passed_on(facts, found, onward, fits))
    return NOTHING


class Onward(NamedTuple):
    """To whom somebody went on, and how far that has come."""

    partner: Person
    stage: Stage


def onward_of(facts: DraftFacts, found: Intro) -> Onward | None:
    """The introduction by which somebody went on to a partner."""
    given = intros(facts.connection, contact=found.prospect.id, direction=IntroDirection.GIVEN)
    found_on = (
        Onward(each.receiver, _stage(facts.connection, each))
        for each in given
        if each.receiver is not None
    )
    return next(found_on, None)


def passed_on(
    facts: DraftFacts,
    found: Intro,
    onward: Onward,
    fits: tuple[str | None, str | None] = (None, None),
) -> str:
    """Who looks after them now, and what fits me better (industry, need) where it is told."""
    return drafted_pass_on(
        facts.to,
        addressee_of(facts.connection, found.prospect.id),
        addressee_of(facts.connection, onward.partner.id),
        fits,
        stage=onward.stage,
    )

"""What is said about introductions: thanks, news, handing over, putting right."""

from typing import NamedTuple

from refcli.domain.asks import AskState, TargetKind
from refcli.domain.drafts.handover import consent_words, handover_words
from refcli.domain.drafts.news import drafted_confirm, drafted_status
from refcli.domain.drafts.opening import (
    drafted_looking_forward,
    drafted_reminder,
    drafted_welcome,
    two_days,
)
from refcli.domain.drafts.repair import (
    Stage,
    drafted_apology,
    drafted_apology_for_work,
    drafted_pass_on,
)
from refcli.domain.drafts.thanks import (
    Fate,
    drafted_outcome,
    drafted_plain_thanks,
    drafted_thanks,
    what_came,
)
from refcli.domain.intros import Fault, Intro, IntroDirection, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.appointments import appointments
from refcli.read.ask_parts import best_parts
from refcli.read.asks import ask
from refcli.read.contacts import reach_of
from refcli.read.draft_facts import NOTHING, DraftFacts, Said, intro_told, people_told
from refcli.read.interactions import last_exchange
from refcli.read.intros import intro, intros
from refcli.read.me import who_i_am
from refcli.read.rows import one_row, one_text
from refcli.read.thank_words import fate_of, fate_thanked_for


def _of_intro(text: str, fate: Fate | None) -> Said:
    """Words on an introduction, with what a template may say of it."""
    if fate is None:
        return Said(text, {**people_told(prospect=None), "what_came": "", "note": ""})
    return Said(
        text,
        {
            **people_told(prospect=fate.prospect),
            "what_came": what_came(fate),
            "note": fate.note or "",
        },
    )


def thank(facts: DraftFacts) -> Said:
    """For what is owed first, else for their newest introduction."""
    fate = fate_thanked_for(
        facts.connection,
        facts.contact,
        facts.intro,
        is_promise=_is_promise(facts),
    )
    if fate is None:
        return _of_intro(drafted_plain_thanks(facts.to), None)
    return _of_intro(drafted_thanks(facts.to, fate), fate)


def _is_promise(facts: DraftFacts) -> bool:
    """Whether the thanks that are due are for a promise."""
    item = facts.item
    is_of_ask = item is not None and item.intro is None and item.ask is not None
    return is_of_ask and facts.wanted.intro is None


def _fate(facts: DraftFacts) -> Fate | None:
    if facts.intro is not None:
        return fate_of(facts.connection, intro(facts.connection, facts.intro))
    found = next(iter(intros(facts.connection, source=facts.contact)), None)
    return None if found is None else fate_of(facts.connection, found)


def outcome(facts: DraftFacts) -> Said:
    """What became of an introduction of theirs."""
    fate = _fate(facts)
    return NOTHING if fate is None else _of_intro(drafted_outcome(facts.to, fate), fate)


def status(facts: DraftFacts) -> Said:
    """Where an introduction of theirs stands; once it is decided, what came of it."""
    fate = _fate(facts)
    if fate is None:
        return NOTHING
    return _of_intro(drafted_status(facts.to, fate) or drafted_outcome(facts.to, fate), fate)


def confirm(facts: DraftFacts) -> Said:
    """Recalls what they promised."""
    item = facts.item
    if item is not None and item.intro is not None:
        found = intro(facts.connection, item.intro)
        return Said(drafted_confirm(facts.to, fate_of(facts.connection, found), None))
    if item is None or item.ask is None:
        return NOTHING
    known = ask(facts.connection, item.ask, facts.today)
    is_promised = known.state is AskState.PROMISED
    return Said(drafted_confirm(facts.to, None, known.industry, is_promised=is_promised))


def welcome(facts: DraftFacts) -> Said:
    """The first words to a prospect."""
    found = intro_told(facts, direction=IntroDirection.RECEIVED)
    if found is None or facts.contact not in [person.id for person in found.prospects]:
        return NOTHING
    planned = next(
        (each for each in appointments(facts.connection, facts.today.isoformat())
         if facts.contact in [person.id for person in each.contacts]),
        None,
    )  # fmt: skip
    first, second = two_days(facts.today)
    days = {"first_day": first, "second_day": second}
    if planned is not None:
        text = drafted_looking_forward(facts.to, planned.on, planned.time, facts.today)
        return Said(text, {**people_told(source=None), **days})
    if found.state not in (IntroState.NAMED, IntroState.MADE):
        return NOTHING
    source = None if found.source is None else addressee_of(facts.connection, found.source.id)
    wrote_on = last_exchange(facts.connection, facts.contact, mine_since=found.on)
    if wrote_on is not None:
        introducer = source if found.state is IntroState.MADE else None
        text = drafted_reminder(facts.to, introducer, wrote_on, facts.today)
        return Said(text, {**people_told(source=source), **days})
    text = drafted_welcome(
        facts.to,
        source,
        who_i_am(facts.connection),
        facts.today,
        was_introduced=found.state is IntroState.MADE,
        is_client=found.kind == TargetKind.CLIENT,
    )
    return Said(text, {**people_told(source=source), **days})


# Whoever has not agreed is handed over to nobody.
_NOT_AGREED = frozenset({IntroState.PROPOSED, IntroState.REFUSED_CONSENT})


def _given(facts: DraftFacts) -> Intro | None:
    found = intro_told(facts, direction=IntroDirection.GIVEN)
    return found if found is not None and found.receiver is not None else None


def consent(facts: DraftFacts) -> Said:
    """Whether a prospect may be passed on."""
    found = _given(facts)
    if found is None or found.receiver is None or found.prospect.id != facts.contact:
        return NOTHING
    partner = addressee_of(facts.connection, found.receiver.id)
    text = consent_words(facts.to, partner, found.need)
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


class _Fault(NamedTuple):
    fault: str | None


def apology(facts: DraftFacts) -> Said:
    """To a party to what went wrong."""
    if facts.item is not None and facts.item.engagement is not None:
        return Said(drafted_apology_for_work(facts.to, _last_work(facts)))
    found = intro_told(facts)
    if found is None:
        return NOTHING
    query = (
        "select fault from intro_step where intro_id = :id and step = 'bad'"
        " order by on_date desc, id desc limit 1"
    )
    told = one_row(facts.connection, _Fault, query, {"id": found.id})
    if told is None or found.state is not IntroState.BAD:
        return NOTHING
    is_source = facts.contact in [source.id for source in found.sources]
    met = found.prospect if is_source or found.receiver is not None else found.source
    if found.receiver is not None and found.prospect.id == facts.contact:
        met = found.receiver
    other = None if met is None else addressee_of(facts.connection, met.id)
    fault = Fault(told.fault) if told.fault else None
    return Said(drafted_apology(facts.to, fault, other, is_source=is_source))


def _last_work(facts: DraftFacts) -> str | None:
    query = "select what from engagement where id = :id"
    number = facts.item.engagement if facts.item is not None else None
    return one_text(facts.connection, query, {"id": number})


def _stage(state: IntroState) -> Stage:
    """How far somebody who was passed on has come."""
    if state in _NOT_AGREED:
        return Stage.ASKED
    return Stage.HANDED_OVER if state is IntroState.MADE else Stage.LOOKED_AFTER


def pass_on(facts: DraftFacts) -> Said:
    """To the source of somebody who went on to a partner of mine."""
    for found in intros(facts.connection, source=facts.contact):
        given = intros(facts.connection, contact=found.prospect.id, direction=IntroDirection.GIVEN)
        onward = next((g for g in given if g.receiver is not None), None)
        if onward is not None and onward.receiver is not None:
            parts = best_parts(facts.connection, facts.contact)
            text = drafted_pass_on(
                facts.to,
                addressee_of(facts.connection, found.prospect.id),
                addressee_of(facts.connection, onward.receiver.id),
                (parts.industry, parts.looking_for),
                stage=_stage(onward.state),
            )
            return Said(text)
    return NOTHING

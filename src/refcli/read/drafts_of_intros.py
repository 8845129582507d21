"""What is said about introductions: thanks, news, handing over, putting right."""

from typing import NamedTuple

from refcli.domain.asks import AskState, TargetKind
from refcli.domain.drafts.news import drafted_confirm, drafted_status
from refcli.domain.drafts.opening import (
    drafted_looking_forward,
    drafted_reminder,
    drafted_welcome,
    two_days,
)
from refcli.domain.drafts.repair import (
    drafted_apology,
    drafted_apology_for_work,
)
from refcli.domain.drafts.thanks import (
    Came,
    Fate,
    drafted_outcome,
    drafted_plain_thanks,
    drafted_thanks,
    what_came,
)
from refcli.domain.due import DueItem
from refcli.domain.english.names import joint
from refcli.domain.intros import Fault, Intro, IntroDirection, IntroState
from refcli.domain.text import joined
from refcli.read.addressee import addressee_of
from refcli.read.appointments import appointments
from refcli.read.asks import ask
from refcli.read.draft_facts import NOTHING, DraftFacts, Said, intro_told, people_told, work_meant
from refcli.read.drafts_of_given import onward_of, passed_on
from refcli.read.interactions import last_exchange
from refcli.read.intros import intro, intros
from refcli.read.me import who_i_am
from refcli.read.names import has_died
from refcli.read.rows import one_number, one_row
from refcli.read.thank_words import fate_of, fate_thanked_for, meeting_of


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
    others = _made_besides(facts, fate)
    fates = [fate, *others.values()]
    people = [each.prospect for each in fates if each.prospect is not None]
    fate = fate._replace(prospect=joint(people)) if others else fate
    said = _of_intro(drafted_thanks(facts.to, fate, facts.today), fate)
    return said._replace(covers=tuple(others))


def _made_besides(facts: DraftFacts, fate: Fate) -> dict[int, Fate]:
    """By follow-up, the other introductions that thanks are due for and nothing has come of yet.

    Nobody is sent the same thanks twice on a day; whoever names a follow-up means that one.
    """
    if facts.item is None or facts.wanted.about is not None or not _is_just_made(fate):
        return {}
    query = (
        "select id, intro_id from follow_up where contact_id = :contact and kind = :kind"
        " and closed_on is null and intro_id is not null and id <> :id and due_on <= :due"
        " order by due_on, id"
    )
    values = {"contact": facts.contact, "kind": facts.item.kind, "id": facts.item.id}
    values["due"] = max(facts.item.due, facts.today.isoformat())
    found = facts.connection.execute(query, values).fetchall()
    mine = facts.item.intro
    named = set() if mine is None else set(intro(facts.connection, mine).prospects)
    others: dict[int, Fate] = {}
    for number, intro_id in found:
        known = intro(facts.connection, intro_id)
        other = fate_of(facts.connection, known, facts.contact)
        if _is_just_made(other):
            # Who is named already is named once.
            is_named = named.issuperset(known.prospects)
            others[number] = other._replace(prospect=None) if is_named else other
            named |= set(known.prospects)
    return others


def _is_just_made(fate: Fate) -> bool:
    return fate.came is Came.MADE and fate.was_made and not fate.was_thanked and not fate.meeting


def _is_promise(facts: DraftFacts) -> bool:
    """Whether the thanks that are due are for a promise."""
    item = facts.item
    is_of_ask = item is not None and item.intro is None and item.ask is not None
    return is_of_ask and facts.wanted.intro is None


def _fate(facts: DraftFacts) -> Fate | None:
    if facts.intro is not None:
        return fate_of(facts.connection, intro(facts.connection, facts.intro), facts.contact)
    found = next(iter(intros(facts.connection, source=facts.contact)), None)
    return None if found is None else fate_of(facts.connection, found, facts.contact)


def outcome(facts: DraftFacts) -> Said:
    """What became of an introduction of theirs."""
    if facts.intro is not None:
        found = intro(facts.connection, facts.intro)
        is_passed = found.state is IntroState.NOT_A_FIT
        is_passed = is_passed and not has_died(facts.connection, found.prospect.id)
        if is_passed and (onward := onward_of(facts, found)) is not None:
            return Said(passed_on(facts, found, onward))
    fate = _fate(facts)
    return NOTHING if fate is None else _of_intro(drafted_outcome(facts.to, fate), fate)


def status(facts: DraftFacts) -> Said:
    """Where an introduction of theirs stands; once it is decided, what came of it."""
    fate = _fate(facts)
    if fate is None or fate.has_died:
        return NOTHING
    return _of_intro(drafted_status(facts.to, fate) or drafted_outcome(facts.to, fate), fate)


def confirm(facts: DraftFacts) -> Said:
    """Recalls what they promised."""
    item = facts.item
    if item is not None and item.intro is not None:
        found = intro(facts.connection, item.intro)
        fate = fate_of(facts.connection, found)
        return Said(drafted_confirm(facts.to, fate, None, was_recalled=_was_recalled(facts, item)))
    if item is None or item.ask is None:
        return NOTHING
    known = ask(facts.connection, item.ask, facts.today)
    is_promised = known.state is AskState.PROMISED
    text = drafted_confirm(
        facts.to,
        None,
        known.industry,
        known.looking_for,
        is_promised=is_promised,
        was_recalled=_was_recalled(facts, item),
    )
    return Said(text)


def _was_recalled(facts: DraftFacts, item: DueItem) -> bool:
    """Whether they were reminded of the same already."""
    query = (
        "select count(*) from follow_up where kind = :kind and contact_id = :contact"
        " and ask_id is :ask and intro_id is :intro and closing = 'done'"
    )
    about = {"kind": item.kind, "contact": facts.contact, "ask": item.ask, "intro": item.intro}
    return one_number(facts.connection, query, about) > 0


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
    named = joined([addressee_of(facts.connection, who.id).name for who in found.sources])
    arranged = meeting_of(facts.connection, found.id)
    if arranged is not None and arranged >= facts.today:
        text = drafted_looking_forward(facts.to, arranged, None, facts.today)
        return Said(text, {**people_told(source=source), **days})
    wrote_on = last_exchange(facts.connection, facts.contact, mine_since=found.on)
    if wrote_on is not None:
        introducer = named if found.state is IntroState.MADE else ""
        text = drafted_reminder(facts.to, introducer, wrote_on, facts.today, turn=found.id - 1)
        return Said(text, {**people_told(source=source), **days})
    text = drafted_welcome(
        facts.to,
        named,
        who_i_am(facts.connection),
        facts.today,
        was_introduced=found.state is IntroState.MADE,
        kind=TargetKind(found.kind),
        need=found.need,
        turn=found.id - 1,
    )
    return Said(text, {**people_told(source=source), **days})


class _Fault(NamedTuple):
    fault: str | None


def apology(facts: DraftFacts) -> Said:
    """To a party to what went wrong."""
    if facts.item is not None and facts.item.engagement is not None:
        return Said(drafted_apology_for_work(facts.to, work_meant(facts)))
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
    is_theirs = facts.contact == _at_fault(found, fault)
    is_there = met is not None and not has_died(facts.connection, met.id)
    text = drafted_apology(
        facts.to, fault, other, is_source=is_source, is_theirs=is_theirs, is_there=is_there
    )
    return Said(text)


def _at_fault(found: Intro, fault: Fault | None) -> int | None:
    """Whose fault it was, of those who are not me."""
    parties = {Fault.SOURCE: found.source, Fault.PROSPECT: found.prospect}
    who = found.receiver if fault is Fault.PARTNER else parties.get(fault) if fault else None
    return None if who is None else who.id

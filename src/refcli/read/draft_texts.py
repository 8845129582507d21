"""What each form says to somebody, from the facts on record."""

import datetime as dt
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.asks import TargetKind
from refcli.domain.contacts import Person
from refcli.domain.drafts.ask import AskParts, drafted_ask
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.drafts.looking_in import drafted_check
from refcli.domain.drafts.news import drafted_confirm, drafted_status
from refcli.domain.drafts.opening import drafted_blurb, drafted_welcome
from refcli.domain.drafts.praise import drafted_testimonial
from refcli.domain.drafts.repair import (
    drafted_apology,
    drafted_apology_for_work,
    drafted_pass_on,
)
from refcli.domain.drafts.thanks import Came, Fate, drafted_outcome, drafted_thanks
from refcli.domain.drafts.touch import (
    drafted_check_in,
    drafted_congratulation,
    drafted_reconnect,
    drafted_wish,
)
from refcli.domain.due import DueItem
from refcli.domain.english.names import Addressee
from refcli.domain.intros import Fault, Intro, IntroDirection, IntroState
from refcli.read.addressee import addressee_of
from refcli.read.ask_parts import best_parts
from refcli.read.asks import ask
from refcli.read.bond import bond_with
from refcli.read.campaigns import running_offer
from refcli.read.handover_words import consent_text, handover_text
from refcli.read.intros import intro, intros
from refcli.read.me import who_i_am
from refcli.read.rows import one_row, one_text
from refcli.read.thank_words import fate_of, thankyou_for
from refcli.read.yearly import date_numbered, dates_of

_NEAR = 14


class Wanted(NamedTuple):
    """What is to be drafted for somebody: without a form, what is most urgent.

    `about` is the number of a follow-up. Without a tone the words of a planned ask stay as they are
    kept.
    """

    contact: int
    form: Form | None = None
    about: int | None = None
    tone: Tone | None = None


class DraftFacts(NamedTuple):
    """Whom a draft is to, the follow-up that it does, and the day."""

    connection: sqlite3.Connection
    contact: int
    to: Addressee
    item: DueItem | None
    wanted: Wanted
    today: dt.date


def _intro_of(facts: DraftFacts, *, direction: IntroDirection | None = None) -> Intro | None:
    """The introduction that the follow-up is about, else the newest with them."""
    if facts.item is not None and facts.item.intro is not None:
        return intro(facts.connection, facts.item.intro)
    found = intros(facts.connection, contact=facts.contact, direction=direction)
    return next(iter(found), None)


def _ask(facts: DraftFacts) -> str:
    """The words of a planned ask as they were kept, else drafted from what fits them."""
    parts = best_parts(facts.connection, facts.contact)
    if facts.item is not None and facts.item.ask is not None and facts.item.kind == kinds.ASK:
        planned = ask(facts.connection, facts.item.ask, facts.today)
        if planned.words and facts.wanted.tone is None:
            return planned.words
        parts = AskParts(
            planned.industry, planned.looking_for, planned.qualities, TargetKind(planned.kind)
        )
    if not parts.industry and not parts.looking_for:
        return ""
    return drafted_ask(
        parts,
        bond_with(facts.connection, facts.contact, facts.today),
        facts.today,
        facts.wanted.tone or Tone.PLAIN,
        offer=running_offer(facts.connection, facts.today),
    )


def _thank(facts: DraftFacts) -> str:
    about = facts.item
    if about is not None and about.intro is None and about.ask is not None:
        return drafted_thanks(facts.to, Fate(Came.PROMISED, None))
    return thankyou_for(facts.connection, facts.contact, about.intro if about else None)


def _fate(facts: DraftFacts) -> Fate | None:
    found = next(iter(intros(facts.connection, source=facts.contact)), None)
    if facts.item is not None and facts.item.intro is not None:
        found = intro(facts.connection, facts.item.intro)
    return None if found is None else fate_of(facts.connection, found)


def _outcome(facts: DraftFacts) -> str:
    fate = _fate(facts)
    return drafted_outcome(facts.to, fate) if fate is not None else ""


def _status(facts: DraftFacts) -> str:
    fate = _fate(facts)
    if fate is None:
        return ""
    return drafted_status(facts.to, fate) or drafted_outcome(facts.to, fate)


def _confirm(facts: DraftFacts) -> str:
    item = facts.item
    if item is not None and item.intro is not None:
        found = intro(facts.connection, item.intro)
        return drafted_confirm(facts.to, fate_of(facts.connection, found), None)
    if item is None or item.ask is None:
        return ""
    return drafted_confirm(facts.to, None, ask(facts.connection, item.ask, facts.today).industry)


def _welcome(facts: DraftFacts) -> str:
    found = _intro_of(facts, direction=IntroDirection.RECEIVED)
    if found is None or facts.contact not in [person.id for person in found.prospects]:
        return ""
    source = None if found.source is None else addressee_of(facts.connection, found.source.id)
    return drafted_welcome(facts.to, source, who_i_am(facts.connection), facts.today)


def _blurb(facts: DraftFacts) -> str:
    return drafted_blurb(who_i_am(facts.connection))


def _given(facts: DraftFacts) -> Intro | None:
    found = _intro_of(facts, direction=IntroDirection.GIVEN)
    return found if found is not None and found.receiver is not None else None


def _consent(facts: DraftFacts) -> str:
    found = _given(facts)
    if found is None or found.receiver is None or found.prospect.id != facts.contact:
        return ""
    return consent_text(facts.connection, facts.contact, found.receiver.id, found.need)


def _handover(facts: DraftFacts) -> str:
    found = _given(facts)
    if found is None or found.receiver is None:
        return ""
    return handover_text(facts.connection, found.prospect.id, found.receiver.id, found.need)


def handed_over(facts: DraftFacts) -> tuple[Person, ...]:
    """The other of the two whom a handover brings together."""
    found = _given(facts)
    both = () if found is None or found.receiver is None else (found.receiver, found.prospect)
    return tuple(person for person in both if person.id != facts.contact)


class _Fault(NamedTuple):
    fault: str | None


def _apology(facts: DraftFacts) -> str:
    if facts.item is not None and facts.item.engagement is not None:
        return drafted_apology_for_work(facts.to, _last_work(facts))
    found = _intro_of(facts)
    if found is None:
        return ""
    query = (
        "select fault from intro_step where intro_id = :id and step = 'bad'"
        " order by on_date desc, id desc limit 1"
    )
    told = one_row(facts.connection, _Fault, query, {"id": found.id})
    if told is None:
        return ""
    is_source = facts.contact in [source.id for source in found.sources]
    met = found.prospect if is_source or found.receiver is not None else found.source
    if found.receiver is not None and found.prospect.id == facts.contact:
        met = found.receiver
    other = None if met is None else addressee_of(facts.connection, met.id)
    fault = Fault(told.fault) if told.fault else None
    return drafted_apology(facts.to, fault, other, is_source=is_source)


def _last_work(facts: DraftFacts) -> str | None:
    query = "select what from engagement where id = :id"
    number = facts.item.engagement if facts.item is not None else None
    return one_text(facts.connection, query, {"id": number})


def _pass_on(facts: DraftFacts) -> str:
    """To the source of somebody who went on to a partner of mine."""
    for found in intros(facts.connection, source=facts.contact):
        given = intros(facts.connection, contact=found.prospect.id, direction=IntroDirection.GIVEN)
        onward = next((g for g in given if g.receiver is not None), None)
        if onward is not None and onward.receiver is not None:
            parts = best_parts(facts.connection, facts.contact)
            return drafted_pass_on(
                facts.to,
                addressee_of(facts.connection, found.prospect.id),
                addressee_of(facts.connection, onward.receiver.id),
                (parts.industry, parts.looking_for),
                is_agreed=onward.state is not IntroState.PROPOSED,
            )
    return ""


def _testimonial(facts: DraftFacts) -> str:
    bond = bond_with(facts.connection, facts.contact, facts.today)
    return drafted_testimonial(facts.to, bond.work)


def _reconnect(facts: DraftFacts) -> str:
    return drafted_reconnect(facts.to, _one_of(facts, "organization"))


def _check_in(facts: DraftFacts) -> str:
    """How they are; a follow-up that looks into an introduction asks about that."""
    item = facts.item
    if item is not None and item.kind == kinds.CHECK:
        other = next((addressee_of(facts.connection, who) for who, _ in item.others), None)
        return drafted_check(facts.to, item.rule or "", other)
    last = one_text(
        facts.connection,
        "select max(i.on_date) from interaction i join interaction_contact p"
        " on p.interaction_id = i.id where p.contact_id = :id and not i.is_attempt",
        {"id": facts.contact},
    )
    return drafted_check_in(facts.to, dt.date.fromisoformat(last) if last else None, facts.today)


def _one_of(facts: DraftFacts, column: str) -> str | None:
    query = f"select {column} from contact where id = :id"
    return one_text(facts.connection, query, {"id": facts.contact})


def _wish(facts: DraftFacts) -> str:
    """On the date that the follow-up is about, else on the one that comes next."""
    item = facts.item
    if item is not None and item.kind == kinds.WISH:
        return drafted_congratulation(facts.to, _one_of(facts, "organization"))
    row = date_numbered(facts.connection, item.id) if item and item.kind == kinds.DATE else None
    if row is not None:
        return drafted_wish(facts.to, row.label)
    found = dates_of(facts.connection, str(int(facts.contact)), facts.today)
    near = [
        date for date in found.get(facts.contact, ()) if (date.next - facts.today).days <= _NEAR
    ]
    return drafted_wish(facts.to, near[0].label) if near else ""


# By form, its text; empty where the facts do not hold it.
BUILDERS: dict[Form, Callable[[DraftFacts], str]] = {
    Form.ASK: _ask,
    Form.BLURB: _blurb,
    Form.WELCOME: _welcome,
    Form.THANK: _thank,
    Form.OUTCOME: _outcome,
    Form.STATUS: _status,
    Form.APOLOGY: _apology,
    Form.CONSENT: _consent,
    Form.HANDOVER: _handover,
    Form.PASS_ON: _pass_on,
    Form.TESTIMONIAL: _testimonial,
    Form.RECONNECT: _reconnect,
    Form.CHECK_IN: _check_in,
    Form.WISH: _wish,
    Form.CONFIRM: _confirm,
}
# What to type next where they do not.
WHY_NOT = {
    Form.ASK: "say whom you look for: refcli kit target",
    Form.BLURB: "say who you are: refcli kit edit",
    Form.WELCOME: "nobody introduced them to you: refcli intro SOURCE PROSPECT",
    Form.OUTCOME: "no introduction of theirs is on record",
    Form.STATUS: "no introduction of theirs is on record",
    Form.APOLOGY: "nothing went wrong with them: refcli intro bad",
    Form.CONSENT: "nothing waits for their consent: refcli intro give PROSPECT PARTNER",
    Form.HANDOVER: "you passed them on to nobody: refcli intro give PROSPECT PARTNER",
    Form.PASS_ON: "nobody of theirs went on to a partner: refcli intro pass",
    Form.WISH: "no day of theirs is near: refcli contact date NAME birthday WHEN",
    Form.CONFIRM: "they promised nothing that is open",
}

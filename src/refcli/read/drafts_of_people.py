"""What is said to somebody for their own sake, and an ask."""

import datetime as dt

from refcli.domain import kinds
from refcli.domain.asks import TargetKind
from refcli.domain.drafts.ask import AskParts, ask_sentences, joined_ask
from refcli.domain.drafts.form import Tone
from refcli.domain.drafts.looking_in import drafted_check
from refcli.domain.drafts.opening import drafted_blurb
from refcli.domain.drafts.praise import drafted_testimonial
from refcli.domain.drafts.touch import (
    drafted_check_in,
    drafted_congratulation,
    drafted_reconnect,
    drafted_wish,
)
from refcli.domain.intros import IntroState
from refcli.read.addressee import addressee_of
from refcli.read.ask_parts import best_parts
from refcli.read.asks import ask
from refcli.read.bond import bond_with
from refcli.read.campaigns import running_offer
from refcli.read.draft_facts import NOTHING, DraftFacts, Said, work_meant
from refcli.read.interactions import last_exchange
from refcli.read.intros import intro
from refcli.read.me import who_i_am
from refcli.read.names import has_died
from refcli.read.rows import OF_NO_COUPLE, one_number, one_text, texts
from refcli.read.thank_words import was_spoken
from refcli.read.yearly import date_numbered, dates_of

_NEAR = 14


def ask_said(facts: DraftFacts) -> Said:
    """The words of a planned ask as they were kept, else drafted from what fits them."""
    parts = facts.wanted.parts
    item = facts.item
    if parts is None and item is not None and item.ask is not None and item.kind == kinds.ASK:
        planned = ask(facts.connection, item.ask, facts.today)
        if planned.words and facts.wanted.tone is None:
            return Said(planned.words, is_kept=True)
        parts = AskParts(
            planned.industry, planned.looking_for, planned.qualities, TargetKind(planned.kind)
        )
    is_told = parts is not None
    parts = parts or best_parts(facts.connection, facts.contact)
    if not is_told and not parts.industry and not parts.looking_for:
        return NOTHING
    sentences = ask_sentences(
        parts,
        bond_with(facts.connection, facts.contact, facts.today),
        facts.today,
        facts.wanted.tone or Tone.PLAIN,
        offer=running_offer(facts.connection, facts.today),
    )
    return Said(joined_ask(sentences), sentences, parts=parts)


def blurb(facts: DraftFacts) -> Said:
    """For a source to forward."""
    return Said(drafted_blurb(who_i_am(facts.connection)))


def testimonial(facts: DraftFacts) -> Said:
    """Asks a client for a few words."""
    bond = bond_with(facts.connection, facts.contact, facts.today)
    if bond.work is None:
        return NOTHING
    return Said(drafted_testimonial(facts.to, bond.work), {"work": bond.work})


def reconnect(facts: DraftFacts) -> Said:
    """After a long time."""
    if _is_within(facts, last_exchange(facts.connection, facts.contact), _LONG):
        return NOTHING
    organization = _one_of(facts, "organization")
    return Said(drafted_reconnect(facts.to, organization), {"organization": organization or ""})


def _checked(facts: DraftFacts, text: str) -> Said:
    return Said(text, {"organization": _one_of(facts, "organization") or ""})


def check_in(facts: DraftFacts) -> Said:
    """How they are; a follow-up that looks into an introduction asks about that."""
    item = facts.item
    if item is not None and item.kind == kinds.CHECK:
        there = [who for who, _ in item.others if not has_died(facts.connection, who)]
        meant = None if item.intro is None else intro(facts.connection, item.intro)
        if meant is not None and meant.prospect.id in there:
            there = [meant.prospect.id]
        other = next((addressee_of(facts.connection, who) for who in there), None)
        spoken = meant is None or was_spoken(facts.connection, meant)
        text = drafted_check(
            facts.to, item.rule or "", other, was_spoken=spoken, work=work_meant(facts)
        )
        return _checked(facts, text)
    last = last_exchange(facts.connection, facts.contact)
    is_unasked = facts.wanted.form is None and item is None
    if is_unasked and (_is_within(facts, last, _LATELY) or _is_stranger(facts, last)):
        return NOTHING
    focus = _one_of(facts, "focus")
    return _checked(facts, drafted_check_in(facts.to, last, facts.today, focus))


# So many days are no long time, and so many lately.
_LONG, _LATELY = 60, 30


def _is_within(facts: DraftFacts, last: dt.date | None, days: int) -> bool:
    return last is not None and (facts.today - last).days < days


def _is_stranger(facts: DraftFacts, last: dt.date | None) -> bool:
    """Whether they were named or introduced to me, and we never were in touch."""
    query = (
        "select count(*) from contact c join intro i on i.prospect_id = c.id where c.id = :id"
        " and c.basis in ('other', 'referred')"
        " and not exists (select 1 from intro_step s where s.intro_id = i.id and s.step = :reached)"
    )
    values = {"id": facts.contact, "reached": IntroState.REACHED}
    return last is None and one_number(facts.connection, query, values) > 0


def _one_of(facts: DraftFacts, column: str) -> str | None:
    query = f"select {column} from contact where id = :id"
    return one_text(facts.connection, query, {"id": facts.contact})


def wish(facts: DraftFacts) -> Said:
    """On the date that the follow-up is about, else on the one that comes next."""
    item = facts.item
    if item is not None and item.kind == kinds.WISH:
        text = drafted_congratulation(facts.to, _one_of(facts, "organization"))
        return Said(text, {"label": "a new job"})
    row = date_numbered(facts.connection, item.id) if item and item.kind == kinds.DATE else None
    if item is not None and row is not None:
        is_late = item.occurs is not None and item.occurs < facts.today.isoformat()
        return Said(drafted_wish(facts.to, row.label, is_late=is_late), {"label": row.label})
    found = dates_of(facts.connection, str(int(facts.contact)), facts.today)
    over = texts(
        facts.connection,
        f"select label from yearly_date d where d.contact_id = :id and {OF_NO_COUPLE}",
        {"id": facts.contact},
    )
    near = [
        date
        for date in found.get(facts.contact, ())
        if (date.next - facts.today).days <= _NEAR and date.label not in over
    ]
    if not near:
        return NOTHING
    label = near[0].label
    return Said(drafted_wish(facts.to, label), {"label": label})

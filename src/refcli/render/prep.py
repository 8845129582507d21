"""One screen before a meeting, as JSON and sheet."""

import datetime as dt

from refcli.domain.contacts import ContactStatus
from refcli.domain.day_words import day_text
from refcli.domain.prep import Prep
from refcli.domain.rapport import rapport_words
from refcli.domain.timeline import Moment
from refcli.render.asks import ask_json
from refcli.render.between import ask_line, intro_line
from refcli.render.campaigns import offer_json, offer_line
from refcli.render.contacts import date_json, known_by, tie_json, ties_text
from refcli.render.exchanges import interaction_json
from refcli.render.followups_json import item_json
from refcli.render.intros import intro_json
from refcli.render.layout import Section, Sheet
from refcli.render.output import Json
from refcli.render.timeline import moment_json

_SOON_DAYS = 60


def prep_json(prep: Prep) -> Json:
    """As `prep --json` has it."""
    return {
        "contact": {"id": prep.contact.id, "name": prep.contact.name},
        "focus": prep.contact.focus,
        "rapport": {"days": prep.contact.rapport.days, "band": prep.contact.rapport.band},
        "interactions": [interaction_json(i) for i in prep.interactions],
        "open": [item_json(i) for i in prep.open_items],
        "introduce": [
            {"contact": {"id": h.id, "name": h.name}, "matches": list(h.matches)}
            for h in prep.helpers
        ],
        "ready": not prep.blockers,
        "blockers": [{"code": b.code, "text": b.text, "fix": b.fix} for b in prep.blockers],
        "draft": prep.draft or None,
        "ties": [tie_json(tie) for tie in prep.contact.ties],
        "dates": [date_json(date) for date in prep.contact.dates],
        "intros": [intro_json(intro) for intro in prep.intros],
        "given": [moment_json(moment) for moment in prep.given],
        "asks": [ask_json(ask) for ask in prep.asks],
        "offer": offer_json(prep.offer),
    }


def prep_sheet(prep: Prep, today: dt.date) -> Sheet:
    """One screen: what was, what is open, how to help, whether and how to ask."""
    who = prep.contact
    work = ", ".join(part for part in (who.role, who.organization) if part)
    reach = ", ".join((*who.phones[:1], *who.emails[:1]))
    is_alive = who.status is not ContactStatus.DECEASED
    soon = [date for date in who.dates if is_alive and (date.next - today).days <= _SOON_DAYS]
    question = "ask them: what are they working on now?" if is_alive else ""
    pairs = (
        ("known by", known_by(who, today).removeprefix("other").strip(" ,")),
        ("work", work),
        ("reach", reach),
        ("greeted as", who.call or ""),
        ("ties", ties_text(who)),
        ("coming up", ", ".join(f"{date.label} {day_text(date.next, today)}" for date in soon)),
        ("yours", ", ".join(map(": ".join, who.fields))),
        ("rapport", rapport_words(who.rapport)),
        ("working on", who.focus or question),
        ("note", who.note or ""),
    )
    return Sheet(
        f"Before you meet {who.name}",
        tuple((label, value) for label, value in pairs if value),
        tuple(section for section in _sections(prep, today) if section.lines),
    )


def _given(moment: Moment) -> str:
    """Of a favor who did it for whom, which its own words do not say."""
    if moment.kind == "favor":
        who = "they did for you" if moment.direction == "in" else "you did for them"
        return moment.text.replace("favor", who, 1)
    if moment.kind == "testimonial":
        return moment.text.replace("praise", "they said of you", 1)
    return moment.text


def _sections(prep: Prep, today: dt.date) -> tuple[Section, ...]:
    talks = tuple(
        f"{day_text(t.on, today)}, {t.channel.words}: {t.what}" for t in prep.interactions
    )
    items = tuple(
        f"{i.id}  {i.line}{f' ({i.reach_at})' if i.reach_at else ''}, {i.when}"
        for i in prep.open_items
    )
    helpers = tuple(
        f"{h.name} ({h.about}), because of: {', '.join(h.matches)}" if h.about else h.name
        for h in prep.helpers
    )
    if prep.blockers:
        ask = tuple(f"not now: {b.told}" for b in prep.blockers)
    else:
        ask = (prep.draft or "you may ask; add a target first: refcli kit target NAME",)
    if prep.offer is not None and (prep.blockers or not prep.draft):
        ask = (*ask, offer_line(prep.offer, today))
    return (
        Section("Lately", talks),
        Section(
            "Introductions",
            tuple(intro_line(i, prep.contact.id, today, prep.currency) for i in prep.intros),
        ),
        Section(
            "Praise, favors and thanks",
            tuple(f"{day_text(m.on, today)}, {_given(m)}" for m in prep.given),
        ),
        Section("Open between you", (*items, *(ask_line(a, today) for a in prep.asks))),
        Section("Whom you could introduce to them", helpers),
        Section("The ask", ask),
    )

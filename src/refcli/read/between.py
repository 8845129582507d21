"""What was between contacts and me: talks, noes, good turns, praise, and what went wrong."""

import datetime as dt
import sqlite3
from typing import NamedTuple, TypeVar

from refcli.domain import kinds
from refcli.domain.asks import TargetKind
from refcli.domain.intros import LOST_STATES, OPEN_INTRO_STATES, IntroState
from refcli.domain.standing import BadIntro, OwnIntro, PoorWork
from refcli.read.rows import a_day, day, named, numbers, rows

Shape = TypeVar("Shape", bound=NamedTuple)
_TWO_YEARS = 730
# A two-way exchange, or words in both directions; attempts are none.
_TALKED = """
    select ic.contact_id from interaction_contact ic
        join interaction i on i.id = ic.interaction_id
    where ic.contact_id in ({0}) and not i.is_attempt
    group by ic.contact_id
    having max(i.direction = 'both') or count(distinct i.direction) > 1
"""
_REACHED = """
    select distinct p.contact_id from intro_party p join intro i on i.id = p.intro_id
        join intro_step s on s.intro_id = i.id
    where p.contact_id in ({0}) and p.part = 'prospect' and i.direction = 'received'
        and s.step in ('reached', 'won')
"""
_OWN_INTROS = """
    select p.contact_id, i.state, i.kind,
        (select max(s.on_date) from intro_step s where s.intro_id = i.id and s.step = i.state)
            as since,
        exists (select 1 from intro_step s where s.intro_id = i.id and s.step = 'reached')
            as was_reached
    from intro_party p join intro i on i.id = p.intro_id
    where p.contact_id in ({0}) and p.part = 'prospect' and i.direction = 'received'
    order by i.id
"""
# Introductions, work and favors between us, each with its day.
_DEALT = """
    select contact_id, on_date from favor where contact_id in ({0})
    union all select contact_id, on_date from intro_party
        where contact_id in ({0}) and part = 'source'
    union all select receiver_id, on_date from intro where receiver_id in ({0})
    union all select p.contact_id, i.on_date from intro_party p join intro i on i.id = p.intro_id
        where p.contact_id in ({0}) and p.part = 'prospect' and i.direction = 'given'
    union all select contact_id, delivered_on as on_date from engagement
        where contact_id in ({0}) and delivered_on is not null
"""
_TOUCHED = """
    select contact_id, max(on_date) as on_date from favor
        where contact_id in ({0}) group by contact_id
    union all select contact_id, max(on_date) from testimonial
        where contact_id in ({0}) group by contact_id
    union all select contact_id, max(on_date) from intro_party
        where contact_id in ({0}) group by contact_id
    union all select receiver_id, max(on_date) from intro
        where receiver_id in ({0}) group by receiver_id
"""
# Favors, gifts and meals, and the introductions that I gave.
_GOOD_TURNS = """
    select contact_id, given, count(*) as many from favor
        where contact_id in ({0}) and on_date >= :since group by contact_id, given
    union all select contact_id, given, count(*) from thanks
        where contact_id in ({0}) and on_date >= :since and how in ('gift', 'meal')
        group by contact_id, given
    union all select receiver_id, 1, count(*) from intro
        where receiver_id in ({0}) and made_on >= :since group by receiver_id
"""
_PRAISED = (
    "select contact_id, max(on_date) as on_date from testimonial where contact_id in ({0})"
    " group by contact_id"
)
_PROFILES = "select contact_id, competitor from partner where contact_id in ({0})"
_FAVORS = (
    "select contact_id, given, count(*) as many from favor where given = 1"
    " and contact_id in ({0}) group by contact_id"
)
# What puts work right, and what says that it is.
_PUTS_RIGHT = (kinds.REPAIR, kinds.CHECK)
_SAID_NO = frozenset(LOST_STATES - {IntroState.NOT_A_FIT})


class BetweenUs(NamedTuple):
    """What was between one contact and me."""

    has_met: bool
    own_intro: OwnIntro | None
    said_no_on: dt.date | None
    became_client_on: dt.date | None
    is_competitor: bool
    has_partner_profile: bool
    favors_for: int
    mine: int
    theirs: int
    last_on: dt.date | None
    praised_on: dt.date | None


class _OwnIntro(NamedTuple):
    contact_id: int
    state: str
    kind: str
    since: str | None
    was_reached: int


class _Happened(NamedTuple):
    contact_id: int
    on_date: str


class _Turns(NamedTuple):
    contact_id: int
    given: int
    many: int


class _Profile(NamedTuple):
    contact_id: int
    competitor: int


class Between:
    """What was between some contacts and me, each thing loaded for all of them at once."""

    def __init__(self, connection: sqlite3.Connection, wanted: str, today: dt.date) -> None:
        def asked(shape: type[Shape], query: str) -> list[Shape]:
            return rows(connection, shape, query.format(wanted), since)

        since = {"since": (today - dt.timedelta(days=_TWO_YEARS)).isoformat()}
        self._met = {
            contact
            for query in (_TALKED, _REACHED)
            for contact in numbers(connection, query.format(wanted))
        }
        self._own: dict[int, list[_OwnIntro]] = {}
        for own in asked(_OwnIntro, _OWN_INTROS):
            self._own.setdefault(own.contact_id, []).append(own)
        self._dealt: dict[int, list[str]] = {}
        for dealt in asked(_Happened, _DEALT):
            self._dealt.setdefault(dealt.contact_id, []).append(dealt.on_date)
        self._touched: dict[int, dt.date] = {}
        for touched in asked(_Happened, _TOUCHED):
            on = a_day(touched.on_date)
            self._touched[touched.contact_id] = max(on, self._touched.get(touched.contact_id, on))
        self._praised = {p.contact_id: a_day(p.on_date) for p in asked(_Happened, _PRAISED)}
        self._competes = {p.contact_id: bool(p.competitor) for p in asked(_Profile, _PROFILES)}
        self._favors = {f.contact_id: f.many for f in asked(_Turns, _FAVORS)}
        self._turns: dict[tuple[int, bool], int] = {}
        for turns in asked(_Turns, _GOOD_TURNS):
            key = turns.contact_id, bool(turns.given)
            self._turns[key] = self._turns.get(key, 0) + turns.many

    def of(self, contact: int) -> BetweenUs:
        """What was between one of them and me."""
        own = self._own.get(contact, [])
        won = [i.since for i in own if i.state == IntroState.WON and i.kind == TargetKind.CLIENT]
        return BetweenUs(
            has_met=contact in self._met,
            own_intro=_own_intro(own),
            said_no_on=self._said_no_on(contact, own),
            became_client_on=day(min((on for on in won if on), default=None)),
            is_competitor=self._competes.get(contact, False),
            has_partner_profile=contact in self._competes and not self._competes[contact],
            favors_for=self._favors.get(contact, 0),
            mine=self._turns.get((contact, True), 0),
            theirs=self._turns.get((contact, False), 0),
            last_on=self._touched.get(contact),
            praised_on=self._praised.get(contact),
        )

    def _said_no_on(self, contact: int, own: list[_OwnIntro]) -> dt.date | None:
        """Their newest no after a talk, unless something was between us since."""
        if not own or own[-1].state not in _SAID_NO or not own[-1].was_reached:
            return None
        said = own[-1].since or ""
        is_over = any(on >= said for on in self._dealt.get(contact, []))
        return None if is_over else day(said)


def _own_intro(own: list[_OwnIntro]) -> OwnIntro | None:
    states = {intro.state for intro in own}
    if not states or IntroState.WON in states:
        return None
    if states & OPEN_INTRO_STATES:
        return OwnIntro.OPEN
    return OwnIntro.LOST if states <= LOST_STATES else None


def poor_work(connection: sqlite3.Connection, wanted: str, poor: int) -> dict[int, PoorWork]:
    """By contact, the newest rated work where it was poor and is not put right.

    It is put right when the check after its repair was answered yes.
    """
    newest: dict[int, tuple[int, int]] = {}
    for engagement, contact, rating in connection.execute(
        "select id, contact_id, rating from engagement"
        f" where contact_id in ({wanted}) and rating is not null"
        " order by coalesce(delivered_on, recorded_on), id"
    ).fetchall():
        newest[contact] = engagement, rating
    found: dict[int, PoorWork] = {}
    for contact, (engagement, rating) in newest.items():
        if rating > poor:
            continue
        about = connection.execute(
            "select id, kind, closed_on, closing from follow_up where contact_id = :contact"
            f" and engagement_id = :work and kind in ({named(_PUTS_RIGHT)}) order by id",
            {"contact": contact, "work": engagement},
        ).fetchall()
        still = {kind: number for number, kind, closed_on, _ in about if closed_on is None}
        is_well = any(kind == kinds.CHECK and how == "done" for _, kind, _, how in about)
        if still or not is_well:
            found[contact] = PoorWork(still.get(kinds.REPAIR), still.get(kinds.CHECK))
    return found


def bad_intros(connection: sqlite3.Connection, wanted: str) -> dict[int, BadIntro]:
    """By contact, what they are a party to: bad, or repaired and the check with them still open."""
    checks = connection.execute(
        "select contact_id, intro_id, id from follow_up where rule = 'intro-repaired'"
        f" and closed_on is null and contact_id in ({wanted})"
    ).fetchall()
    found = {contact: BadIntro(intro, check) for contact, intro, check in checks}
    for contact, intro in connection.execute(
        "select p.contact_id, i.id from intro_party p join intro i on i.id = p.intro_id"
        f" where i.state = 'bad' and p.contact_id in ({wanted})"
        " union select receiver_id, id from intro"
        f" where state = 'bad' and receiver_id in ({wanted})"
    ).fetchall():
        found[contact] = BadIntro(intro, None)
    return found

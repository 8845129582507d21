"""What the gates and the score need to know about contacts, many at a time."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.asks import OPEN_STATES, Answered, AskState
from refcli.domain.contacts import Basis, Contact
from refcli.domain.kinds import THANKS_KINDS
from refcli.domain.readiness import GateNumbers
from refcli.domain.settings import Settings
from refcli.domain.standing import Soured, Standing
from refcli.errors import UnknownName
from refcli.read.asks import ask_states
from refcli.read.between import Between, bad_intros, poor_work
from refcli.read.contacts import contacts_by_id
from refcli.read.rows import SOURCED_BY, a_day, day, marks, named, rows

# What is a gift of mine, and what comes back: the table, its day, and which of its rows.
_GIFTS = {
    True: (("favor", "on_date", "and t.given = 1"), ("intro", "made_on", "")),
    False: (
        ("favor", "on_date", "and t.given = 0"),
        ("intro_party", "on_date", "and t.part = 'source'"),
        ("testimonial", "on_date", ""),
        ("engagement", "delivered_on", ""),
        ("ask", "on_date", "and t.was_promised"),
    ),
}


class _SourcedRow(NamedTuple):
    source_id: int
    made_on: str | None
    on_date: str
    has_reached: int
    has_won: int


_SOURCED = f"""
    select y.contact_id as source_id, i.made_on, i.on_date,
        exists (select 1 from intro_step s
            where s.intro_id = i.id and s.step in ('reached', 'won')) as has_reached,
        exists (select 1 from intro_step s where s.intro_id = i.id and s.step = 'won') as has_won
    from {SOURCED_BY}
"""


def gate_numbers(settings: Settings) -> GateNumbers:
    """The numbers of the gates that are in force."""
    names = GateNumbers._fields
    return GateNumbers(**{n: settings.number(f"gate.{n.replace('_', '-')}") for n in names})


def standing(
    connection: sqlite3.Connection, contact_id: int, today: dt.date, settings: Settings
) -> Standing:
    """One contact's standing with me; raises UnknownName when there is none of that id."""
    people = standings(connection, [contact_id], today, settings)
    if not people:
        raise UnknownName(f"no contact has the id @{contact_id}", "see: refcli contact list")
    return people[0]


def standings(
    connection: sqlite3.Connection, ids: Sequence[int], today: dt.date, settings: Settings
) -> tuple[Standing, ...]:
    """Standings in the order of the ids, with a fixed number of queries however many they are."""
    people = contacts_by_id(connection, ids, today, is_whole=False)
    wanted = marks(person.id for person in people)
    facts = _Facts(connection, wanted, today, gate_numbers(settings))
    return tuple(_standing(person, facts) for person in people)


class _Facts:
    """Each fact as a mapping from contact id, loaded for all of them at once."""

    def __init__(
        self, connection: sqlite3.Connection, wanted: str, today: dt.date, gates: GateNumbers
    ) -> None:
        since = (today - dt.timedelta(days=gates.taker_days)).isoformat()
        self.work = _work(connection, wanted)
        self.poor = poor_work(connection, wanted, gates.poor_rating)
        self.thanks_due = _thanks_due(connection, wanted)
        self.asks = ask_states(connection, wanted, today)
        self.intros = _intros_from(connection, wanted)
        self.bad = bad_intros(connection, wanted)
        self.given, self.back = _gifts(connection, wanted, since)
        self.between = Between(connection, wanted, today)


def _standing(who: Contact, facts: _Facts) -> Standing:
    work = facts.work.get(who.id, ())
    answers = facts.asks.get(who.id, ())
    intros = facts.intros.get(who.id, ())
    closed = [a for a in answers if a.state in (AskState.DECLINED, AskState.LATER)]
    no = [a for a in closed if a.state is AskState.DECLINED]
    later = [a for a in closed if a.state is AskState.LATER]
    between = facts.between.of(who.id)
    delivered = tuple((w.on, w.rating) for w in work if w.on is not None)
    return Standing(
        id=who.id,
        name=who.name,
        bases=who.bases,
        status=who.status,
        status_until=who.status_until,
        rapport=who.rapport,
        last_interaction=who.last_interaction,
        client_since=_client_since(who, work, between.became_client_on),
        deliveries=delivered,
        engagements=len(work),
        ongoing_since=min((w.begun for w in work if w.is_ongoing), default=None),
        poor_work=facts.poor.get(who.id),
        thanks_due=facts.thanks_due.get(who.id),
        has_open_ask=any(a.state in OPEN_STATES for a in answers),
        last_intro_made=max((a_day(i.made_on) for i in intros if i.made_on), default=None),
        last_no=no[-1].answered_on if no else None,
        later_on=later[-1].answered_on if later else None,
        later_until=later[-1].until if later else None,
        bad_intro=facts.bad.get(who.id),
        has_met=between.has_met or bool(delivered) or any(i.made_on for i in intros),
        said_no_on=between.said_no_on,
        own_intro=between.own_intro,
        is_competitor=between.is_competitor,
        is_partner=Basis.PARTNER in who.bases or between.has_partner_profile,
        given=facts.given.get(who.id, 0),
        came_back=facts.back.get(who.id, 0),
        intros_from=len(intros),
        favors_for=between.favors_for,
        outcomes=tuple((a_day(i.on_date), bool(i.has_reached), bool(i.has_won)) for i in intros),
        mine=between.mine,
        theirs=between.theirs,
        behind=max(0, facts.back.get(who.id, 0) - facts.given.get(who.id, 0)),
        last_between=max(
            (on for on in (who.last_interaction, between.last_on) if on is not None), default=None
        ),
        praised_on=between.praised_on,
        soured=_soured(answers),
    )


def _client_since(
    who: Contact, work: Sequence["_Work"], became_client_on: dt.date | None
) -> dt.date | None:
    """Since when they are a client: as told, by an introduction, or by the first work."""
    if Basis.CLIENT not in who.bases:
        return None
    known = (who.since, became_client_on, *(w.begun for w in work))
    return min((on for on in known if on is not None), default=None)


def _soured(answers: Sequence[Answered]) -> Soured | None:
    """The last ask that was made, where it came to nothing."""
    made = [a for a in answers if a.state is not AskState.PLANNED]
    if not made or made[-1].state not in (AskState.LAPSED, AskState.DECLINED):
        return None
    return Soured(made[-1].answered_on, made[-1].state is AskState.LAPSED)


class _Work(NamedTuple):
    """A piece of work: when it was delivered, its rating, and since when it is known."""

    on: dt.date | None
    rating: int | None
    is_ongoing: bool
    begun: dt.date


def _work(connection: sqlite3.Connection, wanted: str) -> dict[int, tuple[_Work, ...]]:
    found: dict[int, tuple[_Work, ...]] = {}
    for contact, on, rating, ongoing, recorded in connection.execute(
        "select contact_id, delivered_on, rating, ongoing, recorded_on from engagement"
        f" where contact_id in ({wanted}) order by delivered_on, id"
    ).fetchall():
        one = _Work(day(on), rating, bool(ongoing), a_day(on or recorded))
        found[contact] = (*found.get(contact, ()), one)
    return found


def _thanks_due(connection: sqlite3.Connection, wanted: str) -> dict[int, dt.date]:
    found = connection.execute(
        f"select contact_id, min(due_on) from follow_up where contact_id in ({wanted})"
        f" and closed_on is null and kind in ({named(THANKS_KINDS)}) group by contact_id"
    ).fetchall()
    return {contact: a_day(due) for contact, due in found}


def _intros_from(connection: sqlite3.Connection, wanted: str) -> dict[int, list[_SourcedRow]]:
    """The introductions by each source."""
    found: dict[int, list[_SourcedRow]] = {}
    query = f"{_SOURCED} where y.contact_id in ({wanted}) order by i.id"
    for row in rows(connection, _SourcedRow, query):
        found.setdefault(row.source_id, []).append(row)
    return found


def _gifts(
    connection: sqlite3.Connection, wanted: str, since: str
) -> tuple[dict[int, int], dict[int, int]]:
    """What was given to contacts since a day, and what came back; by contact.

    Nothing from before the day on which a contact was forgiven counts.
    """
    found: dict[bool, dict[int, int]] = {True: {}, False: {}}
    for is_mine, parts in _GIFTS.items():
        for table, on, more in parts:
            column = "receiver_id" if table == "intro" else "contact_id"
            for contact, count in connection.execute(
                f"select t.{column}, count(*) from {table} t join contact c on c.id = t.{column}"
                f" where t.{column} in ({wanted}) and t.{on} >= :since"
                f" and t.{on} > coalesce(c.forgiven_on, '') {more}"
                f" group by t.{column}",
                {"since": since},
            ).fetchall():
                found[is_mine][contact] = found[is_mine].get(contact, 0) + count
    return found[True], found[False]

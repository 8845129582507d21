"""What the gates and the score need to know about contacts, many at a time."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.asks import OPEN_STATES, AskState
from refcli.domain.contacts import Contact
from refcli.domain.kinds import THANKS_KINDS
from refcli.domain.readiness import GateNumbers, Standing
from refcli.domain.settings import Settings
from refcli.errors import UnknownName
from refcli.read.asks import ask_states
from refcli.read.contacts import contacts_by_id
from refcli.read.rows import SOURCED_BY, a_day, day, marks, named, numbers, rows

_RECENT_DAYS = 730


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
    people = contacts_by_id(connection, ids, today)
    wanted = marks(person.id for person in people)
    facts = _Facts(connection, wanted, today, gate_numbers(settings))
    return tuple(_standing(person, facts) for person in people)


class _Facts:
    """Each fact as a mapping from contact id, loaded for all of them at once."""

    def __init__(
        self, connection: sqlite3.Connection, wanted: str, today: dt.date, gates: GateNumbers
    ) -> None:
        since = (today - dt.timedelta(days=gates.taker_days)).isoformat()
        recent = (today - dt.timedelta(days=_RECENT_DAYS)).isoformat()
        self.work = _work(connection, wanted)
        self.poor = _poor_work(connection, wanted, gates.poor_rating)
        self.thanks_due = _thanks_due(connection, wanted)
        self.asks = ask_states(connection, wanted, today)
        self.intros = _intros_from(connection, wanted)
        self.bad = _in_bad_intro(connection, wanted)
        self.given, self.back = _gifts(connection, wanted, since, since_forgiven=True)
        self.recent_given, self.recent_back = _gifts(
            connection, wanted, recent, since_forgiven=False
        )
        self.favors = _favors_for(connection, wanted)


def _standing(who: Contact, facts: _Facts) -> Standing:
    work = facts.work.get(who.id, ())
    answers = facts.asks.get(who.id, ())
    intros = facts.intros.get(who.id, ())
    closed = [a for a in answers if a.state in (AskState.DECLINED, AskState.LATER)]
    no = [a for a in closed if a.state is AskState.DECLINED]
    later = [a for a in closed if a.state is AskState.LATER]
    made = [a for a in answers if a.state is not AskState.PLANNED]
    return Standing(
        id=who.id,
        name=who.name,
        basis=who.basis,
        status=who.status,
        status_until=who.status_until,
        rapport=who.rapport,
        last_interaction=who.last_interaction,
        client_since=who.since if who.basis == "client" else None,
        deliveries=tuple((on, rating) for on, rating in work if on is not None),
        engagements=len(work),
        poor_work_open=who.id in facts.poor,
        thanks_due=facts.thanks_due.get(who.id),
        has_open_ask=any(a.state in OPEN_STATES for a in answers),
        last_intro_made=max((a_day(i.made_on) for i in intros if i.made_on), default=None),
        last_no=no[-1].answered_on if no else None,
        later_on=later[-1].answered_on if later else None,
        later_until=later[-1].until if later else None,
        in_bad_intro=who.id in facts.bad,
        given=facts.given.get(who.id, 0),
        came_back=facts.back.get(who.id, 0),
        intros_from=len(intros),
        favors_for=facts.favors.get(who.id, 0),
        outcomes=tuple((a_day(i.on_date), bool(i.has_reached), bool(i.has_won)) for i in intros),
        ahead=facts.recent_given.get(who.id, 0) - facts.recent_back.get(who.id, 0),
        last_ask_lapsed=bool(made) and made[-1].state is AskState.LAPSED,
    )


def _work(
    connection: sqlite3.Connection, wanted: str
) -> dict[int, tuple[tuple[dt.date | None, int | None], ...]]:
    found: dict[int, tuple[tuple[dt.date | None, int | None], ...]] = {}
    for contact, on, rating in connection.execute(
        "select contact_id, delivered_on, rating from engagement"
        f" where contact_id in ({wanted}) order by delivered_on, id"
    ).fetchall():
        found[contact] = (*found.get(contact, ()), (day(on), rating))
    return found


def _poor_work(connection: sqlite3.Connection, wanted: str, poor: int) -> set[int]:
    """Contacts whose newest rated work was poor and is not put right."""
    newest = {
        contact: (engagement, rating)
        for engagement, contact, rating in connection.execute(
            "select id, contact_id, rating from engagement"
            f" where contact_id in ({wanted}) and rating is not null order by delivered_on, id"
        ).fetchall()
    }
    repairs = set(
        numbers(
            connection,
            "select engagement_id from follow_up where kind = 'repair' and closed_on is null"
            f" and contact_id in ({wanted})",
        )
    )
    return {c for c, (work, rating) in newest.items() if rating <= poor and work in repairs}


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


def _in_bad_intro(connection: sqlite3.Connection, wanted: str) -> set[int]:
    """Parties to what went wrong, until it is settled and they say that all is well."""
    return set(
        numbers(
            connection,
            "select p.contact_id from intro_party p join intro i on i.id = p.intro_id"
            f" where i.state = 'bad' and p.contact_id in ({wanted})"
            " union select receiver_id from intro"
            f" where state = 'bad' and receiver_id in ({wanted})"
            " union select contact_id from follow_up where rule = 'intro-repaired'"
            f" and closed_on is null and contact_id in ({wanted})",
        )
    )


def _gifts(
    connection: sqlite3.Connection, wanted: str, since: str, *, since_forgiven: bool
) -> tuple[dict[int, int], dict[int, int]]:
    """Favors, introductions and testimonials since a day: to them, and from them."""
    forgiven = "coalesce(c.forgiven_on, '')" if since_forgiven else "''"
    queries = {
        True: (
            ("favor", "contact_id", "on_date", "and t.given = 1"),
            ("intro", "receiver_id", "made_on", ""),
        ),
        False: (
            ("favor", "contact_id", "on_date", "and t.given = 0"),
            ("intro_party", "contact_id", "on_date", "and t.part = 'source'"),
            ("testimonial", "contact_id", "on_date", ""),
        ),
    }
    found: dict[bool, dict[int, int]] = {True: {}, False: {}}
    for is_mine, parts in queries.items():
        for table, column, on, more in parts:
            for contact, count in connection.execute(
                f"select t.{column}, count(*) from {table} t join contact c on c.id = t.{column}"
                f" where t.{column} in ({wanted}) and t.{on} >= :since"
                f" and t.{on} > {forgiven} {more}"
                f" group by t.{column}",
                {"since": since},
            ).fetchall():
                found[is_mine][contact] = found[is_mine].get(contact, 0) + count
    return found[True], found[False]


def _favors_for(connection: sqlite3.Connection, wanted: str) -> dict[int, int]:
    found = connection.execute(
        f"select contact_id, count(*) from favor where given = 1 and contact_id in ({wanted})"
        " group by contact_id"
    ).fetchall()
    return dict(found)

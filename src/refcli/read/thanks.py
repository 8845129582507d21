"""Thanks, given and received, newest first."""

import sqlite3

from refcli.domain.grammar import spoken_first_name
from refcli.domain.intros import IntroState
from refcli.domain.thanks import Thanks, ThanksHow
from refcli.domain.thankyous import Came, drafted_plain_thanks, drafted_thanks
from refcli.read.intros import intro, intros
from refcli.read.names import person_name
from refcli.read.rows import a_day


def thanks_list(connection: sqlite3.Connection, contact: int | None = None) -> tuple[Thanks, ...]:
    """Thanks to and from contacts, newest first."""
    only = " where t.contact_id = :contact" if contact is not None else ""
    rows = connection.execute(
        "select t.id, t.contact_id, c.name, t.given, t.on_date, t.how, t.words, t.intro_id,"
        " t.ask_id from thanks t join contact c on c.id = t.contact_id"
        f"{only} order by t.on_date desc, t.id desc",
        {"contact": contact},
    ).fetchall()
    return tuple(
        Thanks(
            id=row[0],
            contact_id=row[1],
            contact_name=row[2],
            given=bool(row[3]),
            on=a_day(row[4]),
            how=None if row[5] is None else ThanksHow(row[5]),
            words=row[6],
            intro=row[7],
            ask=row[8],
        )
        for row in rows
    )


_CAME = {came.value: came for came in Came}


def thankyou_for(connection: sqlite3.Connection, contact: int, intro_id: int | None) -> str:
    """The words of a thank-you for what is owed first, else for their newest introduction."""
    first_name = spoken_first_name(person_name(connection, contact))
    if intro_id is None:
        owed = connection.execute(
            "select intro_id, ask_id from follow_up where contact_id = :id and closed_on is null"
            " and kind in ('thank', 'outcome') order by due_on, id limit 1",
            {"id": contact},
        ).fetchone()
        if owed and owed[0] is None and owed[1] is not None:
            return drafted_thanks(first_name, Came.PROMISED, None)
        newest = intros(connection, source=contact)
        intro_id = owed[0] if owed else newest[0].id if newest else None
    if intro_id is None:
        return drafted_plain_thanks(first_name)
    found = intro(connection, intro_id)
    if found.source is None or found.source.id != contact:
        return drafted_plain_thanks(first_name)
    came = _CAME.get(found.state.value, Came.MADE)
    taken = {step.step for step in found.steps}
    return drafted_thanks(
        first_name,
        came,
        found.prospect.name,
        was_made=IntroState.MADE in taken,
        was_reached=IntroState.REACHED in taken,
    )

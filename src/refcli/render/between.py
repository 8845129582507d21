"""What went to and fro between a contact and me, in words: introductions and open asks."""

import datetime as dt

from refcli.domain.asks import Ask, AskState
from refcli.domain.contacts import Person
from refcli.domain.day_words import day_text
from refcli.domain.intros import Intro
from refcli.domain.money import money_text
from refcli.domain.text import joined


def intro_line(intro: Intro, person: int, today: dt.date, currency: str = "") -> str:
    """An introduction as the contact of that id sees it, and what came of it."""
    worth = "" if not intro.value_cents else f", worth {money_text(intro.value_cents, currency)}"
    return (
        f"{intro.id}  {_who(intro, person)}, {day_text(intro.on, today)}:"
        f" {intro.state.words}{worth}{', stale' if intro.is_stale and intro.is_open else ''}"
        f"{f'; for: {intro.need}' if intro.need and intro.is_open else ''}"
    )


def _who(intro: Intro, person: int) -> str:
    prospects = _names(intro.prospects) or intro.prospect.name
    sources = _names(intro.sources) or (intro.source.name if intro.source else "you")
    is_prospect = person in {who.id for who in (intro.prospect, *intro.prospects)}
    if intro.receiver is None:
        return (
            f"introduced to you by {sources}" if is_prospect else f"introduced you to {prospects}"
        )
    if is_prospect:
        return f"you introduced them to {intro.receiver.name}"
    return f"you introduced {prospects} to them"


def _names(people: tuple[Person, ...]) -> str:
    return joined([who.name for who in people])


def ask_line(ask: Ask, today: dt.date) -> str:
    """An open ask: what was asked for, when, and what they said."""
    about = " who ".join(part for part in (ask.industry, ask.looking_for) if part)
    asked = f"asked {day_text(ask.on, today)}{f' for {about}' if about else ''}"
    if ask.state is AskState.PROMISED:
        by = f" by {day_text(ask.confirm_by, today)}" if ask.confirm_by else ""
        return f"{ask.id}  they promised an introduction{by}; {asked}"
    return f"{ask.id}  {asked}: no answer yet"

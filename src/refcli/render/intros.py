"""Introductions as JSON, table and sheet."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.day_words import day_text
from refcli.domain.due import DueItem, lateness_words
from refcli.domain.intros import Intro, IntroDirection, IntroState, SourceThanks
from refcli.domain.kinds import THANKS_KINDS
from refcli.domain.money import amount, money_text
from refcli.domain.text import joined
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.output import Json
from refcli.render.values import day_json, person_json

_BETWEEN = {IntroDirection.RECEIVED: "from", IntroDirection.GIVEN: "to"}
# The moments for thanks, in the order of a source's dates.
_FOR_PROMISE = "for the promise"
_MOMENTS = ("for the introduction", "when you had spoken", "for what came of it")


def intro_json(intro: Intro) -> Json:
    """An introduction as `intro --json` has it."""
    return {
        "id": intro.id,
        "direction": intro.direction,
        "source": person_json(intro.source),
        "prospect": person_json(intro.prospect),
        "receiver": person_json(intro.receiver),
        "on": intro.on.isoformat(),
        "rung": intro.rung,
        "state": intro.state,
        "ask": intro.ask,
        "need": intro.need,
        "value": amount(intro.value_cents),
        "thanks": {
            "made": day_json(intro.thanks.made),
            "reached": day_json(intro.thanks.reached),
            "outcome": day_json(intro.thanks.outcome),
        },
        "thanks_received": [
            {"contact": person_json(person), "on": on.isoformat()}
            for person, on in intro.thanks_received
        ],
        "kind": intro.kind,
        "sources": [person_json(person) for person in intro.sources],
        "prospects": [person_json(person) for person in intro.prospects],
        "stale": intro.is_stale,
        "asks": list(intro.asks),
        "thanks_by": [
            {
                "contact": person_json(thanks.source),
                **{step: day_json(on) for step, on in thanks.dates._asdict().items()},
            }
            for thanks in intro.thanks_by
        ],
    }


def intros_table(intros: Sequence[Intro], currency: str, today: dt.date) -> Table:
    """Introductions with who led to whom and where each stands."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("on", gives=1),
        Column("prospect", flexible=True, style="name"),
        Column("through", flexible=True),
        Column("state"),
        Column("value", right=True),
    )
    rows = tuple(
        (
            str(i.id),
            day_text(i.on, today),
            joined([person.name for person in i.prospects]),
            f"{_BETWEEN[i.direction]} {_others(i) or i.prospect.name}",
            _state(i),
            "" if i.value_cents is None else money_text(i.value_cents, currency),
        )
        for i in intros
    )
    return Table(columns, rows, "no introductions yet; record one: refcli intro SOURCE PROSPECT")


def _others(intro: Intro) -> str:
    """Who is on the other side: its sources, or the partner it was given to."""
    partners = () if intro.receiver is None else (intro.receiver,)
    return joined([person.name for person in intro.sources or partners])


def _state(intro: Intro) -> str:
    return f"{intro.state}, stale" if intro.is_stale and intro.is_open else intro.state.value


def intro_sheet(
    intro: Intro, today: dt.date, currency: str, open_items: Sequence[DueItem]
) -> Sheet:
    """One introduction in full: its steps, the three thank-yous, and what is open."""
    value = "" if intro.value_cents is None else money_text(intro.value_cents, currency)
    pairs = (
        ("source" if intro.source else "partner", _others(intro)),
        ("hand-over", intro.rung.words),
        ("state", _state(intro)),
        ("need", intro.need or ""),
        ("worth", value),
        ("ask", str(intro.ask) if intro.ask else ""),
    )
    sections = [Section("Steps", _steps(intro, today))]
    for thanks in intro.thanks_by:
        whom = thanks.source.name if len(intro.thanks_by) > 1 else "the source"
        sections.append(Section(f"Thanks to {whom}", _thanks(intro, thanks, today, open_items)))
    received = tuple(f"✓ {p.name}, {day_text(on, today)}" for p, on in intro.thanks_received)
    sections.append(Section("Thanks received", received or ("none yet",)))
    todo = tuple(f"{i.id}  {i.line} ({i.when})" for i in open_items)
    if todo:
        sections.append(Section("To do", todo))
    fields = tuple((label, value) for label, value in pairs if value)
    prospects = joined([person.name for person in intro.prospects])
    return Sheet(f"Intro {intro.id}: {prospects}", fields, tuple(sections))


def _steps(intro: Intro, today: dt.date) -> tuple[str, ...]:
    return tuple(
        f"{step.step}, {day_text(step.on, today)}"
        + (" (implied)" if step.implied else "")
        + (f": {step.note}" if step.note else "")
        for step in intro.steps
    )


def _thanks(
    intro: Intro, thanks: SourceThanks, today: dt.date, open_items: Sequence[DueItem]
) -> tuple[str, ...]:
    """The three thank-yous of one source."""
    theirs = (item for item in open_items if item.contact_id == thanks.source.id)
    owed = next((item for item in theirs if item.kind in THANKS_KINDS), None)
    reached = {
        IntroState.NAMED: 0,
        IntroState.MADE: 1,
        IntroState.REACHED: 2,
    }.get(intro.state, 3)
    lines = []
    steps = zip(_MOMENTS, thanks.dates, strict=True)
    for number, (label, on) in enumerate(steps, start=1):
        if on is not None:
            # Thanks of lately for the promise count for the introduction that came of it.
            is_promise = number == 1 and on < intro.on
            lines.append(f"✓ {_FOR_PROMISE if is_promise else label}, {day_text(on, today)}")
        elif number == reached and owed is not None:
            lines.append(f"· {label}: due {lateness_words(owed.days_late)}")
        else:
            lines.append(f"· {label}" + ("" if number <= reached else ": not yet"))
    return tuple(lines)

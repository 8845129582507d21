"""Asks as JSON, table and sheet."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.asks import Ask, Target
from refcli.domain.day_words import day_text
from refcli.domain.english.groups import narrowed_question
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.output import Json
from refcli.render.values import day_json, person_json


def ask_json(ask: Ask) -> Json:
    """An ask as `ask --json` has it."""
    return {
        "id": ask.id,
        "contact": person_json(ask.contact),
        "on": ask.on.isoformat(),
        "kind": ask.kind,
        "industry": ask.industry,
        "looking_for": ask.looking_for,
        "qualities": ask.qualities,
        "words": ask.words,
        "how": ask.how,
        "state": ask.state,
        "confirm_by": day_json(ask.confirm_by),
        "campaign": ask.campaign,
        "narrow": {"ok": ask.narrow.ok, "missing": list(ask.narrow.missing)},
    }


def asks_table(asks: Sequence[Ask], today: dt.date) -> Table:
    """Asks with what was asked for and where each stands."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("on", gives=1),
        Column("contact", flexible=True, style="name"),
        Column("for", flexible=True),
        Column("state"),
    )
    rows = tuple(
        (
            str(a.id),
            day_text(a.on, today),
            a.contact.name,
            ", ".join(part for part in (a.industry, a.looking_for) if part) or "anyone",
            a.state,
        )
        for a in asks
    )
    return Table(columns, rows, "no asks yet; record one: refcli ask NAME")


def ask_sheet(ask: Ask, today: dt.date) -> Sheet:
    """One ask in full, with its words."""
    pairs = (
        ("contact", ask.contact.name),
        ("when", f"{day_text(ask.on, today)}, {ask.how.words}"),
        ("state", ask.state.value),
        ("for", narrowed_question(ask.industry, ask.looking_for)),
        ("qualities", ask.qualities or ""),
        ("kind", ask.kind.value),
        ("target", ask.target or ""),
        ("confirm by", day_text(ask.confirm_by, today) if ask.confirm_by else ""),
        ("again from", day_text(ask.until, today) if ask.until else ""),
        ("campaign", ask.campaign or ""),
    )
    fields = tuple((label, value) for label, value in pairs if value)
    words = tuple(ask.words.split("\n"))
    return Sheet(f"Ask {ask.id} to {ask.contact.name}", fields, (Section("In words", words),))


def target_json(target: Target) -> Json:
    """A target as `kit targets --json` has it."""
    return {
        "id": target.id,
        "name": target.name,
        "kind": target.kind,
        "industry": target.industry,
        "looking_for": target.looking_for,
        "qualities": target.qualities,
        "listen_for": target.listen_for,
        "not": target.unwanted,
    }


def targets_table(targets: Sequence[Target]) -> Table:
    """Targets with whom they describe."""
    columns = (
        Column("target", style="name"),
        Column("kind"),
        Column("the ask", flexible=True),
        Column("listen for", flexible=True, style="dim"),
    )
    rows = tuple(
        (t.name, t.kind, narrowed_question(t.industry, t.looking_for), t.listen_for or "")
        for t in targets
    )
    return Table(columns, rows, 'no targets yet; add one: refcli kit target "dental practices"')

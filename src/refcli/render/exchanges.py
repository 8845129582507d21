"""Interactions, engagements and thanks as JSON and table."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.day_words import day_text
from refcli.domain.engagements import Engagement
from refcli.domain.interactions import Direction, Interaction
from refcli.domain.money import amount, money_text
from refcli.domain.text import joined
from refcli.domain.thanks import Thanks
from refcli.render.layout import Column, Table
from refcli.render.output import Json
from refcli.render.values import day_json, day_or_dash

_ARROWS = {Direction.IN: "from", Direction.OUT: "to", Direction.BOTH: "with"}


def interaction_json(interaction: Interaction) -> Json:
    """An interaction as `log list --json` has it."""
    return {
        "id": interaction.id,
        "on": interaction.on.isoformat(),
        "how": interaction.channel,
        "direction": interaction.direction,
        "contacts": [{"id": id_, "name": name} for id_, name in interaction.contacts],
        "text": interaction.text,
        "attempt": interaction.is_attempt,
        "time": interaction.time,
    }


def _arrow(interaction: Interaction) -> str:
    if interaction.is_attempt:
        return "missed" if interaction.direction is Direction.IN else "tried"
    return _ARROWS[interaction.direction]


def interactions_table(interactions: Sequence[Interaction], today: dt.date) -> Table:
    """Exchanges with who took part and what was noted."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("on"),
        Column("how", style="dim"),
        Column("contacts", flexible=True, style="name"),
        Column("what", flexible=True),
    )
    rows = tuple(
        (
            str(i.id),
            f"{day_text(i.on, today)}{f' {i.time}' if i.time else ''}",
            i.channel.words,
            f"{_arrow(i)} {joined([name for _, name in i.contacts])}",
            i.what,
        )
        for i in interactions
    )
    return Table(columns, rows, 'nothing is logged; try: refcli log "lunch with NAME"')


def engagement_json(engagement: Engagement) -> Json:
    """An engagement as `engagement list --json` has it."""
    return {
        "id": engagement.id,
        "contact": {"id": engagement.contact_id, "name": engagement.contact_name},
        "what": engagement.what,
        "delivered": day_json(engagement.delivered),
        "ongoing": engagement.ongoing,
        "rating": engagement.rating,
        "value": amount(engagement.value_cents),
    }


def engagements_table(engagements: Sequence[Engagement], currency: str, today: dt.date) -> Table:
    """Work with its rating and value."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("delivered", gives=1),
        Column("client", flexible=True, style="name"),
        Column("what", flexible=True),
        Column("rating", right=True),
        Column("value", right=True),
    )
    rows = tuple(
        (
            str(e.id),
            "ongoing" if e.ongoing else day_or_dash(e.delivered, today),
            e.contact_name,
            e.what,
            "" if e.rating is None else str(e.rating),
            "" if e.value_cents is None else money_text(e.value_cents, currency),
        )
        for e in engagements
    )
    return Table(columns, rows, 'no work recorded yet; try: refcli engagement NAME "what"')


def thanks_json(thanks: Thanks) -> Json:
    """Thanks as `thank list --json` has them."""
    return {
        "id": thanks.id,
        "contact": {"id": thanks.contact_id, "name": thanks.contact_name},
        "direction": "given" if thanks.given else "received",
        "on": thanks.on.isoformat(),
        "how": thanks.how,
        "words": thanks.words,
        "intro": thanks.intro,
        "ask": thanks.ask,
    }


def thanks_table(thanks: Sequence[Thanks], today: dt.date) -> Table:
    """Thanks to and from people."""
    columns = (
        Column("no", right=True, style="dim"),
        Column("on"),
        Column("", style="dim"),
        Column("contact", flexible=True, style="name"),
        Column("how"),
        Column("words", flexible=True),
    )
    rows = tuple(
        (
            str(t.id),
            day_text(t.on, today),
            "to" if t.given else "from",
            t.contact_name,
            t.how or "",
            t.words or "",
        )
        for t in thanks
    )
    return Table(
        columns, rows, "no thanks recorded yet; see what is owed: refcli thank list --owed"
    )

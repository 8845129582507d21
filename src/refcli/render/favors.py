"""Favors: balances and ideas."""

import datetime as dt
from collections.abc import Sequence

from refcli.domain.day_words import day_text
from refcli.domain.favors import FAVOR_IDEAS, Balance, Favor, FavorHow
from refcli.domain.prep import Helper
from refcli.domain.text import plural
from refcli.render.layout import Column, Table
from refcli.render.output import Json


def balance_json(balance: Balance) -> Json:
    """As `reciprocate balance --json` has it."""
    return {
        "contact": {"id": balance.contact.id, "name": balance.contact.name},
        "given": balance.given,
        "received": balance.received,
        "net": balance.net,
        "last": balance.last.isoformat(),
    }


def favor_json(favor: Favor) -> Json:
    """As `reciprocate list --json` has it."""
    return {
        "id": favor.id,
        "contact": {"id": favor.contact.id, "name": favor.contact.name},
        "what": favor.what,
        "how": favor.how,
        "on": favor.on.isoformat(),
        "received": favor.received,
    }


def favors_table(favors: Sequence[Favor], today: dt.date) -> Table:
    """What was done, by whom for whom."""
    columns = (
        Column("id", right=True, style="dim"),
        Column("on"),
        Column("contact", style="name", flexible=True),
        Column("what", flexible=True),
        Column("by"),
    )
    rows = tuple(
        (str(f.id), day_text(f.on, today), f.contact.name, f.what, "them" if f.received else "you")
        for f in favors
    )
    return Table(columns, rows, "nothing was done for anybody yet: refcli reciprocate NAME WHAT")


def balances_table(balances: Sequence[Balance], today: dt.date, *, taker_gifts: int) -> Table:
    """Who is owed first, and who only takes last: `taker_gifts` given and nothing received."""
    columns = (
        Column("contact", style="name", flexible=True),
        Column("given", right=True),
        Column("received", right=True),
        Column("which means", flexible=True),
        Column("last", style="dim", gives=1),
    )
    rows = tuple(
        (b.contact.name, str(b.given), str(b.received), _meaning(b, taker_gifts), _age(b, today))
        for b in balances
    )
    return Table(columns, rows, "nothing went to or fro yet; begin: refcli reciprocate NAME WHAT")


def _meaning(balance: Balance, taker_gifts: int) -> str:
    if balance.net < 0:
        return f"you owe {plural(-balance.net, 'favor')}"
    if balance.net == 0:
        return "even"
    is_taker = not balance.received and balance.given >= taker_gifts
    return "only takes" if is_taker else "you are ahead"


def _age(balance: Balance, today: dt.date) -> str:
    days = (today - balance.last).days
    return "today" if days == 0 else f"{plural(days, 'day')} ago"


def ideas_json(people: Sequence[Helper], forms: Sequence[FavorHow]) -> Json:
    """As `reciprocate ideas --json` has it."""
    return {
        "introduce": [
            {"contact": {"id": h.id, "name": h.name}, "matches": list(h.matches)} for h in people
        ],
        "help": [{"how": how.value, "text": FAVOR_IDEAS[how]} for how in forms],
    }

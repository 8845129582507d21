"""Where contacts move, and how well that fits a target."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from refcli.domain.asks import Target
from refcli.domain.fit import Background, target_fit
from refcli.domain.scoring import TargetFit
from refcli.read.rows import SOURCED_BY, marks, rows, several


class _BackgroundRow(NamedTuple):
    id: int
    industry: str
    organization: str
    role: str
    focus: str
    note: str
    partner_says: str
    tags: str


_BACKGROUND = """
    select c.id, coalesce(c.industry, '') as industry,
        coalesce(c.organization, '') as organization, coalesce(c.role, '') as role,
        coalesce(c.focus, '') as focus, coalesce(c.note, '') as note,
        coalesce(p.serves, '') || ' ' || coalesce(p.listen_for, '') as partner_says,
        coalesce((select group_concat(tag, ' ') from contact_tag t
            where t.contact_id = c.id), '') as tags
    from contact c left join partner p on p.contact_id = c.id
"""


def target_fits(
    connection: sqlite3.Connection, ids: Sequence[int], target: Target
) -> Mapping[int, TargetFit]:
    """How well each of the contacts fits a target."""
    known = _backgrounds(connection, ids)
    return {contact: target_fit(target, background) for contact, background in known.items()}


def background_of(connection: sqlite3.Connection, contact: int) -> Background:
    """What is known about where one contact moves."""
    return _backgrounds(connection, [contact])[contact]


def _backgrounds(connection: sqlite3.Connection, ids: Sequence[int]) -> Mapping[int, Background]:
    wanted = marks(ids)
    referred = several(
        connection,
        "select y.contact_id, coalesce(p.industry, '') || ' ' || coalesce(p.organization, '')"
        " || ' ' || coalesce(i.need, '') || ' ' || coalesce(a.industry, '')"
        f" from {SOURCED_BY}"
        " join contact p on p.id = i.prospect_id left join ask a on a.id = i.ask_id"
        f" where y.contact_id in ({wanted})",
    )
    return {
        row.id: Background(
            own=(row.industry, row.organization, row.role),
            referred=tuple(referred.get(row.id, ())),
            heard=(row.focus, row.note, row.partner_says, row.tags),
        )
        for row in rows(connection, _BackgroundRow, f"{_BACKGROUND} where c.id in ({wanted})")
    }

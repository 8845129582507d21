"""Introductions to make, as JSON and table."""

from collections.abc import Sequence

from refcli.domain.pairs import Match
from refcli.domain.typed import typed
from refcli.render.layout import Column, Table
from refcli.render.output import Json
from refcli.render.values import person_json


def match_json(match: Match) -> Json:
    """As `reciprocate pairs --json` has it."""
    return {
        "contacts": [person_json(match.prospect), person_json(match.partner)],
        "words": list(match.words),
        "score": match.score,
        "command": command_of(match),
    }


def command_of(match: Match) -> str:
    """The line that makes the introduction."""
    return typed("refcli intro give {} {}", match.prospect, match.partner)


def matches_table(found: Sequence[Match]) -> Table:
    """Whom to bring together, because of which words, and the line to type."""
    columns = (
        Column("introduce", style="name"),
        Column("to", style="name"),
        Column("because of", flexible=True),
        Column("then", flexible=True, style="dim"),
    )
    rows = tuple(
        (m.prospect.name, m.partner.name, ", ".join(m.words), command_of(m)) for m in found
    )
    return Table(
        columns,
        rows,
        "no need fits what another offers; ask them: refcli partner interview NAME",
    )

"""Chains to a goal, as JSON and lines."""

from collections.abc import Sequence

from refcli.domain.asks import Target
from refcli.domain.chains import Chain
from refcli.domain.typed import typed
from refcli.render.layout import Column, Table
from refcli.render.output import Json
from refcli.render.values import person_json


def chain_json(chain: Chain, goal: str, target: Target | None) -> Json:
    """As `path --json` has it."""
    return {
        "goal": goal,
        "chain": [
            {"contact": person_json(link.person), "link": link.evidence} for link in chain.links
        ],
        "score": chain.score,
        "command": command_of(chain, goal, target),
    }


def command_of(chain: Chain, goal: str, target: Target | None) -> str:
    """The ask to type; for somebody who is meant themselves it asks for an introduction to them."""
    last = chain.links[-1]
    if last.is_meant and last.person == chain.first:
        return typed("refcli ask {}", chain.first)
    if last.is_meant:
        words = f"Would you introduce me to {last.person.name}?"
        return typed("refcli ask {} --words {} --anyway", chain.first, words)
    if target is not None:
        return typed("refcli ask {} --target {}", chain.first, target.name)
    return typed("refcli ask {} --in {}", chain.first, goal)


def chains_table(found: Sequence[Chain], goal: str, target: Target | None) -> Table:
    """One line a chain: the way with its evidence, and the ask to type."""
    columns = (
        Column("score", right=True),
        Column("way", flexible=True, style="name"),
        Column("then", flexible=True, style="dim"),
    )
    rows = tuple(
        (f"{chain.score:.0f}", _way(chain), command_of(chain, goal, target)) for chain in found
    )
    looked = "industries, firms, ties, introductions, what partners hear, and notes"
    return Table(columns, rows, f"nobody who is ready leads there; looked through: {looked}")


def _way(chain: Chain) -> str:
    """`Anna Weiss (tied to them: sister) → Eva Lund (works in dentistry)`."""
    return " → ".join(f"{link.person.name} ({link.evidence})" for link in chain.links)

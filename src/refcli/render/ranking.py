"""Whom to ask, as JSON and lines."""

from collections.abc import Sequence

from refcli.domain.chance import Chance
from refcli.domain.ranking import Ranked
from refcli.domain.text import plural
from refcli.domain.typed import typed
from refcli.render.layout import Column, Section, Sheet, Table
from refcli.render.output import Json
from refcli.render.values import day_json

_SHOWN_REASONS = 3


def ranked_json(ranked: Ranked) -> Json:
    """One place in the ranking as `ask who --json` has it."""
    shape: Json = {
        "rank": ranked.rank,
        "contact": {"id": ranked.who.id, "name": ranked.who.name},
        "ready": ranked.is_ready,
        "score": ranked.score.total,
        "basis": ranked.who.basis,
        "rapport": {"days": ranked.who.rapport.days, "band": ranked.who.rapport.band},
        "reasons": [
            {"code": t.code, "text": t.text, "points": t.points} for t in ranked.score.terms
        ],
        "blockers": [{"code": b.code, "text": b.text, "fix": b.fix} for b in ranked.blockers],
        "last_interaction": day_json(ranked.who.last_interaction),
    }
    if ranked.chance is not None:
        shape["chance"] = {
            "mean": ranked.chance.mean,
            "low": ranked.chance.low,
            "high": ranked.chance.high,
            "n": ranked.chance.n,
            "guess": ranked.chance.guess,
        }
    return shape


def ready_table(ranked: Sequence[Ranked]) -> Table:
    """Those who are ready, with the reasons that weigh most."""
    columns = (
        Column("", right=True, style="dim"),
        Column("score", right=True),
        Column("contact", style="name"),
        Column("why", flexible=True),
    )
    rows = tuple((str(r.rank), f"{r.score.total:.0f}", r.who.name, _reasons(r)) for r in ranked)
    return Table(
        columns,
        rows,
        "nobody is ready to be asked just now; what blocks them: refcli ask who --all",
    )


def _reasons(ranked: Ranked) -> str:
    terms = sorted(ranked.score.terms, key=lambda term: -abs(term.points))
    return "; ".join(t.text for t in terms[:_SHOWN_REASONS] if t.points)


def blocked_table(ranked: Sequence[Ranked], *, is_grouped: bool = False) -> Table:
    """Those who are not ready, with what blocks and what would unblock.

    Grouped ones, whom the same blocks, stand together, with what opens it for the first of them.
    """
    columns = (
        Column("contact", style="name"),
        Column("not now, because", flexible=True),
        Column("then", flexible=True, style="dim"),
    )
    groups: dict[object, list[Ranked]] = {}
    for one in ranked:
        same = tuple((blocker.code, blocker.text) for blocker in one.blockers)
        groups.setdefault(same if is_grouped else one.who.id, []).append(one)
    rows = tuple(
        ("" if n else _together(group), f"{blocker.text} [{blocker.code}]", blocker.fix)
        for group in groups.values()
        for n, blocker in enumerate(group[0].blockers)
    )
    return Table(columns, rows, "nobody else")


def _together(group: Sequence[Ranked]) -> str:
    """`Anna Weiss`, or `Anna Weiss and 4 more`."""
    name = group[0].who.name
    return f"{name} and {len(group) - 1} more" if len(group) > 1 else name


def why_sheet(ranked: Ranked) -> Sheet:
    """One contact term by term, so that the user agrees or knows what to change."""
    ready = "ready to be asked" if ranked.is_ready else "not now"
    terms = tuple(f"{term.points:+6.1f}  {term.text} [{term.code}]" for term in ranked.score.terms)
    sections = [Section("Score", (*terms, f"{ranked.score.total:6.1f}  in all, of 100"))]
    if ranked.blockers:
        blocked = tuple(
            f"{b.text} [{b.code}]" + (f": {b.fix}" if b.fix else "") for b in ranked.blockers
        )
        sections.insert(0, Section("What blocks, and what opens it", blocked))
    if ranked.who.behind:
        give = typed("refcli reciprocate ideas {}", ranked.who)
        sections.append(Section("Give something back first", (give,)))
    if ranked.chance is not None:
        sections.append(Section("Chance of an introduction", _chance_lines(ranked.chance)))
    return Sheet(f"{ranked.who.name} (@{ranked.who.id}): {ready}", (), tuple(sections))


def _chance_lines(chance: Chance) -> tuple[str, ...]:
    """The chance in words, with the user's own record beside it."""
    span = f"{chance.mean:.0%}, most likely between {chance.low:.0%} and {chance.high:.0%}"
    record = (
        f"your own record with {chance.record}: {chance.yeses} of {plural(chance.n, 'ask')}"
        if chance.n
        else f"no ask to {chance.record} has an outcome yet"
    )
    if chance.guess:
        return (f"{span}: a starting guess, until five of your asks have an outcome", record)
    return (span, record)

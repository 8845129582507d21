"""The review's figures as JSON."""

from refcli.domain.money import amount
from refcli.domain.review.ask_success import AskSuccess
from refcli.domain.review.champions import Trait
from refcli.domain.review.figures import Share
from refcli.domain.review.funnel import Funnel
from refcli.domain.review.gaps import Gap
from refcli.domain.review.gestures import Attention
from refcli.domain.review.promptness import Promptness
from refcli.domain.review.sources import Source
from refcli.domain.review.whole import FunnelFigures, Review
from refcli.render.output import Json
from refcli.render.values import count_json, day_json, person_json


def review_json(review: Review) -> Json:
    """As `review --json` has it: each part as its own command has it."""
    return {
        "since": day_json(review.span.since),
        "until": day_json(review.span.until),
        "funnel": funnel_json(review.funnel),
        "sources": [source_json(s) for s in review.sources],
        "champions": [trait_json(t) for t in review.champions.traits],
        "asks": [success_json(s) for s in review.asks],
        "thanks": [promptness_json(p) for p in review.thanks],
        "gaps": [gap_json(g) for g in review.gaps],
        "attention": [attention_json(a) for a in review.attention],
    }


def funnel_json(figures: FunnelFigures) -> Json:
    """As `review funnel --json` has it."""
    return {
        "total": _row(figures.total),
        "unasked": _row(figures.unasked),
        **{f"by_{by.value}": [_row(row) for row in rows] for by, rows in figures.splits.items()},
    }


def source_json(source: Source) -> Json:
    """As `review sources --json` has it."""
    return {
        "source": person_json(source.person),
        "introductions": source.introductions,
        "reached": source.reached,
        "won": count_json(source.won),
        "value": amount(source.value_cents),
        "quality": {"mean": round(source.quality.mean, 3), "n": source.quality.n},
        "last_thanked": day_json(source.last_thanked),
        "taught_on": day_json(source.taught_on),
        "next": None
        if source.next is None
        else {"text": source.next.text, "command": source.next.command},
    }


def trait_json(trait: Trait) -> Json:
    """As `review champions --json` has it."""
    return {
        "trait": trait.trait,
        "value": trait.value,
        "n": trait.n,
        "of": trait.of,
        "lift": trait.lift,
        "clear": trait.is_clear,
    }


def attention_json(found: Attention) -> Json:
    """One champion with the gesture that is due; `text` and `command` are null when none is."""
    gesture, on = found.last or (None, None)
    return {
        "contact": person_json(found.source.person),
        "introductions": found.source.introductions,
        "won": count_json(found.source.won),
        "text": found.way and found.way.text,
        "command": found.command,
        "last": gesture,
        "last_on": day_json(on),
    }


def success_json(success: AskSuccess) -> Json:
    """As `review asks --json` has it."""
    return {
        "by": success.by,
        "value": success.value,
        "asks": success.asks,
        "introduced": share_json(success.introduced),
    }


def promptness_json(row: Promptness) -> Json:
    """As `review thanks --json` has it."""
    return {
        "step": row.step,
        "n": row.n,
        "within_a_day": row.within_a_day,
        "within_two_days": row.within_two_days,
        "within_a_week": row.within_a_week,
        "later": row.later,
        "not_yet": row.not_yet,
        "rate": share_json(row.prompt),
    }


def gap_json(gap: Gap) -> Json:
    """As `review gaps --json` has it."""
    return {
        "code": gap.code,
        "text": gap.text,
        "count": gap.cases,
        "contacts": [person_json(person) for person in gap.contacts],
        "command": gap.command,
    }


def share_json(share: Share) -> Json:
    """A share with its n and the middle 80 % of what it may truly be; null of nothing."""
    low, high = share.interval if share.n else (None, None)
    return {
        "count": share.part,
        "n": share.n,
        "share": _rounded(share.value),
        "low": _rounded(low),
        "high": _rounded(high),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _row(row: Funnel) -> Json:
    return {
        "name": row.name,
        "asks": row.asks,
        "promised": row.promised,
        "introductions": row.introductions,
        "made": row.made,
        "reached": row.reached,
        "won": row.won,
        "value": amount(row.value_cents),
        "rates": {stage: share_json(share) for stage, share in row.rates().items()},
    }

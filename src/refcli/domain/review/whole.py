"""The whole review: every figure of one practice over one span."""

from typing import NamedTuple

from refcli.domain.review.ask_success import AskSuccess, ask_success
from refcli.domain.review.champions import Champions, champions
from refcli.domain.review.figures import Span
from refcli.domain.review.funnel import Funnel, FunnelBy, funnel, funnels, unasked
from refcli.domain.review.gap_rules import GAP_RULES
from refcli.domain.review.gaps import Gap, gaps
from refcli.domain.review.gestures import Attention, attention
from refcli.domain.review.practice import Practice
from refcli.domain.review.promptness import Promptness, promptness
from refcli.domain.review.sources import Source, sources


class FunnelFigures(NamedTuple):
    """The funnel of asks, the introductions that came unasked, and each split."""

    total: Funnel
    unasked: Funnel
    splits: dict[FunnelBy, tuple[Funnel, ...]]


class Review(NamedTuple):
    """Every figure, each defined in docs/review.md."""

    span: Span
    funnel: FunnelFigures
    sources: tuple[Source, ...]
    champions: Champions
    asks: tuple[AskSuccess, ...]
    thanks: tuple[Promptness, ...]
    gaps: tuple[Gap, ...]
    attention: tuple[Attention, ...] = ()


def funnel_figures(practice: Practice, span: Span) -> FunnelFigures:
    """The funnel as a whole and split in every way."""
    return FunnelFigures(
        funnel(practice, span),
        unasked(practice, span),
        {by: funnels(practice, span, by) for by in FunnelBy},
    )


def found_gaps(practice: Practice, span: Span) -> tuple[Gap, ...]:
    """The leaks by the rules that refcli knows."""
    return gaps(practice, span, GAP_RULES)


def reviewed(practice: Practice, span: Span) -> Review:
    """All figures of a practice."""
    found = sources(practice, span)
    return Review(
        span,
        funnel_figures(practice, span),
        found,
        champions(practice, span),
        ask_success(practice, span),
        promptness(practice, span),
        found_gaps(practice, span),
        attention(practice, found),
    )

"""What the review's commands share: their options, the practice, and how it is shown."""

import datetime as dt
from typing import Annotated, NamedTuple

import typer

from refcli.cli.frame.context import App
from refcli.domain.review.figures import Span
from refcli.domain.review.funnel import FunnelBy
from refcli.domain.review.gaps import Gap
from refcli.domain.review.practice import Practice
from refcli.domain.review.whole import FunnelFigures, Review
from refcli.errors import UsageError
from refcli.read.practice import practice
from refcli.read.settings import read_settings
from refcli.render.charts import sparkline
from refcli.render.output import Output
from refcli.render.review import as_text

Since = Annotated[
    str | None, typer.Option("--since", metavar="WHEN", help="From this day on; all else.")
]
Until = Annotated[
    str | None, typer.Option("--until", metavar="WHEN", help="Up to this day; today else.")
]
_GAPS_SHOWN = 3


class Desk(NamedTuple):
    """The practice as it is read, the span asked for, and how amounts are written."""

    practice: Practice
    span: Span
    currency: str
    owner: str

    @property
    def today(self) -> dt.date:
        """The day on which it is looked at."""
        return self.practice.today


def desk(app: App, since: str | None, until: str | None, *, quiet: bool = False) -> Desk:
    """Read the practice; raises UsageError when the span ends before it begins."""
    span = Span(app.past(since, is_long_ago=True), app.past(until))
    if span.since and span.until and span.until < span.since:
        raise UsageError(
            f"--until {span.until.isoformat()} is before --since {span.since.isoformat()}"
        )
    return _read(app, span, quiet=quiet)


def refreshed(app: App, at: Desk) -> Desk:
    """The practice read anew, over the same span."""
    return _read(app, at.span, quiet=True)


def _read(app: App, span: Span, *, quiet: bool) -> Desk:
    with app.reading(quiet=quiet) as connection:
        settings = read_settings(connection)
        found = practice(connection, app.today, settings)
    return Desk(found, span, settings.text("currency"), settings.text("me.name"))


def show_span(out: Output, at: Desk, title: str) -> None:
    """The heading of a figure: what it is, over which days."""
    out.title(f"{title}, {as_text.span_text(at.span, at.today)}")
    out.line()


def show_funnel(out: Output, at: Desk, figures: FunnelFigures, *, splits: bool) -> None:
    """The funnel as bars, then what came unasked, then each split as a table."""
    out.bars(as_text.funnel_bars(figures.total, "From asks to business"))
    out.lines(out.wrapped(as_text.unasked_line(figures.unasked, at.currency), "  "))
    out.lines(out.wrapped(as_text.value_line(figures, at.currency), "  "))
    months = as_text.months_values(figures.splits[FunnelBy.MONTH], at.today)
    if any(asks for _, asks in months):
        values = ", ".join(str(asks) for _, asks in months)
        drawn = sparkline([asks for _, asks in months]) if out.width is not None else values
        text = f"asks by month, {months[0][0]} to {months[-1][0]}: {drawn}"
        out.lines(out.wrapped(text, "  "))
    if not splits:
        return
    for by, rows in figures.splits.items():
        if rows:
            out.line()
            out.line(out.painted(out.fitted(as_text.SPLIT_TITLES[by]), "bold"))
            out.table(as_text.split_table(by, rows, at.currency))


def show_gaps(out: Output, gaps: tuple[Gap, ...], most: int | None = None) -> None:
    """Each gap as a sentence, and the line that plugs it."""
    if not gaps:
        out.line("no gap found: keep it so")
    for number, gap in enumerate(gaps[:most], start=1):
        out.lines(out.wrapped(f"{number}. {as_text.gap_text(gap)}"))
        out.lines(out.painted(part, "dim") for part in out.wrapped(gap.command, "   "))


def show_review(out: Output, at: Desk, review: Review) -> None:
    """The whole review on one screen or two: the funnel, the sources, thanks, the gaps."""
    show_span(out, at, "Review")
    show_funnel(out, at, review.funnel, splits=False)
    out.line()
    out.line(out.painted("Sources, best first", "bold"))
    out.table(as_text.sources_table(review.sources, at.today, at.currency))
    out.line()
    out.bars(as_text.thanks_bars(review.thanks)[-1])
    out.line()
    out.line(out.painted("Where it leaks", "bold"))
    show_gaps(out, review.gaps, _GAPS_SHOWN)
    if len(review.gaps) > _GAPS_SHOWN:
        out.hint(f"and {len(review.gaps) - _GAPS_SHOWN} more: refcli review gaps")

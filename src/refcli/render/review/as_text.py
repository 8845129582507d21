"""The review for a person: bars where one would rather look, tables where one reads."""

import datetime as dt
from collections.abc import Iterable, Sequence

from refcli.domain.day_words import day_text
from refcli.domain.money import money_text
from refcli.domain.review.ask_success import AskSuccess
from refcli.domain.review.champions import Champions
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.funnel import Funnel, FunnelBy
from refcli.domain.review.gaps import Gap
from refcli.domain.review.gestures import WAYS, Attention
from refcli.domain.review.promptness import Promptness
from refcli.domain.review.sources import Source
from refcli.domain.review.whole import FunnelFigures
from refcli.domain.text import joined, plural
from refcli.render.layout import Bar, Bars, Column, Table
from refcli.render.values import count_json

_MOST_NAMED = 3
_MOST_OF_A_KIND = 6
_WORTH_A_LOOK = 1.2
SPLIT_TITLES = {
    FunnelBy.RUNG: "By rung: how strong the introduction was",
    FunnelBy.CHANNEL: "By channel of the ask",
    FunnelBy.TARGET: "By target",
    FunnelBy.CAMPAIGN: "By campaign",
    FunnelBy.MONTH: "By month of the ask",
}
_STAGES = (("promised", "of the asks"), ("made", "of the promised"), ("reached", "of the made"))
_THANKS_FOR = {
    "made": "for the introduction",
    "reached": "when you had reached them",
    "outcome": "for the outcome",
    "all": "all together",
}


def span_text(span: Span, today: dt.date) -> str:
    """`since 1 Jan 2026`, or `from the beginning`, `to 20 Nov` behind it where it ends early."""
    since = "from the beginning"
    if span.since is not None:
        since = f"since {day_text(span.since, today)}"
    until = "" if span.until is None else f" until {day_text(span.until, today)}"
    return since + until


def share_text(share: Share) -> str:
    """`75 %`, or `3 of 4` where a percentage would pretend to be more than it is."""
    if not share.n:
        return ""
    if not share.is_telling:
        return f"{share.part} of {share.n}"
    return f"{share.part / share.n:.0%}".replace("%", " %")


def range_text(share: Share) -> str:
    """The middle 80 % of what the share may truly be: `45 to 80 %`."""
    if not share.n:
        return ""
    low, high = share.interval
    return f"{low * 100:.0f} to {high * 100:.0f} %"


def funnel_bars(funnel: Funnel, title: str) -> Bars:
    """The stages from asks to business, each with its share of the one before."""
    if not funnel.entered:
        return Bars(title, (), "no ask in this time; begin: refcli ask who")
    rates = funnel.rates()
    top = (Bar("asks", funnel.asks or 0, str(funnel.asks)),)
    counts = {"promised": funnel.promised or 0, "made": funnel.made, "reached": funnel.reached}
    middle = tuple(
        Bar(stage, counts[stage], str(counts[stage]), _of(rates[stage], before))
        for stage, before in _STAGES
    )
    won = Bar("won", funnel.won, str(funnel.won), _of(rates["won"], "of the reached"))
    return Bars(title, (*top, *middle, won))


def _of(share: Share, before: str) -> str:
    text = share_text(share)
    return f"{text} {before}" if text and share.is_telling else text


def unasked_line(funnel: Funnel, currency: str) -> str:
    """What came without an ask."""
    if not funnel.introductions:
        return "no introduction came unasked in this time"
    won = f" ({money_text(funnel.value_cents, currency)})" if funnel.value_cents else ""
    return (
        f"{plural(funnel.introductions, 'introduction')} came unasked:"
        f" {funnel.made} made, {funnel.reached} reached, {funnel.won} won{won}"
    )


def value_line(figures: FunnelFigures, currency: str) -> str:
    """What all of it was worth."""
    total = figures.total.value_cents + figures.unasked.value_cents
    return f"won by these asks and introductions: {money_text(total, currency)}"


def split_table(by: FunnelBy, rows: Sequence[Funnel], currency: str) -> Table:
    """One split of the funnel as a table."""
    counts_asks = by is not FunnelBy.RUNG
    entered = "asks" if counts_asks else "introductions"
    columns = (
        Column(by.value, style="name", flexible=True),
        Column(entered, right=True),
        *((Column("promised", right=True),) if counts_asks else ()),
        Column("made", right=True),
        Column("reached", right=True),
        Column("won", right=True),
        Column("won of all", right=True),
        Column("value", right=True),
    )
    return Table(
        columns,
        tuple(
            (
                row.name,
                str(row.entered),
                *((str(row.promised),) if counts_asks else ()),
                str(row.made),
                str(row.reached),
                str(row.won),
                share_text(row.rates()["overall"]),
                money_text(row.value_cents, currency) if row.value_cents else "",
            )
            for row in rows
        ),
        "nothing in this time",
    )


def months_values(rows: Iterable[Funnel], today: dt.date) -> tuple[tuple[str, int], ...]:
    """(month, asks) of the last twelve months up to today, empty ones included."""
    asks = {row.name: row.asks or 0 for row in rows}
    year, month = today.year, today.month
    found: list[tuple[str, int]] = []
    for _ in range(12):
        name = f"{year:04}-{month:02}"
        found.insert(0, (name, asks.get(name, 0)))
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return tuple(found)


def sources_table(sources: Sequence[Source], today: dt.date, currency: str) -> Table:
    """Who brings whom, best first, and what to do next for each."""
    columns = (
        Column("source", style="name", flexible=True),
        Column("intros", right=True),
        Column("reached", right=True),
        Column("won", right=True),
        Column("value", right=True),
        Column("quality", right=True),
        Column("thanked"),
        Column("next", flexible=True),
    )
    return Table(
        columns,
        tuple(
            (
                s.person.name,
                str(s.introductions),
                str(s.reached),
                str(count_json(s.won)),
                money_text(s.value_cents, currency) if s.value_cents else "",
                f"{s.quality.mean * 100:.0f} (n {s.quality.n})",
                _ago(s.last_thanked, today),
                s.next.text if s.next else "",
            )
            for s in sources
        ),
        "nobody has introduced anybody to you in this time; begin: refcli ask who",
    )


def _ago(day: dt.date | None, today: dt.date) -> str:
    return "never" if day is None else day_text(day, today)


def champions_table(found: Champions, *, clear: bool) -> Table:
    """The traits that stand out, or those that may be chance."""
    columns = (
        Column("what", style="dim"),
        Column("which", style="name", flexible=True),
        Column("who refer", right=True),
        Column("times as often as all", right=True),
    )
    rows = tuple(
        (t.trait, t.value, f"{t.n} of {t.of}", f"{t.lift:.1f}")
        for t in found.traits
        if t.is_clear is clear and (clear or t.lift >= _WORTH_A_LOOK)
    )
    return Table(columns, rows, "nothing that is more than chance")


def champions_title(found: Champions) -> str:
    """How many refer, of whom."""
    if not found.sources:
        who = "nobody in your network has introduced anybody to you in this time"
        return f"{who}; begin: refcli ask who"
    verb = "refers" if found.sources == 1 else "refer"
    return f"{found.sources} of {plural(found.contacts, 'contact')} {verb} people to you"


def attention_text(found: Attention, today: dt.date) -> str:
    """What is due to a champion: `take them to dinner (last: a note, Fri 2 Oct)`."""
    last = "never yet" if found.last is None else f"last: {_last_words(found, today)}"
    if found.way is None:
        return f"nothing now ({last})"
    return f"{found.way.text} ({last})"


def _last_words(found: Attention, today: dt.date) -> str:
    if found.last is None:
        return ""
    gesture, on = found.last
    return f"{WAYS[gesture].done}, {day_text(on, today)}"


def attention_table(found: Sequence[Attention], today: dt.date) -> Table:
    """Champions, best first, with the gesture that is due to each."""
    columns = (
        Column("champion", style="name", flexible=True),
        Column("intros", right=True),
        Column("won", right=True),
        Column("due to them", flexible=True),
    )
    rows = tuple(
        (
            a.source.person.name,
            str(a.source.introductions),
            str(count_json(a.source.won)),
            attention_text(a, today),
        )
        for a in found
    )
    return Table(columns, rows, "nobody has introduced anybody to you in this time")


def asks_table(rows: Sequence[AskSuccess]) -> Table:
    """What worked, by each way to look at it in which there is something to compare."""
    shown = [row for by in dict.fromkeys(r.by for r in rows) for row in _compared(rows, by)]
    columns = (
        Column("by", style="dim"),
        Column("which", style="name", flexible=True),
        Column("asks", right=True),
        Column("settled", right=True),
        Column("introduced", right=True),
        Column("likely", right=True, style="dim"),
    )
    return Table(
        columns,
        tuple(
            (
                row.by,
                row.value,
                str(row.asks),
                str(row.introduced.n),
                share_text(row.introduced),
                range_text(row.introduced),
            )
            for row in shown
        ),
        "no ask in this time; begin: refcli ask who"
        if not rows
        else "nothing to compare yet: all asks were alike, or none is settled",
    )


def _compared(rows: Sequence[AskSuccess], by: str) -> list[AskSuccess]:
    """The rows of one way that have an outcome, best first; none where there is only one."""
    found = [row for row in rows if row.by == by and row.introduced.n]
    return found[:_MOST_OF_A_KIND] if len(found) > 1 else []


def thanks_bars(rows: Sequence[Promptness]) -> tuple[Bars, ...]:
    """For each of the three thank-yous and all together how soon it was said."""
    return tuple(
        Bars(
            f"Thanks {_THANKS_FOR[row.step]}: {row.n}",
            (
                Bar("within a day", row.within_a_day, str(row.within_a_day), _of(row.prompt, "")),
                Bar(
                    "within two days",
                    row.within_two_days,
                    str(row.within_two_days),
                ),
                Bar("within a week", row.within_a_week, str(row.within_a_week)),
                Bar("later", row.later, str(row.later)),
                Bar("not yet", row.not_yet, str(row.not_yet)),
            )
            if row.n
            else (),
            "none was due in this time",
        )
        for row in rows
    )


def gap_text(gap: Gap) -> str:
    """The gap as a sentence, with the first people whom it concerns."""
    named = [person.name for person in gap.contacts[:_MOST_NAMED]]
    if not named:
        return gap.text
    more = len(gap.contacts) - len(named)
    who = joined([*named, f"{more} more"]) if more > 0 else joined(named)
    return f"{gap.text}: {who}"

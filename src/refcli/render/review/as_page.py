"""The review as one page: charts, tables and the referral tree; no network, no script."""

import html

from refcli.domain.money import money_text
from refcli.domain.review.funnel import FunnelBy
from refcli.domain.text import shown
from refcli.domain.tree import Branch
from refcli.render.layout import Table
from refcli.render.page import page
from refcli.render.review import as_text
from refcli.render.review.pictures import charts
from refcli.render.review.report import Report

_STYLE = """
body { max-width: 52rem; }
svg { display: block; overflow: visible; }
figure { margin: .6rem 0 0; break-inside: avoid; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: .84rem; line-height: 1.35; width: 100%; }
th, td { text-align: left; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid #dde6e9;
  vertical-align: top; overflow-wrap: normal; }
th { font: 600 .72rem/1.3 'Helvetica Neue', Arial, sans-serif; color: #51616f; }
td.right, th.right { text-align: right; white-space: nowrap; }
ol, ul { padding-left: 1.3rem; } li { margin: .25rem 0; }
code { font-size: .82em; background: #eef4f5; padding: .1em .35em; overflow-wrap: anywhere; }
ul.tree ul { border-left: 1px solid #c9dde2; margin-left: .2rem; }
ul.tree { list-style: none; padding-left: 0; } ul.tree ul { list-style: none; padding-left: 1rem; }
.faint { color: #51616f; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
@media (min-width: 45rem) { .charts { display: grid; grid-template-columns: 1fr 1fr;
  gap: 0 2.5rem; } }
@media print { body { max-width: none; } }
"""
_SPLITS_SHOWN = (FunnelBy.TARGET, FunnelBy.CHANNEL, FunnelBy.RUNG, FunnelBy.CAMPAIGN)


def report_page(report: Report) -> str:
    """The whole page."""
    review = report.review
    sections = [_charts(report), _money(report)]
    sections.append(_section("Where it leaks", _gaps(report)))
    table = as_text.sources_table(review.sources, report.today, report.currency)
    sections.append(_section("Sources, best first", _table(table)))
    if review.champions.sources:
        told = f"<p>{html.escape(as_text.champions_title(review.champions))}</p>"
        clear = as_text.champions_table(review.champions, clear=True)
        sections.append(_section("What champions have in common", told + _table(clear)))
    if review.attention:
        due = as_text.attention_table(review.attention, report.today)
        sections.append(_section("What is due to each champion", _table(due)))
    sections.append(_section("Asks that worked", _table(as_text.asks_table(review.asks))))
    for by in _SPLITS_SHOWN:
        rows = review.funnel.splits[by]
        if rows:
            split = as_text.split_table(by, rows, report.currency)
            sections.append(_section(as_text.SPLIT_TITLES[by], _table(split)))
    if report.trees:
        sections.append(_section("Who led to whom", _tree(report.trees, report.currency, "tree")))
    return page(shown(report.title), report.subtitle, "\n".join(sections), style=_STYLE)


def _charts(report: Report) -> str:
    figures = "".join(
        f"<section><h2>{html.escape(title)}</h2><figure>{svg}</figure></section>"
        for title, svg, _ in charts(report)
    )
    return f'<div class="charts">{figures}</div>'


def _money(report: Report) -> str:
    funnel = report.review.funnel
    lines = (
        as_text.unasked_line(funnel.unasked, report.currency),
        as_text.value_line(funnel, report.currency),
    )
    return _section("What came of it", "".join(f"<p>{html.escape(line)}</p>" for line in lines))


def _gaps(report: Report) -> str:
    items = "".join(
        f"<li>{html.escape(shown(as_text.gap_text(gap)))}<br>"
        f"<code>{html.escape(shown(gap.command))}</code></li>"
        for gap in report.review.gaps
    )
    return f"<ol>{items}</ol>" if items else "<p>no gap found</p>"


def _table(table: Table) -> str:
    if not table.rows:
        return f'<p class="faint">{html.escape(table.empty)}</p>'
    sides = [' class="right"' if column.right else "" for column in table.columns]
    head = "".join(
        f"<th{side}>{html.escape(column.title)}</th>"
        for side, column in zip(sides, table.columns, strict=True)
    )
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td{side}>{html.escape(shown(cell))}</td>"
            for side, cell in zip(sides, row, strict=True)
        )
        + "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )


def _tree(branches: tuple[Branch, ...], currency: str, kind: str = "") -> str:
    items = "".join(
        f"<li>{html.escape(shown(b.person.name))}{_came(b, currency)}"
        f"{_tree(b.branches, currency) if b.branches else ''}</li>"
        for b in branches
    )
    return f'<ul class="{kind}">{items}</ul>' if kind else f"<ul>{items}</ul>"


def _came(branch: Branch, currency: str) -> str:
    parts = [branch.state] if branch.state else []
    if branch.value_cents:
        parts.append(money_text(branch.value_cents, currency))
    below = branch.total_cents - branch.value_cents
    if below:
        parts.append(f"brought {money_text(below, currency)}")
    return f' <span class="faint">{html.escape(", ".join(parts))}</span>' if parts else ""


def _section(title: str, body: str) -> str:
    return f"<section><h2>{html.escape(title)}</h2>{body}</section>"

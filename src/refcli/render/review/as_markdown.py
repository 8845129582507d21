"""The review in Markdown."""

from collections.abc import Iterable

from refcli.domain.review.funnel import FunnelBy
from refcli.domain.text import shown
from refcli.render.layout import Table
from refcli.render.markdown import escaped
from refcli.render.review import as_text
from refcli.render.review.report import Report
from refcli.render.tree import tree_lines


def report_markdown(report: Report) -> str:
    """Headings, tables and lists."""
    review = report.review
    blocks = [f"# {escaped(shown(report.title))}", f"*{escaped(report.subtitle)}*"]
    blocks += ["## From asks to business", _table(("", "", ""), _stages(report))]
    blocks += [
        escaped(as_text.unasked_line(review.funnel.unasked, report.currency)),
        escaped(as_text.value_line(review.funnel, report.currency)),
    ]
    for by in FunnelBy:
        rows = review.funnel.splits[by]
        if rows:
            blocks.append(f"### {as_text.SPLIT_TITLES[by]}")
            blocks.append(_drawn(as_text.split_table(by, rows, report.currency)))
    blocks += ["## Sources, best first", _drawn(_sources(report))]
    blocks += ["## Champions", escaped(as_text.champions_title(review.champions))]
    blocks.append(_drawn(as_text.champions_table(review.champions, clear=True)))
    if review.attention:
        blocks += ["### What is due to each", _drawn(_attention(report))]
    blocks += ["## Asks that worked", _drawn(as_text.asks_table(review.asks))]
    blocks += ["## Thanks", *(_bars_table(report))]
    blocks += ["## Where it leaks", _gaps(report)]
    if report.trees:
        lines = tree_lines(report.trees, report.currency, lined=False)
        blocks += ["## Who led to whom", "\n".join(_tree_item(line) for line in lines)]
    return "\n\n".join(blocks)


def _sources(report: Report) -> Table:
    return as_text.sources_table(report.review.sources, report.today, report.currency)


def _attention(report: Report) -> Table:
    return as_text.attention_table(report.review.attention, report.today)


def _stages(report: Report) -> list[tuple[str, str, str]]:
    return [(stage, str(count), share) for stage, count, share in report.stages()]


def _bars_table(report: Report) -> list[str]:
    found = []
    for chart in as_text.thanks_bars(report.review.thanks):
        rows = [(bar.label, bar.figure, bar.note) for bar in chart.bars]
        found.append(f"### {chart.title}")
        found.append(_table(("", "", ""), rows) if rows else chart.empty)
    return found


def _gaps(report: Report) -> str:
    return (
        "\n".join(
            f"{number}. {escaped(shown(as_text.gap_text(gap)))}: `{_code(gap.command)}`"
            for number, gap in enumerate(report.review.gaps, start=1)
        )
        or "no gap found"
    )


def _code(command: str) -> str:
    return shown(command).replace("`", "'")


def _tree_item(line: str) -> str:
    depth = len(line) - len(line.lstrip())
    return f"{' ' * depth}- {escaped(line.strip())}"


def _drawn(table: Table) -> str:
    if not table.rows:
        return escaped(table.empty)
    return _table([column.title for column in table.columns], table.rows)


def _table(titles: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    titles = list(titles)
    lines = [titles, ["---"] * len(titles), *([escaped(shown(c)) for c in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)

"""The charts of a review: what page and picture have in common."""

from refcli.domain.money import money_text
from refcli.domain.review.funnel import FunnelBy
from refcli.render.review.as_text import months_values
from refcli.render.review.report import Report
from refcli.render.review.svg import bars_svg, columns_svg, short

_MOST_SOURCES = 8
_MONTHS = ("J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D")


def charts(report: Report) -> tuple[tuple[str, str, int], ...]:
    """(title, SVG, height) of each chart that has anything to show."""
    found = []
    if report.review.funnel.total.entered:
        title = "From asks to business"
        rows = [
            (stage, count, f"{count}, {share}".rstrip(", "))
            for stage, count, share in report.stages()
        ]
        found.append((title, *bars_svg(title, rows)))
        title = "Asks by month, the last twelve"
        months = months_values(report.review.funnel.splits[FunnelBy.MONTH], report.today)
        named = [(_MONTHS[int(name[5:]) - 1], count) for name, count in months]
        found.append((title, *columns_svg(title, named)))
    if report.review.sources:
        title = "Sources by quality, best first"
        rows = [
            (
                short(s.person.name),
                round(s.quality.mean * 100),
                f"{s.quality.mean * 100:.0f} of 100, n {s.quality.n}"
                + (f", {money_text(s.value_cents, report.currency)}" if s.value_cents else ""),
            )
            for s in report.review.sources[:_MOST_SOURCES]
        ]
        found.append((title, *bars_svg(title, rows)))
    thanks = report.review.thanks[-1]
    if thanks.n:
        title = "How soon sources were thanked"
        rows = [
            ("within a day", thanks.within_a_day, f"{thanks.within_a_day} of {thanks.n}"),
            ("within two days", thanks.within_two_days, f"{thanks.within_two_days} of {thanks.n}"),
            ("within a week", thanks.within_a_week, f"{thanks.within_a_week} of {thanks.n}"),
            ("not yet", thanks.not_yet, f"{thanks.not_yet} of {thanks.n}"),
        ]
        found.append((title, *bars_svg(title, rows)))
    return tuple(found)

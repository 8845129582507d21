"""The review as one picture: its charts and the referral tree, in a single SVG."""

import html

from refcli.domain.text import shown
from refcli.render.review.pictures import charts
from refcli.render.review.report import Report
from refcli.render.review.svg import FAINT, text
from refcli.render.terminal import cut
from refcli.render.tree import tree_lines

_WIDTH, _MARGIN = 760, 40
_LINE = 20
_TREE_CHARACTERS = 88
_STEP = 18


def report_picture(report: Report) -> str:
    """A picture 760 pixels wide and as high as it needs to be."""
    parts = [
        text(cut(shown(report.title), 60), str(_MARGIN), 48, size=24, bold=True),
        text(report.subtitle, str(_MARGIN), 72, colour=FAINT),
    ]
    top = 108
    for title, svg, height in charts(report):
        parts.append(text(title, str(_MARGIN), top, bold=True))
        parts.append(
            f'<svg x="{_MARGIN}" y="{top + 10}" width="{_WIDTH - 2 * _MARGIN}"'
            f' height="{height}">{svg}</svg>'
        )
        top += height + 48
    tree = tree_lines(report.trees, report.currency, lined=False)
    if tree:
        parts.append(text("Who led to whom", str(_MARGIN), top, bold=True))
        for line in tree:
            top += _LINE
            depth = (len(line) - len(line.lstrip())) // 2
            words = cut(line.strip(), _TREE_CHARACTERS - 2 * depth)
            parts.append(text(words, str(_MARGIN + _STEP * depth), top, size=13))
        top += _LINE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{top + 20}"'
        f' viewBox="0 0 {_WIDTH} {top + 20}"><title>{html.escape(shown(report.title))}</title>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )

"""The review on paper: as Markdown, as one page, and as a picture."""

import datetime as dt
import re
from xml.etree import ElementTree as ET

import pytest

from refcli.domain.contacts import Person
from refcli.domain.review.champions import Champions
from refcli.domain.review.figures import Span
from refcli.domain.review.funnel import FunnelBy
from refcli.domain.review.whole import Review
from refcli.domain.tree import Branch
from refcli.render.review.as_markdown import report_markdown
from refcli.render.review.as_page import report_page
from refcli.render.review.as_picture import report_picture
from refcli.render.review.formats import REPORT_FORMATS
from refcli.render.review.pictures import charts
from refcli.render.review.report import Report
from refcli.render.review.svg import (
    FAINT,
    FILL,
    FONT,
    INK,
    TRACK,
    bars_svg,
    columns_svg,
    short,
    text,
)
from tests.support.review import (
    EMPTY,
    EMPTY_REPORT,
    GAP,
    LEAF,
    PROMPT,
    REPORT,
    REVIEW,
    SOURCE,
    TOTAL,
    TREE,
)
from tests.support.values import TODAY

STAGES_OF_NOTHING = """\
|  |  |  |
| --- | --- | --- |
| asks | 0 |  |
| promised | 0 |  |
| introduced | 0 |  |
| reached | 0 |  |
| won | 0 |  |"""
MARKDOWN = """\
# Referral review: Sam \\*Lee\\*

*Since Thu 1 Jan, as of Fri 20 Nov 2026*

## From asks to business

|  |  |  |
| --- | --- | --- |
| asks | 8 |  |
| promised | 6 | 75 % |
| introduced | 4 | 67 % |
| reached | 3 | 3 of 4 |
| won | 2 | 2 of 3 |

3 introductions came unasked: 2 made, 2 reached, 1 won (50.50 EUR)

won by these asks and introductions: 1,250.50 EUR

### By rung: how strong the introduction was

| rung | introductions | made | reached | won | won of all | value |
| --- | --- | --- | --- | --- | --- | --- |
| written | 3 | 2 | 2 | 1 | 1 of 3 | 50.50 EUR |

### By channel of the ask

| channel | asks | promised | made | reached | won | won of all | value |
| --- | --- | --- | --- | --- | --- | --- | --- |
| call | 8 | 6 | 4 | 3 | 2 | 25 % | 1,200 EUR |

### By campaign

| campaign | asks | promised | made | reached | won | won of all | value |
| --- | --- | --- | --- | --- | --- | --- | --- |
| (none) | 0 | 0 | 0 | 0 | 0 |  |  |

### By month of the ask

| month | asks | promised | made | reached | won | won of all | value |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 2026-10 | 8 | 6 | 4 | 3 | 2 | 25 % | 1,200 EUR |
| 2025-11 | 8 | 6 | 4 | 3 | 2 | 25 % | 1,200 EUR |

## Sources, best first

| source | intros | reached | won | value | quality | thanked | next |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Anna Weiss | 3 | 2 | 1 | 1,200 EUR | 86 (n 3) | Tue 10 Nov | meet \\<them\\> |
| Tom Berg | 3 | 2 | 1 |  | 25 (n 1) | never |  |

## Champions

2 of 9 contacts refer people to you

| what | which | who refer | times as often as all |
| --- | --- | --- | --- |
| tag | choir\\|x | 3 of 4 | 2.0 |

## Asks that worked

| by | which | asks | settled | introduced | likely |
| --- | --- | --- | --- | --- | --- |
| channel | call | 6 | 5 | 60 % | 33 to 83 % |
| channel | email | 6 | 5 | 20 % | 6 to 48 % |

## Thanks

### Thanks for the introduction: 6

|  |  |  |
| --- | --- | --- |
| within a day | 3 | 50 % |
| within two days | 4 |  |
| within a week | 5 |  |
| later | 0 |  |
| not yet | 1 |  |

### Thanks all together: 12

|  |  |  |
| --- | --- | --- |
| within a day | 3 | 25 % |
| within two days | 4 |  |
| within a week | 5 |  |
| later | 0 |  |
| not yet | 7 |  |

## Where it leaks

1. 2 thanks are \\<owed\\>: Anna Weiss and Tom Berg: `refcli thank 'Anna'`

## Who led to whom

- Anna \\<Weiss\\>, brought 2,400 EUR
  - Tom Berg: lost
  - Pia Lang: won 1,200 EUR, brought 1,200 EUR
    - Pia Lang: won 1,200 EUR"""


def reported(review: Review) -> Report:
    return REPORT._replace(review=review)


def blocks_of(report: Report) -> list[str]:
    return report_markdown(report).split("\n\n")


def block_after(report: Report, heading: str) -> str:
    blocks = blocks_of(report)
    return blocks[blocks.index(heading) + 1]


def section_of(report: Report, title: str) -> str | None:
    match = re.search(rf"<section><h2>{title}</h2>(.*?)</section>", report_page(report), re.DOTALL)
    return match[1] if match else None


def texts_of(svg: str) -> list[str]:
    """The words of a picture, in their order."""
    root = ET.fromstring(svg)  # noqa: S314  our own
    return [e.text or "" for e in root.iter() if e.tag.endswith("text")]


def test_titles_of_a_report() -> None:
    assert REPORT.title == "Referral review: Sam *Lee*"
    assert EMPTY_REPORT.title == "Referral review"


@pytest.mark.parametrize(
    ("span", "subtitle"),
    [
        (Span(None, None), "From the beginning, as of Fri 20 Nov 2026"),
        (Span(dt.date(2026, 1, 1), TODAY), "Since Thu 1 Jan until today, as of Fri 20 Nov 2026"),
    ],
)
def test_the_subtitle_names_span_and_day(span: Span, subtitle: str) -> None:
    assert reported(REVIEW._replace(span=span)).subtitle == subtitle


def test_the_stages_of_a_report() -> None:
    assert REPORT.stages() == (
        ("asks", 8, ""),
        ("promised", 6, "75 %"),
        ("introduced", 4, "67 %"),
        ("reached", 3, "3 of 4"),
        ("won", 2, "2 of 3"),
    )
    assert EMPTY_REPORT.stages() == tuple(
        (stage, 0, "") for stage in ("asks", "promised", "introduced", "reached", "won")
    )


def test_the_forms_of_a_report() -> None:
    assert {"md": report_markdown, "html": report_page, "svg": report_picture} == REPORT_FORMATS


def test_the_whole_report_in_markdown() -> None:
    assert report_markdown(REPORT).replace(" %  |", " % |") == MARKDOWN


def test_a_report_of_nothing_in_markdown() -> None:
    assert blocks_of(EMPTY_REPORT)[:2] == [
        "# Referral review",
        "*From the beginning, as of Fri 20 Nov 2026*",
    ]
    assert blocks_of(EMPTY_REPORT)[3:] == [
        STAGES_OF_NOTHING,
        "no introduction came unasked in this time",
        "won by these asks and introductions: 0",
        "## Sources, best first",
        "nobody has introduced anybody to you in this time; begin: refcli ask who",
        "## Champions",
        "nobody in your network has introduced anybody to you in this time; begin: refcli ask who",
        "nothing that is more than chance",
        "## Asks that worked",
        "no ask in this time; begin: refcli ask who",
        "## Thanks",
        "### Thanks for the introduction: 0",
        "none was due in this time",
        "### Thanks all together: 0",
        "none was due in this time",
        "## Where it leaks",
        "no gap found",
    ]


def test_no_text_becomes_markup_or_a_line_of_its_own_in_markdown() -> None:
    source = SOURCE._replace(person=Person(1, "A\nB*"))
    review = REVIEW._replace(sources=(source,))
    blocks = blocks_of(
        REPORT._replace(review=review, owner="Sam\nLee", currency="E*R", trees=(TREE,))
    )
    assert blocks[0] == "# Referral review: Sam Lee"
    assert blocks[4].endswith("1 won (50.50 E\\*R)")
    assert blocks[5].endswith(": 1,250.50 E\\*R")
    assert [b for b in blocks if "| A B\\* | 3 | 2 | 1 | 1,200 E\\*R |" in b]
    assert blocks[-1].startswith("- Anna \\<Weiss\\>, brought 2,400 E\\*R\n")


def test_gaps_in_markdown_are_numbered_and_each_is_one_line() -> None:
    gaps = (GAP, GAP._replace(contacts=(Person(1, "A\nB"),), command="refcli\nx"))
    assert block_after(reported(REVIEW._replace(gaps=gaps)), "## Where it leaks").split("\n") == [
        "1. 2 thanks are \\<owed\\>: Anna Weiss and Tom Berg: `refcli thank 'Anna'`",
        "2. 2 thanks are \\<owed\\>: A B: `refcli x`",
    ]


def test_the_page_is_titled_and_holds_everything_itself() -> None:
    whole = report_page(reported(REVIEW._replace(span=Span(None, None))))
    assert (
        "<header><h1>Referral review: Sam *Lee*</h1>"
        "<p>From the beginning, as of Fri 20 Nov 2026</p></header>"
    ) in whole
    assert "body { max-width: 52rem; }" in whole
    assert whole.index("max-width: 40rem") < whole.index("max-width: 52rem")
    links = re.findall(r"https?://\S+", whole)
    assert set(links) <= {'http://www.w3.org/2000/svg"'}
    assert "<script" not in whole


def test_a_page_is_its_sections_and_nothing_between_them() -> None:
    main = report_page(REPORT).split("<main>\n")[1].split("\n</main>")[0]
    between = re.sub(r"<section>.*?</section>", "|", main, flags=re.DOTALL)
    assert between == '<div class="charts">||||</div>' + "\n|" * 9


def test_texts_of_a_page_are_one_line_each() -> None:
    gap = GAP._replace(contacts=(Person(1, "A\nB"),), command="refcli\nx")
    source = SOURCE._replace(person=Person(1, "C\nD"))
    review = REVIEW._replace(gaps=(gap,), sources=(source,))
    report = REPORT._replace(review=review, owner="Sam\nLee")
    assert "<h1>Referral review: Sam Lee</h1>" in report_page(report)
    assert section_of(report, "Where it leaks") == (
        "<ol><li>2 thanks are &lt;owed&gt;: A B<br><code>refcli x</code></li></ol>"
    )
    assert "<td>C D</td>" in (section_of(report, "Sources, best first") or "")


def test_the_sections_of_a_page_in_their_order() -> None:
    assert re.findall(r"<h2>(.*?)</h2>", report_page(REPORT)) == [
        "From asks to business",
        "Asks by month, the last twelve",
        "Sources by quality, best first",
        "How soon sources were thanked",
        "What came of it",
        "Where it leaks",
        "Sources, best first",
        "What champions have in common",
        "Asks that worked",
        "By channel of the ask",
        "By rung: how strong the introduction was",
        "By campaign",
        "Who led to whom",
    ]
    assert re.findall(r"<h2>(.*?)</h2>", report_page(EMPTY_REPORT)) == [
        "What came of it",
        "Where it leaks",
        "Sources, best first",
        "Asks that worked",
    ]


def test_a_split_by_target_comes_first_on_a_page() -> None:
    splits = {**REVIEW.funnel.splits, FunnelBy.TARGET: (TOTAL._replace(name="Dentists"),)}
    report = reported(REVIEW._replace(funnel=REVIEW.funnel._replace(splits=splits)))
    titles = re.findall(r"<h2>(.*?)</h2>", report_page(report))
    assert titles.index("By target") == titles.index("By channel of the ask") - 1


def test_charts_stand_on_the_page_in_figures() -> None:
    whole = report_page(REPORT)
    assert whole.count("<figure><svg ") == whole.count("</svg></figure></section>") == 4
    assert '<main>\n<div class="charts"><section><h2>From asks to business</h2><figure>' in whole
    assert '<div class="charts"></div>' in report_page(EMPTY_REPORT)


def test_what_came_of_it_on_a_page() -> None:
    assert section_of(REPORT, "What came of it") == (
        "<p>3 introductions came unasked: 2 made, 2 reached, 1 won (50.50 EUR)</p>"
        "<p>won by these asks and introductions: 1,250.50 EUR</p>"
    )


def test_gaps_on_a_page() -> None:
    assert section_of(REPORT, "Where it leaks") == (
        "<ol><li>2 thanks are &lt;owed&gt;: Anna Weiss and Tom Berg<br>"
        "<code>refcli thank `Anna`</code></li></ol>"
    )
    assert section_of(EMPTY_REPORT, "Where it leaks") == "<p>no gap found</p>"


def test_tables_on_a_page() -> None:
    assert section_of(REPORT, "What champions have in common") == (
        "<p>2 of 9 contacts refer people to you</p>"
        '<div class="scroll"><table><thead><tr><th>what</th><th>which</th>'
        '<th class="right">who refer</th><th class="right">times as often as all</th></tr>'
        "</thead><tbody><tr><td>tag</td><td>choir|x</td>"
        '<td class="right">3 of 4</td><td class="right">2.0</td></tr></tbody></table></div>'
    )
    sources = section_of(REPORT, "Sources, best first")
    assert sources is not None
    assert "<td>meet &lt;them&gt;</td></tr><tr><td>Tom Berg</td>" in sources
    assert section_of(EMPTY_REPORT, "Sources, best first") == (
        '<p class="faint">nobody has introduced anybody to you in this time; begin: refcli ask'
        " who</p>"
    )


def test_champions_without_a_clear_trait_are_still_counted() -> None:
    report = reported(REVIEW._replace(champions=Champions(sources=1, contacts=2, traits=())))
    assert section_of(report, "What champions have in common") == (
        "<p>1 of 2 contacts refers people to you</p>"
        '<p class="faint">nothing that is more than chance</p>'
    )


def test_the_tree_on_a_page() -> None:
    assert section_of(REPORT, "Who led to whom") == (
        '<ul class="tree"><li>Anna &lt;Weiss&gt; <span class="faint">brought 2,400 EUR</span>'
        '<ul><li>Tom Berg <span class="faint">lost</span></li>'
        '<li>Pia Lang <span class="faint">won, 1,200 EUR, brought 1,200 EUR</span>'
        '<ul><li>Pia Lang <span class="faint">won, 1,200 EUR</span></li></ul></li></ul></li></ul>'
    )
    alone = Branch(person=Person(1, "A\nB"), state="", value_cents=0, branches=())
    assert section_of(REPORT._replace(trees=(alone,)), "Who led to whom") == (
        '<ul class="tree"><li>A B</li></ul>'
    )


def test_the_charts_of_a_report() -> None:
    found = charts(REPORT)
    assert [(title, height) for title, _, height in found] == [
        ("From asks to business", 220),
        ("Asks by month, the last twelve", 164),
        ("Sources by quality, best first", 88),
        ("How soon sources were thanked", 176),
    ]
    assert all(f'aria-label="{title}"' in svg for title, svg, _ in found)
    funnel, months, sources, thanks = (texts_of(svg) for _, svg, _ in found)
    assert funnel == [
        *("asks", "8", "promised", "6, 75 %", "introduced", "4, 67 %"),
        *("reached", "3, 3 of 4", "won", "2, 2 of 3"),
    ]
    assert months == ["D", "J", "F", "M", "A", "M", "J", "J", "A", "S", "8", "O", "N"]
    assert sources == ["Anna Weiss", "86 of 100, n 3, 1,200 EUR", "Tom Berg", "25 of 100, n 1"]
    assert thanks == [
        *("within a day", "3 of 12", "within two days", "4 of 12"),
        *("within a week", "5 of 12", "not yet", "7 of 12"),
    ]


def test_the_lengths_of_bars_are_those_of_the_figures() -> None:
    _, _, (_, sources, _), (_, thanks, _) = charts(REPORT)
    filled = rf'width="([\d.]+)%" height="12" fill="{FILL}"'
    assert re.findall(filled, sources) == ["100.00", "29.07"]
    assert re.findall(filled, thanks) == ["42.86", "57.14", "71.43", "100.00"]


def test_the_last_of_the_thanks_are_charted() -> None:
    thanks = (PROMPT, PROMPT._replace(n=0))
    assert [title for title, *_ in charts(reported(REVIEW._replace(thanks=thanks)))][-1] == (
        "Sources by quality, best first"
    )
    assert charts(EMPTY_REPORT) == ()


def test_eight_sources_are_charted() -> None:
    people = [SOURCE._replace(person=Person(n, f"Source {n} {'x' * 40}")) for n in range(9)]
    (_, _, (_, svg, height), _) = charts(reported(REVIEW._replace(sources=tuple(people))))
    assert height == 8 * 44
    words = texts_of(svg)
    assert words[0] == f"Source 0 {'x' * 24}…"
    assert words[-2].startswith("Source 7")


def test_bars_as_a_picture() -> None:
    svg, height = bars_svg('A "title"', [("a", 4, "4 of 8"), ("b", 1, "1")])
    assert height == 88
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="88" role="img"'
        ' aria-label="A &quot;title&quot;">'
        + text("a", "0", 16)
        + text("4 of 8", "100%", 16, anchor="end", colour=FAINT)
        + f'<rect x="0" y="23" width="100%" height="12" fill="{TRACK}"/>'
        + f'<rect x="0" y="23" width="100.00%" height="12" fill="{FILL}"/>'
        + text("b", "0", 60)
        + text("1", "100%", 60, anchor="end", colour=FAINT)
        + f'<rect x="0" y="67" width="100%" height="12" fill="{TRACK}"/>'
        + f'<rect x="0" y="67" width="25.00%" height="12" fill="{FILL}"/>'
        + "</svg>"
    )


def test_no_bars_as_a_picture() -> None:
    svg, height = bars_svg("t", [])
    assert height == 44
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="44" role="img"'
        ' aria-label="t"></svg>'
    )
    assert 'width="0.00%"' in bars_svg("t", [("a", 0, "0")])[0]


def test_columns_as_a_picture() -> None:
    svg, height = columns_svg("t", [("J", 4), ("F", 0), ("M", 1), ("A", 2)])
    assert height == 164
    assert svg.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="164" role="img"'
        ' aria-label="t">'
        f'<rect x="3.75%" y="20.0" width="17.50%" height="120.0" fill="{FILL}"/>'
        + text("4", "12.50%", 15, anchor="middle")
        + text("J", "12.50%", 156, anchor="middle", colour=FAINT, size=11)
        + f'<rect x="28.75%" y="140.0" width="17.50%" height="0.0" fill="{FILL}"/>'
        + text("F", "37.50%", 156, anchor="middle", colour=FAINT, size=11)
        + f'<rect x="53.75%" y="110.0" width="17.50%" height="30.0" fill="{FILL}"/>'
        + text("1", "62.50%", 105, anchor="middle")
    )
    assert svg.endswith(f'<line x1="0" y1="140" x2="100%" y2="140" stroke="{FAINT}"/></svg>')


def test_no_columns_as_a_picture() -> None:
    svg, height = columns_svg("t", [])
    assert svg.split('aria-label="t">')[1].startswith("<line ")
    assert (svg.count("<rect"), svg.count("<line"), height) == (0, 1, 164)
    assert 'height="0.0"' in columns_svg("t", [("J", 0)])[0]


def test_a_line_of_text() -> None:
    assert text("a\n<b>", "5%", 7) == (
        '<text x="5%" y="7.0" text-anchor="start" fill="#1c2733" font-size="14"'
        f' font-family="{FONT}">a &lt;b&gt;</text>'
    )
    assert text("a", "0", 7.25, anchor="end", colour=FAINT, size=11, bold=True) == (
        '<text x="0" y="7.2" text-anchor="end" fill="#51616f" font-size="11"'
        f' font-family="{FONT}" font-weight="600">a</text>'
    )
    assert (INK, FILL, TRACK) == ("#1c2733", "#2a6f7f", "#e3ecef")
    assert FONT == "'Helvetica Neue',Arial,sans-serif"


def test_a_label_has_34_columns() -> None:
    assert short("x" * 34) == "x" * 34
    assert short("x" * 35) == "x" * 33 + "…"
    assert short("a\nb") == "a b"


def test_the_picture_of_nothing() -> None:
    svg = report_picture(EMPTY_REPORT)
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" width="760" height="128" viewBox="0 0 760 128">'
        '<title>Referral review</title><rect width="100%" height="100%" fill="#ffffff"/>'
        + text("Referral review", "40", 48, size=24, bold=True)
        + text("From the beginning, as of Fri 20 Nov 2026", "40", 72, colour=FAINT)
        + "</svg>"
    )


def test_the_picture_is_as_high_as_its_charts_and_its_tree() -> None:
    svg = report_picture(REPORT)
    heights = [height for _, _, height in charts(REPORT)]
    below = 108 + sum(heights) + 48 * len(heights)
    whole = below + 4 * 20 + 20 + 20
    assert f'width="760" height="{whole}" viewBox="0 0 760 {whole}"' in svg
    top = 108
    for title, chart, height in charts(REPORT):
        assert text(title, "40", top, bold=True) in svg
        assert f'<svg x="40" y="{top + 10}" width="680" height="{height}">{chart}</svg>' in svg
        top += height + 48
    assert text("Who led to whom", "40", below, bold=True) in svg
    for number, (x, words) in enumerate(
        (
            (40, "Anna <Weiss>, brought 2,400 EUR"),
            (58, "Tom Berg: lost"),
            (58, "Pia Lang: won 1,200 EUR, brought 1,200 EUR"),
            (76, "Pia Lang: won 1,200 EUR"),
        ),
        start=1,
    ):
        assert text(words, str(x), below + 20 * number, size=13) in svg
    assert not [e.tail for e in ET.fromstring(svg).iter() if e.tail]  # noqa: S314  our own
    ET.fromstring(svg)  # noqa: S314  our own


def test_long_words_of_a_picture_are_cut() -> None:
    child = LEAF._replace(person=Person(3, "y" * 100))
    tree = Branch(person=Person(1, "x" * 100), state="", value_cents=0, branches=(child,))
    report = EMPTY_REPORT._replace(owner="z" * 60, trees=(tree,))
    words = texts_of(report_picture(report))
    assert words[0] == f"Referral review: {'z' * 42}…"
    assert words[3] == "x" * 87 + "…"
    assert words[4] == "y" * 85 + "…"


def test_the_title_of_a_picture_is_escaped() -> None:
    svg = report_picture(EMPTY_REPORT._replace(owner="<A>\nB"))
    assert "<title>Referral review: &lt;A&gt; B</title>" in svg
    assert EMPTY.gaps == ()

"""Values, Markdown, pages, the referral tree and the history: the small shapes."""

import datetime as dt
import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.contacts import Person
from refcli.domain.history import Entry
from refcli.domain.tree import Branch
from refcli.render.history import entry_json, history_table
from refcli.render.layout import Column
from refcli.render.markdown import escaped
from refcli.render.page import page
from refcli.render.tree import branch_json, tree_lines
from refcli.render.values import day_json, day_or_dash, person_json
from tests.support.values import ANNA, PIA, TODAY, TOM

ENTRY = Entry(
    id=12,
    at="2026-11-20T12:34:56Z",
    command="log",
    summary="logged lunch",
    undone_by=None,
    undoes=None,
    is_erased=False,
    changes={("added", "interaction"): 1, ("changed", "follow_up"): 2},
)
LEAF = Branch(person=PIA, state="won", value_cents=120_000, branches=())
LOST = Branch(person=Person(4, "Eva\nBach"), state="not-a-fit", value_cents=0, branches=())
MIDDLE = Branch(person=TOM, state="won", value_cents=5_050, branches=(LEAF, LOST))
TREE = Branch(person=ANNA, state="", value_cents=0, branches=(MIDDLE, LOST))


def test_days_and_people_as_json() -> None:
    assert day_json(TODAY) == "2026-11-20"
    assert day_json(None) is None
    assert person_json(ANNA) == {"id": 1, "name": "Anna Weiss"}
    assert person_json(None) is None


def test_days_in_tables() -> None:
    assert day_or_dash(TODAY, TODAY) == "today"
    assert day_or_dash(None, TODAY) == "-"


@pytest.mark.parametrize("mark", ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|"])
def test_what_markdown_reads_as_markup_is_escaped(mark: str) -> None:
    assert escaped(f"a{mark}b{mark}") == f"a\\{mark}b\\{mark}"


def test_other_text_stays_in_markdown() -> None:
    plain = "Zoë X, 漢 (1) - 2. \"x\" 'y' & z!\n"
    assert escaped(plain) == plain
    assert escaped("") == ""


@given(st.text("ab\\`*_[]<>#|"))
def test_escaping_can_be_taken_back(text: str) -> None:
    found, rest = "", escaped(text)
    while rest:
        step = 2 if rest[0] == "\\" else 1
        found += rest[step - 1]
        rest = rest[step:]
    assert found == text


def test_a_page_holds_everything_itself() -> None:
    text = page("A & B", "for <you>", "<section>x</section>", style="p { color: red }")
    assert text.startswith('<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n')
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">\n' in text
    assert "<title>A &amp; B</title>\n<style>\n:root { color-scheme: light; }" in text
    assert "font-size: 12pt; } }\np { color: red }</style>\n</head>\n<body>\n" in text
    assert "<header><h1>A &amp; B</h1><p>for &lt;you&gt;</p></header>\n<main>\n" in text
    assert text.endswith("<main>\n<section>x</section>\n</main>\n</body>\n</html>")
    assert not any(word in text for word in ("http", "src=", "url(", "<script", "@import"))


def test_a_page_without_a_subtitle_has_no_line_for_it() -> None:
    text = page("A", "", "x")
    assert "<header><h1>A</h1></header>\n<main>\nx\n</main>" in text
    assert "12pt; } }\n</style>" in text


@given(st.text("<>&\"'ab"), st.text("<>&\"'ab", min_size=1))
def test_titles_cannot_become_markup(title: str, subtitle: str) -> None:
    text = page(title, subtitle, "x")
    assert f"<title>{html.escape(title)}</title>" in text
    assert f"<h1>{html.escape(title)}</h1><p>{html.escape(subtitle)}</p>" in text


def test_a_branch_as_json() -> None:
    assert branch_json(TREE) == {
        "contact": {"id": 1, "name": "Anna Weiss"},
        "state": None,
        "value": None,
        "total": 1250.5,
        "branches": [
            {
                "contact": {"id": 2, "name": "Tom Berg"},
                "state": "won",
                "value": 50.5,
                "total": 1250.5,
                "branches": [branch_json(LEAF), branch_json(LOST)],
            },
            branch_json(LOST),
        ],
    }
    assert branch_json(LOST) == {
        "contact": {"id": 4, "name": "Eva\nBach"},
        "state": "not-a-fit",
        "value": None,
        "total": 0.0,
        "branches": [],
    }


def test_a_tree_drawn_with_lines() -> None:
    assert tree_lines((TREE, LEAF._replace(state="")), "EUR", lined=True) == [
        "Anna Weiss, brought 1,250.50 EUR",
        "├─ Tom Berg: won 50.50 EUR, brought 1,200 EUR",
        "│  ├─ Pia Lang: won 1,200 EUR",
        "│  └─ Eva Bach: not-a-fit",
        "└─ Eva Bach: not-a-fit",
        "Pia Lang",
    ]
    assert tree_lines((LOST._replace(state=""),), "", lined=True) == ["Eva Bach"]


def test_a_tree_below_a_last_branch_has_no_line_beside_it() -> None:
    tree = TREE._replace(branches=(LOST, MIDDLE))
    assert tree_lines((tree,), "", lined=True)[-3:] == [
        "└─ Tom Berg: won 50.50, brought 1,200",
        "   ├─ Pia Lang: won 1,200",
        "   └─ Eva Bach: not-a-fit",
    ]


def test_a_tree_for_a_pipe_is_indented() -> None:
    assert tree_lines((TREE,), "", lined=False) == [
        "Anna Weiss, brought 1,250.50",
        "  Tom Berg: won 50.50, brought 1,200",
        "    Pia Lang: won 1,200",
        "    Eva Bach: not-a-fit",
        "  Eva Bach: not-a-fit",
    ]
    assert tree_lines((), "", lined=False) == []


def test_a_branch_that_brought_nothing_says_nothing() -> None:
    nothing = MIDDLE._replace(branches=(LOST,))
    assert tree_lines((TREE._replace(branches=(nothing,)),), "", lined=False) == [
        "Anna Weiss, brought 50.50",
        "  Tom Berg: won 50.50",
        "    Eva Bach: not-a-fit",
    ]


def test_an_entry_of_the_history_as_json() -> None:
    assert entry_json(ENTRY) == {
        "id": 12,
        "at": "2026-11-20T12:34:56Z",
        "command": "log",
        "did": "logged lunch",
        "undoing": "takes away 1 interaction, changes back 2 follow-ups",
        "undone_by": None,
        "undoes": None,
        "can_undo": True,
    }
    undo = ENTRY._replace(undoes=11, undone_by=13, changes={})
    assert entry_json(undo) == {
        "id": 12,
        "at": "2026-11-20T12:34:56Z",
        "command": "log",
        "did": "logged lunch",
        "undoing": None,
        "undone_by": 13,
        "undoes": 11,
        "can_undo": False,
    }


@pytest.mark.parametrize(
    ("entry", "undoing"),
    [
        (ENTRY, "takes away 1 interaction, changes back 2 follow-ups"),
        (ENTRY._replace(undone_by=13, is_erased=True, undoes=11), "undone by 13"),
        (ENTRY._replace(is_erased=True, undoes=11), "not possible"),
        (ENTRY._replace(undoes=11), "took back 11"),
        (ENTRY._replace(changes={}), ""),
    ],
)
def test_the_history_tells_what_undoing_would_do(entry: Entry, undoing: str) -> None:
    table = history_table([entry])
    assert table.rows == (("12", "2026-11-20 12:34", "log", "logged lunch", undoing),)


def test_the_history_as_a_table() -> None:
    table = history_table([])
    assert table.columns == (
        Column("no", right=True, flexible=False, style="dim"),
        Column("when (UTC)", right=False, flexible=False, style="dim"),
        Column("command", right=False, flexible=False, style="name"),
        Column("what it did", right=False, flexible=True, style=""),
        Column("undoing it", right=False, flexible=True, style=""),
    )
    assert (table.rows, table.empty) == ((), "nothing was written yet")
    assert dt.date.fromisoformat(history_table([ENTRY]).rows[0][1][:10]) == TODAY

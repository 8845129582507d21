"""Partners as JSON, table, card, Markdown and page."""

from refcli.domain.contacts import Person
from refcli.domain.partners import Partner, PartnerField, Stage, Suggestion
from refcli.render.layout import Column, Section
from refcli.render.partners import (
    funnel_line,
    partner_card,
    partner_html,
    partner_json,
    partner_markdown,
    partners_table,
    suggestions_table,
)
from tests.support.values import TOM

TEXTS = {
    PartnerField.SERVICES: "tax & *audit*",
    PartnerField.DIFFERS: "calm",
    PartnerField.TELL: "he listens",
    PartnerField.GOOD_REFERRAL: "dentists",
    PartnerField.LISTEN_FOR: "growing",
    PartnerField.STORY: "once\nupon",
    PartnerField.SERVES: "firms",
}
FULL = Partner(
    contact=TOM,
    stage=Stage.CHAMPION,
    override=True,
    texts=TEXTS,
    competitor=True,
    given=3,
    called_in_time=2,
    bad=1,
    introductions=3,
)
BARE = FULL._replace(
    stage=Stage.MET, override=False, texts={}, competitor=False, given=0, called_in_time=0, bad=0
)


def test_a_full_partner_as_json() -> None:
    assert partner_json(FULL) == {
        "contact": {"id": 2, "name": "Tom Berg"},
        "stage": "champion",
        "services": "tax & *audit*",
        "good_referral": "dentists",
        "story": "once\nupon",
        "differs": "calm",
        "tell": "he listens",
        "listen_for": "growing",
        "serves": "firms",
        "competitor": True,
        "given": 3,
        "called_in_time": 2,
        "bad": 1,
    }


def test_a_bare_partner_as_json() -> None:
    assert partner_json(BARE) == {
        "contact": {"id": 2, "name": "Tom Berg"},
        "stage": "met",
        "services": None,
        "good_referral": None,
        "story": None,
        "differs": None,
        "tell": None,
        "listen_for": None,
        "serves": None,
        "competitor": False,
        "given": 0,
        "called_in_time": 0,
        "bad": 0,
    }


def test_partners_as_a_table() -> None:
    table = partners_table([FULL, BARE])
    assert table.columns == (
        Column("stage", right=False, flexible=False, style=""),
        Column("partner", right=False, flexible=False, style="name"),
        Column("does", right=False, flexible=True, style=""),
        Column("a good referral", right=False, flexible=True, style=""),
        Column("called in time", right=True, flexible=False, style=""),
        Column("to ask", right=True, flexible=False, style="dim"),
    )
    assert table.rows == (
        ("champion", "Tom Berg", "tax & *audit*", "dentists", "2 of 3, 1 bad", ""),
        ("met", "Tom Berg", "", "", "", "7"),
    )
    assert table.empty == "no partners yet; see who could be: refcli partner suggest"


def test_the_funnel_begins_with_champions() -> None:
    stages = (Stage.MET, Stage.CANDIDATE, Stage.MET, Stage.CHAMPION, Stage.ACTIVE, Stage.TAUGHT)
    partners = [BARE._replace(stage=stage) for stage in stages]
    assert funnel_line(partners) == "1 champion, 1 active, 1 taught, 2 met, 1 candidate"
    assert funnel_line([BARE]) == "1 met"
    assert funnel_line([]) == ""


def test_the_card_of_a_full_partner() -> None:
    card = partner_card(FULL)
    assert card.title == "Tom Berg"
    assert card.fields == (("stage", "champion, set by hand"), ("note", "a competitor"))
    assert card.sections == (
        Section("What they do", ("tax & *audit*",)),
        Section("What sets them apart", ("calm",)),
        Section("What to tell people", ("he listens",)),
        Section("A good referral", ("dentists",)),
        Section("Listen for", ("growing",)),
        Section("A story to tell", ("once", "upon")),
        Section("Whom they serve", ("firms",)),
    )


def test_the_card_of_a_bare_partner_says_what_to_ask() -> None:
    card = partner_card(BARE)
    assert card.fields == (("stage", "met, from what happened"),)
    assert len(card.sections) == 7
    assert card.sections[0] == Section(
        "What they do", ('ask them: refcli partner interview "Tom Berg"',)
    )


def test_the_card_in_markdown_has_what_is_known() -> None:
    partner = FULL._replace(
        contact=Person(2, "Tom *Berg*"), texts={f: TEXTS[f] for f in list(TEXTS)[:2]}
    )
    assert partner_markdown(partner) == (
        "# Tom \\*Berg\\*\n\n## What they do\n\ntax & \\*audit\\*\n\n"
        "## What sets them apart\n\ncalm"
    )
    assert partner_markdown(BARE) == "# Tom Berg"


def test_the_card_as_a_page_has_what_is_known() -> None:
    partner = FULL._replace(
        contact=Person(2, "Tom <Berg>"), texts={f: TEXTS[f] for f in list(TEXTS)[:2]}
    )
    text = partner_html(partner)
    assert "<header><h1>Tom &lt;Berg&gt;</h1></header>" in text
    assert (
        "<main>\n<section><h2>What they do</h2><p>tax &amp; *audit*</p></section>\n"
        "<section><h2>What sets them apart</h2><p>calm</p></section>\n</main>"
    ) in text


def test_suggestions_as_a_table() -> None:
    table = suggestions_table([Suggestion(TOM, "serves dentists")])
    assert table.columns == (
        Column("contact", right=False, flexible=False, style="name"),
        Column("why", right=False, flexible=True, style=""),
        Column("begin", right=False, flexible=True, style="dim"),
    )
    assert table.rows == (("Tom Berg", "serves dentists", 'refcli partner interview "Tom Berg"'),)
    assert table.empty == (
        "nobody stands out; ask clients whom they admire: refcli contact add NAME --admired-by"
    )

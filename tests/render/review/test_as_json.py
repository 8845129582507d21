"""The review's figures as JSON."""

import datetime as dt

from refcli.domain.review.figures import Share, Span
from refcli.domain.review.funnel import FunnelBy
from refcli.render.review.as_json import (
    funnel_json,
    gap_json,
    promptness_json,
    review_json,
    share_json,
    source_json,
    success_json,
    trait_json,
)
from tests.support.review import CLEAR, EMPTY, GAP, PROMPT, REVIEW, SILENT, SOURCE, SUCCESS


def test_a_share_stands_with_its_n_and_its_range() -> None:
    low, high = Share(2, 3).interval
    assert share_json(Share(2, 3)) == {
        "count": 2,
        "n": 3,
        "share": 0.667,
        "low": round(low, 3),
        "high": round(high, 3),
    }
    assert 0 < round(low, 3) < 0.667 < round(high, 3) < 1


def test_a_share_of_nothing_is_null() -> None:
    assert share_json(Share(0, 0)) == {
        "count": 0,
        "n": 0,
        "share": None,
        "low": None,
        "high": None,
    }


def test_a_share_of_none_is_nothing() -> None:
    assert share_json(Share(0, 4))["share"] == 0.0


def test_the_funnel_with_its_splits() -> None:
    shape = funnel_json(REVIEW.funnel)
    assert list(shape) == ["total", "unasked", *(f"by_{by.value}" for by in REVIEW.funnel.splits)]
    assert shape["total"] == {
        "name": "all",
        "asks": 8,
        "promised": 6,
        "introductions": 5,
        "made": 4,
        "reached": 3,
        "won": 2,
        "value": 1200.0,
        "rates": {
            "promised": share_json(Share(6, 8)),
            "made": share_json(Share(4, 6)),
            "reached": share_json(Share(3, 4)),
            "won": share_json(Share(2, 3)),
            "overall": share_json(Share(2, 8)),
        },
    }
    assert shape["unasked"] == {
        "name": "unasked",
        "asks": None,
        "promised": None,
        "introductions": 3,
        "made": 2,
        "reached": 2,
        "won": 1,
        "value": 50.5,
        "rates": {
            "made": share_json(Share(2, 3)),
            "reached": share_json(Share(2, 2)),
            "won": share_json(Share(1, 2)),
            "overall": share_json(Share(1, 3)),
        },
    }
    months = shape["by_month"]
    assert isinstance(months, list)
    assert [row["name"] for row in months] == ["2026-10", "2025-11"]
    assert shape["by_target"] == []


def test_a_source() -> None:
    assert source_json(SOURCE) == {
        "source": {"id": 1, "name": "Anna Weiss"},
        "introductions": 3,
        "reached": 2,
        "won": 1,
        "value": 1200.0,
        "quality": {"mean": 0.857, "n": 3},
        "last_thanked": "2026-11-10",
        "taught_on": "2026-03-02",
        "next": {"text": "meet <them>", "command": "refcli prep Anna"},
    }
    silent = source_json(SILENT)
    assert (silent["next"], silent["last_thanked"], silent["value"]) == (None, None, 0)


def test_a_trait() -> None:
    assert trait_json(CLEAR) == {
        "trait": "tag",
        "value": "choir|x",
        "n": 3,
        "of": 4,
        "lift": 2.04,
        "clear": True,
    }


def test_a_way_of_asking() -> None:
    assert success_json(SUCCESS) == {
        "by": "channel",
        "value": "call",
        "asks": 6,
        "introduced": share_json(Share(3, 5)),
    }


def test_how_soon_thanks_were_given() -> None:
    assert promptness_json(PROMPT) == {
        "step": "made",
        "n": 6,
        "within_a_day": 3,
        "within_two_days": 4,
        "within_a_week": 5,
        "later": 0,
        "not_yet": 1,
        "rate": share_json(Share(3, 6)),
    }


def test_a_gap() -> None:
    assert gap_json(GAP) == {
        "code": "no-thanks",
        "text": "2 thanks are <owed>",
        "count": 2,
        "contacts": [{"id": 1, "name": "Anna Weiss"}, {"id": 2, "name": "Tom Berg"}],
        "command": "refcli thank `Anna`",
    }


def test_the_whole_review_is_made_of_its_parts() -> None:
    review = REVIEW._replace(span=Span(dt.date(2026, 1, 1), dt.date(2026, 6, 30)))
    assert review_json(review) == {
        "since": "2026-01-01",
        "until": "2026-06-30",
        "funnel": funnel_json(review.funnel),
        "sources": [source_json(s) for s in review.sources],
        "champions": [trait_json(t) for t in review.champions.traits],
        "asks": [success_json(s) for s in review.asks],
        "thanks": [promptness_json(p) for p in review.thanks],
        "gaps": [gap_json(GAP)],
        "attention": [],
    }
    empty = review_json(EMPTY)
    assert (empty["since"], empty["until"], empty["gaps"]) == (None, None, [])
    assert set(EMPTY.funnel.splits) == set(FunnelBy)

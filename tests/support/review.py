"""A review's figures as plain values: a full one, and one of a practice that is just beginning."""

import datetime as dt

from refcli.domain.contacts import Person
from refcli.domain.review.ask_success import AskSuccess
from refcli.domain.review.champions import Champions, Trait
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.funnel import Funnel, FunnelBy
from refcli.domain.review.gaps import Gap
from refcli.domain.review.promptness import Promptness
from refcli.domain.review.sources import NextStep, Source
from refcli.domain.review.whole import FunnelFigures, Review
from refcli.domain.scoring import Quality
from refcli.domain.tree import Branch
from refcli.render.review.report import Report
from tests.support.values import ANNA, PIA, TODAY, TOM

TOTAL = Funnel(
    name="all",
    asks=8,
    promised=6,
    introductions=5,
    made=4,
    reached=3,
    won=2,
    value_cents=120_000,
)
NO_ASKS = Funnel(
    name="all", asks=0, promised=0, introductions=0, made=0, reached=0, won=0, value_cents=0
)
UNASKED = Funnel(
    name="unasked",
    asks=None,
    promised=None,
    introductions=3,
    made=2,
    reached=2,
    won=1,
    value_cents=5_050,
)
NO_UNASKED = UNASKED._replace(introductions=0, made=0, reached=0, won=0, value_cents=0)
SOURCE = Source(
    person=ANNA,
    introductions=3,
    reached=2,
    won=1,
    value_cents=120_000,
    quality=Quality(mean=0.8567, n=3),
    last_thanked=dt.date(2026, 11, 10),
    taught_on=dt.date(2026, 3, 2),
    next=NextStep(text="meet <them>", command="refcli prep Anna"),
)
SILENT = SOURCE._replace(
    person=TOM, value_cents=0, quality=Quality(mean=0.25, n=1), last_thanked=None, next=None
)
CLEAR = Trait(trait="tag", value="choir|x", n=3, of=4, lift=2.04, is_clear=True)
MAYBE = CLEAR._replace(value="tennis", lift=1.2, is_clear=False)
HARDLY = CLEAR._replace(value="golf", lift=1.19, is_clear=False)
SUCCESS = AskSuccess(by="channel", value="call", asks=6, introduced=Share(3, 5))
PROMPT = Promptness(
    step="made",
    n=6,
    within_a_day=3,
    within_two_days=4,
    within_a_week=5,
    later=0,
    not_yet=1,
)
GAP = Gap(
    code="no-thanks",
    text="2 thanks are <owed>",
    cases=2,
    contacts=(ANNA, TOM),
    command="refcli thank `Anna`",
    weight=14,
    person=ANNA,
)
LEAF = Branch(person=PIA, state="won", value_cents=120_000, branches=())
TREE = Branch(
    person=Person(1, "Anna <Weiss>"),
    state="",
    value_cents=0,
    branches=(
        Branch(person=TOM, state="lost", value_cents=0, branches=()),
        LEAF._replace(branches=(LEAF,)),
    ),
)
REVIEW = Review(
    span=Span(since=dt.date(2026, 1, 1), until=None),
    funnel=FunnelFigures(
        total=TOTAL,
        unasked=UNASKED,
        splits={
            FunnelBy.RUNG: (UNASKED._replace(name="written"),),
            FunnelBy.CHANNEL: (TOTAL._replace(name="call"),),
            FunnelBy.TARGET: (),
            FunnelBy.CAMPAIGN: (NO_ASKS._replace(name="(none)"),),
            FunnelBy.MONTH: (TOTAL._replace(name="2026-10"), TOTAL._replace(name="2025-11")),
        },
    ),
    sources=(SOURCE, SILENT),
    champions=Champions(sources=2, contacts=9, traits=(CLEAR, MAYBE, HARDLY)),
    asks=(SUCCESS, SUCCESS._replace(value="email", introduced=Share(1, 5))),
    thanks=(PROMPT, PROMPT._replace(step="all", n=12, not_yet=7)),
    gaps=(GAP,),
)
EMPTY = Review(
    span=Span(since=None, until=None),
    funnel=FunnelFigures(total=NO_ASKS, unasked=NO_UNASKED, splits=dict.fromkeys(FunnelBy, ())),
    sources=(),
    champions=Champions(sources=0, contacts=9, traits=()),
    asks=(),
    thanks=(PROMPT._replace(n=0), PROMPT._replace(step="all", n=0)),
    gaps=(),
)
REPORT = Report(review=REVIEW, trees=(TREE,), today=TODAY, currency="EUR", owner="Sam *Lee*")
EMPTY_REPORT = Report(review=EMPTY, trees=(), today=TODAY, currency="", owner="")

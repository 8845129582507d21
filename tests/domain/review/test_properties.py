"""Parts add up, filters only shrink, and a shift of all days changes nothing."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from refcli.domain.asks import Ask, AskState, TargetKind
from refcli.domain.contacts import Basis, Person, Tier
from refcli.domain.interactions import Channel
from refcli.domain.intros import (
    Intro,
    IntroDirection,
    IntroState,
    IntroStep,
    Rung,
    SourceThanks,
    ThanksDates,
)
from refcli.domain.readiness import GateNumbers
from refcli.domain.review.figures import Share, Span
from refcli.domain.review.funnel import Funnel, FunnelBy, funnel, funnels, of_intros, unasked
from refcli.domain.review.practice import Acquaintance, Practice
from refcli.domain.review.whole import reviewed

TODAY = dt.date(2026, 11, 20)
PEOPLE = tuple(Person(n, f"Person {n}") for n in range(1, 7))
days = st.integers(0, 900).map(lambda n: TODAY - dt.timedelta(days=n))
ENDS = (IntroState.WON, IntroState.NOT_A_FIT, IntroState.UNREACHABLE)


@st.composite
def an_ask(draw: st.DrawFn, number: int) -> Ask:
    state = draw(st.sampled_from(AskState))
    on = draw(days)
    return Ask(
        id=number,
        contact=draw(st.sampled_from(PEOPLE)),
        on=on,
        kind=TargetKind.CLIENT,
        industry=draw(st.sampled_from(["dentists", "law firms", None])),
        looking_for=draw(st.sampled_from(["grow", "sell the firm", None])),
        qualities=None,
        words="words",
        how=draw(st.sampled_from(Channel)),
        state=state,
        confirm_by=None,
        until=None,
        campaign=draw(st.sampled_from(["Spring", None])),
        answered_on=on if state is AskState.LAPSED else None,
        was_promised=draw(st.booleans()),
        target=draw(st.sampled_from(["Dentists", None])),
    )


@st.composite
def an_intro(draw: st.DrawFn, number: int, asks: int) -> Intro:
    on = draw(days)
    way = [IntroState.MADE, IntroState.REACHED, draw(st.sampled_from(ENDS))]
    taken = way[: draw(st.integers(0, 3))]
    thanks = ThanksDates(draw(st.one_of(st.none(), st.just(on))), None, None)
    sources = tuple(draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True)))
    return Intro(
        id=number,
        direction=IntroDirection.RECEIVED,
        source=sources[0],
        prospect=Person(100 + number, f"Prospect {number}"),
        receiver=None,
        on=on,
        rung=draw(st.sampled_from(Rung)),
        state=taken[-1] if taken else IntroState.NAMED,
        ask=draw(st.one_of(st.none(), st.integers(1, asks))) if asks else None,
        need=None,
        value_cents=draw(st.one_of(st.none(), st.integers(0, 10**7))),
        thanks=thanks,
        thanks_received=(),
        steps=tuple(IntroStep(step, on, None, implied=False) for step in taken),
        made_on=on if taken else None,
        is_history=False,
        sources=sources,
        thanks_by=tuple(SourceThanks(source, on, thanks) for source in sources),
    )


@st.composite
def practices(draw: st.DrawFn) -> Practice:
    asks = tuple(draw(an_ask(n)) for n in range(1, draw(st.integers(0, 8)) + 1))
    intros = tuple(draw(an_intro(n, len(asks))) for n in range(1, draw(st.integers(0, 8)) + 1))
    people = tuple(
        Acquaintance(
            person=person,
            basis=draw(st.sampled_from(Basis)),
            tier=draw(st.one_of(st.none(), st.sampled_from(Tier))),
            known_since=draw(days),
        )
        for person in PEOPLE
    )
    return Practice(today=TODAY, numbers=GateNumbers(), asks=asks, intros=intros, people=people)


spans = st.builds(
    lambda a, b: Span(min(a, b), max(a, b)),
    days,
    days,
)


def counts(row: Funnel) -> tuple[int, ...]:
    entered = (row.asks or 0, row.promised or 0, row.introductions)
    return (*entered, row.made, row.reached, row.won, row.value_cents)


@given(practices(), spans)
def test_the_parts_of_a_funnel_add_up(practice: Practice, span: Span) -> None:
    total = counts(funnel(practice, span))
    for by in (FunnelBy.CHANNEL, FunnelBy.TARGET, FunnelBy.CAMPAIGN, FunnelBy.MONTH):
        rows = [counts(row) for row in funnels(practice, span, by)]
        assert tuple(map(sum, zip(*rows, strict=True))) == total if rows else not any(total)
    everything = of_intros("all", [i for i in practice.received if span.holds(i.on)])
    rows = [counts(row) for row in funnels(practice, span, FunnelBy.RUNG)]
    assert tuple(map(sum, zip(*rows, strict=True))) == counts(everything) if rows else True


@given(practices(), spans)
def test_each_stage_is_part_of_the_one_before(practice: Practice, span: Span) -> None:
    row = funnel(practice, span)
    assert (row.asks or 0) >= (row.promised or 0) >= row.made >= row.reached >= row.won
    alone = unasked(practice, span)
    assert alone.introductions >= alone.made >= alone.reached >= alone.won


@given(practices(), spans)
def test_a_span_only_shrinks(practice: Practice, span: Span) -> None:
    all_days = reviewed(practice, Span())
    narrowed = reviewed(practice, span)
    pairs = zip(counts(narrowed.funnel.total), counts(all_days.funnel.total), strict=True)
    assert all(small <= large for small, large in pairs)
    of_source = {s.person.id: s.introductions for s in all_days.sources}
    assert all(s.introductions <= of_source[s.person.id] for s in narrowed.sources)
    for small, large in zip(narrowed.thanks, all_days.thanks, strict=True):
        assert small.n <= large.n


@given(practices(), st.integers(-4000, 4000))
def test_shifting_all_days_changes_nothing(practice: Practice, by: int) -> None:
    before, after = reviewed(practice, Span()), reviewed(shifted(practice, by), Span())
    assert before.asks == after.asks
    assert before.thanks == after.thanks
    assert before.gaps == after.gaps
    assert before.champions == after.champions
    assert [(s.person, s.quality, s.next) for s in before.sources] == [
        (s.person, s.quality, s.next) for s in after.sources
    ]
    assert counts(before.funnel.total) == counts(after.funnel.total)


def shifted(practice: Practice, by: int) -> Practice:
    step = dt.timedelta(days=by)

    def moved(day: dt.date | None) -> dt.date | None:
        return None if day is None else day + step

    return practice._replace(
        today=practice.today + step,
        asks=tuple(
            a._replace(on=a.on + step, answered_on=moved(a.answered_on)) for a in practice.asks
        ),
        intros=tuple(
            i._replace(
                on=i.on + step,
                made_on=moved(i.made_on),
                thanks=i.thanks._replace(made=moved(i.thanks.made)),
                thanks_by=tuple(
                    SourceThanks(who, since + step, dates._replace(made=moved(dates.made)))
                    for who, since, dates in i.thanks_by
                ),
                steps=tuple(s._replace(on=s.on + step) for s in i.steps),
            )
            for i in practice.intros
        ),
        people=tuple(p._replace(known_since=p.known_since + step) for p in practice.people),
    )


@given(practices())
def test_sources_share_what_was_won(practice: Practice) -> None:
    everything = of_intros("all", practice.received)
    found = reviewed(practice, Span()).sources
    assert round(sum(source.won for source in found), 6) == everything.won
    assert sum(source.value_cents for source in found) == everything.value_cents


@given(st.integers(0, 60), st.integers(0, 60))
def test_an_interval_holds_its_share(count: int, more: int) -> None:
    share = Share(count, count + more)
    low, high = share.interval
    assert 0 <= low < high <= 1
    if share.value is not None and 0 < count < share.n:
        assert low < share.value < high


@given(practices())
def test_shares_of_thanks_add_up(practice: Practice) -> None:
    for row in reviewed(practice, Span()).thanks:
        assert row.within_a_day <= row.within_two_days <= row.within_a_week
        assert row.within_a_week + row.later + row.not_yet == row.n

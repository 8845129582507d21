"""What counts as a leak: each function returns its cases, those that matter most first.

A span narrows the introductions and asks that are looked at; people and the kit are as they are.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from refcli.domain.asks import Ask, AskState
from refcli.domain.contacts import Basis, ContactStatus, Person
from refcli.domain.interactions import Channel
from refcli.domain.intros import LOST_STATES, Intro, IntroState, ThanksDates
from refcli.domain.partners import ENOUGH_GIVEN, IN_TIME_DAYS
from refcli.domain.review.figures import Span
from refcli.domain.review.funnel import asks_within, received_within, was_made
from refcli.domain.review.gaps import Case
from refcli.domain.review.practice import Acquaintance, Practice
from refcli.domain.review.sources import GOOD_QUALITY, is_silent, sources

_WEEK, _TWO_WEEKS, _MONTH, _TWO_MONTHS, _HALF_YEAR = 7, 14, 35, 60, 183
_GRACE = 3
_MANY_UNSORTED = 10
_FEW_ASKS = 3
_GOOD_SOURCES = 2
_IN_WRITING = frozenset({Channel.EMAIL, Channel.MESSAGE, Channel.LETTER})
_ENDED = frozenset({IntroState.WON, *LOST_STATES})


def unrepaired(practice: Practice, span: Span) -> Sequence[Case]:
    """Introductions of either direction that went bad over a week ago."""
    return _cases(
        i
        for i in practice.intros
        if span.holds(i.on) and i.state is IntroState.BAD and _age(practice, _last_step(i)) > _WEEK
    )


def unreached(practice: Practice, span: Span) -> Sequence[Case]:
    """Received introductions that were made over a week ago and never reached."""
    return _received(practice, span, IntroState.MADE, _WEEK)


def stalled(practice: Practice, span: Span) -> Sequence[Case]:
    """Received introductions that were reached and stand still for two months."""
    found = _received(practice, span, IntroState.REACHED, _TWO_MONTHS)
    of_itself = {case.number for case in stale(practice, span)}
    return tuple(case for case in found if case.number not in of_itself)


def stale(practice: Practice, span: Span) -> Sequence[Case]:
    """Introductions of either direction that are open, and were looked into often enough."""
    return _cases(i for i in practice.intros if span.holds(i.on) and i.is_open and i.is_stale)


def bare_names(practice: Practice, span: Span) -> Sequence[Case]:
    """Names and cards of over a week ago; the source is who may turn them into introductions."""
    return _received(practice, span, IntroState.NAMED, _WEEK)


def unthanked(practice: Practice, span: Span) -> Sequence[Case]:
    """Received introductions without thanks after three days; those that ended are `untold`."""
    return _by_source(
        (
            i
            for i in received_within(practice, span)
            if i.made_on is not None
            and not i.is_history
            and i.state not in _ENDED
            and _age(practice, i.made_on) >= _GRACE
        ),
        lambda thanks: thanks.made is None,
    )


def untold(practice: Practice, span: Span) -> Sequence[Case]:
    """Received introductions that ended three days ago or more, the source not being told."""
    return _by_source(
        (
            i
            for i in received_within(practice, span)
            if i.state in _ENDED and not i.is_history and _age(practice, _last_step(i)) >= _GRACE
        ),
        lambda thanks: thanks.outcome is None,
    )


def unchecked(practice: Practice, span: Span) -> Sequence[Case]:
    """Given introductions of two weeks ago of which I do not know whether they spoke."""
    return _cases(
        i
        for i in practice.given
        if span.holds(i.on)
        and i.state is IntroState.MADE
        and _age(practice, _last_step(i)) > _TWO_WEEKS
    )


def no_ask_for_a_fortnight(practice: Practice, span: Span) -> Sequence[Case]:
    """Those who are ready, the likeliest first, when nobody was asked for a fortnight."""
    del span
    made = [a.on for a in practice.asks if a.state is not AskState.PLANNED]
    is_new = practice.begun is None or _age(practice, practice.begun) < _TWO_WEEKS
    if is_new or (made and _age(practice, max(made)) < _TWO_WEEKS):
        return ()
    return tuple(Case(person) for person in practice.ready)


def open_promises(practice: Practice, span: Span) -> Sequence[Case]:
    """Promised introductions two weeks past the day that was agreed."""
    return _of_asks(
        a
        for a in asks_within(practice, span)
        if a.state is AskState.PROMISED
        and a.confirm_by is not None
        and _age(practice, a.confirm_by) > _TWO_WEEKS
    )


def all_in_writing(practice: Practice, span: Span) -> Sequence[Case]:
    """The asks of half a year, when there are three and none was made by voice."""
    recent = _recent_asks(practice, span)
    if len(recent) < _FEW_ASKS or any(a.how not in _IN_WRITING for a in recent):
        return ()
    return _of_asks(recent)


def too_broad(practice: Practice, span: Span) -> Sequence[Case]:
    """The asks of half a year that named no group, or nothing that they look for."""
    return _of_asks(a for a in _recent_asks(practice, span) if not a.narrow.ok)


def untaught(practice: Practice, span: Span) -> Sequence[Case]:
    """Sources who were never taught."""
    return _people(practice, span, lambda who: who.taught_on is None)


def nothing_given_back(practice: Practice, span: Span) -> Sequence[Case]:
    """Sources for whom I did nothing yet, neither favor nor introduction."""
    return _people(practice, span, lambda who: who.given == 0)


def neglected_sources(practice: Practice, span: Span) -> Sequence[Case]:
    """Good sources of two introductions or more without a word for a quarter of a year."""
    people = {who.person.id: who for who in practice.people}
    return tuple(
        Case(s.person)
        for s in sources(practice, span)
        if s.introductions >= _GOOD_SOURCES
        and s.quality.mean >= GOOD_QUALITY
        and people[s.person.id].status is ContactStatus.ACTIVE
        and is_silent(practice, people[s.person.id])
    )


def unknown_partners(practice: Practice, span: Span) -> Sequence[Case]:
    """Partners who never told what a good referral is for them."""
    del span
    return tuple(
        Case(who.person)
        for who in practice.people
        if who.basis is Basis.PARTNER
        and who.status is ContactStatus.ACTIVE
        and not who.is_interviewed
    )


def unreliable_partners(practice: Practice, span: Span) -> Sequence[Case]:
    """Partners who called late, or with whom it went bad, three times or more."""
    del span
    failed: dict[Person, int] = {}
    for intro in practice.intros:
        if intro.receiver is not None and intro.made_on is not None:
            failed.setdefault(intro.receiver, 0)
            failed[intro.receiver] += _was_let_down(intro, practice.today)
    people = {who.person.id: who for who in practice.people}
    return tuple(
        Case(partner)
        for partner, times in failed.items()
        if times >= ENOUGH_GIVEN and people[partner.id].status is ContactStatus.ACTIVE
    )


def _was_let_down(intro: Intro, today: dt.date) -> bool:
    """Whether a partner called somebody late, or it went bad between them."""
    called = [step.on for step in intro.steps if step.step is IntroState.REACHED]
    has_gone_bad = any(step.step is IntroState.BAD for step in intro.steps)
    waited = min(called, default=today) - (intro.made_on or today)
    return has_gone_bad or waited.days > IN_TIME_DAYS


def unpraised(practice: Practice, span: Span) -> Sequence[Case]:
    """Those whom work delighted, who gave no testimonial and were never asked for one."""
    del span
    return tuple(
        Case(who.person)
        for who in practice.people
        if who.best_rating is not None
        and who.best_rating >= practice.numbers.delighted_rating
        and who.status is not ContactStatus.DROPPED
        and not who.was_asked_for_words
    )


def no_target(practice: Practice, span: Span) -> Sequence[Case]:
    """A kit without a target."""
    del span
    return () if practice.targets or not practice.people else (Case(),)


def empty_kit(practice: Practice, span: Span) -> Sequence[Case]:
    """A kit without its message."""
    del span
    return () if practice.is_kit_filled or not practice.people else (Case(),)


def backlog(practice: Practice, span: Span) -> Sequence[Case]:
    """Follow-ups that are over two weeks late, the latest first."""
    del span
    late = [o for o in practice.overdue if o.days_late > _TWO_WEEKS]
    return tuple(Case(o.contact) for o in sorted(late, key=lambda o: -o.days_late))


def unsorted(practice: Practice, span: Span) -> Sequence[Case]:
    """Ten or more contacts without a basis."""
    del span
    return (Case(),) * practice.unsorted if practice.unsorted >= _MANY_UNSORTED else ()


def no_review(practice: Practice, span: Span) -> Sequence[Case]:
    """No review for over a month, nor a beginning of late."""
    del span
    last = practice.last_review or practice.begun
    return (Case(),) if last is not None and _age(practice, last) > _MONTH else ()


def _age(practice: Practice, day: dt.date) -> int:
    return (practice.today - day).days


def _last_step(intro: Intro) -> dt.date:
    return max((step.on for step in intro.steps), default=intro.on)


def _received(practice: Practice, span: Span, state: IntroState, days: int) -> Sequence[Case]:
    return _cases(
        i
        for i in received_within(practice, span)
        if i.state is state and not i.is_history and _age(practice, _last_step(i)) > days
    )


def _cases(intros: Iterable[Intro]) -> Sequence[Case]:
    """By prospect, the oldest introduction first."""
    return tuple(Case(i.prospect, i.id) for i in sorted(intros, key=lambda i: (i.on, i.id)))


def _by_source(intros: Iterable[Intro], lacks: Callable[[ThanksDates], bool]) -> Sequence[Case]:
    """Each source who lacks something, the oldest introduction first."""
    ordered = sorted(intros, key=lambda i: (i.on, i.id))
    return tuple(
        Case(thanks.source, i.id) for i in ordered for thanks in i.thanks_by if lacks(thanks.dates)
    )


def _of_asks(asks: Iterable[Ask]) -> Sequence[Case]:
    return tuple(Case(a.contact, a.id) for a in sorted(asks, key=lambda a: (a.on, a.id)))


def _recent_asks(practice: Practice, span: Span) -> Sequence[Ask]:
    asks = asks_within(practice, span)
    return tuple(a for a in asks if _age(practice, a.on) <= _HALF_YEAR)


def _people(
    practice: Practice, span: Span, lacks: Callable[[Acquaintance], bool]
) -> Sequence[Case]:
    """The sources of the span who lack something, those who brought most first."""
    brought: dict[int, int] = {}
    for intro in received_within(practice, span):
        for source in intro.sources if was_made(intro) else ():
            brought[source.id] = brought.get(source.id, 0) + 1
    found = [
        who
        for who in practice.people
        if who.person.id in brought and who.status is ContactStatus.ACTIVE and lacks(who)
    ]
    found.sort(key=lambda who: (-brought[who.person.id], who.person.id))
    return tuple(Case(who.person) for who in found)

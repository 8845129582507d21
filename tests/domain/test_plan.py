"""The playbook: row by row, and what holds whatever happens."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refcli.domain import kinds
from refcli.domain.kinds import KINDS, Kind
from refcli.domain.plan import Closing, Event, OpenItem, Plan, keep_in_touch_on, plan
from refcli.domain.playbook import PLAYBOOK, default_days
from refcli.domain.rule import Fact, Party

TODAY = dt.date(2026, 11, 20)
SOURCE, PROSPECT, PARTNER = 1, 2, 3
RECEIVED = {Party.SOURCE: SOURCE, Party.PROSPECT: PROSPECT}
GIVEN = {Party.PROSPECT: PROSPECT, Party.PARTNER: PARTNER}
ASKED = {Party.SOURCE: SOURCE}
ALONE = {Party.CONTACT: SOURCE}


def day(offset: int) -> dt.date:
    return TODAY + dt.timedelta(days=offset)


def opened(result: Plan) -> list[tuple[str, int, int]]:
    return [(str(n.kind), n.contact, (n.due - TODAY).days) for n in result.opens]


def happen(rule: str, parties: dict[Party, int], *items: OpenItem, **more: object) -> Plan:
    """One event, about something unless told, as every event is whose rule says so."""
    about = PLAYBOOK[rule].about
    origin = {} if more.keys() & set(about) else dict.fromkeys(about[:1], 9)
    event = Event(rule=rule, **({"on": TODAY, "parties": parties} | origin | more))  # type: ignore[arg-type]
    return plan(event, items, TODAY)


@pytest.mark.parametrize(
    ("rule", "parties", "expected"),
    [
        ("ask-pending", ASKED, [("confirm", 1, 14)]),
        ("ask-promised", ASKED, [("thank", 1, 1), ("confirm", 1, 7)]),
        ("ask-declined", ASKED, [("re-ask", 1, 60)]),
        ("ask-later", ASKED, [("re-ask", 1, 60)]),
        ("confirmed", ASKED, [("confirm", 1, 7)]),
        ("intro-named", RECEIVED, [("confirm", 1, 2)]),
        (
            "intro-made",
            RECEIVED,
            [
                ("thank", 1, 1),
                ("reach", 2, 1),
                ("status", 1, 7),
                ("educate", 1, 7),
                ("re-ask", 1, 90),
            ],
        ),
        ("intro-reached", RECEIVED, [("thank", 1, 1), ("check", 2, 21)]),
        ("intro-won", RECEIVED, [("thank", 1, 1), ("reciprocate", 1, 14)]),
        ("intro-lost", RECEIVED, [("outcome", 1, 1)]),
        ("intro-passed", RECEIVED, [("outcome", 1, 1), ("educate", 1, 1)]),
        ("intro-bad", RECEIVED, [("repair", 1, 1), ("repair", 2, 1)]),
        ("intro-bad", GIVEN, [("repair", 2, 1), ("repair", 3, 1)]),
        ("intro-repaired", RECEIVED, [("check", 1, 30), ("check", 2, 30)]),
        ("give-proposed", GIVEN, [("consent", 2, 1)]),
        ("give-made", GIVEN, [("check", 3, 2), ("check", 2, 3)]),
        ("give-reached", GIVEN, [("check", 2, 14), ("check", 3, 14)]),
        ("give-ended", GIVEN, []),
        ("checked-received", ALONE, [("check", 1, 21)]),
        ("checked-given", ALONE, [("check", 1, 7)]),
        ("delivered", ALONE, [("testimonial", 1, 3)]),
        ("delivered-badly", ALONE, [("repair", 1, 1)]),
        ("logged", ALONE, []),
        ("thanked", ALONE, []),
        ("dropped", ALONE, []),
    ],
)
def test_what_each_event_opens(
    rule: str, parties: dict[Party, int], expected: list[tuple[str, int, int]]
) -> None:
    assert opened(happen(rule, parties, intro=7)) == expected


def item(id_: int, kind: Kind, contact: int = SOURCE, due: int = 0, **origin: int) -> OpenItem:
    return OpenItem(id_, kind, contact, day(due), **origin)


@pytest.mark.parametrize(
    ("rule", "parties", "more", "items", "closed"),
    [
        (
            "ask-pending",
            ASKED,
            {"ask": 5},
            [
                item(1, kinds.ASK, ask=4),
                item(2, kinds.RE_ASK),
                item(3, kinds.CONFIRM, ask=5),
                item(4, kinds.CONFIRM, ask=6),
                item(5, kinds.THANK, ask=5),
            ],
            [1, 2, 3],
        ),
        (
            "intro-named",
            RECEIVED,
            {"ask": 5, "intro": 7},
            [item(1, kinds.CONFIRM, ask=5), item(2, kinds.CONFIRM, ask=6)],
            [1],
        ),
        (
            "intro-made",
            RECEIVED,
            {"ask": 5, "intro": 7},
            [
                item(1, kinds.CONFIRM, ask=5),
                item(2, kinds.CONFIRM, intro=7),
                item(3, kinds.CONFIRM, intro=8),
            ],
            [1, 2],
        ),
        (
            "intro-reached",
            RECEIVED,
            {"intro": 7},
            [
                item(1, kinds.REACH, PROSPECT, intro=7),
                item(2, kinds.STATUS, intro=7),
                item(3, kinds.STATUS, intro=8),
            ],
            [1, 2],
        ),
        (
            "intro-won",
            RECEIVED,
            {"intro": 7},
            [item(1, kinds.CHECK, PROSPECT, intro=7), item(2, kinds.THANK, intro=7)],
            [1, 2],
        ),
        (
            "give-made",
            GIVEN,
            {"intro": 7},
            [item(1, kinds.CONSENT, PROSPECT, intro=7)],
            [1],
        ),
        (
            "give-ended",
            GIVEN,
            {"intro": 7},
            [item(1, kinds.CHECK, PARTNER, intro=7), item(2, kinds.CHECK, PARTNER, intro=8)],
            [1],
        ),
        (
            "logged",
            ALONE,
            {},
            [
                item(1, kinds.KEEP_IN_TOUCH),
                item(2, kinds.KEEP_IN_TOUCH, PROSPECT),
                item(3, kinds.MEET),
            ],
            [1],
        ),
        (
            "met",
            ALONE,
            {},
            [item(1, kinds.MEET, due=7), item(2, kinds.MEET, due=8), item(3, kinds.MEET, due=-90)],
            [1, 3],
        ),
        (
            "thanked",
            ALONE,
            {"intro": 7},
            [
                item(1, kinds.THANK, intro=7),
                item(2, kinds.OUTCOME, intro=7),
                item(3, kinds.THANK, intro=8),
                item(4, kinds.THANK, PROSPECT, intro=7),
            ],
            [1, 2],
        ),
        ("taught", ALONE, {}, [item(1, kinds.EDUCATE), item(2, kinds.STATUS)], [1]),
        ("praised", ALONE, {}, [item(1, kinds.TESTIMONIAL)], [1]),
        (
            "favored",
            ALONE,
            {},
            [item(1, kinds.RECIPROCATE, due=5), item(2, kinds.RECIPROCATE, due=1)],
            [2],
        ),
        (
            "dropped",
            ALONE,
            {},
            [item(n, kind) for n, kind in enumerate(KINDS.values(), start=1)],
            [
                n
                for n, kind in enumerate(KINDS.values(), 1)
                if kind not in (kinds.THANK, kinds.OUTCOME, kinds.REPAIR)
            ],
        ),
    ],
)
def test_what_each_event_closes(
    rule: str,
    parties: dict[Party, int],
    more: dict[str, object],
    items: list[OpenItem],
    closed: list[int],
) -> None:
    assert [id_ for id_, _ in happen(rule, parties, *items, **more).closes] == closed


def test_a_told_date_beats_counted_days() -> None:
    result = happen("ask-promised", ASKED, told={kinds.CONFIRM: day(3)})
    assert ("confirm", 1, 3) in opened(result)


def test_the_promise_is_not_thanked_for_twice() -> None:
    promise = item(1, kinds.THANK, ask=5, due=-2)
    result = happen("intro-made", RECEIVED, promise, ask=5, intro=7)
    assert "thank" not in [kind for kind, _, _ in opened(result)]
    [change] = result.changes
    assert (change.id, change.due, change.intro, change.rule) == (1, day(-2), 7, "intro-made")
    thanked = happen(
        "intro-made", RECEIVED, ask=5, intro=7, facts=frozenset({Fact.THANKED_FOR_ASK})
    )
    assert "thank" not in [kind for kind, _, _ in opened(thanked)]


def test_a_later_step_replaces_open_thanks() -> None:
    result = happen("intro-reached", RECEIVED, item(1, kinds.THANK, intro=7, due=-5), intro=7)
    assert result.closes == ((1, Closing.REPLACED),)
    assert ("thank", 1, 1) in opened(result)


def test_implied_steps_close_and_open_nothing() -> None:
    result = happen(
        "intro-made", RECEIVED, item(1, kinds.CONFIRM, intro=7), intro=7, ask=5, implied=True
    )
    assert result.opens == ()
    assert result.closes == ((1, Closing.DONE),)


def test_collisions_keep_the_earlier_date_but_for_rhythms() -> None:
    again = happen("intro-made", RECEIVED, item(1, kinds.STATUS, intro=7, due=2), intro=7)
    assert "status" not in [kind for kind, _, _ in opened(again)]
    assert again.changes == ()
    moved = happen("ask-declined", ASKED, item(1, kinds.RE_ASK, PROSPECT, due=70))
    assert ("re-ask", 1, 60) in opened(moved)
    early = happen("intro-made", RECEIVED, item(1, kinds.RE_ASK, due=10), intro=7)
    assert [(c.id, c.due) for c in early.changes] == [(1, day(90))]
    taught = happen("intro-passed", RECEIVED, item(1, kinds.EDUCATE, due=7, intro=3), intro=7)
    assert [(c.id, c.due) for c in taught.changes] == [(1, day(1))]


def test_custom_never_collides_and_a_meeting_takes_the_last_date() -> None:
    told = {kinds.CUSTOM: day(3)}
    assert (
        len(happen("by-hand", ALONE, item(1, kinds.CUSTOM, due=3), told=told, text="x").opens) == 1
    )
    met = happen("next-planned", ALONE, item(1, kinds.MEET, due=2), told={kinds.MEET: day(9)})
    assert [(c.id, c.due) for c in met.changes] == [(1, day(9))]


@pytest.mark.parametrize(
    ("rule", "latest", "kinds"),
    [
        ("intro-made", True, ["thank", "re-ask"]),
        ("intro-made", False, ["re-ask"]),
        ("intro-lost", True, ["outcome"]),
        ("intro-bad", False, ["repair", "repair"]),
        ("ask-promised", True, []),
        ("intro-reached", False, []),
    ],
)
def test_late_entries_open_what_still_lies_ahead(
    rule: str,
    latest: bool,
    kinds: list[str],
) -> None:
    intro = None if rule.startswith("ask") else 7
    result = happen(rule, RECEIVED, on=day(-61), intro=intro, latest=latest)
    assert [new.kind for new in result.opens] == kinds


def test_sixty_days_is_not_late_yet() -> None:
    assert len(happen("intro-made", RECEIVED, on=day(-60), intro=7).opens) == 5


def test_nobody_dropped_is_courted() -> None:
    result = happen("intro-made", RECEIVED, intro=7, dropped=frozenset({SOURCE}))
    assert opened(result) == [("thank", 1, 1), ("reach", 2, 1), ("status", 1, 7)]


def test_taught_once_is_taught() -> None:
    result = happen("intro-made", RECEIVED, intro=7, facts=frozenset({Fact.TAUGHT}))
    assert "educate" not in [kind for kind, _, _ in opened(result)]


def test_numbers_are_settings() -> None:
    days = default_days() | {"intro-made.reach": 3}
    event = Event(rule="intro-made", on=TODAY, parties=RECEIVED, intro=7)
    assert ("reach", 2, 3) in opened(plan(event, (), TODAY, days=days))


@pytest.mark.parametrize(
    ("tier", "newest", "rest", "expected"),
    [
        (None, 0, None, None),
        ("A", -10, None, 20),
        ("B", None, None, 90),
        ("C", -400, None, -35),
        ("A", -10, 50, 50),
        ("A", -10, 5, 20),
    ],
)
def test_cadence(
    tier: str | None, newest: int | None, rest: int | None, expected: int | None
) -> None:
    due = keep_in_touch_on(
        tier,
        None if newest is None else day(newest),
        TODAY,
        cadence={"A": 30, "B": 90, "C": 365},
        rest_until=None if rest is None else day(rest),
    )
    assert due == (None if expected is None else day(expected))


ITEMS = st.lists(
    st.builds(
        OpenItem,
        id=st.integers(1, 10**6),
        kind=st.sampled_from(list(KINDS.values())),
        contact=st.integers(1, 3),
        due=st.integers(-100, 100).map(day),
        ask=st.sampled_from([None, 5]),
        intro=st.sampled_from([None, 7]),
    ),
    max_size=12,
    unique_by=lambda i: i.id,
)


def about_something(event: Event) -> Event:
    """The event as it was drawn, with an origin where its rule needs one."""
    about = PLAYBOOK[event.rule].about
    if not about or any(getattr(event, origin) for origin in about):
        return event
    return event._replace(**{about[0]: 9})  # type: ignore[arg-type]


EVENTS = st.builds(
    Event,
    rule=st.sampled_from(sorted(PLAYBOOK)),
    on=st.integers(-200, 0).map(day),
    parties=st.just(RECEIVED | {Party.CONTACT: SOURCE, Party.PARTNER: PARTNER}),
    ask=st.sampled_from([None, 5]),
    intro=st.sampled_from([None, 7]),
    told=st.just(
        {kinds.KEEP_IN_TOUCH: day(30), kinds.MEET: day(4), kinds.CUSTOM: day(1), kinds.ASK: day(2)}
    ),
    text=st.just("call"),
).map(about_something)


@given(event=EVENTS, items=ITEMS)
def test_a_plan_touches_each_follow_up_once_and_doubles_none(
    event: Event, items: list[OpenItem]
) -> None:
    result = plan(event, items, TODAY)
    closed = [id_ for id_, _ in result.closes]
    changed = [change.id for change in result.changes]
    known = {i.id for i in items}
    assert len(set(closed + changed)) == len(closed + changed)
    assert set(closed + changed) <= known
    left = [(i.kind, i.contact) for i in items if i.id not in closed]
    singles = {kinds.EDUCATE, kinds.RE_ASK, kinds.KEEP_IN_TOUCH, kinds.RECIPROCATE, kinds.MEET}
    for new in result.opens:
        if new.kind in singles:
            assert (new.kind, new.contact) not in left


@given(event=EVENTS, items=ITEMS)
def test_the_same_event_again_opens_nothing_new_but_by_hand(
    event: Event, items: list[OpenItem]
) -> None:
    first = plan(event, items, TODAY)
    closed = {id_ for id_, _ in first.closes}
    left = [i for i in items if i.id not in closed]
    opened_items = [
        OpenItem(10**7 + n, new.kind, new.contact, new.due, new.ask, new.intro, new.engagement)
        for n, new in enumerate(first.opens)
    ]
    again = plan(event, [*left, *opened_items], TODAY)
    ended = {id_ for id_, _ in again.closes}
    after = len(left) + len(opened_items) - len(ended) + len(again.opens)
    if event.rule != "by-hand":
        assert after <= len(left) + len(opened_items)

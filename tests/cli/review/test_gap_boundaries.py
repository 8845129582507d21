"""Each gap on the day before it opens, on the day, and on the day after."""

import datetime as dt
from typing import Any

import pytest

from tests.support.program import TODAY, Program

FIRST = dt.date.fromisoformat(TODAY)
ANNA = 'contact add "Anna Weiss" --basis client --since 2020-01-10'
NARROW = '--in dentistry --looking-for "sell their practice"'
INTRO = 'intro anna "Ben Okoye"'


def day(after: int) -> str:
    """So many days after the day on which the story is told."""
    return (FIRST + dt.timedelta(days=after)).isoformat()


BEFORE = f"{INTRO} --on {day(-9)}"


def gaps(program: Program, today: str, span: str = "") -> dict[str, dict[str, Any]]:
    return {g["code"]: g for g in program.ok(f"review gaps --json {span}", today=today).json}


def told(program: Program, *lines: str) -> Program:
    for line in lines:
        program.ok(line)
    return program


# (code, what happened on the first day, the day after it on which the gap is first seen)
OPENS = {
    "an introduction not thanked for": ("thanks-owed", (ANNA, INTRO), 3),
    "one that was reached, still without thanks": (
        "thanks-owed",
        (ANNA, INTRO, "intro reached ben"),
        3,
    ),
    "a name that was made later, not thanked for": (
        "thanks-owed",
        (ANNA, f"{BEFORE} --how name", "intro made ben"),
        3,
    ),
    "won and not told": ("outcome-untold", (ANNA, BEFORE, "intro won ben"), 3),
    "lost and not told": (
        "outcome-untold",
        (ANNA, BEFORE, f"thank anna --on {day(-1)}", "intro lost ben --because unreachable"),
        3,
    ),
    "a received one gone bad": ("gone-bad", (ANNA, BEFORE, "intro bad ben --what late"), 8),
    "a given one gone bad": (
        "gone-bad",
        (
            ANNA,
            "contact add Carla --basis friend",
            "intro give anna carla --consent yes",
            "intro bad anna --what late",
        ),
        8,
    ),
    "nobody called the prospect": ("not-reached", (ANNA, INTRO), 8),
    "nobody called whose name was made later": (
        "not-reached",
        (ANNA, f"{BEFORE} --how name", "intro made ben"),
        8,
    ),
    "a bare name": ("bare-names", (ANNA, f"{INTRO} --how name"), 8),
    "a card": ("bare-names", (ANNA, f"{INTRO} --how card"), 8),
    "reached, and nothing since": ("stalled", (ANNA, BEFORE, "intro reached ben"), 61),
    "given, and nothing heard": (
        "given-unchecked",
        (ANNA, "contact add Carla --basis friend", "intro give anna carla --consent yes"),
        15,
    ),
    "given when consent came": (
        "given-unchecked",
        (
            ANNA,
            "contact add Carla --basis friend",
            f"intro give anna carla --on {day(-9)}",
            "intro consent 1 yes",
        ),
        15,
    ),
    "a promise two weeks past its day": (
        "promise-open",
        (ANNA, f"ask anna {NARROW} --answer promised --by {day(5)}"),
        20,
    ),
    "nobody asked since the beginning": ("no-ask", (ANNA,), 14),
    "a follow-up that is late": ("backlog", (ANNA, "followup anna call --due today"), 15),
    "no review since the beginning": ("no-review", (ANNA,), 36),
}


@pytest.mark.parametrize("case", OPENS)
def test_a_gap_opens_on_its_day(refcli: Program, case: str) -> None:
    code, story, first = OPENS[case]
    told(refcli, *story)
    seen = [code in gaps(refcli, day(n)) for n in (first - 1, first, first + 1)]
    assert seen == [False, True, True]


def test_the_fortnight_without_an_ask_begins_with_the_newest_ask(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert --basis friend", 'log "lunch with bert"')
    refcli.ok(f"ask anna {NARROW} --answer declined", today=day(30))
    refcli.ok(f"ask anna {NARROW} --answer declined --on {day(10)} --anyway", today=day(31))
    seen = [gaps(refcli, day(n)).get("no-ask") for n in (43, 44)]
    assert seen[0] is None
    assert seen[1] is not None
    assert [p["name"] for p in seen[1]["contacts"]] == ["Bert"]


def test_a_planned_ask_is_not_made_yet(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert --basis friend", 'log "lunch with bert"')
    refcli.ok(f"ask anna {NARROW} --planned {day(40)}", today=day(30))
    assert "no-ask" in gaps(refcli, day(50))


def test_where_nobody_is_ready_nobody_can_be_asked(refcli: Program) -> None:
    told(refcli, "contact add Stranger")
    assert "no-ask" not in gaps(refcli, day(28))


def test_the_line_to_type_asks_whom_it_would_be_best_to_ask(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert --basis friend", 'log "lunch with bert"')
    best = refcli.ok("ask who --json", today=day(20)).json[0]["contact"]["name"]
    assert gaps(refcli, day(20))["no-ask"]["command"].startswith(f"refcli ask {best.split()[0]}")


def test_what_was_looked_into_often_enough_is_stale(refcli: Program) -> None:
    told(refcli, ANNA, INTRO)
    refcli.ok("intro reached ben", today=day(1))
    for after in (22, 64, 148):
        assert "stale" not in gaps(refcli, day(after))
        refcli.ok(["done", refcli.number("check")], today=day(after))
    found = gaps(refcli, day(148))
    assert (found["stale"]["count"], found["stale"]["command"]) == (1, "refcli intro show 1")
    assert "stalled" not in found
    assert refcli.ok("intro show 1 --json").json["stale"] is True
    assert [i["id"] for i in refcli.ok("intro list --open --json").json] == [1]
    refcli.ok("intro won ben", today=day(160))
    assert "stale" not in gaps(refcli, day(160))


def test_a_finished_review_holds_for_five_weeks(refcli: Program) -> None:
    told(refcli, "contact add Stranger")
    refcli.ok(
        "review", today=day(40), terminal=80, answers=[("What will you do differently", "more")]
    )
    assert [("no-review" in gaps(refcli, day(n))) for n in (75, 76, 77)] == [False, True, True]


# (code, what happened, the last day after it on which the gap is still seen)
CLOSES = {
    "a broad ask of half a year": (
        "too-broad",
        (ANNA, "ask anna --in anyone --looking-for help --anyway"),
        183,
    ),
    "three asks in writing": (
        "all-by-email",
        (ANNA, *[f"ask anna {NARROW} --how email --answer declined --anyway"] * 3),
        183,
    ),
}


@pytest.mark.parametrize("case", CLOSES)
def test_half_a_year_ends_on_its_day(refcli: Program, case: str) -> None:
    code, story, last = CLOSES[case]
    told(refcli, *story)
    assert [code in gaps(refcli, day(n)) for n in (last - 1, last, last + 1)] == [True, True, False]


@pytest.mark.parametrize(
    ("hows", "is_found"),
    [
        (("email", "email"), False),
        (("email", "message", "letter"), True),
        (("email", "email", "email", "email"), True),
        (("email", "email", "call"), False),
        (("email", "email", "video"), False),
        (("email", "email", "in-person"), False),
        (("email", "email", "event"), False),
    ],
)
def test_asks_in_writing_only(refcli: Program, hows: tuple[str, ...], is_found: bool) -> None:
    told(refcli, ANNA)
    told(refcli, *(f"ask anna {NARROW} --how {how} --answer declined --anyway" for how in hows))
    found = gaps(refcli, TODAY)
    assert ("all-by-email" in found) is is_found
    if is_found:
        assert found["all-by-email"]["count"] == len(hows)


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ('--looking-for "sell their practice"', True),
        ("--in dentistry", True),
        ('--in dentistry --looking-for "sell their practice"', False),
    ],
)
def test_an_ask_too_broad_to_be_answered(refcli: Program, words: str, is_found: bool) -> None:
    told(refcli, ANNA, f"ask anna {words} --answer declined --anyway")
    assert ("too-broad" in gaps(refcli, TODAY)) is is_found


@pytest.mark.parametrize(("rating", "is_found"), [(8, False), (9, True), (10, True)])
def test_who_is_delighted_is_asked_for_a_few_words(
    refcli: Program, rating: int, is_found: bool
) -> None:
    told(refcli, ANNA, f"engagement anna books --rating {rating} --delivered 2025-01-01")
    assert ("no-testimonial" in gaps(refcli, TODAY)) is is_found


@pytest.mark.parametrize(
    "line",
    [
        'testimonial anna "so good" --on 2024-01-01',
        'followup anna "Ask for a testimonial" --due friday',
        "contact drop anna --because gone",
    ],
)
def test_words_that_were_given_asked_for_or_never_will_be(refcli: Program, line: str) -> None:
    told(refcli, ANNA, "engagement anna books --rating 10 --delivered 2025-01-01", line)
    assert "no-testimonial" not in gaps(refcli, TODAY)


def test_the_best_rating_counts_not_the_last(refcli: Program) -> None:
    told(
        refcli,
        ANNA,
        "engagement anna books --rating 9 --delivered 2025-01-01",
        "engagement anna tax --rating 7 --delivered 2025-02-01",
    )
    assert "no-testimonial" in gaps(refcli, TODAY)


@pytest.mark.parametrize(("count", "is_found"), [(9, False), (10, True), (11, True)])
def test_ten_without_a_basis_are_many(refcli: Program, count: int, is_found: bool) -> None:
    refcli.ok("contact add -", stdin="".join(f"Person No{n}\n" for n in range(count)))
    found = gaps(refcli, TODAY)
    assert ("unsorted" in found) is is_found
    if is_found:
        assert found["unsorted"]["count"] == count
        assert found["unsorted"]["contacts"] == []


def test_nobody_sorts_those_who_were_dropped(refcli: Program) -> None:
    refcli.ok("contact add -", stdin="".join(f"Person No{n}\n" for n in range(10)))
    refcli.ok('contact drop "Person No3" --because gone')
    assert "unsorted" not in gaps(refcli, TODAY)


# Stories of months ago in which nothing leaks: (code that must be missing, lines).
QUIET = {
    "thanked": ("thanks-owed", (ANNA, INTRO, "thank anna")),
    "thanked for the promise": (
        "thanks-owed",
        (ANNA, f"ask anna {NARROW} --answer promised", "thank anna", INTRO),
    ),
    "long ago": ("thanks-owed", (ANNA, f"{INTRO} --history")),
    "only a name": ("thanks-owed", (ANNA, f"{INTRO} --how name")),
    "ended, which is told instead": ("thanks-owed", (ANNA, INTRO, "intro won ben")),
    "told how it ended": ("outcome-untold", (ANNA, INTRO, "intro won ben", "thank anna")),
    "ended long ago": (
        "outcome-untold",
        (ANNA, f"{INTRO} --history --reached", "intro won ben"),
    ),
    "not ended": ("outcome-untold", (ANNA, INTRO, "intro reached ben")),
    "repaired": ("gone-bad", (ANNA, INTRO, "intro bad ben --what late", "intro repaired ben")),
    "reached": ("not-reached", (ANNA, INTRO, "intro reached ben")),
    "a name is not made": ("not-reached", (ANNA, f"{INTRO} --how name")),
    "not reached, but long ago": ("not-reached", (ANNA, f"{INTRO} --history")),
    "a name of long ago": ("bare-names", (ANNA, f"{INTRO} --how name --history")),
    "a name that was made": ("bare-names", (ANNA, f"{INTRO} --how name", "intro made ben")),
    "won": ("stalled", (ANNA, INTRO, "intro reached ben", "intro won ben")),
    "reached long ago": ("stalled", (ANNA, f"{INTRO} --history --reached")),
    "a given one that was reached": (
        "given-unchecked",
        (
            ANNA,
            "contact add Carla --basis friend",
            "intro give anna carla --consent yes",
            "intro reached anna",
        ),
    ),
    "a given one without consent": (
        "given-unchecked",
        (ANNA, "contact add Carla --basis friend", "intro give anna carla"),
    ),
    "a received one is none given": ("given-unchecked", (ANNA, INTRO)),
    "a promise that was kept": (
        "promise-open",
        (ANNA, f"ask anna {NARROW} --answer promised --by {day(1)}", INTRO),
    ),
    "a plain question is no promise": ("promise-open", (ANNA, f"ask anna {NARROW} --by {day(1)}")),
}


@pytest.mark.parametrize("case", QUIET)
def test_where_nothing_leaks_nothing_is_said(refcli: Program, case: str) -> None:
    code, story = QUIET[case]
    told(refcli, *story)
    assert [n for n in (5, 20, 40, 90) if code in gaps(refcli, day(n))] == []


SPANNED = [
    ("thanks-owed", (ANNA, INTRO)),
    ("outcome-untold", (ANNA, INTRO, "intro won ben")),
    ("gone-bad", (ANNA, INTRO, "intro bad ben --what late")),
    ("not-reached", (ANNA, INTRO)),
    ("bare-names", (ANNA, f"{INTRO} --how name")),
    ("never-taught", (ANNA, INTRO)),
    ("nothing-given-back", (ANNA, INTRO)),
    ("too-broad", (ANNA, "ask anna --in anyone --looking-for help --anyway")),
    ("promise-open", (ANNA, f"ask anna {NARROW} --answer promised --by {day(1)}")),
    (
        "given-unchecked",
        (ANNA, "contact add Carla --basis friend", "intro give anna carla --consent yes"),
    ),
]


@pytest.mark.parametrize(("code", "story"), SPANNED)
def test_a_span_holds_its_own_introductions_and_asks(
    refcli: Program, code: str, story: tuple[str, ...]
) -> None:
    told(refcli, *story)
    spans = (
        f"--since {day(0)}",
        f"--until {day(0)}",
        f"--since {day(1)}",
        f"--until {day(-1)}",
    )
    seen = [code in gaps(refcli, day(30), span) for span in spans]
    assert seen == [True, True, False, False]


def test_without_people_the_kit_may_wait(refcli: Program) -> None:
    refcli.ok("config set currency EUR")
    assert {"no-target", "kit-empty"}.isdisjoint(gaps(refcli, TODAY))
    told(refcli, ANNA)
    assert {"no-target", "kit-empty"} <= set(gaps(refcli, TODAY))
    told(refcli, "kit target Dentists --in dentistry", "kit edit --services books")
    assert {"no-target", "kit-empty"}.isdisjoint(gaps(refcli, TODAY))


@pytest.mark.parametrize("line", ["contact drop anna --because gone", "contact rest anna"])
def test_sources_who_are_left_in_peace(refcli: Program, line: str) -> None:
    told(refcli, ANNA, INTRO)
    assert {"never-taught", "nothing-given-back"} <= set(gaps(refcli, TODAY))
    told(refcli, line if "drop" in line else f"{line} --until {day(60)}")
    assert {"never-taught", "nothing-given-back"}.isdisjoint(gaps(refcli, TODAY))


@pytest.mark.parametrize(
    ("line", "is_found"),
    [
        ('partner cora --story "x"', True),
        ('partner cora --good-referral "x"', False),
        ("contact drop cora --because gone", False),
        ("contact edit cora --basis friend --no-basis partner", False),
    ],
)
def test_partners_who_are_asked_what_a_good_referral_is(
    refcli: Program, line: str, is_found: bool
) -> None:
    told(refcli, "contact add Cora --basis partner", "contact add Anna --basis friend")
    found = gaps(refcli, TODAY)["partner-not-interviewed"]
    assert [p["name"] for p in found["contacts"]] == ["Cora"]
    told(refcli, line)
    assert ("partner-not-interviewed" in gaps(refcli, TODAY)) is is_found


def test_one_case_and_several_are_said_differently(refcli: Program) -> None:
    told(refcli, ANNA, INTRO)
    assert gaps(refcli, day(3))["thanks-owed"]["text"] == "a source still waits for thanks"
    told(refcli, 'intro anna "Carl Zed"')
    found = gaps(refcli, day(3))["thanks-owed"]
    assert (found["count"], found["text"]) == (2, "2 thanks for introductions are owed")
    assert [p["name"] for p in found["contacts"]] == ["Anna Weiss"]


def test_the_oldest_case_comes_first(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert --basis friend")
    for source, prospect, on in (
        ("anna", "Ben One", day(0)),
        ("bert", "Ben Two", day(-2)),
        ("anna", "Ben Three", day(-2)),
    ):
        refcli.ok(f'intro {source} "{prospect}" --on {on}')
    found = gaps(refcli, day(20))
    assert found["thanks-owed"]["command"] == "refcli thank Bert --intro 2"
    assert [p["name"] for p in found["thanks-owed"]["contacts"]] == ["Bert", "Anna Weiss"]
    assert [p["name"] for p in found["not-reached"]["contacts"]] == [
        *("Ben Two", "Ben Three", "Ben One")
    ]


def test_the_oldest_ask_comes_first(refcli: Program) -> None:
    told(refcli, ANNA, "contact add Bert --basis friend", "contact add Cora --basis friend")
    for name, on in (("anna", day(0)), ("bert", day(-3)), ("cora", day(-3))):
        refcli.ok(f"ask {name} --in anyone --looking-for help --anyway --on {on}")
    found = gaps(refcli, TODAY)["too-broad"]
    assert [p["name"] for p in found["contacts"]] == ["Bert", "Cora", "Anna Weiss"]


def test_who_brought_most_is_looked_after_first(refcli: Program) -> None:
    told(
        refcli,
        ANNA,
        "contact add Bert --basis friend",
        "contact add Cora --basis friend",
        'intro anna "Ben One"',
        'intro bert "Ben Two"',
        'intro bert "Ben Three"',
        'intro cora "Ben Four"',
        'intro cora "Ben Five" --how name',
    )
    for code in ("never-taught", "nothing-given-back"):
        people = [p["name"] for p in gaps(refcli, TODAY)[code]["contacts"]]
        assert people == ["Bert", "Anna Weiss", "Cora"], code


def test_who_only_gave_a_name_is_no_source_yet(refcli: Program) -> None:
    told(refcli, ANNA, f"{INTRO} --how name")
    assert {"never-taught", "nothing-given-back"}.isdisjoint(gaps(refcli, TODAY))


def test_the_latest_follow_up_comes_first(refcli: Program) -> None:
    told(
        refcli,
        ANNA,
        "contact add Bert --basis friend",
        f"followup anna a --due {day(1)}",
        f"followup bert b --due {day(0)}",
    )
    found = gaps(refcli, day(20))["backlog"]
    assert [p["name"] for p in found["contacts"]] == ["Bert", "Anna Weiss"]


def test_more_cases_weigh_more_up_to_five(refcli: Program) -> None:
    """A bare name costs 5, a target that is missing 10: two names weigh as much, three more.

    Five late follow-ups at 2 weigh as much as the target, and a sixth adds nothing.
    """

    def order(*codes: str) -> list[str]:
        return [code for code in gaps(refcli, day(20)) if code in codes]

    told(refcli, ANNA, f"{INTRO} --how name")
    assert order("bare-names", "no-target") == ["no-target", "bare-names"]
    told(refcli, 'intro anna "Ben Two" --how name', 'intro anna "Ben Three" --how card')
    assert order("bare-names", "no-target") == ["bare-names", "no-target"]
    told(refcli, *(f"followup anna no{n} --due {day(0)}" for n in range(6)))
    assert order("backlog", "no-target") == ["no-target", "backlog"]


COSTS = {
    "no-ask": 12,
    "gone-bad": 10,
    "no-target": 10,
    "not-reached": 9,
    "thanks-owed": 8,
    "outcome-untold": 8,
    "all-by-email": 8,
    "top-source-neglected": 7,
    "stalled": 6,
    "promise-open": 6,
    "stale": 5,
    "bare-names": 5,
    "never-taught": 5,
    "nothing-given-back": 4,
    "given-unchecked": 4,
    "kit-empty": 4,
    "partner-not-interviewed": 3,
    "too-broad": 3,
    "no-review": 3,
    "no-testimonial": 2,
    "backlog": 2,
    "unsorted": 1,
}


@pytest.mark.parametrize("after", [0, 10, 40, 100])
def test_the_dearest_gap_comes_first(practice: Program, sample: Program, after: int) -> None:
    for program in (practice, sample):
        found = gaps(program, day(after))
        weights = [COSTS[code] * min(gap["count"], 5) for code, gap in found.items()]
        assert weights == sorted(weights, reverse=True), list(found)


def test_one_case_of_each_by_its_cost(refcli: Program) -> None:
    told(
        refcli,
        ANNA,
        "contact add Carla --basis partner",
        "engagement anna books --rating 9 --delivered 2025-01-01",
        INTRO,
        'intro anna "Ben Two" --how name',
        'intro anna "Ben Three" --reached',
        f'intro carla "Ben Four" --on {day(-1)}',
        f"intro bad 4 --what late --on {day(-1)}",
        "thank carla --intro 4",
        "reciprocate carla a book",
        "kit share carla",
        "thank anna --intro 3",
        'intro give "Ben Two" carla --consent yes',
        f"ask carla {NARROW} --answer promised --by {day(1)} --anyway",
        "ask carla --in anyone --looking-for help --anyway --answer declined",
    )
    common = [*("gone-bad", "no-target", "not-reached", "thanks-owed", "bare-names")]
    common += [*("never-taught", "nothing-given-back", "given-unchecked", "kit-empty")]
    common += [*("partner-not-interviewed", "too-broad", "no-testimonial")]

    def of_one(after: int) -> list[str]:
        found = gaps(refcli, day(after))
        return [code for code, gap in found.items() if gap["count"] == 1]

    early, late = of_one(20), of_one(62)
    # Ben Three has been spoken with, so that there is somebody to ask from then on.
    assert early == ["no-ask", *common[:4], "promise-open", *common[4:]]
    assert late == ["no-ask", *common[:4], "stalled", *common[4:-1], "no-review", common[-1]]


def test_a_good_source_goes_quiet(refcli: Program) -> None:
    told(refcli, ANNA, INTRO, "intro won ben", 'intro anna "Ben Two"', "intro won 2", "thank anna")
    told(refcli, "log lunch with anna")
    seen = ["top-source-neglected" in gaps(refcli, day(n)) for n in (90, 91, 92)]
    assert seen == [False, True, True]


def test_a_quiet_source_is_good_from_45_of_100_on(refcli: Program) -> None:
    """Two of two won: (1 + 2w) / (4 + 2w) with w = 2^(-age/365) is 0.45 after 167 days."""
    told(refcli, ANNA, INTRO, "intro won ben", 'intro anna "Ben Two"', "intro won 2")
    told(refcli, "log lunch with anna")
    seen = ["top-source-neglected" in gaps(refcli, day(n)) for n in (166, 167, 168, 169)]
    assert seen == [True, True, False, False]


@pytest.mark.parametrize(
    "more",
    [
        (),
        ('intro anna "Ben Two"', 'intro anna "Ben Three"'),
        ('intro anna "Ben Two"', "intro won 2", "contact drop anna --because gone"),
    ],
)
def test_who_is_no_quiet_good_source(refcli: Program, more: tuple[str, ...]) -> None:
    told(refcli, ANNA, INTRO, "intro won ben", *more)
    assert "top-source-neglected" not in gaps(refcli, day(100))


@pytest.mark.parametrize(("late", "is_unreliable"), [(2, False), (3, True), (4, True)])
def test_how_often_a_partner_calls_late(refcli: Program, late: int, *, is_unreliable: bool) -> None:
    refcli.ok(f"{ANNA}")
    refcli.ok("contact add Carla --basis partner")
    for n in range(late):
        refcli.ok(f'contact add "Guest{n} Ott" --basis friend')
        refcli.ok(f"intro give guest{n} carla --consent yes --on {day(-9)}")
        refcli.ok(f"intro reached guest{n} --on {day(-6)}")
    assert ("partner-unreliable" in gaps(refcli, TODAY)) is is_unreliable


@pytest.mark.parametrize(("days", "is_seen"), [(3, False), (13, False), (14, True), (20, True)])
def test_how_long_nobody_was_asked(refcli: Program, days: int, *, is_seen: bool) -> None:
    told(refcli, ANNA, "contact add Tom --basis friend", f"log lunch with anna --on {day(-9)}")
    told(refcli, "log lunch with tom", f"ask tom {NARROW} --anyway")
    seen = gaps(refcli, day(days))
    assert ("no-ask" in seen) is is_seen

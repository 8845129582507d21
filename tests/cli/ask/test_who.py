"""`refcli ask who` and `refcli ask draft`."""

import pytest

from tests.support.program import Program

KEYS = [
    "rank", "contact", "ready", "score", "basis", "rapport", "reasons", "blockers",
    "last_interaction",
]  # fmt: skip
NARROW = '--in dentistry --looking-for "sell their practice"'


def test_the_ready_ones_best_first(sample: Program) -> None:
    found = sample.ok("ask who --json").json
    assert len(found) == 5
    assert all(list(entry) == KEYS for entry in found)
    assert [entry["rank"] for entry in found] == [1, 2, 3, 4, 5]
    scores = [entry["score"] for entry in found]
    assert scores == sorted(scores, reverse=True)
    for entry in found:
        assert entry["ready"] is True
        assert entry["blockers"] == []
        assert round(sum(r["points"] for r in entry["reasons"]), 1) == entry["score"]


def test_the_short_walk_finds_what_the_long_one_does(sample: Program) -> None:
    """Stopping early must not lose anybody."""
    everybody = [e for e in sample.ok("ask who --all --json").json if e["ready"]]
    for top in (1, 3, 50):
        assert sample.ok(f"ask who --top {top} --json").json == everybody[:top]


def test_nobody_vanishes(sample: Program) -> None:
    found = sample.ok("ask who --all --json").json
    assert len(found) == len(sample.ok("contact list --json").json)
    for entry in found:
        assert entry["ready"] is not bool(entry["blockers"])
        assert (entry["rank"] is None) is not entry["ready"]
    codes = {b["code"] for entry in found for b in entry["blockers"]}
    assert {"dropped", "resting", "no-basis", "first-sale-only", "open-ask", "cooling-off"} <= codes
    text = sample.ok("ask who --all").out
    assert "[taker]" in text
    assert "not now:" in text


def test_why(sample: Program) -> None:
    [anna] = sample.ok("ask who --why anna --json").json
    assert list(anna) == [*KEYS, "chance"]
    assert set(anna["chance"]) == {"mean", "low", "high", "n", "guess"}
    assert anna["chance"]["guess"] is False
    text = sample.ok("ask who --why anna").out
    assert "[rapport]" in text
    assert "your own record with clients" in text
    blocked = sample.ok("ask who --why gil").out
    assert "[taker]: refcli contact restore" in blocked
    assert sample("ask who --why nobody").code == 3


def test_a_target_weighs_who_knows_such_people(sample: Program) -> None:
    sample.ok('kit target dental --in "dental practices" --looking-for "open another"')
    plain = {e["contact"]["name"]: e for e in sample.ok("ask who --top 50 --json").json}
    aimed = {
        e["contact"]["name"]: e for e in sample.ok("ask who --target dental --top 50 --json").json
    }
    assert set(plain) == set(aimed)
    reasons = {r["code"]: r["points"] for r in aimed["Anna Weiss"]["reasons"]}
    assert reasons["target"] > 0
    assert (
        reasons["rapport"]
        < {r["code"]: r["points"] for r in plain["Anna Weiss"]["reasons"]}["rapport"]
    )
    assert sample("ask who --target nonsense").code == 3


def test_one_dormant_tie_stands_apart_on_a_terminal(sample: Program) -> None:
    seen = sample.ok("ask who", terminal=80).out
    assert "A dormant tie this week: " in seen
    assert "dormant" not in sample.ok("ask who").out
    assert (
        max(len(line) for line in sample.ok("ask who", terminal=80, env={"NO_COLOR": "1"}).lines)
        <= 80
    )


def test_nobody_ready(refcli: Program) -> None:
    refcli.ok("contact add Stranger")
    assert refcli.ok("ask who --json").json == []
    assert "ask who --all" in refcli.ok("ask who").out
    assert Program(refcli.store.parent / "none.db").ok("ask who --json").json == []


def test_rapport_follows_the_log_at_once(anna: Program) -> None:
    before = anna.ok("ask who --json").json[0]["rapport"]["days"]
    anna.ok("log lunch with anna")
    after = anna.ok("ask who --json").json[0]["rapport"]["days"]
    assert after < before


def test_points_are_settings(anna: Program) -> None:
    anna.ok("config set score.basis-client 22")
    reasons = {r["code"]: r["points"] for r in anna.ok("ask who --json").json[0]["reasons"]}
    assert reasons["basis"] == 22


def test_a_draft_records_nothing_and_is_never_refused(anna: Program) -> None:
    anna.ok("engagement anna annual accounts --rating 10 --delivered 2026-01-10")
    result = anna.ok(f"ask draft anna {NARROW} --qualities 'who keeps her word'")
    assert result.out == (
        "Anna, I am glad that you are happy with the annual accounts. Do you know anyone"
        " in dentistry who is looking to sell their practice? I think I could help them with"
        " that. I am thinking of someone as good to work with as you are, who keeps her word."
        " Would you call or write to them and introduce us, and let me know when you have? If"
        " nobody comes to mind, or you would rather not, that is fine.\n"
    )
    assert anna.ok("ask list --json").json == []
    anna.ok("contact drop anna --because gone")
    warned = anna.ok(f"ask draft anna {NARROW} --json")
    assert "dropped:" in warned.err
    assert warned.json["narrow"] == {"ok": True, "missing": []}
    broad = anna.ok("ask draft anna --json")
    assert broad.json["narrow"] == {"ok": False, "missing": ["industry", "looking_for"]}


@pytest.mark.parametrize("tone", ["warm", "plain", "brief"])
def test_tones_differ(anna: Program, tone: str) -> None:
    text = anna.ok(f"ask draft anna {NARROW} --tone {tone} --by friday").out
    endings = {"warm": "quite all right.", "plain": "that is fine.", "brief": "no problem at all."}
    assert text.endswith(endings[tone] + "\n")
    assert "27 Nov" in text


def test_the_only_target_is_meant(anna: Program) -> None:
    anna.ok('kit target dental --in "dental practices" --looking-for "open another" --not chains')
    made = anna.ok("ask anna --json").json
    assert (made["industry"], made["looking_for"]) == ("dental practices", "open another")
    anna.ok('kit target food --in "food producers" --looking-for "export"')
    refused = anna("ask anna --anyway --json")
    assert refused.json["narrow"]["ok"] is False
    named = anna.ok("ask anna --target food --anyway --json").json
    assert named["industry"] == "food producers"


def test_the_whole_flow(anna: Program) -> None:
    anna.ok('kit target dental --in "dental practices" --looking-for "open another"')
    made = anna.ok(
        "ask",
        answers=[
            ("Whom do you ask?", "1"),
            ("Whom would you like to meet?", "new"),
            ("In which industry", "anyone"),
            ("Who are looking to do what?", "retire"),
            ("In which industry", "dentists"),
            ("What should they be like?", ""),
            ("Say it like this?", "warm"),
            ("What now?", "planned"),
            ("Where?", ""),
            ("When will you meet?", "soon"),
            ("When will you meet?", "monday"),
        ],
    )
    assert "planned to ask Anna Weiss Mon 23 Nov" in made.out
    assert "an ask needs an industry or a group of people" in made.err
    shown = anna.ok("ask show 1 --json").json
    assert "Do you know any dentists who are looking to retire?" in shown["words"]
    assert "quite all right." in shown["words"]
    promised = anna.ok(
        "ask --anyway",
        answers=[
            ("Whom do you ask?", "1"),
            ("Whom would you like to meet?", "1"),
            ("What should they be like?", "with patience"),
            ("Say it like this?", "own"),
            ("In your words?", "Wen kennst du?"),
            ("What now?", "asked"),
            ("What did they say?", "promised"),
            ("Where?", "call"),
            ("When was it?", ""),
            ("By when", "+3d"),
        ],
    )
    assert "recorded the ask to Anna Weiss by phone, today, promised" in promised.out
    assert anna.ok("ask show 1 --json").json["words"] == "Wen kennst du?"
    assert anna.due()[("confirm", "Anna Weiss")] == "2026-11-23"


FLOW = [
    ("Whom do you ask?", "1"),
    ("In which industry", "dentists"),
    ("Who are looking to do what?", "retire"),
    ("What should they be like?", ""),
    ("Say it like this?", "plain"),
    ("What now?", "planned"),
    ("Where?", ""),
    ("When will you meet?", ""),
]


@pytest.mark.parametrize("question", range(len(FLOW)))
def test_it_can_be_left_at_any_question(anna: Program, question: int) -> None:
    before = anna.store.read_bytes()
    left = anna("ask", answers=[*FLOW[:question], (FLOW[question][0], KeyboardInterrupt)])
    assert left.code == 130
    assert anna.store.read_bytes() == before


def test_the_flow_says_at_once_what_speaks_against_it(anna: Program) -> None:
    anna.ok("contact add Stranger")
    refused = anna(
        "ask",
        answers=[
            ("Whom do you ask?", "other"),
            ("Whom do you ask?", "stranger"),
            ("Ask Stranger anyway?", False),
        ],
    )
    assert refused.code == 1
    assert "[no-basis]" in refused.err
    assert anna.ok("ask list --json").json == []


def test_a_bad_day_is_asked_again(anna: Program) -> None:
    asked = [("What now?", "asked"), ("What did they say?", "promised")]
    answers = [*FLOW[:5], *asked, ("Where?", "")]
    days = [("When was it?", ""), ("By when", "soonish"), ("By when", "")]
    anna.ok("ask", answers=[*answers, *days])
    assert anna.ok("ask show 1 --json").json["confirm_by"] == "2026-11-27"


def test_a_plan_is_for_a_day_to_come(anna: Program) -> None:
    assert anna(f"ask anna {NARROW} --planned yesterday").code == 2


def test_raised_points_lose_nobody_and_stay_below_a_hundred(sample: Program) -> None:
    sample.ok("config set score.basis-referred 100")
    sample.ok("config set score.reciprocity-each 100")
    everybody = [e for e in sample.ok("ask who --all --json").json if e["ready"]]
    assert sample.ok("ask who --top 3 --json").json == everybody[:3]
    assert max(e["score"] for e in everybody) <= 100


def test_work_alone_lets_a_contact_be_asked(refcli: Program) -> None:
    refcli.ok('contact add "Otto Work"')
    for what, on in (("books", "2026-01-05"), ("taxes", "2026-02-05")):
        refcli.ok(f'engagement "Otto Work" {what} --delivered {on} --rating 9')
    refcli.ok('contact edit "Otto Work" --basis other')
    refcli.ok('log "lunch with Otto Work"')
    assert refcli.ok("ask who --json").json == refcli.ok("ask who --all --json").json != []


WORDED = [("Say it like this?", "plain")]


@pytest.mark.parametrize(
    ("end", "says"), [("words", "Do you know any"), ("nothing", "nothing was")]
)
def test_the_words_can_be_all_that_is_wanted(anna: Program, end: str, says: str) -> None:
    shown = anna.ok(f"ask anna {NARROW}", answers=[*WORDED, ("What now?", end)])
    assert says in shown.lines[-1]
    assert anna.ok("ask list --json").json == []


def test_an_ask_of_somebody_named_shows_its_words_first(anna: Program) -> None:
    answers = [
        *WORDED,
        ("What now?", "asked"),
        ("What did they say?", "pending"),
        ("Where?", "call"),
        ("When was it?", "today"),
    ]
    shown = anna.ok(f"ask anna {NARROW}", answers=answers).out
    assert shown.index("Do you know") < shown.index("recorded the ask to Anna Weiss by phone")
    [ask] = anna.ok("ask list --json").json
    assert (ask["state"], ask["how"]) == ("pending", "call")

"""`refcli prep` and `refcli debrief`: before the coffee and after it."""

from pathlib import Path

import pytest

from tests.support.program import Program

Script = list[tuple[str, str | bool | type[BaseException]]]


def test_one_screen_before_the_coffee(sample: Program) -> None:
    sample.ok('kit target dental --in "dental practices" --looking-for "open a second practice"')
    text = sample.ok("prep anna", terminal=80, env={"NO_COLOR": "1"}).out
    assert text.startswith("Before you meet Anna Weiss\n")
    for part in ("Lately", "The ask", "working on", "dental practice"):
        assert part in text
    assert len(text.splitlines()) <= 40
    assert max(len(line) for line in text.splitlines()) <= 80
    found = sample.ok("prep anna --json").json
    assert list(found) == [
        "contact", "focus", "rapport", "interactions", "open", "introduce", "ready", "blockers",
        "draft", "ties", "dates", "intros", "given", "asks", "offer",
    ]  # fmt: skip
    assert found["ready"] is True
    assert "your kind words" in found["draft"]


def test_prep_says_what_blocks_and_what_is_open(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --phone 12345', today="2026-11-18")
    text = anna.ok("prep anna").out
    assert "[owed-thanks]; refcli thank" in text
    assert "Thank Anna Weiss for the introduction to Ben Okoye, 1 day late" in text
    assert "(12345)" in anna.ok("prep ben").out


def test_whom_i_could_introduce(anna: Program) -> None:
    anna.ok("contact edit anna --focus 'finding a hygienist for her practice'")
    anna.ok("contact add Hilda Kron --role hygienist --industry dentistry")
    anna.ok("contact add Bob Stone --role mason")
    [helper] = anna.ok("prep anna --json").json["introduce"]
    assert (helper["contact"]["name"], helper["matches"]) == ("Hilda Kron", ["hygienist"])
    assert "Hilda Kron (hygienist)" in anna.ok("prep anna").out


_NUMBER = "The number of Ben Okoye?"
FULL: Script = [
    ("Whom did you meet?", "anna"),
    ("When did you meet?", "yesterday"),
    ("How?", "in-person"),
    ("What happened?", "coffee, she is well"),
    ("working on now?", "a second practice"),
    ("exact words", 'He said: "Ça va" – and stayed'),
    ("publish", True),
    ("Did you ask", "promised"),
    ("In which industry", "dentists"),
    ("Who are looking to do what?", "retire"),
    ("By when will they do it?", "+5d"),
    ("introduce somebody", "Ben Okoye"),
    (_NUMBER, "12345"),
    ("admire", "Kron Labs, Stone Masonry"),
    ("What did you promise?", "send the article"),
    ("By when?", "tomorrow"),
    ("And what else?", ""),
    ("meet next", "in 4 weeks"),
    ("Save all this?", True),
]


def test_one_conversation_after_it(anna: Program) -> None:
    result = anna.ok("debrief", answers=FULL)
    assert "logged Anna Weiss in person, yesterday" in result.out
    words = result.out.partition('words for it, to copy or mail: refcli write "Anna Weiss" --form ')
    form, _, text = words[2].partition("\n")
    assert form == "thank"
    assert "thank you for introducing me to Ben Okoye" in " ".join(text.split())
    assert anna.ok("write anna").out.split() == text.split()
    assert anna.ok("contact show anna --json").json["focus"] == "a second practice"
    made = anna.ok("ask show 1 --json").json
    assert (made["state"], made["on"], made["confirm_by"]) == (
        "introduced",
        "2026-11-19",
        "2026-11-25",
    )
    assert anna.ok("intro show ben --json").json["ask"] == 1
    admired = [c["name"] for c in anna.ok("contact list --json").json if c["admired_by"]]
    assert sorted(admired) == ["Kron Labs", "Stone Masonry"]
    due = anna.due()
    assert due[("custom", "Anna Weiss")] == "2026-11-21"
    assert due[("meet", "Anna Weiss")] == "2026-12-18"
    assert due[("reach", "Ben Okoye")] == "2026-11-20"


def test_a_short_one(anna: Program) -> None:
    anna.ok(
        "log",
        answers=[
            ("Whom did you meet?", "anna"),
            ("When did you meet?", ""),
            ("How?", "call"),
            ("What happened?", ""),
            ("working on now?", ""),
            ("exact words", ""),
            ("Did you ask", ""),
            ("introduce somebody", ""),
            ("admire", ""),
            ("What did you promise?", ""),
            ("meet next", "soon"),
            ("meet next", ""),
            ("Save all this?", True),
        ],
    )
    newest = anna.ok("log list --json").json[0]
    assert (newest["text"], newest["how"]) == ("met Anna Weiss", "call")


@pytest.mark.parametrize("question", range(len(FULL)))
def test_left_at_any_question_nothing_is_saved(anna: Program, question: int) -> None:
    before = anna.store.read_bytes()
    script = [*FULL[:question], (FULL[question][0], KeyboardInterrupt)]
    assert anna("debrief", answers=script).code == 130
    assert anna.store.read_bytes() == before


def test_not_saved_when_declined(anna: Program) -> None:
    before = anna.store.read_bytes()
    result = anna.ok("debrief", answers=[*FULL[:-1], ("Save all this?", False)])
    assert result.out.endswith("nothing was saved\n")
    assert anna.store.read_bytes() == before


def test_it_needs_a_person(anna: Program) -> None:
    assert anna("debrief anna").code == 2
    assert anna("prep").code == 2
    assert anna("prep nobody").code == 3


def test_a_drafted_thank_you(anna: Program) -> None:
    assert anna.ok("thank draft anna").out.startswith("Anna, thank you.")
    anna.ok("ask anna --in dentists --looking-for retire --answer promised")
    assert "offering to introduce me" in anna.ok("thank draft anna").out
    anna.ok('intro anna "Ben Okoye"')
    assert "introducing me to Ben Okoye" in anna.ok("thank draft anna").out
    anna.ok("intro won ben")
    text = anna.ok("thank draft anna --json").json["words"]
    assert "Ben is now a client" in text
    assert anna.ok("thank draft ben").out.startswith("Ben, thank you.")
    assert anna.ok("thank list --json").json == []


def test_a_bad_answer_loses_nothing(anna: Program) -> None:
    script = list(FULL)
    script[12:13] = [(_NUMBER, "send slides"), (_NUMBER, "12345")]
    result = anna.ok("debrief", answers=script)
    assert "not a phone number: send slides" in result.err
    assert anna.ok("contact show ben --json").json["phones"] == ["12345"]


def test_what_is_refused_can_be_left_out(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    script = [item for item in FULL if item[0] != _NUMBER]
    result = anna.ok("debrief", answers=[*script, ("Save the rest without the intro of", True)])
    assert "was introduced by the same source already" in result.err
    talks = [talk["text"] for talk in anna.ok("log list --json").json]
    assert "coffee, she is well" in talks
    assert len(anna.ok("intro list --json").json) == 1
    assert not list(anna.store.parent.glob("*.unsaved-*"))


def test_of_several_targets_the_best_fitting_is_prepared(anna: Program) -> None:
    anna.ok("kit target food --in bakers --looking-for grow")
    anna.ok('kit target teeth --in "dental practices" --looking-for retire')
    assert "dental practice" in anna.ok("prep anna --json").json["draft"]


def test_thanks_claim_nothing_that_did_not_happen(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye" --how name')
    anna.ok("intro lost ben --because not-interested")
    words = anna.ok("thank draft anna").out
    assert "passing on the name of Ben Okoye" in words
    assert "glad to speak" not in words
    anna.ok('intro anna "Tom Brandt"')
    anna.ok("intro lost tom --because not-a-fit")
    words = anna.ok("thank draft anna --intro 2").out
    assert "introducing me to Tom Brandt" in words
    assert "glad to speak" not in words


PETER: Script = [
    ("Whom did you meet?", "peter"),
    ("When did you meet?", "today"),
    ("How?", "in-person"),
    ("What happened?", "coffee"),
    ("working on now?", ""),
]


@pytest.mark.parametrize("no", ["no", "No.", "nobody", "none", "nothing special", "-", "n"])
def test_who_says_no_told_of_nobody_and_promised_nothing(refcli: Program, no: str) -> None:
    refcli.ok('contact add "Peter Vogel" --basis client')
    script: Script = [
        *PETER,
        ("exact words", no),
        ("Did you ask", "no"),
        ("introduce somebody", "yes"),
        ("introduce somebody", "he will think about it"),
        ("introduce somebody", no),
        ("admire", no),
        ("What did you promise?", no),
        ("meet next", no),
        ("Save all this?", True),
    ]
    told = refcli.ok("debrief", answers=script)
    assert "introduced" not in told.out
    assert [each["name"] for each in refcli.ok("contact list --json").json] == ["Peter Vogel"]
    assert refcli.ok("testimonial list --json").json == []
    assert refcli.ok("due --within 30 --kind custom --json").json == []


def test_several_who_were_introduced_are_one_introduction_of_each(refcli: Program) -> None:
    refcli.ok('contact add "Peter Vogel" --basis client')
    refcli.ok('contact add "Karl Rot"')
    script: Script = [
        *PETER,
        ("exact words", ""),
        ("Did you ask", "no"),
        ("introduce somebody", "Ben Okoye, Karl Rot"),
        ("admire", ""),
        ("What did you promise?", ""),
        ("meet next", ""),
        ("Save all this?", True),
    ]
    told = refcli.ok("debrief", answers=script)
    assert "introduced: Ben Okoye, Karl Rot" in told.out
    assert "added Ben Okoye (@3)" in told.out
    assert "Peter Vogel introduced Ben Okoye and Karl Rot, today" in told.out
    assert "introducing me to Ben Okoye and Karl Rot" in " ".join(told.out.split())


@pytest.mark.parametrize("name", ["no", "Nobody", "none", "yes", "nothing", "n/a", "No one."])
def test_what_answers_the_question_for_a_name_is_none(refcli: Program, name: str) -> None:
    told = refcli(["contact", "add", name])
    assert (told.code, told.err) == (
        2,
        f"refcli: that is nobody's name: {name}\nhint: say who it is\n",
    )
    for may_be in ("No Min", "N.", "Na", "Nil", "Y"):
        refcli.ok(["contact", "add", may_be])


def test_with_who_is_dropped_nothing_is_planned_and_nothing_is_lost(anna: Program) -> None:
    anna.ok("contact drop anna --because moved")
    asked = [item for item in FULL if not item[0].startswith(("What did you promise", "And what"))]
    asked = [i for i in asked if not i[0].startswith(("By when?", "meet next"))]
    result = anna.ok("debrief", answers=asked)
    assert "Anna Weiss is dropped, so nothing is planned" in result.err
    assert "coffee, she is well" in [talk["text"] for talk in anna.ok("log list --json").json]


def test_what_is_left_after_all_is_kept_in_a_file(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    script = [item for item in FULL if item[0] != _NUMBER]
    result = anna("debrief", answers=[*script, ("Save the rest without the intro of", False)])
    assert result.code == 1
    assert "what you typed is kept in " in result.err
    path = Path(result.err.rpartition("kept in ")[2].splitlines()[0])
    assert "coffee, she is well" in path.read_text(encoding="utf-8")
    assert "coffee, she is well" not in anna.ok("log list").out


def test_a_business_without_a_letter_is_asked_for_again(anna: Program) -> None:
    anna.ok("contact edit anna --basis client")
    script = list(FULL)
    place = next(n for n, (asked, _) in enumerate(script) if asked == "admire")
    script.insert(place, ("admire", "Bakery Roth, ?"))
    result = anna.ok("debrief", answers=script)
    assert "a name needs a letter or digit: ?" in result.err

"""A form that was opened in one shell is not saved over what another one changed meanwhile."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.program import Program, Result
from tests.support.prompter import Answer
from tests.support.restored import restored
from tests.support.two_shells import TwoShells

KIT: list[Answer] = [
    ("Your name", "Sam Rivers"),
    ("Your business", ""),
    ("in one sentence", "I help owners sleep"),
    ("in a line or two", ""),
    ("sets you apart", ""),
    ("Why do you do it", ""),
    ("What happens to somebody", ""),
    ("say about you", "ask for Sam"),
]
NOTHING_MORE: list[Answer] = [
    ("exact words", ""),
    ("Did you ask", "no"),
    ("introduce somebody", ""),
    ("admire", ""),
    ("What did you promise?", ""),
    ("meet next", ""),
    ("Save all this?", True),
]


def both(
    program: Program, line: str, answers: Sequence[Answer], at: str, *meanwhile: str
) -> Result:
    """One command on a terminal; at that question the other shell runs its lines."""

    def run_all() -> None:
        for other in meanwhile:
            program.ok(other)

    shells = TwoShells(answers, at, run_all)
    done = program(line, prompter=shells)
    shells.assert_all_asked(f"{done.out}{done.err}")
    return done


def kept(program: Program, number: str = "") -> Path:
    return Path(f"{program.store}.unsaved-2026-11-20-1200{number}.txt")


def no_file(program: Program) -> bool:
    return not list(program.store.parent.glob("*unsaved*"))


def refused(program: Program, done: Result, changed: str, hint: str, text: str) -> None:
    """Exit 75, the two lines of stderr, and the private file with what was typed."""
    assert done.code == 75
    assert done.err == (
        f"refcli: changed in another shell meanwhile, so this was not saved: {changed};"
        f" what you typed is kept in {kept(program)}\nhint: {hint}\n"
    )
    assert kept(program).read_text(encoding="utf-8") == text
    assert kept(program).stat().st_mode & 0o777 == 0o600
    assert len(list(program.store.parent.glob("*unsaved*"))) == 1


def test_the_kit(anna: Program) -> None:
    anna.ok(["kit", "edit", "--message", "I do books"])
    done = both(
        anna, "kit edit", KIT, "say about you", "kit edit --message 'I save taxes' --why money"
    )
    refused(
        anna,
        done,
        "message in the kit",
        "look, then go on: refcli kit edit",
        "Typed in `refcli kit edit` on 2026-11-20, and not saved:\n"
        "\nname in the kit\nSam Rivers\n"
        "\nmessage in the kit\nI help owners sleep\n"
        "\nsay in the kit\nask for Sam\n",
    )
    found = anna.ok("kit --json").json
    assert (found["message"], found["why"], found["say"]) == ("I save taxes", "money", None)


@pytest.mark.parametrize(
    "meanwhile",
    ["kit edit --why money", "kit edit --message 'I help owners sleep'", "log 'lunch with anna'"],
    ids=["another part", "the same words", "something else"],
)
def test_the_kit_where_nothing_is_lost(anna: Program, meanwhile: str) -> None:
    done = both(anna, "kit edit", KIT, "say about you", meanwhile)
    assert (done.code, done.err) == (0, "")
    assert anna.ok("kit --json").json["message"] == "I help owners sleep"
    assert no_file(anna)


def test_a_text_that_is_kept_already_stays(anna: Program) -> None:
    lines = ("one", "two", "three")
    numbers = ("", "-2", "-3")
    for number, line in zip(numbers, lines, strict=True):
        done = both(anna, "kit edit", KIT, "say about you", f"kit edit --message {line}")
        assert done.code == 75
        assert f"what you typed is kept in {kept(anna, number)}\n" in done.err
    for number, line in zip(numbers, lines, strict=True):
        assert "I help owners sleep" in kept(anna, number).read_text(encoding="utf-8")
        assert line not in kept(anna, number).read_text(encoding="utf-8")


def test_an_interview(anna: Program) -> None:
    anna.ok("contact add Carla Mendes --basis partner")
    done = both(
        anna,
        "partner interview carla",
        [("1/7", "law"), ("2/7", "she answers the phone")],
        "2/7",
        "partner carla --differs cheap",
    )
    refused(
        anna,
        done,
        "What sets them apart, of Carla Mendes",
        'see what stands there: refcli partner card "Carla Mendes"',
        "Typed in `refcli partner interview` on 2026-11-20, and not saved:\n"
        "\nWhat sets them apart, of Carla Mendes\nshe answers the phone\n",
    )
    [found] = anna.ok("partner list --json").json
    assert (found["services"], found["differs"]) == ("law", "cheap")


def test_an_interview_of_somebody_who_is_gone(anna: Program) -> None:
    anna.ok("contact add Carla Mendes --basis partner")
    done = both(anna, "partner interview carla", [("1/7", "law")], "1/7", "undo")
    assert done.code == 75
    assert "\nlaw\n" in done.err
    assert no_file(anna)
    assert anna.ok("partner list --json").json == []


def test_sorting(refcli: Program) -> None:
    refcli.ok("contact add Jane Roe")
    done = both(
        refcli,
        "contact sort",
        [("how do they know you", "client"), ("how often", "B")],
        "how often",
        "contact edit jane --basis family --tier A",
    )
    assert (done.code, no_file(refcli)) == (75, True)
    assert done.err == (
        "refcli: changed in another shell meanwhile, so this was not saved:"
        " basis of Jane Roe and tier of Jane Roe\nhint: go on: refcli contact sort\n"
    )
    found = refcli.ok("contact show jane --json").json
    assert (found["basis"], found["tier"]) == ("family", "A")


def test_sorting_somebody_who_is_forgotten_writes_nothing_of_them(refcli: Program) -> None:
    refcli.ok("contact add Jane Roe")
    answers = [("how do they know you", "client"), ("how often", "B")]
    done = both(refcli, "contact sort", answers, "how often", "contact forget jane --yes")
    assert (done.code, no_file(refcli)) == (75, True)
    assert "Jane Roe was taken away in another shell meanwhile" in done.err


def test_sorting_asks_about_people_as_they_are(refcli: Program) -> None:
    for name in ("Jane Roe", "Kim Poe", "Lee Moe"):
        refcli.ok(["contact", "add", name])
    done = both(
        refcli,
        "contact sort",
        [
            ("1/3 Jane Roe", "client"),
            ("1/3 Jane Roe", "B"),
            ("3/3 Lee Moe: how often", "A"),
        ],
        "1/3 Jane Roe: how do",
        "contact edit kim --basis family --tier A",
        "contact edit lee --basis friend",
    )
    assert (done.code, done.err) == (0, "")
    found = {c["name"]: (c["basis"], c["tier"]) for c in refcli.ok("contact list --json").json}
    assert found == {
        "Jane Roe": ("client", "B"),
        "Kim Poe": ("family", "A"),
        "Lee Moe": ("friend", "A"),
    }


def test_who_is_not_to_be_shown_again(refcli: Program) -> None:
    refcli.ok("contact add Jane Roe")
    done = both(
        refcli,
        "contact sort",
        [("how do they know you", "skip")],
        "how do they know you",
        "contact edit jane --basis family",
    )
    assert (done.code, done.err) == (0, "")
    assert refcli.ok("contact show jane --json").json["basis"] == "family"


def _debrief(focus: str) -> list[Answer]:
    return [
        ("When did you meet?", "today"),
        ("How?", "in-person"),
        ("What happened?", "coffee"),
        ("working on now?", focus),
        *NOTHING_MORE,
    ]


def test_a_debrief(anna: Program) -> None:
    anna.ok("contact edit anna --focus moving")
    done = both(
        anna,
        "debrief anna",
        _debrief("a second practice"),
        "Save all this?",
        "contact edit anna --focus hiring",
    )
    refused(
        anna,
        done,
        "what Anna Weiss is working on",
        'look, then go on: refcli debrief "Anna Weiss"',
        "Typed in `refcli debrief` on 2026-11-20, and not saved:\n"
        "\nmet\nAnna Weiss, today, in person\n"
        "\nwhat happened\ncoffee\n"
        "\nworking on\na second practice\n",
    )
    found = anna.ok("contact show anna --json").json
    assert found["focus"] == "hiring"
    assert [i["text"] for i in anna.ok("log list --json").json] == ["lunch with Anna"]


def test_a_debrief_that_only_adds(anna: Program) -> None:
    anna.ok("contact edit anna --focus moving")
    done = both(
        anna,
        "debrief anna",
        _debrief("moving"),
        "Save all this?",
        "contact edit anna --focus hiring --name 'Anna Stone'",
    )
    assert done.code == 0
    assert anna.ok("contact show anna --json").json["focus"] == "hiring"
    assert no_file(anna)


def test_a_debrief_of_somebody_who_is_gone(refcli: Program) -> None:
    refcli.ok("contact add Jane Roe --basis client")
    done = both(refcli, "debrief jane", _debrief("a move"), "Save all this?", "undo")
    assert done.code == 75
    assert "Jane Roe was taken away in another shell meanwhile, so this was not saved" in done.err
    assert "\ncoffee\n" in done.err
    assert no_file(refcli)


@pytest.mark.parametrize("meanwhile", ["done 1", "snooze 1 +30d"])
def test_a_backlog(anna: Program, meanwhile: str) -> None:
    anna.ok("followup anna 'send the book' --due today")
    anna.ok("followup anna 'send the film' --due today")
    before = {i["id"]: i["due"] for i in anna.ok("followup list --all --json").json}
    done = both(
        anna,
        "followup catchup",
        [("follow-ups", "each"), ("send the book", "snooze"), ("send the film", "skip")],
        "send the film",
        meanwhile,
    )
    refused(
        anna,
        done,
        "follow-up 1, Anna Weiss: send the book",
        "look, then go on: refcli followup catchup",
        "Typed in `refcli followup catchup` on 2026-11-20, and not saved:\n"
        "\nfollow-up 1, Anna Weiss: send the book\nput off for a week\n"
        "\nfollow-up 2, Anna Weiss: send the film\nclosed\n",
    )
    after = {i["id"]: i["due"] for i in anna.ok("followup list --all --json").json}
    assert after == ({2: before[2]} if "done" in meanwhile else {**before, 1: "2026-12-20"})


def test_a_backlog_of_which_another_part_changed(anna: Program) -> None:
    anna.ok("followup anna 'send the book' --due today")
    anna.ok("followup anna 'send the film' --due today")
    answers: list[Answer] = [
        ("follow-ups", "each"),
        ("send the book", "keep"),
        ("send the film", "skip"),
    ]
    done = both(anna, "followup catchup", answers, "send the film", "snooze 1 +30d")
    assert (done.code, done.err) == (0, "")
    [left] = anna.ok("followup list --all --json").json
    assert (left["id"], left["due"]) == (1, "2026-12-20")


def test_forgetting_finds_what_was_kept(anna: Program) -> None:
    anna.ok("contact add Carla Mendes --basis partner")
    anna.ok("contact add Tom Brandt --basis partner")
    for who in ("carla", "tom"):
        done = both(
            anna,
            f"partner interview {who}",
            [("1/7", "law")],
            "1/7",
            f"partner {who} --services tax",
        )
        assert done.code == 75
    told = anna.ok("contact forget carla --yes").out
    assert "deleted 1 unsaved text that spoke of them" in told
    assert not kept(anna).exists()
    assert "Tom Brandt" in kept(anna, "-2").read_text(encoding="utf-8")


def test_what_was_kept_is_not_written_over(anna: Program) -> None:
    both(anna, "kit edit", KIT, "say about you", "kit edit --message x")
    before = kept(anna).read_bytes()
    done = anna(["kit", "export", str(kept(anna)), "--force"])
    assert done.code == 73
    assert kept(anna).read_bytes() == before


def test_a_text_that_no_file_takes_is_shown(anna: Program) -> None:
    for number in range(1, 1000):
        end = ".txt" if number == 1 else f"-{number}.txt"
        Path(f"{anna.store}.unsaved-2026-11-20-1200{end}").touch()
    done = both(anna, "kit edit", KIT, "say about you", "kit edit --message x")
    assert done.code == 75
    assert "\nI help owners sleep\n" in done.err
    assert "what you typed could not be kept in a file and stands above\nhint: " in done.err


def test_a_dialogue_writes_to_nobody_but_whom_it_is_about(anna: Program) -> None:
    restore = restored(anna, 'contact add "Other Person"')
    anna.ok('contact add "Zora Quux"')
    shell = TwoShells([("Whom did", "New Prospect")], "Whom did", restore)
    refused = anna('intro add "Zora Quux"', terminal=80, prompter=shell)
    assert refused.code == 75
    assert "@2 is not Zora Quux any more, so nothing was changed" in refused.err
    assert anna.ok("intro list --json").json == []


@pytest.mark.parametrize(
    ("line", "question", "answer"),
    [
        ("done 1", "Ask", "yes"),
        ("snooze 1", "Until when?", "friday"),
        ("intro consent 1", "agree", "no"),
        ("intro lost 1", "Why did it come to nothing?", "not-interested"),
    ],
)
def test_a_number_is_nobody_elses_after_a_restore(
    anna: Program, line: str, question: str, answer: str
) -> None:
    anna.ok('contact add "Peter Vogel" --basis client')
    anna.ok('contact add "Ruth Adler" --basis client')
    restore = restored(anna, "intro give ruth anna")
    anna.ok("intro give peter anna")
    refused = anna(line, terminal=80, prompter=TwoShells([(question, answer)], question, restore))
    assert refused.code == 75
    assert "another shell restored a backup, or forgot somebody" in refused.err
    [intro] = anna.ok("intro list --json").json
    assert intro["state"] == "proposed"
    assert [item["kind"] for item in anna.ok("due --json --within 9").json] == ["consent"]


def test_of_several_each_question_says_whose_it_is(anna: Program) -> None:
    for name in ("Alice Moor", "Clara Hoff"):
        anna.ok(["intro", "anna", name])
        anna.ok(["intro", "reached", name])
    numbers = [anna.number("check", name) for name in ("Alice Moor", "Clara Hoff")]
    answers = [("Alice Moor: What is it worth", "100"), ("Clara Hoff: What is it worth", "300")]
    anna.ok(["done", *numbers, "--answer", "yes"], terminal=80, answers=answers)
    worth = {row["prospect"]["name"]: row["value"] for row in anna.ok("intro list --json").json}
    assert worth == {"Alice Moor": 100, "Clara Hoff": 300}


def test_an_amount_that_is_none_is_asked_again(anna: Program) -> None:
    anna.ok('intro anna "Alice Moor"')
    anna.ok('intro reached "Alice Moor"')
    number = anna.number("check", "Alice Moor")
    question = "Alice Moor: What is it worth"
    told = anna.ok(
        ["done", number, "--answer", "yes"],
        terminal=80,
        answers=[(question, "or so"), (question, "300")],
    )
    assert "or so" in told.out + told.err
    assert anna.ok("intro list --json").json[0]["value"] == 300


def test_what_is_asked_one_after_the_other_is_nobody_elses_after_a_restore(
    refcli: Program,
) -> None:
    refcli.ok('contact add "Una Old"')
    restore = restored(refcli, 'contact add "Yara New"')
    refcli.ok('contact add "Vera Old"')
    answers = [
        ("Una Old: how do they know you?", "client"),
        ("Una Old: how often", "A"),
        ("Vera Old: how do they know you?", "partner"),
        ("Vera Old: how often", "B"),
    ]
    shell = TwoShells(answers, "Vera Old: how often", restore)
    refused = refcli("contact sort", terminal=80, prompter=shell)
    assert refused.code == 75
    shown = refcli.ok("contact show yara --json").json
    assert (shown["bases"], shown["tier"]) == (["other"], None)


def test_who_was_forgotten_meanwhile_is_left_out_of_a_round(refcli: Program) -> None:
    for name in ("Anna Weiss", "Tom Brandt"):
        refcli.ok(["contact", "add", name, "--tag", "vip"])
    answers: list[tuple[str, str | bool | type[BaseException]]] = [
        ("To Anna Weiss?", "sent"),
        ("To Tom Brandt?", "sent"),
    ]
    shells = TwoShells(
        answers, "To Anna Weiss?", lambda: refcli.ok("contact forget Anna Weiss --yes")
    )
    told = refcli("write --tag vip --form check-in", terminal=80, prompter=shells)
    assert told.code == 0
    assert "Anna Weiss is no contact any more; left out" in told.err
    assert [c["name"] for i in refcli.ok("log list --json").json for c in i["contacts"]] == [
        "Tom Brandt"
    ]


@pytest.mark.parametrize("line", ["intro delete 1", "thank anna --how note"])
def test_what_was_sent_is_kept_though_what_it_was_about_is_settled(
    refcli: Program, line: str
) -> None:
    refcli.ok('contact add "Anna Weiss" --tag vip')
    refcli.ok('intro anna "Eva Lind" --on 2026-11-10')
    answers: list[tuple[str, str | bool | type[BaseException]]] = [("To Anna Weiss?", "sent")]
    shells = TwoShells(answers, "To Anna Weiss?", lambda: refcli.ok(line))
    told = refcli("write --tag vip", terminal=80, prompter=shells)
    assert told.code == 0
    assert "what it was about is settled by now, so it is kept as an exchange" in told.err
    assert "no contact any more" not in told.err
    newest = refcli.ok("log list --json").json[0]
    assert newest["how"] == "message"
    assert "Eva Lind" in newest["text"]


@pytest.mark.parametrize("meanwhile", ["undo", "contact forget lena --yes"])
def test_whoever_introduced_is_taken_away_before_the_last_answer(
    anna: Program, meanwhile: str
) -> None:
    anna.ok("contact add 'Lena Fuchs'")
    asked = "Whom did they introduce?"
    done = both(anna, "intro lena", [(asked, "Ben Okoye")], asked, meanwhile)
    assert (done.code, no_file(anna)) == (75, True)
    assert "lena was taken away in another shell meanwhile, so this was not saved" in done.err
    assert anna.ok("intro list --json").json == []
    assert [c["name"] for c in anna.ok("contact list --json").json] == ["Anna Weiss"]


def test_a_debrief_goes_on_without_whom_another_shell_took_away(anna: Program) -> None:
    anna.ok("contact add -", stdin="Tom Brandt\nThomas Brandt\n")
    asked = "What did you promise?"
    script: list[Answer] = [
        *_debrief("")[:-7],
        ("exact words", ""),
        ("Did you ask", "no"),
        ("introduce somebody", "Tom Brandt"),
        ("admire", "anna weiss, Kron Labs, Thomas Brandt"),
        (asked, "send the deeds"),
        ("By when?", "tomorrow"),
        ("And what else?", ""),
        ("meet next", ""),
        ("Save all this?", True),
        ("Save the rest without the", True),
    ]
    done = both(anna, "debrief anna", script, asked, 'contact merge "Thomas Brandt" "Tom Brandt"')
    assert done.code == 0
    assert "Tom Brandt was taken away in another shell meanwhile" in done.err
    assert ("custom", "Anna Weiss") in anna.due()
    assert anna.ok("intro list --json").json == []
    names = sorted(c["name"] for c in anna.ok("contact list --json").json)
    assert names == ["Anna Weiss", "Kron Labs", "Thomas Brandt"]

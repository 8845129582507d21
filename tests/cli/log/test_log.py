"""`refcli log …`."""

import pytest

from tests.support.program import Program


def test_a_sentence_becomes_an_exchange(anna: Program) -> None:
    result = anna.ok('log "yesterday: called Anna about her move #golf" --focus "the move"')
    assert result.out == (
        "logged Anna Weiss by phone, yesterday, Thu 19 Nov (interaction 2)\n"
        "tagged Anna Weiss: golf\n"
        "noted what Anna Weiss is working on: the move\n"
    )
    [newest, _] = anna.ok("log list --json").json
    assert newest == {
        "id": 2,
        "on": "2026-11-19",
        "how": "call",
        "direction": "both",
        "contacts": [{"id": 1, "name": "Anna Weiss"}],
        "text": "called Anna about her move #golf",
        "attempt": False,
        "time": None,
    }
    shown = anna.ok("contact show anna --json").json
    assert (shown["last_interaction"], shown["focus"], shown["tags"]) == (
        "2026-11-19",
        "the move",
        ["golf"],
    )


@pytest.mark.parametrize(
    ("line", "how", "direction"),
    [
        ('log "wrote to anna"', "message", "out"),
        ('log "anna wrote back"', "message", "in"),
        ('log --from anna "a long letter" --how letter', "letter", "in"),
        ('log --from anna "a word"', "message", "in"),
        ('log "good talk" --with anna --how video', "video", "both"),
        ("log lunch with anna", "in-person", "both"),
    ],
)
def test_channel_and_direction(anna: Program, line: str, how: str, direction: str) -> None:
    anna.ok(line)
    newest = anna.ok("log list --json").json[0]
    assert (newest["how"], newest["direction"]) == (how, direction)


def test_it_asks_rather_than_guesses(anna: Program) -> None:
    nobody = anna('log "a quiet day"')
    assert (nobody.code, nobody.out) == (2, "")
    unknown = anna('log "lunch with Anne"')
    assert unknown.code == 3
    assert "Anna Weiss" in unknown.err
    chained = anna('log "lunch with Anna and Zoe"')
    assert chained.code == 3
    assert len(anna.ok("log list --json").json) == 1
    asked = anna.ok('log "a quiet talk"', answers=[("With whom?", "anna")])
    assert "logged Anna Weiss" in asked.out


def test_nothing_in_the_future_and_nothing_impossible(anna: Program) -> None:
    for when in ("tomorrow", "2026-02-30", "31 feb", "2027-01-01"):
        result = anna(["log", "lunch with anna", "--on", when])
        assert result.code == 2, when
        assert result.out == ""


def test_the_next_meeting(anna: Program) -> None:
    anna.ok("log lunch with anna --next friday")
    assert anna.due() == {("meet", "Anna Weiss"): "2026-11-27"}
    anna.ok("log lunch with anna --next 2026-12-01")
    assert anna.due() == {("meet", "Anna Weiss"): "2026-12-01"}
    anna.ok("ask anna --in dentistry --looking-for sell --answer declined", today="2026-11-30")
    assert ("meet", "Anna Weiss") in anna.due()
    anna.ok("log coffee with anna", today="2026-11-30")
    assert ("meet", "Anna Weiss") in anna.due()
    anna.ok("log mail to anna --with anna --how email", today="2026-12-01")
    assert ("meet", "Anna Weiss") in anna.due()
    anna.ok("log coffee with anna", today="2026-12-01")
    assert ("meet", "Anna Weiss") not in anna.due()


def test_rhythm_follows_the_newest(anna: Program) -> None:
    anna.ok("contact edit anna --tier B")
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2027-02-08"}
    anna.ok("log lunch with anna --on 2026-11-15")
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2027-02-13"}
    anna.ok("log lunch with anna --on 2025-01-01")
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2027-02-13"}
    anna.ok("log edit 2 --on 2026-11-01")
    assert anna.due() == {("keep-in-touch", "Anna Weiss"): "2027-02-08"}
    anna.ok("contact edit anna --no-tier")
    assert anna.due() == {}


def test_the_order_of_entries_does_not_matter_for_rapport(refcli: Program) -> None:
    days = ["2026-01-05", "2026-03-01", "2026-11-01", "2026-07-07"]
    for name in ("Anna", "Berta"):
        refcli.ok(f"contact add {name} --since 2025-12-01")
    for day in days:
        refcli.ok(f"log lunch with Anna --on {day}")
    for day in sorted(days):
        refcli.ok(f"log lunch with Berta --on {day}")
        refcli.ok(f"log call with Berta --on {day}")
    first, second = refcli.ok("contact list --sort name --json").json
    assert first["rapport"] == second["rapport"]


def test_edit(anna: Program) -> None:
    anna.ok("contact add Ben Okoye")
    anna.ok('log edit 1 --text "dinner" --with ben --how call')
    [only] = anna.ok("log list --json").json
    assert (only["text"], only["how"]) == ("dinner", "call")
    assert [c["name"] for c in only["contacts"]] == ["Ben Okoye"]
    assert anna.ok("contact show anna --json").json["last_interaction"] is None
    assert anna("log edit 9 --text x").code == 3
    assert anna("log edit 1").code == 2
    assert anna.ok("log list --contact anna --json").json == []


def test_somebody_still_to_be_reached(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    hinted = anna.ok("log called Ben")
    assert 'refcli intro reached "Ben Okoye"' in hinted.err
    asked = anna.ok("log called Ben", answers=[("Did that reach Ben Okoye", "yes")])
    assert "reached Ben Okoye" in asked.out
    assert ("reach", "Ben Okoye") not in anna.due()


def test_a_huge_text_is_kept_whole(anna: Program) -> None:
    text = "lunch with anna, " + "ü" * 50_000
    anna.ok(["log", text])
    assert anna.ok("log list --json").json[0]["text"] == text


def test_who_only_spoke_is_asked_how_on_a_terminal(anna: Program) -> None:
    anna.ok("log spoke with anna", answers=[("How did you speak?", "video")])
    assert anna.ok("log list --json").json[0]["how"] == "video"
    anna.ok("log spoke with anna")
    assert anna.ok("log list --json").json[0]["how"] == "call"
    anna.ok("log called anna", answers=[])


def test_a_name_that_nobody_bears_is_asked_about_on_a_terminal(anna: Program) -> None:
    assert anna("log lunch with Tom Berg").code == 3
    answers = [("Tom Berg is new:", "known"), ("Who is it?", "anna")]
    anna.ok("log lunch with Tom Berg", answers=answers)
    assert anna.ok("log list --json").json[0]["contacts"][0]["name"] == "Anna Weiss"
    answers = [("Tom Berg is new:", "add"), ("Who is Tom Berg to you?", "client")]
    anna.ok("log lunch with Tom Berg yesterday", answers=answers)
    assert anna.ok("contact show tom --json").json["basis"] == "client"
    result = anna("log lunch with Zoe Lind", answers=[("Zoe Lind is new:", "nobody")])
    assert result.code == 2


def test_a_day_of_ones_own_and_one_in_the_sentence_must_agree(anna: Program) -> None:
    result = anna("log met anna yesterday --on 2026-11-10")
    assert (result.code, result.out) == (2, "")
    assert "two days" in result.err
    anna.ok("log met anna yesterday --on 2026-11-19")
    assert anna.ok("log list --json").json[0]["on"] == "2026-11-19"


def test_no_line_of_the_list_is_empty(anna: Program) -> None:
    anna.ok("thank anna --how note")
    anna.ok("kit share anna")
    anna.ok('ask anna --in dentistry --looking-for "sell their practice" --anyway')
    anna.ok('intro anna "Ben Okoye" --reached')
    lines = anna.ok("log list").lines[1:]
    for what in ("thanked", "showed whom you help", "asked for an introduction", "reached them"):
        assert any(line.endswith(what) for line in lines), what
    assert "by letter: thanked" in anna.ok("contact show anna").out
    assert "by letter: thanked" in anna.ok("prep anna").out

"""`write`: the words that are most urgent with somebody, and what happens to them."""

import base64
import stat
from email import message_from_string
from pathlib import Path

import pytest

from tests.support.program import Program


@pytest.fixture
def introduced(anna: Program) -> Program:
    """Anna introduced Dora Lee, whom I have not reached yet."""
    anna.ok('intro anna "Dora Lee" --how written')
    return anna


def draft(program: Program, line: str) -> dict[str, object]:
    return dict(program.ok(f"{line} --json").json)


def test_what_is_most_urgent_is_drafted(introduced: Program) -> None:
    [thank] = [
        item for item in introduced.ok("due --within 30 --json").json if item["kind"] == "thank"
    ]
    assert draft(introduced, "write anna") == {
        "form": "thank",
        "to": [{"id": 1, "name": "Anna Weiss"}],
        "subject": "Thank you",
        "text": (
            "Anna, thank you for introducing me to Dora Lee. I will be in touch with Dora at once,"
            " and will tell you how it goes. It means a lot to me that you thought of me."
        ),
        "about": [thank["id"]],
    }
    assert draft(introduced, "write dora")["form"] == "welcome"


def test_where_nothing_is_open_one_asks_how_they_are(anna: Program) -> None:
    anna.ok("contact add Bob Lund")
    assert draft(anna, "write bob") == {
        "form": "check-in",
        "to": [{"id": 2, "name": "Bob Lund"}],
        "subject": "How are you?",
        "text": "Bob, how are you? I would be glad to hear what keeps you busy these days.",
        "about": [],
    }


def test_what_was_sent_is_done_and_its_words_are_kept(introduced: Program) -> None:
    result = introduced.ok("write anna --done")
    assert "thanked Anna Weiss by message, today" in result.out
    assert "done: Thank Anna Weiss" in result.out
    [thanks] = introduced.ok("thank list --json").json
    assert thanks["words"].startswith("Anna, thank you for introducing me to Dora Lee.")
    again = introduced("write anna")
    assert (again.code, again.out) == (1, "")
    assert "nothing is due to Anna Weiss now" in again.err
    assert draft(introduced, "write anna --form status")["form"] == "status"
    introduced.ok("undo")
    assert introduced.ok("thank list --json").json == []


def test_a_first_message_reaches_nobody_yet(introduced: Program) -> None:
    result = introduced.ok("write dora --done --how email")
    assert "logged Dora Lee by e-mail, today" in result.out
    assert introduced.ok("intro show 1 --json").json["state"] == "made"
    assert "reach" in [kind for kind, _ in introduced.due()]


def test_thanks_news_and_a_question_in_one_message(introduced: Program) -> None:
    introduced.ok('intro anna "Tom Berg" --how name')
    introduced.today = "2026-12-01"
    text = str(draft(introduced, "write anna --all")["text"])
    thanks, second = text.split("\n\n")
    assert thanks.startswith("Anna, thank you for")
    assert not second.startswith("Anna")
    assert "do you know" not in text.lower()


def test_the_users_own_words_are_sent_and_kept(introduced: Program, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Anna, you are a star." > "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    env = {"EDITOR": str(editor)}
    assert introduced.ok("write anna --edit", env=env).out == "Anna, you are a star.\n"
    assert introduced.ok("thank list --json").json == []
    introduced.ok("write anna --edit --done", env=env)
    assert introduced.ok("thank list --json").json[0]["words"] == "Anna, you are a star."


def test_a_planned_ask_is_made_with_its_own_words(anna: Program) -> None:
    anna.ok('ask anna --in dentistry --looking-for "sell" --planned 2026-11-21 --words "My own."')
    assert draft(anna, "write anna --form ask")["text"] == "My own."
    assert "Do you know" in str(draft(anna, "write anna --form ask --tone warm")["text"])
    anna.ok("write anna --form ask --done")
    [ask] = anna.ok("ask list --json").json
    assert (ask["state"], ask["words"], ask["how"]) == ("pending", "My own.", "message")


def test_an_ask_without_a_plan_is_recorded_as_it_was_sent(anna: Program) -> None:
    anna.ok('engagement add anna "annual accounts" --rating 9')
    anna.ok('kit target dentists --in dentistry --looking-for "sell their practice"')
    anna.ok("write anna --form ask --done --how email")
    [ask] = anna.ok("ask list --json").json
    assert (ask["state"], ask["industry"], ask["how"]) == ("pending", "dentistry", "email")


def test_a_mail_is_written_and_no_name_adds_a_header(anna: Program, tmp_path: Path) -> None:
    anna.ok(["contact", "add", "Eve\nBcc: all@x.example", "--email", "eve@x.example"])
    file = tmp_path / "eve.eml"
    anna.ok(["write", "eve", "--form", "reconnect", "--eml", str(file)])
    mail = message_from_string(file.read_text(encoding="utf-8"))
    assert (mail["To"], mail["Bcc"], mail["X-Unsent"]) == ("eve@x.example", None, "1")
    assert mail["Subject"] == "How are you?"
    again = anna(["write", "eve", "--form", "reconnect", "--eml", str(file)])
    assert again.code == 73
    assert anna(["write", "eve", "--eml", str(anna.store)]).code == 2
    assert anna(["write", "eve", "--eml", f"{anna.store}.eml"]).code == 0


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("bücher@exämple.de", "To: bücher@exämple.de"),
        ('"a b"@x.example'.replace(" ", "."), "To: a.b@x.example"),
        ("a(b)@x.example", 'To: "a(b)"@x.example'),
        ("eve+vip@x.example", "To: eve+vip@x.example"),
    ],
)
def test_an_address_stays_what_it_is_in_a_mail(anna: Program, address: str, told: str) -> None:
    anna.ok(["contact", "add", "Eve", "--email", address])
    assert told in anna.ok("write eve --form reconnect --eml -").out.splitlines()


def test_an_address_that_a_header_would_change_is_refused(anna: Program) -> None:
    anna.ok(["contact", "add", "Eve", "--email", "=?utf-8?q?x?=@b.example"])
    refused = anna("write eve --form reconnect --eml -")
    assert (refused.code, refused.out) == (1, "")
    assert "no mail can be sent to such an address" in refused.err


def test_nothing_is_written_to_the_dead(anna: Program) -> None:
    anna.ok('contact add "Nadia Ode" --basis client --email n@x.example')
    anna.ok('contact date nadia birthday "5 dec 1950"')
    anna.ok("reciprocate nadia advice --how advice --received")
    assert "Nadia" in anna.ok("contact dates").out
    anna.ok("contact drop nadia --because died")
    for line in (
        "write nadia",
        "write nadia --form wish",
        "write nadia --all",
        "write nadia --eml -",
    ):
        refused = anna(line)
        assert (refused.code, refused.out) == (1, "")
        assert refused.err == (
            "refcli: Nadia Ode died, so nothing is written to them\n"
            'hint: if that is a mistake: refcli contact restore "Nadia Ode"\n'
        )
    assert anna.ok("contact dates").out.startswith("no dates are known")
    assert "Nadia" not in anna.ok("contact dates").out
    prepared = anna.ok("prep nadia").out
    assert "not now: died [deceased]\n" in prepared
    assert "coming up" not in prepared
    assert "ask them" not in prepared
    assert "Nadia" in anna.ok("contact dates --contact nadia").out
    assert "Nadia" not in anna.ok("reciprocate balance").out
    assert "died" in anna("ask draft nadia").err


def test_who_was_never_spoken_to_is_asked_for_a_talk_and_not_how_they_are(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok("tried ben", today="2026-11-21")
    assert "Anna Weiss introduced us" in anna.ok("write ben", today="2026-11-21").out
    later = anna.ok("write anna --form thank", today="2026-11-24").out
    assert "I have tried to reach Ben, without luck so far, and will try again." in later
    anna.ok("intro lost ben --because unreachable")
    assert anna("write ben").code == 1
    anna.ok('intro anna "Cleo Marsh" --on 2020-03-01 --history')
    assert "at once" not in anna.ok("write anna --form thank", today="2026-11-25").out


def test_the_clipboard_of_a_terminal_takes_the_text_alone(anna: Program) -> None:
    anna.ok(["contact", "add", "Mallory \x1b]52;c;eA==\x07 Smith"])
    result = anna.ok("write mallory --copy", terminal=80)
    assert result.out.count("\x1b]52;c;") == 1
    encoded = result.out.split("\x1b]52;c;")[1].split("\a")[0]
    assert "\x1b" not in base64.b64decode(encoded).decode()
    refused = anna("write mallory --copy")
    assert (refused.code, refused.out.startswith("Mallory")) == (1, True)
    assert "no clipboard" in refused.err


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("write", 2, "missing NAME"),
        ("write nobody", 3, "no contact matches"),
        ("write anna --form handover", 1, "nothing is known that handover could say"),
        ("write anna --about 99", 3, "Anna Weiss has no open follow-up 99"),
        ("write anna --form poem", 2, "poem"),
        ("write anna --form check-in --edit", 2, "no editor is named"),
        ("write anna --form check-in --mail", 1, "no mail program"),
    ],
)
def test_what_cannot_be_written_is_refused(anna: Program, line: str, code: int, said: str) -> None:
    before = anna.ok("history --json").json
    result = anna(line)
    assert result.code == code
    assert said in result.err
    assert anna.ok("history --json").json == before


def test_what_went_wrong_is_settled_by_whose_fault_it_was(introduced: Program) -> None:
    introduced.ok("intro reached dora")
    introduced.ok("intro bad dora --what late --fault me")
    to_anna = str(draft(introduced, "write anna --form apology")["text"])
    to_dora = str(draft(introduced, "write dora")["text"])
    assert "That was my mistake" in to_anna
    assert "May I call you" in to_dora
    introduced.ok("write dora --done")
    assert "repair" in [kind for kind, _ in introduced.due()]


def test_a_birthday_is_wished_for(anna: Program) -> None:
    anna.ok("contact edit anna --tier A")
    anna.ok('contact date anna birthday "22 nov"')
    assert draft(anna, "write anna --form wish")["text"] == (
        "Anna, happy birthday! I hope that the year ahead is a good one."
    )


@pytest.fixture
def three(anna: Program) -> Program:
    for name in ("Bob Lund", "Eva Lind"):
        anna.ok(["contact", "add", name, "--basis", "client"])
    anna.ok("contact edit anna bob eva --tag vip")
    return anna


def test_several_are_written_to_one_at_a_time(three: Program) -> None:
    left = three.ok(
        "write --tag vip --form check-in",
        answers=[("To Anna Weiss?", "sent"), ("To Bob Lund?", "stop")],
    )
    assert "Anna Weiss (1 of 3)" in left.out
    assert "logged Anna Weiss by message, today" in left.out
    assert "left here; the same line goes on with them" in left.err
    on = three.ok(
        "write --tag vip --form check-in",
        answers=[("To Bob Lund?", "skip"), ("To Eva Lind?", "sent")],
    )
    assert "going on where you left: 2 people to go" in on.err
    assert "that was everybody: 3" in on.err
    assert "left Bob Lund out of this round" in on.out
    logged = [i["contacts"][0]["name"] for i in three.ok("log list --json").json]
    assert (logged.count("Bob Lund"), logged.count("Eva Lind")) == (0, 1)
    again = three.ok("write --tag vip --form check-in", answers=[("To Anna Weiss?", "stop")])
    assert "Anna Weiss (1 of 3)" in again.out


def test_a_round_that_was_left_long_ago_begins_anew(three: Program) -> None:
    answers = [("To Anna Weiss?", "skip"), ("To Bob Lund?", "stop")]
    three.ok("write --tag vip --form check-in", answers=answers)
    later = three.ok(
        "write --tag vip --form check-in", today="2027-01-20", answers=[("To Anna Weiss?", "stop")]
    )
    assert "(1 of 3)" in later.out


def test_those_who_fit_a_target_are_asked_each_in_their_words(three: Program) -> None:
    three.ok('engagement add anna "annual accounts" --rating 9')
    three.ok('kit target dentists --in dentistry --looking-for "sell their practice"')
    result = three.ok("write --target dentists", answers=[("To Anna", "sent")])
    assert "Do you know anyone in dentistry" in result.out
    [ask] = three.ok("ask list --json").json
    assert (ask["industry"], ask["state"]) == ("dentistry", "pending")


def test_one_text_is_never_sent_to_many(three: Program) -> None:
    refused = three("write --tag vip")
    assert (refused.code, refused.out) == (2, "")
    assert "one at a time, on a terminal" in refused.err
    assert "one text to many would read as what it is" in refused.err
    assert three("write anna --tag vip").code == 2


def test_a_warm_ask_is_closed_with_a_request_for_praise(anna: Program) -> None:
    anna.ok('engagement add anna "annual accounts" --rating 9')
    line = 'ask draft anna --in dentistry --looking-for "sell" --tone'
    assert "about working with me" in anna.ok(f"{line} warm").out
    assert "about working with me" not in anna.ok(f"{line} plain").out
    words = anna.ok(f"{line} warm").out.strip()
    anna.ok(["ask", "anna", "--in", "dentistry", "--looking-for", "sell", "--words", words])
    anna.ok(
        "ask answer anna",
        answers=[("What did Anna Weiss say?", "promised"), ("a few words", "The best in town.")],
    )
    [praise] = anna.ok("testimonial list --json").json
    assert (praise["words"], praise["contact"]["name"]) == ("The best in town.", "Anna Weiss")
    assert "about working with me" not in anna.ok(f"{line} warm").out


def test_praise_is_taken_down_with_an_answer(anna: Program) -> None:
    anna.ok('ask anna --in dentistry --looking-for "sell" --anyway')
    anna.ok('ask answer anna promised --praise "So quick."')
    assert anna.ok("testimonial list --json").json[0]["words"] == "So quick."


def test_who_has_not_agreed_is_handed_over_to_nobody(anna: Program) -> None:
    anna.ok('contact add "Carl Ode" --phone "0555 010 010"')
    anna.ok('contact add "Bill Moore" --basis partner')
    anna.ok('intro give "Carl Ode" "Bill Moore" --for "a mortgage"')
    refused = anna("write carl --form handover")
    assert (refused.code, refused.out) == (1, "")
    anna.ok("intro consent carl yes")
    assert "0555 010 010" in str(draft(anna, "write carl --form handover")["text"])


def test_what_was_only_asked_for_is_no_offer(anna: Program) -> None:
    anna.ok('ask anna --in dentistry --looking-for "sell" --anyway')
    pending = str(draft(anna, "write anna --form confirm")["text"])
    assert "I asked whether you could introduce me to somebody in dentistry" in pending
    anna.ok("ask answer anna promised")
    assert "you kindly offered" in str(draft(anna, "write anna --form confirm")["text"])


def test_whom_i_meet_already_is_told_so(introduced: Program) -> None:
    introduced.ok("meet dora tue 10:00")
    assert draft(introduced, "write dora")["text"] == (
        "Dora, I look forward to meeting you on Tuesday at 10:00."
    )


def test_a_note_on_a_talk_stays_with_the_user(introduced: Program) -> None:
    introduced.ok('intro reached dora --note "difficult man"')
    introduced.ok('intro won dora --note "signed for two years"')
    text = str(draft(introduced, "write anna --form outcome")["text"])
    assert "Dora signed for two years, and is now a client, thanks to you." in text
    assert "difficult" not in text


def test_a_loss_for_a_reason_of_its_own_claims_nothing_else(introduced: Program) -> None:
    introduced.ok('intro lost dora --because "they moved to Spain"')
    text = str(draft(introduced, "write anna --form outcome")["text"])
    assert "Nothing came of it this time." in text
    assert "need" not in text


@pytest.mark.parametrize("form", ["testimonial", "reconnect"])
def test_what_the_facts_do_not_hold_is_not_written(anna: Program, form: str) -> None:
    anna.ok("log call with anna")
    assert anna(f"write anna --form {form}").code == 1


def test_a_second_exchange_on_a_day_leaves_the_next_one_due(anna: Program) -> None:
    anna.ok("contact edit anna --tier A")
    anna.ok("log call with anna")
    due = anna.due()["keep-in-touch", "Anna Weiss"]
    for line in ("write anna --form check-in --done", "write anna --form check-in --done"):
        assert "logged Anna Weiss by message, today" in anna.ok(line).out
    assert anna.due()["keep-in-touch", "Anna Weiss"] == due


def test_pronouns_are_used_where_they_were_told(introduced: Program) -> None:
    introduced.ok("intro won dora")
    assert "I will look after Dora well" in introduced.ok("thank draft anna").out
    introduced.ok("contact edit dora --pronouns she/her")
    assert "I will look after her well" in introduced.ok("thank draft anna").out


def test_who_was_written_to_gets_no_second_first_message(introduced: Program) -> None:
    sent = introduced.ok("write dora --done --how email")
    [number] = [
        i["id"] for i in introduced.ok("due --within 9 --json").json if i["kind"] == "reach"
    ]
    assert f"{number} stays open until they answer; then: refcli done {number}" in sent.err
    introduced.today = "2026-11-24"
    assert draft(introduced, "write dora")["text"] == (
        "Dora, I wrote to you on 20 November after Anna Weiss introduced us, and would still be"
        " glad to hear from you. Would Thursday at 10:00 or Monday at 15:00 suit you for a short"
        " call? If it is not the time for it, just say so."
    )


def test_what_is_due_without_words_is_named(introduced: Program) -> None:
    introduced.ok("thank anna")
    introduced.ok("intro reached dora")
    introduced.ok("thank anna")
    introduced.today = "2026-11-29"
    refused = introduced("write anna")
    assert (refused.code, refused.out) == (1, "")
    assert "there are no words for what is due: Tell Anna Weiss whom you help" in refused.err
    assert 'when it is done: refcli kit share "Anna Weiss"' in refused.err


def test_of_a_prospect_who_is_gone_nothing_is_promised(anna: Program) -> None:
    anna.ok('intro anna "Ben Okoye"')
    anna.ok('contact drop ben --because "left the country"')
    told = anna.ok("write anna --form thank").out
    assert "Ben Okoye" in told
    assert "at once" not in told
    status = anna.ok("write anna --form status").out
    assert "Nothing has come of it, and I am letting it rest." in status


@pytest.mark.parametrize("name", ["Lopez Law", "Park Bank", "Smith Dental"])
def test_a_firm_is_called_by_no_first_name(refcli: Program, name: str) -> None:
    refcli.ok(["contact", "add", name, "--is", "firm", "--basis", "partner"])
    refcli.ok(["intro", name, "Max Frei"])
    refcli.today = "2026-11-21"
    assert refcli.ok(["write", name]).out.startswith("Hello, thank you for introducing me")
    refcli.ok(["contact", "edit", name, "--is", "person"])
    first = name.split(maxsplit=1)[0]
    assert refcli.ok(["write", name]).out.startswith(f"{first}, thank you for introducing me")

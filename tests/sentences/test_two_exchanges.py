"""One line is one exchange, and an introduction is none."""

import pytest

from tests.support.program import Program


@pytest.fixture
def three(refcli: Program) -> Program:
    refcli.ok("contact add -", stdin="Anna Weiss\nTom Brandt\nEva Roth\nDr. Joel Winter\n")
    return refcli


@pytest.mark.parametrize(
    ("sentence", "second"),
    [
        ("called anna and emailed tom", "emailed tom"),
        ("called anna; emailed tom", "emailed tom"),
        ("Called Anna. Emailed Tom.", "Emailed Tom"),
        ("met anna and called tom", "called tom"),
        ("met anna, had a call with tom", "call with tom"),
        ("lunch with anna, coffee with tom, call with eva", "coffee with tom, call with eva"),
        ("lunch anna, call tom", "call tom"),
        ("met anna, tried tom", "tried tom"),
        ("tried anna, then spoke to tom", "spoke to tom"),
        ("called anna, no answer, then reached tom", "reached tom"),
        ("called anna and left a message for tom", "left a message for tom"),
        ("anna rang and tom emailed", "tom emailed"),
    ],
)
def test_a_second_exchange_is_a_line_of_its_own(three: Program, sentence: str, second: str) -> None:
    told = three(["log", sentence])
    assert (told.code, told.out) == (2, "")
    assert told.err.splitlines() == [
        f"refcli: that tells two exchanges: {second}",
        "hint: nothing was saved; log one, then the other",
    ]
    assert three.ok("log list --json").json == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("lunch with anna and tom", ["Anna Weiss", "Tom Brandt"]),
        ("lunch and coffee with anna", ["Anna Weiss"]),
        ("lunch with anna, then coffee", ["Anna Weiss"]),
        ("lunch with anna, sent her the plan", ["Anna Weiss"]),
        ("met anna for coffee with tom", ["Anna Weiss", "Tom Brandt"]),
        ("lunch with anna, talked about tom", ["Anna Weiss"]),
        ("called anna, asked about tom", ["Anna Weiss"]),
        ("call with anna, mentioned tom", ["Anna Weiss"]),
        ("anna and tom called", ["Anna Weiss", "Tom Brandt"]),
        ("anna and tom emailed", ["Anna Weiss", "Tom Brandt"]),
        ("thanked anna for eva", ["Anna Weiss"]),
        ("thanked anna for introducing eva", ["Anna Weiss"]),
        ("thanked anna for eva and tom", ["Anna Weiss"]),
        ("thanked anna for the call with tom", ["Anna Weiss"]),
        ("anna thanked me for recommending tom", ["Anna Weiss"]),
        ("updated anna on eva", ["Anna Weiss"]),
        ("kept anna posted on eva", ["Anna Weiss"]),
        ("let anna know eva signed", ["Anna Weiss"]),
        ("told anna i met eva", ["Anna Weiss"]),
        ("asked anna how eva is doing", ["Anna Weiss"]),
        ("mentioned eva to anna", ["Anna Weiss"]),
        ("called anna after lunch with eva", ["Anna Weiss"]),
        ("called anna before meeting eva", ["Anna Weiss"]),
        ("congratulated anna on hiring eva", ["Anna Weiss"]),
        ("apologised to anna for eva", ["Anna Weiss"]),
        ("met anna after work with tom", ["Anna Weiss", "Tom Brandt"]),
        ("met anna on friday with tom", ["Anna Weiss", "Tom Brandt"]),
        ("met anna on monday morning with tom", ["Anna Weiss", "Tom Brandt"]),
        ("met anna for a coffee with tom", ["Anna Weiss", "Tom Brandt"]),
        ("anna and I met tom for lunch", ["Anna Weiss", "Tom Brandt"]),
        ("anna and i visited tom", ["Anna Weiss", "Tom Brandt"]),
        ("lunch with anna and tom for eva's birthday", ["Anna Weiss", "Tom Brandt"]),
        ("met anna, lunch at tom's", ["Anna Weiss"]),
        ("Dr. Winter called about two crowns", ["Dr. Joel Winter"]),
    ],
)
def test_one_exchange_is_one(three: Program, sentence: str, who: list[str]) -> None:
    three.ok(["log", sentence])
    [kept] = three.ok("log list --json").json
    assert [each["name"] for each in kept["contacts"]] == who


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("anna referred eva to me", "intro anna eva"),
        ("anna has kindly introduced eva to me", "intro anna eva"),
        ("anna recommended eva to us", "intro anna eva"),
        ("anna sent eva my way", "intro anna eva"),
        ("anna sent me eva", "intro anna eva"),
        ("anna put eva in touch with me", "intro anna eva"),
        ("anna put me in touch with eva", "intro anna eva"),
        ("anna gave eva my number", "intro anna eva"),
        ("yesterday anna referred eva to me", "intro anna eva"),
        ("Anna referred Ida Falk to me", 'intro Anna "Ida Falk"'),
        ("eva was referred by anna", "intro anna eva"),
        ("introduced to eva by anna", "intro anna eva"),
        ("got an intro to eva from anna", "intro anna eva"),
        ("intro from anna to eva", "intro anna eva"),
        ("anna made the introduction to eva", "intro anna eva"),
        ("anna passed my name to eva", "intro anna eva"),
        ("anna connected me with eva", "intro anna eva"),
        ("anna emailed eva and me", "intro anna eva"),
        ("anna vouched for me with eva", "intro anna eva"),
        ("anna gave me the number of eva", "intro anna eva"),
        ("eva came to me through anna", "intro anna eva"),
        ("referred eva to tom", "intro give eva tom"),
        ("I introduced eva to tom", "intro give eva tom"),
        ("introduced eva and tom", "intro give eva tom"),
        ("put eva in touch with tom", "intro give eva tom"),
        ("recommended tom to eva", "intro give eva tom"),
    ],
)
def test_an_introduction_is_no_exchange(three: Program, sentence: str, line: str) -> None:
    told = three(["log", sentence])
    assert (told.code, told.out) == (2, "")
    assert told.err.splitlines() == [
        "refcli: that is an introduction",
        f"hint: nothing was saved; note it: refcli {line}",
    ]
    assert three.ok("log list --json").json == []


@pytest.mark.parametrize(
    "sentence",
    [
        "lunch with anna, she referred Ida to me",
        "lunch with anna, she introduced me to Ida",
        "lunch with anna, she introduced me to Ida Falk",
        "lunch with anna, she put Ida in touch with me",
        "lunch with anna, she sent Ida my way",
    ],
)
def test_an_introduction_told_besides_is_a_line_away(three: Program, sentence: str) -> None:
    told = three.ok(["log", sentence])
    assert "logged Anna Weiss in person" in told.out
    assert "if they introduced you: refcli intro anna " in told.err


@pytest.mark.parametrize(
    ("sentence", "whom"),
    [
        ("lunch with anna and tom, I promised tom to send the plan by friday", "tom"),
        ("met Anna and Tom, promised Tom to send the plan by friday", "Tom"),
        ("met Anna and Tom, Tom asked me to send the plan by friday", "Tom"),
        ("met Anna and Tom, I will send Anna the plan by friday", "Anna"),
        ("met Anna and Tom, I will send the plan by friday", "NAME"),
        ("met Anna and Tom, promised Anna and Tom to send the plan by friday", "NAME"),
        ("lunch with anna, I will send the plan by friday", "anna"),
    ],
)
def test_a_promise_is_to_whom_its_clause_names(three: Program, sentence: str, whom: str) -> None:
    assert f"to be reminded of it: refcli followup {whom} " in three.ok(["log", sentence]).err


def test_of_several_it_is_asked_to_whom_a_promise_was(three: Program) -> None:
    sentence = "met Anna and Tom, I will send the plan by friday"
    asked = "For whom is it to be remembered: send the plan, Fri 27 Nov"
    told = three(["log", sentence], terminal=80, answers=[(asked, "2")])
    assert told.code == 0
    assert "Tom Brandt: send the plan" in three.ok("due --within 9").out
    three.ok("undo")
    assert three(["log", sentence], terminal=80, answers=[(asked, "")]).code == 0
    assert "send the plan" not in three.ok("due --within 9").out
    named = "met Anna and Tom, promised Tom to send the plan by friday"
    question = "Remind you of it for Tom Brandt: send the plan, Fri 27 Nov"
    assert three(["log", named], terminal=80, answers=[(question, True)]).code == 0
    assert "Tom Brandt: send the plan" in three.ok("due --within 9").out


@pytest.mark.parametrize(
    "sentence",
    ["met anna and tom for lunch on monday", "met anna and tom for dinner last friday"],
)
def test_the_day_of_the_exchange_is_no_appointment_to_come(three: Program, sentence: str) -> None:
    assert "refcli meet" not in three.ok(["log", sentence]).err


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("left anna a voicemail, she called back later", "called back"),
        ("missed tom's call, rang him back", "rang him back"),
        ("called anna, no answer, she called me back", "called me back"),
        ("tried tom, spoke later", "spoke later"),
    ],
)
def test_a_try_that_came_to_an_exchange_is_no_try(three: Program, sentence: str, said: str) -> None:
    told = three(["log", sentence])
    assert (told.code, told.out) == (2, "")
    assert f"that tells a try, and that it came to an exchange: {said}" in told.err
    assert three.ok("log list --json").json == []


@pytest.mark.parametrize(
    "sentence",
    ["called anna, no answer, will call back", "left anna a message to call back"],
)
def test_a_try_with_what_is_to_come_is_a_try(three: Program, sentence: str) -> None:
    assert three.ok(["log", sentence]).out.startswith("tried Anna Weiss by phone, today")


@pytest.mark.parametrize(
    ("sentence", "how"),
    [
        ("congratulated anna on the new job by phone", "call"),
        ("talked to anna about the audit over zoom", "video"),
        ("lunch with anna about a call by phone", "in-person"),
    ],
)
def test_by_which_way_may_stand_at_the_end(three: Program, sentence: str, how: str) -> None:
    three.ok(["log", sentence])
    assert three.ok("log list --json").json[0]["how"] == how


@pytest.mark.parametrize(
    "sentence",
    [
        "met anna and introduced her to tom",
        "met anna, gave her tom's number",
        "met anna, I put her in touch with tom",
    ],
)
def test_whom_i_introduced_besides_is_a_line_away(three: Program, sentence: str) -> None:
    told = three.ok(["log", sentence])
    assert "if you introduced them: refcli intro give anna tom" in told.err
    assert [c["name"] for c in three.ok("log list --json").json[0]["contacts"]] == ["Anna Weiss"]


@pytest.mark.parametrize("said", ["eva left a message", "eva left a voicemail about the offer"])
def test_a_message_that_somebody_left_is_theirs(three: Program, said: str) -> None:
    assert three.ok(["log", said]).out.startswith("missed a call of Eva Roth, today")


@pytest.mark.parametrize(
    "sentence",
    [
        "waiting to hear from anna",
        "anna calls back on monday",
        "anna moved our meeting to friday",
        "anna is on parental leave",
        "liked anna's post on linkedin",
        "won anna",
        "lost anna",
    ],
)
def test_what_is_no_exchange_is_none(three: Program, sentence: str) -> None:
    assert three(["log", sentence]).code == 2
    assert three.ok("log list --json").json == []


def test_who_is_coming_is_to_come(three: Program) -> None:
    assert "planned: Anna Weiss" in three.ok(["log", "anna's coming by tomorrow"]).out


@pytest.mark.parametrize("sentence", ["got the contract from anna", "received a reply from anna"])
def test_what_is_received_is_a_message_of_theirs(three: Program, sentence: str) -> None:
    three.ok(["log", sentence])
    [kept] = three.ok("log list --json").json
    assert (kept["how"], kept["direction"]) == ("message", "in")


def test_whom_it_names_and_leaves_out_is_said_with_the_line_that_mends_it(three: Program) -> None:
    told = three.ok(["log", "called anna after lunch with eva"])
    line = "refcli log edit 1 --with anna --with eva"
    assert f"not there, as understood: eva; else: {line}" in told.err
    three.ok(line.removeprefix("refcli "))
    [kept] = three.ok("log list --json").json
    assert [each["name"] for each in kept["contacts"]] == ["Anna Weiss", "Eva Roth"]
    assert "not there" not in three.ok(["log", "lunch with anna and eva"]).err


def test_what_i_promised_not_to_do_is_no_promise(three: Program) -> None:
    told = three.ok(["log", "lunch with anna, promised not to tell tom until friday"])
    assert "to be reminded of it" not in told.err


def test_a_promise_to_somebody_new_is_remembered_for_them(three: Program) -> None:
    sentence = "met Anna and Zed Zander, promised Zed to send the plan by friday"
    told = three(
        ["log", sentence],
        terminal=80,
        answers=[
            ("Zed Zander", "add"),
            ("Zed Zander", "client"),
            ("Remind you of it for Zed Zander: send the plan", True),
        ],
    )
    assert told.code == 0, told.err
    assert "Zed Zander: send the plan" in three.ok("due --within 9").out

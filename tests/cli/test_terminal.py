"""Each flow once in a real pseudo-terminal, and Ctrl-C there."""

import os
import sys

import pexpect
import pytest

from refcli.prompt.tail import SECONDS
from tests.support.program import Program

ENTER, UP, DOWN, CTRL_C, CTRL_D, ESCAPE = "\r", "\x1b[A", "\x1b[B", "\x03", "\x04", "\x1b"
# The program asks where on the screen it is, and a terminal tells it: row, column.
_ASKS_PLACE, _PLACE = "\x1b[6n", "\x1b[5;1R"
BACKSPACES = "\x7f" * 9


class Terminal:
    """A child process in a terminal; waits for a text, then types."""

    def __init__(self, program: Program, line: str, *, tells_place: bool = False) -> None:
        env = {
            **os.environ,
            "REFCLI_STORE": str(program.store),
            "REFCLI_TODAY": program.today,
            "TERM": "xterm",
            "PROMPT_TOOLKIT_NO_CPR": "" if tells_place else "1",
        }
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "refcli", *line.split()],
            env=env,
            encoding="utf-8",
            timeout=30,
            dimensions=(40, 100),
        )

    def answer(self, question: str, keys: str, *, thinks: bool = False) -> None:
        """Type at a question; who `thinks` does so after a moment, no Enter behind a key."""
        self.child.expect_exact(question)
        self.child.expect_exact("\x1b[?7h")  # the drawing is done: the prompt is ready
        if thinks:
            self.child.expect(pexpect.TIMEOUT, timeout=2 * SECONDS)
        self.child.send(keys)

    def end(self) -> tuple[int | None, str]:
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus, self.child.before or ""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
class TestFlows:
    """Typing as a person does."""

    def test_ask(self, anna: Program) -> None:
        terminal = Terminal(anna, "ask")
        terminal.answer("Whom do you ask?", ENTER)
        terminal.answer("In which industry", "dentists" + ENTER)
        terminal.answer("looking to do what", "retire" + ENTER)
        terminal.answer("be like?", ENTER)
        terminal.answer("Say it like this?", DOWN + ENTER)
        terminal.answer("What now?", "p")
        terminal.answer("Where?", ENTER, thinks=True)
        terminal.answer("When will you meet?", ENTER)
        code, _ = terminal.end()
        assert code == 0
        [made] = anna.ok("ask list --json").json
        assert (made["state"], made["on"]) == ("planned", "2026-11-21")
        assert made["words"].endswith("quite all right.")

    def test_an_enter_too_many_answers_nothing(self, anna: Program) -> None:
        anna.ok("followup add anna book --due today")
        terminal = Terminal(anna, "done")
        terminal.child.send(ENTER * 3)  # before the question is there
        terminal.answer("Which one?", CTRL_C)
        code, _ = terminal.end()
        assert code == 130
        assert "book" in anna.ok("due").out

    def test_an_enter_behind_a_key_answers_nobody_else(self, anna: Program) -> None:
        for name in ("Peter Vogel", "Ruth Adler"):
            anna.ok(["contact", "add", name, "--basis", "client", "--tag", "xmas"])
        before = anna.ok("log list --json").json
        terminal = Terminal(anna, "write --tag xmas --form check-in")
        terminal.answer("To Peter Vogel?", "n" + ENTER)
        terminal.answer("To Ruth Adler?", CTRL_C)
        code, _ = terminal.end()
        assert code == 130
        assert anna.ok("log list --json").json == before

    @pytest.mark.parametrize("keys", ["pacb", "pa\rc\rb", "partner\ra\rclient\rb", "pa\rclientb"])
    @pytest.mark.parametrize("pause", [0.0, 0.1, 0.5])
    def test_keys_that_are_typed_fast_answer_in_their_order(
        self, refcli: Program, keys: str, pause: float
    ) -> None:
        for name in ("Peter Vogel", "Ruth Adler"):
            refcli.ok(["contact", "add", name])
        if pause > 0.35 and keys != "pacb":
            pytest.skip("then an Enter is a thought of its own")
        terminal = Terminal(refcli, "contact sort")
        terminal.answer("Peter Vogel", keys[0])
        for key in keys[1:]:
            terminal.child.expect(pexpect.TIMEOUT, timeout=pause)
            terminal.child.send(key)
        code, _ = terminal.end()
        assert code == 0
        shown = [refcli.ok(f"contact show {who} --json").json for who in ("peter", "ruth")]
        assert [(each["bases"], each["tier"]) for each in shown] == [
            (["partner"], "A"),
            (["client"], "B"),
        ]

    @pytest.mark.parametrize(
        ("keys", "tiers"),
        [
            ("y" + ENTER, "BA"),
            ("yes" + ENTER, "BA"),
            ("yn", "BA"),
            ("ny", "AB"),
            ("no" + ENTER, "AA"),
        ],
    )
    def test_an_enter_behind_yes_or_no_answers_no_further_one(
        self, refcli: Program, keys: str, tiers: str
    ) -> None:
        for name in ("Peter Vogel", "Ruth Adler"):
            refcli.ok(["contact", "add", name, "--basis", "friend", "--tier", "A"])
            [mine] = refcli.ok(["due", "--within", "60", "--contact", name, "--json"]).json
            for _ in range(3):
                refcli.ok(["snooze", str(mine["id"]), "2026-11-25"])
        terminal = Terminal(refcli, "review")
        terminal.answer("Whom will you ask", UP + ENTER)
        terminal.answer("Peter Vogel (tier A) was put off", keys)
        if keys.endswith(ENTER):
            terminal.answer("Ruth Adler (tier A) was put off", "n")
        terminal.answer("What will you do differently", ENTER, thinks=True)
        assert terminal.end()[0] == 0
        shown = [refcli.ok(f"contact show {who} --json").json["tier"] for who in ("peter", "ruth")]
        assert "".join(shown) == tiers

    @pytest.mark.parametrize("keys", ["n" + ENTER, "no" + ENTER, "nothing" + ENTER])
    def test_no_is_no_and_the_next_question_is_asked(self, anna: Program, keys: str) -> None:
        anna.ok('intro anna "Ben Ott"')
        anna.ok("intro reached ben")
        terminal = Terminal(anna, f"done {anna.number('check')}")
        terminal.answer("Ben Ott became a client", keys[0])
        for key in keys[1:]:
            terminal.child.send(key)
        terminal.answer("?", "the bank said no" + ENTER, thinks=True)
        code, _ = terminal.end()
        assert code == 0
        assert "the bank said no" in anna.ok("intro show ben").out

    def test_a_list_that_is_narrowed_to_nothing_answers_nothing(self, anna: Program) -> None:
        anna.ok("contact add Tom Brandt")
        for who in ("anna", "tom"):
            anna.ok(["followup", "add", who, "call", "--due", "today"])
        terminal = Terminal(anna, "done")
        terminal.answer("Which one?", f"ruth{ENTER}")
        terminal.child.expect_exact("ruth")
        backspaces = "\x7f" * len("ruth")
        terminal.child.send(f"{backspaces}tom{ENTER}")
        code, _ = terminal.end()
        assert code == 0
        assert "Anna Weiss: call" in anna.ok("due").out
        assert "Tom Brandt" not in anna.ok("due").out

    def test_words_that_are_typed_ahead_answer(self, anna: Program) -> None:
        terminal = Terminal(anna, "followup add anna")
        terminal.child.send(f"{ENTER}send the bóok{ENTER}friday{ENTER}")
        code, _ = terminal.end()
        assert code == 0
        assert "send the bóok" in anna.ok("due --within 10").out

    def test_pasted_colours_are_no_mouse(self, anna: Program) -> None:
        terminal = Terminal(anna, "contact add")
        terminal.answer("name", "\x1b[31mZed\x1b[0m Quux" + ENTER)
        code, shown = terminal.end()
        assert "Traceback" not in shown
        assert "not enough values" not in shown
        assert code in (0, 130)

    def test_the_whole_sentence_is_shown_while_it_is_typed(self, anna: Program) -> None:
        terminal = Terminal(anna, "ask anna", tells_place=True)
        for question, part, sentence in (
            ("In which industry", "dentists", "Do you know any dentists?"),
            ("looking to do what", "retire", "who are looking to retire?"),
            ("be like?", "honest", "I am thinking of someone who is honest."),
        ):
            terminal.child.expect_exact(_ASKS_PLACE)
            terminal.child.expect_exact(question)
            terminal.child.send(part + _PLACE)  # below stands nothing before the place is told
            terminal.child.expect_exact(sentence)
            terminal.child.send(ENTER)
        terminal.child.expect_exact("Say it like this?")
        terminal.child.send(CTRL_C)
        assert terminal.end()[0] == 130
        assert anna.ok("ask list --json").json == []

    def test_debrief(self, anna: Program) -> None:
        terminal = Terminal(anna, "debrief anna")
        terminal.answer("When did you meet?", ENTER)
        terminal.answer("How?", ENTER)
        terminal.answer("What happened?", "a good talk" + ENTER)
        for question in ("working on", "exact words"):
            terminal.answer(question, ENTER)
        terminal.answer("Did you ask", ENTER)
        for question in ("introduce somebody", "admire", "promise?", "meet next"):
            terminal.answer(question, ENTER)
        terminal.answer("Save all this?", "y")
        assert terminal.end()[0] == 0
        assert anna.ok("log list --json").json[0]["text"] == "a good talk"

    def test_escape_goes_back_and_typing_narrows_a_list(self, anna: Program) -> None:
        terminal = Terminal(anna, "debrief anna")
        terminal.answer("When did you meet?", ENTER)
        terminal.answer("How?", ESCAPE)
        terminal.answer("When did you meet?", BACKSPACES + "yesterday" + ENTER)
        terminal.answer("How?", "video" + ENTER)
        terminal.answer("What happened?", ESCAPE)
        terminal.answer("How?", ENTER)
        terminal.answer("What happened?", "a good talk" + ENTER)
        for question in ("working on", "exact words"):
            terminal.answer(question, ENTER)
        terminal.answer("Did you ask", ENTER)
        for question in ("introduce somebody", "admire", "promise?", "meet next"):
            terminal.answer(question, ENTER)
        terminal.answer("Save all this?", ENTER)
        assert terminal.end()[0] == 0
        told = anna.ok("log list --json").json[0]
        assert (told["on"], told["how"], told["text"]) == ("2026-11-19", "video", "a good talk")

    def test_contact_sort(self, refcli: Program) -> None:
        refcli.ok("contact add Anna Weiss")
        terminal = Terminal(refcli, "contact sort")
        terminal.answer("how do they know you?", "f")
        terminal.answer("how often in touch?", "b")
        code, _ = terminal.end()
        assert code == 0
        found = refcli.ok("contact show anna --json").json
        assert (found["basis"], found["tier"]) == ("friend", "B")

    def test_one_key_answers_a_check(self, anna: Program) -> None:
        anna.ok('intro anna "Ben Ott"')
        anna.ok("intro reached ben")
        terminal = Terminal(anna, f"done {anna.number('check')}")
        terminal.answer("Ben Ott became a client", "y")
        terminal.answer("What is it worth to you?", "800" + ENTER)
        code, said = terminal.end()
        assert code == 0
        assert "Ben Ott became a client" in said
        assert anna.ok("intro show ben --json").json["value"] == 800

    @pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
    @pytest.mark.parametrize(
        ("line", "question"),
        [
            ("init", "What is your name?"),
            ("kit edit", "Your name"),
            ("ask", "Whom do you ask?"),
            ("debrief", "Whom did you meet?"),
            ("contact drop anna", "Why drop"),
        ],
    )
    def test_leaving(self, anna: Program, line: str, question: str, key: str) -> None:
        before = anna.store.read_bytes()
        terminal = Terminal(anna, line)
        terminal.answer(question, key)
        code, text = terminal.end()
        assert code == 130
        assert "Traceback" not in text
        assert anna.store.read_bytes() == before


def test_addresses_can_be_clicked_on(refcli: Program) -> None:
    refcli.ok('contact add "Anna Weiss" --email a@w.example --phone "+49 (0)30 55" --org Weiss')
    told = refcli.ok("contact show anna", terminal=80).out
    assert "\x1b]8;;mailto:a@w.example\x1b\\a@w.example\x1b]8;;\x1b\\" in told
    assert "\x1b]8;;tel:+493055\x1b\\+49 (0)30 55\x1b]8;;\x1b\\" in told
    for plain in (
        refcli.ok("contact show anna"),
        refcli.ok("--no-color contact show anna", terminal=80),
        refcli.ok("contact show anna", terminal=80, env={"TERM": "dumb"}),
    ):
        assert "\x1b" not in plain.out
    refcli.ok(["contact", "edit", "anna", "--email", "ü@w.example"])
    assert "mailto:ü" not in refcli.ok("contact show anna", terminal=80).out

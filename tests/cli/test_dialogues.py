"""Every dialogue once in a pseudo-terminal: the same line of keys first, then its questions."""

import shutil
import sys

import pytest

from tests.cli.test_terminal import CTRL_C, ENTER, Terminal
from tests.support.program import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
KEYS = "Esc goes back one question, Ctrl-C leaves"
# What is typed; each question with the keys that answer it; what shows that it was done.
DIALOGUES = (
    (
        "kit target",
        [
            ("What do you call this target?", f"vets{ENTER}"),
            ("Which industry", f"veterinary practices{ENTER}"),
            ("looking to do?", f"take on a partner{ENTER}"),
            ("hear them say?", ENTER),
        ],
        "kit targets",
        "veterinary practice",
    ),
    ("ask answer 15", [("What did Yuki Tanaka say?", "n")], "ask show 15", "declined"),
    (
        "intro add",
        [("Who introduced somebody?", f"anna{ENTER}"), ("Whom did they", f"Ines Falk{ENTER}")],
        "intro show 21",
        "Ines Falk",
    ),
    ("intro lost alice", [("Why did it come to nothing?", "f")], "intro show alice", "not-a-fit"),
    ("intro consent marek", [("Does Marek Novak agree?", "y")], "intro show 18", "made"),
    ("contact forget walter", [("Forget Walter Huber", "y")], "contact list", "Victor Hale"),
    ("meet anna", [("When do you meet?", f"thu 10:00{ENTER}")], "meet list", "10:00"),
    (
        "testimonial anna",
        [("Their exact words?", f"Superb.{ENTER}")],
        "testimonial list",
        "Superb.",
    ),
    ("engagement anna", [("What was the work?", f"leases{ENTER}")], "engagement list", "leases"),
    ("reciprocate anna", [("What was it?", f"sent a book{ENTER}")], "reciprocate list", "a book"),
    (
        "followup anna",
        [("What is to be done?", f"send it{ENTER}"), ("When?", f"friday{ENTER}")],
        "due --within 10",
        "send it",
    ),
    ("intro bad 17", [("What went wrong?", f"I was late{ENTER}")], "intro show 17", "I was late"),
    (
        "intro pass 17",
        [("Who is better suited?", f"carla{ENTER}")],
        "intro list",
        "to Carla Mendes",
    ),
    ("done ruth", [("whether they have called", "n")], "ask show 13", "declined"),
    ("contact drop walter", [("Why drop Walter", f"gone{ENTER}")], "contact show walter", "gone"),
    (
        "partner interview grace",
        [
            ("What do you do", f"finds office managers{ENTER}"),
            *((question, ENTER) for question in ("apart", "tell people", "good referral", "hear")),
            *((question, ENTER) for question in ("story", "serve?")),
        ],
        "partner card grace",
        "finds office managers",
    ),
)
# Where one key is not all: each is left again, and nothing was changed.
LEFT = (
    ("init", "What is your name?"),
    ("kit edit", "Your name"),
    ("ask anna", "Whom would you like to meet?"),
    ("ask draft anna", "Whom would you like to meet?"),
    ("log", "Whom did you meet?"),
    ("followup catchup", "repair"),
    ("talk maya", "How do you talk to Maya Stern?"),
    ("contact sort", "how do they know you?"),
    ("contact add", "What is their name?"),
    ("contact edit", "Whom?"),
    ("contact merge", "Who stays?"),
    ("done", "Which one?"),
    ("snooze", "Which one?"),
    ("skip", "Which one?"),
    ("tried", "Which one?"),
    ("thank", "Whom did you thank?"),
    ("meet", "Whom do you meet, and when?"),
    ("prep", "Whom do you meet?"),
    ("campaign start", "What do you call it?"),
    ("intro give", "Whom do you introduce?"),
    ("restore copy.db", "Replace the store"),
)


@pytest.mark.parametrize(
    ("line", "questions", "look", "found"), DIALOGUES, ids=[row[0] for row in DIALOGUES]
)
def test_it_is_gone_through(
    sample: Program, line: str, questions: list[tuple[str, str]], look: str, found: str
) -> None:
    terminal = Terminal(sample, line)
    terminal.child.expect_exact(KEYS)
    for question, keys in questions:
        terminal.answer(question, keys)
    code, told = terminal.end()
    assert (code, "Traceback" in told) == (0, False), told
    assert found in sample.ok(look).out


@pytest.mark.parametrize(("line", "question"), LEFT, ids=[row[0] for row in LEFT])
def test_it_is_left(
    sample: Program, monkeypatch: pytest.MonkeyPatch, line: str, question: str
) -> None:
    monkeypatch.chdir(sample.store.parent)
    shutil.copyfile(sample.store, "copy.db")
    before = sample.store.read_bytes()
    terminal = Terminal(sample, line)
    terminal.child.expect_exact(KEYS)
    terminal.answer(question, CTRL_C)
    code, told = terminal.end()
    assert (code, "Traceback" in told) == (130, False), told
    assert sample.store.read_bytes() == before


def test_a_word_typed_to_its_end_answers_one_question(refcli: Program) -> None:
    refcli.ok("contact add -", stdin="Anna Weiss\nBert Stone\nCarla Horn\n")
    terminal = Terminal(refcli, "contact sort")
    terminal.answer("Anna Weiss: how do they know you?", f"client{ENTER}")
    terminal.answer("Anna Weiss: how often in touch?", "b")
    terminal.answer("Bert Stone: how do they know you?", "f")
    terminal.answer("Bert Stone: how often in touch?", CTRL_C)
    terminal.end()
    told = {c["name"]: (c["basis"], c["tier"]) for c in refcli.ok("contact list --json").json}
    assert told == {
        "Anna Weiss": ("client", "B"),
        "Bert Stone": ("other", None),
        "Carla Horn": ("other", None),
    }

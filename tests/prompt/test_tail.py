"""What is typed on after an answer by its first key."""

from refcli.prompt.tail import ENTER, Tail


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_the_rest_of_the_word_and_enter_are_passed_over() -> None:
    tail = Tail(Clock())
    tail.begin("c", "client")
    assert tail.keys == {"l", ENTER}
    assert [tail.swallow(key) for key in (*"lient", ENTER, "x")] == [True] * 6 + [False]


def test_another_letter_ends_it() -> None:
    tail = Tail(Clock())
    tail.begin("c", "client")
    assert [tail.swallow(key) for key in "lxient"] == [True, *[False] * 5]


def test_a_pause_ends_it() -> None:
    clock = Clock()
    tail = Tail(clock)
    tail.begin("y", "yes, we have spoken")
    clock.seconds = 0.3
    assert tail.swallow("e")
    clock.seconds = 0.7
    assert not tail.swallow("s")


def test_a_key_that_is_no_first_letter_has_none() -> None:
    tail = Tail(Clock())
    for key, label in (("1", "vets"), ("x", "client"), ("a", "A"), ("a", "")):
        tail.begin(key, label)
        assert tail.keys == {ENTER}


def test_answers_that_are_thought_about_are_answers() -> None:
    clock = Clock()
    tail = Tail(clock)
    tail.begin("p", "partner")
    clock.seconds = 0.45
    assert not tail.swallow("a")


def test_enter_ends_a_word_anywhere() -> None:
    tail = Tail(Clock())
    tail.begin("k", "skip")
    assert [tail.swallow(key) for key in (ENTER, ENTER)] == [True, False]
    tail.begin("c", "client")
    assert [tail.swallow(key) for key in ("l", ENTER, "i")] == [True, True, False]


def test_a_line_of_the_rest_alone_is_none() -> None:
    clock = Clock()
    tail = Tail(clock)
    tail.begin("n", "no")
    assert [tail.is_rest(text) for text in ("", "o", "old", "no")] == [True, True, False, False]
    clock.seconds = 0.9
    assert tail.is_rest("o")
    clock.seconds = 1.5
    assert not tail.is_rest("o")
    tail.begin("n", "no")
    tail.end()
    assert not tail.is_rest("o")


def test_each_of_its_words_may_be_typed_and_no_is_no() -> None:
    for typed in ("n", "no", "nothing"):
        tail = Tail(Clock())
        tail.begin("n", "it came to nothing")
        assert all(tail.swallow(key) for key in (*typed[1:], ENTER))
    tail = Tail(Clock())
    tail.begin("n", "it came to nothing")
    assert tail.is_rest("o")
    told = [(tail.swallow(key), tail.is_whole) for key in "ox"]
    assert told == [(True, True), (False, False)]


def test_an_enter_a_while_behind_a_key_is_an_empty_line() -> None:
    clock = Clock()
    tail = Tail(clock)
    tail.begin("n", "no")
    clock.seconds = 0.5
    assert not tail.is_rest("")

"""A dialogue that can be gone back in: Escape asks the question before once more.

Commands ask their questions in plain order and know nothing of this. What is gone back in is
played again from its beginning with the answers that were given, nothing shown, until the question
comes that is to be asked anew. That is sound because nothing is written before the last question;
where something is, the questions before it are over.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, TypeVar

from refcli.domain.history import Mark
from refcli.prompt.protocol import Choice, GoBack, Live, Prompter

T = TypeVar("T")
_YES, _NO = "yes", "no"


class _Shows(Protocol):
    """What shows a dialogue's words, and can be silent."""

    is_muted: bool

    def release(self) -> None:
        """Show what is held."""


class _Said(NamedTuple):
    """A question, and what was answered."""

    question: str
    answer: str


class Dialogue:
    """The questions of one run, asked through a prompter that is made at the first."""

    def __init__(self, make_prompter: Callable[[], Prompter], output: _Shows) -> None:
        self._make = make_prompter
        self._asks: Prompter | None = None
        self._output = output
        self._said: list[_Said] = []
        self._next = 0
        self._start = 0
        self._is_open = True
        self._earlier: dict[str, str] = {}
        # Whom the questions are about, by number: looked at again before anything is written.
        self.meant: dict[int, str] = {}
        # What the history had last when the first question was asked: other numbers are another's
        # once the store is replaced.
        self.newest: Mark | None = None
        self.look: Callable[[], None] = lambda: None

    def part(self, play: Callable[[], T]) -> T:
        """What `play` gives, which is played again from here whenever a question is gone back."""
        outer_start, outer_open = self._start, self._is_open
        self._start, self._is_open = self._next, True
        try:
            while True:
                try:
                    return play()
                except GoBack:
                    said = self._said.pop()
                    self._earlier[said.question] = said.answer
                    self._next = self._start
                    self._output.is_muted = True
        finally:
            self._output.is_muted = False
            self._start, self._is_open = outer_start, outer_open and self._is_open

    def close(self) -> None:
        """Something was written: the questions so far are over."""
        self._is_open = False

    def text(
        self, question: str, *, default: str = "", hint: str = "", live: Live | None = None
    ) -> str:
        """A line of text."""

        def ask(before: str) -> str:
            shown = before or default
            return self._prompter().text(question, default=shown, hint=hint, live=live)

        return self._answer(question, ask)

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        """The value of one of the choices."""

        def ask(before: str) -> str:
            is_there = any(choice.value == before for choice in choices)
            picked = before if is_there else default
            return self._prompter().choose(question, choices, default=picked)

        return self._answer(question, ask)

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""

        def ask(before: str) -> bool:
            shown = before == _YES if before else default
            return self._prompter().confirm(question, default=shown)

        return self._answer(question, lambda before: _YES if ask(before) else _NO) == _YES

    def _answer(self, question: str, ask: Callable[[str], str]) -> str:
        if self._next < len(self._said):
            said = self._said[self._next]
            if said.question == question:
                self._next += 1
                return said.answer
            del self._said[self._next :]
        self.look()
        self._output.is_muted = False
        self._output.release()
        answer = self._asked(ask, self._earlier.get(question, ""))
        self._earlier.pop(question, None)
        if len(self._said) > self._start and self._said[-1].question == question:
            self._said.pop()  # the answer before was refused, and is nothing to go back to
        self._said.append(_Said(question, answer))
        self._next = len(self._said)
        return answer

    def _asked(self, ask: Callable[[str], str], before: str) -> str:
        """The answer; at the first question there is nothing to go back to."""
        while True:
            try:
                return ask(before)
            except GoBack:
                if self._is_open and len(self._said) > self._start:
                    raise

    def _prompter(self) -> Prompter:
        if self._asks is None:
            self._asks = self._make()
        return self._asks

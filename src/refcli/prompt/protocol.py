"""What a command may ask a person."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

# What a line comes to as it is typed.
Live = Callable[[str], str]


class GoBack(BaseException):
    """The person wants the question before once more; no error, as KeyboardInterrupt is none."""


class Choice(NamedTuple):
    """One answer: its value, how it reads, and the key that picks it, if any."""

    value: str
    label: str
    key: str = ""


class Prompter(Protocol):
    """Questions to a person.

    Each raises KeyboardInterrupt or EOFError when left, GoBack on Escape.
    """

    def text(
        self, question: str, *, default: str = "", hint: str = "", live: Live | None = None
    ) -> str:
        """A line of text; empty when the person just presses Enter and there is no default.

        `live` gives what the line typed so far comes to, shown below it while it is typed.
        """
        ...

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        """The value of one of the choices."""
        ...

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        ...

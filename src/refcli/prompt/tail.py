"""The rest of a word of which the first key was an answer: typed on, it answers nothing else.

Where one key is an answer, some type the whole word and Enter all the same: `client` for `c`. What
follows at once is the rest of that word, and no answer to the next question; neither is an Enter
that is pressed at once behind it, where that question takes one key as well.
"""

import time
from collections.abc import Callable

ENTER = "c-m"
# So long after the last letter it is a new thought: letters of a word come closer together.
SECONDS = 0.35
# A line waits for Enter, so that more time goes by.
_LINE_SECONDS = 0.7


class Tail:
    """What may still be typed of an answer that was taken at its first letter."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._rest: list[str] = []
        self._until = 0.0

    def begin(self, key: str, label: str) -> None:
        """An answer was taken by its key; its word may be typed on, and Enter behind it."""
        words = ("".join(filter(str.isalnum, word)) for word in label.lower().split())
        word = next((word for word in words if word.startswith(key.lower())), "")
        self._rest = [*word[1:], ENTER]
        self._until = self._now() + SECONDS

    def end(self) -> None:
        """What comes now is no rest of it."""
        self._rest = []

    def resume(self) -> None:
        """The next question is there: what was typed on meanwhile comes now."""
        if self._rest:
            self._until = self._now() + SECONDS

    @property
    def is_active(self) -> bool:
        """Whether something of it may still come."""
        return bool(self._rest) and self._now() < self._until

    @property
    def is_whole(self) -> bool:
        """Whether the word is there, and only Enter may follow."""
        return self._rest == [ENTER]

    @property
    def keys(self) -> frozenset[str]:
        """What may come of it."""
        return frozenset(self._rest)

    def is_next(self, key: str) -> bool:
        """Whether a key is the next of it, typed without a pause; Enter may end it anywhere."""
        is_fitting = bool(self._rest) and key.lower() in (self._rest[0], ENTER)
        return is_fitting and self._now() < self._until

    def is_rest(self, text: str) -> bool:
        """Whether a line holds what was typed on, and nothing else: `o` behind `n`."""
        letters = "".join(self._rest[:-1])
        return bool(letters) and text == letters and self._now() < self._until + _LINE_SECONDS

    def swallow(self, key: str) -> bool:
        """Whether a key belongs to it, and is gone; any other key ends it."""
        if not self.is_next(key):
            self._rest = []
            return False
        self._rest = [] if key == ENTER else self._rest[1:]
        self._until = self._now() + SECONDS
        return True

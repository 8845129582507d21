"""The rest of a word of which the first key was an answer: typed on, it answers nothing else.

Where one key is an answer, some type the whole word and Enter all the same: `client` for `c`. What
follows at once is the rest of that word, and no answer to the next question.
"""

import time
from collections.abc import Callable

ENTER = "c-m"
# So long after the last letter it is a new thought: letters of a word come closer together.
_SECONDS = 0.35


class Tail:
    """What may still be typed of an answer that was taken at its first letter."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._rest: list[str] = []
        self._until = 0.0

    def begin(self, key: str, label: str) -> None:
        """An answer was taken by its key; its label may be typed on."""
        word = "".join(
            letter for letter in label.split(" ", maxsplit=1)[0].lower() if letter.isalnum()
        )
        is_typed = len(word) > 1 and word.startswith(key.lower())
        self._rest = [*word[1:], ENTER] if is_typed else []
        self._until = self._now() + _SECONDS

    def resume(self) -> None:
        """The next question is there: what was typed on meanwhile comes now."""
        if self._rest:
            self._until = self._now() + _SECONDS

    @property
    def keys(self) -> frozenset[str]:
        """What may come of it."""
        return frozenset(self._rest)

    def is_next(self, key: str) -> bool:
        """Whether a key is the next of it, typed without a pause."""
        return bool(self._rest) and self._now() < self._until and self._rest[0] == key.lower()

    def swallow(self, key: str) -> bool:
        """Whether a key belongs to it, and is gone; any other key ends it."""
        if not self.is_next(key):
            self._rest = []
            return False
        del self._rest[0]
        self._until = self._now() + _SECONDS
        return True

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


# Whoever says yes or no may type that, whatever the label says.
_SAID = ("yes", "no")


class Tail:
    """What may still be typed of an answer that was taken at its first letter."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        # What is left of each word that it may be; none where nothing of it may follow.
        self._rests: list[str] = []
        self._until = 0.0

    def begin(self, key: str, label: str) -> None:
        """An answer was taken by its key; its word may be typed on, and Enter behind it."""
        words = ("".join(filter(str.isalnum, word)) for word in (*label.lower().split(), *_SAID))
        rests = dict.fromkeys(word[1:] for word in words if word.startswith(key.lower()))
        self._rests = [rest for rest in rests if rest] or [""]
        self._until = self._now() + SECONDS

    def end(self) -> None:
        """What comes now is no rest of it."""
        self._rests = []

    def resume(self) -> None:
        """The next question is there: what was typed on meanwhile comes now."""
        if self._rests:
            self._until = self._now() + SECONDS

    @property
    def is_active(self) -> bool:
        """Whether something of it may still come."""
        return bool(self._rests) and self._now() < self._until

    @property
    def is_whole(self) -> bool:
        """Whether a word is there, and Enter may follow."""
        return "" in self._rests

    @property
    def keys(self) -> frozenset[str]:
        """What may come next of it."""
        return frozenset(rest[0] for rest in self._rests if rest) | {ENTER}

    def is_next(self, key: str) -> bool:
        """Whether a key is the next of it, typed without a pause; Enter may end it anywhere."""
        return self.is_active and key.lower() in self.keys

    def is_rest(self, text: str) -> bool:
        """Whether a line holds what was typed on, and nothing else: `o` behind `n`.

        An Enter that comes at once behind the key is no line either.
        """
        if not text:
            return self.is_active
        return text in self._rests and self._now() < self._until + _LINE_SECONDS

    def swallow(self, key: str) -> bool:
        """Whether a key belongs to it, and is gone; any other key ends it."""
        if not self.is_next(key):
            self._rests = []
            return False
        is_over = key == ENTER
        typed = [rest[1:] for rest in self._rests if rest.startswith(key.lower())]
        self._rests = [] if is_over else typed
        self._until = self._now() + SECONDS
        return True

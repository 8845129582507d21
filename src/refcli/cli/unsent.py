"""Lines that are typed at the desk and not sent yet: offered again, even after it was killed."""

import contextlib
from collections.abc import Callable

from refcli.domain.text import clean_line
from refcli.store.kept import keep_unsent, unsent

# A line that is pasted may be longer; it is said, and stays to be shortened.
LONGEST_LINE = 2_000
# Each question about something has a line of its own; of those that were left, the last ones stay.
_MOST_LINES = 40


class Unsent:
    """What stands in each of the desk's lines, by the name of the line."""

    def __init__(self, store: str, times_forgotten: Callable[[], int]) -> None:
        self._store = store
        self._times_forgotten = times_forgotten
        self._known_forgotten = times_forgotten()
        self._lines = {
            name: clean_line(text)[:LONGEST_LINE] for name, text in unsent(store).items()
        }
        self._saved = dict(self._lines)
        self._sending: list[str] = []
        self._forgotten: set[str] = set()

    def of(self, name: str) -> str:
        """What was left in that line."""
        self._forget_what_is_gone()
        return self._lines.get(name, "")

    def typed(self, name: str, text: str) -> None:
        """The line holds this now."""
        self._lines.pop(name, None)
        if not text.strip():
            self._forgotten.discard(name)
        elif name not in self._forgotten:
            self._lines[name] = text[:LONGEST_LINE]
        while len(self._lines) > _MOST_LINES:
            self._lines.pop(next(iter(self._lines)))

    def drop(self, is_gone: Callable[[str], bool]) -> None:
        """Forget the lines of such names: whom they were for has another number now."""
        self._lines = {name: text for name, text in self._lines.items() if not is_gone(name)}

    def send(self, name: str) -> None:
        """The line is an answer now; it stays until the command that it belongs to is taken."""
        self._sending.append(name)

    def ended(self, *, is_taken: bool) -> None:
        """A command ended: what it took is not offered again."""
        for name in self._sending if is_taken else ():
            self._lines.pop(name, None)
        self._sending.clear()

    def save(self) -> None:
        """Put the lines where the next desk finds them; a disk that takes nothing is no trouble."""
        self._forget_what_is_gone()
        lines = dict(self._lines)
        if lines != self._saved:
            with contextlib.suppress(OSError):
                keep_unsent(self._store, self._with_others(lines))
                self._saved = lines

    def _with_others(self, lines: dict[str, str]) -> dict[str, str]:
        """What is on the disk with what changed here: another desk may be open on the store."""
        kept = unsent(self._store)
        for name in {*lines, *self._saved}:
            if lines.get(name) == self._saved.get(name) and name in kept:
                continue
            kept.pop(name, None)
            if name in lines:
                kept[name] = lines[name]
        return dict(list(kept.items())[-_MOST_LINES:])

    def _forget_what_is_gone(self) -> None:
        """What `contact forget` erased from the disk is erased here, too, however it goes on.

        Without one, a line that is there no more was sent at another desk, and is kept again.
        """
        kept = unsent(self._store) if self._saved else {}
        gone = {name for name in self._saved if name not in kept}
        # The store is asked only where something is gone: a question that opens waits for nothing.
        if not gone or self._times_forgotten() == self._known_forgotten:
            return
        self._lines = {n: text for n, text in self._lines.items() if n not in gone}
        # A line that is being typed still begins with it: it is kept again once it is empty.
        self._forgotten |= gone
        self._saved = {n: text for n, text in self._saved.items() if n not in gone}

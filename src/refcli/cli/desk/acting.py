"""One thing after the other: what is typed ahead waits for the question that it answers.

A hand, or a slow line, may send `l` and a whole sentence before the line for it is drawn. Each of
those letters is a key of the desk too, and would undo or answer something.
"""

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual import events, work
from textual.app import App

from refcli.cli.desk.keys import ROW_KEYS, sign

Wanted = ParamSpec("Wanted")
A = TypeVar("A", bound="Acting")


class Acting(App[None]):
    """An app whose keys wait while an act is under way and asks nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._is_acting = False
        self._is_held = False
        self._typed_ahead: list[events.Key] = []

    async def on_event(self, event: events.Event) -> None:
        """Keys come one after the other, also those that a widget has handed on meanwhile."""
        if self._is_held and isinstance(event, events.Key):
            self._typed_ahead.append(event)
            return
        await super().on_event(event)

    def keep_key(self, event: events.Key) -> None:
        """A key that came to a question behind its answer is for what comes next."""
        self._is_held = True
        self._typed_ahead.append(event)

    async def act(self, does: Awaitable[None]) -> None:
        """Do one thing to its end."""
        before = self._here
        try:
            await does
        finally:
            self._is_acting = False
            if self.screen_stack and self._here != before:  # none when the desk is left
                self._drop_keys()
            self.take_keys()

    def begin(self) -> bool:
        """Whether an act may begin now; one that is under way is not disturbed."""
        if self._is_acting:
            return False
        self._is_acting = self._is_held = True
        return True

    @property
    def _here(self) -> object:
        """What the cursor is on."""
        return None

    def _drop_keys(self) -> None:
        """What was typed for a row that is gone is not for the next, nor what stands behind it."""
        ahead = self._ahead
        place = next((n for n, event in enumerate(ahead) if event.key in ROW_KEYS), len(ahead))
        self._typed_ahead = ahead[:place]
        if ahead[place:]:
            self._say_dropped("".join(sign(event.key) for event in ahead[place:]))

    def _say_dropped(self, keys: str) -> None:
        """Say which keys came too soon."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """A question is open, or nothing is under way: what was typed ahead is for that."""
        # In the app's own turn: a key that a screen posts would not come up to the app.
        self.call_later(self._take_keys)

    async def _take_keys(self) -> None:
        # Now, and not behind what is in the queue already: that was typed later.
        self._is_held = False
        ahead, self._typed_ahead = self._ahead, []
        for event in ahead:
            again = events.Key(event.key, event.character)
            again.time = event.time
            await self.on_event(again)

    @property
    def _ahead(self) -> list[events.Key]:
        return sorted(self._typed_ahead, key=lambda event: event.time)

    def hold_keys(self) -> None:
        """A question is answered: what is typed now is for what comes next."""
        self._is_held = self._is_acting


def act(
    does: Callable[Concatenate[A, Wanted], Coroutine[Any, Any, None]],
) -> Callable[Concatenate[A, Wanted], None]:
    """An action that may ask and write; it runs beside the loop that draws."""

    @work(group="act")
    async def run(desk: A, /, *wanted: Wanted.args, **more: Wanted.kwargs) -> None:
        await desk.act(does(desk, *wanted, **more))

    @wraps(does)
    def start(desk: A, /, *wanted: Wanted.args, **more: Wanted.kwargs) -> None:
        if desk.begin():
            run(desk, *wanted, **more)

    return start

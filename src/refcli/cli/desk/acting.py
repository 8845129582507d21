"""One thing after the other: what is typed ahead waits for the question that it answers.

A hand, or a slow line, may send `l` and a whole sentence before the line for it is drawn. Each of
those letters is a key of the desk too, and would undo or answer something.
"""

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual import events, work
from textual.app import App

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

    async def act(self, does: Awaitable[None]) -> None:
        """Do one thing to its end."""
        try:
            await does
        finally:
            self._is_acting = False
            self.take_keys()

    def begin(self) -> bool:
        """Whether an act may begin now; one that is under way is not disturbed."""
        if self._is_acting:
            return False
        self._is_acting = self._is_held = True
        return True

    def take_keys(self) -> None:
        """A question is open, or nothing is under way: what was typed ahead is for that."""
        # In the app's own turn: a key that a screen posts would not come up to the app.
        self.call_later(self._take_keys)

    def _take_keys(self) -> None:
        self._is_held = False
        ahead = sorted(self._typed_ahead, key=lambda event: event.time)
        self._typed_ahead.clear()
        for event in ahead:
            self.post_message(events.Key(event.key, event.character))

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

"""One thing after the other: what is typed ahead waits for the question that it answers.

A hand, or a slow line, may send `l` and a whole sentence before the line for it is drawn. Each of
those letters is a key of the desk too, and would undo or answer something.
"""

import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual import events, work
from textual.app import App

from refcli.cli.desk.keys import LEAVING_KEYS, For, sign, what_for

Wanted = ParamSpec("Wanted")
A = TypeVar("A", bound="Acting")
# What follows closer than that upon a key that was left out belongs to it: `friday` behind `s`.
_PAUSE_SECONDS = 0.6
# Nobody has seen a row and pressed a key for it in less.
_GLANCE_SECONDS = 0.25
# Nobody has read in less that something was refused: it was typed for what did not come.
_REFUSED_SECONDS = 0.4
_ALT = "alt+"


class Acting(App[None]):
    """An app whose keys wait while an act is under way and asks nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._is_acting = False
        self._is_held = False
        self._typed_ahead: list[events.Key] = []
        self._left_out = ""
        self._leaves_out_until = 0.0
        # What the act under way was refused with last, and the one before it in the end.
        self._refusal = self._refused = ""
        self._before: object = None
        self._is_before_until = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Keys come one after the other, also those that a widget has handed on meanwhile."""
        if isinstance(event, events.Key):
            if event.key.startswith(_ALT) and not event.is_forwarded:
                # No key of the desk: Escape, and a letter close behind it.
                await self.on_event(_key("escape", None, event.time))
                await self.on_event(_key(event.key[len(_ALT) :], event.character, event.time))
                return
            if self._is_held:
                self._typed_ahead.append(event)
                return
            if not event.is_forwarded and self._is_left_out(event):
                return
        await super().on_event(event)

    def keep_key(self, event: events.Key) -> None:
        """A key that came to a question behind its answer is for what comes next."""
        self._is_held = True
        self._typed_ahead.append(event)

    async def act(self, does: Awaitable[None]) -> None:
        """Do one thing to its end."""
        before, self._refusal, self._refused = self._here, "", ""
        try:
            await does
        finally:
            self._is_acting = False
            if self._refusal:
                self._refused, self._left_out = self._refusal, ""
                self._leaves_out_until = time.monotonic() + _REFUSED_SECONDS
            if self.screen_stack and self._here != before:  # none when the desk is left
                self._before, self._is_before_until = before, time.monotonic() + _GLANCE_SECONDS
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

    def _is_left_out(self, event: events.Key) -> bool:
        """Whether a key comes to nothing: what is done to a row, it was not meant for this one.

        The first key behind an act was typed for the row of before, until one can have seen that
        another took its place. It is for the same person still, or it is left out with all that
        is typed behind it.
        """
        if event.key in LEAVING_KEYS:
            self._leaves_out_until = 0.0
        if event.time < self._leaves_out_until and (self._left_out or _is_typed(event)):
            self._leave_out(event)
            return True
        is_for_before = event.time < self._is_before_until
        self._is_before_until = 0.0
        meant = what_for(event.key) if is_for_before else For.DESK
        if meant is For.PERSON:
            self._go_back_to(self._before)
        if meant is For.FOLLOW_UP:
            self._left_out = ""
            self._leave_out(event)
        return meant is For.FOLLOW_UP

    def _leave_out(self, event: events.Key) -> None:
        self._leaves_out_until = max(self._leaves_out_until, event.time + _PAUSE_SECONDS)
        is_letter = event.is_printable and event.character is not None
        self._left_out += str(event.character) if is_letter else sign(event.key)
        self._say_left_out(self._left_out)

    def _go_back_to(self, before: object) -> None:
        """Show whom the cursor was on."""
        raise NotImplementedError

    def _say_left_out(self, keys: str) -> None:
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
            await self.on_event(_key(event.key, event.character, event.time))

    @property
    def _ahead(self) -> list[events.Key]:
        return sorted(self._typed_ahead, key=lambda event: event.time)

    def hold_keys(self) -> None:
        """A question is answered: what is typed now is for what comes next."""
        self._refusal = ""
        self._is_held = self._is_acting


def _is_typed(event: events.Key) -> bool:
    return event.is_printable or event.key == "enter"


def _key(key: str, character: str | None, at: float) -> events.Key:
    """A key as if it had just come, which was pressed at another time."""
    event = events.Key(key, character)
    event.time = at
    return event


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

"""The words of a draft: read like any text, and changed once Enter says so."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea


class WordsArea(TextArea):
    """Read-only until it is to be changed, so that the keys of the desk work beside the words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "change it"),
        Binding("escape", "leave", "ready"),
    ]

    class Left(Message):
        """The words are read again, and no more changed."""

    def __init__(self, **named: str) -> None:
        super().__init__("", soft_wrap=True, read_only=True, show_cursor=False, id=named.get("id"))
        # What was drafted; empty where there are no words, which nobody changes.
        self.drafted = ""

    def show(self, text: str, drafted: str) -> None:
        """Show words, as they were drafted or as they were changed."""
        self.drafted = drafted
        self.load_text(text)
        # Others' words of as many lines would not be drawn: the widget looks at its size.
        self.refresh()
        self._let_change(is_let=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter changes what is read, and is a new line in what is changed."""
        if action == "change":
            return self.read_only and bool(self.drafted)
        if action == "leave":
            return not self.read_only
        return super().check_action(action, parameters)

    async def _on_key(self, event: events.Key) -> None:
        """At once, not after a way round by the desk: the letter behind it may be here already."""
        is_own = {"enter": self.read_only and bool(self.drafted), "escape": not self.read_only}
        if is_own.get(event.key):
            event.stop()
            event.prevent_default()
            if event.key == "enter":
                self.action_change()
            else:
                self.action_leave()
            return
        await super()._on_key(event)

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether a letter is a letter, and no key of the desk."""
        return not self.read_only and super().check_consume_key(key, character)

    def action_change(self) -> None:
        """From now on letters are letters."""
        self._let_change(is_let=True)

    def action_leave(self) -> None:
        """The words stay as they are now, and letters are keys again."""
        self._let_change(is_let=False)
        self.post_message(self.Left())

    def on_blur(self) -> None:
        """Whoever goes elsewhere on the desk is ready; another window is not elsewhere."""
        if self.app.app_focus and not self.read_only:
            self.action_leave()

    def _let_change(self, *, is_let: bool) -> None:
        self.read_only, self.show_cursor = not is_let, is_let
        self.refresh_bindings()

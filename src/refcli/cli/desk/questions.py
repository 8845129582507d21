"""What the desk asks: a line, a choice by one key, somebody by name; and texts that it shows."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import ClassVar, TypeVar, cast

from textual import events, work
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from refcli.cli.desk.acting import Acting
from refcli.cli.unsent import LONGEST_LINE
from refcli.domain.contacts import Contact
from refcli.domain.text import clean_line, clean_text
from refcli.prompt.protocol import Choice
from refcli.prompt.tail import SECONDS

T = TypeVar("T")


class Question(ModalScreen[T | None]):
    """A question that Escape leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+c", "leave", "leave", show=False, priority=True)
    ]

    _is_answered = False

    def on_screen_resume(self) -> None:
        """It is drawn: what was typed ahead is its answer."""
        self.call_after_refresh(self.desk.take_keys)

    @property
    def desk(self) -> Acting:
        """Whose question this is."""
        return cast("Acting", self.app)

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its answer: what was read beside it may come too late."""
        return not self._is_answered and self.is_attached

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """It is answered, once: what is typed now is not for the list below."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        self.desk.hold_keys()
        return super().dismiss(result)

    def action_leave(self) -> None:
        """Nothing is answered."""
        self.dismiss(None)


class LineInput(Input):
    """A line of text, into which several pasted lines come as one.

    What is typed behind Enter is for what comes next, also where it comes before Enter is heard.
    """

    _is_sent = False

    async def _on_key(self, event: events.Key) -> None:
        if not self._is_sent and event.key != "enter":
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if self._is_sent:
            cast("Acting", self.app).keep_key(event)
        else:
            self._is_sent = True
            await self.action_submit()

    def take_back(self) -> None:
        """It was no answer yet."""
        self._is_sent = False
        cast("Acting", self.app).take_keys()

    def _on_paste(self, event: events.Paste) -> None:
        line = clean_line(event.text)
        event.stop()
        event.prevent_default()
        if self.selection.is_empty:
            self.insert_text_at_cursor(line)
        else:
            self.replace(line, *self.selection)


class Line(Question[str]):
    """A line of text; below it what it comes to while it is typed."""

    def __init__(
        self,
        question: str,
        *,
        hint: str = "",
        value: str = "",
        live: Callable[[str], str] | None = None,
        typed: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._question, self._hint, self._value = question, hint, value
        self._live, self._typed = live, typed

    def compose(self) -> ComposeResult:
        """The question, its example, the line, and what it comes to."""
        with Vertical():
            yield Static(Content(clean_text(self._question)), classes="question")
            if self._hint:
                yield Static(Content(f"such as: {self._hint}"), classes="hint")
            yield LineInput(self._value)
            yield Static("", id="live")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the line comes to; it is kept, whatever happens to the desk."""
        if self._typed is not None:
            self._typed(event.value)
        if len(event.value) > LONGEST_LINE:
            self._below(f"too long: {len(event.value)} letters, at most {LONGEST_LINE}")
        elif self._live is not None:
            self._show_live(self._live, event.value)

    @work(exclusive=True, group="live")
    async def _show_live(self, live: Callable[[str], str], text: str) -> None:
        """Read beside the loop that draws: another command may hold the store."""
        below = await asyncio.to_thread(live, text)
        if self.is_open:
            self._below(below)

    def _below(self, text: str) -> None:
        self.query_one("#live", Static).update(Content(clean_text(text)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The line is the answer, unless it is longer than any line."""
        if len(event.value) <= LONGEST_LINE:
            self.dismiss(clean_line(event.value))
        else:
            self.query_one(LineInput).take_back()


class Pick(Question[str]):
    """One of a few, by its key or with the arrows."""

    # When one was answered by a key.
    answered_at: ClassVar[float] = 0.0

    def __init__(self, question: str, choices: Sequence[Choice], *, default: str = "") -> None:
        super().__init__()
        self._question, self._choices, self._default = question, choices, default

    def compose(self) -> ComposeResult:
        """The question and its choices."""
        with Vertical():
            yield Static(Content(clean_text(self._question)), classes="question")
            yield OptionList(
                *(
                    Option(Content(f"{c.key}) {c.label}" if c.key else c.label), id=str(number))
                    for number, c in enumerate(self._choices)
                )
            )

    def on_mount(self) -> None:
        """The likeliest answer is under the cursor."""
        values = [choice.value for choice in self._choices]
        place = values.index(self._default) if self._default in values else 0
        self.query_one(OptionList).highlighted = place

    def on_key(self, event: events.Key) -> None:
        """One key is an answer."""
        for choice in self._choices:
            if choice.key and event.character == choice.key:
                event.stop()
                Pick.answered_at = time.monotonic()
                self.dismiss(choice.value)
                return
        if event.key == "enter" and time.monotonic() - Pick.answered_at < SECONDS:
            # It was pressed behind the key that answered the question before.
            event.stop()
            event.prevent_default()
            Pick.answered_at = 0.0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter is an answer too."""
        self.dismiss(self._choices[event.option_index].value)


class Find(Question[Contact]):
    """Anybody, found while typing over names, firms, tags and notes."""

    def __init__(self, find: Callable[[str], Sequence[Contact]]) -> None:
        super().__init__()
        self._find = find
        self._found: Sequence[Contact] = ()
        self._looked_for = ""

    def compose(self) -> ComposeResult:
        """The line, and who is found."""
        with Vertical():
            yield Static("Whom are you looking for?", classes="question")
            yield LineInput(max_length=200)
            yield OptionList()
            yield Static("", id="live")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Who is found now; what was looked for before is given up."""
        self._look_for(event.value[:LONGEST_LINE])

    @work(exclusive=True, group="find")
    async def _look_for(self, text: str) -> None:
        found = await asyncio.to_thread(self._find, text)
        if not self.is_open:
            return
        self._found, self._looked_for = found, text
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(
            Option(Content(" · ".join(p for p in (c.name, c.organization or "", *c.tags) if p)))
            for c in self._found
        )
        if self._found:
            listed.highlighted = 0
        nobody = "nobody; Esc leaves, + adds them" if text.strip() and not self._found else ""
        self.query_one("#live", Static).update(nobody)

    async def on_input_submitted(self, _: Input.Submitted) -> None:
        """Enter takes who is under the cursor, once what was typed has been looked for."""
        line = self.query_one(LineInput)
        text = line.value[:LONGEST_LINE]
        place = self.query_one(OptionList).highlighted or 0
        found = self._found
        if text != self._looked_for:
            found, place = await asyncio.to_thread(self._find, text), 0
        if not self.is_open:
            return
        if place < len(found):
            self.dismiss(found[place])
        else:
            line.take_back()

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while the line is typed."""
        if event.key in ("down", "up"):
            event.stop()
            listed = self.query_one(OptionList)
            listed.action_cursor_down() if event.key == "down" else listed.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click takes them."""
        self.dismiss(self._found[event.option_index])


class Shown(Question[None]):
    """A text to be read; Escape, q and Enter leave it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter", "leave", "leave", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title, self._text = title, text

    def compose(self) -> ComposeResult:
        """The title, and the text in a box that scrolls."""
        with Vertical():
            yield Static(Content(clean_line(self._title)), classes="question")
            with VerticalScroll():
                yield Static(Content(clean_text(self._text)))

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one(VerticalScroll).focus()

"""What stands on the desk: the lists, the person, and what was said; read again when it changes."""

import asyncio
import gc
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static, TabbedContent, TabPane, TextArea

from refcli.cli.desk import looks
from refcli.cli.desk.due_list import DueList
from refcli.cli.desk.ending import leave_in_order
from refcli.cli.desk.keys import KEYS
from refcli.cli.desk.listing import Listing
from refcli.cli.desk.meant import Meant, is_still, told_of
from refcli.cli.desk.questions import Line
from refcli.cli.desk.runner import Ran, Runner
from refcli.cli.desk.words import Words
from refcli.cli.desk.words_area import WordsArea
from refcli.cli.frame.context import App
from refcli.cli.unsent import Unsent
from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.domain.text import clean_line, clean_text
from refcli.errors import RefcliError
from refcli.prompt.ending import terminal_as_it_is
from refcli.read.history import times_forgotten

T = TypeVar("T")
_SECONDS_BETWEEN_LOOKS = 0.5
# What is typed is kept where a hand rests.
_SECONDS_BETWEEN_KEYS = 0.2
# Lines that are about whom they name; others are offered for the same person only.
_OF_NOBODY = frozenset({"log", "add", "command"})


# A person, and the follow-up that the words are for; None where they are for none.
About = tuple[int, int | None]


def about(person: Person, item: DueItem | None) -> About:
    """What words are about."""
    return person.id, item.id if item is not None else None


class Showing(Listing):
    """The screen; it reads through `day` and `panes`, and writes by typing commands."""

    TITLE = "refcli"
    CSS = looks.CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.key, key.action, key.short, show=key.is_shown) for key in KEYS
    ]

    def __init__(self, refcli: App) -> None:
        super().__init__(refcli)
        self._run = Runner(refcli)
        self._ran = Ran(0, "", "")
        self._words = Words()
        self._words_for: About | None = None
        self._changed: dict[About, str] = {}
        # Whom each tab shows.
        self._shown: dict[str, int] = {}
        self._unsent = Unsent(refcli.store, self._times_forgotten)
        # As it is before anything is drawn.
        self._terminal = terminal_as_it_is()

    # --- what is there ----------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A title, two panes, a line for what was said, and the keys."""
        yield Static("", id="title")
        yield Static(looks.TOO_SMALL, id="small")
        with Horizontal(id="panes"):
            yield DueList()
            with TabbedContent(id="person", initial="now"):
                with TabPane("Now", id="now"), VerticalScroll():
                    yield Static("", id="now-text")
                with TabPane("Words", id="words"):
                    yield WordsArea(id="words-text")
                with TabPane("Timeline", id="timeline"), VerticalScroll():
                    yield Static("", id="timeline-text")
                with TabPane("Network", id="network"), VerticalScroll():
                    yield Static("", id="network-text")
        yield Static("", id="status")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """The day is read, and looked at again twice a second."""
        if not self.is_headless:
            leave_in_order(self._unsent.save, self._terminal)
        self._fit(self.size.width, self.size.height)
        self.theme = self._own_theme()
        self._read_again()
        self.query_one("#due").focus()
        self.call_after_refresh(self._look_for_garbage)
        self.set_interval(_SECONDS_BETWEEN_LOOKS, self._look)
        # What is written with loads while the person reads.
        self.set_timer(_SECONDS_BETWEEN_LOOKS, self._load)

    def _look_for_garbage(self) -> None:
        gc.freeze()
        gc.enable()

    @work(group="load")
    async def _load(self) -> None:
        await asyncio.to_thread(self._run.load)

    def on_unmount(self) -> None:
        """What is not sent is kept for the next desk."""
        self._unsent.save()

    def _own_theme(self) -> str:
        if self.refcli.env.get("NO_COLOR"):
            return looks.PLAIN
        # Some terminals tell their background: `15;0` is light on dark.
        ground = self.refcli.env.get("COLORFGBG", "").rpartition(";")[2]
        return looks.LIGHT if ground in ("7", "15") else looks.DARK

    # --- whom it is about -------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the person."""
        if event.option_list is self._listed and self._person is not None:
            self.screen.add_class("open")
            self._focus_pane()

    def _focus_pane(self) -> None:
        tab = self.query_one(TabbedContent).active
        pane = "#words-text" if tab == "words" else f"#{tab} VerticalScroll"
        # At once: what is typed ahead is for it.
        self.screen.set_focus(self.query_one(pane))

    def on_tabbed_content_tab_activated(self, _: TabbedContent.TabActivated) -> None:
        """The tab's own text is read when it is looked at."""
        self._show_person()

    @work(exclusive=True, group="pane")
    async def _show_person(self) -> None:
        """Read what the open tab shows of the person, beside the loop that draws."""
        person, item, tab = self._person, self._item, self.query_one(TabbedContent).active
        if person is None:
            self._clear()
            return
        if tab == "words":
            await self._read_words(person, item)
            return
        text = await self._read(self._text_of, tab, person)
        if text is not None:
            shown = f"{clean_line(person.name)}\n{clean_text(text)}"
            self.query_one(f"#{tab}-text", Static).update(Content(shown))
            if person.id != self._shown.get(tab):
                self.query_one(f"#{tab} VerticalScroll").scroll_home(animate=False)
                self._shown[tab] = person.id

    async def _read(self, read: Callable[..., T], *wanted: Any) -> T | None:
        """What is read beside the loop that draws; None where it cannot be, which is said."""
        try:
            return await asyncio.to_thread(read, *wanted)
        except (RefcliError, sqlite3.Error, LookupError) as error:
            self._complain(error)
            return None

    def _text_of(self, tab: str, person: Person) -> str:
        from refcli.cli.desk import panes

        if tab == "now":
            return panes.now_of(self.refcli, person.id)
        of = {"timeline": panes.timeline_of, "network": panes.network_of}
        return of[tab](self.refcli, person)

    async def _read_words(self, person: Person, item: DueItem | None) -> None:
        """Draft the words anew; while they are for the same, what was changed by hand stays.

        While they are being changed nothing takes their place, whatever happens in the store.
        """
        from refcli.cli.desk.panes import words_of

        wanted = about(person, item)
        words = await self._read(words_of, self.refcli, *wanted)
        if words is None or not self.query_one(WordsArea).read_only:
            return
        drafted = words.draft.text if words.draft is not None else ""
        if wanted == self._words_for and words == self._words:
            return
        self._words, self._words_for = words, wanted
        self.query_one(WordsArea).show(self._changed.get(wanted, drafted or words.why), drafted)

    def _change_words(self, text: str) -> None:
        area = self.query_one(WordsArea)
        area.show(text, area.drafted)
        if self._words_for is not None:
            self._changed[self._words_for] = text

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What was changed by hand stays for that person, as long as the desk is open."""
        area = event.text_area
        if not isinstance(area, WordsArea) or self._words_for is None or area.read_only:
            return
        self._changed[self._words_for] = area.text

    def on_words_area_left(self, _: WordsArea.Left) -> None:
        """What happened meanwhile is seen now."""
        self._show_person()

    # --- what is said -----------------------------------------------------------------------

    def _times_forgotten(self) -> int:
        try:
            with self.refcli.reading(quiet=True) as connection:
                return times_forgotten(connection)
        except (RefcliError, sqlite3.Error):
            return -1

    def _start_afresh(self) -> None:
        self._changed.clear()
        self._words, self._words_for = Words(), None
        self._unsent.drop(lambda name: "@" in name)

    @property
    def _here(self) -> tuple[Person | None, int | None]:
        item = self._item
        return self._person, None if item is None else item.id

    def _go_back_to(self, before: Any) -> None:
        person, _ = before
        if person is not None:
            self._stay_with(person)

    def _say_left_out(self, keys: str) -> None:
        self._say(f"{self._refused or self._ran.said}; typed too soon, and left out: {keys}")

    def _say(self, text: str) -> None:
        self._refusal = text if text.startswith("!") else ""
        self.query_one("#status", Static).update(Content(clean_line(text)))

    def _complain(self, error: Exception) -> None:
        if isinstance(error, RefcliError):
            self._say(f"! {error.message}{f'; {error.hint}' if error.hint else ''}")
        elif isinstance(error, LookupError):
            self._clear()
            self._say("! they are not there any more")
        else:
            self._say(f"! the store cannot be read now: {error}")

    def _clear(self) -> None:
        """Nothing of somebody who is gone stays on the screen."""
        for tab in ("now", "timeline", "network"):
            self.query_one(f"#{tab}-text", Static).update("")
        self._words, self._words_for = Words(), None
        self.query_one(WordsArea).show("", "")

    async def _type(self, *argv: str, meant: Meant | None = None) -> Ran:
        """Run one command beside the loop that draws, say what it said, and read again.

        It is not run where it would do to somebody else what is `meant` for whom was shown.
        """
        self._say("…")
        self._is_typing = True
        try:
            ran = await asyncio.to_thread(self._run_for, meant, argv)
        finally:
            self._is_typing = False
        self._ran = ran
        self._unsent.ended(is_taken=not ran.code)
        self._keep_unsent()
        self._say(f"! {ran.why}" if ran.code else told_of(meant, ran.said))
        self._read_again("" if ran.code else argv[0])
        return ran

    def _run_for(self, meant: Meant | None, argv: Sequence[str]) -> Ran:
        if self._is_gone():
            return Ran(3, "", f"the store is gone, so nothing was done: {self.refcli.store}")
        try:
            if meant is None or is_still(self.refcli, meant):
                return self._run(argv)
        except (RefcliError, sqlite3.Error) as error:
            return Ran(3, "", str(error))
        return Ran(3, "", "that number is another's now, so nothing was done; look again")

    def _chosen(self) -> DueItem | None:
        if self._item is None:
            self._say("! nothing that is due is chosen; the arrows choose")
        return self._item

    def _whom(self) -> Person | None:
        if self._person is None:
            self._say("! nobody is chosen; / finds anybody")
        return self._person

    async def _line(
        self,
        name: str,
        question: str,
        *,
        hint: str = "",
        live: Callable[[str], str] | None = None,
    ) -> str | None:
        """Ask for a line; what was left unsent stands there again.

        `name` says what it is for, with whom or which of several: it is offered for nothing else.
        """
        if name not in _OF_NOBODY and self._person is not None:
            # By number and name: after a restore the number may be another's.
            name = f"{name} @{self._person.id} {self._person.name}"

        def typed(text: str) -> None:
            self._unsent.typed(name, text)
            self._keep_unsent()

        line = Line(question, hint=hint, value=self._unsent.of(name), live=live, typed=typed)
        text = await self.push_screen_wait(line)
        if text is None:
            self._unsent.ended(is_taken=False)
        else:
            self._unsent.send(name)
        return text

    async def _until_taken(
        self,
        name: str,
        question: str,
        argv: Callable[[str], Sequence[str]],
        *,
        meant: Meant | None,
        hint: str = "",
        may_be_empty: bool = False,
        live: Callable[[str], str] | None = None,
    ) -> str | None:
        """Ask for a line and type a command with it, until it is taken or left."""
        while True:
            text = await self._line(name, question, hint=hint, live=live)
            if text is None or not (text or may_be_empty):
                return None
            ran = await self._type(*argv(text), meant=meant)
            if not ran.code:
                return text
            question = ran.why

    @work(exclusive=True, group="unsent")
    async def _keep_unsent(self) -> None:
        await asyncio.sleep(_SECONDS_BETWEEN_KEYS)
        await asyncio.to_thread(self._unsent.save)

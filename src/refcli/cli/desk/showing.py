"""What stands on the desk: the lists, the person, and what was said; read again when it changes."""

import asyncio
import datetime as dt
import gc
import os
import sqlite3
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static, TabbedContent, TabPane, TextArea
from textual.widgets.option_list import Option

from refcli.cli.desk import looks
from refcli.cli.desk.acting import Acting
from refcli.cli.desk.day import Block, Day, read_day
from refcli.cli.desk.ending import end_by_signals
from refcli.cli.desk.keys import KEYS
from refcli.cli.desk.questions import Line
from refcli.cli.desk.runner import Ran, Runner
from refcli.cli.desk.words import Words
from refcli.cli.frame.context import App
from refcli.cli.unsent import Unsent
from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.domain.text import clean_line, clean_text
from refcli.errors import RefcliError

T = TypeVar("T")

_SECONDS_BETWEEN_LOOKS = 0.5
# Nobody types so fast that each row they pass is to be read.
_SECONDS_ON_A_ROW = 0.06
# What is typed is kept where a hand rests.
_SECONDS_BETWEEN_KEYS = 0.2


class Showing(Acting):
    """The screen; it reads through `day` and `panes`, and writes by typing commands."""

    TITLE = "refcli"
    CSS = looks.CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.key, key.action, key.short, show=key.is_shown) for key in KEYS
    ]

    def __init__(self, refcli: App) -> None:
        super().__init__()
        self.refcli = refcli
        self._run = Runner(refcli)
        self._day = Day("", (), (), ())
        self._items: dict[str, DueItem] = {}
        self._person: Person | None = None
        self._item: DueItem | None = None
        self._words = Words()
        self._words_for: tuple[int, int | None] | None = None
        self._seen: object = None
        self._unsent = Unsent(refcli.store)
        self._is_typing = False

    # --- what is there ----------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """A title, two panes, a line for what was said, and the keys."""
        yield Static("", id="title")
        yield Static(looks.TOO_SMALL, id="small")
        with Horizontal(id="panes"):
            yield OptionList(id="due")
            with TabbedContent(id="person", initial="now"):
                with TabPane("Now", id="now"), VerticalScroll():
                    yield Static("", id="now-text")
                with TabPane("Words", id="words"):
                    yield TextArea("", id="words-text", soft_wrap=True)
                with TabPane("Timeline", id="timeline"), VerticalScroll():
                    yield Static("", id="timeline-text")
                with TabPane("Network", id="network"), VerticalScroll():
                    yield Static("", id="network-text")
        yield Static("", id="status")
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """The day is read, and looked at again twice a second."""
        end_by_signals(self)
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

    def on_resize(self, event: events.Resize) -> None:
        """Two panes where there is room, one where there is less, a word where there is none."""
        width, height = event.size
        is_tiny = width < looks.LEAST_COLUMNS or height < looks.LEAST_ROWS
        self.screen_stack[0].set_class(is_tiny, "tiny")
        self.screen_stack[0].set_class(width >= looks.WIDE, "wide")
        self.screen_stack[0].set_class(width < looks.WIDE, "narrow")

    # --- what the store says ----------------------------------------------------------------

    def _look(self) -> None:
        """Whether the day or the store has changed since, in this shell or another."""
        now = dt.datetime.now().astimezone()
        is_told = bool(self.refcli.env.get("REFCLI_TODAY"))
        today = self.refcli.today if is_told else now.date()
        if today != self.refcli.today:
            self._seen = None
        self.refcli = self.refcli._replace(now=now, today=today)
        if not self._is_typing and self._stamp() != self._seen:
            self._read_again(is_by_others=True)

    def _stamp(self) -> object:
        """What changes with every commit; the file is not opened, which would drop its locks."""
        try:
            found = os.stat(self.refcli.store)  # noqa: PTH116  pathlib costs more
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    def _read_again(self, *, is_by_others: bool = False) -> None:
        """The lists as they are now; what cannot be read is said, and the lists stay."""
        self._seen = self._stamp()
        try:
            self._day = read_day(self.refcli)
        except (RefcliError, sqlite3.Error) as error:
            self._complain(error)
            return
        self.query_one("#title", Static).update(Content(self._day.title))
        self._list(is_by_others=is_by_others)
        self._show_person()

    def _list(self, *, is_by_others: bool) -> None:
        listed = self.query_one("#due", OptionList)
        before = listed.highlighted
        known = listed.get_option_at_index(before).id if before is not None else None
        self._items = {str(item.id): item for item in self._day.items}
        listed.clear_options()
        listed.add_options(self._options())
        gone = self._item if self._item is not None and known not in self._items else None
        if gone is not None and is_by_others:
            # Somebody else did what was chosen: the next key must not fall on another row.
            self._item = None
            self._say(f"! done elsewhere: {gone.line}")
        else:
            self._choose_row(known, before)

    def _choose_row(self, known: str | None, before: int | None) -> None:
        """The same follow-up under the cursor, else the one that took its place."""
        listed = self.query_one("#due", OptionList)
        rows = [listed.get_option_at_index(n) for n in range(listed.option_count)]
        places = [n for n, row in enumerate(rows) if row.id is not None]
        same = [n for n in places if rows[n].id == known]
        after = [n for n in places if before is not None and n >= before]
        if places and self._is_about_due():
            listed.highlighted = (same or after or places[-1:] if before else same or places)[0]
        elif not places:
            self._item = None

    def _is_about_due(self) -> bool:
        return self._item is not None or self._person is None

    def _options(self) -> list[Option]:
        rows: list[Option] = []
        for item in self._day.meetings:
            hour = item.time or "today"
            rows.append(Option(Content(f"{hour}  {clean_line(item.line)}"), id=str(item.id)))
        for block in self._day.now:
            rows += self._block(block)
        if self._day.week:
            rows.append(Option(Content("This week"), disabled=True))
        for block in self._day.week:
            rows += self._block(block)
        if not rows:
            rows.append(Option(Content("Nothing is due. l logs, / finds, ? has the keys.")))
        return rows

    def _block(self, block: Block) -> list[Option]:
        head = Option(Content(f"{clean_line(block.name)}, {block.when}"), disabled=True)
        items = [
            Option(Content(f"  {clean_line(item.line)}{self._reach(item)}"), id=str(item.id))
            for item in block.items
        ]
        return [head, *items]

    def _reach(self, item: DueItem) -> str:
        return f" ({clean_line(item.reach_at)})" if item.reach_at else ""

    # --- whom it is about -------------------------------------------------------------------

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The person of the row comes to the right side."""
        item = self._items.get(event.option.id or "")
        if event.option_list.id == "due" and item is not None:
            self._item, self._person = item, Person(item.contact_id, item.contact_name)
            self.set_timer(_SECONDS_ON_A_ROW, self._show_person)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the person."""
        if event.option_list.id == "due" and self._person is not None:
            self.screen.add_class("open")
            self._focus_pane()

    def _focus_pane(self) -> None:
        tab = self.query_one(TabbedContent).active
        pane = "#words-text" if tab == "words" else f"#{tab} VerticalScroll"
        self.query_one(pane).focus()

    def on_tabbed_content_tab_activated(self, _: TabbedContent.TabActivated) -> None:
        """The tab's own text is read when it is looked at."""
        self._show_person()

    @work(exclusive=True, group="pane")
    async def _show_person(self) -> None:
        """Read what the open tab shows of the person, beside the loop that draws."""
        person, item, tab = self._person, self._item, self.query_one(TabbedContent).active
        if person is None:
            return
        if tab == "words":
            await self._read_words(person, item)
            return
        text = await self._read(self._text_of, tab, person)
        if text is not None:
            shown = f"{clean_line(person.name)}\n{clean_text(text)}"
            self.query_one(f"#{tab}-text", Static).update(Content(shown))

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
        """Draft the words anew; while they are for the same, what was changed by hand stays."""
        from refcli.cli.desk.panes import words_of

        wanted = (person.id, item.id if item is not None else None)
        words = await self._read(words_of, self.refcli, *wanted)
        if words is None:
            return
        area = self.query_one("#words-text", TextArea)
        is_changed = area.text != self._text_of_words()
        if wanted == self._words_for and (is_changed or words == self._words):
            return
        self._words, self._words_for = words, wanted
        area.load_text(self._text_of_words())

    def _text_of_words(self) -> str:
        return self._words.why if self._words.draft is None else self._words.draft.text

    # --- what is said -----------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self.query_one("#status", Static).update(Content(clean_line(text)))

    def _complain(self, error: Exception) -> None:
        if isinstance(error, RefcliError):
            self._say(f"! {error.message}{f'; {error.hint}' if error.hint else ''}")
        elif isinstance(error, LookupError):
            self._say("! they are not there any more")
        else:
            self._say(f"! the store cannot be read now: {error}")

    async def _type(self, *argv: str) -> Ran:
        """Run one command beside the loop that draws, say what it said, and read again."""
        self._say("…")
        self._is_typing = True
        try:
            ran = await asyncio.to_thread(self._run, argv)
        finally:
            self._is_typing = False
        self._unsent.ended(is_taken=not ran.code)
        self._keep_unsent()
        self._say(f"! {ran.why}" if ran.code else ran.said)
        self._read_again()
        return ran

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
        """Ask for a line; what was left unsent stands there again."""

        def typed(text: str) -> None:
            self._unsent.typed(name, text)
            self._keep_unsent()

        line = Line(question, hint=hint, value=self._unsent.of(name), live=live, typed=typed)
        text = await self.push_screen_wait(line)
        if text is not None:
            self._unsent.send(name)
        return text

    @work(exclusive=True, group="unsent")
    async def _keep_unsent(self) -> None:
        await asyncio.sleep(_SECONDS_BETWEEN_KEYS)
        await asyncio.to_thread(self._unsent.save)

"""The desk itself: what is due on the left, the person on the right, one key an action."""

import asyncio
import datetime as dt
import os
import shlex
import sqlite3
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import app as textual_app
from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, OptionList, Static, TabbedContent, TabPane, TextArea
from textual.widgets.option_list import Option

from refcli.cli.delivery import edited, open_mail, taken_by_clipboard
from refcli.cli.desk import looks
from refcli.cli.desk.day import Block, Day, read_day
from refcli.cli.desk.keys import KEYS, key_lines
from refcli.cli.desk.questions import Find, Line, Pick, Shown
from refcli.cli.desk.runner import Ran, Runner
from refcli.cli.frame.context import App, load_write_lane
from refcli.domain.answers import (
    DONE,
    NO,
    YES,
    can_be_lost,
    can_be_won,
    default_answer,
    spoken_answers,
)
from refcli.domain.contacts import Contact, Person
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from refcli.domain.text import clean_line, clean_text
from refcli.errors import RefcliError
from refcli.prompt.protocol import Choice
from refcli.read.asks import targets
from refcli.read.contact_lists import called_so, find_contacts

if TYPE_CHECKING:
    from refcli.cli.desk.panes import Words

_SECONDS_BETWEEN_LOOKS = 0.5
# Nobody types so fast that each row they pass is to be read.
_SECONDS_ON_A_ROW = 0.06
_FOUND = 30
_SHORT = 2
_SNOOZED = {"1": "tomorrow", "3": "in 3 days", "7": "in 7 days"}
_ANSWERS = (
    Choice("promised", "they promised to introduce somebody", "p"),
    Choice("pending", "no answer yet", "w"),
    Choice("later", "not now", "l"),
    Choice("declined", "no", "n"),
    Choice("plan", "not asked yet: plan it for a day", "d"),
)


class Desk(textual_app.App[None]):
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
        self._words: Words | None = None
        self._seen: object = None
        self._unsent: dict[str, str] = {}

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
        self.theme = self._own_theme()
        self._read_again()
        self.query_one("#due").focus()
        self.set_interval(_SECONDS_BETWEEN_LOOKS, self._look)
        # What is written with loads while the person reads.
        self.set_timer(_SECONDS_BETWEEN_LOOKS, self._load)

    @work(group="load")
    async def _load(self) -> None:
        await asyncio.to_thread(load_write_lane)

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
        if not self.refcli.env.get("REFCLI_TODAY"):
            now = dt.datetime.now().astimezone()
            if now.date() != self.refcli.today:
                self.refcli = self.refcli._replace(now=now, today=now.date())
                self._seen = None
        if self._stamp() != self._seen:
            self._read_again()

    def _stamp(self) -> object:
        """What changes with every commit; the file is not opened, which would drop its locks."""
        try:
            found = os.stat(self.refcli.store)  # noqa: PTH116  pathlib costs more
        except OSError:
            return None
        return (found.st_ino, found.st_mtime_ns, found.st_size)

    def _read_again(self) -> None:
        """The lists as they are now; what cannot be read is said, and the lists stay."""
        self._seen = self._stamp()
        try:
            self._day = read_day(self.refcli)
        except (RefcliError, sqlite3.Error) as error:
            self._complain(error)
            return
        self.query_one("#title", Static).update(Content(self._day.title))
        self._list()
        self._show_person()

    def _list(self) -> None:
        listed = self.query_one("#due", OptionList)
        before = listed.highlighted
        known = listed.get_option_at_index(before).id if before is not None else None
        self._items = {str(item.id): item for item in self._day.items}
        listed.clear_options()
        listed.add_options(self._options())
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

    def on_tabbed_content_tab_activated(self, _: TabbedContent.TabActivated) -> None:
        """The tab's own text is read when it is looked at."""
        self._show_person()

    @work(exclusive=True, group="pane")
    async def _show_person(self) -> None:
        """Read what the open tab shows of the person, beside the loop that draws."""
        person, item, tab = self._person, self._item, self.query_one(TabbedContent).active
        if person is None:
            return
        try:
            if tab == "words":
                about = item.id if item is not None else None
                words = await asyncio.to_thread(self._words_of, person.id, about)
                self._set_words(person, words)
                return
            text = await asyncio.to_thread(self._text_of, tab, person)
        except (RefcliError, sqlite3.Error, LookupError) as error:
            self._complain(error)
            return
        shown = f"{clean_line(person.name)}\n{clean_text(text)}"
        self.query_one(f"#{tab}-text", Static).update(Content(shown))

    def _words_of(self, person: int, about: int | None) -> "Words":
        # What is written with is loaded when words are looked at.
        from refcli.cli.desk.panes import words_of

        return words_of(self.refcli, person, about)

    def _text_of(self, tab: str, person: Person) -> str:
        from refcli.cli.desk import panes

        if tab == "now":
            return panes.now_of(self.refcli, person.id)
        of = {"timeline": panes.timeline_of, "network": panes.network_of}
        return of[tab](self.refcli, person)

    def _set_words(self, person: Person, words: "Words") -> None:
        if words == self._words:
            return
        self._words = words
        area = self.query_one("#words-text", TextArea)
        area.load_text(words.draft.text if words.draft is not None else words.why)
        area.border_title = clean_line(person.name)

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
        ran = await asyncio.to_thread(self._run, argv)
        if ran.code:
            self._say("! " + " ".join(ran.err.removeprefix("refcli: ").split("\nhint: ")))
        else:
            self._say(ran.said or f"done: {' '.join(argv[:2])}")
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

        def left(text: str) -> None:
            self._unsent[name] = text

        value = self._unsent.pop(name, "")
        line = Line(question, hint=hint, value=value, live=live, left=left)
        return await self.push_screen_wait(line)

    # --- what is done with what is due --------------------------------------------------------

    @work(exclusive=True, group="act")
    async def action_done(self) -> None:
        """Done; where somebody had to answer, what they said."""
        item = self._chosen()
        if item is None:
            return
        spoken = spoken_answers(item)
        if not spoken:
            await self._answer(item, DONE)
            return
        words = {"contact": item.contact_name, "won": "became business"}
        choices = [Choice(s.answer, s.words.format(**words), s.key) for s in spoken]
        asked = Pick(item.line, choices, default=default_answer(item))
        picked = await self.push_screen_wait(asked)
        if picked is not None:
            await self._answer(item, picked)

    @work(exclusive=True, group="act")
    async def action_answer(self, answer: str) -> None:
        """What they said, with one key."""
        item = self._chosen()
        if item is not None:
            await self._answer(item, answer)

    async def _answer(self, item: DueItem, answer: str) -> None:
        """What an answer asks in turn is asked, and the command typed."""
        more: tuple[str, ...] = ()
        if answer == YES and can_be_won(item) and item.intro is not None:
            worth = await self._line("worth", "What is it worth?", hint="Enter leaves it open")
            if worth:
                await self._type("intro", "won", str(item.intro), "--value", worth)
                return
            if worth is None:
                return
        elif answer == NO and can_be_lost(item):
            why = await self._line("lost", "Why did it come to nothing?", hint="not interested")
            if not why:
                return
            more = ("--note", why)
        elif answer == DONE and KINDS[item.kind].needs_note:
            what = await self._line("given", f"What did you do for {item.contact_name}?")
            if not what:
                return
            more = ("--note", what)
        told = () if answer == DONE else ("--answer", answer)
        await self._type("done", str(item.id), *told, *more)

    @work(exclusive=True, group="act")
    async def action_tried(self) -> None:
        """Tried, and nobody was reached."""
        item = self._chosen()
        if item is not None:
            await self._type("tried", str(item.id))

    @work(exclusive=True, group="act")
    async def action_snooze(self) -> None:
        """Put off until a day."""
        item = self._chosen()
        if item is None:
            return
        hint = "1 tomorrow, 3, 7, or a day: friday, 4 dec"
        until = await self._line("snooze", "Until when?", hint=hint)
        if until:
            await self._type("snooze", str(item.id), _SNOOZED.get(until, until))

    @work(exclusive=True, group="act")
    async def action_skip(self) -> None:
        """Left out."""
        item = self._chosen()
        if item is None:
            return
        why = await self._line("skip", f"Leave out: {item.line}? Why?", hint="Enter for no reason")
        if why is not None:
            await self._type("skip", str(item.id), *(("--because", why) if why else ()))

    # --- words ------------------------------------------------------------------------------

    def action_tab(self, tab: str) -> None:
        """Show a tab of the person."""
        if self._whom() is not None:
            self.screen.add_class("open")
            self.query_one(TabbedContent).active = tab
            self._focus_pane()

    def _focus_pane(self) -> None:
        tab = self.query_one(TabbedContent).active
        pane = "#words-text" if tab == "words" else f"#{tab} VerticalScroll"
        self.query_one(pane).focus()

    async def _own_words(self) -> str | None:
        """The words as they stand there now; they are read first where they were not shown yet."""
        person = self._whom()
        if person is None:
            return None
        if self.query_one(TabbedContent).active != "words":
            about = self._item.id if self._item is not None else None
            words = await asyncio.to_thread(self._words_of, person.id, about)
            self._set_words(person, words)
        if self._words is None or self._words.draft is None:
            self._say(f"! {self._words.why if self._words else 'there are no words for it'}")
            return None
        return self.query_one("#words-text", TextArea).text

    @work(exclusive=True, group="act")
    async def action_copy(self) -> None:
        """The words go to the clipboard."""
        text = await self._own_words()
        if text is None:
            return
        if not await asyncio.to_thread(taken_by_clipboard, self.refcli, text):
            self.copy_to_clipboard(text)
        self._say("copied; d says that it is sent")

    @work(exclusive=True, group="act")
    async def action_mail(self) -> None:
        """The words go to the mail program."""
        text = await self._own_words()
        words = self._words
        if text is None or words is None or words.draft is None:
            return
        try:
            told = words.draft._replace(text=text)
            await asyncio.to_thread(open_mail, self.refcli, told, words.address)
        except RefcliError as error:
            self._complain(error)
        else:
            self._say("it is in your mail program; d says that it is sent")

    @work(exclusive=True, group="act")
    async def action_edit(self) -> None:
        """The words go to the editor, and come back."""
        text = await self._own_words()
        if text is None:
            return
        try:
            with self.suspend():
                changed = edited(self.refcli, text)
        except (RefcliError, textual_app.SuspendNotSupported) as error:
            self._say(f"! {error}")
        else:
            self.query_one("#words-text", TextArea).load_text(changed)
            self.action_tab("words")

    # --- what happened ----------------------------------------------------------------------

    @work(exclusive=True, group="act")
    async def action_log(self) -> None:
        """What happened, in a line."""
        await self._sentence("log", "What happened?", "lunch with anna about her move")

    async def _sentence(self, name: str, question: str, hint: str) -> None:
        """Ask for a line until it is taken or left."""
        while True:
            text = await self._line(name, question, hint=hint, live=self._understood)
            if not text:
                return
            ran = await self._type(name, text)
            if not ran.code:
                return
            self._unsent[name] = text
            question = ran.said

    def _understood(self, text: str, *, is_ahead: bool = False) -> str:
        from refcli.cli.desk.sentence import understood

        return understood(self.refcli, text, is_ahead=is_ahead)

    @work(exclusive=True, group="act")
    async def action_ask(self) -> None:
        """An ask: for whom, and what they said."""
        person = self._whom()
        if person is None:
            return
        known = await asyncio.to_thread(self._targets)
        if not known:
            self._say('! first say whom you look for: : kit target NAME --in … --looking-for "…"')
            return
        question = f"Whom would you like {person.name} to introduce?"
        target = await self.push_screen_wait(Pick(question, known))
        if target is None:
            return
        answer = await self.push_screen_wait(Pick("What did they say?", _ANSWERS))
        if answer is None:
            return
        line = ["ask", f"@{person.id}", "--target", target]
        if answer == "plan":
            when = await self._line("planned", "When will you ask?", hint="thursday")
            if not when:
                return
            line += ["--planned", when]
        else:
            line += ["--answer", answer]
        ran = await self._type(*line)
        if ran.code == 1:
            yes_no = (Choice("n", "leave it", "n"), Choice("y", "record it all the same", "y"))
            if await self.push_screen_wait(Pick(ran.said, yes_no)) == "y":
                await self._type(*line, "--anyway")

    def _targets(self) -> list[Choice]:
        with self.refcli.reading(quiet=True) as connection:
            found = targets(connection)
        return [Choice(t.name, t.name, str(n) if n <= 9 else "") for n, t in enumerate(found, 1)]  # noqa: PLR2004  keys

    @work(exclusive=True, group="act")
    async def action_intro(self) -> None:
        """Somebody was introduced."""
        person = self._whom()
        if person is None:
            return
        who = await self._line("intro", f"Whom did {person.name} introduce?", hint="a name")
        if not who:
            return
        phone = await self._line("phone", "Their number?", hint="Enter for none")
        if phone is not None:
            reach = ("--phone", phone) if phone else ()
            await self._type("intro", f"@{person.id}", who, *reach)

    @work(exclusive=True, group="act")
    async def action_plan(self) -> None:
        """A meeting to come."""
        person = self._whom()
        if person is None:
            return

        def live(text: str) -> str:
            told = f"{person.name} {text}"
            return self._understood(told, is_ahead=True) if text.strip() else ""

        hint = "thu 10:00 about the lease"
        when = await self._line("plan", f"When do you meet {person.name}?", hint=hint, live=live)
        if when:
            await self._type("meet", f"{person.name} {when}")

    @work(exclusive=True, group="act")
    async def action_add(self) -> None:
        """A new contact."""
        name = await self._line("add", "What is their name?", hint="Lena Fuchs")
        if name:
            await self._type("contact", "add", "--", name)

    @work(exclusive=True, group="act")
    async def action_find(self) -> None:
        """Anybody comes to the right side."""
        found = await self.push_screen_wait(Find(self._find))
        if found is not None:
            self._item, self._person = None, Person(found.id, found.name)
            self.screen.add_class("open")
            self._show_person()
            self._focus_pane()
            self._say(f"{found.name}: l logs, a asks, i introduces, p plans")

    def _find(self, text: str) -> Sequence[Contact]:
        try:
            with self.refcli.reading(quiet=True) as connection:
                # A letter or two is in everything; it is the beginning of a name.
                find = find_contacts if len(text.strip()) > _SHORT else called_so
                return find(connection, text, self.refcli.today, _FOUND)
        except (RefcliError, sqlite3.Error):
            return ()

    @work(exclusive=True, group="act")
    async def action_command(self) -> None:
        """Any command, and what it prints."""
        line = await self._line("command", "refcli", hint="contact list --tier A")
        if not line:
            return
        try:
            argv = shlex.split(line.removeprefix("refcli "))
        except ValueError as error:
            self._say(f"! {error}: {line}")
            return
        if argv and argv[0] in ("desk", "demo"):
            self._say("! that is where you are")
            return
        ran = await self._type(*argv)
        if len(ran.all_said.splitlines()) > 1:
            await self.push_screen_wait(Shown(f"refcli {line}", ran.all_said))

    # --- everything else --------------------------------------------------------------------

    @work(exclusive=True, group="act")
    async def action_undo(self) -> None:
        """The last thing is taken back."""
        await self._type("undo")

    @work(exclusive=True, group="act")
    async def action_redo(self) -> None:
        """It is done again."""
        await self._type("redo")

    @work(exclusive=True, group="act")
    async def action_review(self) -> None:
        """The figures of the practice."""
        ran = await self._type("review")
        self._say("")
        await self.push_screen_wait(Shown("Review", ran.all_said))

    def action_help(self) -> None:
        """The keys."""
        self.push_screen(Shown("Keys", key_lines()))

    def action_theme(self) -> None:
        """Dark or light."""
        self.theme = looks.LIGHT if self.theme == looks.DARK else looks.DARK

    def action_down(self) -> None:
        """The next row."""
        self.query_one("#due", OptionList).action_cursor_down()

    def action_up(self) -> None:
        """The row before."""
        self.query_one("#due", OptionList).action_cursor_up()

    def action_to_list(self) -> None:
        """Back to the list."""
        self.screen.remove_class("open")
        listed = self.query_one("#due", OptionList)
        listed.focus()
        place = listed.highlighted
        row = listed.get_option_at_index(place) if place is not None else None
        item = self._items.get((row.id if row else None) or "")
        if item is not None:
            self._item, self._person = item, Person(item.contact_id, item.contact_name)
            self._show_person()

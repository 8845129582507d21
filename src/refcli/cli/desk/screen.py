"""The desk itself: what happened, what is to come, anybody, any command."""

import shlex
import sqlite3
from collections.abc import Sequence

from textual.widgets import OptionList

from refcli.cli.desk import looks
from refcli.cli.desk.acting import act
from refcli.cli.desk.answering import Answering
from refcli.cli.desk.keys import key_lines
from refcli.cli.desk.questions import Find, Pick, Shown
from refcli.cli.spoken import DECLINED, LATER, PENDING, PROMISED
from refcli.domain.contacts import Contact, Person
from refcli.errors import RefcliError
from refcli.prompt.protocol import Choice
from refcli.read.asks import targets
from refcli.read.contact_lists import called_so, find_contacts

_FOUND = 30
_SHORT = 2
_PLAN = Choice("plan", "not asked yet: plan it for a day", "d")
_ANSWERS = (PROMISED, PENDING, LATER, DECLINED, _PLAN)


class Desk(Answering):
    """All keys of the desk."""

    # --- what happened ----------------------------------------------------------------------

    @act
    async def action_log(self) -> None:
        """What happened, in a line."""
        await self._sentence("log", "What happened?", "lunch with anna about her move")

    async def _sentence(self, name: str, question: str, hint: str) -> None:
        """Ask for a line until it is taken or left."""
        while True:
            text = await self._line(name, question, hint=hint, live=self._understood)
            if not text:
                return
            ran = await self._type(name, "add", "--", text)
            if not ran.code:
                return
            question = ran.said

    def _understood(self, text: str, *, is_ahead: bool = False) -> str:
        from refcli.cli.desk.sentence import understood

        return understood(self.refcli, text, is_ahead=is_ahead)

    @act
    async def action_ask(self) -> None:
        """An ask: for whom, and what they said."""
        person = self._whom()
        if person is None:
            return
        known = await self._read(self._targets)
        if known is None:
            return
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

    @act
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
            await self._type("intro", "add", *reach, "--", f"@{person.id}", who)

    @act
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
            await self._type("meet", "add", "--", f"{person.name} {when}")

    @act
    async def action_add(self) -> None:
        """A new contact."""
        name = await self._line("add", "What is their name?", hint="Lena Fuchs")
        if name:
            await self._type("contact", "add", "--", name)

    @act
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

    @act
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

    @act
    async def action_undo(self) -> None:
        """The last thing is taken back."""
        await self._type("undo")

    @act
    async def action_redo(self) -> None:
        """It is done again."""
        await self._type("redo")

    @act
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

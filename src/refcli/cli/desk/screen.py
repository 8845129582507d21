"""The desk itself: what happened, what is to come, anybody, any command."""

import re
import shlex
import sqlite3
from collections.abc import Sequence

from textual.widgets import TabbedContent

from refcli.cli.desk import looks
from refcli.cli.desk.acting import act
from refcli.cli.desk.answering import Answering
from refcli.cli.desk.keys import key_lines
from refcli.cli.desk.questions import Find, Pick, Shown
from refcli.cli.desk.reach import reached_by
from refcli.cli.spoken import DECLINED, LATER, PENDING, PROMISED
from refcli.domain.contacts import Contact, Person
from refcli.domain.history import Entry, Mark
from refcli.domain.interactions import Channel
from refcli.domain.names import contact_id_in, looks_like_phone
from refcli.domain.text import joined
from refcli.errors import RefcliError
from refcli.prompt.protocol import Choice
from refcli.read.asks import targets
from refcli.read.contact_lists import called_so, find_contacts
from refcli.read.contacts import contacts_by_id
from refcli.read.history import newest_mark, newest_number, newest_to_undo

_FOUND = 30
_SHORT = 2
_PLAN = Choice("plan", "not asked yet: plan it for a day", "d")
_CHANNELS = tuple(Choice(c.value, c.words, key) for c, key in zip(Channel, "pvcemlt", strict=True))
_ANSWERS = (PROMISED, PENDING, LATER, DECLINED, _PLAN)


class Desk(Answering):
    """All keys of the desk."""

    # --- what happened ----------------------------------------------------------------------

    @act
    async def action_log(self) -> None:
        """What happened, in a line; whom it brings and what it promises is asked about."""
        question = "What happened?"
        while True:
            hint = "lunch with anna about her move"
            text = await self._line("log", question, hint=hint, live=self._understood)
            if not text:
                return
            if await self._logged(text):
                await self._promised(text)
                return
            question = self._ran.why

    async def _logged(self, text: str) -> bool:
        """Whether it is taken; somebody who is new is added first, if they are to be."""
        from refcli.cli.desk import sentence

        ran = await self._type("log", "add", "--", text)
        new = sentence.newcomers(self.refcli, text) if ran.code else ()
        if new and await self._agreed(f"Add {joined(new)} to your contacts?"):
            for name in new:
                await self._type("contact", "add", "--", name)
            ran = await self._type("log", "add", "--", text)
            if not ran.code:
                self._unsent.typed("log", "")
                self._keep_unsent()
        return not ran.code

    async def _promised(self, text: str) -> None:
        from refcli.cli.desk import sentence

        promise = sentence.promised(self.refcli, text)
        newest = await self._read(self._newest)
        whom = promise and await self._for_whom(promise.told, promise.people)
        if promise and whom:
            due = promise.due or "in 3 days"
            line = ("followup", "add", "--due", due, "--", whom, promise.what)
            await self._type(*line, meant=newest)

    async def _for_whom(self, told: str, people: tuple[Person, ...]) -> str:
        """For whom it is to be remembered, as a command has them; '' for nobody."""
        if len(people) == 1:
            is_agreed = await self._agreed(f"Be reminded of it for {people[0].name}? {told}")
            return f"@{people[0].id}" if is_agreed else ""
        choices = [Choice(f"@{p.id}", p.name, str(n)) for n, p in enumerate(people[:9], 1)]
        question = f"Be reminded of it, for whom? {told}"
        return await self.push_screen_wait(Pick(question, [*choices, Choice("", "no", "n")])) or ""

    def _newest(self) -> Mark | None:
        with self.refcli.reading(quiet=True) as connection:
            return newest_mark(connection)

    async def _agreed(self, question: str) -> bool:
        yes_no = (Choice("y", "yes", "y"), Choice("n", "no", "n"))
        return await self.push_screen_wait(Pick(question, yes_no)) == "y"

    def _understood(self, text: str, *, is_ahead: bool = False) -> str:
        from refcli.cli.desk import sentence

        return sentence.understood(self.refcli, text, is_ahead=is_ahead)

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
        told = await self._how_it_went(target)
        if told is None:
            return
        line = ["ask", f"@{person.id}", "--target", target, *told]
        ran = await self._type(*line, meant=person)
        if ran.code == 1:
            yes_no = (Choice("n", "leave it", "n"), Choice("y", "record it all the same", "y"))
            if await self.push_screen_wait(Pick(ran.said, yes_no)) == "y":
                await self._type(*line, "--anyway", meant=person)

    async def _how_it_went(self, target: str) -> list[str] | None:
        """The options of `ask` for what they said and over which channel, or for the day of it."""
        answer = await self.push_screen_wait(Pick("What did they say?", _ANSWERS))
        if answer == "plan":
            when = await self._line(f"planned {target}", "When will you ask?", hint="thursday")
            return ["--planned", when] if when else None
        if answer is None:
            return None
        how = await self.push_screen_wait(Pick("How did you ask?", _CHANNELS))
        return ["--answer", answer, "--how", how] if how is not None else None

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
        question = f"Whom did {person.name} introduce?"
        while True:
            who = await self._line("intro", question, hint="Ben Okoye")
            if not who:
                return
            phone = await self._number_of(who)
            if phone is None:
                return
            reach = ("--phone", phone) if phone else ()
            line = ["intro", "add", *reach, "--", f"@{person.id}", who]
            ran = await self._type(*line, meant=person)
            if not ran.code:
                return
            question = f"{ran.why}; whom did {person.name} introduce?"

    async def _number_of(self, who: str) -> str | None:
        """Their number, asked for again until it is one; '' for none."""
        question = "Their number?"
        while True:
            phone = await self._line(f"phone {who}", question, hint="0151 5550144 (Enter for none)")
            if not phone or looks_like_phone(phone):
                return phone
            question = f"Not a phone number: {phone}. Their number?"

    @act
    async def action_plan(self) -> None:
        """A meeting to come."""
        person = self._whom()
        if person is None:
            return

        def live(text: str) -> str:
            return self._understood(f"@{person.id} {text}", is_ahead=True) if text.strip() else ""

        await self._until_taken(
            "plan",
            f"When do you meet {person.name}?",
            lambda when: ["meet", "add", "--", f"@{person.id} {when}"],
            meant=person,
            hint="thu 10:00 about the lease",
            live=live,
        )

    @act
    async def action_add(self) -> None:
        """A new contact."""
        name = await self._until_taken(
            "add",
            "What is their name?",
            lambda name: ["contact", "add", "--", name],
            meant=None,
            hint="Lena Fuchs",
        )
        if not name:
            return
        person = self._added
        self._show(person)
        await self._until_taken(
            f"reach @{person.id}",
            f"Firm, number or e-mail of {person.name}?",
            lambda told: ["contact", "edit", f"@{person.id}", *reached_by(told)],
            meant=person,
            hint="Fuchs Bau, 0151 5550144, lena@example.com (Enter for none)",
        )

    @property
    def _added(self) -> Person:
        """Who was added just now, as it was said."""
        found = re.match(r"added (.+) \(@(\d+)\)(?:, a [a-z]+)?$", self._ran.out, re.MULTILINE)
        return Person(int(found[2]), found[1]) if found else Person(0, "")

    def _show(self, person: Person) -> None:
        self.query_one(TabbedContent).active = "now"
        self._stay_with(person)

    @act
    async def action_find(self) -> None:
        """Anybody comes to the right side."""
        found = await self.push_screen_wait(Find(self._find))
        if found is not None:
            self.screen.add_class("open")
            self._show(Person(found.id, found.name))
            self._focus_pane()
            self._say(f"{found.name}: l logs, a asks, i introduces, p plans")

    def _find(self, text: str) -> Sequence[Contact]:
        try:
            with self.refcli.reading(quiet=True) as connection:
                # A letter or two is in everything; it is the beginning of a name.
                number = contact_id_in(text)
                if number is not None:
                    return contacts_by_id(connection, (number,), self.refcli.today)
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
        """The last thing is taken back; what was not done at this desk only if that is meant."""
        entry = await self._read(self._to_undo)
        if entry is None:
            return
        if not self._run.did(entry):
            question = f"It was not done at this desk. Take it back? {entry.summary}"
            no_yes = (Choice("n", "leave it", "n"), Choice("y", "take it back", "y"))
            if await self.push_screen_wait(Pick(question, no_yes)) != "y":
                self._say("it was left as it is")
                return
        await self._type("undo", str(entry.id), meant=entry.mark)

    def _to_undo(self) -> Entry:
        with self.refcli.reading(quiet=True) as connection:
            return newest_to_undo(connection, newest_number(connection) + 1)

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

    @act
    async def action_help(self) -> None:
        """The keys."""
        await self.push_screen_wait(Shown("Keys", key_lines()))

    def action_theme(self) -> None:
        """Dark or light."""
        self.theme = looks.LIGHT if self.theme == looks.DARK else looks.DARK

    def action_down(self) -> None:
        """The next row."""
        self._listed.action_cursor_down()

    def action_up(self) -> None:
        """The row before."""
        self._listed.action_cursor_up()

    def action_to_list(self) -> None:
        """Back to the list."""
        self.screen.remove_class("open")
        self._listed.focus()
        if self._found is not None:
            self._found = None
            self._choose(self._listed.at(0))

"""What the keys do with what is due, and with the words for it."""

import asyncio

from textual import app as textual_app
from textual.widgets import TabbedContent

from refcli.cli.desk.acting import act
from refcli.cli.desk.questions import Pick
from refcli.cli.desk.showing import Showing, about
from refcli.cli.desk.words_area import WordsArea
from refcli.cli.spoken import spoken_choices, won_words
from refcli.domain.answers import (
    DONE,
    NO,
    NO_REPLY,
    NOT_YET,
    YES,
    answers_of,
    can_be_lost,
    can_be_won,
    default_answer,
)
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from refcli.errors import RefcliError
from refcli.prompt.protocol import Choice

_OF_WORDS = "Enter changes it, c copies, m mails, e edits; d says that it is sent"
_KEYS = {"y yes": YES, "n no": NO, "x not yet": NOT_YET, "t no reply": NO_REPLY}
_SNOOZED = {"1": "tomorrow", "3": "in 3 days", "7": "in 7 days"}


class Answering(Showing):
    """Answers with one key, or asks what is missing."""

    # --- what is done with what is due --------------------------------------------------------

    @act
    async def action_done(self) -> None:
        """Done; where somebody had to answer, what they said."""
        item = self._chosen()
        if item is None:
            return
        choices = await self._read(self._spoken, item)
        if choices is None:
            return
        picked: str | None = DONE
        if choices:
            picked = await self.push_screen_wait(
                Pick(item.line, choices, default=default_answer(item))
            )
        if picked is not None:
            await self._answer(item, picked)

    def _spoken(self, item: DueItem) -> tuple[Choice, ...]:
        with self.refcli.reading(quiet=True) as connection:
            won = won_words(connection, [item])
        return spoken_choices(item, won.get(item.id, ""))

    @act
    async def action_answer(self, answer: str) -> None:
        """What they said, with one key."""
        item = self._chosen()
        if item is None:
            return
        if answer in answers_of(item):
            await self._answer(item, answer)
        else:
            known = ", ".join(key for key, value in _KEYS.items() if value in answers_of(item))
            self._say(f"! that is no answer here: {', '.join(filter(None, ('d done', known)))}")

    async def _answer(self, item: DueItem, answer: str) -> None:
        """What an answer asks in turn is asked, and the command typed."""
        line = ["done", str(item.id), *(() if answer == DONE else ("--answer", answer))]
        if answer == YES and can_be_won(item) and item.intro is not None:
            won = ["intro", "won", str(item.intro), "--value"]
            await self._until_taken(
                f"worth {item.id}",
                "What is it worth?",
                lambda worth: [*won, worth] if worth else line,
                meant=item,
                hint="1200 (Enter leaves it open)",
                may_be_empty=True,
            )
        elif answer == NO and can_be_lost(item):
            await self._noted(item, "lost", "Why did it come to nothing?", line, "not interested")
        elif answer == DONE and KINDS[item.kind].needs_note:
            question = f"What did you do for {item.contact_name}?"
            await self._noted(item, "given", question, line, "sent the article")
        else:
            await self._type(*line, meant=item)

    async def _noted(
        self, item: DueItem, name: str, question: str, line: list[str], hint: str
    ) -> None:
        await self._until_taken(
            f"{name} {item.id}",
            question,
            lambda note: [*line, "--note", note],
            meant=item,
            hint=hint,
        )

    @act
    async def action_tried(self) -> None:
        """Tried, and nobody was reached."""
        item = self._chosen()
        if item is not None:
            await self._type("tried", str(item.id), meant=item)

    @act
    async def action_snooze(self) -> None:
        """Put off until a day."""
        item = self._chosen()
        if item is not None:
            await self._until_taken(
                f"snooze {item.id}",
                f"Put off until when? {item.line}",
                lambda until: ["snooze", str(item.id), "--", _SNOOZED.get(until, until)],
                meant=item,
                hint="1 for tomorrow, 3, 7, friday, 4 dec",
            )

    @act
    async def action_skip(self) -> None:
        """Left out."""
        item = self._chosen()
        if item is not None:
            await self._until_taken(
                f"skip {item.id}",
                f"Leave out: {item.line}? Why?",
                lambda why: ["skip", str(item.id), *(("--because", why) if why else ())],
                meant=item,
                hint="they have moved on (Enter for no reason, Esc keeps it)",
                may_be_empty=True,
            )

    # --- words ------------------------------------------------------------------------------

    @act
    async def action_tab(self, tab: str) -> None:
        """Show a tab of the person; what is typed ahead waits for it, words are to be changed."""
        person, item = self._whom(), self._item
        if person is None:
            return
        if tab == "words":
            await self._read_words(person, item)
        self._open(tab)

    def _open(self, tab: str) -> None:
        self.screen.add_class("open")
        self.query_one(TabbedContent).active = tab
        self._focus_pane()
        if tab == "words":
            self._say(_OF_WORDS)

    async def _own_words(self) -> str | None:
        """The words as they stand there now, of nobody but whom the cursor is on.

        They are read first where those that are shown are older than the last key.
        """
        person, item = self._whom(), self._item
        if person is None:
            return None
        wanted = about(person, item)
        if self.query_one(TabbedContent).active != "words" or self._words_for != wanted:
            await self._read_words(person, item)
        if self._words_for != wanted:
            if not self.query_one(WordsArea).read_only:  # else they could not be read: it is said
                self._say("! others' words are being changed; Esc when they are ready")
            return None
        if self._words.draft is None:
            self._say(f"! {self._words.why}")
            return None
        return self.query_one(WordsArea).text

    @act
    async def action_copy(self) -> None:
        """The words go to the clipboard."""
        from refcli.cli.delivery import taken_by_clipboard

        text = await self._own_words()
        if text is None:
            return
        if await asyncio.to_thread(taken_by_clipboard, self.refcli, text):
            self._say("copied; d says that it is sent")
        else:
            self.copy_to_clipboard(text)
            self._say("handed to the terminal, for its clipboard; d says that it is sent")

    @act
    async def action_mail(self) -> None:
        """The words go to the mail program."""
        from refcli.cli.delivery import open_mail

        text = await self._own_words()
        draft, address = self._words.draft, self._words.address
        if text is None or draft is None:
            return
        try:
            await asyncio.to_thread(open_mail, self.refcli, draft._replace(text=text), address)
        except RefcliError as error:
            self._complain(error)
        else:
            self._say("handed to your mail program; d says that it is sent")

    @act
    async def action_edit(self) -> None:
        """The words go to the editor, and come back."""
        from refcli.cli.editing import edited

        text = await self._own_words()
        if text is None:
            return
        try:
            with self.suspend():
                # What goes wrong is caught in here: the desk comes back where nothing leaves it.
                try:
                    changed, wrong = edited(self.refcli, text), None
                except RefcliError as error:
                    changed, wrong = "", error
        except textual_app.SuspendNotSupported as error:
            self._say(f"! {error}")
            return
        if wrong is not None:
            self._complain(wrong)
            return
        self._change_words(changed)
        self._open("words")

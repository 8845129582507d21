"""What is due on the desk, what of it is chosen, and when it is read again."""

import datetime as dt
import os
import sqlite3
from typing import Any

from textual import events
from textual.content import Content
from textual.widgets import OptionList, Static

from refcli.cli.desk import looks
from refcli.cli.desk.acting import Acting
from refcli.cli.desk.day import Day, read_day
from refcli.cli.desk.due_list import DueList
from refcli.cli.desk.meant import what_became
from refcli.cli.frame.context import App
from refcli.domain.contacts import Person
from refcli.domain.due import DueItem
from refcli.errors import RefcliError

# Nobody types so fast that each row they pass is to be read.
_SECONDS_ON_A_ROW = 0.06
# What brings a follow-up back.
_BACK = frozenset({"undo", "redo"})


class Listing(Acting):
    """The list, its cursor, and the person whom it is about."""

    def __init__(self, refcli: App) -> None:
        super().__init__()
        self.refcli = refcli
        self._day = Day("", (), (), ())
        # Somebody who was found, and is shown whatever stands under the cursor.
        self._found: Person | None = None
        self._seen: object = None
        self._was_there = False
        self._is_typing = False
        self._columns = 0

    def _show_person(self) -> Any:
        """Show who is chosen."""
        raise NotImplementedError

    def _say(self, text: str) -> None:
        """Say something in one line."""
        raise NotImplementedError

    def _complain(self, error: Exception) -> None:
        """Say what went wrong."""
        raise NotImplementedError

    # --- the screen -------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Two panes where there is room, one where there is less, a word where there is none."""
        self._fit(event.size.width, event.size.height)
        if self._day.title:
            self._list(is_first=not self._listed.ids)

    def _fit(self, width: int, height: int) -> None:
        # Of the size that is to come; the own one is still that before.
        self._columns = width
        screen = self.screen_stack[0]
        screen.set_class(width < looks.LEAST_COLUMNS or height < looks.LEAST_ROWS, "tiny")
        screen.set_class(width >= looks.WIDE, "wide")
        screen.set_class(width < looks.WIDE, "narrow")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing can be read, no key but the one that leaves does anything."""
        is_tiny = bool(self.screen_stack) and self.screen_stack[0].has_class("tiny")
        return super().check_action(action, parameters) if action == "quit" else not is_tiny

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The person of the row comes to the right side."""
        if event.option_list is self._listed and self._listed.chosen is not None:
            self._found = None
            self.set_timer(_SECONDS_ON_A_ROW, self._show_person)

    # --- what is chosen ---------------------------------------------------------------------

    @property
    def _listed(self) -> DueList:
        return self.screen_stack[0].query_one(DueList)

    @property
    def _item(self) -> DueItem | None:
        return None if self._found is not None else self._listed.chosen

    @property
    def _person(self) -> Person | None:
        item = self._item
        return Person(item.contact_id, item.contact_name) if item is not None else self._found

    def _choose(self, place: int | None) -> None:
        """Put the cursor on a row, or on none."""
        self._listed.highlighted = place
        if place is None:
            self._show_person()

    def _stay_with(self, person: Person) -> None:
        """Show somebody, whatever is due."""
        self._found = person
        self._choose(None)

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

    def _is_gone(self) -> bool:
        """Whether a store that was there is there no more."""
        is_there = self._stamp() is not None
        self._was_there = self._was_there or is_there
        return self._was_there and not is_there

    def _read_again(self, did: str = "", *, is_by_others: bool = False) -> None:
        """The lists as they are now; what cannot be read is said, and the lists stay."""
        self._seen = self._stamp()
        if self._is_gone():
            self._say(f"! the store is gone, and this is how it was: {self.refcli.store}")
            return
        try:
            self._day = read_day(self.refcli, self._day.newest)
        except (RefcliError, sqlite3.Error) as error:
            self._complain(error)
            return
        if self._day.is_restored:
            self._start_afresh()
        self.query_one("#title", Static).update(Content(self._day.title))
        before, item = self._listed.dues, self._item
        place = self._listed.highlighted
        self._list(is_first=not before)
        if is_by_others:
            self._after_others(item)
        elif did in _BACK:
            self._after_undo(before, item, place)
        else:
            self._after_own(item, place)
        self._show_person()

    def _start_afresh(self) -> None:
        """Forget what was kept by number."""
        raise NotImplementedError

    def _list(self, *, is_first: bool) -> None:
        """Show the rows anew, with the cursor where it was."""
        chosen = self._item
        self._listed.show(self._day, looks.list_columns(self._columns))
        if self._found is None:
            place = self._listed.place_of(chosen.id) if chosen is not None else None
            self._listed.highlighted = self._listed.at(0) if is_first else place

    def _after_others(self, item: DueItem | None) -> None:
        if item is not None and item.id not in self._listed.ids:
            # The next key must not fall on another row.
            try:
                self._say(f"! {what_became(self.refcli, item)}: {item.line}")
            except (RefcliError, sqlite3.Error) as error:
                self._complain(error)

    def _after_undo(
        self, before: set[tuple[int, str]], item: DueItem | None, place: int | None
    ) -> None:
        """What is back, or due on its day again, is chosen."""
        back = sorted(self._listed.dues - before)
        if back:
            self._found = None
            self._choose(self._listed.place_of(back[0][0]))
        else:
            self._after_own(item, place)

    def _after_own(self, item: DueItem | None, place: int | None) -> None:
        """With the same person while they are read; in the list with what took its place."""
        if item is None or place is None:
            return
        now = self._listed.place_of(item.id)
        if now is not None and now <= place:
            return
        if self._is_reading:
            self._choose_of(Person(item.contact_id, item.contact_name))
        else:
            self._choose(self._listed.at(place))

    def _choose_of(self, person: Person) -> None:
        place = self._listed.of_person(person.id)
        if place is None:
            self._stay_with(person)
        else:
            self._choose(place)

    @property
    def _is_reading(self) -> bool:
        """Whether a person is read, not the list."""
        focused = self.focused
        return focused is not None and not isinstance(focused, DueList)

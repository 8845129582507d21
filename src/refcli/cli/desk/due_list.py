"""What is due as rows: one block a person, their name above, each row with its own day."""

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from refcli.cli.desk.day import Block, Day
from refcli.domain.due import DueItem
from refcli.domain.text import clean_line
from refcli.render.terminal import wrap

_NOTHING = "Nothing is due. l logs, / finds, + adds somebody, ? has the keys."
_NOBODY = "Nobody is here yet. + adds somebody, :import FILE brings your contacts."
_LEAST = 20
# A line that goes on stands so much farther in.
_HANGS = 2


class DueList(OptionList):
    """The rows; the one that is highlighted is what the keys are for."""

    def __init__(self) -> None:
        super().__init__(id="due")
        self._items: dict[str, DueItem] = {}

    @property
    def chosen(self) -> DueItem | None:
        """What is under the cursor now."""
        place = self.highlighted
        row = self.get_option_at_index(place) if place is not None else None
        return self._items.get((row.id if row is not None else None) or "")

    def show(self, day: Day, columns: int) -> None:
        """Show a day, each row on lines of so many columns; nothing is chosen."""
        self._items = {str(item.id): item for item in day.items}
        self.clear_options()
        self.add_options(_rows(day, max(columns, _LEAST)))

    def place_of(self, item: int) -> int | None:
        """The row of a follow-up."""
        return self._first_of({str(item)})

    def of_person(self, person: int) -> int | None:
        """The first row of a person."""
        return self._first_of({k for k, item in self._items.items() if item.contact_id == person})

    def _first_of(self, ids: set[str]) -> int | None:
        return next((n for n, row in enumerate(self._rows) if row.id in ids), None)

    def at(self, place: int) -> int | None:
        """The row at a place, else the nearest one above; None where there is none."""
        places = [n for n, row in enumerate(self._rows) if row.id is not None]
        below = [n for n in places if n >= place]
        return next(iter(below or places[-1:]), None)

    @property
    def ids(self) -> set[int]:
        """All that is shown."""
        return {item.id for item in self._items.values()}

    @property
    def dues(self) -> set[tuple[int, str]]:
        """All that is shown, and when it is due."""
        return {(item.id, item.due) for item in self._items.values()}

    @property
    def _rows(self) -> list[Option]:
        return [self.get_option_at_index(n) for n in range(self.option_count)]


def _rows(day: Day, columns: int) -> list[Option]:
    rows = [_row(f"{item.time or 'today'}  {item.line}", item, columns) for item in day.meetings]
    for block in day.now:
        rows += _block(block, columns)
    if day.week:
        rows.append(Option(Content("Coming up"), disabled=True))
    for block in day.week:
        rows += _block(block, columns)
    return rows or [Option(Content(_NOTHING if day.has_contacts else _NOBODY), disabled=True)]


def _block(block: Block, columns: int) -> list[Option]:
    style = "$text-warning" if block.is_late else ""
    name = clean_line(block.name)
    head = Content.assemble(name, ", ", (block.when, style))
    rows = [
        _row(f"  {item.line}{_reach(item)}{_own_day(block, item)}", item, columns)
        for item in block.items
    ]
    return [Option(head, disabled=True), *rows]


def _row(text: str, item: DueItem, columns: int) -> Option:
    indent = len(text) - len(text.lstrip()) + _HANGS
    lines = wrap(clean_line(text), columns, " " * indent)
    return Option(Content("\n".join([lines[0][_HANGS:], *lines[1:]])), id=str(item.id))


def _reach(item: DueItem) -> str:
    return f" ({item.reach_at})" if item.reach_at else ""


def _own_day(block: Block, item: DueItem) -> str:
    return "" if item.when == block.when else f", {item.when}"

"""The shapes in which tables and columns are declared, and the columns that many tables have."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Holds(StrEnum):
    """What the values of a column are."""

    ID = "the row's own id"
    TEXT = "words of the user's own"
    KEY = "text as it is compared"
    WORD = "one of a list of words"
    DAY = "an ISO date"
    INSTANT = "a moment in UTC"
    NUMBER = "a whole number"
    FLAG = "0 or 1"
    ROW = "the id of another row"


class Merge(StrEnum):
    """What becomes of a value when another contact is merged into the one kept."""

    STAYS = "that of the contact kept stays"
    FILLS = "the other's fills an empty one"
    EARLIEST = "the earlier day of the two"
    JOINED = "both, a line each"
    BETTER = "the other's replaces the word that says least"
    EITHER = "set when either is"


class Place(StrEnum):
    """Where a contact's value can go, beside merge, forget and the whole export."""

    OPTION = "an option of contact add and edit"
    JSON = "contact --json"
    CSV = "export --format csv"
    VCARD = "export --format vcard"
    IMPORT = "import"
    SEARCH = "contact find"


class Replay(StrEnum):
    """What replaying the facts does to a table's rows."""

    FACT = "what was said: kept"
    MADE = "what follows from the facts: made again"
    OWN = "refcli's own books: left alone"


class Column(NamedTuple):
    """One column.

    `to` is the table that it points into, and `goes` whether its row goes when that one is
    forgotten; else the pointer is cleared. `is_blanked` columns lose the names of the forgotten,
    those that are sentences (`is_prose`) also a first name that is a word besides.
    `words` is where the list of allowed words stands, `least` the word that says nothing.
    `field` is its name in `Contact`, `places` where it goes and `why` the reason for the rest;
    `vcard` its property and `search` its column in the full-text index.
    """

    holds: Holds
    to: str = ""
    goes: bool = False
    is_blanked: bool = False
    is_prose: bool = False
    words: str = ""
    least: str = ""
    merge: Merge = Merge.STAYS
    field: str = ""
    places: frozenset[Place] = frozenset()
    vcard: str = ""
    search: str = ""
    why: str = ""


class Table(NamedTuple):
    """One table.

    `one` and `many` are its rows in words, '' where nobody is told of them. `has_seen_ids` ones
    never give an id out twice. `by` is the column of which a contact has each value once, `key` the
    one that an id is made from, so that two machines make the same row.
    `is_journaled` tables can be undone, `is_exported` ones are in the whole export; `derived` says
    whose derived rows its own change: the row's own id, its contact_id, its members, whoever was
    asked, everybody in the introduction.
    """

    columns: Mapping[str, Column]
    replay: Replay = Replay.FACT
    one: str = ""
    many: str = ""
    by: str = ""
    key: str = ""
    derived: str = ""
    has_seen_ids: bool = False
    is_journaled: bool = True
    is_exported: bool = True


# Whose derived rows change with a table's rows.
OWN_ID, ITS_CONTACT, ITS_MEMBERS = "id", "contact_id", "interaction_contact"
ITS_ASK, ITS_INTRO = "ask", "everybody in the introduction"
ALL_PLACES = frozenset(Place)
ID = Column(Holds.ID)
KEY = Column(Holds.KEY)
DAY = Column(Holds.DAY)
NUMBER = Column(Holds.NUMBER)
FLAG = Column(Holds.FLAG)
WORD = Column(Holds.WORD)
INSTANT = Column(Holds.INSTANT)
TEXT = Column(Holds.TEXT, is_blanked=True)
PROSE = TEXT._replace(is_prose=True)
# Made of what other columns say, and made again from that.
MADE_TEXT = Column(Holds.TEXT)
OWNER = Column(Holds.ROW, to="contact", goes=True)


def listed(words: str) -> Column:
    """A column of words that stand in a list, by its dotted name."""
    return Column(Holds.WORD, words=words)


def pointer(to: str, *, goes: bool = False) -> Column:
    """The ids of another table's rows."""
    return Column(Holds.ROW, to=to, goes=goes)

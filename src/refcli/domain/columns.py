"""Every table and column, declared once: what each holds, whom it is about and where it goes.

Merge, forget, undo, the exports, the search and the contact's own formats read this. A column is
left out of a place only with a reason, and a test holds the declaration against the schema, so a
new column that is not declared does not pass. docs/architecture.md walks through adding one.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import NamedTuple

from refcli.domain.contacts import Contact


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
    forgotten; else the pointer is cleared. `is_blanked` columns lose the names of the forgotten.
    `words` is where the list of allowed words stands, `least` the word that says nothing.
    `field` is its name in `Contact`, `places` where it goes and `why` the reason for the rest;
    `vcard` its property and `search` its column in the full-text index.
    """

    holds: Holds
    to: str = ""
    goes: bool = False
    is_blanked: bool = False
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
    never give an id out twice. `by` is the column of which a contact has each value once.
    `is_journaled` tables can be undone, `is_exported` ones are in the whole export; `derived` says
    whose rapport and search entry its rows change: the row's own id, its contact_id, its members.
    """

    columns: Mapping[str, Column]
    replay: Replay = Replay.FACT
    one: str = ""
    many: str = ""
    by: str = ""
    derived: str = ""
    has_seen_ids: bool = False
    is_journaled: bool = True
    is_exported: bool = True


OWN_ID, ITS_CONTACT, ITS_MEMBERS = "id", "contact_id", "interaction_contact"
ALL_PLACES = frozenset(Place)
_FORM = frozenset({Place.OPTION, Place.JSON})
_EVERYWHERE_BUT_VCARD = ALL_PLACES - {Place.VCARD}

_ID = Column(Holds.ID)
_KEY = Column(Holds.KEY)
_DAY = Column(Holds.DAY)
_NUMBER = Column(Holds.NUMBER)
_FLAG = Column(Holds.FLAG)
_WORD = Column(Holds.WORD)
_INSTANT = Column(Holds.INSTANT)
_TEXT = Column(Holds.TEXT, is_blanked=True)
_OWNER = Column(Holds.ROW, to="contact", goes=True)

_NO_PROPERTY = "no address book has a property for it"
_FROM_LOG = "reckoned from what happened, never typed"


def _listed(words: str) -> Column:
    return Column(Holds.WORD, words=words)


def _pointer(to: str, *, goes: bool = False) -> Column:
    return Column(Holds.ROW, to=to, goes=goes)


def _several(field: str, column: str, vcard: str, search: str, one: str) -> Table:
    """What a contact may have more than one of."""
    places = ALL_PLACES if search else ALL_PLACES - {Place.SEARCH}
    why = "" if search else "addresses and numbers are found by their own index"
    value = Column(Holds.TEXT, field=field, places=places, vcard=vcard, search=search, why=why)
    return Table(
        {"id": _ID, "contact_id": _OWNER, column: value, f"{column}_key": _KEY},
        one=one,
        by=f"{column}_key",
        derived=ITS_CONTACT if search else "",
    )


def _contact_text(
    field: str, places: frozenset[Place], *, vcard: str = "", search: str = "", why: str = ""
) -> Column:
    return Column(
        Holds.TEXT,
        is_blanked=True,
        merge=Merge.FILLS,
        field=field,
        places=places,
        vcard=vcard,
        search=search,
        why=why,
    )


_CONTACT = {
    "id": Column(Holds.ID, field="id", places=frozenset({Place.JSON}), why="a store's own number"),
    "name": Column(Holds.TEXT, field="name", places=ALL_PLACES, vcard="FN", search="name"),
    "name_key": _KEY,
    "organization": _contact_text("organization", ALL_PLACES, vcard="ORG", search="about"),
    "role": _contact_text("role", ALL_PLACES, vcard="TITLE", search="about"),
    "industry": _contact_text("industry", _EVERYWHERE_BUT_VCARD, search="about", why=_NO_PROPERTY),
    "basis": Column(
        Holds.WORD,
        words="refcli.domain.contacts.Basis",
        least="other",
        merge=Merge.BETTER,
        field="basis",
        places=ALL_PLACES - {Place.SEARCH},
        vcard="X-REFCLI-BASIS",
        why="listed by `contact list --basis`",
    ),
    "through_id": Column(
        Holds.ROW,
        to="contact",
        merge=Merge.FILLS,
        field="through",
        places=ALL_PLACES - {Place.SEARCH},
        vcard="X-REFCLI-THROUGH",
        why="the name is found with its own contact",
    ),
    "since": Column(
        Holds.DAY,
        merge=Merge.EARLIEST,
        field="since",
        places=_FORM | {Place.CSV, Place.IMPORT},
        why=f"{_NO_PROPERTY}; a day is no word to search",
    ),
    "tier": Column(
        Holds.WORD,
        words="refcli.domain.contacts.Tier",
        merge=Merge.FILLS,
        field="tier",
        places=_FORM | {Place.CSV},
        why="a decision of this store's owner, taken in `contact sort`",
    ),
    "status": Column(
        Holds.WORD,
        words="refcli.domain.contacts.ContactStatus",
        field="status",
        places=frozenset({Place.JSON, Place.CSV}),
        why="changed by rest, drop and restore only",
    ),
    "status_until": Column(
        Holds.DAY,
        field="status_until",
        places=frozenset({Place.JSON}),
        why="changed by rest, drop and restore only",
    ),
    "status_because": Column(
        Holds.TEXT,
        is_blanked=True,
        merge=Merge.FILLS,
        field="status_because",
        why="why somebody was dropped is nobody else's business: shown on their own page only",
    ),
    "forgiven_on": Column(Holds.DAY, merge=Merge.FILLS),
    "thanks_by": Column(
        Holds.WORD,
        words="refcli.domain.thanks.ThanksHow",
        merge=Merge.FILLS,
        field="thanks_by",
        places=_FORM,
        why="a word of refcli's own that no other program knows",
    ),
    "focus": _contact_text(
        "focus",
        _FORM | {Place.CSV, Place.SEARCH},
        search="about",
        why="true for a while only, so it is not taken from files",
    ),
    "focus_on": Column(Holds.DAY, merge=Merge.FILLS),
    "admired_by_id": Column(
        Holds.ROW,
        to="contact",
        merge=Merge.FILLS,
        field="admired_by",
        places=_FORM,
        why="said about two people of this store",
    ),
    "taught_on": Column(
        Holds.DAY,
        merge=Merge.EARLIEST,
        field="taught_on",
        places=frozenset({Place.JSON}),
        why="set when the kit is shared",
    ),
    "note": Column(
        Holds.TEXT,
        is_blanked=True,
        merge=Merge.JOINED,
        field="note",
        places=ALL_PLACES,
        vcard="NOTE",
        search="note",
    ),
    "url": Column(
        Holds.TEXT,
        merge=Merge.FILLS,
        field="url",
        places=frozenset({Place.CSV, Place.VCARD, Place.IMPORT}),
        vcard="URL",
        why="comes with files, by which the person is known again",
    ),
    "url_key": Column(Holds.KEY, merge=Merge.FILLS),
    "known_since": Column(
        Holds.DAY,
        merge=Merge.EARLIEST,
        field="known_since",
        places=frozenset({Place.CSV, Place.IMPORT}),
        why="comes with an address book; `since` is what one says",
    ),
    "sort_skipped_on": _DAY,
    "created_on": Column(Holds.DAY, merge=Merge.EARLIEST),
}
_PROFILE_TEXT = Column(Holds.TEXT, is_blanked=True, merge=Merge.FILLS)

TABLES: dict[str, Table] = {
    "contact": Table(_CONTACT, one="contact", many="contacts", has_seen_ids=True, derived=OWN_ID),
    "contact_email": _several("emails", "email", "EMAIL", "", "e-mail address"),
    "contact_phone": _several("phones", "phone", "TEL", "", "phone number"),
    "contact_nickname": _several("nicknames", "nickname", "NICKNAME", "name", "nickname"),
    "contact_tag": _several("tags", "tag", "CATEGORIES", "about", "tag"),
    "interaction": Table(
        {
            "id": _ID,
            "on_date": _DAY,
            "channel": _listed("refcli.domain.interactions.Channel"),
            "direction": _listed("refcli.domain.interactions.Direction"),
            "text": _TEXT._replace(search="log"),
            "origin": _WORD,
            "origin_id": _NUMBER,
            "import_id": _pointer("import"),
            "external_key": _KEY,
        },
        one="interaction",
        has_seen_ids=True,
        derived=ITS_MEMBERS,
    ),
    "interaction_contact": Table(
        {
            "id": _ID,
            "interaction_id": _pointer("interaction", goes=True),
            "contact_id": _OWNER,
        },
        by="interaction_id",
        derived=ITS_CONTACT,
    ),
    "engagement": Table(
        {
            "id": _ID,
            "contact_id": _OWNER,
            "what": _TEXT,
            "delivered_on": _DAY,
            "ongoing": _FLAG,
            "rating": _NUMBER,
            "value_cents": _NUMBER,
        },
        one="piece of work",
        many="pieces of work",
        has_seen_ids=True,
        derived=ITS_CONTACT,
    ),
    "target": Table(
        {
            "id": _ID,
            "name": _TEXT,
            "name_key": _KEY._replace(is_blanked=True),
            "kind": _WORD,
            "industry": _TEXT,
            "looking_for": _TEXT,
            "qualities": _TEXT,
            "listen_for": _TEXT,
            "unwanted": _TEXT,
            "last_used_on": _DAY,
            "removed_on": _DAY,
        },
        one="target",
        has_seen_ids=True,
    ),
    "kit": Table(
        {"id": _ID, "field": _WORD, "value": _TEXT},
        one="part of the kit",
        many="parts of the kit",
    ),
    "campaign": Table(
        {
            "id": _ID,
            "name": _TEXT,
            "name_key": _KEY._replace(is_blanked=True),
            "theme": _TEXT,
            "offer": _TEXT,
            "goal": _NUMBER,
            "begins_on": _DAY,
            "until": _DAY,
            "ended_on": _DAY,
        },
        one="campaign",
        has_seen_ids=True,
    ),
    "ask": Table(
        {
            "id": _ID,
            "contact_id": _OWNER,
            "on_date": _DAY,
            "kind": _WORD,
            "target_id": _pointer("target"),
            "campaign_id": _pointer("campaign"),
            "industry": _TEXT,
            "looking_for": _TEXT,
            "qualities": _TEXT,
            "words": _TEXT,
            "channel": _listed("refcli.domain.interactions.Channel"),
            "state": _WORD,
            "confirm_by": _DAY,
            "until": _DAY,
            "answered_on": _DAY,
            "anyway": _FLAG,
        },
        one="ask",
        has_seen_ids=True,
    ),
    "intro": Table(
        {
            "id": _ID,
            "direction": _WORD,
            "source_id": _OWNER,
            "prospect_id": _OWNER,
            "receiver_id": _OWNER,
            "ask_id": _pointer("ask"),
            "passed_from_id": _pointer("intro"),
            "on_date": _DAY,
            "rung": _listed("refcli.domain.intros.Rung"),
            "state": _listed("refcli.domain.intros.IntroState"),
            "consent": _WORD,
            "need": _TEXT,
            "value_cents": _NUMBER,
            "made_on": _DAY,
            "is_history": _FLAG,
        },
        one="introduction",
        has_seen_ids=True,
    ),
    "intro_step": Table(
        {
            "id": _ID,
            "intro_id": _pointer("intro", goes=True),
            "step": _listed("refcli.domain.intros.IntroState"),
            "on_date": _DAY,
            "note": _TEXT,
            "implied": _FLAG,
        },
        one="step",
    ),
    "follow_up": Table(
        {
            "id": _ID,
            "uid": _KEY,
            "kind": _listed("refcli.domain.kinds.KINDS"),
            "contact_id": _OWNER,
            "due_on": _DAY,
            "action": _TEXT,
            "rule": _WORD,
            "ask_id": _pointer("ask", goes=True),
            "intro_id": _pointer("intro", goes=True),
            "engagement_id": _pointer("engagement", goes=True),
            "round": _NUMBER,
            "opened_on": _DAY,
            "snoozes": _NUMBER,
            "closed_on": _DAY,
            "closing": _listed("refcli.domain.followups.Closing"),
            "note": _TEXT,
        },
        one="follow-up",
        has_seen_ids=True,
        replay=Replay.MADE,
    ),
    "thanks": Table(
        {
            "id": _ID,
            "contact_id": _OWNER,
            "given": _FLAG,
            "on_date": _DAY,
            "how": _listed("refcli.domain.thanks.ThanksHow"),
            "words": _TEXT,
            "intro_id": _pointer("intro"),
            "ask_id": _pointer("ask"),
            "step": _WORD,
        },
        one="thanks",
        many="thanks",
        has_seen_ids=True,
    ),
    "favor": Table(
        {
            "id": _ID,
            "contact_id": _OWNER,
            "given": _FLAG,
            "on_date": _DAY,
            "how": _listed("refcli.domain.favors.FavorHow"),
            "what": _TEXT,
        },
        one="favor",
        has_seen_ids=True,
    ),
    "testimonial": Table(
        {"id": _ID, "contact_id": _OWNER, "on_date": _DAY, "words": _TEXT, "publish": _FLAG},
        one="testimonial",
        has_seen_ids=True,
    ),
    "partner": Table(
        {
            "id": _ID,
            "contact_id": _OWNER,
            "stage": _WORD._replace(merge=Merge.FILLS),
            "services": _PROFILE_TEXT,
            "differs": _PROFILE_TEXT,
            "tell": _PROFILE_TEXT,
            "good_referral": _PROFILE_TEXT,
            "listen_for": _PROFILE_TEXT,
            "story": _PROFILE_TEXT,
            "serves": _PROFILE_TEXT,
            "competitor": _FLAG._replace(merge=Merge.EITHER),
            "interviewed_on": _DAY._replace(merge=Merge.FILLS),
        },
        one="partner profile",
        by="contact_id",
    ),
    "setting": Table({"id": _ID, "name": _WORD, "value": _TEXT}, one="setting"),
    "import": Table(
        {
            "id": _ID,
            "file_name": _TEXT,
            "format": _WORD,
            "sha256": _KEY,
            "at": _INSTANT,
            "new_rows": _NUMBER,
            "updated_rows": _NUMBER,
            "same_rows": _NUMBER,
            "doubtful_rows": _NUMBER,
            "rejected_rows": _NUMBER,
        },
        replay=Replay.OWN,
    ),
    "review": Table(
        {
            "id": _ID,
            "begun_on": _DAY,
            "steps_done": _NUMBER,
            "finished_on": _DAY,
            "change": _TEXT,
            "chosen": _TEXT,
        },
        replay=Replay.OWN,
    ),
    "id_mark": Table(
        {"id": _ID, "table_name": _WORD, "block": _NUMBER, "last": _NUMBER},
        replay=Replay.OWN,
        is_journaled=False,
    ),
    "history": Table(
        {
            "id": _ID,
            "at": _INSTANT,
            "command": _WORD,
            "summary": _TEXT,
            "undone_by": _pointer("history"),
            "undoes": _pointer("history"),
            "is_erased": _FLAG,
        },
        replay=Replay.OWN,
        is_journaled=False,
        is_exported=False,
    ),
    "history_row": Table(
        {
            "id": _ID,
            "history_id": _pointer("history"),
            "table_name": _WORD,
            "row_id": _NUMBER,
            "before": Column(Holds.TEXT),
            "after": Column(Holds.TEXT),
        },
        replay=Replay.OWN,
        is_journaled=False,
        is_exported=False,
    ),
    "rapport": Table(
        {
            "contact_id": _OWNER,
            "key": Column(
                Holds.NUMBER, field="rapport", places=frozenset({Place.JSON}), why=_FROM_LOG
            ),
            "first_on": _DAY,
            "last_on": Column(
                Holds.DAY, field="last_interaction", places=frozenset({Place.JSON}), why=_FROM_LOG
            ),
            "last_two_way_on": _DAY,
        },
        replay=Replay.MADE,
        is_journaled=False,
        is_exported=False,
    ),
    "contact_word": Table(
        {"word": _KEY, "contact_id": _OWNER},
        replay=Replay.MADE,
        is_journaled=False,
        is_exported=False,
    ),
}
# Rebuilt for each contact that a command touches; they have no id of their own.
DERIVED_TABLES = tuple(name for name, table in TABLES.items() if "id" not in table.columns)


def every_column() -> Iterator[tuple[str, str, Column]]:
    """(table, column, what is declared) of each column."""
    for table, declared in TABLES.items():
        for name, column in declared.columns.items():
            yield table, name, column


def pointing_to(table: str) -> tuple[tuple[str, str, Column], ...]:
    """(table, column, what is declared) of each column that holds ids of a table."""
    return tuple(found for found in every_column() if found[2].to == table)


def contact_fields(place: Place) -> tuple[str, ...]:
    """The fields of `Contact` that go somewhere, in the order in which `Contact` has them."""
    going = {column.field for _, _, column in every_column() if place in column.places}
    return tuple(name for name in Contact._fields if name in going)


def plain_from_files() -> tuple[str, ...]:
    """The contact's own columns that a row of a file fills where the contact has nothing."""
    fills = (Merge.FILLS, Merge.EARLIEST, Merge.JOINED)
    return tuple(
        name
        for name, column in TABLES["contact"].columns.items()
        if Place.IMPORT in column.places and column.merge in fills and not column.to
    )


def declared(table: str, name: str) -> Column:
    """The declaration of a column; one of an older layout, gone since, is a plain word."""
    found = TABLES.get(table)
    return _WORD if found is None else found.columns.get(name, _WORD)


@cache
def words_of_column(table: str, name: str) -> frozenset[str] | None:
    """The words that a column may hold; None where any will do, or the schema judges."""
    column = declared(table, name)
    if not column.words:
        return None
    module, _, noun = column.words.rpartition(".")
    return frozenset(map(str, getattr(import_module(module), noun)))

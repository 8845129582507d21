"""Every table and column, declared once: what each holds, whom it is about and where it goes.

Merge, forget, undo, the exports, the search and the contact's own formats read this. A column is
left out of a place only with a reason, and a test holds the declaration against the schema, so a
new column that is not declared does not pass. docs/architecture.md walks through adding one. The
contact's own tables stand here, those of facts in fact_tables.py, the others in other_tables.py.
"""

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from refcli.domain.column import (
    ALL_PLACES,
    DAY,
    ID,
    ITS_CONTACT,
    KEY,
    OWN_ID,
    OWNER,
    WORD,
    Column,
    Holds,
    Merge,
    Place,
    Table,
)
from refcli.domain.contacts import Contact
from refcli.domain.fact_tables import FACT_TABLES
from refcli.domain.other_tables import OTHER_TABLES

_FORM = frozenset({Place.OPTION, Place.JSON})
_EVERYWHERE_BUT_VCARD = ALL_PLACES - {Place.VCARD}

_NO_PROPERTY = "no address book has a property for it"


def _several(field: str, column: str, vcard: str, search: str, one: str, many: str = "") -> Table:
    """What a contact may have more than one of."""
    places = ALL_PLACES if search else ALL_PLACES - {Place.SEARCH}
    why = "" if search else "addresses and numbers are found by their own index"
    value = Column(Holds.TEXT, field=field, places=places, vcard=vcard, search=search, why=why)
    return Table(
        {"id": ID, "contact_id": OWNER, column: value, f"{column}_key": KEY},
        one=one,
        many=many,
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
    "name_key": KEY,
    "organization": _contact_text("organization", ALL_PLACES, vcard="ORG", search="about"),
    "role": _contact_text("role", ALL_PLACES, vcard="TITLE", search="about"),
    "industry": _contact_text("industry", _EVERYWHERE_BUT_VCARD, search="about", why=_NO_PROPERTY),
    "basis": Column(
        Holds.WORD,
        words="refcli.domain.contacts.Basis",
        least="other",
        merge=Merge.BETTER,
        field="basis",
        places=ALL_PLACES - {Place.SEARCH, Place.OPTION},
        vcard="X-REFCLI-BASIS",
        why="told as one of several, and listed by `contact list --basis`",
    ),
    "is_a": Column(
        Holds.WORD,
        words="refcli.domain.contacts.Nature",
        merge=Merge.FILLS,
        field="is_a",
        places=_FORM,
        why="elsewhere the name says it",
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
    "sort_skipped_on": DAY,
    "created_on": Column(Holds.DAY, merge=Merge.EARLIEST),
}

TABLES: dict[str, Table] = {
    "contact": Table(_CONTACT, one="contact", many="contacts", has_seen_ids=True, derived=OWN_ID),
    "contact_email": _several("emails", "email", "EMAIL", "", "e-mail address", "e-mail addresses"),
    "contact_phone": _several("phones", "phone", "TEL", "", "phone number"),
    "contact_nickname": _several("nicknames", "nickname", "NICKNAME", "name", "nickname"),
    "contact_tag": _several("tags", "tag", "CATEGORIES", "about", "tag"),
    "tie": Table(
        {
            "id": ID,
            "contact_id": OWNER,
            "other_id": Column(
                Holds.ROW,
                to="contact",
                goes=True,
                field="ties",
                places=frozenset({Place.JSON, Place.SEARCH}),
                search="about",
                why="said about two people of this store, by `contact tie`",
            ),
            "word": Column(Holds.TEXT, is_blanked=True),
        },
        one="tie",
        many="ties",
        by="other_id",
        derived=ITS_CONTACT,
    ),
    "contact_basis": Table(
        {
            "id": ID,
            "contact_id": OWNER,
            "basis": Column(
                Holds.WORD,
                words="refcli.domain.contacts.Basis",
                field="bases",
                places=_FORM,
                why="the first stands in files; bases are listed by `contact list --basis`",
            ),
        },
        one="basis",
        many="bases",
        by="basis",
        derived=ITS_CONTACT,
    ),
    **FACT_TABLES,
    **OTHER_TABLES,
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


def plain_from_files() -> dict[str, Column]:
    """The contact's own columns that a row of a file fills where the contact has nothing."""
    fills = (Merge.FILLS, Merge.EARLIEST, Merge.JOINED)
    return {
        name: column
        for name, column in TABLES["contact"].columns.items()
        if Place.IMPORT in column.places and column.merge in fills and not column.to
    }


def declared(table: str, name: str) -> Column:
    """The declaration of a column; one of an older layout, gone since, is a plain word."""
    found = TABLES.get(table)
    return WORD if found is None else found.columns.get(name, WORD)


@cache
def words_of_column(table: str, name: str) -> frozenset[str] | None:
    """The words that a column may hold; None where any will do, or the schema judges."""
    column = declared(table, name)
    if not column.words:
        return None
    module, _, noun = column.words.rpartition(".")
    return frozenset(map(str, getattr(import_module(module), noun)))

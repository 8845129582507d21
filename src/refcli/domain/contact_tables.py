"""A contact's own tables: what is kept about a person, and where each value goes."""

from refcli.domain.column import (
    ALL_PLACES,
    DAY,
    ID,
    ITS_CONTACT,
    KEY,
    NUMBER,
    OWN_ID,
    OWNER,
    TEXT,
    WORD,
    Column,
    Holds,
    Merge,
    Place,
    Replay,
    Table,
    listed,
    pointer,
)

_FORM = frozenset({Place.OPTION, Place.JSON})
_EVERYWHERE_BUT_VCARD = ALL_PLACES - {Place.VCARD}

_NO_PROPERTY = "no address book has a property for it"
_OWN_INDEX = "addresses and numbers are found by their own index"
_IN_PARTS = "address books have its parts, not its words"
_SAID_HERE = "said in this store, in words of its owner"


def _several(
    field: str,
    column: str,
    one: str,
    many: str = "",
    *,
    vcard: str = "",
    search: str = "",
    why: str = "",
) -> Table:
    """What a contact may have more than one of; without a property it stays out of files."""
    places = ALL_PLACES if vcard else _FORM | {Place.CSV, Place.SEARCH}
    places = places if search else places - {Place.SEARCH}
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
    "call": _contact_text("call", _FORM | {Place.CSV}, why=_SAID_HERE),
    "pronouns": _contact_text("pronouns", _FORM | {Place.CSV}, why=_SAID_HERE),
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
        places=frozenset({Place.JSON, Place.CSV, Place.IMPORT}),
        why="comes with an address book; `since` is what one says",
    ),
    "sort_skipped_on": DAY,
    "created_on": Column(Holds.DAY, merge=Merge.EARLIEST),
}

CONTACT_TABLES: dict[str, Table] = {
    "contact": Table(_CONTACT, one="contact", many="contacts", has_seen_ids=True, derived=OWN_ID),
    "contact_email": _several(
        "emails", "email", "e-mail address", "e-mail addresses", vcard="EMAIL", why=_OWN_INDEX
    ),
    "contact_phone": _several("phones", "phone", "phone number", vcard="TEL", why=_OWN_INDEX),
    "contact_nickname": _several(
        "nicknames", "nickname", "nickname", vcard="NICKNAME", search="name"
    ),
    "contact_tag": _several("tags", "tag", "tag", vcard="CATEGORIES", search="about"),
    "contact_former_name": _several(
        "former_names", "former_name", "former name", search="name", why=_NO_PROPERTY
    ),
    "contact_address": _several(
        "addresses", "address", "address", "addresses", search="about", why=_IN_PARTS
    ),
    "contact_field": Table(
        {
            "id": ID,
            "contact_id": OWNER,
            "field": Column(Holds.TEXT, is_blanked=True),
            "field_key": KEY,
            "value": Column(
                Holds.TEXT,
                is_blanked=True,
                field="fields",
                places=_FORM | {Place.CSV, Place.SEARCH},
                search="about",
                why=_SAID_HERE,
            ),
            "value_key": KEY,
        },
        one="field of your own",
        many="fields of your own",
        by="field_key",
        derived=ITS_CONTACT,
    ),
    "yearly_date": Table(
        {
            "id": ID,
            "contact_id": OWNER,
            "label": Column(
                Holds.TEXT,
                is_blanked=True,
                field="dates",
                places=frozenset({Place.JSON}),
                why="told by `contact date`, and listed by `contact dates`",
            ),
            "label_key": KEY,
            "month_day": WORD,
            "year": NUMBER,
            "notice_days": NUMBER,
            "recorded_on": DAY,
        },
        one="yearly date",
        by="label_key",
        derived=ITS_CONTACT,
    ),
    "yearly_answer": Table(
        {
            "id": ID,
            "date_id": pointer("yearly_date", goes=True),
            "year": NUMBER,
            "answer": listed("refcli.domain.yearly.ANSWERS"),
            "until": DAY,
            "note": TEXT,
            "on_date": DAY,
            "recorded_on": DAY,
        },
        one="answer",
    ),
    "yearly_due": Table(
        {"contact_id": OWNER, "date_id": NUMBER, "month_day": WORD},
        replay=Replay.MADE,
        is_journaled=False,
        is_exported=False,
    ),
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
}

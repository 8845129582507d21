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
    PROSE,
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
_FILES = frozenset({Place.CSV, Place.VCARD})
_IN_AND_OUT = _FILES | {Place.IMPORT}

_ITS_OWN_FILES = "comes in with refcli's own files only"
_OWN_INDEX = "addresses and numbers are found by their own index"
_NO_WORD = "no word to search"
_TOLD_BY_COMMANDS = "changed by rest, drop and restore only, and comes in with refcli's own files"


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
    """What a contact may have more than one of; where that is words, they may name others."""
    places = ALL_PLACES if search else ALL_PLACES - {Place.SEARCH}
    value = Column(
        Holds.TEXT,
        is_blanked=bool(search),
        field=field,
        places=places,
        vcard=vcard,
        search=search,
        why=why,
    )
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
    "industry": _contact_text("industry", ALL_PLACES, vcard="X-REFCLI-INDUSTRY", search="about"),
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
        places=_FORM | _IN_AND_OUT,
        vcard="X-REFCLI-IS",
        why=_NO_WORD,
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
        places=_FORM | _IN_AND_OUT,
        vcard="X-REFCLI-SINCE",
        why=_NO_WORD,
    ),
    "tier": Column(
        Holds.WORD,
        words="refcli.domain.contacts.Tier",
        merge=Merge.FILLS,
        field="tier",
        places=_FORM | _FILES,
        vcard="X-REFCLI-TIER",
        why=_ITS_OWN_FILES,
    ),
    "status": Column(
        Holds.WORD,
        words="refcli.domain.contacts.ContactStatus",
        field="status",
        places=_FILES | {Place.JSON},
        vcard="X-REFCLI-STATUS",
        why=_TOLD_BY_COMMANDS,
    ),
    "status_until": Column(
        Holds.DAY,
        field="status_until",
        places=_FILES | {Place.JSON},
        vcard="X-REFCLI-STATUS-UNTIL",
        why=_TOLD_BY_COMMANDS,
    ),
    "status_because": Column(
        Holds.TEXT,
        is_blanked=True,
        is_prose=True,
        field="status_because",
        why="why somebody was dropped is nobody else's business: shown on their own page only",
    ),
    "forgiven_on": Column(Holds.DAY, merge=Merge.FILLS),
    "thanks_by": Column(
        Holds.WORD,
        words="refcli.domain.thanks.ThanksHow",
        merge=Merge.FILLS,
        field="thanks_by",
        places=_FORM | _IN_AND_OUT,
        vcard="X-REFCLI-THANKS-BY",
        why=_NO_WORD,
    ),
    "focus": _contact_text(
        "focus",
        _FORM | _FILES | {Place.SEARCH},
        vcard="X-REFCLI-FOCUS",
        search="about",
        why=f"true for a while only, so that it {_ITS_OWN_FILES}",
    )._replace(is_prose=True),
    "focus_on": Column(Holds.DAY, merge=Merge.FILLS),
    "admired_by_id": Column(
        Holds.ROW,
        to="contact",
        merge=Merge.FILLS,
        field="admired_by",
        places=_FORM | _FILES,
        vcard="X-REFCLI-ADMIRED-BY",
        why=f"the name is found with its own contact; {_ITS_OWN_FILES}",
    ),
    "taught_on": Column(
        Holds.DAY,
        merge=Merge.EARLIEST,
        field="taught_on",
        places=_FILES | {Place.JSON},
        vcard="X-REFCLI-TAUGHT-ON",
        why=f"set when the kit is shared; {_ITS_OWN_FILES}",
    ),
    "call": _contact_text("call", _FORM | _IN_AND_OUT, vcard="X-REFCLI-CALL", why=_NO_WORD),
    "pronouns": _contact_text(
        "pronouns", _FORM | _IN_AND_OUT, vcard="X-REFCLI-PRONOUNS", why=_NO_WORD
    ),
    "note": Column(
        Holds.TEXT,
        is_blanked=True,
        is_prose=True,
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
        places=_IN_AND_OUT | {Place.JSON},
        vcard="X-REFCLI-KNOWN-SINCE",
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
        "former_names", "former_name", "former name", vcard="X-REFCLI-FORMER-NAME", search="name"
    ),
    "contact_address": _several(
        "addresses", "address", "address", "addresses", vcard="ADR", search="about"
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
                is_prose=True,
                field="fields",
                places=ALL_PLACES,
                vcard="X-REFCLI-FIELD",
                search="about",
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
                places=_IN_AND_OUT | {Place.JSON},
                vcard="X-ABDATE",
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
            "note": PROSE,
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
                places=_FILES | {Place.JSON, Place.SEARCH},
                vcard="X-ABRELATEDNAMES",
                search="about",
                why="told by `contact tie`; files name relations",
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
                places=_FORM | _FILES,
                vcard="X-REFCLI-BASES",
                why=f"listed by `contact list --basis`; {_ITS_OWN_FILES}",
            ),
        },
        one="basis",
        many="bases",
        by="basis",
        derived=ITS_CONTACT,
    ),
}

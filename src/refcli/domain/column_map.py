"""What the columns of a file are, as the user says it: `Full name=name,Mail=email`."""

from refcli.domain.column import Place
from refcli.domain.columns import contact_fields
from refcli.domain.text import clean_line
from refcli.errors import UsageError

# The names of the columns that refcli writes are the names of the fields, in the singular.
_SINGULAR = {"nicknames": "nickname", "emails": "email", "phones": "phone", "tags": "tag"}
_SINGULAR |= {"addresses": "address", "former_names": "former_name"}
FIELD_OF_COLUMN = {name: _SINGULAR.get(name, name) for name in contact_fields(Place.CSV)}
# Values under labels, of which one cell holds several.
LABELLED = frozenset({"fields", "dates", "ties", "jobs"})
# A decision, or what was found out: from refcli's own files only.
OWN_ALONE = frozenset(contact_fields(Place.CSV)) - frozenset(contact_fields(Place.IMPORT))
_FIRST_FIELDS = (
    *("name", "first", "middle", "last", "nickname", "organization", "role", "industry", "email"),
    *("phone", "tag", "basis", "through", "since", "note", "url", "birthday", "address"),
)
# What a map may name; `known_since` is an address book's own.
_NOT_MAPPED = LABELLED | OWN_ALONE | {"known_since"}
MAP_FIELDS = tuple(
    dict.fromkeys(
        (*_FIRST_FIELDS, *(f for name, f in FIELD_OF_COLUMN.items() if name not in _NOT_MAPPED))
    )
)
_FIELD_WORDS = {"org": "organization", "emails": "email", "phones": "phone", "tags": "tag"}
_FIELD_WORDS |= {"nick": "nickname", "company": "organization", "title": "role"}
_FIELD_WORDS |= {"addresses": "address"}


def map_field(word: str) -> str | None:
    """The field that a map names, None when there is none of that name."""
    field = _FIELD_WORDS.get(word.strip().lower(), word.strip().lower())
    return field if field in MAP_FIELDS else None


def parse_map(text: str) -> dict[str, str]:
    """`Column=field,…` as folded column to field; raises UsageError for an unknown field."""
    found: dict[str, str] = {}
    for part in text.split(","):
        column, _, word = part.rpartition("=")
        field = map_field(word)
        if not column.strip() or field is None:
            raise UsageError(
                f'a map is "Column=field,…", not: {part.strip()}',
                f"fields: {', '.join(MAP_FIELDS)}",
            )
        found[clean_line(column).lower()] = field
    if not {"name", "first", "last"} & set(found.values()):
        raise UsageError("the map names no column for the name", 'add for example "Full name=name"')
    return found

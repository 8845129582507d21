"""How long a text may be: measured before it is read, found or kept."""

from refcli.errors import UsageError

# A name, a firm, a tag: what stands in one line of a list. Notes and words may be longer.
LONGEST_LINE, LONGEST_TEXT = 1_000, 200_000
# A sentence is read word for word, and each word looked for.
LONGEST_SENTENCE = 10_000
_LINES: dict[str, frozenset[str]] = {
    "contact": frozenset({"organization", "role", "industry", "focus", "call", "pronouns", "url"}),
    "contact_email": frozenset({"email"}),
    "contact_phone": frozenset({"phone"}),
    "contact_nickname": frozenset({"nickname"}),
    "contact_tag": frozenset({"tag"}),
    "contact_address": frozenset({"address"}),
    "contact_field": frozenset({"field", "value"}),
    "yearly_date": frozenset({"label"}),
    "ask": frozenset({"industry", "looking_for", "qualities"}),
    "intro": frozenset({"need"}),
    "custom": frozenset({"text"}),
    "appointment": frozenset({"place", "about"}),
    "target": frozenset({"name", "industry", "looking_for", "qualities"}),
    "campaign": frozenset({"name", "theme"}),
    "engagement": frozenset({"what"}),
    "favor": frozenset({"what"}),
}
_SHOWN = 40


def refuse_too_long(table: str, column: str, value: str) -> None:
    """Raise UsageError where a column of a table does not hold so long a text."""
    most = LONGEST_LINE if column in _LINES.get(table, ()) else LONGEST_TEXT
    refuse_longer(value, most, column.replace("_", " "))


def refuse_longer(text: str, most: int, what: str) -> None:
    """Raise UsageError for a text of more letters than that; `what` it is, in a word or two."""
    if len(text) > most:
        raise UsageError(
            f"{what} has {len(text):,} letters, at most {most:,}: {text[:_SHOWN]}…",
            "nothing was saved; shorten it",
        )

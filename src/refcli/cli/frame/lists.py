"""The lists that refcli prints, and the columns of each for other programs: they stay.

A column is a key of the JSON, `contact.name` a key of an object in it.
"""

from enum import StrEnum


class ListForm(StrEnum):
    """What `--format` takes."""

    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    IDS = "ids"


_PERSON = ("contact.id", "contact.name")
_FOLLOW_UPS = (
    *("id", "due", "days_late", "kind", *_PERSON, "action", "rule", "ask", "intro", "urgency"),
    *("time", "until", "place", "answers", "default", "others", "repeats", "on"),
)
_CONTACTS = (
    *("id", "name", "nicknames", "former_names", "call", "pronouns", "organization", "role"),
    *("industry", "emails", "phones", "addresses", "basis", "bases", "is", "through.id"),
    *("through.name", "since", "tier", "tags", "status", "status_until", "thanks_by", "focus"),
    *("admired_by.id", "admired_by.name", "taught_on", "last_interaction", "rapport.days"),
    *("rapport.band", "known_since", "note", "dates", "ties", "fields"),
)
LISTS: dict[str, tuple[str, ...]] = {
    "due": _FOLLOW_UPS,
    "followup list": (*_FOLLOW_UPS, "closed_on", "closing"),
    "log list": ("id", "on", "how", "direction", "contacts", "text", "attempt", "time"),
    "meet list": ("id", "on", "time", "until", "contacts", "how", "place", "about"),
    "ask who": (
        *("rank", *_PERSON, "ready", "score", "basis", "rapport.days", "rapport.band"),
        *("reasons", "blockers", "last_interaction"),
    ),
    "ask list": (
        *("id", *_PERSON, "on", "kind", "industry", "looking_for", "qualities", "words", "how"),
        *("state", "confirm_by", "campaign", "narrow.ok", "narrow.missing"),
    ),
    "kit targets": (
        *("id", "name", "kind", "industry", "looking_for", "qualities", "listen_for", "not"),
    ),
    "intro list": (
        *("id", "direction", "source.id", "source.name", "prospect.id", "prospect.name"),
        *("receiver.id", "receiver.name", "on", "rung", "state", "ask", "need", "value"),
        *("thanks.made", "thanks.reached", "thanks.outcome", "thanks_received", "kind"),
        *("sources", "prospects", "stale", "asks", "thanks_by"),
    ),
    "thank list": ("id", *_PERSON, "direction", "on", "how", "words", "intro", "ask"),
    "reciprocate list": ("id", *_PERSON, "what", "how", "on", "received"),
    "reciprocate balance": (*_PERSON, "given", "received", "net", "last"),
    "partner list": (
        *(*_PERSON, "stage", "services", "good_referral", "story", "differs", "tell"),
        *("listen_for", "serves", "competitor", "given", "called_in_time", "bad"),
    ),
    "partner suggest": (*_PERSON, "reason"),
    "campaign list": (
        *("id", "name", "theme", "offer", "goal", "begins", "until", "ended", "running"),
        *("asks", "promised", "introduced", "won", "value"),
    ),
    "testimonial list": ("id", *_PERSON, "words", "on", "publish"),
    "engagement list": ("id", *_PERSON, "what", "delivered", "ongoing", "rating", "value"),
    "contact list": _CONTACTS,
    "contact find": _CONTACTS,
    "contact dates": (*_PERSON, "label", "on", "next", "notice", "follow_up"),
    "contact timeline": ("on", "kind", "id", "direction", "text", "edit"),
    "review sources": (
        *("source.id", "source.name", "introductions", "reached", "won", "value"),
        *("quality.mean", "quality.n", "last_thanked", "taught_on", "next.text", "next.command"),
    ),
    "review champions": ("trait", "value", "n", "of", "lift", "clear"),
    "review asks": (
        *("by", "value", "asks", "introduced.count", "introduced.n", "introduced.share"),
        *("introduced.low", "introduced.high"),
    ),
    "history": ("id", "at", "command", "did", "undoing", "undone_by", "undoes", "can_undo"),
    "config list": ("name", "value", "default", "help"),
}

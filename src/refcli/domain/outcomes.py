"""What a command did, as values: a code, the ids that it concerns, and what a sentence needs.

Use-cases note outcomes; render/outcomes.py words them, and `--json` has them as `events`.
docs/events.md lists the codes; they are kept for good, since scripts rely on them.
"""

from collections.abc import Mapping
from typing import NamedTuple

_OF_INTRO = ("intro", "contact", "other")
# By code, what it gives the ids of: `contact` is whom it is about, `other` the second party.
CODES: dict[str, tuple[str, ...]] = {
    "contact-added": ("contact",),
    "contact-changed": ("contact",),
    "contact-unchanged": ("contact",),
    "sorting-put-off": ("contact",),
    "round-left-out": ("contact",),
    "contact-rested": ("contact",),
    "contact-dropped": ("contact",),
    "contact-restored": ("contact",),
    "contact-forgiven": ("contact",),
    "contacts-tied": ("contact", "other"),
    "contacts-untied": ("contact", "other"),
    "contact-merged": ("contact", "other"),
    "introductions-united": ("intro", "other"),
    "contact-forgotten": (),
    "who-was-forgotten": (),
    "names-taken-out": (),
    "introductions-forgotten": (),
    "contact-tagged": ("contact",),
    "contact-became-client": ("contact",),
    "date-noted": ("contact",),
    "date-changed": ("contact",),
    "date-removed": ("contact",),
    "focus-noted": ("contact",),
    "focus-cleared": ("contact",),
    "exchange-logged": ("interaction", "contacts"),
    "attempt-logged": ("interaction", "contacts"),
    "call-missed": ("interaction", "contacts"),
    "appointment-made": ("appointment", "contacts"),
    "appointment-moved": ("appointment", "contacts"),
    "appointment-cancelled": ("appointment", "contacts"),
    "exchange-changed": ("interaction",),
    "ask-planned": ("ask", "contact"),
    "ask-made": ("ask", "contact"),
    "ask-answered": ("ask", "contact"),
    "ask-changed": ("ask",),
    "ask-unplanned": ("ask", "contact"),
    "intro-received": _OF_INTRO,
    "intro-given": _OF_INTRO,
    "left-out-of-review": ("review",),
    "not-through": ("contact",),
    "intro-changed": ("intro",),
    "intro-made": ("intro",),
    "intro-reached": ("intro",),
    "intro-came-true": ("intro",),
    "intro-joined": ("intro", "contact"),
    "intro-won": ("intro",),
    "intro-lost": ("intro",),
    "intro-bad": ("intro",),
    "intro-moved": ("intro",),
    "give-reached": ("intro",),
    "give-won": ("intro",),
    "follow-up-added": ("follow_up", "contact"),
    "follow-up-done": ("follow_up", "contact"),
    "follow-up-skipped": ("follow_up", "contact"),
    "follow-up-tried": ("follow_up", "contact"),
    "follow-ups-moved": (),
    "follow-ups-put-off": ("follow_ups",),
    "thanks-given": ("thanks", "contact"),
    "thanks-received": ("thanks", "contact"),
    "favor-given": ("favor", "contact"),
    "favor-received": ("favor", "contact"),
    "work-recorded": ("engagement", "contact"),
    "work-changed": ("engagement",),
    "testimonial-taken": ("testimonial", "contact"),
    "partner-noted": ("contact",),
    "kit-set": (),
    "kit-cleared": (),
    "template-kept": (),
    "template-dropped": (),
    "kit-shown": ("contact",),
    "target-added": ("target",),
    "target-changed": ("target",),
    "target-removed": ("target",),
    "campaign-begun": ("campaign",),
    "campaign-ended": ("campaign",),
    "fact-deleted": ("id",),
    "fact-changed": ("id",),
    "as-before": (),
    "setting-changed": (),
    "review-finished": ("review",),
    "people-imported": (),
    "store-imported": (),
    "sample-made": (),
    "follow-ups-repaired": (),
    "undone": ("entry",),
    "redone": ("entry",),
    "file-written": (),
    "testimonials-written": (),
    "backup-made": (),
    "backup-restored": (),
    "backups-deleted": (),
    "unsaved-texts-deleted": (),
}


# What says that something reads otherwise now, which is untrue where it read so before.
CORRECTED = frozenset(
    {
        *("contact-changed", "exchange-changed", "ask-changed", "intro-changed"),
        *("work-changed", "target-changed", "fact-changed"),
    }
)


class Money(NamedTuple):
    """An amount in hundredths, and its currency as the user names it."""

    cents: int
    currency: str


class Outcome(NamedTuple):
    """One thing done; `ids` by what they are ids of, `said` by the sentence's own names."""

    code: str
    ids: Mapping[str, object]
    said: Mapping[str, object]


class Hint(NamedTuple):
    """What the user may want to know or do next; `said` is what its sentence needs."""

    code: str
    said: Mapping[str, object]


def outcome(code: str, values: Mapping[str, object]) -> Outcome:
    """One thing done; raises LookupError for an unknown code or one without its ids."""
    wanted = CODES[code]
    missing = [name for name in wanted if values.get(name) is None]
    if missing:
        raise LookupError(f"{code} needs the id of {', '.join(missing)}")
    return Outcome(code, {name: values[name] for name in wanted}, values)

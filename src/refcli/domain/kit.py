"""The referral kit: what to say about me, whom I help, what to listen for, what I promise."""

from enum import StrEnum
from typing import NamedTuple

from refcli.domain.asks import Target
from refcli.domain.campaigns import Offer
from refcli.domain.day_words import date_text
from refcli.domain.english.groups import narrowed_question


class KitField(StrEnum):
    """The parts of the kit that are text."""

    NAME = "name"
    BUSINESS = "business"
    MESSAGE = "message"
    SERVICES = "services"
    DIFFERS = "differs"
    WHY = "why"
    PROMISE = "promise"
    SAY = "say"


KIT_HEADINGS = {
    KitField.MESSAGE: "In one sentence",
    KitField.SERVICES: "What I do",
    KitField.DIFFERS: "What sets me apart",
    KitField.WHY: "Why I do it",
    KitField.PROMISE: "What happens to somebody you send me",
    KitField.SAY: "What you could say about me",
}
KIT_QUESTIONS = {
    KitField.NAME: "Your name, as a source should give it?",
    KitField.BUSINESS: "Your business?",
    KitField.MESSAGE: "What you do and for whom, in one sentence?",
    KitField.SERVICES: "What you do, in a line or two?",
    KitField.DIFFERS: "What sets you apart?",
    KitField.WHY: "Why do you do it?",
    KitField.PROMISE: "What happens to somebody who is sent to you?",
    KitField.SAY: "What could a source say about you?",
}


class Kit(NamedTuple):
    """The kit as it stands; `targets` best first for whom it is shown to.

    `offer` is that of the campaign that runs now.
    """

    texts: dict[KitField, str]
    targets: tuple[Target, ...]
    reader: str | None = None
    offer: Offer | None = None

    @property
    def title(self) -> str:
        """Whose kit it is."""
        name = self.texts.get(KitField.NAME, "")
        business = self.texts.get(KitField.BUSINESS, "")
        return ", ".join(part for part in (name, business) if part) or "My referral kit"


class KitPart(NamedTuple):
    """One heading of the kit with its lines."""

    heading: str
    lines: tuple[str, ...]


def kit_parts(kit: Kit) -> tuple[KitPart, ...]:
    """The kit as a source reads it; what is not filled in is left out."""
    parts = [
        KitPart(heading, (kit.texts[field],))
        for field, heading in KIT_HEADINGS.items()
        if kit.texts.get(field)
    ]
    parts[1:1] = [_target_part(target) for target in kit.targets]
    if kit.offer is not None:
        heading = f"My offer until {date_text(kit.offer.until)}"
        parts.append(KitPart(heading, (kit.offer.text,)))
    return tuple(parts)


def missing_fields(kit: Kit) -> tuple[str, ...]:
    """What is still to be filled in, as words for a hint."""
    missing = [field.value for field in KitField if not kit.texts.get(field)]
    return (*missing, *(() if kit.targets else ("a target",)))


def _target_part(target: Target) -> KitPart:
    lines = [narrowed_question(target.industry, target.looking_for)]
    if target.qualities:
        lines.append(f"Ideally: {target.qualities}")
    if target.listen_for:
        lines.append(f"Listen for: {target.listen_for}")
    if target.unwanted:
        lines.append(f"Not for me: {target.unwanted}")
    return KitPart(f"Whom I would like to meet: {target.name}", tuple(lines))

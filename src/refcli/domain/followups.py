"""Dated things to do, each with the rule that made it."""

from enum import StrEnum


class FollowUpKind(StrEnum):
    """What a follow-up asks for."""

    THANK = "thank"
    REACH = "reach"
    STATUS = "status"
    OUTCOME = "outcome"
    CONFIRM = "confirm"
    CONSENT = "consent"
    CHECK = "check"
    REPAIR = "repair"
    RECIPROCATE = "reciprocate"
    EDUCATE = "educate"
    TESTIMONIAL = "testimonial"
    RE_ASK = "re-ask"
    ASK = "ask"
    MEET = "meet"
    KEEP_IN_TOUCH = "keep-in-touch"
    CUSTOM = "custom"


class Closing(StrEnum):
    """How a follow-up ended."""

    DONE = "done"
    SKIPPED = "skipped"
    REPLACED = "replaced"
    DROPPED = "dropped"


KIND_WORDS = {kind: kind.value.replace("-", " ") for kind in FollowUpKind}
KIND_WORDS[FollowUpKind.RE_ASK] = "ask again"

"""Favors: one thing done for a contact, or by them for me."""

from enum import StrEnum


class FavorHow(StrEnum):
    """The form of a favor; an introduction is none, it has its own command."""

    SHARE = "share"
    COMMENT = "comment"
    GUEST_POST = "guest-post"
    SUPPLIER = "supplier"
    ADVICE = "advice"
    TESTIMONIAL = "testimonial"
    EVENT = "event"
    OTHER = "other"

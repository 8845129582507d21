"""How follow-ups end; their kinds stand in kinds.py."""

from enum import StrEnum


class Closing(StrEnum):
    """How a follow-up ended."""

    DONE = "done"
    SKIPPED = "skipped"
    REPLACED = "replaced"
    DROPPED = "dropped"

"""Dated exchanges with contacts, over a channel, in a direction."""

import datetime as dt
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.text import Worded


class Channel(Worded):
    """How an exchange took place."""

    IN_PERSON = "in-person"
    VIDEO = "video"
    CALL = "call"
    EMAIL = "email"
    MESSAGE = "message"
    LETTER = "letter"
    EVENT = "event"

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return _CHANNEL_WORDS[self]


class Direction(StrEnum):
    """Who approached whom; what is mutual or unknown counts both ways."""

    BOTH = "both"
    OUT = "out"
    IN = "in"


# In which people meet: an e-mail keeps no appointment.
MEETING_CHANNELS = frozenset({Channel.IN_PERSON, Channel.VIDEO, Channel.CALL, Channel.EVENT})
ONE_WAY_CHANNELS = frozenset({Channel.EMAIL, Channel.MESSAGE, Channel.LETTER})

_CHANNEL_WORDS = {
    Channel.IN_PERSON: "in person",
    Channel.VIDEO: "by video",
    Channel.CALL: "by phone",
    Channel.EMAIL: "by e-mail",
    Channel.MESSAGE: "by message",
    Channel.LETTER: "by letter",
    Channel.EVENT: "at an event",
}


def direction_over(channel: Channel, meant: Direction) -> Direction:
    """The direction that counts: a meeting, call or event is mutual whoever began it."""
    return meant if channel in ONE_WAY_CHANNELS else Direction.BOTH


def only_arranges(channel: Channel, words: str | None) -> bool:
    """Whether it is a call about a meeting to come, and so is not that meeting."""
    if channel is not Channel.CALL or not words:
        return False
    from refcli.domain.arranging import is_arranging

    return is_arranging(words)


# What an exchange was of which nothing was noted, by the fact that it was too.
_WHAT = {
    "ask": "asked for an introduction",
    "intro": "reached them",
    "kit": "showed whom you help",
    "thank": "thanked",
}


class Interaction(NamedTuple):
    """One exchange, or an attempt at one, with the contacts who took part as (id, name).

    `time` is HH:MM, where it was told.
    """

    id: int
    on: dt.date
    channel: Channel
    direction: Direction
    contacts: tuple[tuple[int, str], ...]
    text: str
    is_attempt: bool = False
    time: str | None = None
    origin: str = "log"

    @property
    def what(self) -> str:
        """What was noted, else what the exchange was; an attempt says that it was none."""
        if self.is_attempt:
            tried = "they tried" if self.direction is Direction.IN else "tried"
            return f"{tried}, no exchange{f': {self.text}' if self.text else ''}"
        return self.text or _WHAT.get(self.origin, "in touch")

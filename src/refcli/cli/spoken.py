"""Answers as a person picks them, each with its key: to a follow-up, and to an ask."""

import sqlite3
from collections.abc import Sequence

from refcli.domain.answers import can_be_won, spoken_answers
from refcli.domain.asks import TargetKind
from refcli.domain.due import DueItem
from refcli.prompt.protocol import Choice
from refcli.read.intros import intro

# What somebody said to an ask, the likeliest first where it has just been made.
PROMISED = Choice("promised", "they promised to introduce somebody", "p")
PENDING = Choice("pending", "waiting, no answer yet", "w")
LATER = Choice("later", "later, not now", "l")
DECLINED = Choice("declined", "no", "n")


def won_words(connection: sqlite3.Connection, items: Sequence[DueItem]) -> dict[int, str]:
    """By follow-up, what an introduction comes to when it succeeds."""
    return {
        item.id: TargetKind(intro(connection, item.intro).kind).won
        for item in items
        if item.intro is not None and can_be_won(item)
    }


def spoken_choices(item: DueItem, won: str) -> tuple[Choice, ...]:
    """What a follow-up that asks somebody something can be answered, each with its key."""
    words = {"contact": item.contact_name, "won": won}
    return tuple(Choice(s.answer, s.words.format(**words), s.key) for s in spoken_answers(item))

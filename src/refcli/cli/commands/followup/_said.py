"""What became of a follow-up: told by options, or asked for with one key on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from refcli.cli.frame.context import App
from refcli.cli.options import cents_of
from refcli.domain.answers import (
    DONE,
    NO,
    YES,
    can_be_lost,
    can_be_won,
    default_answer,
    spoken_answers,
)
from refcli.domain.asks import TargetKind
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from refcli.prompt.protocol import Choice
from refcli.read.due import items_by_id
from refcli.read.intros import intro

if TYPE_CHECKING:
    from refcli.write.done import DoneCommand


def commands_for(app: App, ids: Sequence[int], told: "DoneCommand") -> "dict[int, DoneCommand]":
    """What is said of each follow-up; what is missing is asked for where somebody is there."""
    if not app.is_interactive:
        return dict.fromkeys(ids, told)
    with app.reading() as connection:
        items = items_by_id(connection, list(ids), app.today.isoformat())
        won = {
            i.id: TargetKind(intro(connection, i.intro).kind).won
            for i in items
            if i.intro is not None and can_be_won(i)
        }
    asked = {i.id: _asked(app, i, told, won.get(i.id, "")) for i in items if i.closing is None}
    return {number: asked.get(number, told) for number in ids}


def _asked(app: App, item: DueItem, told: "DoneCommand", won: str) -> "DoneCommand":
    """One follow-up's answer, and what its answer asks in turn."""
    answer, note, value = told.answer, told.note, told.value_cents
    spoken = spoken_answers(item)
    if answer is None and spoken:
        words = {"contact": item.contact_name, "won": won}
        choices = [Choice(s.answer, s.words.format(**words), s.key) for s in spoken]
        picked = app.prompter().choose(item.action, choices, default=default_answer(item))
        answer = None if picked == DONE else picked
    if answer == NO and can_be_lost(item):
        note = app.needed(note, "Why did it come to nothing?", "--note")
    if answer == YES and can_be_won(item) and value is None:
        worth = app.prompter().text("What is it worth to you?", hint="Enter leaves it open")
        value = cents_of(worth or None)
    if KINDS[item.kind].needs_note:
        note = app.needed(note, f"What did you do for {item.contact_name}?", "--note")
    return told._replace(answer=answer, note=note, value_cents=value)

"""What became of a follow-up: told by options, or asked for with one key on a terminal."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from refcli.cli.frame.context import App
from refcli.cli.options import cents_of
from refcli.cli.spoken import spoken_choices, won_words
from refcli.domain.answers import (
    DONE,
    NO,
    YES,
    can_be_lost,
    can_be_won,
    default_answer,
)
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS
from refcli.errors import UsageError
from refcli.read.due import items_by_id

if TYPE_CHECKING:
    from refcli.write.done import DoneCommand


def commands_for(app: App, ids: Sequence[int], told: "DoneCommand") -> "dict[int, DoneCommand]":
    """What is said of each follow-up; what is missing is asked for where somebody is there."""
    if not app.is_interactive:
        return dict.fromkeys(ids, told)
    with app.reading() as connection:
        items = items_by_id(connection, list(ids), app.today.isoformat())
        won = won_words(connection, items)
    asked = {
        i.id: completed(app, i, told._replace(answer=_answered(app, i, told, won.get(i.id, ""))))
        for i in items
        if i.closing is None
    }
    return {number: asked.get(number, told) for number in ids}


def _answered(app: App, item: DueItem, told: "DoneCommand", won: str) -> str | None:
    """What somebody answered, asked for with one key where done says too little."""
    spoken = spoken_choices(item, won)
    if told.answer is not None or not spoken:
        return told.answer
    picked = app.prompter().choose(item.action, spoken, default=default_answer(item))
    return None if picked == DONE else picked


def completed(app: App, item: DueItem, told: "DoneCommand") -> "DoneCommand":
    """What an answer asks in turn: why it came to nothing, what it is worth, what was done."""
    answer, note, value = told.answer, told.note, told.value_cents
    if answer == NO and can_be_lost(item):
        note = app.needed(note, f"{item.contact_name}: Why did it come to nothing?", "--note")
    if answer == YES and can_be_won(item) and value is None:
        value = _asked_worth(app, item)
    if KINDS[item.kind].needs_note:
        note = app.needed(note, f"What did you do for {item.contact_name}?", "--note")
    return told._replace(note=note, value_cents=value)


def _asked_worth(app: App, item: DueItem) -> int | None:
    """What it is worth in cents, None where that is left open; what is no amount is asked again."""
    question = f"{item.contact_name}: What is it worth to you?"
    while True:
        told = app.prompter().text(question, hint="Enter leaves it open")
        try:
            return cents_of(told or None)
        except UsageError as error:
            app.output.note(error.message)
            app.output.flush()

"""Guided reviews: begun, taken up again, finished."""

import datetime as dt
import json
from collections.abc import Sequence

from refcli.domain.review.todo import DUE_DAYS, ToDo
from refcli.domain.text import clean_text
from refcli.read.names import is_there
from refcli.write.followups import add_follow_up
from refcli.write.session import Writing
from refcli.write.tables.review import ReviewRow


def note_progress(
    work: Writing, review_id: int | None, steps_done: int, chosen: Sequence[ToDo]
) -> int:
    """Keep how far a review came and what was chosen to do; returns its id, a new one for None."""
    row = _row(work, review_id)
    row.steps_done = steps_done
    row.chosen = json.dumps([[todo.contact, todo.text] for todo in chosen])
    work.put(row)
    return row.id or 0


def finish_review(work: Writing, review_id: int | None, change: str, to_do: Sequence[ToDo]) -> None:
    """End a review: what to change is kept, what to do becomes follow-ups of this week."""
    row = _row(work, review_id)
    row.finished_on = work.today
    row.change = clean_text(change) or None
    row.chosen = None
    work.put(row)
    for days, todo in zip(DUE_DAYS, to_do, strict=False):
        if not is_there(work.connection, todo.contact):
            work.say("left-out-of-review", review=row.id)
            continue
        add_follow_up(work, todo.contact, todo.text, work.today + dt.timedelta(days=days))
    work.say("review-finished", review=row.id)


def _row(work: Writing, review_id: int | None) -> ReviewRow:
    row = None if review_id is None else work.get(ReviewRow, review_id)
    return row or ReviewRow(begun_on=work.today)

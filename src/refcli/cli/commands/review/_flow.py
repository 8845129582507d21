"""The guided review: one step after another, saved as it goes, taken up where it was left."""

import datetime as dt
from typing import TYPE_CHECKING

from refcli.cli.commands.review._shared import Desk, refreshed
from refcli.cli.commands.review._steps import STEPS, Deed, Flow
from refcli.cli.frame.context import App
from refcli.cli.report import narrate, report, tell
from refcli.domain.day_words import day_text
from refcli.domain.review.todo import ToDo, to_do_this_week
from refcli.domain.review.whole import found_gaps
from refcli.errors import INTERRUPTED
from refcli.read.contacts import contacts_by_id
from refcli.read.reviews import OpenReview, open_review

if TYPE_CHECKING:
    from refcli.write.session import Writing

_RESUME_DAYS = 7


def guide(app: App, at: Desk) -> int:
    """Lead through all steps; left at any question, what was decided before stays."""
    flow = Flow(app, at, app.prompter())
    left_open = _taken_up(flow)
    done, review_id = (left_open.steps_done, left_open.id) if left_open else (0, None)
    flow.to_do += left_open.chosen if left_open else ()
    try:
        for done in range(done, len(STEPS)):  # noqa: B020  goes on from where it was
            review_id = _step(flow, done, review_id)
        _finish(flow, review_id)
    except (KeyboardInterrupt, EOFError):
        _keep(flow, review_id, done)
        app.output.note(
            "left; what the steps before this one decided is saved, go on with: refcli review"
        )
        return INTERRUPTED
    return 0


def _taken_up(flow: Flow) -> OpenReview | None:
    """The review that was left unfinished of late, when the person wants to go on with it."""
    since = flow.app.today - dt.timedelta(days=_RESUME_DAYS)
    with flow.app.reading() as connection:
        found = open_review(connection, since)
    last = flow.at.practice.last_review
    if last is not None:
        flow.say(f"your last review: {day_text(last, flow.app.today)}")
    if found is None or not found.steps_done:
        return None
    begun = day_text(found.begun, flow.app.today)
    question = f"Go on with the review of {begun}, step {found.steps_done + 1} of {_COUNT}?"
    return found if flow.prompter.confirm(question, default=True) else None


def _step(flow: Flow, number: int, review_id: int | None) -> int | None:
    title, step = STEPS[number]
    out = flow.app.output
    out.line()
    out.title(f"{number + 1}/{_COUNT}  {title}")
    out.flush()
    deed = step(flow)
    if deed is None:
        return review_id
    return _carry_out(flow, deed, review_id, number + 1)


def _carry_out(flow: Flow, deed: Deed, review_id: int | None, steps_done: int) -> int:
    def use_case(work: "Writing") -> int:
        from refcli.write.reviews import note_progress

        deed(work)
        return note_progress(work, review_id, steps_done, flow.to_do)

    written = flow.app.write("review", use_case)
    tell(flow.app, written)
    narrate(flow.app, written)
    flow.at = refreshed(flow.app, flow.at)
    return written.value


def _keep(flow: Flow, review_id: int | None, steps_done: int) -> None:
    def use_case(work: "Writing") -> None:
        from refcli.write.reviews import note_progress

        note_progress(work, review_id, steps_done, flow.to_do)

    flow.app.write("review", use_case)


def _finish(flow: Flow, review_id: int | None) -> None:
    out = flow.app.output
    out.line()
    out.title(f"{_COUNT}/{_COUNT}  This week")
    change = flow.prompter.text("What will you do differently?", hint="Enter for nothing")
    chosen = _chosen(flow)

    def use_case(work: "Writing") -> None:
        from refcli.write.reviews import finish_review

        finish_review(work, review_id, change, chosen)

    report(flow.app, flow.app.write("review", use_case), as_json=False)


def _chosen(flow: Flow) -> tuple[ToDo, ...]:
    """Three things to do, as far as they are wanted."""
    gaps = found_gaps(flow.at.practice, flow.at.span)
    proposed = to_do_this_week(flow.to_do, gaps)
    with flow.app.reading() as connection:
        people = contacts_by_id(connection, [p.contact for p in proposed], flow.app.today)
    names = {who.id: who.name for who in people}
    for number, todo in enumerate(proposed, start=1):
        flow.say(f"  {number}. {names.get(todo.contact, '')}: {todo.text}")
    flow.app.output.flush()
    if not proposed:
        return ()
    if flow.prompter.confirm("Save these as follow-ups of this week?", default=True):
        return proposed
    return ()


_COUNT = len(STEPS) + 1

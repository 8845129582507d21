"""The guided review: one step after another, saved as it goes, taken up where it was left."""

import datetime as dt
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refcli.cli.commands.review._shared import Desk, refreshed
from refcli.cli.commands.review._steps import STEPS, Deed, Flow
from refcli.cli.frame.context import App
from refcli.cli.frame.form import Answer, Form, save
from refcli.cli.report import narrate, report, tell
from refcli.domain.day_words import day_text
from refcli.domain.review.todo import ToDo, to_do_this_week
from refcli.domain.review.whole import found_gaps
from refcli.errors import INTERRUPTED
from refcli.read.contacts import contacts_by_id
from refcli.read.reviews import OpenReview, open_review, unfinished_review

if TYPE_CHECKING:
    from refcli.write.session import Writing

_RESUME_DAYS = 7
_FAR = "how far the review has come"
_NOTHING = Deed(do=lambda _: None, answers=(), look=lambda _: {})


def guide(app: App, at: Desk) -> int:
    """Lead through all steps; left at any question, what was decided before stays."""
    flow = Flow(app, at, app.prompter())
    kept = _taken_up(flow)
    done = kept.steps_done if kept else 0
    flow.to_do += kept.chosen if kept else ()
    try:
        for done in range(done, len(STEPS)):  # noqa: B020  goes on from where it was
            kept = _step(flow, done, kept)
        _finish(flow, kept)
    except (KeyboardInterrupt, EOFError):
        _carry_out(flow, _NOTHING, kept, done)
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


def _step(flow: Flow, number: int, kept: OpenReview | None) -> OpenReview | None:
    """One step; returns the review as it is kept after it, None while nothing is."""
    title, step = STEPS[number]
    out = flow.app.output
    out.line()
    out.title(f"{number + 1}/{_COUNT}  {title}")
    out.flush()
    chosen = tuple(flow.to_do)

    def play() -> Deed | None:
        flow.to_do[:] = chosen
        return step(flow)

    deed = flow.app.part(play)
    if deed is None:
        return kept
    kept = _carry_out(flow, deed, kept, number + 1)
    flow.at = refreshed(flow.app, flow.at)
    return kept


def _carry_out(flow: Flow, deed: Deed, kept: OpenReview | None, steps_done: int) -> OpenReview:
    """Save what a step decided and how far the review came."""

    def use_case(work: "Writing") -> int:
        from refcli.write.reviews import note_progress

        deed.do(work)
        return note_progress(work, kept.id if kept else None, steps_done, flow.to_do)

    written = save(flow.app, _form(flow, deed, kept), use_case)
    tell(flow.app, written)
    narrate(flow.app, written)
    begun = kept.begun if kept else flow.app.today
    return OpenReview(written.value, begun, steps_done, tuple(flow.to_do))


def _form(
    flow: Flow,
    deed: Deed,
    kept: OpenReview | None,
    typed: Sequence[tuple[str, str]] = (),
) -> Form:
    """What a step showed, and how far the review had come, since that is written over too."""
    came = [] if kept is None else [Answer(_FAR, _how_far(kept), "")]

    def look(connection: sqlite3.Connection) -> dict[str, str]:
        now = None if kept is None else unfinished_review(connection, kept.id)
        return {**deed.look(connection), **({_FAR: _how_far(now)} if now else {})}

    return Form(
        command="review",
        answers=(*deed.answers, *came),
        look=look,
        hint="look, then go on: refcli review",
        typed=(
            *((answer.what, answer.given) for answer in deed.answers),
            *(("to do this week", todo.text) for todo in flow.to_do),
            *typed,
        ),
    )


def _how_far(review: OpenReview) -> str:
    chosen = "; ".join(todo.text for todo in review.chosen)
    return f"step {review.steps_done}: {chosen}"


def _finish(flow: Flow, kept: OpenReview | None) -> None:
    out = flow.app.output
    out.line()
    out.title(f"{_COUNT}/{_COUNT}  This week")
    change = flow.prompter.text("What will you do differently?", hint="Enter for nothing")
    chosen = _chosen(flow)

    def use_case(work: "Writing") -> None:
        from refcli.write.reviews import finish_review

        finish_review(work, kept.id if kept else None, change, chosen)

    typed = (("to do differently", change),) if change else ()
    form = _form(flow, _NOTHING, kept, typed)
    report(flow.app, save(flow.app, form, use_case), as_json=False)


def _chosen(flow: Flow) -> tuple[ToDo, ...]:
    """Three things to do, as far as they are wanted."""
    gaps = found_gaps(flow.at.practice, flow.at.span)
    proposed = to_do_this_week(flow.to_do, gaps)
    with flow.app.reading() as connection:
        people = contacts_by_id(connection, [p.contact for p in proposed], flow.app.today)
    names = {who.id: who.name for who in people}
    proposed = tuple(todo for todo in proposed if todo.contact in names)
    for number, todo in enumerate(proposed, start=1):
        flow.say(f"  {number}. {names[todo.contact]}: {todo.text}")
    flow.app.output.flush()
    if not proposed:
        return ()
    if flow.prompter.confirm("Save these as follow-ups of this week?", default=True):
        return proposed
    return ()


_COUNT = len(STEPS) + 1

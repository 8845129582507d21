"""`refcli followup catchup`: clear a backlog in one sitting."""

import datetime as dt

import typer

from refcli.cli.context import App, app_of
from refcli.cli.report import report
from refcli.domain.due import DueItem
from refcli.domain.followups import KIND_WORDS, FollowUpKind
from refcli.domain.text import plural
from refcli.errors import UsageError
from refcli.prompt.protocol import Choice, Prompter
from refcli.read.due import due_items

_WEEK = 7
_CHOICES = (
    Choice("keep", "keep them", "k"),
    Choice("snooze", "put them off for a week", "s"),
    Choice("skip", "close them without doing them", "c"),
    Choice("each", "decide one by one", "o"),
)


def run(context: typer.Context) -> None:
    """For each kind of follow-up that is due: keep, put off, or close; saved at the end."""
    app = app_of(context)
    if not app.is_interactive:
        raise UsageError("catchup asks questions, so it needs a terminal", "or: refcli skip ID…")
    today = app.today.isoformat()
    with app.reading() as connection:
        items = due_items(connection, today, today)
    if not items:
        app.output.line("nothing is due")
        return
    put_off, closed = _decide(app, items)
    if not (put_off or closed):
        app.output.line("all of them kept")
        return
    from refcli.write.followups import skip, snooze
    from refcli.write.session import Writing

    def use_case(work: Writing) -> None:
        if put_off:
            snooze(work, put_off, app.today + dt.timedelta(days=_WEEK))
        if closed:
            skip(work, closed, "cleared in a catch-up")

    report(app, app.write("followup catchup", use_case), as_json=False)


def _decide(app: App, items: list[DueItem]) -> tuple[list[int], list[int]]:
    prompter = app.prompter()
    by_kind: dict[str, list[DueItem]] = {}
    for item in items:
        by_kind.setdefault(item.kind, []).append(item)
    chosen: dict[str, list[int]] = {"snooze": [], "skip": [], "keep": []}
    for kind, group in by_kind.items():
        app.output.lines(app.output.fitted(f"  {item.action}") for item in group)
        app.output.flush()
        question = f"{plural(len(group), 'follow-up')}: {KIND_WORDS[FollowUpKind(kind)]}"
        answer = prompter.choose(question, _CHOICES, default="keep")
        if answer == "each":
            _one_by_one(prompter, group, chosen)
        else:
            chosen[answer] += [item.id for item in group]
    return chosen["snooze"], chosen["skip"]


def _one_by_one(prompter: Prompter, group: list[DueItem], chosen: dict[str, list[int]]) -> None:
    for item in group:
        chosen[prompter.choose(item.action, _CHOICES[:3], default="keep")].append(item.id)

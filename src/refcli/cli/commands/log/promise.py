"""What was promised in an exchange: remembered if I say so, or a line away."""

import datetime as dt
from collections.abc import Sequence

from refcli.cli.frame.context import App
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.day_words import full_day_text
from refcli.domain.sentence.promises import Promise
from refcli.domain.typed import typed
from refcli.prompt.protocol import Choice
from refcli.read.interactions import who_took_part
from refcli.read.promised import promised_to

_NOBODY = Choice("", "nobody: not to be remembered")


def offer_follow_up(
    app: App, promise: Promise, names: list[str], exchange: int, *, as_json: bool
) -> None:
    """Offer the follow-up for whom it names; of several who were there somebody is picked.

    `names` are those who took part in the exchange, as they were typed.
    """
    with app.reading() as connection:
        people = promised_to(connection, promise, who_took_part(connection, exchange))
    if not app.is_interactive or not promise.due or not people:
        meant = [names[place] for place in promise.may_be_for(names)]
        _say_how(app, promise, meant or [who.name for who in people])
        return
    due = dt.date.fromisoformat(promise.due)
    app.output.flush()
    who = _for_whom(app, f"{promise.what}, {full_day_text(due, app.today)}", people)
    if who is None:
        return
    from refcli.write.followups import add_follow_up

    number = who.id
    written = app.write("followup add", lambda work: add_follow_up(work, number, promise.what, due))
    report(app, written, as_json=as_json)


def _say_how(app: App, promise: Promise, meant: list[str]) -> None:
    """The line that remembers it; who it is for is left open where it is not known."""
    whom = meant[0] if len(meant) == 1 else "NAME"
    line = typed("refcli followup {} {} --due {}", whom, promise.what, promise.due or "WHEN")
    told = f", for {promise.whom}" if promise.whom and not meant else ""
    app.output.note(f"to be reminded of it{told}: {line}")


def _for_whom(app: App, what: str, people: Sequence[Person]) -> Person | None:
    prompter = app.prompter()
    if len(people) == 1:
        question = f"Remind you of it for {people[0].name}: {what}?"
        return people[0] if prompter.confirm(question, default=True) else None
    choices = [Choice(str(person.id), person.name) for person in people]
    picked = prompter.choose(f"For whom is it to be remembered: {what}?", [*choices, _NOBODY])
    return next((person for person in people if str(person.id) == picked), None)

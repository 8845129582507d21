"""What was promised in an exchange: remembered if I say so, or a line away."""

import datetime as dt

from refcli.cli.frame.context import App
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.day_words import full_day_text
from refcli.domain.sentence.promises import Promise
from refcli.domain.typed import typed
from refcli.prompt.protocol import Choice
from refcli.read.interactions import who_took_part

_NOBODY = Choice("", "nobody: not to be remembered")


def offer_follow_up(
    app: App, promise: Promise, names: list[str], exchange: int, *, as_json: bool
) -> None:
    """Offer the follow-up for whom it names; of several who were there somebody is picked.

    `names` are those who took part in the exchange, as they were typed.
    """
    if not app.is_interactive or not promise.due:
        meant = promise.may_be_for(names)
        whom = names[meant[0]] if len(meant) == 1 else "NAME"
        line = "refcli followup {} {} --due {}"
        line = typed(line, whom, promise.what, promise.due or "WHEN")
        app.output.note(f"to be reminded of it: {line}")
        return
    with app.reading() as connection:
        there = who_took_part(connection, exchange)
    people = [there[place] for place in promise.may_be_for([who.name for who in there])]
    due = dt.date.fromisoformat(promise.due)
    app.output.flush()
    who = _for_whom(app, f"{promise.what}, {full_day_text(due, app.today)}", people)
    if who is None:
        return
    from refcli.write.followups import add_follow_up

    number = who.id
    written = app.write("followup add", lambda work: add_follow_up(work, number, promise.what, due))
    report(app, written, as_json=as_json)


def _for_whom(app: App, what: str, people: list[Person]) -> Person | None:
    prompter = app.prompter()
    if len(people) == 1:
        question = f"Remind you of it for {people[0].name}: {what}?"
        return people[0] if prompter.confirm(question, default=True) else None
    choices = [Choice(str(person.id), person.name) for person in people]
    picked = prompter.choose(f"For whom is it to be remembered: {what}?", [*choices, _NOBODY])
    return next((person for person in people if str(person.id) == picked), None)

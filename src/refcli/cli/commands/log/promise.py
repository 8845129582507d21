"""What was promised in an exchange: remembered if I say so, or a line away."""

import datetime as dt

from refcli.cli.frame.context import App
from refcli.cli.report import report
from refcli.domain.contacts import Person
from refcli.domain.day_words import full_day_text
from refcli.domain.sentence.promises import Promise
from refcli.domain.typed import typed
from refcli.prompt.protocol import Choice
from refcli.read.contacts import contacts_by_id

_NOBODY = Choice("", "nobody: not to be remembered")


def offer_follow_up(
    app: App, promise: Promise, names: list[str], contacts: tuple[int, ...], *, as_json: bool
) -> None:
    """Offer the follow-up for whom it names; of several who were there somebody is picked.

    `names` are as they were typed, `contacts` those who took part.
    """
    places = promise.may_be_for(names)
    if not app.is_interactive or not promise.due:
        whom = names[places[0]] if len(places) == 1 else "NAME"
        line = "refcli followup {} {} --due {}"
        line = typed(line, whom, promise.what, promise.due or "WHEN")
        app.output.note(f"to be reminded of it: {line}")
        return
    people = _people(app, [names[place] for place in places], contacts)
    due = dt.date.fromisoformat(promise.due)
    app.output.flush()
    who = _for_whom(app, f"{promise.what}, {full_day_text(due, app.today)}", people)
    if who is None:
        return
    from refcli.write.followups import add_follow_up

    number = who.id
    written = app.write("followup add", lambda work: add_follow_up(work, number, promise.what, due))
    report(app, written, as_json=as_json)


def _people(app: App, names: list[str], contacts: tuple[int, ...]) -> list[Person]:
    """Those who were there and bear one of the names; all, where that is not clear."""
    if len(names) == 1:
        who = app.who(names[0]) if len(contacts) != 1 else None
        contacts = contacts if who is None else (who.id,)
    with app.reading() as connection:
        found = contacts_by_id(connection, list(contacts), app.today)
    return [Person(contact.id, contact.name) for contact in found]


def _for_whom(app: App, what: str, people: list[Person]) -> Person | None:
    prompter = app.prompter()
    if len(people) == 1:
        question = f"Remind you of it for {people[0].name}: {what}?"
        return people[0] if prompter.confirm(question, default=True) else None
    choices = [Choice(str(person.id), person.name) for person in people]
    picked = prompter.choose(f"For whom is it to be remembered: {what}?", [*choices, _NOBODY])
    return next((person for person in people if str(person.id) == picked), None)

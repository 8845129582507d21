"""Drafts: the form that fits what is most urgent with somebody, or the one that is wanted."""

import datetime as dt
import sqlite3
from collections.abc import Callable

from refcli.domain import kinds
from refcli.domain.drafts.draft import Draft, joined_texts, without_greeting
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.drafts.template import Context, Slot
from refcli.domain.due import DueItem, in_order
from refcli.domain.kinds import KINDS
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName
from refcli.read import drafts_of_given as of_given
from refcli.read import drafts_of_intros as of_intros
from refcli.read import drafts_of_people as of_people
from refcli.read.addressee import addressee_of
from refcli.read.draft_facts import DraftFacts, Said, Wanted
from refcli.read.due import all_open, items_by_id
from refcli.read.me import who_i_am
from refcli.read.names import acquaintance
from refcli.read.own_words import in_own_words

# By form, its text; empty where the facts do not hold it.
_BUILDERS: dict[Form, Callable[[DraftFacts], Said]] = {
    Form.ASK: of_people.ask_said,
    Form.BLURB: of_people.blurb,
    Form.WELCOME: of_intros.welcome,
    Form.THANK: of_intros.thank,
    Form.OUTCOME: of_intros.outcome,
    Form.STATUS: of_intros.status,
    Form.APOLOGY: of_intros.apology,
    Form.CONSENT: of_given.consent,
    Form.HANDOVER: of_given.handover,
    Form.PASS_ON: of_given.pass_on,
    Form.TESTIMONIAL: of_people.testimonial,
    Form.RECONNECT: of_people.reconnect,
    Form.CHECK_IN: of_people.check_in,
    Form.WISH: of_people.wish,
    Form.CONFIRM: of_intros.confirm,
}
# What to type next where they do not.
_WHY_NOT = {
    Form.ASK: "say whom you look for: refcli kit target",
    Form.BLURB: "say who you are: refcli kit edit",
    Form.WELCOME: "nobody introduced them to you: refcli intro SOURCE PROSPECT",
    Form.OUTCOME: "no introduction of theirs is on record",
    Form.STATUS: "no introduction of theirs is under way",
    Form.APOLOGY: "nothing went wrong with them: refcli intro bad",
    Form.CONSENT: "nothing waits for their consent: refcli intro give PROSPECT PARTNER",
    Form.HANDOVER: "nobody was passed on who agreed: refcli intro give, intro consent",
    Form.TESTIMONIAL: "no work for them is on record: refcli engagement add",
    Form.RECONNECT: "you were in touch lately; how they are: --form check-in",
    Form.CHECK_IN: "any form can be written all the same: --form thank, check-in, ask …",
    Form.PASS_ON: "nobody of theirs went on to a partner: refcli intro pass",
    Form.WISH: "no day of theirs is near: refcli contact date NAME birthday WHEN",
    Form.CONFIRM: "they promised nothing that is open",
}
# What is asked with it when somebody is only greeted, if it is open within so many days.
_QUESTIONS, _SOON = (kinds.CONFIRM, kinds.CHECK), 7
# In one message a wish comes first, then thanks, news and a question;
# an ask never stands beside thanks.
_TOGETHER = (Form.WISH, Form.THANK, Form.OUTCOME, Form.STATUS, Form.CONFIRM)


def draft_for(connection: sqlite3.Connection, wanted: Wanted, today: dt.date) -> Draft:
    """The draft; raises Refused where there is nothing that such a form could say."""
    _refuse_the_dead(connection, wanted.contact)
    if wanted.form is not None or wanted.about is not None:
        item = _item_meant(connection, wanted, today)
        form = wanted.form or (_form_of(item) if item is not None else None)
        if form is None and item is not None:
            raise Refused(f"follow-up {item.id} is nothing to write: {item.action}")
        draft = _drafted(connection, form or Form.CHECK_IN, item, wanted, today)
        return _with_question(connection, draft, item, wanted, today)
    for item in _apology_first(_open(connection, wanted.contact, today), today):
        # Who is to be reached may be written to on any day, also after a call in vain.
        fitting = _form_of(item) if item.kind == kinds.REACH or _is_now(item, today) else None
        try:
            if fitting is not None:
                draft = _drafted(connection, fitting, item, wanted, today)
                return _with_question(connection, draft, item, wanted, today)
        except Refused:
            continue  # nothing is known that it could say; what is next may do
    try:
        return _drafted(connection, Form.CHECK_IN, None, wanted, today)
    except Refused:
        raise _nothing_to_write(connection, wanted.contact, today) from None


def _apology_first(items: list[DueItem], today: dt.date) -> list[DueItem]:
    """What went wrong is spoken of before anything else."""
    return sorted(items, key=lambda item: not _is_apology(item, today))


def _is_apology(item: DueItem, today: dt.date) -> bool:
    return _form_of(item) is Form.APOLOGY and _is_now(item, today)


def _refuse_the_dead(connection: sqlite3.Connection, contact: int) -> None:
    who = acquaintance(connection, contact)
    if who.has_died:
        hint = typed("if that is a mistake: refcli contact restore {}", who.person)
        raise Refused(f"{who.name} died, so nothing is written to them", hint)


def _with_question(
    connection: sqlite3.Connection,
    draft: Draft,
    item: DueItem | None,
    wanted: Wanted,
    today: dt.date,
) -> Draft:
    """How somebody is, with the question that is open with them: nobody asks only the one."""
    if item is None or item.kind != kinds.KEEP_IN_TOUCH or draft.problem:
        return draft
    open_ones = (
        each
        for each in _open(connection, wanted.contact, today)
        if each.kind in _QUESTIONS and each.days_late >= -_SOON
    )
    question = next(open_ones, None)
    if question is None:
        return draft
    greeting = addressee_of(connection, wanted.contact).greeting
    asked = _drafted(connection, Form(KINDS[question.kind].draft), question, wanted, today)
    rest = without_greeting(asked.text, greeting)
    return draft._replace(text=f"{greeting}, how are you? {rest}", about=(item.id, question.id))


def _nothing_to_write(connection: sqlite3.Connection, contact: int, today: dt.date) -> Refused:
    """What is due all the same, though there are no words for it."""
    who = acquaintance(connection, contact).person
    due = next((item for item in _open(connection, contact, today) if _is_now(item, today)), None)
    if due is None:
        to_come = next((each for each in _open(connection, contact, today) if each.occurs), None)
        if to_come is not None:
            line = typed("refcli write {} --form wish", who)
            return Refused(f"it is not the day yet: {to_come.action}", f"its words: {line}")
        return Refused(f"nothing is due to {who.name} now", _WHY_NOT[Form.CHECK_IN])
    line = typed("refcli kit share {}", who) if due.kind == kinds.EDUCATE else ""
    hint = line or typed("refcli done {}", due.id)
    return Refused(f"there are no words for what is due: {due.action}", f"when it is done: {hint}")


def drafts_together(connection: sqlite3.Connection, wanted: Wanted, today: dt.date) -> Draft:
    """Thanks, news and a question to somebody as one message."""
    items = [item for item in _open(connection, wanted.contact, today) if _form_of(item)]
    if any(_is_apology(item, today) for item in items):
        return draft_for(connection, wanted, today)  # an apology stands alone
    items = [item for item in items if _form_of(item) in _TOGETHER and _is_now(item, today)]
    items.sort(key=lambda item: _TOGETHER.index(Form(KINDS[item.kind].draft)))
    place = {item.id: n for n, item in enumerate(items)}
    told: dict[object, DueItem] = {}
    for item in items:
        told.setdefault(item.intro or f"follow-up {item.id}", item)
    items = list(told.values())
    if not items:
        return draft_for(connection, wanted, today)
    made = list[Draft]()
    # What is due last covers what is due before it, so that nobody is thanked twice for one thing.
    for item in sorted(items, key=lambda item: item.due, reverse=True):
        if not any(item.id in draft.about for draft in made):
            made.append(_drafted(connection, Form(KINDS[item.kind].draft), item, wanted, today))
    made.sort(key=lambda draft: min(place.get(number, len(place)) for number in draft.about))
    greeting = addressee_of(connection, wanted.contact).greeting
    texts = tuple(dict.fromkeys(draft.text for draft in made))
    about = tuple(dict.fromkeys(number for draft in made for number in draft.about))
    return made[0]._replace(text=joined_texts(texts, greeting), about=about)


def _drafted(
    connection: sqlite3.Connection,
    form: Form,
    item: DueItem | None,
    wanted: Wanted,
    today: dt.date,
) -> Draft:
    to = addressee_of(connection, wanted.contact)
    facts = DraftFacts(connection, wanted.contact, to, item, wanted, today)
    said = _BUILDERS[form](facts)
    if not said.text:
        name = acquaintance(connection, wanted.contact).name
        raise Refused(
            f"nothing is known that {form} could say to {name}",
            _WHY_NOT.get(form, "see: refcli due --all"),
        )
    person = acquaintance(connection, wanted.contact).person
    text, problem = (said.text, "") if said.is_kept else _in_own_words(facts, form, said)
    about = () if item is None else (item.id, *said.covers)
    if form is Form.WELCOME and not problem and not who_i_am(connection).name:
        problem = f"your name is not in it; say who you are: {typed('refcli init')}"
    return Draft(form, (person, *said.others), text, about, problem, said.parts)


def _in_own_words(facts: DraftFacts, form: Form, said: Said) -> tuple[str, str]:
    """The text by the user's own template, else the built-in one; and what went wrong."""

    def context() -> Context:
        return {
            "to": {"name": facts.to.name, "greeting": facts.to.greeting},
            "me": who_i_am(facts.connection)._asdict(),
            "built_in": said.text,
            **said.variables,
        }

    tone = (facts.wanted.tone or Tone.PLAIN) if form is Form.ASK else None
    return in_own_words(facts.connection, Slot(form, tone), said.text, context)


def _open(connection: sqlite3.Connection, contact: int, today: dt.date) -> list[DueItem]:
    return in_order(all_open(connection, today.isoformat(), contact=contact))


def _is_now(item: DueItem, today: dt.date) -> bool:
    """Whether its words may go out: it is due by tomorrow, and a date of theirs has come."""
    if item.occurs is not None and item.occurs > today.isoformat():
        return False
    return item.days_late >= -1


def _form_of(item: DueItem) -> Form | None:
    draft = KINDS[item.kind].draft
    return Form(draft) if draft else None


def _item_meant(connection: sqlite3.Connection, wanted: Wanted, today: dt.date) -> DueItem | None:
    items = _open(connection, wanted.contact, today)
    if wanted.about is not None:
        # A yearly date is listed before it is open.
        told = items_by_id(connection, [wanted.about], today.isoformat())
        found = [i for i in told if i.contact_id == wanted.contact and i.closing is None]
        if not found:
            name = acquaintance(connection, wanted.contact).name
            raise UnknownName(
                f"{name} has no open follow-up {wanted.about}", "see: refcli due --all"
            )
        return next(iter(found))
    fitting = [item for item in items if _form_of(item) is not None]
    if wanted.form is not None:
        fitting = [item for item in fitting if _form_of(item) is wanted.form]
    return next(iter(fitting), None)

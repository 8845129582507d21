"""A draft was sent: what that makes true, and which follow-ups it closes."""

from refcli.domain import kinds
from refcli.domain.drafts.ask import AskParts
from refcli.domain.drafts.draft import Draft
from refcli.domain.drafts.form import Form
from refcli.domain.due import DueItem
from refcli.domain.interactions import Channel
from refcli.domain.kinds import KINDS
from refcli.domain.thanks import ThanksHow
from refcli.write.ask_edits import AskEdit, edit_ask
from refcli.write.asks import AskCommand, make_ask
from refcli.write.done import DoneCommand, do
from refcli.write.followups import is_open, open_follow_ups
from refcli.write.interactions import record_interaction, say_logged
from refcli.write.session import Writing
from refcli.write.thanks import ThanksCommand, give_thanks

# What is done by sending it; of all others only the exchange is known, and they stay open.
DONE_BY_SENDING = frozenset(
    {Form.THANK, Form.OUTCOME, Form.STATUS, Form.CONFIRM, Form.TESTIMONIAL, Form.CHECK_IN}
    | {Form.WISH}
)
_HOWS = {
    Channel.EMAIL: ThanksHow.EMAIL,
    Channel.LETTER: ThanksHow.NOTE,
    Channel.CALL: ThanksHow.CALL,
    Channel.VIDEO: ThanksHow.CALL,
    Channel.IN_PERSON: ThanksHow.IN_PERSON,
    Channel.EVENT: ThanksHow.IN_PERSON,
}


def record_sent(work: Writing, draft: Draft, channel: Channel) -> None:
    """Record that a draft was sent over a channel, its words kept as they were sent."""
    items = open_follow_ups(work, draft.about) if draft.about else ()
    if draft.form is Form.ASK:
        _asked(work, draft, items, channel)
        return
    closing = {item.id: _done(item, draft, channel) for item in items if _is_done(item, draft)}
    if closing:
        do(work, closing)
    elif draft.form in (Form.THANK, Form.OUTCOME):
        how = _thanks_how(channel)
        contact = draft.to[0].id
        give_thanks(work, ThanksCommand(contact=contact, on=work.today, how=how, words=draft.text))
    if not any(
        _tells_exchange(item) for item in items if item.id in closing
    ) and draft.form not in (Form.THANK, Form.OUTCOME):
        record_as_exchange(work, draft, channel)


def is_about_open(work: Writing, draft: Draft) -> bool:
    """Whether all that a draft is about is still open."""
    return all(is_open(work, number) for number in draft.about)


def _thanks_how(channel: Channel) -> ThanksHow:
    return _HOWS.get(channel, ThanksHow.MESSAGE)


def _is_done(item: DueItem, draft: Draft) -> bool:
    return draft.form in DONE_BY_SENDING and bool(KINDS[item.kind].draft)


def _tells_exchange(item: DueItem) -> bool:
    """Whether doing it records an exchange by itself."""
    return KINDS[item.kind].doer in ("exchange", "thank")


def _done(item: DueItem, draft: Draft, channel: Channel) -> DoneCommand:
    hows = KINDS[item.kind].hows
    how: str | None = None
    if hows == kinds.THANKS_FORMS:
        how = _thanks_how(channel)
    elif hows == kinds.CHANNELS:
        how = channel
    return DoneCommand(note=draft.text, how=how)


def record_as_exchange(work: Writing, draft: Draft, channel: Channel) -> None:
    """Record that words were sent, whatever they were about: that may be settled, or gone."""
    people = [person.id for person in draft.to]
    number = record_interaction(work, people, on=work.today, channel=channel, text=draft.text)
    say_logged(work, number, people, channel, on=work.today)


def _asked(work: Writing, draft: Draft, items: tuple[DueItem, ...], channel: Channel) -> None:
    """A planned ask is made with these words; else one is recorded as it was sent."""
    planned = next((item for item in items if item.kind == kinds.ASK and item.ask), None)
    if planned is not None:
        edit_ask(work, planned.ask or 0, AskEdit(words=draft.text))
        do(work, {planned.id: DoneCommand(how=channel)})
        return
    told = draft.parts or AskParts()
    make_ask(
        work,
        AskCommand(
            contact=draft.to[0].id,
            on=work.today,
            industry=told.industry,
            looking_for=told.looking_for,
            qualities=told.qualities,
            kind=told.kind,
            channel=channel,
            words=draft.text,
        ),
    )

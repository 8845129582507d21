"""Small facts corrected: thanks, favors, praise, and follow-ups that were made by hand."""

import datetime as dt
from typing import NamedTuple, TypeVar

from sqlmodel import select

from refcli.domain.text import clean_line, clean_text
from refcli.domain.thanks import ThanksHow
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName, UsageError
from refcli.write.interactions import take_back_exchange
from refcli.write.session import Writing
from refcli.write.tables import Row
from refcli.write.tables.custom import CustomRow
from refcli.write.tables.interaction import InteractionRow
from refcli.write.tables.thanks import FavorRow, TestimonialRow, ThanksRow
from refcli.write.thanks import channel_of, record_their_exchange, refuse_stranger

R = TypeVar("R", bound=Row)


class ThanksEdit(NamedTuple):
    """What is to change about thanks; None leaves as it is."""

    on: dt.date | None = None
    how: ThanksHow | None = None
    words: str | None = None
    intro: int | None = None


def edit_thanks(work: Writing, thanks_id: int, edit: ThanksEdit) -> None:
    """Correct thanks; the exchange that they were too follows."""
    row = _row(work, ThanksRow, thanks_id, "thanks have", "refcli thank list")
    row.on_date = edit.on or row.on_date
    row.how = edit.how or row.how
    if edit.words is not None:
        row.words = clean_text(edit.words) or None
    if edit.intro is not None:
        refuse_stranger(work, row.contact_id, edit.intro)
        row.intro_id = edit.intro
    work.put(row)
    if row.given:
        _follow_exchange(work, row)
    work.say("fact-changed", kind="thanks", id=thanks_id, word="thanks")


def _follow_exchange(work: Writing, row: ThanksRow) -> None:
    query = select(InteractionRow).where(
        InteractionRow.origin == "thank", InteractionRow.origin_id == row.id
    )
    found = work.first(query)
    channel = channel_of(row)
    if found is None:
        record_their_exchange(work, row)
    elif channel is None:
        take_back_exchange(work, "thank", row.id or 0)
    else:
        found.on_date, found.channel, found.text = row.on_date, channel, row.words or ""
        work.put(found)


def edit_favor(
    work: Writing,
    favor_id: int,
    *,
    what: str | None = None,
    how: str | None = None,
    on: dt.date | None = None,
    received: bool | None = None,
) -> None:
    """Correct a favor."""
    row = _row(work, FavorRow, favor_id, "favor has", "refcli reciprocate list")
    row.what = clean_text(what) if what else row.what
    row.how = how or row.how
    row.on_date = on or row.on_date
    row.given = row.given if received is None else not received
    work.put(row)
    work.say("fact-changed", kind="favor", id=favor_id, word="favor")


def edit_testimonial(
    work: Writing,
    testimonial_id: int,
    *,
    words: str | None = None,
    on: dt.date | None = None,
    publish: bool | None = None,
) -> None:
    """Correct a testimonial; the words stay exact."""
    where = "refcli testimonial list"
    row = _row(work, TestimonialRow, testimonial_id, "testimonial has", where)
    row.words = clean_text(words) if words else row.words
    row.on_date = on or row.on_date
    row.publish = row.publish if publish is None else publish
    work.put(row)
    work.say("fact-changed", kind="testimonial", id=testimonial_id, word="testimonial")


def edit_follow_up(
    work: Writing,
    follow_up_id: int,
    *,
    text: str | None = None,
    due: dt.date | None = None,
    every: str | None = None,
    at: str | None = None,
) -> None:
    """Correct a follow-up that was made by hand; others follow from facts."""
    found = work.connection.execute(
        "select custom_id, rule from follow_up where id = ?", (follow_up_id,)
    ).fetchone()
    if found is None:
        raise UnknownName(
            f"no follow-up has the id {follow_up_id}", "see: refcli followup list --all"
        )
    custom, rule = found
    if custom is None:
        raise Refused(
            f"follow-up {follow_up_id} follows from a fact ({rule}), it is not one",
            typed("refcli snooze {} WHEN, or refcli skip {}", follow_up_id, follow_up_id),
        )
    row = _row(work, CustomRow, custom, "follow-up has", "refcli followup list --all")
    if text is not None and not clean_line(text):
        raise UsageError("say what is to be done")
    row.text = clean_line(text) if text else row.text
    row.due_on = due or row.due_on
    row.every = every or row.every
    row.at_time = at or row.at_time
    work.put(row)
    work.say("fact-changed", kind="follow_up", id=follow_up_id, word="follow-up")


def _row(work: Writing, table: type[R], number: int, words: str, where: str) -> R:
    row = work.get(table, number)
    if row is None:
        raise UnknownName(f"no {words} the id {number}", f"see: {where}")
    return row

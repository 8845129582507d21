"""Asks: planned, made, answered, edited."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from sqlmodel import select

from refcli.domain.asks import OPEN_STATES, Answer, AskState, TargetKind, ask_may, narrowness
from refcli.domain.drafts.ask import AskParts
from refcli.domain.drafts.form import Form, Tone
from refcli.domain.interactions import Channel
from refcli.domain.readiness import Blocker
from refcli.domain.text import clean_line, clean_text
from refcli.domain.typed import typed
from refcli.errors import Refused, UnknownName, UsageError
from refcli.read.asks import ask
from refcli.read.campaigns import running_campaign
from refcli.read.names import acquaintance
from refcli.read.objections import objections
from refcli.read.rows import one_number
from refcli.write.interactions import record_interaction
from refcli.write.kit import used_target
from refcli.write.plans import delete_plan
from refcli.write.session import Writing
from refcli.write.tables.ask import AskRow, AskStepRow


class AskCommand(NamedTuple):
    """One request as the user tells it; narrowing parts already hold the target's."""

    contact: int
    on: dt.date
    industry: str | None = None
    looking_for: str | None = None
    qualities: str | None = None
    kind: TargetKind | None = None
    target: int | None = None
    channel: Channel | None = None
    answer: Answer = Answer.PENDING
    is_fact: bool = False
    planned: bool = False
    by: dt.date | None = None
    until: dt.date | None = None
    words: str | None = None
    anyway: bool = False


def make_ask(work: Writing, command: AskCommand) -> int:
    """Record an ask, planned or made, and return its id; an ask planned before is updated.

    Raises Refused when a gate, the pace or the breadth forbids it, unless it is a fact already
    or `anyway` is set.
    """
    row = _planned_row(work, command) or _new_row(command)
    was_drafted = is_drafted(work, row)
    _narrow(row, command)
    _judge(work, row, command)
    row.on_date, row.anyway = command.on, command.anyway
    row.channel = command.channel or row.channel
    if command.words:
        row.words = clean_text(command.words)
    row.confirm_by = command.by
    if not command.words and was_drafted:
        row.words = drafted(work, row)
    row.state = AskState.PLANNED if command.planned else AskState(command.answer.value)
    row.planned_for = command.on if command.planned else row.planned_for
    if row.planned_for is not None and command.on < (row.recorded_on or work.today):
        row.planned_for = None  # it was made before it was planned
    campaign = running_campaign(work.connection, command.on)
    row.campaign_id = campaign.id if campaign else None
    was_planned = row.id is not None
    _note_answer(work, row, command.by, command.until, command.on)
    work.put(row)
    if not command.planned:
        _answered(work, row, command.answer, command.on, was_planned=was_planned)
    if row.target_id is not None:
        used_target(work, row.target_id)
    _say_made(work, row)
    if not command.planned:
        _asked(work, row)
        _say_if_introduced(work, row)
    return row.id or 0


def drafted(work: Writing, row: AskRow) -> str:
    """The ask in words, as they are drafted from its parts and what ties us."""
    parts = AskParts(
        industry=row.industry,
        looking_for=row.looking_for,
        qualities=row.qualities,
        kind=TargetKind(row.kind),
        by=row.confirm_by,
    )
    from refcli.read.draft_facts import Wanted  # noqa: PLC0415  for asks alone
    from refcli.read.drafts import draft_for  # noqa: PLC0415

    wanted = Wanted(row.contact_id, Form.ASK, tone=Tone.PLAIN, parts=parts)
    return draft_for(work.connection, wanted, row.on_date).text


def is_drafted(work: Writing, row: AskRow) -> bool:
    """Whether the words are those that were drafted, with or without a day to report by."""
    if not row.words:
        return True
    by = row.confirm_by
    drafts = [drafted(work, row)]
    row.confirm_by = None
    drafts.append(drafted(work, row))
    row.confirm_by = by
    return row.words in drafts


def _new_row(command: AskCommand) -> AskRow:
    return AskRow(
        contact_id=command.contact,
        on_date=command.on,
        kind=TargetKind.CLIENT,
        words="",
        channel=command.channel or Channel.IN_PERSON,
        state=AskState.PLANNED,
    )


def _planned_row(work: Writing, command: AskCommand) -> AskRow | None:
    """The plan that this ask is; one made long ago is another."""
    late = work.settings.number("late-days")
    if command.is_fact and (work.today - command.on).days > late:
        return None
    query = select(AskRow).where(
        AskRow.contact_id == command.contact, AskRow.state == AskState.PLANNED.value
    )
    return work.first(query)


def _narrow(row: AskRow, command: AskCommand) -> None:
    for name in ("industry", "looking_for", "qualities"):
        value = getattr(command, name)
        if value is not None:
            setattr(row, name, clean_line(value) or None)
    row.kind = command.kind or row.kind
    row.target_id = command.target or row.target_id


def _judge(work: Writing, row: AskRow, command: AskCommand) -> None:
    found = objections(
        work.connection,
        command.contact,
        command.on,
        narrowness(row.industry, row.looking_for),
        today=work.today,
        settings=work.settings,
        own_ask=row.id,
    )
    if not found:
        return
    if not (command.anyway or command.is_fact):
        raise refusal(found, acquaintance(work.connection, command.contact).name)
    for blocker in found:
        work.hint("gate-closed", gate=blocker.code, text=blocker.text)


def refusal(found: Sequence[Blocker], name: str) -> Refused:
    """The refusal of an ask, each reason with its code."""
    reasons = "; ".join(f"{blocker.text} [{blocker.code}]" for blocker in found)
    # Of an ask too broad the words are at fault, not the day or the person.
    is_for_words = all(blocker.code == "too-broad" for blocker in found)
    why = "" if is_for_words else f", {name} should not be asked now"
    return Refused(
        f"not recorded{why}: {reasons}",
        f"{found[0].fix}   (or add --anyway)".lstrip(),
    )


def _note_answer(
    work: Writing,
    row: AskRow,
    by: dt.date | None,
    until: dt.date | None,
    on: dt.date,
) -> None:
    if until is not None and row.state != AskState.LATER:
        raise UsageError("--until goes with the answer `later`", "leave it out, or use --by")
    if by is not None and row.state not in (AskState.PROMISED, AskState.PENDING):
        raise UsageError("--by goes with the answers `promised` and `pending`")
    days = work.settings.days()["ask-promised.confirm"]
    default_by = on + dt.timedelta(days=days) if row.state == AskState.PROMISED else None
    row.confirm_by = by or default_by
    row.until = until
    is_answer = row.state in (AskState.PROMISED, AskState.DECLINED, AskState.LATER)
    row.answered_on = on if is_answer else None


def _say_made(work: Writing, row: AskRow) -> None:
    name = acquaintance(work.connection, row.contact_id).name
    if row.state == AskState.PLANNED:
        work.say("ask-planned", ask=row.id, contact=row.contact_id, name=name, on=row.on_date)
        return
    work.say(
        "ask-made",
        ask=row.id,
        contact=row.contact_id,
        name=name,
        channel=Channel(row.channel),
        on=row.on_date,
        state=row.state,
    )
    if row.channel != Channel.IN_PERSON:
        work.hint("face-to-face")


def _asked(work: Writing, row: AskRow) -> None:
    record_interaction(
        work,
        [row.contact_id],
        on=row.on_date,
        channel=Channel(row.channel),
        text="",
        origin="ask",
        origin_id=row.id,
    )


def _answered(
    work: Writing, row: AskRow, answer: Answer, on: dt.date, *, was_planned: bool = False
) -> None:
    """Take an answer down; that there is none yet says itself, unless it makes a plan an ask."""
    _give_up_plans(work, row, on)
    until = row.until if answer is Answer.LATER else row.confirm_by
    if answer is Answer.PENDING and not was_planned and until is None:
        return
    work.put(
        AskStepRow(
            ask_id=row.id or 0,
            answer=answer,
            on_date=on,
            until=until,
            recorded_on=work.today,
        )
    )


def _give_up_plans(work: Writing, row: AskRow, on: dt.date) -> None:
    """Whoever was asked or has answered is not to be asked by a plan that was made before."""
    for (plan,) in work.connection.execute(
        "select id from ask where contact_id = :contact and state = 'planned'"
        " and id <> :ask and recorded_on <= :on",
        {"contact": row.contact_id, "ask": row.id, "on": on.isoformat()},
    ).fetchall():
        delete_plan(work, plan)


def ask_row(work: Writing, ask_id: int) -> AskRow:
    """The row of an ask; raises UnknownName when there is none of that id."""
    row = work.get(AskRow, ask_id)
    if row is None:
        raise UnknownName(f"no ask has the id {ask_id}", "see: refcli ask list")
    return row


def answer_ask(
    work: Writing,
    ask_id: int,
    answer: Answer,
    *,
    by: dt.date | None = None,
    until: dt.date | None = None,
) -> None:
    """Record what the contact said; a planned ask has been made by then."""
    row = ask_row(work, ask_id)
    state = ask(work.connection, ask_id, work.today).state
    step = AskState(answer.value)
    who = acquaintance(work.connection, row.contact_id)
    if not ask_may(state, step):
        raise Refused(
            f"ask {ask_id} to {who.name} is {state}, so it cannot become {step}",
            typed("refcli ask show {}", ask_id),
        )
    was_planned = row.state == AskState.PLANNED
    if was_planned:
        row.on_date = work.today
    row.state = step
    _note_answer(work, row, by, until, work.today)
    work.put(row)
    work.say("ask-answered", ask=ask_id, contact=row.contact_id, name=who.name, state=step)
    _answered(work, row, answer, work.today, was_planned=was_planned)
    if was_planned:
        _asked(work, row)
    if step is AskState.PROMISED:
        work.hint("promised-next", who=who.person, ask=ask_id)
    if was_planned:
        _say_if_introduced(work, row)


def _say_if_introduced(work: Writing, row: AskRow) -> None:
    """Of one day the ask comes first, so that an introduction of that day is its answer."""
    of_day = (
        "select exists (select 1 from intro_party where part = 'source' and contact_id = :contact"
        " and on_date = :day and not is_history and coalesce(fixed_ask_id, :ask) = :ask)"
    )
    told = {"contact": row.contact_id, "day": row.on_date.isoformat(), "ask": row.id}
    if row.state in OPEN_STATES and one_number(work.connection, of_day, told):
        work.hint("ask-introduced", ask=row.id)

"""What a sentence says: with whom, when, how, and whether it happened or is to come."""

import datetime as dt
import re
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.dates import Look
from refcli.domain.interactions import Channel, Direction
from refcli.domain.sentence import words as w
from refcli.domain.sentence.about import place_in, plain_words, subject_of
from refcli.domain.sentence.behind import named_alongside, named_aside, telling
from refcli.domain.sentence.clock import in_the_evening, is_evening
from refcli.domain.sentence.how import how_told
from refcli.domain.sentence.introduced import refuse_introduction
from refcli.domain.sentence.parts import Head, Mention, Part, People, Sort, is_relation
from refcli.domain.sentence.promises import promise_at
from refcli.domain.sentence.scan import scan
from refcli.domain.sentence.several import refuse_news, refuse_several
from refcli.domain.sentence.text import read_text
from refcli.domain.sentence.twice import refuse_answered, refuse_second
from refcli.domain.sentence.unhappened import (
    Told,
    is_in_vain,
    is_missed,
    refuse_unhappened,
)
from refcli.domain.sentence.whom import who_told, wrote_first
from refcli.domain.when.parse import checked
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError


class Tense(StrEnum):
    """Whether it happened, is to come, or was tried in vain: by me, or by them."""

    PAST = "past"
    PLANNED = "planned"
    ATTEMPT = "attempt"
    MISSED = "missed"


class Moment(NamedTuple):
    """When: `other` is the day of the other reading where nothing said which way."""

    day: dt.date
    begins: str | None = None
    until: str | None = None
    other: dt.date | None = None
    is_told: bool = False


class Sentence(NamedTuple):
    """What a sentence says.

    `is_how_told` is whether it said over which channel, `is_spoken` whether it only said that they
    spoke, `place` where it is to be and `subject` what it is about; `spoken_of` are contacts whom
    it names besides, and who were not there as it was understood.
    """

    text: str
    who: tuple[Mention, ...]
    when: Moment
    channel: Channel
    direction: Direction
    tense: Tense
    tags: tuple[str, ...]
    is_how_told: bool
    place: str | None = None
    subject: str | None = None
    is_spoken: bool = False
    spoken_of: tuple[str, ...] = ()


class Clock(NamedTuple):
    """Now: the day, the time as HH:MM, and which way a bare weekday is meant."""

    reader: Reader
    time: str
    is_ahead: bool = False


def read_sentence(raw: str, people: People, clock: Clock) -> Sentence:
    """Read a sentence; raises UsageError for a day or a time that is none, or two of them."""
    # A day of what is promised in it is not the day on which it took place.
    tells = telling(people, clock.reader)
    whole, end = read_text(raw, tells), promise_at(raw)
    text = whole if end == len(raw) else read_text(raw[:end], tells)
    head = scan(text, people, clock.reader)
    kept = _kept(raw, head)
    said = text.low[: head.end].rstrip()
    tense = _attempted(text.low, said)
    if tense is Tense.ATTEMPT and _is_left_by_them(head):
        tense = Tense.MISSED
    mentions, is_theirs = who_told(head, is_tried=tense is not None, is_ahead=clock.is_ahead)
    first = next((m.typed for m in mentions if not is_relation(m.typed)), "NAME")
    if tense is not None:
        refuse_answered(text.low, first)
    else:
        has_verb = bool(w.PAST & set(plain_words(head)))
        refuse_unhappened(Told(text.low, said, first, clock.reader, has_verb))
        refuse_introduction(head)
        refuse_news(head, first)
    refuse_several(head)
    refuse_second(head, people, clock.reader)
    channel, is_told = how_told(head)
    moment, is_planned = _when(head, clock, is_tried=tense is not None)
    moment = _lasting(moment, head, is_planned=is_planned)
    if tense is not None:
        direction = Direction.IN if tense is Tense.MISSED else Direction.OUT
        # A message that is left is spoken on a machine.
        is_written = channel in w.WRITTEN and "left" not in said.split()
        is_there = is_written or channel is Channel.VIDEO
        is_there = is_there or not w.GOING_THERE.isdisjoint(said.split())
        spoken = channel if is_there else Channel.CALL
        return Sentence(
            kept, mentions, moment, spoken, direction, tense, whole.tags, is_how_told=True
        )
    direction = Direction.BOTH
    if channel in w.WRITTEN:
        is_theirs = is_theirs or wrote_first(head) or bool(re.search(w.THEIR_POST, said))
        is_theirs = is_theirs or bool(re.search(w.RECEIVED, said))
        is_theirs = is_theirs and re.match(r"(?:i )?(?:answered|replied) ", said) is None
        direction = Direction.IN if is_theirs else Direction.OUT
    tense = Tense.PLANNED if is_planned else Tense.PAST
    aside = named_aside(head, people, clock.reader)
    return Sentence(
        text=kept,
        who=mentions,
        when=moment,
        channel=channel,
        direction=direction,
        tense=tense,
        tags=whole.tags,
        is_how_told=is_told,
        place=place_in(head),
        subject=subject_of(_without_names(head, aside), has_occasion=is_planned),
        spoken_of=_spoken_of(
            (*_in_head(head), *named_alongside(head, people, clock.reader), *aside), mentions
        ),
        is_spoken=channel is Channel.CALL
        and not is_told
        and not w.SPOKEN.isdisjoint(word.low for word in text.words if word.start < head.end),
    )


def _in_head(head: Head) -> list[Mention]:
    return [Mention(part.text, part.ids) for part in head.parts if part.sort is Sort.NAME]


def _without_names(head: Head, named: list[Mention]) -> Head:
    """The head without the brackets that only say who somebody is: `Ben (Okoye)`."""
    names = {mention.typed for mention in named}
    asides = tuple(aside for aside in head.text.asides if aside not in names)
    return head._replace(text=head.text._replace(asides=asides))


def _spoken_of(named: tuple[Mention, ...], there: tuple[Mention, ...]) -> tuple[str, ...]:
    """Contacts whom the sentence names besides those who were there."""
    known = {number for mention in there for number in mention.ids}
    others = [mention for mention in named if mention.ids and known.isdisjoint(mention.ids)]
    return tuple(dict.fromkeys(mention.typed for mention in others))


def _kept(raw: str, head: Head) -> str:
    """What is kept of the sentence: all of it, but for a day before a colon, which is its date."""
    prefix = [part for part in head.parts if part.sort in (Sort.DAY, Sort.HOURS)]
    first = len(prefix)
    words = head.text.words
    if prefix and list(head.parts[:first]) == prefix and ":" in words[prefix[-1].last - 1].tail:
        return raw.partition(":")[2].strip() if not _has_hours(prefix) else raw.strip()
    return raw.strip()


def _has_hours(parts: list[Part]) -> bool:
    return any(part.sort is Sort.HOURS for part in parts)


def _attempted(low: str, said: str) -> Tense | None:
    if is_missed(low, said):
        return Tense.MISSED
    return Tense.ATTEMPT if is_in_vain(low, said) else None


def _is_left_by_them(head: Head) -> bool:
    """Whether it is somebody else who left a message: `Eva left a voicemail`."""
    first = head.parts[0]
    is_theirs = first.sort is Sort.NAME and not head.text.words[first.last - 1].tail
    return is_theirs and head.text.at(first.last) == "left"


# --- when -----------------------------------------------------------------------------------------


def _when(head: Head, clock: Clock, *, is_tried: bool) -> tuple[Moment, bool]:
    """(the moment, whether it is to come)."""
    today = clock.reader.today
    said = plain_words(head)
    low = head.text.low[: head.end]
    is_made_for = re.search(w.MADE_FOR, low) is not None
    is_past = is_tried or (bool(w.PAST & set(said)) and not is_made_for)
    is_future = not is_past and (is_made_for or bool(w.FUTURE & set(said)))
    days = [part for part in head.parts if part.sort is Sort.DAY]
    hours = [part.hours for part in head.parts if part.hours is not None]
    if len({(h.begins, h.until) for h in hours}) > 1:
        raise UsageError(
            f"two times: {hours[0].begins} and {hours[1].begins}", "nothing was saved; say one"
        )
    if days and not is_past:
        is_arranged = bool(w.ARRANGED & set(said)) or bool(re.search(w.TO_COME, low))
        is_future = is_future or (is_arranged and _can_come(days[0], today))
    begins, until = (hours[0].begins, hours[0].until) if hours else (None, None)
    if begins is not None and is_evening(low):
        begins, until = in_the_evening(begins), until and in_the_evening(until)
    if not days:
        return _today(begins, until, clock, is_past=is_past, is_future=is_future)
    has_hour = begins is not None
    read = [
        _one_day(part, clock, is_past=is_past, is_ahead=is_future, has_hour=has_hour)
        for part in days
    ]
    if len({day for day, _ in read}) > 1:
        raise UsageError(
            f"two days: {days[0].text} and {days[1].text}",
            "nothing was saved; say one of them, and the next meeting with --next",
        )
    day, other = read[0]
    look = Look.BACK if day <= today else Look.AHEAD
    day = checked(day, days[0].text, today, look)
    moment = Moment(day, begins, until, other, is_told=True)
    return moment, _is_to_come(moment, clock, days[0].text, is_past=is_past, is_future=is_future)


def _lasting(moment: Moment, head: Head, *, is_planned: bool) -> Moment:
    """The moment with when it ends, where it is told how long it takes."""
    lasting = next((part for part in head.parts if part.length), None)
    if lasting is None or moment.until is not None:
        return moment
    if moment.begins is not None:
        from refcli.domain.appointments import ends_at, minutes_of

        return moment._replace(until=ends_at(moment.begins, minutes_of(lasting.length)))
    if is_planned:
        raise UsageError(f"{lasting.text} needs the hour when it begins", "such as: thu 10:00")
    return moment


def _can_come(part: Part, today: dt.date) -> bool:
    """Whether a day can lie ahead: yesterday cannot."""
    ahead = part.days[1] if part.days is not None else today
    return isinstance(ahead, dt.date) and ahead > today


def _today(
    begins: str | None, until: str | None, clock: Clock, *, is_past: bool, is_future: bool
) -> tuple[Moment, bool]:
    moment = Moment(clock.reader.today, begins, until)
    if begins is None:
        if is_future:
            raise UsageError("when will that be?", "nothing was saved; say the day")
        return moment, False
    if not is_past and begins <= clock.time:
        raise UsageError(
            f"{begins} today is gone", "nothing was saved; say what happened, or another day"
        )
    return moment, not is_past


def _one_day(
    part: Part, clock: Clock, *, is_past: bool, is_ahead: bool, has_hour: bool
) -> tuple[dt.date, dt.date | None]:
    """(the day, that of the other reading where nothing says which)."""
    assert part.days is not None  # noqa: S101  a part of the sort DAY has them
    back, ahead = part.days
    if is_past or is_ahead:
        return _sure(back if is_past else ahead), None
    is_only_ahead = isinstance(back, UsageError) and not isinstance(ahead, UsageError)
    if is_only_ahead or clock.is_ahead:
        return _sure(ahead), None
    back = _sure(back)
    if isinstance(ahead, UsageError) or back == ahead:
        return back, None
    today = clock.reader.today
    is_weekday = (ahead - back).days <= 7  # noqa: PLR2004  a week
    # An hour makes a weekday an appointment, and a date the nearer of the two.
    is_nearer = today - back <= ahead - today
    day = back if (not has_hour if is_weekday else is_nearer) else ahead
    return day, ahead if day == back else back


def _sure(reading: dt.date | UsageError) -> dt.date:
    if isinstance(reading, UsageError):
        raise reading
    return reading


def _is_to_come(moment: Moment, clock: Clock, said: str, *, is_past: bool, is_future: bool) -> bool:
    today = clock.reader.today
    if is_past and moment.day > today:
        raise UsageError(
            f"{moment.day.isoformat()} has not happened yet: {said}",
            "nothing was saved; plan it with: refcli meet",
        )
    if is_future and moment.day < today:
        raise UsageError(
            f"{moment.day.isoformat()} is over: {said}", "nothing was saved; say what happened"
        )
    if is_past or moment.day < today:
        return False
    if moment.day > today:
        return True
    if moment.begins is not None:
        if moment.begins <= clock.time:
            raise UsageError(
                f"{moment.begins} today is gone",
                "nothing was saved; say what happened, or another day",
            )
        return True
    return is_future or said == "tonight"

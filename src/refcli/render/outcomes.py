"""What a command did, in words and as JSON: the one place where its sentences are made."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Protocol

from refcli.domain.contacts import Person
from refcli.domain.day_words import day_text, full_day_text, yearly_text
from refcli.domain.due import DueItem, lateness_words
from refcli.domain.kinds import KEEP_IN_TOUCH
from refcli.domain.outcomes import Hint, Money, Outcome
from refcli.domain.text import Worded, plural, shown
from refcli.domain.typed import typed
from refcli.render.output import Json

# A part in brackets is left out when one of its values is None. After the colon: `iso` for a day
# as it is typed, `full` for one with its weekday and date, `words` for a word of the domain as
# people say it, `n WORD` for so many of them.
SENTENCES: dict[str, tuple[str, ...]] = {
    "contact-added": ("added {name} (@{contact})[, {nature:words}]",),
    "contact-changed": ("changed {name} (@{contact})[: {what}]",),
    "contact-unchanged": ("nothing to change for {name}",),
    "sorting-put-off": ("{name} stays unsorted for now",),
    "round-left-out": ("left {name} out of this round",),
    "contact-rested": ("{name} rests until {until}",),
    "contact-dropped": ("dropped {name} from your referral network: {because}",),
    "contact-restored": ("{name} is back in your referral network",),
    "contact-forgiven": (
        "{name} starts afresh: what you gave before today no longer counts against them",
    ),
    "contacts-tied": ("{tied}",),
    "contacts-untied": ("{name} and {other_name} are no longer tied",),
    "contact-merged": ("merged {other_name} (@{other}) into {name} (@{contact})",),
    "introductions-united": ("introduction {other} of {name} was {intro} again, and is gone",),
    "contact-forgotten": (
        "forgot the contact and what was said about them; this cannot be undone",
    ),
    "who-was-forgotten": ("that was {name}",),
    "names-taken-out": ("took the name out of {count:n text} about others[: {names}]",),
    "introductions-forgotten": ("with them went {count:n introduction}",),
    "contact-tagged": ("tagged {name}: {tags}",),
    "contact-became-client": ("{name} is a client now",),
    "date-noted": (
        "noted for {name}: {label}, {day:yearly}, next {next:full}[, {notice:n day} ahead]",
    ),
    "date-changed": (
        "changed for {name}: {label}, {day:yearly}, next {next:full}[, {notice:n day} ahead]",
    ),
    "date-removed": ("{name} has no date called {label} any more",),
    "focus-noted": ("noted what {name} is working on: {focus}",),
    "focus-cleared": ("what {name} is working on is not known any more",),
    "exchange-logged": (
        "logged {names} {channel:words}, {on:full}[ at {time}] (interaction {interaction})",
    ),
    "attempt-logged": (
        "tried {names} {channel:words}, {on:full}: no exchange (interaction {interaction})",
    ),
    "call-missed": (
        "missed a call of {names}, {on:full}: no exchange (interaction {interaction})",
    ),
    "appointment-made": (
        (
            "planned: {names} {channel:words}, {day:full}[ at {time}][, {place}][: {about}]"
            " (appointment {appointment})"
        ),
    ),
    "appointment-moved": (
        (
            "moved: {names} {channel:words}, {day:full}[ at {time}][, {place}][: {about}]"
            " (appointment {appointment})"
        ),
    ),
    "appointment-cancelled": (
        (
            "cancelled: {names} {channel:words}, {day:full}[ at {time}][, {place}][: {about}]"
            " (appointment {appointment})"
        ),
    ),
    "exchange-changed": ("changed interaction {interaction}: {names}, {on}",),
    "ask-planned": ("planned to ask {name} {on} (ask {ask})",),
    "ask-made": ("recorded the ask to {name} {channel:words}, {on}, {state} (ask {ask})",),
    "ask-answered": ("ask {ask} to {name} is {state}",),
    "ask-changed": ("changed ask {ask}",),
    "ask-unplanned": ("the ask to {name} is no longer planned",),
    "intro-received": ("{source} {verb} {name}, {on}: {rung:words} (intro {intro})",),
    "intro-given": ("{name} to {partner}, {on}: {state} (intro {intro})",),
    "left-out-of-review": (
        "left out: something with somebody who was taken away in another shell meanwhile",
    ),
    "not-through": ("{name} is not known through {through} any more",),
    "intro-changed": ("changed intro {intro} with {name}",),
    "intro-made": ("the introduction to {name} is made, {on}[, worth {worth}] (intro {intro})",),
    "intro-reached": ("reached {name}, {on}[, worth {worth}] (intro {intro})",),
    "intro-won": ("won {name} as a client, {on}[, worth {worth}] (intro {intro})",),
    "intro-joined": (
        (
            "{source} introduced {name} too and joins introduction {intro};"
            " for one of its own: --separate"
        ),
    ),
    "intro-came-true": (
        "what {name} was introduced for ({kind}) came about, {on}[, worth {worth}] (intro {intro})",
    ),
    "intro-lost": (
        "{name} came to nothing ({step}[: {because}]), {on}[, worth {worth}] (intro {intro})",
    ),
    "intro-bad": ("the introduction of {name} went wrong, {on}[, worth {worth}] (intro {intro})",),
    "intro-moved": ("the introduction of {name} is {step}, {on}[, worth {worth}] (intro {intro})",),
    "give-reached": ("{name} and {partner} have spoken, {on}[, worth {worth}] (intro {intro})",),
    "give-won": ("{name} and {partner} do business, {on}[, worth {worth}] (intro {intro})",),
    "follow-up-added": ("added a follow-up for {name}[, {every}]",),
    "follow-up-done": ("done: {action} ({follow_up})",),
    "follow-up-skipped": ("skipped: {action} ({follow_up})[: {because}]",),
    "follow-up-tried": ("tried: {action}",),
    "follow-ups-moved": ("{moved:n follow-up} moved or opened[, {closed} closed]",),
    "follow-ups-put-off": ("put off until {until}",),
    "thanks-given": ("thanked {name}[ {how:words}], {on}",),
    "thanks-received": ("{name} thanked you[ for introduction {intro}], {on}",),
    "favor-given": ("gave back to {name}: {what}",),
    "favor-received": ("{name} did for you: {what}",),
    "work-recorded": (
        "recorded work for {name}: {what}[, rated {rating}] (engagement {engagement})",
    ),
    "work-changed": ("changed engagement {engagement}: {what}",),
    "testimonial-taken": ("took down what {name} said of you",),
    "partner-noted": ("noted {name} as a partner",),
    "kit-set": ("the kit says under {field}: {text}",),
    "kit-cleared": ("the kit says nothing under {field} any more",),
    "template-kept": ("{slot}: your own words are kept",),
    "template-dropped": ("{slot}: the built-in words stand again",),
    "kit-shown": ("showed {name} whom you help and how",),
    "target-added": ("added the target {name}",),
    "target-changed": ("changed the target {name}",),
    "target-removed": ("removed the target {name}",),
    "campaign-begun": ("{name} runs until {until}",),
    "campaign-ended": ("{name} has ended",),
    "fact-deleted": ("deleted {word} {id}[ ({who})][, and with it {with_it}]",),
    "fact-changed": ("changed {word} {id}",),
    "as-before": ("nothing to change: it is so already",),
    "setting-changed": ("{name} is {value}",),
    "review-finished": ("finished the review",),
    "people-imported": (
        (
            "imported {new:n new contact} and updated {updated}"
            "[, {exchanges:n interaction}][, {intros:n introduction}] from {file}"
        ),
    ),
    "store-imported": ("imported {rows:n row} of a whole export",),
    "sample-made": ("made a sample practice of two years with {contacts} contacts",),
    "follow-ups-repaired": ("put the follow-ups right",),
    "undone": ("undid {entry} ({command}): {summary}", "[which {changes}]"),
    "redone": ("did {entry} ({command}) again: {summary}",),
    "file-written": ("wrote {file}",),
    "testimonials-written": ("wrote {count} that you may show to {file}",),
    "backup-made": ("backed up to {file}",),
    "backup-restored": ("restored {contacts:n contact} from {file}",),
    "unsaved-texts-deleted": ("deleted {count:n unsaved text} that spoke of them",),
    "backups-deleted": ("deleted {count:n backup} that held them, and made a new one",),
}
# What the user may want to know or do next; `typed` is a value as a line to type has it.
HINTS: dict[str, str] = {
    "consent-next": "when they agree: refcli intro consent {intro} yes",
    "made-next": "then: refcli intro made {who:typed}",
    "reached-next": "then: refcli intro reached {who:typed}",
    "decided-next": (
        "when it is decided: refcli intro won {who:typed} --value 1200,"
        " or refcli intro lost {who:typed} --because not-interested"
    ),
    "handover-next": "now tell them both: refcli write {who:typed} --form handover",
    "repaired-next": "no ask of either until it is settled: refcli intro repaired {intro}",
    "promised-next": 'when they have: refcli intro {who:typed} "PROSPECT" --ask {ask}',
    "date-listed-only": (
        "only listed, until they matter by a tier or a basis:"
        " refcli contact edit {who:typed} --tier B"
    ),
    "introductions-alike": (
        "introductions {one} and {other} are of the same people now, and each says what the other"
        " does not; take one back: {line}"
    ),
    "merge-left-out": (
        "the other said otherwise, and that is gone now: {what}; back with: refcli undo"
    ),
    "introduced-next": (
        'when they have introduced you: refcli intro {who:typed} "PROSPECT" --ask {ask}'
    ),
    "campaign-next": "asks made while it runs belong to it: refcli ask who",
    "redo-next": "to take this back: refcli redo",
    "ask-introduced": (
        "the introduction of that day is taken for its answer; was it asked for afterwards:"
        " refcli ask edit {ask} --on WHEN"
    ),
    "ask-lapsed": "ask {ask} to {name} has lapsed",
    "introduced-with-others": (
        "introduction {intro} is of {names}, too, and stands apart; for the others alone: {line}"
    ),
    "series-over": "it came {every}, and comes no more; to leave out this one only: refcli undo,"
    " then: refcli done {follow_up}",
    "face-to-face": "face to face, people say yes far more often than in writing",
    "gate-closed": "{gate}: {text}",
    "gift-rules": (
        "your profession ({profession}) may have rules on gifts for referrals: look them up"
    ),
    "partner-rests": "{name} rests until {until}",
    "still-broad": "still broad: it wants {missing}",
    "unreachable-next": (
        "three tries reached nobody: another channel, or"
        " refcli intro lost {intro} --because unreachable"
    ),
    "taker": "{name} has had {given} things from you, nothing came back [taker]",
}
_OPTIONAL = re.compile(r"\[([^][]*)\]")


class _Wording(Formatter):
    """Puts values into a template, as they are on a day."""

    def __init__(self, today: dt.date) -> None:
        self.today = today

    def _day(self, day: dt.date, format_spec: str) -> str:
        return (full_day_text if format_spec == "full" else day_text)(day, self.today)

    def format_field(self, value: object, format_spec: str) -> str:
        """One value by its kind and by what stands after the colon."""
        if isinstance(value, dt.date):
            return self._day(value, format_spec)
        if isinstance(value, Money):
            from refcli.domain.money import money_text

            return money_text(value.cents, value.currency)
        if format_spec.startswith("n ") and isinstance(value, int):
            return plural(value, format_spec[2:])
        return _as_told(value, format_spec)


def _as_told(value: object, format_spec: str) -> str:
    if format_spec == "yearly" and isinstance(value, str):
        return yearly_text(value)
    if format_spec == "words" and isinstance(value, Worded):
        return value.words
    if format_spec == "typed" and isinstance(value, Person):
        return typed("{}", value)
    return str(value)


def sentences(outcomes: Iterable[Outcome], today: dt.date) -> tuple[str, ...]:
    """A sentence or two for each thing done."""
    wording = _Wording(today)
    made = (
        wording.vformat(_wanted(template, done.said), (), dict(done.said))
        for done in outcomes
        for template in SENTENCES[done.code]
    )
    # Names of files are as hostile as names of people.
    return tuple(shown(sentence) for sentence in made if sentence)


def hinted(hints: Iterable[Hint], today: dt.date) -> tuple[str, ...]:
    """A sentence for each hint."""
    wording = _Wording(today)
    return tuple(wording.vformat(HINTS[hint.code], (), dict(hint.said)) for hint in hints)


def events_json(outcomes: Iterable[Outcome]) -> list[Json]:
    """As `events` of `--json` has them: the code, then the ids."""
    return [{"code": done.code, **done.ids} for done in outcomes]


def _wanted(template: str, said: Mapping[str, object]) -> str:
    """The template without the brackets, and without what stands in them where nothing is said."""

    def part(match: re.Match[str]) -> str:
        names = [name for _, name, _, _ in Formatter().parse(match[1]) if name]
        return match[1] if all(said.get(name) is not None for name in names) else ""

    return _OPTIONAL.sub(part, template)


class DidToFollowUps(Protocol):
    """What a writing command did, and what that did to follow-ups."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Each thing done."""
        ...

    @property
    def opened(self) -> tuple[DueItem, ...]:
        """Opened or moved."""
        ...

    @property
    def closed(self) -> tuple[DueItem, ...]:
        """Closed."""
        ...

    @property
    def gone(self) -> tuple[DueItem, ...]:
        """Never owed, since their fact was taken back."""
        ...


def opened_line(item: DueItem) -> str:
    """`due tomorrow: Thank Anna Weiss … (12)`; a yearly date says from when on it shows."""
    if item.occurs is not None:
        return f"shows {lateness_words(item.days_late)}: {item.line} ({item.id})"
    return f"due {item.when}: {item.line} ({item.id})"


def closed_line(item: DueItem) -> str:
    """`done: Thank Anna Weiss … (12)`, or how else it ended."""
    how = "no longer due" if item.closing == "replaced" else item.closing
    return f"{how}: {item.line} ({item.id})"


def gone_line(item: DueItem) -> str:
    """`never owed: Thank Anna Weiss … (12)`: the fact that asked for it was taken back."""
    return f"never owed: {item.line} ({item.id})"


def told(written: DidToFollowUps) -> tuple[tuple[DueItem, ...], ...]:
    """What is worth a line beside the outcomes: (opened, closed, gone).

    Without what the outcomes name themselves, and without a rhythm that just begins anew.
    """
    opened, closed = (_once(items) for items in (written.opened, written.closed))
    named = {done.ids.get("follow_up") for done in written.outcomes}
    renewed = {i.contact_id for i in opened if i.kind == KEEP_IN_TOUCH}
    kept = tuple(
        i
        for i in closed
        if i.id not in named and (i.kind != KEEP_IN_TOUCH or i.contact_id not in renewed)
    )
    gone = tuple(i for i in written.gone if i.kind != KEEP_IN_TOUCH or i.contact_id not in renewed)
    return opened, kept, gone


def _once(items: tuple[DueItem, ...]) -> tuple[DueItem, ...]:
    """An appointment with several people is said once."""
    seen: set[int] = set()
    kept = []
    for item in items:
        if item.appointment is None or item.appointment not in seen:
            kept.append(item)
        if item.appointment is not None:
            seen.add(item.appointment)
    return tuple(kept)

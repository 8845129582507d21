"""Follow-ups as they are listed: plain values, since the quick lane imports this."""

import datetime as dt

from refcli.domain.kinds import urgency

_EDGES = ".,;:!?()\"'"
_SHORT = 2


class DueItem:
    """One follow-up, open or closed; `action` is the sentence to do, `due` an ISO date.

    `others` are the other people in it, by id and name, `repeats` how often it comes again.
    `time` and `until` are HH:MM, `appointment` the number of one.
    `reach_at` is the phone number or address that a `reach` needs, `closing` how it ended.
    `occurs` is the day of a yearly date, of which `due` is a warning.
    """

    __slots__ = (
        "action",
        "appointment",
        "ask",
        "closed_on",
        "closing",
        "contact_id",
        "contact_name",
        "days_late",
        "due",
        "engagement",
        "id",
        "intro",
        "kind",
        "note",
        "occurs",
        "others",
        "place",
        "reach_at",
        "repeats",
        "round",
        "rule",
        "time",
        "today",
        "tries",
        "until",
        "urgency",
    )

    def __init__(
        self,
        *,
        id: int,  # noqa: A002  the name that lists print
        kind: str,
        contact_id: int,
        contact_name: str,
        due: str,
        action: str,
        rule: str,
        today: str,
        weights: dict[str, int],
        ask: int | None = None,
        intro: int | None = None,
        engagement: int | None = None,
        round: int = 0,  # noqa: A002  the column's name
        tries: int = 0,
        others: tuple[tuple[int, str], ...] = (),
        repeats: str | None = None,
        time: str | None = None,
        until: str | None = None,
        place: str | None = None,
        appointment: int | None = None,
        reach_at: str = "",
        closed_on: str | None = None,
        closing: str | None = None,
        note: str | None = None,
        occurs: str | None = None,
    ) -> None:
        self.id = id
        self.kind = kind
        self.contact_id = contact_id
        self.contact_name = contact_name
        self.due = due
        self.action = action
        self.rule = rule
        self.ask = ask
        self.intro = intro
        self.engagement = engagement
        self.round = round
        self.tries = tries
        self.others = others
        self.repeats = repeats
        self.time = time
        self.until = until
        self.place = place
        self.appointment = appointment
        self.reach_at = reach_at
        self.closed_on = closed_on
        self.closing = closing
        self.note = note
        self.occurs = occurs
        self.today = today
        self.days_late = (dt.date.fromisoformat(today) - dt.date.fromisoformat(due)).days
        # A yearly date grows urgent around its day, however early it is shown.
        day = dt.date.fromisoformat(occurs or due)
        self.urgency = urgency(kind, (dt.date.fromisoformat(today) - day).days, weights)

    @property
    def is_late(self) -> bool:
        """Whether its day is over; a yearly date is not late before it has come."""
        return self.today > (self.occurs or self.due)

    @property
    def when(self) -> str:
        """When it is, or was, in words: `3 days late`, `today`; of a yearly date `3 days ago`."""
        if self.occurs is None:
            return lateness_words(self.days_late)
        gone = (dt.date.fromisoformat(self.today) - dt.date.fromisoformat(self.occurs)).days
        return lateness_words(gone).replace("late", "ago")

    @property
    def line(self) -> str:
        """The action; of a follow-up by hand with its person, where not said, and its hour."""
        if self.kind != "custom":
            return self.action
        said = {word.strip(_EDGES) for word in self.action.lower().replace("'s", "").split()}
        names = (word.strip(_EDGES) for word in self.contact_name.lower().split())
        is_said = any(word in said for word in names if len(word) > _SHORT)
        line = self.action if is_said else f"{self.contact_name}: {self.action}"
        return f"{line}, at {self.time}" if self.time else line


def lateness_words(days_late: int) -> str:
    """How late, in words: `3 days late`, `today`, `tomorrow`, `in 5 days`."""
    if days_late > 0:
        return "1 day late" if days_late == 1 else f"{days_late} days late"
    if days_late == 0:
        return "today"
    return "tomorrow" if days_late == -1 else f"in {-days_late} days"


def sentence(action: str, contact: str, others: list[str]) -> str:
    """The action with the names in it as they are now."""
    other = _listed(others) if others else "them"
    return action.replace("{contact}", contact).replace("{other}", other)


def meeting_words(names: list[str], time: str | None, place: str | None, about: str | None) -> str:
    """An appointment as something to do: `Meet Anna and Bob at 10:00, Café X: the lease`."""
    who = _listed(names)
    when = f" at {time}" if time else ""
    return f"Meet {who}{when}{f', {place}' if place else ''}{f': {about}' if about else ''}"


def _listed(names: list[str]) -> str:
    """As `domain.text.joined`, which the quick lane does without."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def in_order(items: list[DueItem]) -> list[DueItem]:
    """Most urgent first, a contact's items together under the most urgent of them.

    What is due today or late comes before all that is not.
    """
    is_ahead = [item for item in items if item.days_late < 0]
    if is_ahead and len(is_ahead) < len(items):
        return in_order([item for item in items if item.days_late >= 0]) + in_order(is_ahead)
    ranked = sorted(items, key=lambda item: (-item.urgency, item.due, item.id))
    # Appointments change places among themselves, so that they stand by the clock.
    timed = [item for item in ranked if item.time]
    by_clock = iter(sorted(timed, key=lambda i: (-i.urgency, i.due, i.time or "", i.id)))
    ranked = [next(by_clock) if item.time else item for item in ranked]
    by_contact: dict[int, list[DueItem]] = {}
    for item in ranked:
        by_contact.setdefault(item.contact_id, []).append(item)
    return [item for group in by_contact.values() for item in group]

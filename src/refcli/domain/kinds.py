"""The kinds of follow-up: one row a kind, with all that any code asks of one.

Imports nothing at all, since the quick lane reads the weights here. docs/follow-ups.md shows the
table; a test holds the two together.
"""

# What a follow-up of a kind is about: it can be opened only by an event that has one of these.
INTRO, ASK_MADE, ENGAGEMENT = "intro", "ask", "engagement"

# Which date stays when the same follow-up is opened again.
EARLIER, LATER, TOLD_LAST, BOTH = "earlier", "later", "told last", "both"

# Where `--how` of `done` is looked up.
CHANNELS, THANKS_FORMS, FAVOR_FORMS, NO_HOW = "channel", "thanks", "favor", ""


class Kind(str):  # noqa: SLOT000  sixteen kinds need no slots
    """A kind by its name, with its traits.

    `weight` is its urgency. `doer` names what `done` does (write/done.py), `over` the channel of an
    exchange that it records. `origins` are what it can be about, none where it needs nothing.
    `once` means at most one a contact, whatever it is about; `stays` which date does on collision.
    `happens_once` means that there can be no second, `needs_note` that `done` asks what was done.
    `tells_fact` says that `done` tells a fact rather than takes a decision.
    `outlives_drop` stays open when its contact is dropped; `waits_for_rest` is not due while its
    contact rests.
    """

    weight: int
    words: str
    done: str
    doer: str
    over: str
    hows: str
    origins: tuple[str, ...]
    once: bool
    stays: str
    happens_once: bool
    needs_note: bool
    is_thanks: bool
    is_chasing: bool
    outlives_drop: bool
    tells_fact: bool
    waits_for_rest: bool
    draft: str

    def __new__(  # noqa: D102, PYI034  the class says it; typing is not imported for one word
        cls,
        name: str,
        *,
        weight: int,
        done: str,
        doer: str,
        words: str = "",
        over: str = "",
        hows: str = NO_HOW,
        origins: tuple[str, ...] = (),
        once: bool = False,
        stays: str = EARLIER,
        happens_once: bool = False,
        needs_note: bool = False,
        is_thanks: bool = False,
        is_chasing: bool = False,
        outlives_drop: bool = False,
        tells_fact: bool = False,
        waits_for_rest: bool = True,
        draft: str = "",
    ) -> "Kind":
        kind = super().__new__(cls, name)
        kind.weight, kind.words, kind.done, kind.doer = weight, words or name, done, doer
        kind.over, kind.hows, kind.origins, kind.once, kind.stays = over, hows, origins, once, stays
        kind.happens_once, kind.needs_note = happens_once, needs_note
        kind.is_thanks, kind.is_chasing = is_thanks, is_chasing
        kind.outlives_drop, kind.tells_fact = outlives_drop, tells_fact
        kind.waits_for_rest, kind.draft = waits_for_rest, draft
        return kind


THANK = Kind(
    "thank",
    draft="thank",
    weight=10,
    done="thanks given",
    doer="thank",
    hows=THANKS_FORMS,
    origins=(INTRO, ASK_MADE),
    is_thanks=True,
    outlives_drop=True,
    waits_for_rest=False,
    tells_fact=True,
)
REACH = Kind(
    "reach",
    draft="welcome",
    weight=12,
    done="the prospect is reached",
    doer="reach",
    hows=CHANNELS,
    origins=(INTRO,),
    happens_once=True,
    waits_for_rest=False,
    tells_fact=True,
)
STATUS = Kind(
    "status",
    draft="status",
    weight=8,
    done="the source was told: an exchange",
    doer="exchange",
    over="message",
    hows=CHANNELS,
    origins=(INTRO,),
)
OUTCOME = Kind(
    "outcome",
    draft="outcome",
    weight=9,
    done="thanks given",
    doer="thank",
    hows=THANKS_FORMS,
    origins=(INTRO,),
    is_thanks=True,
    outlives_drop=True,
    waits_for_rest=False,
    tells_fact=True,
)
CONFIRM = Kind(
    "confirm",
    draft="confirm",
    weight=6,
    done="they were asked; it comes again",
    doer="confirm",
    origins=(INTRO, ASK_MADE),
    happens_once=True,
    is_chasing=True,
)
CONSENT = Kind(
    "consent",
    draft="consent",
    weight=9,
    done="they agree",
    doer="consent",
    origins=(INTRO,),
    happens_once=True,
    is_chasing=True,
    tells_fact=True,
)
CHECK = Kind(
    "check",
    draft="check-in",
    weight=8,
    done="looked into; of a given one, not yet; after a repair, all is well",
    doer="check",
    origins=(INTRO, ENGAGEMENT),
    is_chasing=True,
)
REPAIR = Kind(
    "repair",
    draft="apology",
    weight=13,
    done="that party is heard; when all are, the introduction is repaired",
    doer="repair",
    origins=(INTRO, ENGAGEMENT),
    outlives_drop=True,
    waits_for_rest=False,
)
RECIPROCATE = Kind(
    "reciprocate",
    weight=4,
    done="a favor; `--note` says what",
    doer="favor",
    hows=FAVOR_FORMS,
    once=True,
    needs_note=True,
    tells_fact=True,
)
EDUCATE = Kind(
    "educate",
    weight=4,
    done="the kit was shared",
    doer="teach",
    hows=CHANNELS,
    once=True,
    tells_fact=True,
)
TESTIMONIAL = Kind(
    "testimonial",
    draft="testimonial",
    weight=5,
    done="closed",
    doer="close",
    once=True,
    origins=(ENGAGEMENT,),
)
RE_ASK = Kind(
    "re-ask",
    weight=3,
    words="ask again",
    done="closed",
    doer="close",
    once=True,
    stays=LATER,
)
ASK = Kind(
    "ask",
    draft="ask",
    weight=6,
    done="the planned ask is made",
    doer="ask",
    hows=CHANNELS,
    origins=(ASK_MADE,),
    happens_once=True,
    tells_fact=True,
)
MEET = Kind(
    "meet",
    weight=8,
    done="an exchange",
    doer="exchange",
    over="in-person",
    hows=CHANNELS,
    stays=TOLD_LAST,
    waits_for_rest=False,
)
KEEP_IN_TOUCH = Kind(
    "keep-in-touch",
    draft="check-in",
    weight=3,
    words="keep in touch",
    done="an exchange",
    doer="exchange",
    over="call",
    hows=CHANNELS,
    once=True,
    stays=LATER,
    tells_fact=True,
)
CUSTOM = Kind("custom", weight=6, done="closed", doer="close", stays=BOTH, waits_for_rest=False)
DATE = Kind(
    "date", draft="wish", weight=6, done="closed", doer="close", stays=BOTH, waits_for_rest=False
)
WISH = Kind(
    "wish",
    draft="wish",
    weight=4,
    words="wish well",
    done="closed",
    doer="close",
)

# The most urgent first.
KINDS: dict[str, Kind] = {
    kind: kind
    for kind in (
        *(REPAIR, REACH, THANK, OUTCOME, CONSENT, CHECK, STATUS, MEET, CONFIRM, ASK, CUSTOM, DATE),
        *(TESTIMONIAL, EDUCATE, RECIPROCATE, WISH, RE_ASK, KEEP_IN_TOUCH),
    )
}
THANKS_KINDS = tuple(kind for kind in KINDS.values() if kind.is_thanks)

# How urgency grows around the due date.
_AHEAD_DAYS = 14
_LATE_DAYS = 7
_LEAST = 0.2


def lateness(days_late: int) -> float:
    """From 0.2, 14 days before the due date, in a straight line to 1.0, 7 days after it."""
    share = (days_late + _AHEAD_DAYS) / (_AHEAD_DAYS + _LATE_DAYS)
    return _LEAST + (1 - _LEAST) * min(1.0, max(0.0, share))


def urgency(kind: str, days_late: int, weights: dict[str, int]) -> float:
    """Weight of the kind times lateness, rounded so that equal things compare equal."""
    return round(weights[kind] * lateness(days_late), 3)


def default_weights() -> dict[str, int]:
    """The weight of each kind while nobody set another."""
    return {name: kind.weight for name, kind in KINDS.items()}

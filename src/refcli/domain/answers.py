"""What a follow-up that asks somebody something can be answered, and what `done` alone means."""

from typing import NamedTuple

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.domain.kinds import KINDS

YES, NOT_YET, NO, NO_REPLY = "yes", "not-yet", "no", "no-reply"
DONE = "done"
_AFTER_REPAIR = ("intro-repaired", "work-repaired")

_BY_KIND: dict[str, tuple[str, ...]] = {
    kinds.REACH: (YES, NO_REPLY),
    kinds.CONSENT: (YES, NOT_YET, NO, NO_REPLY),
    kinds.CONFIRM: (YES, NO),
    kinds.CHECK: (YES, NO),
    kinds.REPAIR: (NO_REPLY,),
    kinds.MEET: (NO_REPLY,),
    kinds.KEEP_IN_TOUCH: (NO_REPLY,),
}
# Of an introduction that I gave: whether they have spoken, and then how it went.
_NOT_SPOKEN = ("give-made", "give-unheard")
_HAVE_SPOKEN = "give-reached"
_GIVEN_RULES = (*_NOT_SPOKEN, _HAVE_SPOKEN)


class Spoken(NamedTuple):
    """An answer as a person picks it: what it is, its key and its words."""

    answer: str
    key: str
    words: str


_NO_REPLY = Spoken(NO_REPLY, "r", "rang or wrote, no reply")
_NOT_YET = Spoken(NOT_YET, "t", "too early to say")
_ASKED = Spoken(DONE, "a", "asked, nothing has come of it yet")
_TO_NOTHING = Spoken(NO, "n", "it came to nothing")
# By what is asked: of the kind and the rule that made it, or of the kind alone.
_SPOKEN: dict[tuple[str, str], tuple[Spoken, ...]] = {
    (kinds.CONSENT, ""): (
        Spoken(YES, "y", "they agree"),
        Spoken(NOT_YET, "t", "they do not know yet"),
        Spoken(NO, "n", "they would rather not"),
        _NO_REPLY,
    ),
    (kinds.CONFIRM, "intro-named"): (
        _ASKED,
        Spoken(YES, "y", "they have introduced you"),
        Spoken(NO, "n", "they will not"),
    ),
    (kinds.CONFIRM, "ask-promised"): (
        _ASKED,
        Spoken(YES, "y", "they have called or written"),
        Spoken(NO, "n", "they would rather not after all"),
    ),
    (kinds.CONFIRM, ""): (
        Spoken(DONE, "a", "asked, no word yet"),
        Spoken(YES, "y", "they promise to"),
        Spoken(NO, "n", "they would rather not"),
    ),
    (kinds.CHECK, ""): (
        Spoken(DONE, "a", "looked into, it is still open"),
        Spoken(YES, "y", "{contact} {won}"),
        _TO_NOTHING,
    ),
    **{
        (kinds.CHECK, rule): (
            _NOT_YET,
            Spoken(YES, "y", "they have spoken"),
            Spoken(NO, "n", "it will come to nothing"),
            _NO_REPLY,
        )
        for rule in _NOT_SPOKEN
    },
    (kinds.CHECK, _HAVE_SPOKEN): (
        _NOT_YET,
        Spoken(YES, "y", "it became business"),
        _TO_NOTHING,
        _NO_REPLY,
    ),
    **{
        (kinds.CHECK, rule): (Spoken(YES, "y", "all is well"), Spoken(NO, "n", "it is not"))
        for rule in _AFTER_REPAIR
    },
}


def answers_of(item: DueItem) -> tuple[str, ...]:
    """The values of `--answer` that a follow-up knows."""
    if item.kind == kinds.CHECK and item.rule in _GIVEN_RULES:
        return (YES, NOT_YET, NO, NO_REPLY)
    return _BY_KIND.get(item.kind, ())


def default_answer(item: DueItem) -> str:
    """What `done` alone means: one of the answers, or `done`."""
    if item.kind == kinds.CONSENT:
        return YES
    if item.kind == kinds.CHECK:
        if item.rule in _GIVEN_RULES:
            return NOT_YET
        return YES if item.rule in _AFTER_REPAIR else DONE
    return DONE


def spoken_answers(item: DueItem) -> tuple[Spoken, ...]:
    """How an answer is picked where done says too little; none of what is simply done.

    The words may hold `{contact}` and `{won}`, what a prospect of that kind did when it came about.
    """
    if not KINDS[item.kind].is_chasing:
        return ()
    return _SPOKEN.get((item.kind, item.rule)) or _SPOKEN[item.kind, ""]


def can_be_lost(item: DueItem) -> bool:
    """Whether a no ends an introduction that somebody was looking after, and so asks why."""
    is_check = item.kind == kinds.CHECK and item.intro is not None
    return is_check and item.rule not in _AFTER_REPAIR


def can_be_won(item: DueItem) -> bool:
    """Whether a yes says that an introduction became business, and so asks what it is worth."""
    return can_be_lost(item) and item.rule not in _NOT_SPOKEN


def may_be_done(item: DueItem) -> bool:
    """Whether a follow-up can have been done: an appointment to come has not taken place."""
    return item.appointment is None or item.days_late >= 0


def may_be_put_off(item: DueItem) -> bool:
    """Whether it can be put off: an appointment of today or to come is moved instead."""
    return item.appointment is None or item.days_late > 0

"""What a follow-up that asks somebody something can be answered, and what `done` alone means."""

from refcli.domain import kinds
from refcli.domain.due import DueItem

YES, NOT_YET, NO, NO_REPLY = "yes", "not-yet", "no", "no-reply"
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
_GIVEN_RULES = ("give-made", "give-unheard", "give-reached")


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
        return YES if item.rule in _AFTER_REPAIR else "done"
    return "done"

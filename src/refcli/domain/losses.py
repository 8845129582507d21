"""Why an introduction came to nothing, as a person says it: one of three words, or their own."""

from typing import NamedTuple

from refcli.domain.intros import LossReason
from refcli.errors import UsageError

_ALIKE = 0.8


class Loss(NamedTuple):
    """The reason, and the words where it was told in words of one's own."""

    reason: LossReason
    words: str | None


def loss_of(text: str) -> Loss:
    """`unreachable`, `not a fit`; any other text is a `not-interested` with those words.

    Raises UsageError for nothing, and for what looks like one of the three mistyped.
    """
    said = " ".join(text.split())
    folded = said.casefold().replace(" ", "-")
    if not said:
        raise UsageError("say why it came to nothing", f"--because: one of {_listed()}, or TEXT")
    for reason in LossReason:
        if folded == reason:
            return Loss(reason, None)
    for reason in LossReason:
        if _are_alike(folded, reason):
            raise UsageError(
                f"is {said} meant to be {reason}?", f"--because: one of {_listed()}, or TEXT"
            )
    return Loss(LossReason.NOT_INTERESTED, said)


def _listed() -> str:
    return ", ".join(LossReason)


def _are_alike(one: str, other: str) -> bool:
    from difflib import SequenceMatcher  # noqa: PLC0415  only for words of one's own

    return SequenceMatcher(None, one, other).ratio() >= _ALIKE

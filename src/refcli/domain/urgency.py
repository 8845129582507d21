"""Urgency: the order of `due`. Plain functions, since the quick lane imports this."""

from refcli.domain.kinds import KINDS

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

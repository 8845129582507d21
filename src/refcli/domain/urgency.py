"""Urgency: the order of `due`. Plain functions, since the quick lane imports this."""

WEIGHTS = {
    "repair": 13,
    "reach": 12,
    "thank": 10,
    "outcome": 9,
    "consent": 9,
    "check": 8,
    "status": 8,
    "meet": 8,
    "confirm": 6,
    "ask": 6,
    "custom": 6,
    "testimonial": 5,
    "educate": 4,
    "reciprocate": 4,
    "re-ask": 3,
    "keep-in-touch": 3,
}
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

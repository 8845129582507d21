"""The chance of a yes, with its uncertainty; yes means that the introduction was made.

Judgement to begin with, moved by the user's own record: one personal factor repairs a wrong prior,
then Beta(8m + yeses, 8(1 - m) + noes) over the basis's own outcomes. See docs/scoring.md.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from refcli.domain.asks import Answered, AskState
from refcli.domain.beta import beta_quantile
from refcli.domain.contacts import Basis

DEFAULT_PERCENT = {"client": 45, "referred": 45, "partner": 40, "kin": 35, "other": 20}
GUESS_BELOW = 5
_GROUPS = {
    Basis.CLIENT: "client",
    Basis.REFERRED: "referred",
    Basis.PARTNER: "partner",
    Basis.FRIEND: "kin",
    Basis.FAMILY: "kin",
}
_GROUP_WORDS = {
    "client": "clients",
    "referred": "referred contacts",
    "partner": "partners",
    "kin": "friends and family",
    "other": "others",
}
_PERSONAL = 4.0
_PRIOR = 8.0
_NEAR, _MIDDLE = 30, 90
_NEAR_ODDS, _FAR_ODDS, _LAPSED_ODDS = 1.5, 0.7, 0.5
_TAIL = 0.1
_NOES = frozenset({AskState.DECLINED, AskState.LATER, AskState.LAPSED})


class Outcome(NamedTuple):
    """One ask that has an outcome."""

    group: str
    yes: bool


class Chance(NamedTuple):
    """The mean, the middle 80 %, and what it rests on; `yeses` of `n` are the user's own record.

    `n` counts the outcomes with contacts of that basis, `record` names them.
    """

    mean: float
    low: float
    high: float
    n: int
    yeses: int
    guess: bool
    record: str


def group_of(basis: str) -> str:
    """The basis under which outcomes are counted together."""
    return _GROUPS.get(Basis(basis), "other")


def outcomes_of(answers: Iterable[Answered]) -> tuple[Outcome, ...]:
    """The asks that have an outcome: introduced, or no, not now, or no answer at all."""
    return tuple(
        Outcome(group_of(answer.basis), answer.state is AskState.INTRODUCED)
        for answer in answers
        if answer.state is AskState.INTRODUCED or answer.state in _NOES
    )


def chance(
    basis: str,
    days: int | None,
    outcomes: tuple[Outcome, ...],
    *,
    last_ask_lapsed: bool,
    percent: Mapping[str, int],
) -> Chance:
    """The chance that this contact introduces somebody; `days` is the rapport's N.

    `percent` is what is believed of each basis before there is a record.
    """
    priors = {g: p / 100 for g, p in percent.items()}
    group = group_of(basis)
    yeses = sum(outcome.yes for outcome in outcomes)
    expected = sum(priors[outcome.group] for outcome in outcomes)
    factor = (yeses + _PERSONAL) / (expected + _PERSONAL)
    prior = priors[group]
    m = prior * factor if factor <= 1 else 1 - (1 - prior) / factor
    m = _with_odds(m, _odds(days, last_ask_lapsed=last_ask_lapsed))
    own = [outcome.yes for outcome in outcomes if outcome.group == group]
    a, b = _PRIOR * m + sum(own), _PRIOR * (1 - m) + len(own) - sum(own)
    return Chance(
        mean=round(a / (a + b), 3),
        low=round(beta_quantile(_TAIL, a, b), 3),
        high=round(beta_quantile(1 - _TAIL, a, b), 3),
        n=len(own),
        yeses=sum(own),
        guess=len(outcomes) < GUESS_BELOW,
        record=_GROUP_WORDS[group],
    )


def _odds(days: int | None, *, last_ask_lapsed: bool) -> float:
    if days is not None and days <= _NEAR:
        factor = _NEAR_ODDS
    else:
        factor = 1.0 if days is not None and days <= _MIDDLE else _FAR_ODDS
    return factor * (_LAPSED_ODDS if last_ask_lapsed else 1.0)


def _with_odds(m: float, factor: float) -> float:
    m = min(max(m, 0.001), 0.999)
    odds = m / (1 - m) * factor
    return odds / (1 + odds)

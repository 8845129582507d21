"""What a sentence says that I will do: `asked me to call her on monday`, `I'll send the slides`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.dates import Look
from refcli.domain.when.parse import longest_day
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

_MINE = r"(?:^|[,;.]\s+|\b(?:i|we|and|have|also)\s+)"
_WHOM = (
    r"(?!(?:me|us|to|him|her|them|not)\b)[\w'’.-]+"
    r"(?: (?!(?:to|the|an?|my|our|and)\b)[\w'’.-]+)?"
)
_PROMISES = (
    r"\b(?:asked|told|reminded|begged|wanted) (?:me|us) to (?P<what>[^.;!?]+)",
    r"\b(?:i|we)(?:['’]ll| will| shall| must| have to| need to| am to) (?P<what>[^.;!?]+)",
    # Who stands before it promised it, unless that is me.
    rf"{_MINE}promised (?:to (?:him|her|them) )?(?:(?:him|her|them) )?to (?P<what>[^.;!?]+)",
    rf"{_MINE}promised {_WHOM}(?: (?:and|&) {_WHOM})? to (?P<what>[^.;!?]+)",
    r"\b(?:promised|owe) (?:him|her|them) (?!to\b)(?P<what>[^.;!?]+)",
    rf"{_MINE}promised {_WHOM} (?P<what>(?:the|a|an|my|our|some)\b[^.;!?]+)",
    r"\bsaid (?:i|we)(?: would|['’]d) (?P<what>[^.;!?]+)",
)
# What stands before a clause of its own.
_AFTER = (
    r"\w\W+\w+\s*(?:[,;.]|\band\b|\bbut\b)\s*(?:(?:and|but|so) )?(?:i |we )?$"
    r"|\b(?:told|assured|promised) \S+(?: \S+)? (?:that )?$"
)
_CLAUSE = r"(?i)[,;.]|\band\b"
_LONGEST = 120
_LEAD = r"(?:on|by|until|till|before|in)?\s*$"


class Promise(NamedTuple):
    """What is to be done, and by when in ISO, '' where nothing says it; `said` is its clause."""

    what: str
    due: str
    said: str = ""

    def may_be_for(self, names: Sequence[str]) -> list[int]:
        """The places of those for whom it may be: the one its clause names, else all."""
        named = [n for n, name in enumerate(names) if _is_in(name, self.said)]
        return named if len(named) == 1 else list(range(len(names)))


def promise_in(text: str, reader: Reader) -> Promise | None:
    """The first thing that a sentence says that I will do."""
    text = re.sub(r"\s#[\w-]+", "", text)
    for pattern in _PROMISES:
        match = re.search(pattern, text, flags=re.IGNORECASE)
        if match is not None:
            what = " ".join(match["what"].split())[:_LONGEST].strip(" ,")
            begins = [sign.end() for sign in re.finditer(_CLAUSE, text[: match.start() + 1])]
            said = text[max(begins, default=0) : match.end()]
            return with_day(what, reader)._replace(said=said) if what else None
    return None


def _is_in(name: str, said: str) -> bool:
    """Whether a word of a name stands in a clause, and is not an owner there."""
    words = {re.escape(word) for word in name.split() if len(word) > 1}
    pattern = rf"(?i)\b(?:{'|'.join(words)})\b(?!['’]s)"
    return bool(words) and re.search(pattern, said) is not None


def promise_at(text: str) -> int:
    """Where a promise begins that follows what happened: its day is not that of the exchange.

    `lunch with Anna, I will send her the plan on friday`. Its length where there is none.
    """
    starts = [
        match.start()
        for pattern in _PROMISES
        for match in re.finditer(pattern, text, flags=re.IGNORECASE)
        if re.search(_AFTER, text[: match.start()], flags=re.IGNORECASE)
    ]
    return min(starts, default=len(text))


def with_day(what: str, reader: Reader) -> Promise:
    """What is to be done, the day in it apart."""
    low, reader = what.lower(), reader._replace(look=Look.AHEAD)
    for word in re.finditer(r"[\w+]\S*", low):
        try:
            found = longest_day(low, word.start(), reader)
        except UsageError:
            continue
        if found is None or low[found[0] : found[0] + 1].isalnum():
            continue
        end, day = found
        before = re.sub(_LEAD, "", what[: word.start()]).strip(" ,")
        rest = f"{before} {what[end:].strip(' ,')}".strip()
        return Promise(rest or what, day.isoformat())
    return Promise(what, "")

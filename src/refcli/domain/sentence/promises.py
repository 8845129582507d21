"""What a sentence says that I will do: `asked me to call her on monday`, `I'll send the slides`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.dates import Look
from refcli.domain.sentence.parts import is_how
from refcli.domain.when.parse import longest_day
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

_MINE = r"(?:^|[,;.]\s+|\b(?:i|we|and|have|also)\s+)"
_PRONOUN = r"(?:him|her|them)"
# A name of one word or two, somebody's relation, the pronoun for whom was met.
_ONE = (
    r"(?:the )?(?!(?:me|us|to|not|that|i|we|a|an|the|some)\b)[\w'’.-]+"
    r"(?: (?!(?:to|the|that|an?|my|our|and|some|i|we|i['’]\w+|we['’]\w+|by|on|in|for|at|before"
    r"|until|till|this|next|last|today|tomorrow|yesterday)\b)[\w'’.-]+){0,2}"
)
_WHOM = rf"(?P<whom>{_ONE}(?: (?:and|&) {_ONE})?)"
_TELLING = r"(?:told|promised|assured|said to|wrote to|texted|e?-?mailed|messaged)"
_WILL = r"(?:['’](?:d|ll)| would| will| (?:am|are) going to)"
# What I would like, or said that I will not do.
_NO_PROMISE = r"(?i)(?:like|love|rather|prefer|have|been|not|never|\w+ nothing|be late)\b"
# Up to where the sentence ends; an hour may have a full stop in it.
_REST = r"(?:[^.;!?]|\.(?=\d))+"
_PROMISES = (
    rf"\b(?:asked|told|reminded|begged|wanted) (?:me|us) to (?P<what>{_REST})",
    rf"\b{_TELLING} {_WHOM} (?:that )?(?P<at>i|we){_WILL} (?P<what>{_REST})",
    rf"\b(?:i|we)(?:['’]ll| will| shall| must| have to| need to| am to) (?P<what>{_REST})",
    # Who stands before it promised it, unless that is me.
    rf"{_MINE}promised (?:to {_PRONOUN} )?to (?P<what>{_REST})",
    rf"{_MINE}promised {_WHOM} to (?P<what>{_REST})",
    rf"{_MINE}(?:promised|owe) {_WHOM} (?P<what>(?:the|a|an|my|our|some)\b{_REST})",
    rf"{_MINE}(?:promised|owe) {_PRONOUN} (?!to\b)(?P<what>{_REST})",
    rf"\bsaid (?:i|we)(?: would|['’]d) (?P<what>{_REST})",
)
# Whose words stand behind a colon or in quotes is not me: `text from Eva: "I'll send it"`.
_THEIR_WORDS = re.compile(
    r"(?i)\b(?:wrote|texted|e?-?mailed|messaged|says?|said|replied|answered"
    r"|(?:text|message|e?-?mail|letter|note|whatsapp|sms|dm|voice ?mail) from [^:]{2,60})"
    r": *[\"“„'‘]?\s*$"
)
_QUOTES = '"“”„«»'
# What stands before a clause of its own.
_AFTER = (
    r"\w\W+\w+\s*(?:[,;.]|\band\b|\bbut\b)\s*(?:(?:and|but|so) )?(?:i |we )?$"
    rf"|\b{_TELLING} {_ONE}(?: (?:and|&) {_ONE})? (?:that )?$"
)
_CLAUSE = r"(?i)[,;.]|\band\b"
_LONGEST = 120
_LEAD = r"(?:on|by|until|till|before|in)?\s*$"


class Promise(NamedTuple):
    """What is to be done, and by when in ISO, '' where nothing says it.

    `said` is its clause, `whom` to whom it was promised, '' where that is who took part.
    """

    what: str
    due: str
    said: str = ""
    whom: str = ""

    def may_be_for(self, names: Sequence[str]) -> list[int]:
        """The places of those for whom it may be: the one its clause names, else all.

        None of them where it was promised to somebody else.
        """
        of_whom = [n for n, name in enumerate(names) if _is_in(name, self.whom)]
        if self.whom:
            return of_whom
        named = [n for n, name in enumerate(names) if _is_in(name, self.said)]
        return named if len(named) == 1 else list(range(len(names)))


def promise_in(text: str, reader: Reader) -> Promise | None:
    """The first thing that a sentence says that I will do."""
    text = re.sub(r"\s#[\w-]+", "", text)
    for pattern in _PROMISES:
        match = re.search(pattern, text, flags=re.IGNORECASE)
        if match is not None and re.match(_NO_PROMISE, match["what"]) is None:
            told = _within_bracket(match["what"])
            what = " ".join(told.split())[:_LONGEST].strip(f" ,{_QUOTES}")
            if not what or _is_theirs(text[: _begins(match)]):
                return None
            said = text[_clause_begins(text[: match.start() + 1]) : match.end()]
            return with_day(what, reader)._replace(said=said, whom=_whom(match))
    return None


def _within_bracket(what: str) -> str:
    """What was said up to where a bracket closes that was opened before it."""
    depth = 0
    for at, sign in enumerate(what):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return what[:at]
    return what


def _begins(match: re.Match[str]) -> int:
    """Where what I will do begins, behind whom I told so."""
    return match.start("at") if "at" in match.re.groupindex else match.start()


def _whom(match: re.Match[str]) -> str:
    """To whom it was promised; '' for him, her or them who were there."""
    whom = match["whom"] if "whom" in match.re.groupindex else ""
    return "" if re.fullmatch(_PRONOUN, whom, re.IGNORECASE) else whom


def _is_theirs(before: str) -> bool:
    """Whether somebody else's words begin there, or I stand in the middle of a quotation."""
    is_open = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    is_mine = re.search(r"(?i)\b(?:i|we) (?:said|wrote|told \S+|replied)\W*$", before) is not None
    return not is_mine and (is_open or _THEIR_WORDS.search(before) is not None)


def _clause_begins(before: str) -> int:
    """Where the last clause begins; `and` between two who asked for it begins none."""
    start = 0
    for sign in re.finditer(_CLAUSE, before):
        words = before[start : sign.start()].split()
        is_list = sign[0].lower() == "and" and not any(is_how(word.lower()) for word in words)
        start = start if is_list and words else sign.end()
    return start


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
        _begins(match)
        for pattern in _PROMISES
        for match in re.finditer(pattern, text, flags=re.IGNORECASE)
        if re.search(_AFTER, text[: _begins(match)], flags=re.IGNORECASE)
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

"""What a sentence tells besides the exchange: an introduction, an ask, an appointment to come.

None of it is noted by the way: each is a line away, and nobody wonders later where it went.
"""

import re
from itertools import pairwise

from refcli.domain.dates import Look
from refcli.domain.sentence import words as w
from refcli.domain.sentence.clock import hours_at, in_the_evening, is_evening
from refcli.domain.sentence.promises import with_day
from refcli.domain.typed import typed
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

_LARGE = r"(?:[^\W\d_a-z][\w'’.-]*)(?: (?:[^\W\d_a-z][\w'’.-]*|von|van|de|di|da|del|bin|el))*"
# Small, a name is one word that says nothing else.
_SMALL = (
    r"(?!(?:a|an|the|his|her|their|my|our|me|us|him|them|it|some\w*|any\w*|every\w*|two|three"
    r"|several|all|many|people|new)\b)[a-z]['’\w-]+"
)
_NAME = f"(?:{_LARGE}|{_SMALL})"
_OCCASIONS = rf"(?:{'|'.join(sorted(w.OCCASIONS | {'everything', 'help', 'coming', 'nothing'}))})\b"
_INTRODUCED = (
    re.compile(
        rf"\b(?:introduced|connected|referred|recommended|put) (?:me|us)"
        rf"(?: in touch)? (?:to|with) (?P<whom>{_NAME})"
    ),
    re.compile(
        rf"\b(?:introduced|referred|recommended|sent|passed) (?P<whom>{_NAME}(?: {_SMALL})?)"
        r" (?:on |over )?(?:to (?:me|us)|(?:my|our) way)\b"
    ),
    re.compile(rf"\bput (?P<whom>{_NAME}) in touch with (?:me|us)\b"),
)
_GAVE = re.compile(
    rf"\b(?:introduced|referred|recommended|connected|put) (?:him|her|them) (?:in touch )?"
    rf"(?:to|with) (?P<whom>{_NAME})"
    rf"|\bgave (?:him|her|them) (?P<whose>{_NAME})['’]s (?:number|card|name|details|e-?mail)\b"
)
_ASKED = re.compile(
    r"(?i)\basked (?:[\w'’.-]+ ){1,3}?(?:(?:whether|if) (?:he|she|they)"
    r"(?: \w+)? (?:knows?|think|has)\b|for (?:an? |some )?(?:introduction|intro|referral)s?\b)"
)
_PROMISED = re.compile(
    r"(?i)\b(?:promised|offered|agreed|is going|will|['’]ll|would|['’]d) (?:to )?"
    r"(?:introduce|connect|recommend|refer) (?:me|us)\b"
)
_THANKED = re.compile(
    r"(?i)\bthanked (?:[\w'’.-]+ ){1,4}?for (?:(?:the|his|her|their) (?:intro|referr)"
    rf"|(?:introducing|referring|recommending|sending|bringing)\b|(?!{_OCCASIONS}){_NAME}\W*$)"
)
# A clause of its own, in which somebody is to be met.
_CLAUSE = re.compile(r"[,;.]\s+|\s(?:and|then|so)\s")
_TO_MEET = re.compile(
    r"(?i)\b(?:meet(?:ing)?|appointment|(?:come|drop|stop|call)s? (?:in|by|over|round|to)"
    r"|(?:will|['’]ll|is|are) com(?:e|ing)|see each other|seeing|booked|catch up|session"
    rf"|{'|'.join(sorted(w.OCCASIONS))})\b"
)
# What was, or will not be.
_NO_PLAN = re.compile(
    r"(?i)\b(?:no|not|never|cancel\w*|postponed|had|was|were|did|can['’]?t|cannot|\w+n['’]t)\b"
)


def besides(
    text: str, name: str, reader: Reader, *, is_promised: bool, is_day_told: bool
) -> tuple[str, ...]:
    """The lines that note what a sentence about somebody tells besides: `if …: refcli …`.

    The day of what is promised in it is no appointment's, and where the day of the exchange itself
    is told, it is the first in the sentence.
    """
    lines = []
    introduced = next(filter(None, (pattern.search(text) for pattern in _INTRODUCED)), None)
    if introduced is not None:
        line = typed("refcli intro {} {}", name, introduced["whom"])
        lines.append(f"if they introduced you: {line}")
    gave = _GAVE.search(text)
    if gave is not None:
        line = typed("refcli intro give {} {}", name, gave["whom"] or gave["whose"])
        lines.append(f"if you introduced them: {line}")
    if _PROMISED.search(text) is not None:
        line = typed("refcli ask {} --answer promised", name)
        lines.append(f"if they promised an introduction: {line}")
    elif _THANKED.search(text) is not None:
        lines.append(f"if you thanked them: {typed('refcli thank {}', name)}")
    elif _ASKED.search(text) is not None:
        lines.append(f"if that was an ask for an introduction: {typed('refcli ask {}', name)}")
    if not is_promised:
        lines += _to_come(text, name, reader, is_day_told=is_day_told)
    return tuple(lines)


def _to_come(text: str, name: str, reader: Reader, *, is_day_told: bool) -> list[str]:
    starts = [match.end() for match in _CLAUSE.finditer(text)]
    ahead, is_its_own = reader._replace(look=Look.AHEAD), is_day_told
    for start, end in pairwise([0, *starts, len(text)]):
        clause = text[start:end]
        due = with_day(clause, ahead).due
        if due and is_its_own:
            is_its_own = False
        elif due > reader.today.isoformat() and start and _is_to_meet(clause):
            when = " ".join(filter(None, (due, _hour_in(clause))))
            return [f"if you are to meet: {typed('refcli meet {} ', name)}{when}"]
    return []


def _is_to_meet(clause: str) -> bool:
    return _TO_MEET.search(clause) is not None and _NO_PLAN.search(clause) is None


def _hour_in(clause: str) -> str:
    """The hour behind `at`, or written out, as the whole sentence would have it; '' for none."""
    written = r"\d{1,2}[:.]\d\d\b|\d{1,2} ?[ap]m\b|noon\b"
    found = re.search(rf"\bat |\b(?={written})", clause.lower())
    try:
        hours = found and hours_at(clause.lower(), found.end(), is_expected=True)
    except UsageError:
        return ""
    if not hours:
        return ""
    return in_the_evening(hours.begins) if is_evening(clause.lower()) else hours.begins

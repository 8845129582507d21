"""What a sentence tells twice, takes back or tells of others: nothing is picked.

News of somebody, or what two of them did without me, is no exchange of mine.
"""

import re
from itertools import pairwise

from refcli.domain.sentence import words as w
from refcli.domain.sentence.parts import Head, Part, Sort, is_how
from refcli.domain.typed import typed
from refcli.errors import UsageError

_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|yesterday|today|tomorrow|\d)"
)
_CORRECTED = re.compile(
    rf"\b(?:sorry|i mean|i meant|or rather|no wait)\b,? (?:on )?(?:the )?{_DAY}"
)
_MET = "met|saw|called|rang|phoned|emailed|visited|wrote|texted"
_AGAIN = re.compile(rf"\band again (?:on )?(?:the )?{_DAY}")
_THEN = re.compile(rf"(?:,|\band)? ?\bthen (?:i )?(?:{_MET})\b")
# Somebody else was reached, or they by another way.
_INSTEAD = re.compile(
    r"(?:,|\bbut\b|\bso\b) ?(?:but )?(?:i |so i )?(?:got|spoke (?:to|with)|talked (?:to|with)"
    r"|reached|emailed|e-mailed|texted|called|wrote to|met)\b.*(?:\binstead\b|\bon the phone\b)"
    r"|\bso i (?:emailed|e-mailed|texted|called|rang|wrote|messaged)\b"
)
_IN_HOURS = re.compile(
    r"\bin (?:an|half an|one|two|three|a few|\d+) (?:hours?|hrs?|minutes|mins?)\b"
)


_EITHER = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)? or \d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?"
    r"(?= on\b| (?:today|tomorrow|yesterday|mon|tue|wed|thu|fri|sat|sun))"
)


def refuse_several(head: Head) -> None:
    """Raise UsageError for two exchanges, a corrected day, or a day that is somebody's own."""
    low = head.text.low
    corrected = _CORRECTED.search(low)
    if corrected is not None:
        raise UsageError(
            f"which day? you corrected yourself: {corrected[0]}", "nothing was saved; say one day"
        )
    twice = _AGAIN.search(low) or _THEN.search(low) or _INSTEAD.search(low)
    if twice is not None:
        raise UsageError(
            f"that tells two exchanges: {twice[0].strip(' ,')}",
            "nothing was saved; log one, then the other",
        )
    for part, joined, other in zip(head.parts, head.parts[1:], head.parts[2:], strict=False):
        if part.sort is other.sort is Sort.NAME and joined.text.lower() == "or":
            raise UsageError(
                f"{part.text} or {other.text}?", "nothing was saved; say which of them it was"
            )
    either = _EITHER.search(low)
    if either is not None:
        raise UsageError(f"at what time? {either[0]}", "nothing was saved; say one")
    ahead = _IN_HOURS.search(low[: head.end])
    if ahead is not None:
        raise UsageError(f"at what time? {ahead[0]}", "nothing was saved; say it as 14:00")
    for part, following in pairwise(head.parts):
        if part.sort is Sort.DAY and _is_theirs(head, part, following):
            raise UsageError(
                f"is {part.text} the day of it, or theirs?",
                "nothing was saved; say the day of the exchange with --on WHEN",
            )


def _is_theirs(head: Head, day: Part, following: Part) -> bool:
    """Whether a day belongs to what is told first: `Mark retired on 1 May, called him`."""
    words = head.text.words
    if "," not in words[day.last - 1].tail or words[following.first].low not in w.PAST:
        return False
    before = [
        words[n].low for p in head.parts if p.first < day.first for n in range(p.first, p.last)
    ]
    if any(p.sort is Sort.LEAD for p in head.parts if p.first < day.first):
        return False
    named = {n for p in head.parts if p.sort is Sort.NAME for n in range(p.first, p.last)}
    told = [word for n, word in enumerate(before) if n not in named]
    plain = w.JOINERS | {"on", "at", "the", ","}
    return any(word not in plain for word in told) and not any(is_how(word) for word in told)


# --- news of others -------------------------------------------------------------------------------

# Who was there, where I say so.
_MINE = w.MYSELF | {
    "me",
    "us",
    "we",
    "my",
    "our",
    "we've",
    "we're",
    "mine",
    "ours",
    "together",
    "touch",
}
# What somebody does with others, where it stands between two names.
_BETWEEN = w.SAYING | frozenset(
    {"met", "saw", "visited", "emailed", "spoke", "talked", "chatted", "introduced"}
    | {"recommended", "referred", "called", "contacted", "knows", "hired", "married"}
    | {"hates", "likes", "loves", "sued", "employs", "divorced", "trusts", "owns", "helped"}
    | {"paid", "works", "worked", "lives", "is", "travelled", "moved", "partnered"}
)
# Told of somebody, these are no exchange; what stands in `words.PAST` else is one.
_NEWS = frozenset(
    {"died", "passed", "moved", "retired", "turned", "paid", "married", "left", "got"}
    | {"had", "won", "lost", "began", "started", "quit", "became", "split", "broke"}
    | {"hired", "sold", "bought", "resigned", "knows", "hates", "likes", "loves", "needs"}
    | {"works", "lives", "runs", "owns", "goes", "has", "divorced", "engaged", "promoted"}
    | {"fired", "graduated", "emigrated", "relocated", "switched", "changed", "opened"}
    | {"closed", "expanded", "merged", "inherited", "renovated", "refused", "declined", "ignored"}
    | {"spent", "drove", "ordered", "built", "wants", "thinks", "plans", "hopes", "wonders"}
)
_DEAD = re.compile(
    r"\b(?:died|passed (?:away|on)|is dead|was killed|rip|r\.i\.p\.?)(?![\w])"
    r"|['’]s (?:funeral|memorial|wake|death)\b"
)
_SEEN = re.compile(
    r"\b(?:saw|read|watched|heard|found|spotted|liked|shared|commented on)\b.*"
    r"(?:\bon (?:the )?(?:tv|telly|television|radio|news|linkedin|facebook|instagram|twitter|x"
    r"|tiktok|youtube)\b"
    r"|\bin the (?:papers?|news(?:paper)?|press|magazine)\b"
    r"|['’]s (?:post|article|profile|tweet|video|advert?|website)\b)"
)
# How somebody is, right behind the name: `Tom away until friday`, `Tom back from holiday`.
_STATES = frozenset(
    {"away", "back", "off", "ill", "sick", "pregnant", "abroad", "unwell", "unavailable", "single"}
    | {"busy", "dead", "redundant", "bankrupt", "homeless", "jobless", "unemployed", "poorly"}
)
# Where somebody is who is not with me, and what happens to somebody.
_IS = r"(?:is|are|was|were|['’]s|has been|have been|had been|got)"
_ELSEWHERE = re.compile(
    r"\bin (?:the )?(?:hospital|intensive care|rehab|prison|jail|custody|labou?r|mourning|trouble"
    r"|quarantine|surgery)\b"
    rf"|^[\w'’. -]{{2,40}}? {_IS} (?:just |now |being |recently )?(?!been\b|seen\b|met\b|visited\b"
    r"|reached\b|called\b|asked\b|introduced\b)\w{3,}(?:ed|fired|hurt|laid|sued|born)\b"
    rf"|^[\w'’. -]{{2,40}}? (?:is|are|['’]s) (?!here\b|there\b|coming\b|meeting\b|seeing\b"
    r"|visiting\b|calling\b|at\b|with\b|in\b|on\b)\w+"
    r"|^[\w. -]{2,40}?['’]s (?!(?:meeting|viewing|wedding|building|training|hearing|opening|closing"
    r"|briefing|housewarming|christening|evening|morning|painting|coming|visiting|calling|seeing)\b)"
    r"\w+ing\b(?! (?:with|on|at|yesterday|today|last)\b)"
)
_NEAR = 2


def refuse_news(head: Head, who: str) -> None:
    """Raise UsageError where the head tells of others alone; `who` is whom it names first."""
    low, rest = head.text.low[: head.end], head.text.low[head.end :]
    words = [word.low for word in head.text.words if word.start < head.end]
    # `recommended me to Tom`: there the subject matter begins.
    is_mine = not _MINE.isdisjoint(words) or bool(re.match(r"\W*(?:me|us)\b", rest))
    is_led = any(part.sort is Sort.LEAD for part in head.parts)
    if _DEAD.search(low) and (not is_led or words[0] in ("heard", "told")):
        raise UsageError(
            "that is no exchange",
            typed("nothing was saved; if they died: refcli contact drop {} --because died", who),
        )
    if _SEEN.search(low):
        _refuse(who)
    if is_mine:
        return
    if _is_hearsay(head):
        _refuse(who)
    is_how_said = any(is_how(word) for word in words)
    if not is_how_said and not is_led and _ELSEWHERE.search(low):
        _refuse(who)
    pair = _between(head)
    if pair is not None:
        one, other = pair
        raise UsageError(
            f"that is what {one.text} and {other.text} did, not you",
            "nothing was saved; how an introduction goes: refcli intro reached, won or lost",
        )
    verb = _verb_of(head)
    is_how_said = is_how_said or re.search(r"\bpassed (?:by|through)\b", low) is not None
    if verb and not is_how_said and not is_led and _is_news(verb):
        _refuse(who)


def _is_hearsay(head: Head) -> bool:
    """Whether I heard something of somebody, not from them: `heard Tom got the job`."""
    words = [word.low for word in head.text.words[:2]]
    at = words.index("heard") + 1 if "heard" in words else 0
    return bool(at) and any(part.first == at and part.sort is Sort.NAME for part in head.parts)


def _refuse(who: str) -> None:
    keep = typed('keep it: refcli contact edit {} --note "…"', who)
    spoke = typed("if you spoke: refcli log spoke to {}", who)
    raise UsageError(
        "that tells of them, and no exchange with you", f"nothing was saved; {keep}; {spoke}"
    )


def _between(head: Head) -> tuple[Part, Part] | None:
    """Two people of whom the first is said to have done something with the other."""
    for n, part in enumerate(head.parts):
        if part.sort is not Sort.NAME or part.is_led or _is_tailed(head, part):
            continue
        behind = [p for p in head.parts[n + 1 :] if p.text.lower() not in w.ADVERBS]
        verb = behind[0] if behind else None
        if verb is None or verb.sort not in (Sort.WORD, Sort.LEAD) or _is_tailed(head, verb):
            continue
        is_verb = verb.text.lower().split()[0] in _BETWEEN
        rest = [p for p in behind[1:] if p.text.lower() not in _TO]
        if is_verb and rest and rest[0].sort is Sort.NAME and _is_next(behind, rest[0]):
            return part, rest[0]
    return None


_TO = frozenset({"to", "with", "for", "up"})


def _is_next(behind: list[Part], name: Part) -> bool:
    return behind.index(name) <= _NEAR


def _is_tailed(head: Head, part: Part) -> bool:
    """Whether a comma or the like stands behind it."""
    return bool(head.text.words[part.last - 1].tail)


def _verb_of(head: Head) -> str:
    """The verb behind the names with which the sentence begins."""
    words, parts = head.text.words, head.parts
    at = 0
    while at < len(parts) and (parts[at].sort in _WHEN or parts[at].text.lower() == "on"):
        at += 1
    first = at
    while at < len(parts) and _is_subject(parts[at]):
        last = words[parts[at].last - 1]
        if last.tail.strip(",") or last.low.endswith("'s"):
            return ""
        at += 1
    if at == first:
        return ""
    while at < len(parts) and parts[at].text.lower() in w.ADVERBS - _HAVE:
        at += 1
    has_own = [part.text.lower() for part in parts[at : at + 2]]
    if has_own and has_own[0] in _HAVE and has_own[-1] not in _OBJECTS:
        at += 1  # `has moved`, and not `has a baby`
    return parts[at].text.lower() if at < len(parts) and parts[at].sort is Sort.WORD else ""


def _is_subject(part: Part) -> bool:
    return part.sort is Sort.NAME or part.text.lower() in w.JOINERS


_WHEN = (Sort.DAY, Sort.HOURS)
_HAVE = frozenset({"had", "has", "have"})
_OBJECTS = frozenset({"a", "an", "the", "his", "her", "their", "its", "no", "some", "two", "twins"})


def _is_news(verb: str) -> bool:
    if verb in _NEWS | _STATES:
        return True
    is_of_exchange = verb in w.PAST | w.COMING | w.SAYING | w.FUTURE
    return not is_of_exchange and len(verb) > len("need") and verb.endswith(("ed", "ing"))

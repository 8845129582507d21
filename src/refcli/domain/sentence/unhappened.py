"""What a sentence tells that did not happen: a meeting called off, a task, somebody's birthday.

None of these is an exchange, so each is refused with the line that takes it.
"""

import re
from typing import NamedTuple

from refcli.domain.sentence.parts import is_how
from refcli.domain.sentence.promises import with_day
from refcli.domain.typed import typed
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

# Calls in vain: mine, and theirs that I missed.
_ATTEMPTS = (
    r"left (?:\S+ ){0,4}?(?:a )?(?:voice ?mail|vm|message)\b",
    r"tried\b",
    r"did(?: ?n['’]?t| not) manage to (?:reach|get|speak|catch|call|raise)\b",
    r"(?:(?:still|is|was|are|were) )*(?:not|is ?n['’]?t|was ?n['’]?t) (?:answering|picking up)\b",
    r"left (?:a )?msg\b",
    r"(?:voice ?mail|vm) (?:to|for)\b",
    r"^vm \w+\W*$",
    r"no (?:answer|reply|ans)\b(?! (?:yet|needed|required))",
    r"could ?n(?:o|'|’)t (?:reach|get)\b",
    r"could not (?:reach|get)\b",
    r"(?:failed|(?:was )?(?:unable|not able)) to (?:reach|get (?:hold of|through)|raise)\b",
    r"(?:cannot|can['’]?t) (?:reach|get (?:hold of|through)|raise)\b",
    r"bounced\b",
    r"did(?: ?n['’]?t| not) (?:reach|get (?:hold of|through|an answer)|catch|answer|pick up)\b",
    r"(?:was|were)(?: ?n['’]?t| not) (?:in|there|home|at home|available|answering)\b(?! \w+ing)",
    r"(?:nobody|no one|no-one) (?:answered|picked up|home|was home|there|was there|in|was in)\b",
    r"(?:line (?:was )?)(?:busy|engaged)\b",
    r"rang out\b",
    r"never (?:got hold of|reached|got through)\b",
    r"played phone tag\b",
    r"left word\b",
    r"(?:voice ?mail|vm)\b$",
    (
        r"(?:got|hit) (?:\S+['’]s |her |his |their |the )?(?:voice ?mail|vm|answerphone"
        r"|answering machine)\b"
    ),
    r"wrong number\b",
    r"(?:s?he |they )?hung up\b(?! on)",
    r"no (?:luck|joy)\b",
    r"(?:voice ?mail|mailbox|inbox|answerphone) (?:is |was )?full\b",
    r"(?<!got )(?<!are )(?<!is )(?<!be )engaged(?: tone)?\b$",
    r"(?:did|could)(?: ?n['’]?t| not) get through\b",
    r"lvm\b",
    r"lm\b(?= (?:w/|with|for|on)|$)",
    r"unreachable\b",
    r"(?:was|is) in a meeting\b",
    r"message left for\b",
    r"(?:went|straight|got) (?:through )?(?:straight )?to (?:voice ?mail|vm)\b",
)
_AT_HOME = r"(?:in|there|home|around|at (?:home|work|(?:his|her|their) desk))"
_AWAY = r"(?:out(?: of (?:the )?office)?|away|on (?:holiday|leave)|unavailable|not available)"
_UNTIL = r"(?: on (?:holiday|leave))?(?: (?:until|till) (?:the )?\w+(?: \w+)?)?"
_NO_ANSWER = (
    r"(?:[,;–—-]|\bbut|\band) ?(?:but )?(?:i )?(?:no (?:answer|reply|ans)\b(?! (?:yet|needed))"
    rf"|(?:(?:s?he|they)(?:['’](?:s|re)| (?:is|was|are|were)) )?(?:not {_AT_HOME}|{_AWAY}{_UNTIL})"
    r"|(?:s?he|they)(?:['’]d| had) forgotten"
    r"|no (?:response|pick[- ]?up)|(?:his |her |the )?phone (?:was )?(?:switched )?off"
    r"|(?:went |straight )*(?:to )?(?:the )?(?:answer ?phone|answering machine|machine|voice ?mail)"
    r"|left (?:(?:a|him|her|them) )*(?:voice ?mail|vm|message)(?: with \w+(?: \w+)?)?"
    r"|(?:s?he|they|nobody|no one) (?:was|were) (?:out|away|engaged|not (?:in|there)|there|in)"
    r"|no (?:luck|joy)|(?:voice ?mail|mailbox) full"
    r"|(?:got only|only got|got) (?:(?:his|her|their|the) )?"
    r"(?:secretary|assistant|receptionist|answerphone|machine|pa|wife|husband|son|daughter))[.!]*$"
)
_REACHING = (
    r"\b(?:went to see|went (?:by|round)|called|rang|phoned|telephoned|call|tel|tried|visited"
    r"|dropped|popped|turned up|knocked|drove (?:over|by|round)|went over)\b"
)
_MISSED = (
    r"(?:(?:\w+ )?missed (?:a |his |her |their |the )?(?:calls?\b|.{1,60}?['’]s? call\b)"
    r"|.{1,60}? left (?:me )?a (?:voice ?mail|vm|message)(?: for)? me\b"
    r"|.{1,60}? left me a (?:voice ?mail|vm|message)\b"
    r"|.{1,60}? tried to (?:call|reach|ring|phone|get hold of) (?:me|us)\b"
    r"|(?:vm|voice ?mail) from\b)"
)
# The same, told in a whole sentence: `Tom rang while I was in court`.
_MISSED_IT = (
    r"^.{1,60}? (?:called|rang|phoned|telephoned),? (?:(?:and|but) )?"
    r"(?:i )?(?:missed (?:it|him|her|them)|(?:(?:while|when|but) )?i was [\w ]{2,30})[.!]*$"
)

_NOT = (
    r"(?:did|could|have|has|had|was|were|would|do|does|is|are|will|can|wo|ca)(?: ?n['’]?t| not)"
    r"|never|not|cannot"
)
# Somebody could not, would not or was not there, whatever it was.
_DENIED = re.compile(
    r"\b(?:cannot|ca ?n['’]?t|can not|unable|failed to|fails to|refus(?:ed|es) to|turn(?:ed|s) down"
    r"|(?:will|wo)(?: ?n['’]?t| not)"
    r"|(?:was|were|is|am|are)(?: ?n['’]?t| not) (?:at|in|with|there|able)"
    r"|not (?:at|with|in|there)|yet to|supposed to|meant to|avoided|skip(?:s|ped)?"
    r"|neither\b.*\bnor|hoped to|(?:nearly|almost) (?:met|saw|ran|bumped|called|rang|spoke|caught"
    r"|visited|missed)|(?:rang|called|phoned|emailed|texted) in (?:sick|ill)"
    r"|declined (?:(?:the|our|my|an?|his|her|their) )?(?:meeting|lunch|coffee|dinner|drinks"
    r"|breakfast|call|visit|appointment|invitation|invite)"
    r"|(?:nobody|no one|no-one) (?:came|turned up|showed)"
    r"|never (?:showed up|turned up|came|arrived|made it)|never showed$"
    r"|^(?:i |we )?waited (?:[\w ]{1,20} )?for [\w'’. -]{2,40}[.!]*$"
    r"|(?:meeting|lunch|call|coffee|dinner|appointment|visit)\b.* (?:pushed|put) (?:back|off)"
    r"|no time (?:for|to)"
    r"|^(?:[\w'’.-]+ ){0,3}?(?:still )?(?:has|have)(?: ?n['’]?t| not)\b"
    r"|does(?: ?n['’]?t| not) (?:work|suit)|was absent|ignored"
    r"|forgot|bounced|hung up"
    r"|(?:heard|had|got|received) (?:back )?(?:nothing|no (?:word|news|answer|reply|response|sign))"
    r"|missed (?!(?:a |his |her |their |the )?calls?\b))|^not\b"
)
# What may be, and was not.
_MAYBE = re.compile(
    r"\b(?:maybe|perhaps|possibly|might|unless|hopefully|planning to|plans to|considering)\b|^if\b"
)
# What is proposed is neither yet: `suggested lunch on friday`, `invited him to dinner`.
_PROPOSED = re.compile(
    r"\b(?:suggest(?:ed|s)|propos(?:ed|es)|offer(?:ed|s)|invit(?:ed|es)|moved to|owes)\b.*"
    r"\b(?:lunch|coffee|tea|dinner|drinks|breakfast|brunch|supper|meeting|call|visit|walk"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|tomorrow|\d{1,2}:\d\d)\b"
)
# Called off, or nobody came. Behind a verb of writing or calling it is what was said.
_CALLED_OFF = re.compile(
    r"\b(?:(?:moved|put|pushed|brought) (?:back )?(?:our|the|my|his|her|their) (?:meeting|lunch"
    r"|coffee|call|dinner|appointment|visit)\b.* to|cancell?ed|called off|postponed|re-?scheduled"
    r"|fell through|stood (?:me|us) up|stood up by"
    r"|no[- ]show(?:s|ed)?|bailed(?: on (?:me|us))?|ghosted (?:me|us)|skipped|had to cancel)\b"
)
_NOT_MET = re.compile(
    rf"\b(?:{_NOT}) (?:(?:actually|even|really|yet|manage to|get to) )*"
    r"(?:meet|met|see|seen|saw|speak|spoken|talk|talked|catch|call|called|ring|visit|visited"
    r"|come|came|coming|show|turn|make it|happen|take place|go ahead|have|meeting|seeing|calling"
    r"|heard|confirmed|replied)\b"
    r"|^(?:still )?(?:no (?:meeting|lunch|call|coffee|word|news)|nothing) (?:with|from)\b"
    r"|\b(?:should have|should['’]ve|forgot to|meant to|(?:was|were) supposed to"
    r"|waiting (?:for|on|to)|(?:thought|thinking) (?:of|about)|(?:drove|walked|cycled|ran) past"
    r"|(?:was|were) going to)\b"
    r"|\b(?:calls|rings|phones|emails|writes|gets|comes) back\b"
)
# How somebody is, which is no exchange with them.
_STATE = re.compile(
    r"^[\w'’. -]{2,40}?(?:['’]s| is)"
    r" (?:on (?:\w+ )?(?:holiday|leave|vacation|honeymoon|sabbatical)|away|out|off|ill"
    r"|in (?:the )?hospital|pregnant|sick|turning|moving|retiring|having|expecting)\b"
)
# Several days at once.
_RANGE = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s?[-–]\s?(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|\bfrom (?:the )?\d{1,2}(?:st|nd|rd|th)? (?:\w+ )?to (?:the )?\d{1,2}(?:st|nd|rd|th)?"
    r" [a-z]{3,}"
    r"|\b\d{1,2}[-–]\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_QUESTION = re.compile(
    r"^(?:(?:when|where|why|how) )?(?:did|have|had|should|shall|do|am|was|were|can) (?:i|we)\b"
    r"|^[^,;.:!?(]{1,80}\?"
    r"|^(?:did|do|does|is|are|am|was|were|has|have|will|can|could|should|would|when|who|why)\b.*\?$"
)
_AT_THE_END = re.compile(
    r"(?:[,;:–-]|\bbut\b)\s*(?:(?:but|and) )?(?:\w+ )?(?:has |had |was )?"
    r"(?:cancell?ed|called (?:it )?off|postponed|(?:did|could)(?: ?n['’]?t| not)"
    r" (?:show|come|turn up|make it|happen)(?: up)?|never (?:showed|came|turned up)"
    r"|(?:a )?no[- ]show|stood me up|fell through"
    r"|(?:nobody|no one|no-one) (?:came|turned up|showed(?: up)?))"
    r"(?: (?:at the )?last minute| on me| again| today| it| up)*\s*[.!]*$"
)
_CALLING = frozenset(
    {"called", "rang", "phoned", "emailed", "e-mailed", "mailed", "wrote", "texted"}
)
_CALLING |= {"messaged", "whatsapped", "told", "said", "sent", "dmed", "reached", "spoke"}
# Something that I have to do.
_TO_DO = re.compile(
    r"^(?:(?:i|we) )?(?:(?:needs?|have|ought|want|wanna|gotta|remember|to[- ]?do|remind me|got"
    r"|do ?n['’]?t forget|do not forget)(?::| to\b|(?= (?:call|ring|phone|meet|email|e-mail|write"
    r"|text|message|send|see|visit|thank|ask)\b))|(?:must|should)(?! have\b)(?= \w)"
    r"|(?:am |was )?about to\b|would (?:like|love) to\b|owe\b|(?:hoping|hope) to\b|thinking of\b)"
    r"[: ]*(?P<what>.+)"
)
# What is said to myself to do.
_ORDER = re.compile(
    r"^(?:please )?(?P<what>(?:ask|send|tell|chase|remind|thank|invite|give|forward|pay)\b.+"
    r"|(?:call|ring|phone|text|email|e-mail|mail|write) .{1,60} back\b.*)"
)
_WANTED = re.compile(
    r"\b(?:wants?|needs?|expects?|would like|['’]d like) (?:me|us) to (?P<what>.+)"
)
# What somebody else is to do.
_THEIRS = (
    r" to (?P<what>(?:ring|call|phone|email|e-mail|write|text|message|send|visit|meet|see|come|let"
    r"|confirm|get back)\b.+)"
)
_BIRTHDAY = re.compile(
    r"^[\w’'. -]+?['’]s? (?P<what>(?:wedding )?anniversary|birthday|b-?day|name day)"
    r"(?:(?: is)?(?: on| is)? (?P<when>[^,;]+)|[.!]*$)"
)


# Whoever was not there is named first, and behind it whom I met instead.
_INSTEAD = re.compile(
    r"^[\w'’. -]{2,40}? (?:was|were|is|had)\b[^;.]{2,40}?,? so (?:i|we) "
    r"(?:met|saw|called|rang|had|went|spoke|took)\b"
)


def is_missed(low: str, said: str) -> bool:
    """Whether a sentence, with its head `said`, tells a call of theirs that I missed."""
    is_told = re.search(rf"(?:^|[\s,]){_MISSED}", said) is not None
    return is_told or re.search(_MISSED_IT, low) is not None


def is_in_vain(low: str, said: str) -> bool:
    """Whether a sentence, with its head `said`, tells a try of mine that reached nobody."""
    if any(re.search(rf"(?:^|[\s,;-]){pattern}", said) for pattern in _ATTEMPTS):
        return True
    tail = low[len(said) :].strip()
    behind = r"^[,;:.–—-]*\s*(?:but )?(?:i )?(?:(?:she|he|they) )?"
    if any(re.search(rf"{behind}{pattern}[\w\s']{{0,20}}[.!]*$", tail) for pattern in _ATTEMPTS):
        return True
    return re.search(_NO_ANSWER, low) is not None and re.search(_REACHING, said) is not None


def begins_try(rest: str) -> bool:
    """Whether what follows is a try in vain: `tried Tom`, `no answer`."""
    rest = rest.rstrip()
    return any(re.match(pattern, rest) for pattern in (*_ATTEMPTS, r"no (?:answer|reply)\b"))


class Told(NamedTuple):
    """A sentence in small letters, its head, and whom it names first.

    `has_verb` is whether a verb in the past stands in the head.
    """

    low: str
    head: str
    who: str
    reader: Reader
    has_verb: bool


def refuse_unhappened(told: Told) -> None:
    """Raise UsageError where no exchange is told."""
    _refuse_birthday(told)
    task = _TO_DO.search(told.low) or _ORDER.search(told.low)
    task = task or (None if told.has_verb else _wanted(told))
    if task is not None:
        todo = with_day(task["what"].strip(" .!"), told.reader)
        line = typed("refcli followup {} {} --due {}", told.who, todo.what, todo.due or "WHEN")
        raise UsageError("that is still to be done", f"nothing was saved; be reminded: {line}")
    if _INSTEAD.search(told.low):
        raise UsageError(
            "that tells of somebody who was not there, too",
            "nothing was saved; say only whom you met: refcli log met NAME",
        )
    if _RANGE.search(told.head):
        raise UsageError("that names several days", "nothing was saved; say one of them")
    if _STATE.search(told.low) and not told.has_verb:
        raise UsageError(
            "that says how they are, not what you did together",
            typed('nothing was saved; keep it: refcli contact edit {} --note "…"', told.who),
        )
    if _holds(_PROPOSED, told.head):
        line = (
            "nothing was saved; what was said: refcli log spoke to {}; what is agreed:"
            " refcli meet {} WHEN"
        )
        raise UsageError(
            "is that when you spoke, or when you will meet?", typed(line, told.who, told.who)
        )
    told = told._replace(head=_without_news(told.head))
    if _holds(_MAYBE, told.head):
        raise UsageError(
            "that may be, and was not yet",
            typed("nothing was saved; once it is agreed: refcli meet {} WHEN", told.who),
        )
    if _did_not_happen(told.low, told.head, has_verb=told.has_verb):
        line = (
            "nothing was saved; what was planned: refcli meet list, then refcli meet cancel or"
            " move; a try of yours: refcli log tried {}"
        )
        raise UsageError("that says that it did not take place", typed(line, told.who))


def _wanted(told: Told) -> re.Match[str] | None:
    """What they want of me, or are to do themselves: `Grace to ring me Tuesday`."""
    wish = re.match(
        re.escape(told.who.lower())
        + r" (?:wants?|would like|['’]d like|hopes?) to (?P<what>(?:meet|see|speak|talk|come)\b.+)",
        told.low,
    )
    return (
        wish
        or _WANTED.search(told.low)
        or re.match(re.escape(told.who.lower()) + _THEIRS, told.low)
    )


def _refuse_birthday(told: Told) -> None:
    is_of_exchange = told.has_verb or any(is_how(word) for word in told.head.split())
    found = None if is_of_exchange else _BIRTHDAY.search(told.low)
    if found is not None:
        what = found["what"].replace("bday", "birthday")
        when = (found["when"] or "WHEN").strip(" .!")
        line = typed("refcli contact date {} {} {}", told.who, what, when)
        raise UsageError(f"a {what} is no exchange", f"nothing was saved; note it: {line}")


def _did_not_happen(low: str, head: str, *, has_verb: bool) -> bool:
    if _NOT_MET.search(head) or _QUESTION.search(low):
        return True
    if _holds(_CALLED_OFF, head) or _holds(_DENIED, head):
        return True
    return not has_verb and _AT_THE_END.search(low) is not None


def _holds(pattern: re.Pattern[str], head: str) -> bool:
    """Whether that is told; behind a verb of writing or calling it is what was said."""
    found = pattern.search(head)
    return found is not None and _CALLING.isdisjoint(head[: found.start()].split())


def _without_news(head: str) -> str:
    """The head up to a colon, behind which stands what was said: `call with anna: cannot pay`."""
    before, colon, _ = head.partition(": ")
    return before if colon and any(is_how(word) for word in before.split()) else head

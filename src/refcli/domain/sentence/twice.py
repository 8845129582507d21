"""A second exchange in a line, in a clause of its own: `lunch with Anna, called Tom`.

One line is one exchange, so that nobody is noted as met who was called.
"""

import re
from collections.abc import Iterator

from refcli.domain.sentence.parts import Head, Part, People, Sort, is_how
from refcli.domain.sentence.scan import scan
from refcli.domain.sentence.text import read_text
from refcli.domain.typed import typed
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

_CLAUSE = re.compile(
    r"(?:[;.]\s+|,\s*|\s(?:and|then|&|\+)\s+)"
    r"(?:(?:and|then|also|later|afterwards|after that|i|we|had|a|an|the|quick|short|brief)\s+)*"
)
# What is said or handed over is told of those who were there.
_NO_EXCHANGE = frozenset({"said", "mentioned", "asked", "told", "heard", "phone", "text", "note"})
_NO_EXCHANGE |= {"card", "event", "fair", "conference", "video", "tel", "replied", "answered"}
# Told to somebody who was not there, it is an exchange of its own.
_SPOKEN = frozenset({"told", "asked"})
_TRIES = frozenset({"tried", "reached", "left"})
# What somebody else did then, who stands before it.
_OF_OTHERS = frozenset({"called", "rang", "phoned", "emailed", "e-mailed", "wrote", "texted"})
_OF_OTHERS |= {"messaged", "visited"}
# Behind these stands whom it was about, or where it was.
_ABOUT = frozenset({"about", "re", "at", "whether", "if", "that", "who", "of", "on", "regarding"})
_MOST_WORDS_BEFORE = 5
_NEAR = 60
# Nobody tells more than that in one line.
_MOST_CLAUSES = 8
# Behind a try in vain, that it came to something.
_BACK = re.compile(
    r"\b(?:called|rang|phoned|wrote|texted|messaged|emailed|got)(?: (?:him|her|them|me|us))? back\b"
    r"|\b(?:spoke|talked|reached (?:him|her|them)|got through) (?:\w+ )?(?:later|afterwards|then)\b"
)


def refuse_answered(low: str, who: str) -> None:
    """Raise UsageError where a try in vain was one after all: `left a voicemail, she rang back`."""
    found = _BACK.search(low)
    if found is not None:
        raise UsageError(
            f"that tells a try, and that it came to an exchange: {found[0]}",
            typed("nothing was saved; log the exchange: refcli log call with {}", who),
        )


def refuse_second(head: Head, people: People, reader: Reader) -> None:
    """Raise UsageError where a further clause tells another exchange with somebody."""
    for begins, clause in _clauses(head):
        before = [p for p in head.parts if head.text.words[p.last - 1].end <= begins]
        # `anna and tom called`, `anna and i met tom`: one exchange with both.
        there = [part for part in before if part.sort is Sort.NAME]
        if not there or not _has_how(before):
            continue
        if _tells_exchange(scan(read_text(clause), people, reader), there):
            raise UsageError(
                f"that tells two exchanges: {clause.strip(' .')}",
                "nothing was saved; log one, then the other",
            )


def _clauses(head: Head) -> Iterator[tuple[int, str]]:
    """Where each clause behind the first begins, and the rest of the line from there on."""
    found = 0
    for match in _CLAUSE.finditer(head.text.low):
        rest = head.text.raw[match.end() :]
        said = re.findall(r"[\w'/.-]*\w", rest[:_NEAR].lower())
        if match.start() > head.end or not said:
            continue
        is_exchange = _is_exchange(said[0]) or said[0] in _SPOKEN
        if not is_exchange and _OF_OTHERS.isdisjoint(said[1:3]):
            continue
        found += 1
        if found > _MOST_CLAUSES:
            return
        yield match.start(), rest


def _has_how(parts: list[Part]) -> bool:
    """Whether something was done already."""
    return any(
        part.sort is Sort.LEAD or _is_exchange(part.text.lower())
        for part in parts
        if part.sort in (Sort.LEAD, Sort.WORD)
    )


def _is_exchange(word: str) -> bool:
    return word in _TRIES or (is_how(word) and word not in _NO_EXCHANGE)


def _tells_exchange(clause: Head, there: list[Part]) -> bool:
    """Whether somebody stands close behind the verb, and is no place and no subject matter.

    Whoever is told something, or asked, is no second one where they were `there`.
    """
    names = [n for n, part in enumerate(clause.parts) if part.sort is Sort.NAME]
    if not names or names[0] > _MOST_WORDS_BEFORE:
        return False
    if names[0] == 0:
        verbs = [part.text.lower().split()[0] for part in clause.parts[1:2]]
        return not _OF_OTHERS.isdisjoint(verbs)
    before = [part.text.lower() for part in clause.parts[: names[0]]]
    named = clause.parts[names[0]]
    if before[0] in _SPOKEN and (len(before) > 1 or any(_is_same(named, p) for p in there)):
        return False
    if not _ABOUT.isdisjoint(before) or _is_owner(clause, named):
        return False
    # `left a message for Tom` is one to Tom, `left a message with Tom` is not.
    return before[0] != "left" or before[-1] == "for"


def _is_owner(clause: Head, part: Part) -> bool:
    return clause.text.words[part.last - 1].low.endswith(("'s", "s'"))


def _is_same(part: Part, other: Part) -> bool:
    return bool(set(part.ids) & set(other.ids)) or part.text.lower() == other.text.lower()

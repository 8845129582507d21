"""With whom it was, as the head of a sentence says it."""

import re

from refcli.domain.sentence import words as w
from refcli.domain.sentence.parts import Head, Mention, Part, Sort


def who_told(
    head: Head, *, is_tried: bool, is_ahead: bool = False
) -> tuple[tuple[Mention, ...], bool]:
    """(with whom it was, whether they came to me); all are met in what is only to come."""
    names = [
        (i, part)
        for i, part in enumerate(head.parts)
        if part.sort is Sort.NAME and not _is_left_out(head, i)
    ]
    from_them = _from_them(head, names)
    led = [part for _, part in names if part.is_led]
    if from_them and all(part in [theirs for _, theirs in from_them] for part in led):
        return _mentions([part for _, part in from_them]), True
    if led and not is_tried:
        first = names[0][1]
        is_subject = not first.is_led and (
            is_ahead
            or _says(head, names[0][0])
            or _comes(head, names[0][0])
            or _is_with_me(head, first)
        )
        row = _first_row(head, [part for _, part in names])
        return _mentions([*row, *led] if is_subject and first.text != led[0].text else led), False
    there = [part for i, part in names if not _is_place(head, i)]
    is_theirs = bool(names) and _says(head, names[0][0]) and not _is_addressed(head, names[0][1])
    if is_theirs:
        there = there[:1]
    return _mentions(led or there), is_theirs


_LEAVING_OUT = frozenset({"not", "except", "excluding", "bar", "minus", "sans"})


def _is_sender(head: Head, part: Part) -> bool:
    """Whether somebody else is meant, of whom I know by them: `the plumber Tom recommended`."""
    is_sent = head.text.at(part.last) in w.SENDING and not head.text.words[part.last - 1].tail
    said = [word.low for word in head.text.words[max(0, part.first - 3) : part.first]]
    has_noun = bool(said) and said[-1].isalpha() and said[-1] not in w.JOINERS | w.PAST
    return is_sent and has_noun and not {"the", "a", "an", "that"}.isdisjoint(said[:-1])


def _is_left_out(head: Head, at: int) -> bool:
    """Whether a name says who was not there, or whose thing it was: `Carla's profile to Dan`."""
    words, part = head.text.words, head.parts[at]
    if part.first and words[part.first - 1].low in _LEAVING_OUT:
        return True
    if _is_sender(head, part):
        return True
    if _is_spoken_of(head, at):
        return True
    if not words[part.last - 1].low.endswith("'s") or words[part.last - 1].tail:
        return False
    thing = head.text.at(part.last)
    behind = [p for p in head.parts[at + 1 :] if p.sort is Sort.NAME]
    before = [p for p in head.parts[:at] if p.sort is Sort.NAME]
    is_sent = any(words[p.first - 1].low == "to" for p in behind)
    return is_sent or (thing in w.PAPERS and bool(before))


# Between two people these make the second somebody who is spoken of: `thanked Tom for Eva`.
_SPOKEN_OF = re.compile(
    r"(?:^|.* )(?:for|on|of|about|regarding|concerning|re)(?: (?:the|his|her|their|my))?$"
    r"|(?:^|.* )(?:for|on|of|about|by|after|before|from)"
    r" (?!(?:morning|evening|spring|building|wedding|training|meeting|opening) )\w{3,}ing"
    r"(?: (?:me|us))?(?: (?:to|with))?$"
    r"|(?:^|.* )(?:after|before)(?: (?:the|an?|my|our|his|her|their))?"
    r" (?:lunch|dinner|coffee|drinks|breakfast|call|talk|chat)(?: with)?$"
    r"|(?:^|.* )(?:how|that|whether|if|why|what|when|know)$"
    r"|(?!(?:and|&) )(?:^|.* )i (?:have |had )?\w+(?: to| with)?$"
)
# Behind what is thanked for stands who else took part in that.
_OF_THAT = re.compile(r"for (?:the|an?|that|his|her|their|our) (?:\w+ ){1,2}with$")
_THANKING = frozenset({"thanked", "thanking", "congratulated", "apologised", "apologized"})
_NAMED = frozenset({"mentioned", "praised", "described"})


def _is_spoken_of(head: Head, at: int) -> bool:
    """Whether a name behind another is subject matter, or joined to one that is."""
    words, part = head.text.words, head.parts[at]
    if part.first and words[part.first - 1].low in _NAMED:
        return head.text.at(part.last) == "to"
    before = [n for n in range(at) if head.parts[n].sort is Sort.NAME]
    if not before or "," in words[head.parts[before[-1]].last - 1].tail:
        return False
    between = [word.low for word in words[head.parts[before[-1]].last : part.first]]
    if between and all(word in ("and", "&", "+") for word in between):
        return _is_spoken_of(head, before[-1])
    told = " ".join(between)
    is_thanked = not _THANKING.isdisjoint(word.low for word in words[: part.first])
    return _SPOKEN_OF.match(told) is not None or (is_thanked and _OF_THAT.match(told) is not None)


def _first_row(head: Head, names: list[Part]) -> list[Part]:
    """The first of the names and those that are joined to it: `Eva and Tom Friday with Ben`."""
    row = names[:1]
    for part in names[1:]:
        between = head.text.words[row[-1].last : part.first]
        is_tailed = "," in head.text.words[row[-1].last - 1].tail
        is_joined = is_tailed if not between else all(x.low in w.LISTING for x in between)
        if part.is_led or not is_joined:
            break
        row.append(part)
    return row


def _mentions(parts: list[Part]) -> tuple[Mention, ...]:
    found: dict[object, Mention] = {}
    for part in parts:
        mention = Mention(part.text, part.ids)
        found.setdefault(part.ids if len(part.ids) == 1 else part.text, mention)
    return tuple(found.values())


def _says(head: Head, at: int) -> bool:
    """Whether the name stands before a verb of writing, calling or saying."""
    for part in head.parts[at + 1 : at + 4]:
        if part.sort is Sort.WORD and part.text.lower() in w.ADVERBS:
            continue
        words = part.text.lower().split()
        return part.sort in (Sort.LEAD, Sort.WORD) and bool(words) and words[0] in w.SAYING
    return False


def _is_addressed(head: Head, part: Part) -> bool:
    """Whether something went to them: `letter to Eva sent Monday`."""
    return part.first > 0 and head.text.words[part.first - 1].low in ("to", "for")


def _is_with_me(head: Head, part: Part) -> bool:
    """Whether it is somebody with whom I went: `Anna and I met Tom`."""
    is_joined = head.text.at(part.last) in ("and", "&")
    return is_joined and head.text.at(part.last + 1) in ("i", "me", "we")


def _comes(head: Head, at: int) -> bool:
    """Whether the name stands before a verb of coming: whoever comes with others is there too."""
    behind = head.parts[at + 1 : at + 2]
    return any(part.text.lower() in w.COMING for part in behind)


def _from_them(head: Head, names: list[tuple[int, Part]]) -> list[tuple[int, Part]]:
    """Names behind `from` after a message, or behind `by` after a verb of writing."""
    found: list[tuple[int, Part]] = []
    for i, part in names:
        before = [word.low for word in head.text.words[: part.first]]
        if not before:
            continue
        is_from = before[-1] == "from" and bool(w.FROM_NOUNS & set(before[-5:-1]))
        is_by = before[-1] == "by" and bool({x for x in before[-4:-1] if x in w.SAYING})
        if is_from or is_by or (found and _is_joined(head, part)):
            found.append((i, part))
    return found


def wrote_first(head: Head) -> bool:
    """Whether somebody's name begins the sentence, and nothing says that I wrote."""
    first = head.parts[0]
    named = [part for part in head.parts if part.sort is Sort.NAME]
    if named and _is_addressed(head, named[0]):
        return False
    mine = w.MYSELF | {"me", "my"}
    is_mine = any(part.sort is Sort.LEAD for part in head.parts) or not mine.isdisjoint(
        word.low for word in head.text.words if word.start < head.end
    )
    return first.sort is Sort.NAME and first.last < len(head.text.words) and not is_mine


def _is_joined(head: Head, part: Part) -> bool:
    before = head.text.words[part.first - 1]
    return before.low in ("and", "&", "+", ",") or "," in before.tail


def _is_place(head: Head, at: int) -> bool:
    """Whether a name is where it was, or whose firm: behind `at`, or `from` after a person."""
    part = head.parts[at]
    if not part.first or not any(p.sort is Sort.NAME for p in head.parts[:at]):
        return False
    return head.text.words[part.first - 1].low in ("at", "from", "@", "of")

"""The sentence of `log`: when, with whom, over which channel, and who approached whom."""

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from refcli.domain.dates import Look
from refcli.domain.interactions import Channel, Direction
from refcli.domain.text import fold
from refcli.domain.when.parse import parse_when, read_when
from refcli.domain.when.reader import Reader

# How a candidate is looked up: the number of contacts that it matches.
CountMatches = Callable[[str], int]

_WRITING = frozenset({"wrote", "emailed", "mailed", "texted"})
_CALLING = frozenset({"called", "phoned"})
_LEADS = _WRITING | _CALLING | {"with", "met", "saw", "zoomed", "visited"}
_CHANNELS: tuple[tuple[Channel, frozenset[str]], ...] = (
    (Channel.VIDEO, frozenset(["zoom", "zoomed", "teams", "video"])),
    (Channel.IN_PERSON, frozenset(["lunch", "coffee", "met", "visited", "dinner", "breakfast"])),
    (Channel.CALL, frozenset(["called", "phoned"])),
    (Channel.EMAIL, frozenset(["mailed", "emailed"])),
    (Channel.MESSAGE, frozenset(["wrote", "texted"])),
)
# A noun says how only where it stands before the person: in "she will call Ben" it does not.
_NOUNS = {"call": "called", "mail": "mailed", "email": "emailed", "message": "texted"}
_AFTER_NOUN = frozenset({"with", "to", "from"})
_TAG = r"(?<!\S)[#+]([^\W\d_][\w-]*)"
_SEPARATORS = r"([,&])(?=[^\W\d])"
_MAX_NAME_WORDS = 6
_JOINTS = frozenset({"and", "&"})
_DAY_STARTS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar"})
_DAY_STARTS |= {"apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
_BY = frozenset({"on", "via", "by", "over"})
# Who was tried in vain was not spoken with.
_ATTEMPT = (
    r"(?i)(i )?(left (\w+ )?(a )?(voice ?mail|message)\b"
    r"|tried (to (reach|call|phone|ring|get)|calling)|(got )?no (answer|reply)\b"
    r"|could(n['’]t| not) (reach|get hold of)\b)"
)
_EDGES = '.,;:!?()[]"“”'


class Mention(NamedTuple):
    """A candidate name in the sentence; `matches` contacts bear it (0: nobody)."""

    typed: str
    matches: int


class Sentence(NamedTuple):
    """What a log sentence says."""

    text: str
    on: dt.date | None
    mentions: tuple[Mention, ...]
    channel: Channel
    direction: Direction
    tags: tuple[str, ...]
    is_attempt: bool = False


def read_sentence(
    raw: str, today: dt.date, count_matches: CountMatches, *, find_people: bool = True
) -> Sentence:
    """Read a sentence; `count_matches` says how many contacts a candidate name fits."""
    on, text = split_prefix(raw, today)
    tags = tuple(dict.fromkeys(re.findall(_TAG, text)))
    words = re.sub(_SEPARATORS, r"\1 ", re.sub(_TAG, "", text)).split()
    subject = _subject(words, count_matches) if find_people else None
    mentions = _people(words, count_matches) if find_people and subject is None else ()
    if subject is not None:
        mentions = (subject[0],)
    channel = _channel(words)
    inbound = subject is not None and subject[1] in _WRITING
    direction = Direction.IN if inbound else Direction.OUT
    if re.match(_ATTEMPT, text.strip()):
        spoken = channel if channel in (Channel.EMAIL, Channel.MESSAGE) else Channel.CALL
        return Sentence(text, on, mentions, spoken, Direction.OUT, tags, is_attempt=True)
    return Sentence(text, on, mentions, channel, direction, tags)


def split_prefix(raw: str, today: dt.date) -> tuple[dt.date | None, str]:
    """A prefix before the first colon counts only when all of it is a WHEN.

    Raises UsageError when that day is still to come.
    """
    prefix, colon, rest = raw.partition(":")
    is_when = bool(prefix.strip()) and read_when(prefix, Reader(today, Look.BACK)) is not None
    if colon and rest.strip() and is_when:
        return parse_when(prefix, Reader(today, Look.BACK)), rest.strip()
    return None, raw.strip()


def _bare(word: str) -> str:
    return fold(word.strip(_EDGES))


def _channel(words: list[str]) -> Channel:
    said = [_bare(word) for word in words]
    for at, following in enumerate(said[1:]):
        if said[at] in _NOUNS and following in _AFTER_NOUN:
            said[at] = _NOUNS[said[at]]
    found = [
        (at, channel)
        for at, word in enumerate(said)
        for channel, names in _CHANNELS
        if word in names
    ]
    for at, channel in found:
        if channel is Channel.VIDEO and at and said[at - 1] in _BY:
            return channel  # "met Anna on Zoom"
    return found[0][1] if found else Channel.IN_PERSON


def _subject(words: list[str], count_matches: CountMatches) -> tuple[Mention, str] | None:
    """A NAME at the very beginning before a verb of writing or calling, with that verb."""
    for size in range(min(_MAX_NAME_WORDS, len(words) - 1), 0, -1):
        verb = _bare(words[size])
        if verb in (_WRITING | _CALLING):
            typed = _name_text(words[:size])
            count = count_matches(typed)
            if count:
                return Mention(typed, count), verb
    return None


def _name_text(words: list[str]) -> str:
    return " ".join(words).strip(_EDGES + " ").removesuffix("'s").removesuffix("’s")


def _people(words: list[str], count_matches: CountMatches) -> tuple[Mention, ...]:
    lead = next((i for i, word in enumerate(words) if _bare(word) in _LEADS), None)
    if lead is None:
        return ()
    start = lead + 1
    while start < len(words) and _bare(words[start]) in _LEADS | {"to"}:
        start += 1  # "met with Anna", "wrote to Anna"
    return tuple(_chain(words, start, count_matches))


def _chain(words: list[str], start: int, count_matches: CountMatches) -> list[Mention]:
    """Names from `start`, joined by commas, `and` or `&`, up to the first word that is none."""
    mentions: list[Mention] = []
    at, is_joined = start, True
    while at < len(words) and is_joined:
        while at < len(words) and mentions and _bare(words[at]) in _JOINTS:
            at += 1
        size, mention = _longest(words, at, count_matches)
        if mention is None:
            if at < len(words) and (not mentions or _is_capitalised(words[at])):
                size = _capitalised_run(words, at)
                mentions.append(Mention(_name_text(words[at : at + size]), 0))
            break
        if size == 1 and _goes_on(words, at):
            mentions.append(Mention(_name_text(words[at : at + _capitalised_run(words, at)]), 0))
            break
        mentions.append(mention)
        at += size
        ends_with_comma = words[at - 1].endswith(",")
        is_joined = ends_with_comma or (at < len(words) and _bare(words[at]) in _JOINTS)
    return mentions


def _longest(words: list[str], at: int, count_matches: CountMatches) -> tuple[int, Mention | None]:
    for size in range(min(_MAX_NAME_WORDS, len(words) - at), 0, -1):
        chunk = words[at : at + size]
        if any(w.endswith((",", ".", ";", ":")) for w in chunk[:-1] if len(w) > 2):  # noqa: PLR2004  initials
            continue
        typed = _name_text(chunk)
        if not all(any(c.isalnum() for c in word) for word in chunk):
            continue
        if typed and (count := count_matches(typed)):
            return size, Mention(typed, count)
    return 0, None


def _goes_on(words: list[str], at: int) -> bool:
    """Whether the one word that matched is followed by what looks like its surname."""
    if at + 1 >= len(words) or words[at].endswith((",", ".", ";", ":", "'s", "’s")):
        return False
    following = _bare(words[at + 1])
    is_day = following[:3] in _DAY_STARTS
    return (
        _is_capitalised(words[at])
        and _is_capitalised(words[at + 1])
        and not (is_day or following in _JOINTS or len(following) == 1)
    )


def _is_capitalised(word: str) -> bool:
    return word.strip(_EDGES)[:1].isupper()


def _capitalised_run(words: list[str], at: int) -> int:
    """How many words from `at` look like one name that nobody bears."""
    size = 1
    while at + size < len(words) and _is_capitalised(words[at + size]):
        if words[at + size - 1].endswith((",", ".", ";", ":")):
            break
        size += 1
    return size

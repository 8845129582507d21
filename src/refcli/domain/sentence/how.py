"""Over which channel an exchange went, as the head of a sentence says it."""

import re

from refcli.domain.interactions import Channel
from refcli.domain.sentence import words as w
from refcli.domain.sentence.parts import Head, Sort


def how_told(head: Head) -> tuple[Channel, bool]:
    """(the channel, whether it was said)."""
    covered = {
        n for part in head.parts if part.sort is Sort.NAME for n in range(part.first, part.last)
    }
    behind = {part.first for part in head.parts if part.sort is Sort.WORD}
    said = [
        word.low
        for n, word in enumerate(head.text.words)
        if n not in covered and (word.start < head.end or n in behind)
    ]
    low = head.text.low[: head.end]
    sure = _sure(low, said)
    if sure is not None:
        return sure, True
    behind_all = re.search(w.WAY_AT_THE_END, head.text.low)
    if behind_all is not None and not any(word in names for _, names in w.PLAIN for word in said):
        return w.WAYS[behind_all[1].replace("-", "")], True
    for classes in (w.PLAIN, w.VAGUE):
        found = [
            (place, channel)
            for place, word in enumerate(said)
            for channel, names in classes
            if word in names
        ]
        if found:
            return found[0][1], classes is w.PLAIN
    is_sent = re.search(w.RECEIVED, low) is not None
    return (Channel.MESSAGE, True) if is_sent else (Channel.IN_PERSON, False)


def _sure(low: str, said: list[str]) -> Channel | None:
    """The channel of what leaves no doubt, whatever else is said."""
    for pattern, channel in w.PHRASES:
        if re.search(pattern, low):
            return channel
    if w.EVENTS & set(said):
        return Channel.EVENT
    return next((c for c, names in w.SURE if not names.isdisjoint(said)), None)

"""NAME: how what a person types is matched with the people they know."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from refcli.domain.text import clean_line, fold
from refcli.errors import UsageError

MAX_NAME = 200
MAX_ID = 10**15
_MAX_DIGITS = 15
_NOBODY = 0
EMAIL = r"[^\s@<>,;]+@[^\s@<>,;]+"
_LEAST_DIGITS = 3
_ID = r"@([0-9]+)"
_NUMBER = r"[0-9]{1,15}"
_WORD = r"[^\W_]+(?:['’\-][^\W_]+)*"


class Candidate(NamedTuple):
    """A contact as name matching sees it; `nicknames` has former names too."""

    id: int
    name: str
    nicknames: tuple[str, ...]
    organization: str | None

    @property
    def label(self) -> str:
        """What tells two people of one name apart."""
        where = f", {self.organization}" if self.organization else ""
        return f"{self.name} (@{self.id}{where})"


def contact_id_in(text: str) -> int | None:
    """The id in `@12`, or None: any other `@…` is a name."""
    match = re.fullmatch(_ID, text.strip())
    if match is None:
        return None
    return int(match[1]) if len(match[1]) <= _MAX_DIGITS else _NOBODY


def number_in(text: str) -> int | None:
    """The number of a follow-up, ask or introduction, or None when it is a name."""
    match = re.fullmatch(_NUMBER, text.strip())
    return int(match[0]) if match else None


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, without punctuation around them; hyphenated ones whole."""
    return tuple(re.findall(_WORD, fold(name))) or tuple(fold(name).split())


def search_words(name: str) -> frozenset[str]:
    """The words under which a name is found: whole ones, and the parts of hyphenated ones."""
    whole = words_of(name)
    hyphenated = (word for word in whole if not word.isalnum())
    parts = {part for word in hyphenated for part in re.split(r"['’\-]", word) if len(part) > 1}
    return frozenset(whole) | parts


def matches_part(name: str, typed: str) -> bool:
    """Whether the typed words stand in the name, whole and in their order."""
    have, want = words_of(name), words_of(typed)
    if not want:
        return False
    left = iter(have)
    if all(word in left for word in want):
        return True
    return len(want) == 1 and want[0] in search_words(name)


def best_matches(typed: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those on the best level: exact name, nickname, whole words of the name, of a nickname."""
    key = fold(typed)
    people = tuple(candidates)
    by_name = [c for c in people if fold(c.name) == key]
    by_nickname = [c for c in people if key in {fold(n) for n in c.nicknames}]
    by_part = [c for c in people if matches_part(c.name, typed)]
    by_other = [c for c in people if any(matches_part(n, typed) for n in c.nicknames)]
    return tuple(by_name or by_nickname or by_part or by_other)


def near_names(typed: str, names: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """The names that look most like what was typed."""
    from difflib import SequenceMatcher  # noqa: PLC0415  only when a name was not found

    key = fold(typed)

    def likeness(name: str) -> float:
        parts = [fold(name), *words_of(name)]
        return max(SequenceMatcher(None, key, part).ratio() for part in parts)

    ranked = sorted(((likeness(name), name) for name in set(names)), key=lambda x: (-x[0], x[1]))
    return tuple(name for score, name in ranked[:most] if score >= 0.68)  # noqa: PLR2004  tried out


def may_be_same_person(one: str, other: str) -> bool:
    """Same words in another order, or one name's words contained in the other's."""
    a, b = set(words_of(one)), set(words_of(other))
    return bool(a) and bool(b) and (a <= b or b <= a)


def is_email(text: str) -> bool:
    """Whether it is one e-mail address."""
    return re.fullmatch(EMAIL, text) is not None


def looks_like_phone(text: str) -> bool:
    """Whether there are digits enough for a number, three being the shortest in use."""
    return sum(c.isdigit() for c in text) >= _LEAST_DIGITS


# What is answered to a question for a name, and is nobody's.
_NO_NAMES = frozenset(
    {"no", "nope", "none", "nobody", "no one", "no-one", "noone", "nothing", "nothing special"}
    | {"nothing really", "not really", "not yet", "n/a", "no thanks", "neither", "not today"}
    | {"not this time"}
)
_SOMEBODY = frozenset({"yes", "yep", "yeah", "sure", "somebody", "someone", "anybody"})
# As an answer these are the same, and yet somebody may be called so.
_NOTHING = _NO_NAMES | {"n", "na", "nil", "nada", "never"}
_YES = _SOMEBODY | {"y"}


def is_nothing(answer: str) -> bool:
    """Whether an answer to a question for a name, or for words, says that there is none."""
    said = fold(answer).strip(" .,!-–—")
    return said in _NOTHING or not any(c.isalnum() for c in said)


def is_yes(answer: str) -> bool:
    """Whether it only says that there is one."""
    return fold(answer).strip(" .,!") in _YES


def checked_name(text: str) -> str:
    """A name fit to be kept: one clean line with something to read in it."""
    name = clean_line(text)
    said = fold(name).strip(" .,!")
    if said in _NO_NAMES or said in _SOMEBODY:
        raise UsageError(f"that is nobody's name: {name}", "say who it is")
    if not any(c.isalnum() for c in name):
        raise UsageError(f"a name needs a letter or digit: {name or '(empty)'}")
    if contact_id_in(name) is not None:
        raise UsageError(f"@ and digits is an id, no name: {name}")
    if len(name) > MAX_NAME:
        raise UsageError(f"a name has {MAX_NAME} characters at most: {name[:40]}…")
    return name

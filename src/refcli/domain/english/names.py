"""What somebody is called: to their face, and when others are told of them."""

import re
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.english import name_words as n

_LAST_LATIN = 0x24F
_JOINS = frozenset({"and", "&", "+", "und", "et", "y"})
_OWNER_ENDS = ("'s", "’s", "s'", "s’")


class Party(StrEnum):
    """Whether a name is one person's, two people's, or a firm's or another body's."""

    PERSON = "person"
    COUPLE = "couple"
    FIRM = "firm"


class Addressee(NamedTuple):
    """Somebody as a text has them.

    `greeting` is what they are called to their face, `name` their whole name in the middle of a
    sentence, `short` how a third person is told of them: `Dora`, `Mr and Mrs Ode`, `them`.
    """

    name: str
    greeting: str
    party: Party = Party.PERSON

    @property
    def short(self) -> str:
        """How others are told of them once they were named."""
        return self.greeting if self.party is Party.PERSON else "them"

    @property
    def subject(self) -> tuple[str, bool]:
        """(how they begin a sentence once they were named, whether their verb is plural)."""
        return (self.greeting, False) if self.party is Party.PERSON else ("They", True)


def addressee(name: str, call: str | None = None) -> Addressee:
    """Somebody by their name; what the user calls them (`--call`) comes before what is read."""
    party = party_of(name)
    return Addressee(written_name(name), call or greeting_of(name), party)


def party_of(name: str) -> Party:
    """Whether a name is one person's, a couple's or a firm's."""
    words = _words(name)
    low = [_bare(word) for word in words]
    if not words or any(word.endswith(_OWNER_ENDS) for word in words[:-1]):
        return Party.FIRM if any(word in n.FIRMS for word in low) else Party.PERSON
    joins = [at for at, word in enumerate(low) if word in _JOINS]
    if low[0] == "the" or any(word in n.FIRMS for word in low):
        return Party.FIRM
    if joins and 0 < joins[0] < len(low) - 1:
        is_names = len(low) == 3 and "&" in words  # noqa: PLR2004  `Baker & Miller`
        return Party.FIRM if is_names else Party.COUPLE
    return Party.PERSON


def greeting_of(name: str) -> str:
    """What they are called: a first name, a title with a family name, or the whole name."""
    whole = written_name(name)
    words = _ordered(whole)
    if not words or _is_foreign(whole):
        return whole or name
    party = party_of(name)
    if party is Party.FIRM:
        return re.sub(r"^[Tt]he ", "", whole)
    if party is Party.COUPLE:
        return _both(words)
    nickname = re.search(r"[(\"“]([A-Z][\w-]+)[)\"”]", whole)
    return nickname[1] if nickname else _one(words)


def _one(words: list[str]) -> str:
    """What one person is called."""
    low = [_bare(word) for word in words]
    titles = _titles(low)
    whole = " ".join(words)
    if titles and titles < len(words):
        rest = words[titles:]
        if low[titles - 1] in n.KNIGHTS:
            return " ".join(words[: titles + 1])
        return " ".join([*words[:titles], *_family_name(rest)])
    is_whole = (
        titles
        or low[0] in n.RELATIONS | n.FAMILY_FIRST
        or _is_particle(words[0])
        or len(low[0]) == 1
    )
    is_owned = any(word.endswith(_OWNER_ENDS) for word in words[:-1])
    return whole if is_whole or is_owned else words[0]


def _titles(low: list[str]) -> int:
    """How many titles stand first."""
    count = 0
    while count < len(low) and low[count] in n.TITLES | n.KNIGHTS | n.NOBLES:
        count += 1
    return count


def _family_name(words: list[str]) -> list[str]:
    """The last word and the particles before it."""
    first = len(words) - 1
    while first > 0 and _is_particle(words[first - 1]):
        first -= 1
    return words[first:]


def _is_particle(word: str) -> bool:
    """Whether a word belongs to the family name behind it: small, as particles are written."""
    return word.islower() and _bare(word) in n.PARTICLES


def _both(words: list[str]) -> str:
    """`Tom and Gina` for `Tom and Gina Ruiz`; titles keep the whole."""
    at = next(i for i, word in enumerate(words) if _bare(word) in _JOINS)
    before, after = words[:at], words[at + 1 :]
    if _titles([_bare(before[0])]) or _titles([_bare(after[0])]):
        return " ".join(words)
    return f"{before[0]} {words[at]} {after[0]}" if len(after) > 1 else " ".join(words)


def written_name(name: str) -> str:
    """The name in the middle of a sentence: capitals where none were typed, `the` small."""
    words = _ordered(" ".join(_words(name)), keep_suffix=True)
    if not words:
        return name.strip()
    typed = " ".join(words)
    if typed.islower() or (typed.isupper() and len(words) > 1):
        words = [_capital(word) for word in words]
    elif len(words) == 1 and typed.isupper() and len(typed) > len("BMW"):
        words = [_capital(typed)]
    text = " ".join(words)
    is_body = text.startswith("The ") and len(words) > 1
    return f"the {text[4:]}" if is_body else text


def _ordered(whole: str, *, keep_suffix: bool = False) -> list[str]:
    """The words, the given name first, without what stands behind a name."""
    before, _, after = whole.partition(",")
    if after.strip() and _bare(after.split()[-1]) not in n.SUFFIXES:
        whole = f"{after.strip()} {before}"  # "Weiss, Anna"
    elif keep_suffix:
        return whole.split()
    else:
        whole = before
    words = [word for word in whole.split() if word[:1] not in ('"', "“", "(")]
    while len(words) > 1 and _bare(words[-1]) in n.SUFFIXES:
        words.pop()
    return words


def _words(name: str) -> list[str]:
    """The words that can be read: no pictures."""
    return [word for word in name.split() if any(c.isalnum() for c in word) or word in _JOINS]


def _bare(word: str) -> str:
    return word.lower().strip(".,;:()")


def _capital(word: str) -> str:
    """`jean-luc` as `Jean-Luc`, `o'neill` as `O'Neill`; particles stay small."""
    if word.lower() in n.PARTICLES | _JOINS:
        return word.lower()
    return re.sub(
        r"(^|[-'’.])([^\W\d_])(?!$|\s)",
        lambda m: m[1] + m[2].upper(),
        word.lower(),
    )


def _is_foreign(text: str) -> bool:
    """Whether it is written in other letters than Latin ones."""
    return any(ord(c) > _LAST_LATIN for c in text if c.isalpha())

"""What somebody is called: to their face, and when others are told of them."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.english import name_words as n
from refcli.domain.text import joined

_LAST_LATIN = 0x24F
_JOINS = frozenset({"and", "&", "+", "und", "et", "y", "/"})
_SMALL = frozenset({"of", "the", "in", "for", "at", "on"})
_OWN = frozenset({"my", "our", "your"})
_OWNED = _OWN | {"her", "his", "their"}
# How those are greeted whom nobody calls by a name: firms, `my dentist`.
NAMELESS = "Hello"
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
    `pronouns` are as the user told them, such as she/her.
    """

    name: str
    greeting: str
    party: Party = Party.PERSON
    pronouns: str | None = None

    @property
    def short(self) -> str:
        """How others are told of them once they were named."""
        return self._called if self.is_one else "them"

    @property
    def known_as(self) -> str:
        """How others are told of them who know whom it is about: `Dora`, `the Rotary Club`."""
        is_brief = self.party is not Party.FIRM and self.greeting != NAMELESS
        return self.greeting if is_brief else self.name

    @property
    def them(self) -> str:
        """The pronoun behind a verb: `her` and `him` only where it was told."""
        told = (self.pronouns or "").lower().split("/")
        is_told = self.party is Party.PERSON and told[1:2] in (["her"], ["him"])
        return told[1] if is_told else "them"

    @property
    def them_or_name(self) -> str:
        """Behind a verb, one person of whom no pronoun was told by name: `look after Dora`."""
        return self.short if self.them == "them" else self.them

    @property
    def subject(self) -> tuple[str, bool]:
        """(how they begin a sentence once they were named, whether their verb is plural)."""
        return (self._called, False) if self.is_one else ("They", True)

    @property
    def is_one(self) -> bool:
        """Whether it is one person whom others know by what they are called."""
        is_known = self.greeting != NAMELESS or any(end in self.name for end in _OWNER_ENDS)
        return self.party is Party.PERSON and is_known

    @property
    def _called(self) -> str:
        return self.name if self.greeting == NAMELESS else self.greeting


def addressee(
    name: str,
    call: str | None = None,
    pronouns: str | None = None,
    party: Party | None = None,
) -> Addressee:
    """Somebody by their name; what the user says they are, or are called, comes before."""
    party = party or party_of(name)
    return Addressee(written_name(name), call or greeting_of(name, party), party, pronouns)


def joint(people: Sequence[Addressee]) -> Addressee:
    """Several as one text has them: `Ines Falk and Hugo Brandt`, then `them`."""
    if len(people) == 1:
        return people[0]
    names = [person.name for person in people]
    return Addressee(joined(names), joined(names), Party.COUPLE)


def party_of(name: str) -> Party:
    """Whether a name is one person's, a couple's or a firm's."""
    words = _words(name)
    low = [_bare(word) for word in words]
    is_several = len(low) > 1 and low[-1] in n.PLURAL_ENDS and low[0] not in n.PLURAL_ENDS
    if is_several and low[-2] not in _JOINS:  # `Hill & Sons` is a firm
        return Party.COUPLE
    if not words:
        return Party.PERSON
    if _is_owned(words):
        is_body = _is_named_after(words) or any(word in n.FIRMS for word in low)
        return Party.FIRM if is_body else Party.PERSON
    joins = [at for at, word in enumerate(low) if word in _JOINS]
    is_titled = low[0] == "the" and len(low) > 1 and low[1] in n.TITLES
    is_body = any(word in ("of", "in", "for") for word in words[1:-1])
    if not is_titled and (low[0] == "the" or is_body or any(word in n.FIRMS for word in low)):
        return Party.FIRM
    if joins and 0 < joins[0] < len(low) - 1:
        is_names = len(low) == 3 and "&" in words  # noqa: PLR2004  `Baker & Miller`
        return Party.FIRM if is_names else Party.COUPLE
    return Party.PERSON


def greeting_of(name: str, party: Party | None = None) -> str:
    """What they are called: a first name, a title with a family name, or the whole name."""
    whole = written_name(name)
    words = _ordered(whole)
    if not words or _is_foreign(whole):
        return whole or name
    party = party or party_of(name)
    if party is Party.FIRM:
        return NAMELESS
    if words[0].lower() in _OWNED or _is_owned(words):
        return _name_behind(_words(name)) or NAMELESS  # nobody is called `my dentist` to their face
    if party is Party.COUPLE:
        return _both(words) if any(_bare(word) in _JOINS for word in words) else whole
    nickname = re.search(r"[(\"“]([A-Z][\w-]+)[)\"”]", whole)
    return nickname[1] if nickname else _one(words)


def _one(words: list[str]) -> str:
    """What one person is called."""
    low = [_bare(word) for word in words]
    words = words[1:] if low[0] == "the" and len(words) > 1 else words
    low = [_bare(word) for word in words]
    titles = _titles(low)
    whole = " ".join(words)
    if titles and titles < len(words):
        rest = words[titles:]
        if rest[0].lower() in n.FAMILY_FIRST and len(rest) > 1:
            return whole
        is_lady = low[titles - 1] == "lady" and len(rest) > 1
        if low[titles - 1] in n.KNIGHTS or is_lady:
            return " ".join(words[: titles + 1])
        return " ".join([*words[:titles], *_family_name(rest)])
    initials = words[0].replace(".", "")
    is_initials = initials.isupper() and len(initials) <= len("JRR") and len(words) > 1
    is_other_order = len(words) > 1 and low[-1] in n.GIVEN_LAST
    is_whole = (
        titles
        or (is_initials and len(initials) > 1)
        or is_other_order
        or low[0] in n.RELATIONS | n.FAMILY_FIRST
        or _is_particle(words[0])
        or len(low[0]) == 1
    )
    return whole if is_whole else words[0]


def _is_owned(words: list[str]) -> bool:
    """Whether somebody is named by whose they are: `Bill's brother`."""
    return any(word.endswith(_OWNER_ENDS) for word in words[:-1])


def _is_named_after(words: list[str]) -> bool:
    """Whether a house is named by whose it is: `Tony's Pizza`."""
    owner = max(at for at, word in enumerate(words[:-1]) if word.endswith(_OWNER_ENDS))
    behind = words[owner + 1]
    return behind[:1].isupper() and _bare(behind) not in n.RELATIONS


def _name_behind(words: list[str]) -> str:
    """The name of whoever is told of as somebody's: `Rolf` for `her neighbour Rolf`."""
    owner = max((at for at, word in enumerate(words) if word.endswith(_OWNER_ENDS)), default=0)
    named = [w for w in words[owner + 1 :] if w[:1].isupper() and _bare(w) not in n.RELATIONS]
    return named[0] if named else ""


def _titles(low: list[str]) -> int:
    """How many titles stand first."""
    count = 0
    while count < len(low) and low[count] in n.TITLES | n.KNIGHTS | n.NOBLES:
        count += 1
    is_rank = not count and len(low) > 2 and low[0] in n.TITLES_OR_NAMES  # noqa: PLR2004
    return count or int(is_rank)


def _family_name(words: list[str]) -> list[str]:
    """The last word and the particles before it."""
    first = len(words) - 1
    if _bare(words[0]) in n.PARTICLES and len(words) > 1:
        return words
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
    firsts = [_bare(side[0]) for side in (before, after)]
    is_plain = not any(_titles([first]) or len(first) == 1 for first in firsts)
    is_list = any(word.endswith(",") for word in words)
    if not is_plain or is_list or after[0].islower():
        return " ".join(words)
    return f"{before[0]} {words[at]} {after[0]}" if len(after) > 1 else " ".join(words)


def written_name(name: str) -> str:
    """The name in the middle of a sentence: capitals where none were typed, `the` small."""
    words = _ordered(" ".join(_words(name)), keep_suffix=True)
    if not words:
        return name.strip()
    typed = " ".join(words)
    if words[0].lower() in _OWNED - _OWN and (named := _name_behind(words)):
        return " ".join(words[words.index(named) :])
    if words[0].lower() in _OWNED:
        return typed[:1].lower() + typed[1:]
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
    is_list = any(_bare(word) in _JOINS for word in after.split())
    if is_list:
        return whole.split()
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
    found = [word for word in name.split() if any(c.isalnum() for c in word) or word in _JOINS]
    return [_without_signs(word) for word in found]


def _without_signs(word: str) -> str:
    """A word without a picture before it or a mark behind it."""
    if word in _JOINS:
        return word
    first = next(at for at, sign in enumerate(word) if sign.isalnum() or sign in '"“(')
    return word[first:].rstrip("!?*;:")


def _bare(word: str) -> str:
    return word.lower().strip(".,;:()")


def _capital(word: str) -> str:
    """`jean-luc` as `Jean-Luc`, `o'neill` as `O'Neill`; particles stay small."""
    if word.lower() in n.PARTICLES | _JOINS | _SMALL or "@" in word:
        return word.lower()
    if word.lower().endswith("-in-law"):
        return word[:1].upper() + word[1:].lower()
    return re.sub(
        r"(^|[-'’.])([^\W\d_])(?!$|\s)",
        lambda m: m[1] + m[2].upper(),
        word.lower(),
    )


def _is_foreign(text: str) -> bool:
    """Whether it is written in other letters than Latin ones."""
    return any(ord(c) > _LAST_LATIN for c in text if c.isalpha())

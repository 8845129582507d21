"""What people type into a slot, cut to what they meant: no quotes, no full stop, no capital."""

import re

from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t
from refcli.domain.english import verbs
from refcli.domain.english.listed import listed
from refcli.domain.english.nouns import is_people

_QUOTES = "\"'“”‘’«»„`"
_ENDS = " .,;:!?"
NATIONS = listed(
    """
    german english french british american irish scottish welsh swiss austrian italian spanish
    dutch polish turkish european asian african australian canadian chinese indian japanese russian
    swedish danish norwegian finnish portuguese greek arabic ukrainian
    """
)
_PEOPLES = listed("pole turk dane finn brit scot spaniard swede belgian brazilian mexican romanian")
_NAMES = (
    NATIONS | _PEOPLES | listed("reading bath march may june august france florence provence nice")
)
_OTHERS = listed(
    """
    to who that someone somebody anyone looking dental medical first second annual yearly
    monthly weekly independent regular and but
    """
)
_VERBS = x.VERBS | x.BOTH | x.INTENTIONS | x.STATES | x.THIRD_STATES | t.HABITS
_NOUNS = x.THINGS_IN_ING | x.MASS | x.COUNTED | x.PLURALS | x.PERSONS | x.GROUPS | x.ORGANISATIONS
_NOUNS |= x.TRADES | x.COUNTED_IN_ING
_KNOWN = _VERBS | _NOUNS | t.ADJECTIVES | t.ADVERBS | x.DETERMINERS | x.PREPOSITIONS | _OTHERS
_KNOWN_ENDS = ("ise", "ize", "ify", "ing", "tion", "ment", "ness", "ally")


def tidy(text: str) -> str:
    """Words joined with single spaces, no space before punctuation, no doubled full stop."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!])", r"\1", text)
    return re.sub(r"([.?!])[.?!]+", r"\1", text)


def fragment(text: str) -> str:
    """A user's phrase as the middle of a sentence: no full stop, no capital that is none."""
    phrase = " ".join(text.split()).strip(_ENDS)
    if phrase[:1] in _QUOTES or phrase[-1:] in ('"', "”", "»"):
        phrase = phrase.strip(_QUOTES + _ENDS)
    if phrase == "it":
        return "IT"
    words = phrase.split()
    is_shout = phrase.isupper() and any(
        len(word) > len("NHSA") or word.lower() in _KNOWN for word in words
    )
    if len(words) > 1 and is_shout:
        phrase = phrase.lower()
    if len(words) > 1 and phrase.istitle() and all(is_common(word) for word in words):
        phrase = phrase.lower()
    first, _, rest = phrase.partition(" ")
    is_verb = first.lower() in x.VERBS | x.ARTICLES | x.POSSESSIVES | {"to", "who", "for"}
    if is_common(first) and (is_verb or not _is_title(rest)):
        first = first[:1].lower() + first[1:]
        if is_verb and rest.istitle():
            rest = " ".join(w.lower() if is_common(w) else w for w in rest.split())
    return f"{first} {rest}".strip()


def is_common(word: str) -> bool:
    """Whether a word that was typed with a capital is no name."""
    low = word.lower().rstrip(",;:")
    if not word[1:].islower() and len(word) > 1:
        return False
    if low in _NAMES or low.rstrip("s") in _NAMES or low.split("-")[0] in _NAMES:
        return False
    is_known = low in _KNOWN or low.endswith(_KNOWN_ENDS)
    return is_known or verbs.is_third(low) or is_people(low) or low in x.PERSONS


def _is_title(rest: str) -> bool:
    """Whether the rest begins with a capital too, as a name does: `Baker Street`."""
    return rest[:1].isupper() and not rest.split(maxsplit=1)[0].isupper()


def is_empty(text: str | None) -> bool:
    """Whether nothing of a phrase can be read: no letter, no digit."""
    return not text or not any(sign.isalnum() for sign in text)


_RELATIVE = frozenset({"who", "whose", "that", "which"})


def said_to_them(phrase: str) -> str:
    """The phrase as it is said to those whom it is about: `selling your house`.

    What belongs to somebody else stays theirs: `clients who sell their firm`.
    """
    swaps = {"their": "your", "his": "your", "her": "your", "them": "you", "they": "you"}
    swaps |= {
        "themselves": "yourself",
        "himself": "yourself",
        "herself": "yourself",
        "theirs": "yours",
    }
    words = phrase.split()
    of_others = next((n for n, word in enumerate(words) if n and word.lower() in _RELATIVE), None)
    about = words[:of_others]
    return " ".join([*(swaps.get(word.lower(), word) for word in about), *words[len(about) :]])

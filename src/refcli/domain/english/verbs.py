"""Forms of English verbs, regular ones by rule; whether a word can be a verb at all."""

import re

from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t

_THIRD = {"have": "has", "do": "does", "go": "goes", "be": "is", "are": "is", "am": "is"}
_THIRD |= {"don't": "doesn't", "haven't": "hasn't", "aren't": "isn't", "were": "was"}
_PLAIN = {third: plain for plain, third in _THIRD.items() if plain not in ("be", "am")}
_PLAIN["was"] = "were"
_SAME = frozenset({"can", "will", "would", "could", "should", "may", "might", "must", "cannot"})
_SAME |= {"can't", "won't", "wouldn't", "couldn't", "had", "did", "was"}
_CONSONANT = "[bcdfghjklmnpqrstvwxz]"
# Verbs of two syllables that double their last letter all the same.
_DOUBLED = frozenset({"begin", "refit", "forget", "admit", "permit", "commit", "prefer", "refer"})
_VERB_ENDS = ("ise", "ize", "ify", "yse")
_KNOWN = x.VERBS | x.BOTH | t.HABITS | x.STATES


def third(verb: str) -> str:
    """The form after he or she: `has`, `pays`, `carries`."""
    if verb in _SAME:
        return verb
    if verb in _THIRD:
        return _THIRD[verb]
    if re.search(rf"{_CONSONANT}y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def plain(verb: str) -> str:
    """The form after they: `have` for `has`, `carry` for `carries`."""
    if verb in _SAME:
        return verb
    if verb in _PLAIN:
        return _PLAIN[verb]
    if verb.endswith("ies") and len(verb) > len("dies"):
        return f"{verb[:-3]}y"
    if verb.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")):
        return verb[:-2]
    return verb[:-1] if verb.endswith("s") and not verb.endswith("ss") else verb


def gerund(verb: str) -> str:
    """The form in -ing: `making`, `running`, `lying`."""
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return f"{verb[:-1]}ing"
    is_short = re.fullmatch(rf"{_CONSONANT}*[aeiou][bdgklmnprt]", verb) is not None
    return f"{verb}{verb[-1]}ing" if is_short or verb in _DOUBLED else f"{verb}ing"


def verb_in(ing: str) -> str | None:
    """The known verb of a form in -ing, None where there is none."""
    stem = ing.removesuffix("ing")
    if stem == ing:
        return None
    return next((v for v in (stem, f"{stem}e", stem[:-1]) if v and is_verb(v)), None)


def is_verb(word: str) -> bool:
    """Whether a word can be a verb in its plain form."""
    return word in _KNOWN or (word.endswith(_VERB_ENDS) and len(word) > len("advise"))


def is_third(word: str) -> bool:
    """Whether a word is a verb as it stands after he or she."""
    return word in _PLAIN or (word.endswith("s") and word != plain(word) and is_verb(plain(word)))


def agreed(clause: str, *, is_plural: bool, is_told: bool = False) -> str:
    """A clause without its subject, its verbs as one person, or several, have them.

    `needs a bookkeeper`, of several: `need a bookkeeper`. What is joined by `and` or a comma
    agrees too where it begins with a verb. `is_told` is whether the first word that is no adverb is
    a verb for sure, known or not.
    """
    words = clause.split()
    is_start = True
    for n, word in enumerate(words):
        low = word.lower().rstrip(",")
        is_no_longer = low == "longer" or (low == "no" and "longer" in clause)
        if is_start and low not in t.ADVERBS and not is_no_longer:
            if is_told and low not in _SAME and not _is_past(low):
                words[n] = plain(low) if is_plural else low if is_third(low) else _told(low)
                is_start, is_told = False, False
                continue
            words[n] = _agreed_word(
                word, low, words[n + 1 : n + 2], is_first=not n, is_plural=is_plural
            )
            is_start = False
        if low in ("and", "or", "but") or word.endswith(","):
            is_start = True
    return " ".join(words)


def _told(verb: str) -> str:
    """The third person of a word that is a verb for sure, as it is where it has its s already."""
    return verb if verb.endswith("s") and not verb.endswith("ss") else third(verb)


def _is_past(word: str) -> bool:
    return word.endswith("ed") or word in _PASTS


_PASTS = frozenset(
    (
        "bought",
        "sold",
        "moved",
        "lost",
        "found",
        "got",
        "made",
        "left",
        "took",
        "went",
        "came",
        "won",
    )
)


def _agreed_word(
    word: str, low: str, following: list[str], *, is_first: bool, is_plural: bool
) -> str:
    comma = "," if word.endswith(",") else ""
    is_noun = bool(following) and following[0] in x.PREPOSITIONS and low in x.BOTH
    if is_plural:
        is_told = (
            is_third(low) and not is_noun and (is_first or low in _PLAIN or _is_object(following))
        )
        return f"{plain(low)}{comma}" if is_told else word
    is_told = low in _THIRD or (
        is_verb(low) and not is_noun and (is_first or _is_object(following))
    )
    return f"{third(low)}{comma}" if is_told else word


def _is_object(following: list[str]) -> bool:
    """Whether what follows a verb can be its object or its complement."""
    return bool(following) and (
        following[0].lower() in x.DETERMINERS | x.PRONOUNS | x.PREPOSITIONS | {"to", "time"}
        or not following[0].lower().endswith("s")
    )

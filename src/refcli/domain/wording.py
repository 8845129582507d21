"""Asks in words: the narrowed question, said in the first person."""

import re

_VOWEL_SOUND = re.compile(
    r"(?!(?:one|once|uni(?!n)|use|user|usual|eu|ewe|u[bk]))[aeio]|u(?!ni(?!n)|se|su|bi|k)"
    r"|hour|honest|honou?r|heir",
    re.IGNORECASE,
)
_LETTER_NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")
_INFINITIVE = re.compile(r"(?:looking )?(?:to|for)\s+", re.IGNORECASE)


def with_article(noun: str) -> str:
    """The noun with a or an, as it is spoken: `an accountant`, `a user`, `an SME owner`."""
    first = noun.split(maxsplit=1)[0] if noun.split() else ""
    if len(first) > 1 and first[:2].isupper():
        starts_with_vowel = first[0] in _LETTER_NAMED_WITH_VOWEL
    else:
        starts_with_vowel = bool(_VOWEL_SOUND.match(first))
    return f"{'an' if starts_with_vowel else 'a'} {noun}"


def tidy(text: str) -> str:
    """Words joined with single spaces, no space before punctuation, no doubled full stop."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!])", r"\1", text)
    return re.sub(r"([.?!]){2,}", r"\1", text)


def fragment(text: str) -> str:
    """A user's phrase as the middle of a sentence: no full stop, no capital that is none."""
    phrase = " ".join(text.split()).rstrip(".,;:!?")
    first, _, rest = phrase.partition(" ")
    if first in ("The", "A", "An", "To", "For", "Who", "Looking") or first.lower() == "looking":
        first = first.lower()
    return f"{first} {rest}".strip()


def goal(looking_for: str) -> str:
    """What they are looking for, so that it stands after "who is looking": `to …` or `for …`."""
    phrase = fragment(looking_for)
    found = _INFINITIVE.match(phrase)
    if found:
        return phrase if not phrase.lower().startswith("looking ") else phrase.partition(" ")[2]
    first = phrase.split(" ")[0].lower()
    noun_like = first in ("a", "an", "the", "help", "advice", "someone", "somebody", "new", "more")
    return f"for {phrase}" if noun_like or first.endswith("ing") else f"to {phrase}"


def narrowed_question(industry: str | None, looking_for: str | None) -> str:
    """The heart of every ask: "Do you know anyone in X who is looking to do Y?"."""
    where = f" in {fragment(industry)}" if industry else ""
    what = f" who is looking {goal(looking_for)}" if looking_for else ""
    return tidy(f"Do you know anyone{where}{what}?")

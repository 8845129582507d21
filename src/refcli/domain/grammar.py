"""English for short sentences: articles, groups of people, phrases as people type them."""

import re

_INFINITIVE = re.compile(r"(?:looking )?(?:to|for)\s+", re.IGNORECASE)
_HEAD_ENDS = frozenset({"of", "in", "with", "who", "that", "at", "from", "for", "near", "around"})
# How names of groups of people end: "retailers", "owners", "dentists", "tradespeople".
_PEOPLE = re.compile(
    r"(ers|ors|ists|ants|ees|ians|eurs|people|persons|folks?|men|women|parents|couples|families"
    r"|doctors|nurses|clients|colleagues|heads|chefs|heirs|students|graduates|professionals"
    r"|executives|architects|agents|presidents|residents|vets)$"
)
_NOT_PEOPLE = frozenset(
    {"others", "papers", "computers", "servers", "motors", "sensors", "chambers", "numbers"}
    | {"centers", "tractors", "plants", "restaurants"}
)
_ONE_PERSON = re.compile(r"(ist|yer|eer|wner|under|rector|ntant|itect|anager|ctor|aker)$")
_NOUN_STARTS = frozenset({"a", "an", "the", "help", "advice", "someone", "somebody", "new", "more"})
_NOUN_STARTS |= {"better", "another", "support"}
_COMMON_STARTS = frozenset(
    {"small", "medium", "large", "family", "local", "young", "new", "private", "independent"}
    | {"dental", "medical", "owner", "sell", "open", "find", "hire", "buy", "grow", "start"}
    | {"retire", "expand", "found", "plan", "get", "hand"}
)
_ARTICLES = ("a", "an", "the")
_DETERMINERS = (*_ARTICLES, "my", "your", "our", "her", "his")


def tidy(text: str) -> str:
    """Words joined with single spaces, no space before punctuation, no doubled full stop."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!])", r"\1", text)
    return re.sub(r"([.?!])[.?!]+", r"\1", text)


def fragment(text: str) -> str:
    """A user's phrase as the middle of a sentence: no full stop, no capital that is none."""
    phrase = " ".join(text.split()).strip(" .,;:!?")
    first, _, rest = phrase.partition(" ")
    if first in ("The", "A", "An", "To", "For", "Who", "That") or first.lower() == "looking":
        first = first.lower()
    elif first[1:].islower() and not rest[:1].isupper():
        first = first.lower() if first.lower() in _COMMON_STARTS or is_people(first) else first
    return f"{first} {rest}".strip()


def goal(looking_for: str) -> str:
    """What they are looking for, so that it stands after "looking": `to …` or `for …`."""
    phrase = fragment(looking_for)
    if _INFINITIVE.match(phrase):
        return phrase.partition(" ")[2] if phrase.lower().startswith("looking ") else phrase
    first = phrase.split(" ")[0].lower()
    is_noun = first in _NOUN_STARTS or first.endswith("ing")
    lowered = phrase[:1].lower() + phrase[1:] if phrase[1:2].islower() else phrase
    return f"for {lowered}" if is_noun else f"to {lowered}"


def is_people(word: str) -> bool:
    """Whether the word names a group of people."""
    lowered = word.lower()
    return bool(_PEOPLE.search(lowered)) and lowered not in _NOT_PEOPLE


def head_of(phrase: str) -> str:
    """The word that says what a phrase is about: `owners` in `owners of small firms`."""
    words = phrase.split()
    for number, word in enumerate(words):
        if word.lower() in _HEAD_ENDS and number:
            return words[number - 1]
    return words[-1] if words else ""


def articled(phrase: str) -> str:
    """The phrase with an article, unless it has one."""
    return phrase if phrase.split(" ", maxsplit=1)[0].lower() in _ARTICLES else with_article(phrase)


def is_one_person(word: str) -> bool:
    """Whether the word names one person by what they do."""
    return _ONE_PERSON.search(word.lower()) is not None


def has_determiner(phrase: str) -> bool:
    """Whether the phrase begins with an article or a word such as "your"."""
    return phrase.split(" ", maxsplit=1)[0].lower() in _DETERMINERS


def with_the(phrase: str) -> str:
    """The phrase in the middle of a sentence, with "the" unless it has a word in that place."""
    text = fragment(phrase)
    text = text if text[1:2].isupper() else text[:1].lower() + text[1:]
    return text if has_determiner(text) else f"the {text}"


_SILENT_H = re.compile(r"h(?:our|onest|onou?r|eir)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(
    r"(?:one\b|once|eu|ewe|uni(?!n)|us[aeu]|ut[ei]|u[bk]i)", re.IGNORECASE
)
_NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")


def with_article(noun: str) -> str:
    """The noun with a or an, as it is spoken: `an accountant`, `a user`, `an SME owner`."""
    first = noun.split(maxsplit=1)[0] if noun.split() else ""
    if len(first) > 1 and first.isupper():
        has_vowel = first[0] in _NAMED_WITH_VOWEL
    elif _SILENT_H.match(first):
        has_vowel = True
    else:
        has_vowel = first[:1].lower() in tuple("aeiou") and not _CONSONANT_SOUND.match(first)
    return f"{'an' if has_vowel else 'a'} {noun}"


_TITLES = frozenset({"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir"})


def spoken_first_name(name: str) -> str:
    """What a person is called: the first name, or title and surname where a title stands."""
    words = name.split()
    if len(words) > 1 and words[0].lower() in _TITLES:
        return f"{words[0]} {words[-1]}"
    return words[0] if words else name

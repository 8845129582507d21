"""English for short sentences: articles, groups of people, phrases as people type them."""

import re

from refcli.domain.vocabulary import (
    ARTICLES,
    COMPANY_WORDS,
    DEGREES,
    DETERMINERS,
    NOUN_ENDINGS,
    NOUNS,
    VERBS,
)

_HEAD_ENDS = frozenset({"of", "in", "with", "who", "that", "at", "from", "for", "near"})
_HEAD_ENDS |= {"around", "over", "under", "aged", "between", "on"}
_PEOPLE = (
    r"(ers|ors|ists|ants|ees|ians|eurs|eons|lords|people|persons|folks?|men|women|mums|moms|dads"
    r"|parents|couples|families|neighbou?rs|friends|doctors|nurses|clients|colleagues|heads|hosts"
    r"|chefs|heirs|students|graduates|professionals|executives|architects|agents|presidents"
    r"|residents|vets|pilots|singles|individuals|alumni)$"
)
_PLURAL_LETTERS = r"[A-Z]{2,}s$|[A-Z]{2,}Es$"
_NOT_PEOPLE = frozenset(
    {"others", "papers", "computers", "servers", "motors", "sensors", "chambers", "numbers"}
    | {"centers", "tractors", "plants", "restaurants"}
)
_ONE_PERSON = (
    r"((ist|yer|eer|wner|under|rector|ntant|itect|anager|octor|aker)|^(c[efotm]o|nurse|plumber"
    r"|landlord|landlady|editor|host|student|vet|chef|pilot|parent|couple|family|neighbou?r|friend"
    r"|surgeon|builder|joiner|painter|teacher|buyer|seller|investor|partner|speaker|author))$"
)
_PRONOUN_STARTS = (
    r"(?i)^(?:anyone|anybody|everyone|everybody|someone|somebody|people|looking)"
    r"\s+(?:in|at|for|from)\s+"
)
_NOUN_STARTS = frozenset({"a", "an", "the", "help", "advice", "someone", "somebody", "new", "more"})
_NOUN_STARTS |= {"better", "another", "support"}
_COMMON_STARTS = frozenset(
    {"small", "medium", "large", "family", "local", "young", "new", "private", "independent"}
    | {"dental", "medical", "owner", "sell", "open", "find", "hire", "buy", "grow", "start"}
    | {"retire", "expand", "found", "plan", "get", "hand", "annual", "first", "tax", "project"}
    | {"succession", "business", "stock", "payroll", "export", "review", "website", "advice"}
    | {"bookkeeping", "yearly", "monthly", "kitchen", "house", "garden", "wedding", "logo"}
)
_LAST_LATIN = 0x24F


def tidy(text: str) -> str:
    """Words joined with single spaces, no space before punctuation, no doubled full stop."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:?!])", r"\1", text)
    return re.sub(r"([.?!])[.?!]+", r"\1", text)


def fragment(text: str) -> str:
    """A user's phrase as the middle of a sentence: no full stop, no capital that is none."""
    phrase = " ".join(text.split()).strip(" .,;:!?")
    if phrase == "it":
        return "IT"
    first, _, rest = phrase.partition(" ")
    if first in ("The", "A", "An", "To", "For", "Who", "That") or first.lower() == "looking":
        first = first.lower()
    elif first[1:].islower() and not rest[:1].isupper():
        first = first.lower() if first.lower() in _COMMON_STARTS or is_people(first) else first
    return f"{first} {rest}".strip()


def goal(looking_for: str) -> str:
    """What they are looking for, so that it stands after "who is": `looking to …`, `looking for …`.

    A phrase that is a clause already (`who need …`) comes back without its pronoun, and an action
    with its object (`opening a shop`) after "thinking of".
    """
    phrase = fragment(looking_for)
    words = phrase.split()
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    if first in ("to", "for"):
        return f"looking {phrase}"
    if first == "looking":
        return phrase
    if first in VERBS and words[0][1:].islower():
        phrase = first + phrase[len(first) :]
    if second and _is_doing(first):
        return f"thinking of {phrase}"
    return f"looking for {phrase}" if _is_thing(words) else f"looking to {phrase}"


def _is_doing(word: str) -> bool:
    """Whether the word is a verb with -ing: `opening`, `hiring`."""
    stem = word.removesuffix("ing")
    return stem != word and bool({stem, stem + "e", stem[:-1]} & VERBS)


def _is_thing(words: list[str]) -> bool:
    """Whether a phrase names a thing to be found rather than an action to be done."""
    first, last = words[0].lower(), words[-1].lower()
    if first in VERBS:
        return False
    is_plural = last.endswith("s") and not last.endswith("ss")
    return (
        first in _NOUN_STARTS
        or first in DETERMINERS
        or first.endswith("ing")
        or last.endswith(NOUN_ENDINGS)
        or is_plural
        or last in NOUNS
    )


def group_named(text: str) -> str:
    """An industry or group as a question has it, without a pronoun that the question brings."""
    return fragment(re.sub(_PRONOUN_STARTS, "", text.strip()))


def has_clause(phrase: str) -> bool:
    """Whether the phrase brings its own "who …"."""
    return re.search(r"\b(who|that)\b", phrase) is not None


def is_people(word: str) -> bool:
    """Whether the word names a group of people."""
    if re.search(_PLURAL_LETTERS, word):
        return True
    lowered = word.lower()
    return bool(re.search(_PEOPLE, lowered)) and lowered not in _NOT_PEOPLE


def head_of(phrase: str) -> str:
    """The word that says what a phrase is about: `owners` in `owners of small firms`."""
    words = phrase.split()
    for number, word in enumerate(words):
        if word.lower() in _HEAD_ENDS and number:
            return words[number - 1]
    return words[-1] if words else ""


def articled(phrase: str) -> str:
    """The phrase with an article, unless it has one."""
    return phrase if phrase.split(" ", maxsplit=1)[0].lower() in ARTICLES else with_article(phrase)


def begins_with_article(phrase: str) -> bool:
    """Whether the phrase begins with a, an or the."""
    return phrase.split(" ", maxsplit=1)[0].lower() in ARTICLES


def is_one_person(word: str) -> bool:
    """Whether the word names one person by what they do."""
    return re.search(_ONE_PERSON, word.lower()) is not None


def has_determiner(phrase: str) -> bool:
    """Whether the phrase begins with an article or a word such as "your"."""
    return phrase.split(" ", maxsplit=1)[0].lower() in DETERMINERS


def with_the(phrase: str) -> str:
    """The phrase in the middle of a sentence, with "the" unless it has a word in that place."""
    text = fragment(phrase)
    first, _, rest = text.partition(" ")
    if first.lower() in (*_COMMON_STARTS, *DETERMINERS):
        text = f"{first.lower()} {rest}".strip()
    is_owned = first.endswith(("'s", "’s", "s'"))
    return text if has_determiner(text) or is_owned else f"the {text}"


def tells_a_deed(phrase: str) -> bool:
    """Whether work is noted as what was done (`built a website`), which no article fits."""
    first = phrase.split(" ", maxsplit=1)[0].lower()
    return first.endswith("ed") or first in ("built", "made", "wrote", "did", "ran", "drew", "gave")


_SILENT_H = r"(?i)h(?:our|onest|onou?r|eir)"
_CONSONANT_SOUND = r"(?i)(?:one\b|once|eu|ewe|uni(?!n)|us[aeu]|ut[ei]|u[bk]i)"
_NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")


def with_article(noun: str) -> str:
    """The noun with a or an, as it is spoken: `an accountant`, `a user`, `an SME owner`."""
    first = noun.split(maxsplit=1)[0] if noun.split() else ""
    if len(first) > 1 and first.isupper():
        has_vowel = first[0] in _NAMED_WITH_VOWEL
    elif re.match(_SILENT_H, first):
        has_vowel = True
    else:
        has_vowel = first[:1].lower() in tuple("aeiou") and not re.match(_CONSONANT_SOUND, first)
    return f"{'an' if has_vowel else 'a'} {noun}"


_TITLES = frozenset({"dr", "dr.", "prof", "prof.", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir"})


def spoken_first_name(name: str) -> str:
    """What a person is called: the first name, or title and surname where a title stands.

    Names that begin with an initial, belong to a firm, or are not in Latin letters stay whole.
    """
    before, _, after = name.partition(",")
    if after.strip() and not _is_degree(after.split()[-1]):
        before = f"{after.strip()} {before}"  # "Weiss, Anna"
    words = [word for word in before.split() if any(c.isalpha() for c in word)]
    while len(words) > 1 and _is_degree(words[-1]):
        words.pop()
    if not words:
        return name
    whole = " ".join(words)
    if any(word.lower() in COMPANY_WORDS for word in words) or _is_initial(words[0]):
        return whole
    if any(ord(c) > _LAST_LATIN for c in whole if c.isalpha()):
        return whole
    if len(words) > 1 and words[0].lower() in _TITLES:
        return f"{words[0]} {words[-1]}"
    first = words[0]
    return first.capitalize() if first.isupper() or first.islower() else first


def _is_degree(word: str) -> bool:
    return word.lower().replace(".", "") in DEGREES


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[:1].isupper()

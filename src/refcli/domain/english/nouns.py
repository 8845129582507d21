"""English nouns: their article, whether they can be counted, whom or what they name."""

import re

from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t
from refcli.domain.english.listed import listed

_HEAD_ENDS = x.PREPOSITIONS | {"who", "that", "which", "to", "aged", "where", "when"}
_PEOPLE = re.compile(
    r"(?:[^aeiou]ers|[aeiou]ers|ors|ists|[cdt]ants|ees|ians|eers|eurs|eons|lords|men|women|wives"
    r"|people|persons|folks?|smiths|wrights|makers|path?s|ologists)$"
)
_PLURAL_LETTERS = re.compile(r"[A-Z]{2,}s$|[A-Z]{2,}Es$")
_NO_PEOPLE = listed(
    """
    others papers computers servers motors sensors chambers numbers centers centres tractors
    restaurants letters orders offers covers boilers meters filters rivers towers dinners
    flowers containers trailers doors floors colours colors factors sectors vectors errors
    mirrors interiors exteriors corridors paths plants pants tyres fees trees committees
    trainers stickers posters folders headers lockers
    """
)
_PERSON = re.compile(
    r"(?:[^aeiou]er|[eou]er|[aeiou][bcdfghjklmnpqrstvwxz]er|[^f]or|ist|[cdt]ant|ee|eer|eur|eon|lord"
    r"|man|woman|wife|smith|wright|monger|path|ician|rian)$"
)
_NO_PERSON = listed(
    """
    computer paper water power leather timber rubber letter silver weather order offer cover
    boiler meter filter river tower dinner flower container trailer printer door floor sector
    motor factor colour color error mirror interior exterior corridor labor number summer winter
    border matter corner butter sugar number chapter charter quarter center centre character
    semester transfer fee tree committee coffee degree guarantee path bath math japan human
    german roman urban van plan pan can fan loan ocean organ american african australian
    european italian austrian indian russian canadian egyptian over under after either other
    another ever never better later larger smaller bigger newer older cheaper younger faster
    easier simpler safer proper former inner outer upper lower super clever sober tender eager
    consumer register shoulder poster folder header locker sticker elevator generator excavator
    calculator radiator refrigerator monitor tractor sensor server scanner trailer beer pier
    career minor major harbour humour behaviour labour
    """
)
_MASS_ENDS = (
    "ance",
    "ence",
    "ness",
    "ware",
    "ism",
    "hood",
    "cy",
    "ship",
    "ing",
    "age",
    "ty",
    "ics",
)
_UNSURE_ENDS = ("ion", "ment")
_COUNTED_ENDS = ("er", "or", "ist", "ant", "ee", "eer", "man", "ure", "ery", "ory", "ary", "ium")
_SILENT_H = r"(?i)h(?:our|onest|onou?r|eir)"
_CONSONANT_SOUND = r"(?i)(?:one\b|once|eu|ewe|uni(?!n)|us[aeu]|ut[ei]|u[bk]i|uk(?:r|u|\b)|ugand)"
_SPOKEN_AS_WORDS = frozenset({"NASA", "NATO", "UNESCO", "UNICEF", "LEGO", "FIFA", "UEFA", "SAP"})
# Acronyms of what cannot be counted.
_MASS_ACRONYMS = frozenset(
    [
        "SEO",
        "HR",
        "IT",
        "PR",
        "VAT",
        "AI",
        "ESG",
        "GDPR",
        "CAD",
        "CGI",
        "PPC",
        "UX",
        "UI",
        "VR",
        "AR",
        "R&D",
        "TV",
        "ICT",
    ]
)
_NAMED_WITH_VOWEL = frozenset("AEFHILMNORSX")
_VOWEL_NUMBER = r"(?:8\d*|1[18])(?!\d)|8\d{0,2}(?:,\d{3})*\b"


def with_article(noun: str) -> str:
    """The noun with a or an, as it is spoken: `an accountant`, `a user`, `an SME owner`."""
    first = re.split(r"[\s-]", noun.strip(), maxsplit=1)[0] if noun.split() else ""
    if first[:1].isdigit():
        has_vowel = re.match(_VOWEL_NUMBER, first) is not None
    elif first.isupper() and first != "A" and first not in _SPOKEN_AS_WORDS:
        has_vowel = first[0] in _NAMED_WITH_VOWEL
    elif re.match(_SILENT_H, first):
        has_vowel = True
    else:
        has_vowel = first[:1].lower() in tuple("aeiou") and not re.match(_CONSONANT_SOUND, first)
    return f"{'an' if has_vowel else 'a'} {noun}"


def begins_with_article(phrase: str) -> bool:
    """Whether the phrase begins with a, an or the."""
    return phrase.split(" ", maxsplit=1)[0].lower() in x.ARTICLES


def has_determiner(phrase: str) -> bool:
    """Whether the phrase begins with an article or a word such as "your"."""
    return phrase.split(" ", maxsplit=1)[0].lower() in x.DETERMINERS


def articled(phrase: str) -> str:
    """The phrase with an article, unless it has a word in its place."""
    return phrase if has_determiner(phrase) else with_article(phrase)


def head_of(phrase: str) -> str:
    """The word that says what a phrase is about: `owners` in `owners of small firms`."""
    words = phrase.split()
    for number, word in enumerate(words):
        if number and word.lower() in _HEAD_ENDS:
            return words[number - 1].rstrip(",")
    return words[-1] if words else ""


def is_people(word: str) -> bool:
    """Whether the word names a group of people."""
    if _PLURAL_LETTERS.search(word):
        return True
    low = word.lower()
    return (
        low in x.GROUPS
        or (low not in _NO_PEOPLE and low not in x.SINGULARS and bool(_PEOPLE.search(low)))
        or (low.endswith("s") and low[:-1] in x.PERSONS)
    )


def is_person(word: str) -> bool:
    """Whether the word names one person by what they are or do."""
    low = word.lower()
    if low in x.PERSONS:
        return True
    if not word.islower():
        return False  # Manchester is no person
    is_no_other = low not in _NO_PERSON | x.MASS | x.TRADES | t.ADJECTIVES | x.ORGANISATIONS
    return is_no_other and len(low) > len("user") and bool(_PERSON.search(low))


def is_plural(word: str) -> bool:
    """Whether the word names several things or people."""
    low = word.lower()
    if low in x.PLURALS | x.GROUPS or _PLURAL_LETTERS.search(word):
        return True
    is_one = low in x.SINGULARS or low.endswith(("ss", "us", "is", "ics"))
    return low.endswith("s") and len(low) > len("gas") and not is_one


def is_counted(word: str) -> bool | None:
    """Whether one of it takes an article; None where nothing says so."""
    low = word.lower().split("-")[-1]
    if word.isupper() and len(word) > 1:
        return word not in _MASS_ACRONYMS
    if low in x.COUNTED | x.COUNTED_IN_ING | x.ORGANISATIONS or is_person(low):
        return True
    if low in x.MASS | x.THINGS_IN_ING or low.endswith(_MASS_ENDS):
        return False
    if low.endswith(_UNSURE_ENDS):
        return None
    return True if low.endswith(_COUNTED_ENDS) else None

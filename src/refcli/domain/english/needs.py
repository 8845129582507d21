"""What somebody is looking for: an action, a doing, a thing or a clause, and its frames."""

import re
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t
from refcli.domain.english.listed import listed
from refcli.domain.english.nouns import (
    has_determiner,
    head_of,
    is_counted,
    is_people,
    is_plural,
    with_article,
)
from refcli.domain.english.phrase import fragment, is_empty, said_to_them
from refcli.domain.english.troubles import befallen, had, is_field, trouble
from refcli.domain.english.verbs import agreed, is_third, is_verb, plain, verb_in


class NeedSort(StrEnum):
    """The class of what somebody is looking for, with an example each."""

    ACTION = "action"  # buy a practice
    DOING = "doing"  # opening a shop
    THING = "thing"  # a new accountant
    TROUBLE = "trouble"  # a lease dispute
    INTENTION = "intention"  # hoping to buy a flat
    CLAUSE = "clause"  # needs a bookkeeper
    WHOSE = "whose"  # whose lease is up
    UNSURE = "unsure"  # lease premises


# What one can be busy with, or helped with.
IN_HAND = frozenset({NeedSort.THING, NeedSort.DOING, NeedSort.TROUBLE})


class Need(NamedTuple):
    """What somebody is looking for, in the form that its frames take.

    `text` is an action without its `to`, a thing with its article, a clause without its pronoun.
    """

    sort: NeedSort
    text: str


_WHOLE = frozenset(
    {
        "somewhere",
        "anywhere",
        "someone",
        "somebody",
        "something",
        "anyone",
        "people",
        "better",
        "new",
    }
)
_SMALL_STARTS = frozenset({"second", "third", "first", "bigger", "smaller", "larger", "cheaper"})
# -ing before a noun, as an adjective is.
_ADJECTIVES_IN_ING = listed(
    """
    working living dining swimming running holding operating waiting existing remaining
    outstanding ongoing sitting drinking hearing rising missing matching incoming closing
    leading
    """
)
# Nouns as well, but with a bare object these are rather verbs: `hire staff`.
_RATHER_VERBS = listed(
    """
    hire lift export import increase source rent lease release manufacture insure produce repair
    supply influence invest cut raise launch control hike shift store rescue clean
    """
)
# And these before any noun but one that a preposition leads: `change career`, `switch banks`.
_ALMOST_VERBS = frozenset({"change", "switch"})
_TO_DO = frozenset({"to", "of", "about", "for", "with", "on", "in", "up", "from", "by", "whether"})
_TO_DO |= {"if", "at", "how", "what", "where", "when", "a", "an", "the", "their", "into"}
# Verbs that end so in their plain form.
_PLAIN_IN_ING = listed("bring sing ring swing spring string cling fling sting")
# Behind whose it is or what it is, these make a sentence of it: `his bank has called the loan`.
_FINITE = listed("has have had is are was were will would must cannot isn't hasn't won't can't")
_PARTICIPLE = re.compile(r"(?:ed|done|built|made|fitted|painted|sold|valued|written|drawn)$")
_COMPOUNDS = frozenset({("combine", "harvester"), ("live", "music"), ("pay", "rise")})
_COMPOUNDS |= {("fire", noun) for noun in listed("insurance safety protection door doors alarms")}
_NOT_THAT = frozenset({"sure", "certain", "happy", "able", "ready"})
# Behind a verb, these make no noun of it: `trade abroad`.
_WHERE = frozenset({"abroad", "overseas", "online", "locally", "again", "together", "full-time"})
_ALWAYS = listed(
    """
    hoping considering wishing trying struggling aiming intending expecting facing nearing
    approaching contemplating wondering dreaming worrying drowning
    suffering grieving coping dealing divorcing
    """
)


def need_of(looking_for: str | None) -> Need | None:
    """The class of a phrase and its text; None where there is none."""
    if looking_for is None or is_empty(looking_for):
        return None
    phrase = _whole_words(fragment(looking_for))
    words = phrase.split()
    first, second = words[0].lower().rstrip(","), words[1].lower() if len(words) > 1 else ""
    if first in _THEY and second:
        return Need(NeedSort.CLAUSE, agreed(" ".join(words[1:]), is_plural=False, is_told=True))
    if first == "whose" and second:
        return Need(NeedSort.WHOSE, phrase)
    if first in ("looking", "searching", "seeking") and second in ("to", "for"):
        words = words[1:]
        first, second = second, words[1].lower() if len(words) > 1 else ""
    if first == "to" and second:
        return Need(NeedSort.ACTION, " ".join(words[1:]))
    if first == "for" and second:
        return _thing(words[1:])
    return _classified(words, first, second)


# Whom a clause is about, where a sentence tells it: `he has a tax audit`.
_THEY = frozenset({"he", "she", "they", "who", "that", "which"})
_SHORT = {"who'd": "who would", "who've": "who have", "who're": "who are", "who's": "who is"}
_SHORT |= {f"{they}'s": f"{they} is" for they in ("he", "she")}
_SHORT |= {"they're": "they are", "they've": "they have", "they'd": "they would"}
_PEOPLE_WHO = re.compile(r"(?i)^(?:someone|somebody|anyone|anybody|people|those|whoever) (?=who\b)")


def _whole_words(phrase: str) -> str:
    """The phrase without what the question brings: `people who need a will`, `who've moved`."""
    text = _PEOPLE_WHO.sub("", phrase.strip("*_"))
    first, _, rest = text.partition(" ")
    return f"{_SHORT.get(first.lower().replace('’', chr(39)), first)} {rest}".strip()


def _classified(words: list[str], first: str, second: str) -> Need:
    for classify in (_trouble, _befallen, _sentence, _told_of_them, _clause, _doing, _action):
        found = classify(words, first, second)
        if found is not None:
            return found
    return _thing(words)


def _trouble(words: list[str], _first: str, _second: str) -> Need | None:
    """What they have, and want to be rid of: `a lease dispute`."""
    text = trouble(" ".join(words))
    return Need(NeedSort.TROUBLE, text) if text else None


def _befallen(words: list[str], first: str, second: str) -> Need | None:
    """How it is with them, which nobody looks for: `no heating`, `being sued`."""
    phrase = " ".join(words)
    if first == "no" and second == "longer":
        return Need(NeedSort.CLAUSE, phrase)
    if in_it := befallen(phrase):
        return Need(NeedSort.INTENTION, in_it)
    return Need(NeedSort.CLAUSE, f"has {what}") if (what := had(phrase)) else None


def _sentence(words: list[str], first: str, second: str) -> Need | None:
    """What is told of something of theirs: `his bank has called the loan`."""
    behind = [word.lower() for word in words[2:]]
    if not second or not has_determiner(first) or not _FINITE & set(behind):
        return None
    verb = next(n for n, word in enumerate(behind) if word in _FINITE)
    if {"who", "that", "which", "whose", "where"} & {second, *behind[:verb]}:
        return None
    if first in ("his", "her", "their", "its"):
        return Need(NeedSort.WHOSE, " ".join(["whose", *words[1:]]))
    return Need(NeedSort.UNSURE, " ".join(words))


def _told_of_them(words: list[str], first: str, second: str) -> Need | None:
    """What they are in the middle of, or have in mind: `hoping to buy a flat`."""
    phrase = " ".join(words)
    is_intention = first in _ALWAYS and bool(second)
    # `close to retirement` tells of them, `close a plant` is what they do.
    is_done = is_verb(first) and second in x.ARTICLES | x.POSSESSIVES
    is_told = first in x.INTENTIONS and second in _TO_DO - {"in"} and not is_done
    is_intention = is_intention or is_told
    is_intention = is_intention or (first == "interested" and second == "in")
    if is_intention and not (
        first in ("new", "likely", "in") and second not in ("to", "need", "the")
    ):
        return Need(NeedSort.INTENTION, phrase)
    is_adjective = first in t.ADJECTIVES and second in x.PREPOSITIONS | {"", "and", "or"}
    is_not_doing = first == "not" and (second.endswith("ing") or second in _NOT_THAT)
    if (is_adjective and first not in x.MASS | x.PERSONS | x.BOTH) or is_not_doing:
        return Need(NeedSort.INTENTION, phrase)
    if first == "how" and second == "to":
        return Need(NeedSort.INTENTION, f"wondering {phrase}")
    if first == "in" and second in ("need", "the", "search", "trouble", "debt", "want"):
        return Need(NeedSort.INTENTION, phrase)
    return None


def _clause(words: list[str], first: str, second: str) -> Need | None:
    """What is told of them in the form of a clause: `needs a bookkeeper`, `will retire soon`."""
    phrase = " ".join(words)
    is_plural_noun = second in x.PREPOSITIONS and first in ("plans", "runs", "works", "needs")
    is_verb_alone = is_third(first) and first not in x.PLURALS and plain(first) not in x.BOTH
    is_denied = first.endswith(("n't", "n’t"))
    if is_denied or (is_verb_alone and second) or (first in x.THIRD_STATES and not is_plural_noun):
        return Need(NeedSort.CLAUSE, phrase)
    if first == "have" and has_determiner(second) and _PARTICIPLE.search(words[-1].lower()):
        return Need(NeedSort.ACTION, phrase)
    if first in x.STATES and second not in x.PREPOSITIONS | {""}:
        return Need(NeedSort.CLAUSE, phrase)
    if first == "plan" and second == "to":
        return Need(NeedSort.CLAUSE, phrase)
    is_modal = first in ("will", "would", "can", "may", "might", "could", "should", "cannot")
    is_modal = is_modal and (is_verb(second) or second in ("soon", "be", "not"))
    if is_modal or (
        first in ("just", "recently", "currently", "still", "already", "often", "always", "never")
        and second
    ):
        return Need(NeedSort.CLAUSE, phrase)
    return None


def _doing(words: list[str], first: str, second: str) -> Need | None:
    """`opening a shop`, `downsizing`; coaching and the like are things."""
    if not first.endswith("ing") or len(first) <= len("king") or first in _PLAIN_IN_ING:
        return None
    is_free = second in x.DETERMINERS | x.PRONOUNS | x.PREPOSITIONS | {
        "abroad",
        "alone",
        "together",
    }
    if first in _ADJECTIVES_IN_ING and second and not is_free:
        return None
    has_object = second in x.DETERMINERS | x.PRONOUNS | x.POSSESSIVES
    if first in x.THINGS_IN_ING | x.COUNTED_IN_ING and not has_object:
        return None
    is_doing = verb_in(first) is not None or has_object or not second
    is_joined = second in x.PREPOSITIONS | {"and", "or"}
    return Need(NeedSort.DOING, " ".join(words)) if is_doing or is_joined else None


def _action(words: list[str], first: str, second: str) -> Need | None:
    phrase = " ".join(words)
    has_object = second in x.ARTICLES | x.POSSESSIVES | x.PRONOUNS | {
        "this",
        "these",
        "more",
        "less",
    }
    if second in x.VERBS_WITH.get(first, ()):
        return Need(NeedSort.ACTION, phrase)
    return _by_its_object(words, first, second, has_object=has_object)


def _by_its_object(words: list[str], first: str, second: str, *, has_object: bool) -> Need | None:
    phrase = " ".join(words)
    if first in x.DETERMINERS | _WHOLE or first[:1].isdigit():
        return None
    is_help = first == "help" and second.endswith("ing")
    if is_help or (not second and first in x.COUNTED):
        return None
    if first in x.BOTH:
        return _either(words, first, second, has_object=has_object)
    is_of = second == "of" or (first, second) in _COMPOUNDS
    if is_of:
        return None
    is_noun_first = second in x.PREPOSITIONS and not is_verb(first)
    if is_verb(first) or (has_object and not is_noun_first and not is_plural(first)):
        return Need(NeedSort.ACTION, phrase)
    return None


def _either(words: list[str], first: str, second: str, *, has_object: bool) -> Need | None:
    """A first word that is a noun as well: what follows says which."""
    phrase, last = " ".join(words), words[-1].lower()
    if has_object or second in x.VERBS_WITH.get(first, ()) or second[:1].isdigit():
        return Need(NeedSort.ACTION, phrase)
    if not second or second in ("and", "or"):
        return Need(NeedSort.ACTION, phrase) if first in x.VERBS_ALONE else None
    is_crew = is_people(last) and first not in _RATHER_VERBS | _ALMOST_VERBS
    if second in x.PREPOSITIONS or second in ("to", "that", "who") or is_crew:
        is_helped = first == "help" and is_verb(last)
        return Need(NeedSort.ACTION, phrase) if is_helped else None
    is_many = is_plural(head_of(" ".join(words[1:]))) or is_counted(last) is False
    is_helped = first == "help" and (is_people(second) or is_plural(second)) and len(words) > 2  # noqa: PLR2004
    is_helped = is_helped and second not in x.SINGULARS and is_verb(words[2].lower())
    if is_helped or last in _WHERE:
        return Need(NeedSort.ACTION, phrase)
    is_action = first in _ALMOST_VERBS and second != "management"
    is_action = is_action or (first in _RATHER_VERBS and is_many)
    if is_action or (is_plural(last) and second in t.ADJECTIVES | _SMALL_STARTS):
        return Need(NeedSort.ACTION, phrase)
    is_compound = is_counted(last) is not None and not is_plural(last)
    return None if is_compound else Need(NeedSort.UNSURE, phrase)


def _thing(words: list[str]) -> Need:
    phrase = " ".join(words)
    first, head = words[0].lower(), head_of(phrase)
    if is_field(phrase):
        return Need(NeedSort.THING, f"help with {phrase}")
    is_whole = has_determiner(phrase) or first in _WHOLE - {"better", "new"}
    is_whole = is_whole or first.isdigit() or is_plural(head)
    if is_whole:
        return Need(NeedSort.THING, phrase)
    second = words[1].lower() if len(words) > 1 else ""
    if first in x.MASS and second.endswith("ing"):
        return Need(NeedSort.THING, phrase)
    is_one = is_counted(head)
    is_name = head[:1].isupper() and len(words) == 1 and not head.isupper()
    if is_one is False or is_name:
        return Need(NeedSort.THING, phrase)
    is_told = first in t.ADJECTIVES | _SMALL_STARTS | _WHOLE or len(words) > 1
    is_unsure = head.lower().endswith(("ion", "ment")) and is_one is None
    if is_one or (is_told and not is_unsure):
        return Need(NeedSort.THING, with_article(phrase))
    return Need(NeedSort.UNSURE, phrase)


def undertaking(focus: str | None) -> str:
    """What somebody is working on, told to them behind `with`; empty where it fits no frame."""
    need = need_of(focus)
    if need is None or need.sort not in IN_HAND:
        return ""
    text = said_to_them(need.text)
    first, _, rest = text.partition(" ")
    return f"the {rest}" if first in ("a", "an") and rest else text

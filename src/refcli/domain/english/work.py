"""Work that was done for somebody, as it is spoken of to them."""

import re

from refcli.domain.dates import MONTHS
from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t
from refcli.domain.english.listed import listed
from refcli.domain.english.nouns import has_determiner
from refcli.domain.english.phrase import fragment, is_empty, said_to_them
from refcli.domain.english.verbs import is_verb, verb_in

_DEEDS = listed(
    """
    built made wrote did ran drew gave sold bought found set got put won redid caught dug taught was
    were dealt swept laid hung spoke shot took proofread rebuilt shod drove saw brought cut fixed
    helped kept led sang spent stood wove rewrote redrew met sent
    """
)
# Where nobody is told how happy they were.
_HARD = re.compile(
    r"(?i)\b(?:funeral|divorce|death|bereavement|redundancy|bankruptcy|insolvency|accident|injury"
    r"|illness|separation|custody|dismissal|foreclosure|cancer|inheritance|eviction)\b"
)
_YEAR = re.compile(r"^(?P<what>.*?[a-z].*?) (?P<year>(?:19|20)\d\d(?:[/–-]\d{2,4})?)$")


# What stands before a year that hangs on something already.
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_DATED = re.compile(rf"(?i)(?: |^)(?:for|in|of|and|to|q[1-4]|party|{_MONTH})$")


def tells_a_deed(phrase: str) -> bool:
    """Whether work is told as a deed (`built a website`), or is nothing to be happy about."""
    first = phrase.split(" ", maxsplit=1)[0].lower()
    if _HARD.search(phrase):
        return True
    return (first.endswith("ed") and first not in t.ADJECTIVES) or first in _DEEDS


def work_named(phrase: str) -> str:
    """The work in the middle of a sentence: `the kitchen refit`, `the annual accounts for 2025`."""
    if is_empty(phrase):
        return "the work"
    text = said_to_them(fragment(phrase))
    first, _, rest = text.partition(" ")
    if first.lower() in ("a", "an", "some") and rest:
        text = f"the {rest}"
    found = _YEAR.match(text)
    if found is not None and not _DATED.search(found["what"]):
        text = f"{found['what']} for {found['year']}"
    is_owned = any(word.endswith(("'s", "’s", "s'")) for word in text.split()[:2])
    is_named = has_determiner(text) or is_owned
    return text if is_named else f"the {text}"


def is_doing(phrase: str) -> bool:
    """Whether work is noted as an action: `selling the house`, `set up the trust`."""
    words = fragment(phrase).split()
    if not words:
        return False
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    has_object = second in x.DETERMINERS | x.PRONOUNS
    is_ing = first.endswith("ing") and first not in x.THINGS_IN_ING | x.COUNTED_IN_ING
    if is_ing and second and verb_in(first) is not None:
        return True
    return has_object and (verb_in(first) is not None or is_verb(first))

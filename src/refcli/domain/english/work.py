"""Work that was done for somebody, as it is spoken of to them."""

import re

from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t
from refcli.domain.english.listed import listed
from refcli.domain.english.nouns import has_determiner, head_of, is_plural
from refcli.domain.english.phrase import fragment, said_to_them
from refcli.domain.english.verbs import is_verb, verb_in

_DEEDS = listed(
    """
    built made wrote did ran drew gave sold bought found set got put won
    """
)
_YEAR = re.compile(r"^(?P<what>.*?[a-z].*?) (?P<year>(?:19|20)\d\d(?:[/–-]\d{2,4})?)$")


def tells_a_deed(phrase: str) -> bool:
    """Whether work is noted as what was done (`built a website`), which no article fits."""
    first = phrase.split(" ", maxsplit=1)[0].lower()
    return (first.endswith("ed") and first not in t.ADJECTIVES) or first in _DEEDS


def work_named(phrase: str) -> str:
    """The work in the middle of a sentence: `the kitchen refit`, `the annual accounts for 2025`."""
    text = said_to_them(fragment(phrase))
    first, _, rest = text.partition(" ")
    if first.lower() in ("a", "an") and rest:
        text = f"the {rest}"
    found = _YEAR.match(text)
    if found is not None:
        text = f"{found['what']} for {found['year']}"
    is_owned = first.endswith(("'s", "’s", "s'"))
    is_named = has_determiner(text) or is_owned
    return text if is_named else f"the {text}"


def is_doing(phrase: str) -> bool:
    """Whether work is noted as an action: `selling the house`, `set up the trust`."""
    words = fragment(phrase).split()
    first, second = words[0].lower(), words[1].lower() if len(words) > 1 else ""
    has_object = second in x.DETERMINERS | x.PRONOUNS
    return has_object and (verb_in(first) is not None or is_verb(first))


def went(phrase: str) -> str:
    """`how the refit went`; of several things that were made, the things themselves."""
    named = work_named(phrase)
    is_several = is_plural(head_of(fragment(phrase)))
    return named if is_several else f"how {named} went"

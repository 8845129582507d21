"""What somebody should be like, as it stands behind `someone`."""

import re
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.english import lexicon as x
from refcli.domain.english import trait_words as t
from refcli.domain.english.nouns import (
    articled,
    has_determiner,
    head_of,
    is_counted,
    is_people,
    is_person,
    is_plural,
)
from refcli.domain.english.phrase import fragment, is_empty
from refcli.domain.english.verbs import agreed, is_third, is_verb

_SAME = frozenset({"someone", "somebody", "anyone", "anybody", "people", "those"})
# So many of something: `at least ten employees`.
_COUNTED_OUT = re.compile(
    r"(?:(?:at least|more than|fewer than|less than|up to|around|about|over|under) )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty)\+? [a-z]"
)
_BESIDE = frozenset({"with", "without", "from", "near", "in", "of", "on", "at"})
_MODALS = frozenset({"can", "will", "would", "could", "may", "cannot", "can't", "won't", "doesn't"})
_PERSONS = frozenset({"owl", "spirit", "mind", "heart", "listener", "player", "talker", "thinker"})
_PERSONS |= {"character", "parent", "soul", "lover", "fan", "type", "starter", "finisher"}
_ABSTRACT = (
    r"(?:ity|ness|ence|ance|ism|esty|ion|ment|our|cy|integrity|humour|humor|patience|drive|budget"
    r"|manners|values|vision|ambition|money|time|experience|network|reputation|standards|sense|team"
    r"|skills|taste|record|plan|plans|goals|budget|turnover|income|mindset|attitude|approach)$"
)


class QualitySort(StrEnum):
    """The class of what somebody should be like, with an example each."""

    WHOLE = "whole"  # someone honest; lawyers with integrity
    BESIDE = "beside"  # with a sense of humour; honest
    CLAUSE = "clause"  # who pays on time


class Quality(NamedTuple):
    """What somebody should be like: whole, or as it stands behind `someone`."""

    sort: QualitySort
    text: str


def quality_of(qualities: str | None) -> Quality | None:
    """The class of a phrase and its text; None where there is none."""
    return None if qualities is None or is_empty(qualities) else _classified(qualities)


def _classified(qualities: str) -> Quality:
    phrase = re.sub(r"^any(one|body)\b", r"some\1", fragment(qualities))
    words = phrase.split()
    first = words[0].lower().rstrip(",")
    is_people_person = first == "people" and len(words) > 1 and is_person(words[1])
    if first in _SAME and not is_people_person:
        return Quality(QualitySort.WHOLE, _whole(words))
    if first in ("who", "that", "which", "whose") and len(words) > 1:
        told = f"who {agreed(' '.join(words[1:]), is_plural=False, is_told=True)}"
        return Quality(QualitySort.CLAUSE, phrase if first == "whose" else told)
    is_counted_out = _COUNTED_OUT.match(phrase) is not None
    is_like = first == "like" and len(words) > 1 and words[1].lower() in x.POSSESSIVES
    if is_counted_out or is_like or (first in _BESIDE and len(words) > 1):
        return Quality(QualitySort.BESIDE, f"{'with ' if is_counted_out else ''}{phrase}")
    verb = next((word.lower() for word in words if word.lower() not in t.ADVERBS), "")
    if _is_clause(words, first, verb):
        return Quality(QualitySort.CLAUSE, f"who {_all_agreed(phrase)}")
    if phrase.isupper() and len(words) == 1 and len(phrase) > 1:
        return Quality(QualitySort.BESIDE, f"with {articled(phrase)}")
    noun = _as_noun(phrase, first)
    return noun or Quality(QualitySort.CLAUSE, f"who is {_all_agreed(phrase, is_adjective=True)}")


def _whole(words: list[str]) -> str:
    """`someone who are honest` as it is said: of one the verb is singular."""
    is_many = words[0].lower() in ("those", "people")
    if len(words) > 2 and words[1].lower() in ("who", "that"):  # noqa: PLR2004  a verb follows
        return " ".join((*words[:2], agreed(" ".join(words[2:]), is_plural=is_many)))
    return " ".join(words)


def _is_clause(words: list[str], first: str, verb: str) -> bool:
    """Whether it begins with a verb, after adverbs: `always pays on time`, `have a team`."""
    if verb.endswith(("n't", "n’t")) or (first == "no" and words[1:2] == ["longer"]):
        return True
    if verb in _MODALS or verb in ("are", "is", "am", "have", "has", "do", "does", "don't"):
        return True
    at = next((n for n, word in enumerate(words) if word.lower() == verb), 0)
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    if verb in t.ADJECTIVES and not following:
        return False
    if verb in t.HABITS | x.STATES | x.THIRD_STATES:
        is_noun = verb in x.BOTH and following in ("of", "for") and first == verb
        return not is_noun and not (verb in ("value", "own", "open") and not following)
    if is_third(verb):
        return following not in x.PREPOSITIONS - {"on", "with", "for", "in", "to", "about"}
    is_known = is_verb(verb) and verb not in t.ADJECTIVES
    is_object = following in x.DETERMINERS | x.PRONOUNS or is_plural(following) or bool(at)
    return is_known and (is_object or (not following and verb not in x.BOTH))


def _as_noun(phrase: str, first: str) -> Quality | None:
    """What somebody is (`a good listener`) or has (`a sense of humour`)."""
    head = head_of(phrase)
    low = head.lower()
    is_said = first in ("very", "quite", "well", "so", "too") or phrase.startswith(
        ("a bit ", "a little ")
    )
    words = phrase.split()
    does = first.endswith("ing") and len(words) > 1
    does = does and (words[1].lower() in x.DETERMINERS or is_plural(head))
    if low in t.ADJECTIVES | t.ADVERBS or is_said or does:
        return None
    if is_people(head) and low != "manners":
        return Quality(QualitySort.WHOLE, phrase)
    if is_person(head) or low in _PERSONS | x.ORGANISATIONS:
        return Quality(QualitySort.WHOLE, articled(phrase))
    if has_determiner(phrase) and not first.endswith("ing"):
        is_thing = re.search(_ABSTRACT, low) is not None or is_plural(head)
        sort = QualitySort.BESIDE if is_thing else QualitySort.WHOLE
        return Quality(sort, f"with {phrase}" if is_thing else phrase)
    is_adjective = first in t.ADJECTIVES and re.search(r"\b(?:and|or|but)\b", phrase) is not None
    is_ing = low.endswith("ing") or first.endswith("ing")
    if re.search(_ABSTRACT, low) is None or is_ing or is_adjective:
        return None
    is_many = is_plural(head) or is_counted(head) is False or is_counted(head) is None
    counted = low in (
        "team",
        "network",
        "budget",
        "reputation",
        "plan",
        "sense",
        "vision",
        "record",
    )
    text = articled(phrase) if counted or not is_many else phrase
    return Quality(QualitySort.BESIDE, f"with {text}")


def _all_agreed(phrase: str, *, is_adjective: bool = False) -> str:
    """A list whose verbs agree with one person: `friendly and has time`, `pays and is honest`."""
    pieces = re.split(r"(,\s*(?:and |but |or )?|\s+(?:and|but|or)\s+)", phrase)
    was_verb = not is_adjective
    said: list[str] = []
    for n in range(0, len(pieces), 2):
        piece = pieces[n]
        lead = piece.split()[0].lower() if piece.split() else ""
        is_adverb = lead in t.ADVERBS and len(piece.split()) > 1
        verb = piece.split()[1].lower() if is_adverb else lead
        is_told = verb in t.HABITS | x.STATES or is_third(verb) or verb in ("have", "are")
        is_told = is_told and verb not in t.ADJECTIVES
        if (not n and not is_adjective) or (n and is_told):
            said.append(agreed(piece, is_plural=False, is_told=not n and not is_adjective))
            was_verb = True
        elif n and was_verb and (lead in t.ADJECTIVES or lead.endswith(_ADJECTIVE_ENDS)):
            said.append(f"is {piece}")
            was_verb = False
        else:
            said.append(piece)
        if n + 1 < len(pieces):
            said.append(pieces[n + 1])
    text = "".join(said)
    is_list = ", " in text and not re.search(r",? (?:and|but|or) ", text)
    return " and ".join(text.rsplit(", ", 1)) if is_list else text


_ADJECTIVE_ENDS = ("ful", "ous", "ive", "able", "ible", "al", "ant", "ent", "ic", "less")

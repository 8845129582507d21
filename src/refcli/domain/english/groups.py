"""Whom an ask is about: people, one person, an organisation, a place or a trade, and its frame."""

import re
from enum import StrEnum
from typing import NamedTuple

from refcli.domain.english import lexicon as x
from refcli.domain.english.listed import listed
from refcli.domain.english.need_frames import clause_of
from refcli.domain.english.needs import NeedSort, need_of
from refcli.domain.english.nouns import (
    articled,
    begins_with_article,
    has_determiner,
    head_of,
    is_people,
    is_person,
)
from refcli.domain.english.phrase import NATIONS, fragment, is_common, is_empty, tidy
from refcli.domain.english.verbs import plain

_PRONOUN_STARTS = (
    r"(?i)^(?:anyone|anybody|everyone|everybody|someone|somebody|people|looking)"
    r"\s+(?:in|at|for|from)\s+"
)
_COMPANY_ENDS = listed(
    """
    gmbh ltd ltd. limited inc inc. llc llp plc ag kg sons partners
    """
)

_WITH_THE = frozenset({"military", "army", "navy", "police", "civil service", "public sector"})
_WITH_THE |= {"private sector", "third sector", "voluntary sector", "media"}
# Adjectives that name people with the: `the elderly`.
_THE_SUCH = frozenset(
    ("elderly", "self-employed", "wealthy", "bereaved", "unemployed", "retired", "rich", "disabled")
)
_WHERE = frozenset({"abroad", "nearby", "overseas", "upstate", "downtown", "uptown", "next door"})
_WHERE_STARTS = ("up north", "down south", "close to ", "down the ", "up the ", "miles from ")
_THE_LETTERS = frozenset({"UK", "EU", "USA", "US", "UAE", "NHS", "BBC", "NFL", "NBA", "UN"})
# Of each there is one in its place.
_ONE_OF_A_KIND = frozenset({"head", "ceo", "cfo", "owner", "director", "founder", "president"})
_ONE_OF_A_KIND |= {"chair", "chairman", "md", "vp", "principal", "rector"}
# A clause of its own, or two groups in one.
_TELLS_MORE = re.compile(r"\b(?:who|that|which)\b|s (?:and|or|&) |,")
_HOMES = ("care home", "nursing home", "retirement home", "funeral home")
# Bodies whose name takes the: the Rotary Club, the Chamber of Commerce.
_BODIES = listed(
    """
    club council chamber ministry department association foundation society institute university
    federation union authority embassy academy church agency office
    """
)
# But not where a name stands before them: Leeds University.
_WITHOUT_IT = frozenset({"council", "university", "academy", "church", "college"})


class GroupSort(StrEnum):
    """The class of an industry or group as it is typed, with an example each."""

    PEOPLE = "people"  # expats
    PERSON = "person"  # midwife
    ORGANISATION = "organisation"  # NHS trust
    COMPANY = "company"  # Baker & Sons Printers
    PLACE = "place"  # in Leeds
    FIELD = "field"  # dentistry
    TOLD = "told"  # anyone who runs a pub


class Group(NamedTuple):
    """An industry or group: its class, and its text with the article it takes."""

    sort: GroupSort
    text: str


def group_of(industry: str | None) -> Group | None:
    """The class of a phrase; None where there is none."""
    if industry is None or is_empty(industry):
        return None
    typed = re.sub(_PRONOUN_STARTS, "", " ".join(industry.split()).strip(" .,;:!?*_"))
    told = _told_otherwise(typed)
    if told is not None:
        return told
    phrase = _company_named(typed) if _is_company(typed.split()) else _one_body(fragment(typed))
    sort = _sort_of(phrase)
    if phrase.lower() in _WITH_THE:
        return Group(GroupSort.FIELD, f"the {phrase}")
    if sort is GroupSort.PERSON and " of " in phrase and head_of(phrase).lower() in _ONE_OF_A_KIND:
        return Group(sort, phrase if begins_with_article(phrase) else f"the {phrase}")
    takes_article = sort in (GroupSort.PERSON, GroupSort.ORGANISATION)
    return Group(sort, articled(phrase) if takes_article else phrase)


def _one_body(phrase: str) -> str:
    """One of several bodies, as one is asked about somebody there: `dental practice`."""
    head = head_of(phrase)
    single = plain(head.lower())
    is_told = has_determiner(phrase) or phrase[:1].isdigit() or not head.islower()
    is_told = is_told or is_people(head) or _TELLS_MORE.search(phrase) is not None
    is_body = single in x.ORGANISATIONS and (single not in x.TRADES or phrase != head)
    is_home = phrase.endswith(tuple(f"{home}s" for home in _HOMES))
    is_several = head != single and (is_body or is_home)
    return (
        re.sub(rf"\b{re.escape(head)}\b", single, phrase) if is_several and not is_told else phrase
    )


def _told_otherwise(typed: str) -> Group | None:
    """What is no noun: `anyone who runs a pub`, `the elderly`, `abroad`; or letters with the."""
    low = typed.lower()
    second = low.partition(" ")[2]
    if re.match(r"(?:any|some)(?:one|body) who\b|whoever\b", low):
        return Group(GroupSort.TOLD, re.sub(r"(?i)^\w+(?: who)?", "anyone who", typed, count=1))
    if low.startswith("the ") and second in _THE_SUCH:
        return Group(GroupSort.TOLD, f"anyone who is {second}")
    if low in _WHERE or low.startswith(_WHERE_STARTS):
        return Group(GroupSort.PLACE, low)
    if typed.upper() in _THE_LETTERS:
        return Group(GroupSort.FIELD, f"the {typed.upper()}")
    return None


def _sort_of(phrase: str) -> GroupSort:
    head, words = head_of(phrase), phrase.split()
    low, is_lone = head.lower(), len(words) == 1
    is_trade = low in x.TRADES and (is_lone or low != "business")
    is_body = low in x.ORGANISATIONS or phrase.endswith(_HOMES)
    is_name = is_lone and not words[0].islower() and not words[0].isupper()
    tests = (
        (GroupSort.PLACE, words[0] in x.PLACE_LEADS and not is_lone),
        (GroupSort.COMPANY, _is_company(words)),
        (GroupSort.PEOPLE, is_people(head) or re.match(r"(?:over|under)[ -]\d+s", phrase)),
        (GroupSort.PERSON, is_person(head) and not (is_lone and low in x.TRADES)),
        (GroupSort.ORGANISATION, is_body and not is_trade and not is_name),
    )
    return next((sort for sort, holds in tests if holds), GroupSort.FIELD)


def _is_company(words: list[str]) -> bool:
    """Whether it is the name of one company: capitals throughout, `&` or a legal form in it."""
    last = words[-1].lower()
    plain = [word.lower() for word in words if word != "&" and is_common(word)]
    is_plain = len(plain) == len(words) - 1 and not any(is_people(w) or is_person(w) for w in plain)
    if "&" in words and is_plain:
        return False
    is_named = len(words) > 1 and words[0][:1].isupper() and not is_common(words[0])
    is_named = is_named and not words[0].isupper() and words[0].lower() not in NATIONS
    if is_named and all(word[:1].isupper() for word in words) and is_people(words[-1].lower()):
        return True
    named = [word for word in words if word.lower() not in ("of", "the", "and", "&", "for", "de")]
    if len(words) == 1 or not all(word[:1].isupper() for word in named):
        return last in _COMPANY_ENDS and words[0][:1].isupper() and len(words) > 1
    is_joined = "&" in words or last in _COMPANY_ENDS or head_of(" ".join(words)).lower() in _BODIES
    return is_joined or last in x.ORGANISATIONS or words[0].lower().endswith(("'s", "’s"))


def _company_named(name: str) -> str:
    """The name with its article where such a name has one: `the University of Leeds`."""
    head = head_of(name)
    is_last = name.rsplit(maxsplit=1)[-1] == head
    takes_it = head.lower() in (_BODIES - _WITHOUT_IT if is_last else _BODIES)
    has_article = takes_it and "&" not in name
    return f"the {name}" if has_article and not begins_with_article(name) else name


def narrowed_question(industry: str | None, looking_for: str | None) -> str:
    """The heart of every ask: "Do you know anyone in X who is looking to do Y?"."""
    group, need = group_of(industry), need_of(looking_for)
    whom, is_many = _whom(group)
    if need is None:
        return tidy(f"Do you know {whom}?")
    has_clause = group is not None and re.search(r"\b(who|that)\b", group.text) is not None
    lead = "and" if has_clause else "who"
    if need.sort is NeedSort.WHOSE:
        return tidy(f"Do you know {whom} {need.text}?")
    return tidy(f"Do you know {whom} {lead} {clause_of(need, is_plural=is_many)}?")


def whom_sought(industry: str | None, looking_for: str | None = None) -> str:
    """Whom an introduction is to be to, behind `introduce me to`: `somebody in dentistry`."""
    group, need = group_of(industry), need_of(looking_for)
    if group is None:
        whom = "somebody"
    elif group.sort in (GroupSort.PEOPLE, GroupSort.PERSON):
        whom = group.text
    else:
        whom = _whom(group)[0].replace("anyone", "somebody", 1)
    has_clause = re.search(r"\b(?:who|that)\b", whom) is not None
    if need is None or need.sort in (NeedSort.WHOSE, NeedSort.UNSURE) or has_clause:
        return whom
    return f"{whom} who {clause_of(need, is_plural=_whom(group)[1])}"


def _whom(group: Group | None) -> tuple[str, bool]:
    """(whom the question asks about, whether they are several)."""
    if group is None:
        return "anyone", False
    phrase = group.text
    if group.sort is GroupSort.PEOPLE:
        if begins_with_article(phrase):
            return f"any of {phrase}" if phrase.lower().startswith("the ") else phrase, True
        return f"any {'of ' if has_determiner(phrase) else ''}{phrase}", True
    frames = {
        GroupSort.PERSON: phrase,
        GroupSort.ORGANISATION: f"anyone at {phrase}",
        GroupSort.COMPANY: f"anyone at {phrase}",
        GroupSort.PLACE: f"anyone {phrase}",
        GroupSort.FIELD: f"anyone in {phrase}",
        GroupSort.TOLD: phrase,
    }
    return frames[group.sort], False

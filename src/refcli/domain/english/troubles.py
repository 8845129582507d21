"""What somebody has and wants to be rid of: a dispute, back pain, late payers, a leaking roof."""

import re

from refcli.domain.english import lexicon as x
from refcli.domain.english.listed import listed
from refcli.domain.english.nouns import has_determiner, head_of, is_plural, with_article
from refcli.domain.english.verbs import is_verb

_COUNTED = listed(
    """
    dispute problem issue difficulty complaint lawsuit leak crack infestation ache backache
    toothache headache migraine injury conflict backlog shortage blockage bottleneck emergency worry
    concern grievance vacancy payer debtor outage
    stalker bully squatter intruder burglar trespasser poltergeist phobia addiction allergy tumour
    illness disease disability disorder syndrome bereavement
    """
)
_UNCOUNTED = listed(
    """
    trouble subsidence mould mold damp debt arrears pain stress anxiety burnout insomnia vermin
    woodworm rot downtime churn
    cancer depression dementia diabetes asthma arthritis sciatica eczema tinnitus vertigo autism
    adhd ptsd epilepsy obesity grief loneliness harassment bullying overwork
    """
)
_FAULTY = listed(
    """
    leaking leaky broken faulty cracked blocked burst failing overdue unpaid noisy difficult bad
    frozen collapsed damaged rotten mouldy sagging flooded
    angry abusive violent aggressive hostile nosy awkward toxic
    """
)
_ADJECTIVE_AND_NOUN = 2
# Fields in which one is helped, and which nobody owns.
_FIELDS = frozenset({"law", "tax"})


def trouble(phrase: str) -> str:
    """The phrase with its article where it is had, not looked for; else nothing.

    It is a noun with what stands before and behind it.
    """
    words = phrase.lower().split()
    is_whole = has_determiner(words[0])
    body = words[1:] if is_whole else words
    head = head_of(phrase).lower()
    if head not in body or words[0] in x.POSSESSIVES:
        return ""
    before = body[: body.index(head)]
    if x.DETERMINERS & set(before) or (before and not is_whole and _is_done(before[0])):
        return ""  # `fix the leak`, `solve problems`: that is done
    is_faulty = len(body) == _ADJECTIVE_AND_NOUN and body[0] in _FAULTY
    if not is_faulty and _one(head) not in _COUNTED | _UNCOUNTED:
        return ""
    is_many = is_plural(head) or head in _UNCOUNTED
    return phrase if is_whole or is_many else with_article(phrase)


# What befalls somebody, by how it begins: they are in it, and neither want it nor think of it.
_BEFALLS = re.compile(
    r"""(?ix)^(?: being\ \w+ed | being\ (?:sued|taken|made|sent|cut|put|forced)
    | getting\ (?:divorced|evicted|sued|married|separated)
    | going\ (?:through|bankrupt|bust|under|blind|deaf)
    | having\ (?:trouble|problems|difficult|issues)
    | losing\ (?!weight) )\b"""
)
_LOSS = re.compile(r"(?i)^(?:the |a )?((?:sudden |recent )?(?:death|loss|passing) of\b.*)")
# How it is with them: `no heating`, `too much work`. `no win no fee` is a name of something.
_TOO_MUCH = re.compile(
    r"(?i)^(?:no (?!win\b|frills\b|fee\b|nonsense\b|code\b|longer\b|more\b|one\b)\w"
    r"|(?:too|so|not) (?:much|many|few|little|enough)\b|not enough\b)"
)
_FAMILY = (
    r"(?:mum|mom|mother|dad|father|parents?|son|sons|daughter|daughters|child|children|kids?"
    r"|husband|wife|spouse|brother|sister|teenager|teenagers|relative|relatives)"
)
_KIN = re.compile(
    r"(?i)^(?:an? )?(?:"
    rf"(?:elderly|ageing|aging|frail|ill|sick|disabled|autistic|dying|old) {_FAMILY}"
    rf"(?:$| (?=in\b|with\b|who\b|abroad\b))|{_FAMILY} (?:in|with|who)\b)"
)


def befallen(phrase: str) -> str:
    """What somebody is in the middle of, in a form that follows `is`; else nothing."""
    if _BEFALLS.search(phrase):
        return phrase
    loss = _LOSS.search(phrase)
    return f"coping with the {loss[1]}" if loss else ""


def had(phrase: str) -> str:
    """How it is with somebody and theirs, in a form that follows `has`; else nothing."""
    if _KIN.search(phrase):
        return phrase if has_determiner(phrase.split(maxsplit=1)[0]) else _with_kin(phrase)
    return phrase if _TOO_MUCH.search(phrase) else ""


def _with_kin(phrase: str) -> str:
    kin = re.search(rf"(?i)\b{_FAMILY}\b", phrase)
    many = kin is not None and kin[0].lower().endswith(("s", "children"))
    return phrase if many else with_article(phrase)


def is_field(phrase: str) -> bool:
    """Whether it is a field of knowledge, in which one is helped: `employment law`."""
    return head_of(phrase).lower() in _FIELDS and not has_determiner(phrase.split(maxsplit=1)[0])


def _is_done(word: str) -> bool:
    return is_verb(word) and word not in x.BOTH


def _one(noun: str) -> str:
    if noun in _UNCOUNTED or noun.endswith("ss"):
        return noun
    if noun.endswith("sses"):
        return noun.removesuffix("es")
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")

"""What somebody has and wants to be rid of: a dispute, back pain, late payers, a leaking roof."""

from refcli.domain.english import lexicon as x
from refcli.domain.english.listed import listed
from refcli.domain.english.nouns import has_determiner, head_of, is_plural, with_article
from refcli.domain.english.verbs import is_verb

_COUNTED = listed(
    """
    dispute problem issue difficulty complaint lawsuit leak crack infestation ache backache
    toothache headache migraine injury conflict backlog shortage blockage bottleneck emergency worry
    concern grievance vacancy payer debtor outage
    """
)
_UNCOUNTED = listed(
    """
    trouble subsidence mould mold damp debt arrears pain stress anxiety burnout insomnia vermin
    woodworm rot downtime churn
    """
)
_FAULTY = listed(
    """
    leaking leaky broken faulty cracked blocked burst failing overdue unpaid noisy difficult bad
    frozen collapsed damaged rotten mouldy sagging flooded
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


def is_field(phrase: str) -> bool:
    """Whether it is a field of knowledge, in which one is helped: `employment law`."""
    return head_of(phrase).lower() in _FIELDS and not has_determiner(phrase.split(maxsplit=1)[0])


def _is_done(word: str) -> bool:
    return is_verb(word) and word not in x.BOTH


def _one(noun: str) -> str:
    if noun in _UNCOUNTED:
        return noun
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")

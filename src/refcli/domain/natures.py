"""What a contact is: a person, a couple or a firm, as told or as the name says."""

import re

from refcli.domain.contacts import Nature

_LEGAL_FORMS = frozenset(
    {"ab", "ag", "as", "asa", "bv", "co", "corp", "corporation", "gbr", "gmbh", "inc"}
    | {"incorporated", "kft", "kg", "limited", "llc", "llp", "ltd", "nv", "ohg", "oy", "plc"}
    | {"sa", "sarl", "se", "spa", "srl", "ug"}
)
_HOUSES = r"(?i)(&|and) (sons?|daughters?|brothers|partners|co|company|associates)\b"
_TITLE = r"(mr|mrs|ms|dr|prof|herr|frau)\.?"
_COUPLE = (
    rf"(?i){_TITLE} (and|&) {_TITLE} \S.*"  # Mr and Mrs Ode
    r"|[^\W\d]\S*( [^\W\d]\S*)? (and|&) [^\W\d]\S* [^\W\d]\S*"  # Tom and Gina Ruiz
)


def recognised(name: str) -> Nature:
    """What a name says: `Tom and Gina Ruiz` are a couple, `Acme Ltd` and `The Lark` firms."""
    words = name.split()
    last = words[-1].strip(".,").casefold() if words else ""
    is_named_firm = len(words) > 1 and (last in _LEGAL_FORMS or words[0].casefold() == "the")
    if is_named_firm or re.search(_HOUSES, name):
        return Nature.FIRM
    return Nature.COUPLE if re.fullmatch(_COUPLE, " ".join(words)) else Nature.PERSON

"""Asking where an introduction stands: the prospect, the partner, or whoever it went wrong with."""

from refcli.domain.english.names import Addressee
from refcli.domain.english.phrase import tidy

# By the rule that opened the follow-up (domain/playbook.py).
_ASKED = {
    "intro-reached": "I am coming back to what we spoke about. Is there anything that you still"
    " need from me to decide? If it is not the time for it, just say so.",
    "intro-repaired": "I would like to know whether all is well again. Is there anything that I can"
    " still do?",
    "give-made": "have you been able to reach {other}? Let me know when you have spoken.",
    "give-unheard": "has {other} been in touch with you? If not, I will see to it.",
    "give-reached": "how did it go with {other}? I would like to hear whether it was the help that"
    " you needed.",
}
_SAME = {"looked-into": "intro-reached", "looked-into-again": "intro-reached"}


def drafted_check(to: Addressee, rule: str, other: Addressee | None) -> str:
    """The question that a rule of the playbook has come to; empty where it asks none."""
    said = _ASKED.get(_SAME.get(rule, rule), "")
    if not said or ("{other}" in said and other is None):
        return ""
    name = other.greeting if other is not None else ""
    return tidy(f"{to.greeting}, {said.format(other=name)}")

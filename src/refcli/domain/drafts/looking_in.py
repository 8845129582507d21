"""Asking where an introduction stands: the prospect, the partner, or whoever it went wrong with."""

from refcli.domain.english.names import Addressee
from refcli.domain.english.phrase import tidy
from refcli.domain.english.work import work_named

# By the rule that opened the follow-up (domain/playbook.py).
_ASKED = {
    "intro-reached": "I am coming back to {what}. Is there anything that I can do for you now, or"
    " shall I ask again later?",
    "intro-repaired": "is all well again{with_other}? If there is anything that I can still do,"
    " please tell me.",
    "give-made": "have you been able to reach {other}? Let me know when you have spoken.",
    "give-unheard": "have you heard from {other}? If not, I will see to it.",
    "give-reached": "how did it go with {other}? I would like to hear whether it was the help that"
    " you needed.",
}
_SAME = {
    "looked-into": "intro-reached",
    "looked-into-again": "intro-reached",
    "work-repaired": "intro-repaired",
}


def drafted_check(
    to: Addressee,
    rule: str,
    other: Addressee | None,
    *,
    was_spoken: bool = True,
    work: str | None = None,
) -> str:
    """The question that a rule of the playbook has come to; empty where it asks none.

    `was_spoken` is whether we spoke, which messages are not; `work` is what was put right.
    """
    said = _ASKED.get(_SAME.get(rule, rule), "")
    if not said or ("{other}" in said and other is None):
        return ""
    name = other.known_as if other is not None else ""
    what = "what we spoke about" if was_spoken else "our messages"
    with_other = f" with {name or (work and work_named(work)) or ''}" if name or work else ""
    return tidy(f"{to.greeting}, {said.format(other=name, what=what, with_other=with_other)}")

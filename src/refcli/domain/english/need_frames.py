"""The sentences in which a need is said, by its class."""

from refcli.domain.english import lexicon as x
from refcli.domain.english.needs import Need, NeedSort
from refcli.domain.english.nouns import head_of, is_person
from refcli.domain.english.phrase import said_to_them
from refcli.domain.english.verbs import agreed


def clause_of(need: Need, *, is_plural: bool) -> str:
    """What stands behind `who`: `is looking to buy a practice`, `need a bookkeeper`."""
    verb = "are" if is_plural else "is"
    frames = {
        NeedSort.ACTION: f"{verb} looking to {need.text}",
        NeedSort.DOING: f"{verb} thinking of {need.text}",
        NeedSort.THING: f"{verb} looking for {need.text}",
        NeedSort.TROUBLE: f"{'have' if is_plural else 'has'} {need.text}",
        NeedSort.INTENTION: f"{verb} {need.text}",
        NeedSort.CLAUSE: agreed(need.text, is_plural=is_plural, is_told=True),
        NeedSort.WHOSE: need.text,
        NeedSort.UNSURE: f"{'have' if is_plural else 'has'} this in mind: {need.text}",
    }
    return frames[need.sort]


def help_offered(need: Need | None, helper: str) -> str:
    """Telling somebody who may help them with it: `I know somebody who may help you with …`."""
    opening = "I know somebody who may help you"
    if need is None:
        return f"{opening}: {helper}."
    text = said_to_them(need.text)
    frames = {
        NeedSort.ACTION: f"{opening} {text}: {helper}.",
        NeedSort.DOING: f"{opening} with {text}: {helper}.",
        NeedSort.THING: _with_thing(text, helper),
        NeedSort.TROUBLE: f"{opening} with {text}: {helper}.",
        NeedSort.INTENTION: f"As you are {text}, {opening}: {helper}.",
        NeedSort.CLAUSE: f"As you {_of_several(text)}, {opening}: {helper}.",
        NeedSort.WHOSE: f"{opening}: {helper}.",
        NeedSort.UNSURE: f"{opening}: {helper}. It is about this: {text}.",
    }
    return frames[need.sort]


def _of_several(clause: str) -> str:
    return agreed(clause, is_plural=True, is_told=True)


def _with_thing(text: str, helper: str) -> str:
    """`with a mortgage`; what is help already is not helped with, and whom they seek it may be."""
    opening = "I know somebody who may help you"
    if text.startswith(("help with ", "support with ")):
        return f"{opening} with {text.partition(' with ')[2]}: {helper}."
    if text.startswith(("someone", "somebody")) or is_person(head_of(text)):
        return f"As you are looking for {text}, I know somebody: {helper}."
    return f"{opening} with {text}: {helper}."


def need_told(need: Need | None, subject: str, *, is_plural: bool) -> str:
    """Telling somebody else what they need: `Carl needs a mortgage.`."""
    if need is None:
        return ""
    needs, be = ("need", "are") if is_plural else ("needs", "is")
    frames = {
        NeedSort.ACTION: f"{subject} would like to {need.text}.",
        NeedSort.DOING: f"{subject} would like help with {need.text}.",
        NeedSort.THING: f"{subject} {needs} {need.text}."
        if need.text.split()[0] not in x.POSSESSIVES
        else f"{subject} would like help with {need.text}.",
        NeedSort.TROUBLE: f"{subject} {'have' if is_plural else 'has'} {need.text}.",
        NeedSort.INTENTION: f"{subject} {be} {need.text}.",
        NeedSort.CLAUSE: f"{subject} {agreed(need.text, is_plural=is_plural, is_told=True)}.",
        NeedSort.WHOSE: "",
        NeedSort.UNSURE: f"It is about this: {need.text}.",
    }
    return frames[need.sort]

"""An introduction that is told as a sentence: `Anna referred Eva to me`, `sent Eva to Maria`.

Nobody met for it, so it is no exchange; each is refused with the line that takes it.
"""

import re

from refcli.domain.sentence.parts import Head, Sort
from refcli.domain.typed import typed
from refcli.errors import UsageError

# So many words behind the head say whether it was to me.
_REST = 6
# A person in the skeleton of a sentence.
_N = "§"
_VERB = "(?:introduced|referred|recommended|sent|passed|connected|put|directed|pointed|brought)"
_HAS = "(?:(?:has|have|had|just|kindly|also|very kindly|then) )*"
_ON = "(?:on |over |along |through )?"
_PAPERS = "(?:number|numbers|card|name|details|e-?mail|address|contacts?|data)"
_INTRO = "(?:introduction|intro|referral)"
_GOT = "(?:(?:i|we) )?(?:(?:got|had|received) )?(?:(?:an?|the) )?"
# A source, and whom they introduced.
_RECEIVED = (
    f"{_N} {_HAS}{_VERB} (?P<both>{_N}(?: and {_N})*) {_ON}(?:to (?:me|us)|(?:my|our) way)\\b",
    f"{_N} {_HAS}put {_N} in touch with (?:me|us)\\b",
    f"{_N} {_HAS}put (?:me|us) in touch with {_N}",
    f"{_N} {_HAS}(?:sent|brought) (?:me|us) {_N}(?=$| \\W| (?:today|yesterday|as|who|for)\\b)",
    f"{_N} {_HAS}gave {_N} (?:my|our) {_PAPERS}\\b",
    f"{_N} {_HAS}gave (?:me|us) the {_PAPERS} of {_N}",
    f"{_N} {_HAS}passed (?:my|our) {_PAPERS} {_ON}to {_N}",
    f"{_N} {_HAS}made (?:(?:the|an?|me an?) )?{_INTRO}(?: for (?:me|us))? to {_N}",
    f"{_N} {_HAS}connected (?:me|us) (?:and|with) {_N}",
    f"{_N} {_HAS}(?:connected|introduced|e-?mailed) {_N} and (?:me|us)\\b",
    f"{_N} {_HAS}vouched for (?:me|us) (?:with|to|at) {_N}",
    f"{_GOT}{_INTRO} (?:from|by) {_N} to {_N}",
    f"{_N} {_HAS}(?:gave|sent) (?:me|us) {_N}'s {_PAPERS}\\b",
)
# Whom somebody introduced, and the source.
_CAME = (
    f"(?:(?:was|were|got|been) )?introduced to {_N} by {_N}",
    f"{_GOT}{_INTRO} to {_N} (?:from|by|through|via) {_N}",
    f"{_N} (?:was|were|got|is|has been|had been) {_VERB} {_ON}(?:(?:to (?:me|us)|my way) )?by {_N}",
    f"{_N} {_HAS}(?:came|comes) (?:to (?:me|us) )?(?:through|via|thanks to) {_N}",
)
_I = "(?:(?:i|we|just|have|i've|i have|today i) )*"
# Whom I introduced, and to whom.
_GIVEN = (
    (
        f"{_I}(?:introduced|referred|sent|connected|passed|directed|pointed) {_N}"
        f" (?:{_ON}to|with) {_N}"
    ),
    f"{_I}put {_N} (?:in touch with|on to|through to) {_N}",
    f"{_I}gave {_N} {_N}'s {_PAPERS}\\b",
    f"{_I}(?:introduced|connected) {_N} (?:and|&) {_N}",
    f"{_I}put {_N} (?:and|&) {_N} in touch\\b",
)
# To whom I recommended somebody.
_RECOMMENDED = (f"{_I}(?:recommended|suggested) {_N} to {_N}",)


_WENT = {"won": "refcli intro won {}", "lost": "refcli intro lost {} --because not-interested"}


def refuse_introduction(head: Head) -> None:
    """Raise UsageError where the sentence is an introduction, received or given."""
    skeleton, names = _skeleton(head)
    won = re.match(f"{_I}(won|lost) {_N}(?:$| )", skeleton)
    if won is not None:
        told = typed(_WENT[won[1]], names[0])
        raise UsageError("that is how an introduction went", f"nothing was saved; note it: {told}")
    for patterns, line in (
        (_RECEIVED, "refcli intro {0} {1}"),
        (_CAME, "refcli intro {1} {0}"),
        (_GIVEN, "refcli intro give {0} {1}"),
        (_RECOMMENDED, "refcli intro give {1} {0}"),
    ):
        if any(re.match(pattern, skeleton) for pattern in patterns):
            told = typed(line, *names[:2])
            raise UsageError("that is an introduction", f"nothing was saved; note it: {told}")


def _skeleton(head: Head) -> tuple[str, list[str]]:
    """The sentence in small letters with a sign for each person, and their names in order."""
    words = head.text.words
    names: list[str] = []
    told: list[str] = []
    is_begun = is_unknown = False
    for part in head.parts:
        if words[part.first].start >= head.end or part.sort in (Sort.DAY, Sort.HOURS):
            continue
        if part.sort is Sort.NAME or (is_begun and words[part.first].is_capitalised):
            is_owner = words[part.last - 1].low.endswith("'s")
            if is_unknown and part.sort is not Sort.NAME:
                names[-1] = f"{names[-1]} {part.text}"
                continue
            told.append(_N + ("'s" if is_owner else ""))
            names.append(part.text)
        elif is_begun or part.text.lower() not in ("on", "at"):
            told.append(part.text.lower())
        is_begun, is_unknown = True, part.sort is not Sort.NAME and bool(told) and told[-1] == _N
    rest = " ".join(re.findall(r"[\w'§-]+", head.text.low[head.end :])[:_REST])
    return " ".join([*told, rest]).strip(), names

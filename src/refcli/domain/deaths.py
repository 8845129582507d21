"""A death, in whatever words somebody says why a contact is dropped."""

import re

from refcli.domain.contacts import DIED, is_death
from refcli.domain.text import fold

# What may stand before it, besides their name, and what is no death of theirs behind it.
_OF_THEM = r"(?:(?:he|she|they|has|have|had|is|was|sadly|suddenly|unexpectedly|just|recently)\W+)*"
_DEATH = re.compile(
    rf"{_OF_THEM}(?:died|(?:committed )?suicide|took (?:his|her|their) own li(?:fe|ves)"
    r"|lost (?:his|her|their) (?:\w+ )?(?:fight|battle)|(?:est )?decedee?|†"
    r"|passed away|deceased|dead|death|r\.?i\.?p\.?"
    r"|was killed|got killed|gestorben|verstorben)(?P<rest>(?![\w-]).*)"
)
_HOW_AND_WHEN = re.compile(
    r"\W*$|\W*[,;:.(–—-]|\W+(?:\d|in|on|of|after|at|from|last|this|since|due|with|against"
    r"|before|yesterday|today|suddenly|unexpectedly|peacefully|very|earlier|aged|age|a|two|three)"
    r"\b(?! (?:me|us)\b)"
)
# Of these words a bare one is a death, `dead of a lead` or `death of his wife` is none.
_NOT_OF = re.compile(r"\W+(?:of|on|in the family)\b")


def death_told(because: str, name: str) -> str:
    """Why somebody was dropped, beginning with `died` where it says so in other words.

    `she passed away in May` of a contact is `died: she passed away in May`.
    """
    told = fold(because)
    for word in (fold(name), *fold(name).split()):
        told = told.removeprefix(f"{word} ")
    found = _DEATH.match(told)
    if is_death(because) or found is None or _HOW_AND_WHEN.match(found["rest"]) is None:
        return because
    is_noun = told[: found.start("rest")].endswith(("dead", "death"))
    return because if is_noun and _NOT_OF.match(found["rest"]) else f"{DIED}: {because}"

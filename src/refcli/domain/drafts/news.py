"""Where an introduction stands, told to its source; and what a source promised, recalled."""

from refcli.domain.drafts.thanks import Came, Fate
from refcli.domain.english.groups import whom_sought
from refcli.domain.english.names import Addressee
from refcli.domain.english.phrase import tidy

_STANDS = {
    Came.NAMED: "I have not called {short} yet: I would rather that you had a word with them"
    " first.",
    Came.MADE: "I have not spoken with {short} yet. I am staying on it, and will tell you as soon"
    " as we have.",
    Came.REACHED: "{We}. Nothing is decided yet, and I will tell you what comes of it.",
    Came.BAD: "It did not go as I had hoped. I am seeing to it, and will tell you when it is put"
    " right.",
    Came.REPAIRED: "It is put right, and I thank you for your patience.",
}


_TRIED = (
    "I have tried to reach {short}, without luck so far. I will try again, and tell you as soon as"
    " we have spoken."
)
_LET_REST = "Nothing has come of it, and I am letting it rest. Thank you for thinking of me."


def drafted_status(to: Addressee, fate: Fate) -> str | None:
    """Where it stands; None once it is decided, which is an outcome."""
    stands = _STANDS.get(fate.came)
    if stands is None or fate.prospect is None:
        return None
    if fate.is_gone:
        return tidy(f"{to.greeting}, a word on {fate.prospect.name}. {_LET_REST}")
    we = "We have spoken" if fate.was_spoken else "We are in touch"
    if fate.came is Came.MADE and fate.was_tried:
        stands = _TRIED
    said = stands.format(short=fate.prospect.short, We=we)
    return tidy(f"{to.greeting}, a word on {fate.prospect.name}. {said}")


def drafted_confirm(
    to: Addressee,
    fate: Fate | None,
    industry: str | None,
    looking_for: str | None = None,
    *,
    is_promised: bool = True,
    was_recalled: bool = False,
) -> str:
    """Recalls gracefully what they offered: a name, or an introduction to such people.

    Who promised nothing (`is_promised`) is reminded that they were asked; who was reminded of it
    already (`was_recalled`) is not told the same again.
    """
    ease = "If it does not fit just now, that is quite all right."
    if fate is not None and fate.prospect is not None:
        if was_recalled:
            return tidy(
                f"{to.greeting}, have you had a chance to speak with {fate.prospect.name}? If it is"
                f" easier for you, I will call, and say that you sent me. {ease}"
            )
        return tidy(
            f"{to.greeting}, you mentioned {fate.prospect.name} to me. May I say that you sent me,"
            f" or would you rather have a word with {fate.prospect.short} first? {ease}"
        )
    whom = whom_sought(industry, looking_for)
    if not is_promised:
        return tidy(
            f"{to.greeting}, a while ago I asked whether you could introduce me to {whom}. Has"
            f" anybody come to mind? {ease}"
        )
    if was_recalled:
        return tidy(
            f"{to.greeting}, I am coming back to your kind offer to introduce me to {whom}. Has"
            f" anybody come to mind since? {ease}"
        )
    return tidy(
        f"{to.greeting}, you kindly offered to introduce me to {whom}. Has anybody come to mind?"
        f" {ease}"
    )

"""What is said when an introduction went wrong, and when it goes to somebody better suited."""

from enum import StrEnum

from refcli.domain.english.groups import narrowed_question
from refcli.domain.english.names import Addressee
from refcli.domain.english.phrase import tidy
from refcli.domain.english.work import is_doing, tells_a_deed, work_named
from refcli.domain.intros import Fault


class Stage(StrEnum):
    """How far somebody who was passed on has come."""

    ASKED = "asked"
    HANDED_OVER = "handed over"
    LOOKED_AFTER = "looked after"
    CAME_TO_NOTHING = "came to nothing"


_MINE = "That was my mistake, and I want to put it right."


def drafted_apology(
    to: Addressee,
    fault: Fault | None,
    other: Addressee | None,
    *,
    is_source: bool,
    is_theirs: bool = False,
    is_there: bool = True,
) -> str:
    """To a party to what went wrong: whose fault it was, what I do about it, no excuse.

    `other` is whom they met through it, `is_source` whether they brought it about; whose fault it
    was themselves (`is_theirs`) is asked what happened. With the dead nothing is put right any more
    (`is_there`).
    """
    about = f" with {other.name}" if other is not None else ""
    sorry = f"{to.greeting}, I am sorry about how it went{about}."
    if not is_there and not is_theirs and (is_source or fault is Fault.PARTNER):
        mine = "That was my mistake." if fault is Fault.ME else ""
        return tidy(f"{sorry} {mine} May I call you, to hear what happened?")
    if is_theirs:
        right = ", and how we can put it right" if is_there else ""
        return tidy(
            f"{to.greeting}, I hear that it did not go well{about}. I would like to hear from you"
            f" what happened{right}. May I call you?"
        )
    if fault is Fault.ME and not is_source:
        sorry = f"{to.greeting}, I am sorry that I let you down."
    short = other.short if other is not None else "them"
    if is_source:
        mine = f"{_MINE} I will speak with {short}, and tell you when it is settled."
        others = f"You meant well by both of us. I will speak with {short} to put it right."
        return tidy(f"{sorry} {mine if fault is Fault.ME else others}")
    if fault is Fault.ME:
        return tidy(f"{sorry} {_MINE} May I call you, to hear what you need from me?")
    if fault is Fault.PARTNER:
        return tidy(
            f"{sorry} I brought you together, so I will take it up with {short}. May I call you, to"
            " hear what would help you now?"
        )
    return tidy(f"{sorry} I would like to hear from you what happened. May I call you?")


def drafted_apology_for_work(to: Addressee, work: str | None) -> str:
    """To a client who was not happy with what I did."""
    is_named = work is not None and not tells_a_deed(work) and not is_doing(work)
    about = f" with {work_named(work)}" if is_named and work else " with my work"
    return tidy(
        f"{to.greeting}, I am sorry that you were not happy{about}. I would like to put it right."
        " May I call you, to hear what you need from me?"
    )


def drafted_pass_on(
    to: Addressee,
    prospect: Addressee,
    partner: Addressee,
    fits: tuple[str | None, str | None],
    *,
    stage: "Stage",
) -> str:
    """To the source: who looks after them now, and what fits me better (industry, need).

    Until the prospect agrees I only ask whether I may pass them on.
    """
    question = narrowed_question(*fits) if any(fits) else ""
    better = f"What fits me best is this: {question[0].lower()}{question[1:]}" if question else ""
    goes_on = {
        Stage.ASKED: f"I am asking whether I may pass {prospect.short} on to {partner.name}",
        Stage.HANDED_OVER: f"I have put {prospect.short} in touch with {partner.name}",
        Stage.LOOKED_AFTER: f"{partner.name} is looking after {prospect.short} now",
        Stage.CAME_TO_NOTHING: f"I wanted to put {prospect.short} in touch with {partner.name}, but"
        " nothing came of it",
    }[stage]
    return tidy(
        f"{to.greeting}, thank you for thinking of me for {prospect.name}. I am not the right one"
        f" for this, so {goes_on}. {better}"
    )

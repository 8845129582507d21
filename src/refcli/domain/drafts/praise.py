"""Asking a client for a few words about the work."""

from refcli.domain.english.names import Addressee
from refcli.domain.english.phrase import tidy
from refcli.domain.english.work import is_doing, tells_a_deed, work_named


def drafted_testimonial(to: Addressee, work: str | None) -> str:
    """A few words, what about, and where they would be shown."""
    named = work is not None and not tells_a_deed(work) and not is_doing(work)
    about = f"about {work_named(work)}" if named and work else "about working with me"
    return tidy(
        f"{to.greeting}, may I ask you for a favour? Would you write me two or three sentences"
        f" {about}: what you came for, and what it did for you? With your permission I would show"
        " them to others. If you would rather not, that is fine."
    )

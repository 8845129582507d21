"""Who the user is, where a card needs a name."""

from refcli.domain.drafts.opening import Me
from refcli.errors import UsageError


def named_me(me: Me) -> Me:
    """The user; raises UsageError where they have not said their name."""
    if not (me.name or me.business):
        raise UsageError("a card needs your name", "refcli kit edit --name NAME")
    return me

"""The words that the desk shows: a draft, and where it would go."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from refcli.domain.drafts.draft import Draft


class Words(NamedTuple):
    """The draft for somebody, and their address; without one `why` says what is missing."""

    draft: "Draft | None" = None
    address: str = ""
    why: str = "there are no words for it"

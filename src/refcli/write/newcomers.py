"""Whoever a sentence names for the first time, added in the same command."""

from collections.abc import Iterable
from typing import Protocol

from refcli.domain.contacts import Basis, ContactFields
from refcli.write.contacts import add_contact
from refcli.write.session import Writing


class Newcomer(Protocol):
    """Somebody to be added: a name, and who they are to me."""

    @property
    def name(self) -> str:
        """The name as it was typed."""
        ...

    @property
    def basis(self) -> Basis:
        """Who they are to me."""
        ...


def add_newcomers(work: Writing, newcomers: Iterable[Newcomer]) -> tuple[int, ...]:
    """Add them, and return their ids."""
    return tuple(
        add_contact(work, each.name, ContactFields(bases=(each.basis,))) for each in newcomers
    )

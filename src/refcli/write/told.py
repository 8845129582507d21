"""What a sentence tells, written down: whoever it names for the first time is added with it."""

from collections.abc import Iterable
from typing import Protocol

from refcli.domain.contacts import Basis, ContactFields
from refcli.write.appointments import NewAppointment, make_appointment
from refcli.write.contacts import add_contact
from refcli.write.log import LogEntry, log
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


class Told(Protocol):
    """Whom a sentence is about."""

    @property
    def ids(self) -> tuple[int, ...]:
        """The contacts."""
        ...

    @property
    def newcomers(self) -> Iterable[Newcomer]:
        """Those who are to be added."""
        ...


def log_told(work: Writing, people: Told, entry: LogEntry) -> int:
    """Record an exchange with contacts and newcomers."""
    return log(work, entry._replace(contacts=(*people.ids, *_added(work, people.newcomers))))


def appointment_told(work: Writing, newcomers: Iterable[Newcomer], told: NewAppointment) -> int:
    """Make an appointment with contacts and newcomers."""
    return make_appointment(
        work, told._replace(contacts=(*told.contacts, *_added(work, newcomers)))
    )


def _added(work: Writing, newcomers: Iterable[Newcomer]) -> list[int]:
    return [add_contact(work, n.name, ContactFields(bases=(n.basis,))) for n in newcomers]

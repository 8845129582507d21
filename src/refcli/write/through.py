"""Who came to me through whom: never in a circle."""

from refcli.domain.typed import typed
from refcli.errors import Refused, UsageError
from refcli.read.names import acquaintance
from refcli.read.rows import one_number
from refcli.write.session import Writing
from refcli.write.tables.contact import ContactRow


def refuse_circle(work: Writing, row: ContactRow, person: int, field: str) -> None:
    """Refuse whom a contact cannot be known through or admired by."""
    if person == row.id:
        raise UsageError(f"{row.name} cannot be known through or admired by themselves")
    if field == "through" and comes_through(work, person, row.id or 0):
        other = acquaintance(work.connection, person)
        raise Refused(
            f"{other.name} came through {row.name}, so {row.name} cannot have come through them",
            typed("see who led to whom: refcli intro tree {}", other.name),
        )


def comes_through(work: Writing, contact_id: int, source_id: int) -> bool:
    """Whether a contact is that source, or came to me through them, however far back."""
    found = one_number(
        work.connection,
        """
        with recursive before (id) as (
            select :contact union select c.through_id from before b join contact c on c.id = b.id
            where c.through_id is not null
        )
        select exists (select 1 from before where id = :source)
        """,
        {"contact": contact_id, "source": source_id},
    )
    return bool(found)

"""Imported exchanges as interactions; they open nothing, and make rapport right at once."""

from collections.abc import Sequence

from refcli.domain.imports import ImportedExchange
from refcli.write.session import Writing

_COLUMNS = (
    *("id", "on_date", "channel", "direction", "text", "origin", "import_id", "external_key"),
)


def add_exchanges(
    work: Writing, register: int, new: Sequence[tuple[ImportedExchange, tuple[int, ...]]]
) -> None:
    """Add exchanges with those of their people who are known; `register` is the import's id."""
    if not new:
        return
    first = work.new_ids("interaction", len(new))
    numbered = [(first + n, *pair) for n, pair in enumerate(new)]
    rows = [
        (
            number,
            e.on.isoformat(),
            e.channel.value,
            e.direction.value,
            e.title,
            "import",
            register,
            e.key,
        )
        for number, e, _ in numbered
    ]
    work.insert_in_bulk("interaction", _COLUMNS, rows)
    work.insert_in_bulk(
        "interaction_contact",
        ("interaction_id", "contact_id"),
        [(number, contact) for number, _, met in numbered for contact in met],
    )

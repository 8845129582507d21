"""Names for the shell to complete. Imports nothing heavy, since the quick lane uses it."""

import sqlite3

from refcli.domain.text import fold


def completions(connection: sqlite3.Connection, start: str, most: int = 50) -> list[str]:
    """Names that begin with what was typed, else those of which a later word does.

    `@id` stands for one that no shell takes safely.
    """
    key = fold(start)
    bounds = {"start": key, "end": key + "\U0010ffff", "most": most}
    rows = connection.execute(
        "select id, name from contact where name_key >= :start and name_key < :end"
        " and status <> 'dropped' order by name_key limit :most",
        bounds,
    ).fetchall()
    if not rows and key:
        rows = connection.execute(
            "select distinct c.id, c.name from contact_word w join contact c on c.id = w.contact_id"
            " where w.word >= :start and w.word < :end and c.status <> 'dropped'"
            " order by c.name_key limit :most",
            bounds,
        ).fetchall()
    return [f"@{number}" if _is_unsafe(name) else name for number, name in rows]


def _is_unsafe(name: str) -> bool:
    """Whether the name would be taken for an option or id, or calls up bash's history."""
    return name.startswith(("-", "@")) or "!" in name

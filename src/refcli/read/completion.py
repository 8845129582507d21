"""Words of the user's own for the shell to complete: names, tags, targets, firms, industries.

Imports nothing heavy, since the quick lane uses it.
"""

import sqlite3
from enum import Enum

from refcli.domain.text import fold

_MOST = 50
# Of a single letter too many names have it somewhere.
_LEAST_INSIDE = 2
# Tried in this order: a name that begins so, one with such a word, one that holds it anywhere.
_NAMES = (
    """select id, name from contact where name_key >= :start and name_key < :end
        and status <> 'dropped' order by name_key limit :most""",
    """select distinct c.id, c.name from contact_word w join contact c on c.id = w.contact_id
        where w.word >= :start and w.word < :end and c.status <> 'dropped'
        order by c.name_key limit :most""",
    """select id, name from contact where instr(name_key, :start) > 0
        and status <> 'dropped' order by name_key limit :most""",
)


class Kept(Enum):
    """What may be completed beside names, by the query for all of it."""

    TAG = "select distinct tag from contact_tag"
    TARGET = "select name from target where removed_on is null"
    FIRM = "select distinct organization from contact where organization is not null"
    INDUSTRY = "select distinct industry from contact where industry is not null"


def completions(connection: sqlite3.Connection, start: str, most: int = _MOST) -> list[str]:
    """Names that begin with what was typed, else those that hold it in another place.

    `@id` stands for one that no shell takes safely.
    """
    key = fold(start)
    bounds = {"start": key, "end": key + "\U0010ffff", "most": most}
    rows = connection.execute(_NAMES[0], bounds).fetchall()
    if not rows and key:
        rows = connection.execute(_NAMES[1], bounds).fetchall()
    if not rows and len(key) >= _LEAST_INSIDE:
        rows = connection.execute(_NAMES[2], bounds).fetchall()
    return [f"@{number}" if _is_unsafe(name) else name for number, name in rows]


def kept_words(
    connection: sqlite3.Connection, kind: Kept, start: str, most: int = _MOST
) -> list[str]:
    """The tags, targets, firms or industries that begin with what was typed, else that hold it.

    Left out is what no shell takes safely.
    """
    key = fold(start)
    words = [word for (word,) in connection.execute(kind.value) if not _is_unsafe(word)]
    beginning = [word for word in words if fold(word).startswith(key)]
    return sorted(beginning or [word for word in words if key in fold(word)], key=fold)[:most]


def _is_unsafe(name: str) -> bool:
    """Whether the name would be taken for an option or id, or calls up bash's history."""
    return name.startswith(("-", "@")) or "!" in name

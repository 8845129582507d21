"""The layouts of the store that were released: their migrations, and a small store of each."""

import sqlite3
from pathlib import Path

# By number, how the migration's sha-256 begins; the stores stand beside the tests of the store.
RELEASED: dict[int, str] = {
    1: "ee777b4c090aaa17",
    2: "aeb4d2be1ebc1c75",
    3: "f775d74022ff2486",
    4: "85c30ede3b3274bc",
    5: "4a41438ddbd27f38",
    6: "6534254c1186f44b",
    7: "a8776cd2cd736076",
}
_FOLDER = Path(__file__).parents[1] / "store" / "fixtures"
STORES = tuple(_FOLDER / f"schema-{number}.db" for number in RELEASED)


def version(store: Path) -> int:
    """The number of the layout that a store has."""
    connection = sqlite3.connect(store)
    found = connection.execute("pragma user_version").fetchone()[0]
    connection.close()
    return int(found)

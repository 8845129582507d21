"""What a killed writer leaves: a half-written store and the journal that heals it."""

import sqlite3
from pathlib import Path


def tear(store: Path) -> None:
    """Leave the store in the middle of a transaction, its hot journal beside it."""
    writer = sqlite3.connect(store, isolation_level=None)
    writer.execute("pragma cache_size = 1")
    writer.execute("begin immediate")
    writer.executemany(
        "insert into kit (field, value) values (?, ?)", ((str(n), "x" * 900) for n in range(400))
    )
    journal = Path(f"{store}-journal").read_bytes()
    torn = store.read_bytes()
    writer.execute("rollback")
    writer.close()
    store.write_bytes(torn)
    Path(f"{store}-journal").write_bytes(journal)

"""The numbers of follow-ups, which stay with them when what they are kept under changes."""

from collections.abc import Callable, Sequence

from refcli.write.session import Writing


def keep_numbers(work: Writing, like: Sequence[str], renamed: Callable[[str], str]) -> None:
    """Number what `renamed` makes of the keys that are like one of these as it was before."""
    told = {
        key: (number, uid, changes)
        for pattern in like
        for key, number, uid, changes in work.connection.execute(
            "select key, number, uid, changes from follow_up_id where key like :like",
            {"like": pattern},
        ).fetchall()
    }
    work.connection.executemany(
        "insert or ignore into follow_up_id (key, number, uid, changes) values (?, ?, ?, ?)",
        [(renamed(key), *numbered) for key, numbered in told.items()],
    )

"""What a check-up may put right by itself: what follows from the rest, never a guess."""

from refcli.read.obligations import replayed
from refcli.read.settings import numbers_of
from refcli.store.db import translated
from refcli.store.opening import writable
from refcli.write.derived import refresh
from refcli.write.obligations import bring_into_line
from refcli.write.session import Writing


def rebuild_derived(path: str, today: str) -> None:
    """Make rapport, name words and full-text entries anew for everybody, in one transaction."""
    with translated(path):
        connection = writable(path, today)
        try:
            connection.execute("begin immediate")
            ids = [row[0] for row in connection.execute("select id from contact").fetchall()]
            connection.execute("delete from search")
            refresh(connection, ids)
            connection.execute("commit")
        finally:
            connection.close()


def repair_follow_ups(work: Writing) -> None:
    """Bring the follow-ups of everybody who differs from a replay into line with it."""
    numbers = numbers_of(work.settings)
    wrong = {
        difference.contact
        for found, _ in replayed(work.connection, numbers)
        for difference in found
    }
    bring_into_line(work.connection, wrong, numbers, work.changes)
    work.leaves_no_image = True
    work.say("follow-ups-repaired")

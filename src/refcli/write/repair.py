"""What a check-up may put right by itself: what follows from the rest, never a guess."""

from refcli.domain.plan import Closing
from refcli.read.checkup import superfluous, without_rhythm
from refcli.store.db import translated
from refcli.store.opening import writable
from refcli.write.derived import refresh
from refcli.write.events import close
from refcli.write.rhythm import keep_rhythm
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
    """Close what the playbook would have closed, open the rhythms that are missing."""
    gone = superfluous(work.connection)
    for follow_up_id in gone:
        close(work, follow_up_id, Closing.DROPPED)
    for contact_id, _ in without_rhythm(work.connection):
        keep_rhythm(work, contact_id)
    work.say("follow-ups-repaired")

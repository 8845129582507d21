"""What a person says of a follow-up: told once, and played with the facts from then on."""

import datetime as dt

from refcli.domain import kinds
from refcli.domain.due import DueItem
from refcli.domain.obligations.facts import Base
from refcli.domain.obligations.replay import obligations
from refcli.domain.text import clean_text
from refcli.read.facts import life
from refcli.read.settings import numbers_of
from refcli.write.session import Writing
from refcli.write.tables.decision import DecisionAboutRow, DecisionRow


def decide(
    work: Writing,
    item: DueItem,
    answer: str,
    *,
    until: dt.date | None = None,
    note: str | None = None,
) -> None:
    """Take down what was said of an open follow-up, with all that it stands for now."""
    if item.kind == kinds.DATE:
        from refcli.write.yearly import answer_date

        answer_date(work, item, answer, until=until, note=note)
        return
    row = DecisionRow(
        answer=answer,
        on_date=work.today,
        until=until,
        note=clean_text(note or "") or None,
        recorded_on=work.today,
    )
    work.put(row)
    for base in sorted(bases_of(work, item)):
        kind, number = base.origin
        about = DecisionAboutRow(
            decision_id=row.id or 0,
            contact_id=base.party,
            kind=base.kind,
            rule=base.rule,
        )
        if kind != "contact":
            setattr(about, f"{kind}_id", number)
        work.put(about)


def bases_of(work: Writing, item: DueItem) -> frozenset[Base]:
    """All that an open follow-up stands for."""
    (key,) = work.connection.execute(
        "select key from follow_up where id = :id", {"id": item.id}
    ).fetchone()
    found = obligations(life(work.connection, item.contact_id), numbers_of(work.settings))
    return next((f.bases for f in found.follow_ups if f.key == key), frozenset())

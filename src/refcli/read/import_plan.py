"""What an import would do, without doing it: the same matching as the import itself."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from refcli.domain.imports import (
    Entry,
    ImportedExchange,
    ImportedPerson,
    ImportedSlip,
    ImportFile,
    ImportResult,
    Index,
    RejectedRow,
    Verdict,
    match_people,
)
from refcli.read.known import contacts_in, known_exchanges, known_for, met_in

BATCH = 500


def batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    """Entries in groups that are matched together."""
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def plan_import(
    connection: sqlite3.Connection,
    file: ImportFile,
    decisions: Mapping[int, int | None],
    *,
    until_changed: bool = False,
) -> ImportResult:
    """Go through the whole file; with `until_changed` matching stops once something would change.

    The file itself is read to its end in any case, so that what is wrong with it is known.
    """
    result = ImportResult(file.format)
    index = Index()
    for batch in batches(file.entries):
        for entry in batch:
            if isinstance(entry, RejectedRow):
                result.rejected.append(entry)
        if until_changed and result.changes:
            continue
        people = [e for e in batch if isinstance(e, ImportedPerson)]
        known = known_for(connection, people)
        for match in match_people(people, known, decisions, index=index):
            result.people[match.verdict] += 1
            if match.verdict is Verdict.DOUBTFUL:
                result.doubtful.append(match)
        count_exchanges(connection, [e for e in batch if isinstance(e, ImportedExchange)], result)
        for entry in batch:
            if isinstance(entry, ImportedSlip):
                result.intros["new"] += 1
    return result


def count_exchanges(
    connection: sqlite3.Connection, exchanges: list[ImportedExchange], result: ImportResult
) -> list[tuple[ImportedExchange, tuple[int, ...]]]:
    """Count exchanges as new, same or with nobody known; the new ones with their contacts."""
    if not exchanges:
        return []
    found = contacts_in(connection, exchanges)
    before = known_exchanges(connection, exchanges)
    new = []
    for exchange in exchanges:
        met = met_in(exchange, found)
        kind = "same" if exchange.key in before else "new" if met else "nobody"
        result.exchanges[kind] += 1
        if kind == "new":
            before.add(exchange.key)
            new.append((exchange, met))
    return new

"""What an import would do, without doing it: the same matching as the import itself."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from refcli.domain.contacts import Person
from refcli.domain.imports import (
    Entry,
    ImportedExchange,
    ImportedPerson,
    ImportedSlip,
    ImportFile,
    ImportResult,
    Job,
    JobNews,
    Match,
    RejectedRow,
    Verdict,
)
from refcli.domain.matching import Index, match_people, new_job
from refcli.read.known import brought_by, contacts_in, known_exchanges, known_for, met_in

BATCH = 500
Met = tuple[ImportedExchange, tuple[int, ...]]


class Batch(NamedTuple):
    """Rows matched together: who is new, what contacts gain, new exchanges with their contacts."""

    size: int
    new: tuple[Match, ...] = ()
    gains: tuple[Match, ...] = ()
    exchanges: tuple[Met, ...] = ()
    slips: tuple[ImportedSlip, ...] = ()
    jobs: tuple[JobNews, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()


class Ahead(NamedTuple):
    """What a preview knows of its earlier batches, since nothing of them stands in the store."""

    people: Index
    exchanges: set[str]


class Plan(NamedTuple):
    """How a file is gone through: `ahead` is kept by those who do not write what they get.

    With `until_changed` matching stops once something would change; the file itself is read to
    its end in any case, so that what is wrong with it is known.
    """

    file: ImportFile
    decisions: Mapping[int, int | None]
    ahead: Ahead | None = None
    until_changed: bool = False


def plan_import(
    connection: sqlite3.Connection, file: ImportFile, *, until_changed: bool = False
) -> ImportResult:
    """Go through the whole file and write nothing."""
    result = ImportResult(file.format)
    plan = Plan(file, {}, Ahead(Index(), set()), until_changed)
    for batch in matched_batches(connection, plan, result):
        if batch.slips:
            result.intros["new"] += len(batch.slips)
    result.tell(file)
    return result


def matched_batches(
    connection: sqlite3.Connection, plan: Plan, result: ImportResult
) -> Iterator[Batch]:
    """Match the file batch by batch, and count; the next is matched when its turn comes.

    What becomes of slips is known, and counted, by whoever takes them.
    """
    (newest,) = connection.execute("select coalesce(max(id), 0) from contact").fetchone()
    seen: set[int] = set()
    for entries in _batches(plan.file.entries):
        rejected = tuple(e for e in entries if isinstance(e, RejectedRow))
        result.rejected += rejected
        if plan.until_changed and result.changes:
            continue
        if people := [e for e in entries if isinstance(e, ImportedPerson)]:
            index = plan.ahead.people if plan.ahead else Index()
            known = known_for(connection, people)
            matches = match_people(people, known, plan.decisions, index=index)
            jobs = tuple(_job_news(connection, matches, _Told(newest, plan.file.format, seen)))
            result.jobs += jobs
            yield _people(matches, newest, result)._replace(jobs=jobs)
        if len(people) == len(entries):
            continue
        # Their people may stand in the same batch, and are written by now.
        exchanges = [e for e in entries if isinstance(e, ImportedExchange)]
        yield Batch(
            len(entries) - len(people),
            exchanges=_exchanges(connection, exchanges, plan.ahead, result),
            slips=tuple(e for e in entries if isinstance(e, ImportedSlip)),
            rejected=rejected,
        )


def _batches(entries: Iterable[Entry]) -> Iterator[list[Entry]]:
    batch: list[Entry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _people(matches: Sequence[Match], newest: int, result: ImportResult) -> Batch:
    """Count people; whoever came with an earlier batch is the same, whatever this row adds."""
    new, gains = [], []
    for match in matches:
        verdict = match.verdict
        if match.contact is not None and match.contact.id > newest:
            verdict = Verdict.SAME
            gains.append(match)
        elif verdict is Verdict.UPDATED:
            gains.append(match)
        elif verdict is Verdict.NEW:
            new.append(match)
        elif verdict is Verdict.DOUBTFUL:
            result.doubtful.append(match)
        result.people[verdict] += 1
    return Batch(len(matches), tuple(new), tuple(gains))


class _Told(NamedTuple):
    """Up to whom contacts were known before, by which format, and whom the file told of already."""

    newest: int
    form: str
    seen: set[int]


def _job_news(
    connection: sqlite3.Connection, matches: Sequence[Match], told: _Told
) -> Iterator[JobNews]:
    """Who has another employer or role than is known, unless the old one is from another book.

    Of somebody who stands in the file twice the first row counts.
    """
    for match in matches:
        contact = match.contact
        if contact is None or not 0 < contact.id <= told.newest or contact.id in told.seen:
            continue
        told.seen.add(contact.id)
        now = new_job(match.person, contact)
        if now is None:
            continue
        brought = brought_by(connection, contact.id)
        if brought in ("", told.form):
            was = Job(contact.organization, contact.role)
            who = Person(contact.id, contact.name)
            yield JobNews(match.person.line, who, was, now, is_typed=not brought)


def _exchanges(
    connection: sqlite3.Connection,
    exchanges: list[ImportedExchange],
    ahead: Ahead | None,
    result: ImportResult,
) -> tuple[Met, ...]:
    """Count exchanges as new, same or with nobody known; the new ones with their contacts."""
    if not exchanges:
        return ()
    found = contacts_in(connection, exchanges)
    before = known_exchanges(connection, exchanges)
    if ahead:
        before |= ahead.exchanges.intersection(e.key for e in exchanges)
    new = []
    for exchange in exchanges:
        met = met_in(exchange, found)
        kind = "same" if exchange.key in before else "new" if met else "nobody"
        result.exchanges[kind] += 1
        if kind == "new":
            before.add(exchange.key)
            new.append((exchange, met))
    if ahead:
        ahead.exchanges.update(e.key for e, _ in new)
    return tuple(new)

"""Imports: a file's people, exchanges and slips taken in, in the command's one transaction."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from refcli.domain.imports import ImportFile, ImportResult, RejectedRow, Verdict
from refcli.errors import BadData
from refcli.read.import_plan import Batch, Plan, matched_batches
from refcli.write.contacts import change_job
from refcli.write.import_exchanges import add_exchanges
from refcli.write.import_people import (
    Newcomers,
    add_more,
    add_people,
    bury,
    fill,
    resolve_relations,
    resolve_through,
    tell_own,
)
from refcli.write.import_slips import take_slip
from refcli.write.session import Writing, instant
from refcli.write.tables.setting import ImportRow

Progress = Callable[[int], None]


class ImportCommand(NamedTuple):
    """A file that is understood, and what the user decided about its doubtful rows."""

    file: ImportFile
    file_name: str
    sha256: str
    decisions: Mapping[int, int | None]
    skip_bad: bool = False


def take_in(work: Writing, command: ImportCommand, progress: Progress) -> ImportResult:
    """Add who is new and fill what is empty; `progress` is told of each batch of rows.

    Raises BadData, nothing being kept, at a bad row that is not to be skipped.
    """
    result = ImportResult(command.file.format)
    register = _registered(work, command)
    newcomers = Newcomers(work)
    plan = Plan(command.file, command.decisions)
    for batch in matched_batches(work.connection, plan, result):
        _write(newcomers, batch, register)
        for news in batch.jobs:
            if not news.is_typed:
                change_job(work, news.contact.id, *news.now)
        for slip in batch.slips:
            take_slip(work, slip, result)
        if batch.slips:
            result.rejected.sort(key=lambda row: row.line)
        _refuse_bad(command, batch.rejected)
        progress(batch.size)
    resolve_relations(newcomers)
    bury(newcomers)
    result.unclear = resolve_through(newcomers)
    tell_own(newcomers)
    result.tell(command.file)
    _finish(work, register, command, result)
    return result


def _write(newcomers: Newcomers, batch: Batch, register: int) -> None:
    if batch.new:
        add_people(newcomers, batch.new)
    for match in batch.gains:
        fill(newcomers, match)
    add_more(newcomers)
    add_exchanges(newcomers.work, register, batch.exchanges)


def _refuse_bad(command: ImportCommand, rows: Sequence[RejectedRow]) -> None:
    for row in rows:
        if row.fatal and not command.skip_bad:
            raise BadData(f"line {row.line}: {row.why}, so nothing was imported")


def _registered(work: Writing, command: ImportCommand) -> int:
    row = ImportRow(
        file_name=command.file_name,
        format=command.file.format,
        sha256=command.sha256,
        at=instant(work.now),
    )
    work.put(row)
    return row.id or 0


def _finish(work: Writing, register: int, command: ImportCommand, result: ImportResult) -> None:
    """Note the counts, or leave no trace of an import that changed nothing."""
    row = work.get(ImportRow, register)
    if row is None:
        return
    if not result.changes:
        work.leaves_no_trace = True
        return
    row.new_rows = result.people[Verdict.NEW]
    row.updated_rows = result.people[Verdict.UPDATED]
    row.same_rows = result.people[Verdict.SAME]
    row.doubtful_rows = result.people[Verdict.DOUBTFUL]
    row.rejected_rows = len(result.rejected)
    work.put(row)
    has_intros = result.intros["new"] or result.intros["updated"]
    work.say(
        "people-imported",
        new=row.new_rows,
        updated=row.updated_rows,
        exchanges=result.exchanges["new"] or None,
        intros=result.intros["new"] if has_intros else None,
        file=command.file_name,
    )

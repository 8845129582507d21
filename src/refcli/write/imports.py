"""Imports: a file's people, exchanges and slips taken in, in the command's one transaction."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from refcli.domain.imports import (
    ImportedExchange,
    ImportedPerson,
    ImportedSlip,
    ImportFile,
    ImportResult,
    RejectedRow,
    Verdict,
    match_people,
)
from refcli.domain.text import plural
from refcli.errors import BadData
from refcli.read.import_plan import batches, count_exchanges
from refcli.read.known import known_for
from refcli.write.import_exchanges import add_exchanges
from refcli.write.import_people import Newcomers, add_more, add_people, fill, resolve_through
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
    for batch in batches(command.file.entries):
        people = [e for e in batch if isinstance(e, ImportedPerson)]
        matches = match_people(people, known_for(work.connection, people), command.decisions)
        add_people(newcomers, [m for m in matches if m.verdict is Verdict.NEW])
        for match in matches:
            result.people[match.verdict] += 1
            if match.verdict is Verdict.UPDATED:
                fill(newcomers, match)
            elif match.verdict is Verdict.DOUBTFUL:
                result.doubtful.append(match)
        add_more(newcomers)
        exchanges = [e for e in batch if isinstance(e, ImportedExchange)]
        add_exchanges(work, register, count_exchanges(work.connection, exchanges, result))
        for entry in batch:
            if isinstance(entry, ImportedSlip):
                take_slip(work, entry, result)
            elif isinstance(entry, RejectedRow):
                _reject(command, entry, result)
        progress(len(batch))
    result.unclear = resolve_through(newcomers)
    _finish(work, register, command, result)
    return result


def _reject(command: ImportCommand, row: RejectedRow, result: ImportResult) -> None:
    if row.fatal and not command.skip_bad:
        raise BadData(f"line {row.line}: {row.reason}, so nothing was imported")
    result.rejected.append(row)


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
    said = f"imported {plural(row.new_rows, 'new contact')} and updated {row.updated_rows}"
    if result.exchanges["new"]:
        said += f", {plural(result.exchanges['new'], 'interaction')}"
    if result.intros["new"] or result.intros["updated"]:
        said += f", {plural(result.intros['new'], 'introduction')}"
    work.say(f"{said} from {command.file_name}")

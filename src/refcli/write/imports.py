"""Imports: a file's people taken in, all in the command's one transaction."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlmodel import insert

from refcli.domain.imports import ImportFile, Match, Verdict, gaps, match_people
from refcli.domain.text import fold, plural
from refcli.read.known import known_people
from refcli.write.contacts import contact_row
from refcli.write.session import Writing, instant
from refcli.write.tables.contact import ContactEmailRow, ContactRow
from refcli.write.tables.setting import ImportRow

_BATCH = 500
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCommand:
    """A file that was read, and what the user decided about its doubtful rows."""

    file: ImportFile
    file_name: str
    sha256: str
    decisions: Mapping[int, int | None]


def take_in(work: Writing, command: ImportCommand, progress: Progress) -> tuple[Match, ...]:
    """Add who is new and fill what is empty; `progress` is told of each batch of rows."""
    matches = match_people(command.file.people, known_people(work.connection), command.decisions)
    _add(work, [m for m in matches if m.verdict is Verdict.NEW], progress)
    for match in matches:
        if match.verdict is Verdict.UPDATED:
            _fill(work, match)
    counts = Counter(m.verdict for m in matches)
    if counts[Verdict.NEW] or counts[Verdict.UPDATED]:
        _register(work, command, counts)
    return matches


def _add(work: Writing, matches: Sequence[Match], progress: Progress) -> None:
    row = work.connection.execute("select coalesce(max(id), 0) from contact").fetchone()
    next_id = int(row[0]) + 1
    for start in range(0, len(matches), _BATCH):
        batch = matches[start : start + _BATCH]
        contacts = [_contact(work, m, next_id + start + i) for i, m in enumerate(batch)]
        work.session.execute(insert(ContactRow), contacts)
        emails = [
            {"contact_id": next_id + start + i, "email": email, "email_key": email.lower()}
            for i, m in enumerate(batch)
            for email in m.person.emails
        ]
        if emails:
            work.session.execute(insert(ContactEmailRow), emails)
        progress(len(batch))


def _contact(work: Writing, match: Match, contact_id: int) -> dict[str, object]:
    person = match.person
    return {
        "id": contact_id,
        "name": person.name,
        "name_key": fold(person.name),
        "organization": person.organization,
        "role": person.role,
        "url": person.url,
        "known_since": person.known_since,
        "basis": "other",
        "status": "active",
        "created_on": work.today,
        "version": 1,
    }


def _fill(work: Writing, match: Match) -> None:
    if match.contact is None:
        return
    row = contact_row(work, match.contact.id)
    for name, value in gaps(match.person, match.contact).items():
        if name != "emails":
            setattr(row, name, value)
    for email in match.person.emails:
        if email.lower() not in match.contact.emails:
            work.session.add(
                ContactEmailRow(contact_id=match.contact.id, email=email, email_key=email.lower())
            )
    row.version += 1
    work.session.add(row)


def _register(work: Writing, command: ImportCommand, counts: Counter[Verdict]) -> None:
    work.session.add(
        ImportRow(
            file_name=command.file_name,
            format=command.file.format,
            sha256=command.sha256,
            at=instant(work.now),
            new_rows=counts[Verdict.NEW],
            updated_rows=counts[Verdict.UPDATED],
            same_rows=counts[Verdict.SAME],
            doubtful_rows=counts[Verdict.DOUBTFUL],
            rejected_rows=len(command.file.rejected),
        )
    )
    work.say(
        f"imported {plural(counts[Verdict.NEW], 'new contact')} and updated"
        f" {counts[Verdict.UPDATED]} from {command.file_name}"
    )

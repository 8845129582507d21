"""Importing a file: read, planned, asked about, backed up, taken in, told."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from refcli.cli.context import App
from refcli.domain.imports import ImportFile, Match, Verdict, match_people
from refcli.domain.text import plural
from refcli.errors import BadData, Missing, NoPermission
from refcli.exchange.csvtext import MAX_BYTES
from refcli.exchange.linkedin import read_linkedin
from refcli.prompt.protocol import Choice
from refcli.read.known import known_people
from refcli.render.output import is_terminal
from refcli.store.backup import make_backup
from refcli.store.db import is_empty, translated

_NEW, _LEAVE = "new", "leave"


@dataclass(frozen=True, slots=True)
class Imported:
    """A file with what became, or would become, of its rows."""

    file: ImportFile
    matches: tuple[Match, ...]


def import_file(app: App, path: str, *, dry_run: bool, skip_bad: bool) -> Imported:
    """Take a file in whole, or refuse it and change nothing."""
    data = _read(path)
    name = os.path.basename(path)  # noqa: PTH119  the name alone
    file = read_linkedin(data, name)
    fatal = [row for row in file.rejected if row.fatal]
    if fatal and not skip_bad:
        more = f" and {len(fatal) - 1} more" if len(fatal) > 1 else ""
        raise BadData(
            f"line {fatal[0].line}: {fatal[0].reason}{more}, so nothing was imported: {name}",
            "leave such rows out with --skip-bad",
        )
    with app.reading(quiet=True) as connection:
        known = known_people(connection)
    matches = match_people(file.people, known)
    decisions = {} if dry_run or not app.is_interactive else _decide(app, matches)
    matches = match_people(file.people, known, decisions)
    changes = [m for m in matches if m.verdict in (Verdict.NEW, Verdict.UPDATED)]
    if dry_run or not changes:
        return Imported(file, matches)
    return Imported(file, _take_in(app, file, name, data, decisions, len(changes)))


def _take_in(
    app: App,
    file: ImportFile,
    name: str,
    data: bytes,
    decisions: dict[int, int | None],
    count: int,
) -> tuple[Match, ...]:
    if not is_empty(app.store):
        with translated(app.store):
            make_backup(app.store, app.today.isoformat(), "before-import")
    from refcli.write.imports import ImportCommand, take_in

    command = ImportCommand(
        file=file,
        file_name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        decisions=decisions,
    )
    with _progress(app, count) as advance:
        written = app.write("import", lambda work: take_in(work, command, advance))
    return written.value


def _read(path: str) -> bytes:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise BadData(f"no plain file, so nothing was imported: {path}")
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Missing(f"no such file: {path}") from error
    except IsADirectoryError as error:
        raise BadData(f"a folder, not a file: {path}") from error
    except PermissionError as error:
        raise NoPermission(f"no permission to read it: {path}") from error
    except OSError as error:
        raise BadData(f"cannot be read ({error.strerror}): {path}") from error
    except ValueError as error:
        raise Missing(f"no such file: {path!r}") from error


def _decide(app: App, matches: Sequence[Match]) -> dict[int, int | None]:
    """Ask about each doubtful row; what is left out stays doubtful."""
    decisions: dict[int, int | None] = {}
    doubtful = [m for m in matches if m.verdict is Verdict.DOUBTFUL]
    for match in doubtful:
        where = f", {match.person.organization}" if match.person.organization else ""
        choices = [
            *(Choice(str(c.id), f"the same as @{c.id} {c.name}") for c in match.candidates if c.id),
            Choice(_NEW, "somebody new"),
            Choice(_LEAVE, "leave out"),
        ]
        answer = app.prompter().choose(f"{match.person.name}{where}:", choices, default=_LEAVE)
        if answer != _LEAVE:
            decisions[match.person.line] = None if answer == _NEW else int(answer)
    return decisions


@contextmanager
def _progress(app: App, count: int) -> Iterator[Callable[[int], None]]:
    stream = app.streams.stderr
    if stream is None or not is_terminal(stream):
        yield lambda _: None
        return
    from refcli.render.rich.progress import bar

    with bar(f"importing {plural(count, 'contact')}", count, stream) as advance:
        yield advance

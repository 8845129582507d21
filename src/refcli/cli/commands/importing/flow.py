"""Importing a file: recognised, planned, asked about, backed up, taken in, told."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, NamedTuple

from refcli.cli.commands.importing._maps import fitting_map, kept_maps
from refcli.cli.commands.importing._whole import import_whole, whole_export
from refcli.cli.dash import STDIN, STDOUT
from refcli.cli.files import file_of_stdin, refuse_existing, write_file
from refcli.cli.frame.context import App
from refcli.domain.imports import Entry, ImportFile, ImportResult, Match
from refcli.errors import BadData, Missing, NoPermission, UsageError
from refcli.exchange.left_out import Mendable, left_out_of
from refcli.exchange.readers import SAY_COLUMNS, ImportFormat, Reader, mail_of
from refcli.exchange.recognise import cannot_be, looks_like, recognised, titles_in
from refcli.prompt.protocol import Choice
from refcli.read.import_plan import plan_import
from refcli.read.known import known_addresses
from refcli.read.settings import read_settings
from refcli.render.output import is_terminal
from refcli.store.backup import make_backup
from refcli.store.db import is_empty, translated
from refcli.store.own_files import refuse_own_file

_MAY_BE_WHOLE = (None, ImportFormat.REFCLI)
_NEW, _LEAVE = "new", "leave"
_STDIN_NAME = "standard input"
_CHUNK = 1 << 20
_SHOWN = 5
_READ_TWICE = 32_000_000
_TOLD_EVERY = 500


class ImportOptions(NamedTuple):
    """How a file is to be taken in."""

    form: ImportFormat | None = None
    mapping: Mapping[str, str] | None = None
    dry_run: bool = False
    skip_bad: bool = False
    with_titles: bool = False
    encoding: str | None = None
    keeps: bool = False
    report: str | None = None


def import_path(app: App, path: str, options: ImportOptions) -> ImportResult:
    """Take a file or Maildir in whole, or refuse it and change nothing."""
    if options.report is not None:
        if options.report == STDOUT:
            raise UsageError("the report is a file: standard output tells what was done")
        refuse_own_file(app.store, options.report)
        refuse_existing(options.report, "give the report another name")
    name = os.path.basename(os.path.abspath(path))  # noqa: PTH119, PTH100  the name alone
    reader = _reader(app, options)
    with ExitStack() as stack:
        if path == STDIN:
            path = stack.enter_context(file_of_stdin(app.streams.stdin))
            name = _STDIN_NAME
        if _is_maildir(path):
            return _import(app, _maildir(path, name, reader), name, "", options)
        if os.path.isdir(path):  # noqa: PTH112
            return _import(app, _folder(path, name, reader), name, "", options)
        stream = stack.enter_context(_opened(path))
        whole = whole_export(stream, name) if options.form in _MAY_BE_WHOLE else None
        if whole is not None:
            return import_whole(app, whole, dry_run=options.dry_run)
        if reader.mapping is None and options.form in (None, ImportFormat.CSV):
            reader = _with_kept_map(app, stream, name, reader)
        file = recognised(stream, name, reader)
        file = _kept(app, file, name, os.fstat(stream.fileno()).st_size)
        return _import(app, file, name, _digest(stream), options)


def _with_kept_map(app: App, stream: BinaryIO, name: str, reader: Reader) -> Reader:
    """On a terminal the map that was kept for such columns is offered, elsewhere hinted at."""
    maps = kept_maps(app)
    fits = fitting_map(maps, titles_in(stream, name, reader)) if maps else None
    if fits is None:
        return reader
    kept, mapping = fits
    question = f"Its columns are those of your map {kept!r}: read it so?"
    if app.is_interactive and app.prompter().confirm(question, default=True):
        return reader._replace(mapping=mapping)
    return reader._replace(kept_map=kept)


def _kept(app: App, file: ImportFile, name: str, size: int) -> ImportFile:
    """A file of ordinary size is read once and kept; a larger one is read twice, memory flat."""
    if size > _READ_TWICE:
        return file
    with _progress(app, f"reading {name}") as advance:
        entries = tuple(_counted(file.entries, advance))
    return file._replace(entries=entries, kept_from=file.entries)


def _counted(entries: Iterable[Entry], advance: Callable[[int], None]) -> Iterator[Entry]:
    for number, entry in enumerate(entries, start=1):
        if not number % _TOLD_EVERY:
            advance(_TOLD_EVERY)
        yield entry


def import_stream(app: App, stream: BinaryIO, name: str, options: ImportOptions) -> ImportResult:
    """Take in what comes from a stream that can be sought in."""
    file = recognised(stream, name, _reader(app, options))
    return _import(app, file, name, _digest(stream), options)


def _reader(app: App, options: ImportOptions) -> Reader:
    with app.reading(quiet=True) as connection:
        settings = read_settings(connection)

    def known() -> frozenset[str]:
        with app.reading(quiet=True) as connection:
            return known_addresses(connection)

    return Reader(
        today=app.today,
        my_name=settings.text("me.name"),
        me=frozenset(e for e in settings.text("me.emails").split(",") if e),
        known=known,
        mapping=options.mapping,
        form=options.form,
        with_titles=options.with_titles,
        encoding=options.encoding,
        keeps=options.keeps,
        order=settings.text("date.order"),
    )


def _import(
    app: App, file: ImportFile, name: str, digest: str, options: ImportOptions
) -> ImportResult:
    asks = app.is_interactive and not options.dry_run
    is_told = options.dry_run or options.report is not None
    with app.reading(quiet=True) as connection:
        plan = plan_import(connection, file, until_changed=not (asks or is_told))
    if asks and plan.columns_as:
        _confirm_columns(app, plan.columns_as, name)
    if asks and not options.skip_bad and any(row.fatal for row in plan.rejected):
        options = options._replace(skip_bad=_may_be_skipped(app, plan))
    _refuse(plan, name, options)
    decisions = _decide(app, plan.doubtful) if asks else {}
    if options.dry_run or not (plan.changes or decisions):
        return _reported(app, file, plan, options)
    if not is_empty(app.store):
        with translated(app.store):
            make_backup(app.store, app.today.isoformat(), "before-import")
    from refcli.write.imports import ImportCommand, take_in

    command = ImportCommand(
        file=file,
        file_name=name,
        sha256=digest,
        decisions=decisions,
        skip_bad=options.skip_bad,
    )
    with _progress(app, f"importing {name}", file) as advance:
        return app.write(
            "import",
            lambda work: _reported(app, file, take_in(work, command, advance), options),
            is_large=True,
        ).value


def _reported(
    app: App, file: ImportFile, result: ImportResult, options: ImportOptions
) -> ImportResult:
    """The result, once what it leaves out is written where that is wanted."""
    reasons = result.left_out()
    if options.report is not None and reasons:
        names = {match.person.line: match.person.name for match in result.doubtful}
        text = left_out_of(file.reader, reasons, names)
        write_file(app.store, options.report, text, force=False)
        result.report = options.report
        result.is_mendable = isinstance(file.reader, Mendable)
    return result


def _confirm_columns(app: App, columns: Mapping[str, str], name: str) -> None:
    """Raise BadData where the columns are not what their values look like."""
    told = ", ".join(f"{title} as {field}" for title, field in columns.items())
    if not app.prompter().confirm(f"By their values: {told}. Is that so?", default=True):
        raise BadData(f"its columns say nothing, so nothing was imported: {name}", SAY_COLUMNS)


def _may_be_skipped(app: App, plan: ImportResult) -> bool:
    """Whether the person wants the good rows without the bad ones."""
    bad = [row for row in plan.rejected if row.fatal]
    for row in bad[:_SHOWN]:
        app.output.note(f"line {row.line}: {row.why}")
    count = f"{len(bad)} that cannot be read" if len(bad) > 1 else "it"
    return app.prompter().confirm(f"Leave {count} out and take the rest?", default=True)


def _refuse(plan: ImportResult, name: str, options: ImportOptions) -> None:
    """Raise BadData for a bad row, and for a file out of which nothing can be taken."""
    fatal = [row for row in plan.rejected if row.fatal]
    if fatal and not options.skip_bad:
        more = f" and {len(fatal) - 1} more" if len(fatal) > 1 else ""
        raise BadData(
            f"line {fatal[0].line}: {fatal[0].why}{more}, so nothing was imported: {name}",
            "leave such rows out with --skip-bad, and keep them to mend with --report FILE",
        )
    if not plan.is_empty:
        return
    if plan.exchanges["nobody"]:
        raise BadData(
            f"nobody in it is a contact, so nothing was imported: {name}",
            "import the people first: an address book, or LinkedIn's connections",
        )
    if plan.format in ("ics", "mbox", "maildir", "eml"):
        raise BadData(
            f"nothing in it was exchanged with a contact, so nothing was imported: {name}",
            "import the people first: an address book, or LinkedIn's connections",
        )
    reason = f" (line {plan.rejected[0].line}: {plan.rejected[0].why})" if plan.rejected else ""
    raise BadData(f"there is nobody in it{reason}, so nothing was imported: {name}")


def _digest(stream: BinaryIO) -> str:
    digest = hashlib.sha256()
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _is_maildir(path: str) -> bool:
    return all(os.path.isdir(os.path.join(path, part)) for part in ("cur", "new"))  # noqa: PTH112, PTH118


def _maildir(path: str, name: str, reader: Reader) -> ImportFile:
    from refcli.exchange.folders import FolderOfLetters, letters_of_maildir

    if reader.form not in (None, ImportFormat.MAILDIR):
        hint = looks_like(ImportFormat.MAILDIR)
        raise cannot_be(reader.form, "a Maildir folder", name, hint)
    return ImportFile(
        ImportFormat.MAILDIR.value, mail_of(FolderOfLetters(letters_of_maildir(path)), reader)
    )


def _folder(path: str, name: str, reader: Reader) -> ImportFile:
    """A folder of cards and letters; raises BadData where there is none in it."""
    from refcli.exchange.archive import Together
    from refcli.exchange.folders import FolderOfCards, FolderOfLetters, files_of

    cards, letters, boxes = files_of(path)
    found: dict[str, Iterable[Entry]] = {}
    if cards:
        found[ImportFormat.VCARD.value] = FolderOfCards(cards, reader.days)
    if letters or boxes:
        found[ImportFormat.EML.value] = mail_of(FolderOfLetters(letters, boxes), reader)
    if not found:
        raise BadData(
            f"a folder without cards or letters, so nothing was imported: {name}",
            "a Maildir, or a folder with .vcf or .eml files",
        )
    return ImportFile("/".join(found), Together(list(found.values())))


@contextmanager
def _opened(path: str) -> Iterator[BinaryIO]:
    """The file, when it is a plain one that may be read."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise BadData(f"no plain file, so nothing was imported: {path}")
        stream = open(path, "rb")  # noqa: PTH123, SIM115  closed below
    except FileNotFoundError as error:
        raise Missing(f"no such file: {path}") from error
    except IsADirectoryError as error:
        raise BadData(f"a folder that is no Maildir: {path}") from error
    except PermissionError as error:
        raise NoPermission(f"no permission to read it: {path}") from error
    except OSError as error:
        raise BadData(f"cannot be read ({error.strerror}): {path}") from error
    except ValueError as error:
        raise Missing(f"no such file: {path!r}") from error
    with stream:
        yield stream


def _decide(app: App, doubtful: Sequence[Match]) -> dict[int, int | None]:
    """Ask about each doubtful row; what is left out stays doubtful.

    An import fills in what is empty then, so nothing that is shown here can be overwritten.
    """
    decisions: dict[int, int | None] = {}
    for match in doubtful:
        organization = match.person.text("organization")
        where = f", {organization}" if organization else ""
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
def _progress(
    app: App, label: str, file: ImportFile | None = None
) -> Iterator[Callable[[int], None]]:
    stream = app.streams.stderr
    if stream is None or not is_terminal(stream):
        yield lambda _: None
        return
    from refcli.render.rich.progress import bar

    total = len(file.entries) if file and isinstance(file.entries, tuple) else None
    with bar(label, total, stream) as advance:
        yield advance

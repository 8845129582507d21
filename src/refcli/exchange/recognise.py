"""Which format a file is, by its content; what is not understood is refused with what was found."""

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from refcli.domain.imports import Entry, ImportFile
from refcli.errors import BadData, RefcliError
from refcli.exchange.csvtext import MAX_BYTES, Table
from refcli.exchange.heads import is_xml_sheet, is_zip, unreadable
from refcli.exchange.linkedin_zip import from_zip, is_linkedin
from refcli.exchange.readers import (
    READERS,
    SAY_COLUMNS,
    TABLES,
    Found,
    ImportFormat,
    Reader,
    form_of,
    head_of,
    table_in,
)
from refcli.exchange.tabular import found_columns, titles_of

_LOOKED_AT = 50
_TITLE_ROWS = 10
# What the beginning of a file says for sure.
_BY_HEAD_ALONE = frozenset(
    {ImportFormat.VCARD, ImportFormat.ICS, ImportFormat.MBOX, ImportFormat.EML, ImportFormat.LDIF}
)
_KINDS = {
    ImportFormat.LINKEDIN: "a ZIP",
    ImportFormat.VCARD: "a vCard",
    ImportFormat.ICS: "a calendar",
    ImportFormat.MBOX: "a mailbox",
    ImportFormat.MONICA: "JSON",
    ImportFormat.EML: "a letter",
    ImportFormat.LDIF: "LDIF",
}
_ANY_CSV = 'any CSV file can be read: --as csv --map "Full name=name,Mail=email"'
_HELP = "what can be read: refcli import --help"


def recognised(stream: BinaryIO, name: str, reader: Reader) -> ImportFile:
    """The file as what it is said to be, else as what it looks like; raises BadData otherwise."""
    head = head_of(stream)
    if not head.strip():
        raise BadData(f"the file is empty, so nothing was imported: {name}")
    if reader.form is None:
        return _as_it_looks(stream, name, reader, head)
    found = _forced(stream, name, reader, reader.form)
    if found is None and reader.form is ImportFormat.CSV and _by_head(head) is None:
        told = _columns(table_in(stream, name, reader))
        raise BadData(
            f"--as csv needs --map, so nothing was imported; found {told}: {name}", SAY_COLUMNS
        )
    if found is None:
        raise _other(stream, name, reader, reader.form)
    return _file(reader.form, found)


def _file(form: ImportFormat, found: Iterable[Entry], table: Table | None = None) -> ImportFile:
    read_as = getattr(found, "read_as", "") if table is None else table.read_as
    return ImportFile(form.value, found, read_as=read_as)


def cannot_be(form: ImportFormat, found: str, name: str, hint: str) -> BadData:
    """What is said of a file that is not what `--as` says."""
    return BadData(
        f"--as {form} cannot read it, so nothing was imported; found {found}: {name}", hint
    )


def looks_like(form: str) -> str:
    """The hint at the format that a file has."""
    return f"it looks like {form}: --as {form}"


def _as_it_looks(stream: BinaryIO, name: str, reader: Reader, head: bytes) -> ImportFile:
    _refuse_known(head, name)
    if is_zip(head):
        return _zip(stream, name, reader)
    if is_xml_sheet(head):
        return _table(table_in(stream, name, reader), reader)
    form = form_of(head)
    if form is None or reader.mapping:
        return _table(table_in(stream, name, reader), reader)
    found = READERS[form](stream, name, reader)
    if found is None:
        raise BadData(f"JSON, but neither refcli's nor Monica's, nothing was imported: {name}")
    return _file(form, found)


def titles_in(stream: BinaryIO, name: str, reader: Reader) -> frozenset[str]:
    """The titles of a table, as a map names them; none of what is no table or cannot be read."""
    head = head_of(stream)
    if unreadable(head) or form_of(head) is not None:
        return frozenset()
    try:
        rows = [cells for _, cells in islice(table_in(stream, name, reader).rows(), _TITLE_ROWS)]
    except RefcliError:
        return frozenset()
    return frozenset(title for cells in rows for title in titles_of(cells))


def _columns(table: Table) -> str:
    """The columns of a table, for a message: those of the first row that has several."""
    rows = (cells for _, cells in islice(table.rows(), _LOOKED_AT) if len(cells) > 1)
    return found_columns(next(rows, []))


def _zip(stream: BinaryIO, name: str, reader: Reader) -> ImportFile:
    """A workbook, LinkedIn's whole export, or files of any kind."""
    from refcli.exchange.archive import files_in, names_in
    from refcli.exchange.sheets import WORKBOOK, office_kind

    names = names_in(stream)
    if WORKBOOK in names:
        return _table(table_in(stream, name, reader), reader)
    if kind := office_kind(names):
        raise BadData(
            f"{kind}, so nothing was imported: {name}", "open it, save it as CSV, and import that"
        )
    if is_linkedin(names):
        return _file(ImportFormat.LINKEDIN, from_zip(stream, name, reader.days, reader.my_name))
    inside = reader._replace(mapping=None, encoding=None)
    return files_in(stream, name, lambda member, called: recognised(member, called, inside))


def _refuse_known(head: bytes, name: str) -> None:
    """Raise BadData for what is known and cannot be read, with what can be done."""
    if known := unreadable(head):
        raise BadData(f"{known.words}, so nothing was imported: {name}", known.hint)


def _table(table: Table, reader: Reader) -> ImportFile:
    forms = [ImportFormat.CSV] if reader.mapping else TABLES
    for form in forms:
        found = TABLES[form](table, reader)
        if found is not None:
            return _file(form, found, table)
    raise BadData(
        f"no format that refcli knows, so nothing was imported; found"
        f" {_columns(table)}: {table.name}",
        f"its columns are those of a map: --map {reader.kept_map}"
        if reader.kept_map
        else SAY_COLUMNS,
    )


def _forced(stream: BinaryIO, name: str, reader: Reader, form: ImportFormat) -> Found:
    try:
        return READERS[form](stream, name, reader)
    except BadData:
        # Of a file of another kind it says more what it is than where it breaks as this one.
        if _by_head(head_of(stream)) in (None, form):
            raise
        return None


def _by_head(head: bytes) -> ImportFormat | None:
    return ImportFormat.LINKEDIN if is_zip(head) else form_of(head)


def _other(stream: BinaryIO, name: str, reader: Reader, form: ImportFormat) -> BadData:
    kind = _by_head(head_of(stream))
    found = _KINDS[kind] if kind else _columns(table_in(stream, name, reader))
    fits = _fitting(stream, name, reader)
    hint = looks_like(fits) if fits else _HELP if kind else _ANY_CSV
    return cannot_be(form, found, name, hint)


def _fitting(stream: BinaryIO, name: str, reader: Reader) -> str:
    """The format that the file would be recognised as, whoever reads it; empty when none."""
    kind = form_of(head_of(stream))
    if kind in _BY_HEAD_ALONE:
        return kind.value
    if kind is ImportFormat.MONICA and _is_whole(stream, name):
        return ImportFormat.REFCLI.value
    anybody = reader._replace(form=None, mapping=None, my_name=reader.my_name or "-")
    try:
        return _as_it_looks(stream, name, anybody, head_of(stream)).format
    except RefcliError:
        return ""


def _is_whole(stream: BinaryIO, name: str) -> bool:
    from refcli.exchange.full_json import is_store_json
    from refcli.exchange.monica import parsed_json

    stream.seek(0)
    try:
        return is_store_json(parsed_json(stream.read(MAX_BYTES), name))
    except BadData:
        return False

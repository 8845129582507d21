"""Which format a file is, by its content; what is not understood is refused with what was found."""

from typing import BinaryIO

from refcli.domain.imports import ImportFile
from refcli.errors import BadData, RefcliError
from refcli.exchange.csvtext import MAX_BYTES, TextFile
from refcli.exchange.linkedin_zip import from_zip, is_zip
from refcli.exchange.readers import (
    READERS,
    SAY_COLUMNS,
    TEXTS,
    Found,
    ImportFormat,
    Reader,
    columns_of,
    form_of,
    head_of,
    sized_text,
)

_KINDS = {
    ImportFormat.LINKEDIN: "a ZIP",
    ImportFormat.VCARD: "a vCard",
    ImportFormat.ICS: "a calendar",
    ImportFormat.MBOX: "a mailbox",
    ImportFormat.MONICA: "JSON",
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
    if found is None:
        raise _other(stream, name, reader, reader.form)
    return ImportFile(reader.form.value, found)


def cannot_be(form: ImportFormat, found: str, name: str, hint: str) -> BadData:
    """What is said of a file that is not what `--as` says."""
    return BadData(
        f"--as {form} cannot read it, so nothing was imported; found {found}: {name}", hint
    )


def looks_like(form: str) -> str:
    """The hint at the format that a file has."""
    return f"it looks like {form}: --as {form}"


def _as_it_looks(stream: BinaryIO, name: str, reader: Reader, head: bytes) -> ImportFile:
    if is_zip(head):
        return ImportFile(ImportFormat.LINKEDIN.value, from_zip(stream, name))
    form = ImportFormat.CSV if reader.mapping else form_of(head)
    if form is None:
        return _table(sized_text(stream, name), reader)
    found = READERS[form](stream, name, reader)
    if found is None:
        raise BadData(f"JSON, but neither refcli's nor Monica's, nothing was imported: {name}")
    return ImportFile(form.value, found)


def _table(file: TextFile, reader: Reader) -> ImportFile:
    for form, read in TEXTS.items():
        found = read(file, reader)
        if found is not None:
            return ImportFile(form.value, found)
    raise BadData(
        f"no format that refcli knows, so nothing was imported; found {columns_of(file)}:"
        f" {file.name}",
        SAY_COLUMNS,
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
    found = _KINDS[kind] if kind else columns_of(sized_text(stream, name))
    fits = _fitting(stream, name, reader)
    hint = looks_like(fits) if fits else _HELP if kind else _ANY_CSV
    return cannot_be(form, found, name, hint)


def _fitting(stream: BinaryIO, name: str, reader: Reader) -> str:
    """The format that the file would be recognised as, whoever reads it; empty when none."""
    kind = form_of(head_of(stream))
    if kind in (ImportFormat.VCARD, ImportFormat.ICS, ImportFormat.MBOX):
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

"""LDIF, in which Thunderbird and directories write address books."""

import base64
import binascii
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from refcli.domain.imports import Entry, RejectedRow
from refcli.exchange.cells import person_entries
from refcli.exchange.csvtext import TextFile, text_file
from refcli.exchange.file_days import Days
from refcli.exchange.heads import start_of
from refcli.exchange.left_out import Reasons, records_left_out

_FIELDS = {
    "cn": "name",
    "displayname": "name",
    "givenname": "first",
    "sn": "last",
    "surname": "last",
    "mozillanickname": "nickname",
    "xmozillanickname": "nickname",
    "mail": "email",
    "mozillasecondemail": "email",
    "xmozillasecondemail": "email",
    "telephonenumber": "phone",
    "homephone": "phone",
    "mobile": "phone",
    "cellphone": "phone",
    "o": "organization",
    "company": "organization",
    "title": "role",
    "description": "note",
    "notes": "note",
    "birthyear": "birth_year",
    "birthmonth": "birth_month",
    "birthday": "birth_day",
    "street": "address:work:street",
    "streetaddress": "address:work:street",
    "l": "address:work:city",
    "locality": "address:work:city",
    "st": "address:work:state",
    "postalcode": "address:work:zip",
    "c": "address:work:country",
    "countryname": "address:work:country",
    "mozillahomestreet": "address:home:street",
    "mozillahomelocalityname": "address:home:city",
    "mozillahomestate": "address:home:state",
    "mozillahomepostalcode": "address:home:zip",
    "mozillahomecountryname": "address:home:country",
    "mozillaworkurl": "website",
    "mozillahomeurl": "website",
    "workurl": "website",
    "homeurl": "website",
    "ou": "field:department",
    "facsimiletelephonenumber": "field:fax",
    "mozillacustom1": "field:custom 1",
    "mozillacustom2": "field:custom 2",
    "mozillacustom3": "field:custom 3",
    "mozillacustom4": "field:custom 4",
}
_ASIDE = frozenset({"dn", "objectclass", "changetype", "modifytimestamp", "version", "uid"})
_GROUPS = frozenset({"groupofnames", "groupofuniquenames"})


@dataclass(slots=True)
class Directory:
    """The people of an LDIF file; can be gone through again."""

    file: TextFile
    days: Days
    not_kept: Counter[str] = field(default_factory=Counter)

    def __iter__(self) -> Iterator[Entry]:
        """Each record as a person, or why it cannot be taken."""
        self.not_kept.clear()
        for line, record in _records(self.file):
            kinds = {value.lower() for name, value in record if name == "objectclass"}
            if kinds & _GROUPS:
                yield RejectedRow(line, "a list of addresses, not a person", fatal=False)
                continue
            cells: dict[str, list[str]] = {}
            for name, value in record:
                if name in _FIELDS:
                    cells.setdefault(_FIELDS[name], []).append(value)
                elif name not in _ASIDE:
                    self.not_kept[name] += 1
            if cells:
                yield from person_entries(line, cells, self.days)

    def left_out(self, reasons: Reasons) -> bytes:
        """Those records, each under a comment that says why it was left out."""
        return records_left_out(self.file, reasons)


def is_ldif(head: bytes) -> bool:
    """Whether a file begins as one."""
    start = start_of(head).lower()
    return re.match(rb"(?:#[^\n]*\n|\s|version: ?\d\s)*dn::? ?[\w+/=]", start) is not None


def directory(stream: BinaryIO, name: str, days: Days, encoding: str | None) -> Directory:
    """The people of a file that begins as LDIF."""
    return Directory(text_file(stream, name, encoding), days)


def _records(file: TextFile) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    """(line, attributes) of each record; lines that begin with a space go on."""
    record: list[tuple[str, str]] = []
    begins, kept = 1, ""
    for number, raw in enumerate(file.lines(), start=1):
        line = raw.rstrip("\r\n")
        if line.startswith(" ") and kept:
            kept += line[1:]
            continue
        if kept:
            record.append(_attribute(kept))
        kept = "" if line.startswith("#") else line.lstrip("\ufeff")
        if not line.strip():
            if record:
                yield begins, record
            record, begins, kept = [], number + 1, ""
    if kept:
        record.append(_attribute(kept))
    if record:
        yield begins, record


def _attribute(line: str) -> tuple[str, str]:
    """(name, value) of a line; a value behind two colons is in base64."""
    name, _, value = line.partition(":")
    bare = name.partition(";")[0].strip().lower()
    if not value.startswith(":"):
        return bare, value.strip()
    try:
        return bare, base64.b64decode(value[1:].strip(), validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return bare, ""

"""CSV as people's programs write it: decoded strictly, read strictly, line by line, bounded."""

import codecs
import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple

from refcli.errors import BadData

MAX_BYTES = 400_000_000
_LONGEST_LINE = 4_000_000
_CHUNK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What programs on Windows wrote before they wrote UTF-8; taken for their own layouts only.
OLD_ENCODING = "cp1252"


class TextFile(NamedTuple):
    """An open file with its name for messages; read from the start each time."""

    stream: BinaryIO
    name: str
    encoding: str

    def lines(self) -> Iterator[str]:
        """Its lines; raises BadData for a line that never ends or holds NUL."""
        self.stream.seek(0)
        reader = io.TextIOWrapper(self.stream, encoding=self.encoding, newline="")
        number = 0
        try:
            while line := reader.readline(_LONGEST_LINE):
                number += 1
                if len(line) == _LONGEST_LINE and line[-1] not in "\r\n":
                    raise BadData(
                        f"line {number} is too long, so nothing was imported: {self.name}"
                    )
                if "\0" in line:
                    raise BadData(f"has NUL characters, so nothing was imported: {self.name}")
                yield line
        except UnicodeDecodeError as error:
            raise not_text(self.encoding, self.name) from error
        finally:
            with suppress(ValueError):  # closed already
                reader.detach()  # whoever opened the file closes it


def text_file(stream: BinaryIO, name: str) -> TextFile:
    """The file with the encoding that all of it obeys: UTF-8, UTF-16, else the old one."""
    stream.seek(0)
    head = stream.read(4)
    encoding = next((enc for mark, enc in _MARKS if head.startswith(mark)), "utf-8")
    bad = _first_undecodable(stream, encoding)
    if bad is None:
        return TextFile(stream, name, encoding)
    if encoding == "utf-8":
        return TextFile(stream, name, OLD_ENCODING)
    raise not_text(encoding, name)


def not_text(encoding: str, name: str) -> BadData:
    """What is said of a file that is no text."""
    return BadData(
        f"not text in {encoding}, so nothing was imported: {name}",
        "save it as UTF-8 and import it again",
    )


def _first_undecodable(stream: BinaryIO, encoding: str) -> int | None:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    place = 0
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
            place += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return place + error.start
    return None


def csv_rows(file: TextFile, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """(line, cells) of each row; raises BadData where the file stops being CSV."""
    reader = csv.reader(file.lines(), strict=True, delimiter=delimiter)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadData(
            f"line {begins}: {error}, so nothing was imported: {file.name}",
            "a quote may be open from there on",
        ) from error


def delimiter_of(line: str) -> str:
    """What separates the cells of a header line."""
    return max((",", ";", "\t"), key=line.count)

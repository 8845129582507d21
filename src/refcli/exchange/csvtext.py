"""CSV as people's programs write it: decoded strictly, read strictly, bounded in size."""

import codecs
import csv
import io

from refcli.errors import BadData

MAX_BYTES = 200_000_000
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8 or UTF-16; raises BadData for anything else."""
    if len(data) > MAX_BYTES:
        raise BadData(f"larger than {MAX_BYTES // 1_000_000} MB, so nothing was imported: {name}")
    encoding = next((enc for mark, enc in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadData(
            f"not text in {encoding} (byte {error.start}), so nothing was imported: {name}",
            "save it as UTF-8 and import it again",
        ) from error
    if "\0" in text:
        raise BadData(f"has NUL characters, so nothing was imported: {name}")
    return text


def rows_of(text: str, name: str) -> list[tuple[int, list[str]]]:
    """(line, cells) of each row; raises BadData where the file stops being CSV."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = []
    begins = 1
    try:
        for cells in reader:
            rows.append((begins, cells))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadData(
            f"line {begins}: {error}, so nothing was imported: {name}",
            "a quote may be open from there on",
        ) from error
    return rows

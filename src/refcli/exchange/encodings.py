"""In which encoding a file of text is: by its mark, its zero bytes, UTF-8, else a code page.

What a code page is cannot be known for sure, so it is always said, and can be told.
"""

import codecs
import os
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from refcli.errors import BadData, UsageError

_CHUNK = 1 << 20
_SAMPLE = 16_384
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Of text in an alphabet every second byte is zero in UTF-16; so many of a sample must be.
_ZEROS = 0.4
# The code pages that address books come in, those that are written most first.
_PAGES = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *(
        "iso8859_15",
        "iso8859_2",
        "koi8_r",
        "cp932",
        "euc_jp",
        "gb18030",
        "cp949",
        "big5",
        "mac_roman",
    ),
)
# Codecs that are not for text that people write.
_NO_TEXT = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined"})
# By the language of the user's own locale, the code page of its Windows.
_BY_LANGUAGE = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "ro", "sq", "bs"), "cp1250"),
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be"), "cp1251"),
    "el": "cp1253",
    "tr": "cp1254",
    **dict.fromkeys(("he", "yi"), "cp1255"),
    **dict.fromkeys(("ar", "fa", "ur"), "cp1256"),
    **dict.fromkeys(("et", "lv", "lt"), "cp1257"),
    "vi": "cp1258",
    "ja": "cp932",
    "zh": "gb18030",
    "ko": "cp949",
}
_DEFAULT = "cp1252"
# One more likely letter in so many is what the user's own locale weighs.
_OWN_WEIGHT = 0.02


class Encoding(NamedTuple):
    """An encoding, and whether it was guessed and should be said."""

    name: str
    is_guess: bool = False


def encoding_of(stream: BinaryIO, name: str, told: str | None = None) -> Encoding:
    """The encoding that all of the file obeys; raises BadData where none is.

    `told` is what the user says it is; raises UsageError where there is no such encoding.
    """
    if told is not None:
        return told_encoding(stream, name, told)
    stream.seek(0)
    head = stream.read(_SAMPLE)
    marked = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), None)
    found = marked or _by_zeros(head) or "utf-8"
    bad = _first_undecodable(stream, found)
    if bad is None:
        return Encoding(found)
    if found != "utf-8":
        raise not_text(found, name)
    if _is_mixed(stream, bad):
        return Encoding(MIXED, is_guess=True)
    page = _code_page(_sample(stream, bad))
    if _first_undecodable(stream, page) is not None:
        raise not_text("UTF-8", name)
    return Encoding(page, is_guess=True)


def page_of(stream: BinaryIO) -> str:
    """The code page of what says its encoding value by value, where it does not: or UTF-8."""
    bad = _first_undecodable(stream, "utf-8")
    return "utf-8" if bad is None else _code_page(_sample(stream, bad))


def not_text(encoding: str, name: str) -> BadData:
    """What is said of a file that is no text."""
    return BadData(
        f"not text in {encoding}, so nothing was imported: {name}",
        "save it as UTF-8, or say what it is: --encoding cp1252",
    )


# Encodings of names and of program text: what they make is no text of a person's.
_NO_FILE = frozenset(
    {"unicode_escape", "raw_unicode_escape", "unicode-escape", "raw-unicode-escape", "undefined"}
    | {"idna", "utf-7"}
)


def told_encoding(stream: BinaryIO, name: str, told: str) -> Encoding:
    """The encoding that was told; raises UsageError for none, BadData where it does not fit."""
    try:
        found = codecs.lookup(told).name
        codecs.getincrementaldecoder(found)
        "".encode(found)  # raises LookupError for what is none of text
    except (LookupError, ValueError, TypeError) as error:
        raise UsageError(
            f"no encoding is called {told!r}", "such as utf-8, cp1250, latin-1, utf-16"
        ) from error
    if found in _NO_FILE:
        raise UsageError(
            f"no file is written in {told!r}", "such as utf-8, cp1250, latin-1, utf-16"
        )
    if found in _NO_TEXT or _first_undecodable(stream, found) is not None:
        raise not_text(told, name)
    return Encoding(found)


def _by_zeros(head: bytes) -> str | None:
    """UTF-16 without a mark, seen by its zero bytes."""
    if len(head) < 4 or b"\0" not in head:  # noqa: PLR2004  two letters
        return None
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > _ZEROS and odd > even:
        return "utf-16-le"
    return "utf-16-be" if even > _ZEROS else None


def _sample(stream: BinaryIO, first: int) -> bytes:
    """Whole lines with letters beyond ASCII, from the first of them on."""
    stream.seek(max(0, first - _SAMPLE // 2))
    lines = stream.read(_SAMPLE * 4).split(b"\n")
    return b"\n".join(line for line in lines if not line.isascii())[:_SAMPLE]


# UTF-8 in which somebody pasted a line or two of another program's.
MIXED = "utf-8 and cp1252"
_FEW = 0.2


def _is_mixed(stream: BinaryIO, first: int) -> bool:
    """Whether most of what is not ASCII is UTF-8 all the same."""
    stream.seek(0)
    before = stream.read(min(first, _SAMPLE * 16))
    after = stream.read(_SAMPLE * 4)
    text = (before + after).decode("utf-8", "replace")
    good = sum(not letter.isascii() for letter in text) - text.count("\ufffd")
    return good > 0 and text.count("\ufffd") < good * _FEW


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """A byte that is no UTF-8, as Windows means it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


codecs.register_error(MIXED, _as_cp1252)


def _code_page(sample: bytes) -> str:
    """The likeliest code page, by what the letters make and by the user's own locale."""
    from charset_normalizer import from_bytes

    own = _own_page()
    guessed = {
        match.encoding: 1 - match.chaos
        for match in from_bytes(sample, cp_isolation=list(_PAGES), threshold=0.5)
    }
    scores = {
        page: score + _TIE * guessed.get(page, 0) + (_OWN_WEIGHT if page == own else 0)
        for page in _PAGES
        if (score := _likely(sample, page)) is not None
    }
    return max(scores, key=lambda page: scores[page]) if scores else _DEFAULT


def _likely(sample: bytes, page: str) -> float | None:
    """How much of what is not ASCII is letters as one language has them; None where none is read.

    A letter stands next to letters of its own script, a capital at the beginning of a word or among
    capitals, and of the Latin ones all belong to one language that is written in the code page.
    """
    try:
        text = sample.decode(page)
    except (UnicodeDecodeError, LookupError):
        return None
    letters, good, wrong, count = Counter[str](), 0.0, 0.0, 0
    for before, letter, after in zip(f" {text}", text, f"{text[1:]} ", strict=False):
        if letter.isascii():
            continue
        count += 1
        if not letter.isalpha():
            is_word = before.isalpha() and after.isalpha()
            wrong += is_word or not letter.isprintable()
            good += 0.4 if letter in _USUAL_SIGNS and not is_word else 0
            continue
        script = _script(letter)
        is_inside = before.isalpha() and letter.isupper() and (before.islower() or after.islower())
        if is_inside or any(n.isalpha() and _script(n) != script for n in (before, after)):
            wrong += 1
        elif script == "LATIN":
            letters[letter.lower()] += 1
        elif page in _USUAL_LEADS:
            good += 1 if _is_usual(letter, page) else _RARE
        else:
            is_small_start = not before.isalpha() and letter.islower()
            good += _SMALL_START if is_small_start else 1
    covered = (sum(letters[one] for one in alphabet) for alphabet in _ALPHABETS.get(page, ()))
    return (good + max(covered, default=0) - wrong) / (count or 1)


# By code page, the first bytes of the letters that are written most; of Korean, its own script.
_USUAL_LEADS = {
    "cp932": range(0x82, 0x99),
    "euc_jp": range(0xA4, 0xD0),
    "gb18030": range(0xB0, 0xD8),
    "big5": range(0xA4, 0xC7),
    "cp949": range(0xB0, 0xC9),
}
_RARE = 0.2


def _is_usual(letter: str, page: str) -> bool:
    encoded = letter.encode(page, "replace")
    is_script = page != "cp949" or _script(letter) == "HANGUL"
    return is_script and len(encoded) == len(b"ab") and encoded[0] in _USUAL_LEADS[page]


# How much a name that begins with a small letter speaks for an alphabet that has capitals.
_SMALL_START = 0.8
_TIE = 0.01
_USUAL_SIGNS = "“”„‘’‚«»–—…€§°·№"
_WESTERN = (
    *("äöüß", "àâçéèêëîïôùûüÿœæ", "áéíñóúüªº", "áàâãçéêíóôõúü", "àèéìòù", "äåöé", "æåøéö"),
    *("ëéïöüáóè", "áðéíóúýþæö", "àçèéíïòóúü"),
)
_CENTRAL = (
    *("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîșțşţ"),
    "äöüß",
)
# By code page, the letters of the languages that are written in it.
_ALPHABETS = {
    "cp1252": _WESTERN,
    "iso8859_15": _WESTERN,
    "mac_roman": _WESTERN,
    "cp1250": _CENTRAL,
    "iso8859_2": _CENTRAL,
    "cp1254": ("çğıi̇öşüâî",),
    "cp1257": ("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"),
    "cp1258": ("ăâđêôơưàáèéìíòóùúýãõ",),
}


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    """The script of a letter, by the first word of its name."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _own_page() -> str:
    """The code page of the user's own language."""
    told = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    return _BY_LANGUAGE.get(told.lower().partition("_")[0], _DEFAULT)


def _first_undecodable(stream: BinaryIO, encoding: str) -> int | None:
    """Where the file stops being text in an encoding; None where all of it is."""
    stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    place = 0
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
            place += len(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError as error:  # of UTF-16 without its mark it is no UnicodeDecodeError
        return place + getattr(error, "start", 0)
    return None

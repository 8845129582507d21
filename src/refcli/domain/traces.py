"""By what a person is found in what others wrote, so that it can be taken out."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from refcli.domain.english.ordinary import is_ordinary, is_written_large
from refcli.domain.history import FORGOTTEN
from refcli.domain.names import words_of
from refcli.domain.phones import phone_key
from refcli.domain.text import fold, spelt_out, without_umlauts

# Words that stand in the names of couples and firms and name nobody.
_NO_NAMES = frozenset({"and", "the", "und", "mrs", "for", "von", "van", "sons", "partners"})
# Of two letters a word counts as it is written only, and not where it begins any sentence.
_SHORT = 2
_SHORT_WORDS = (
    "ab ac ad ag am an as at be by co da de di do du eg el en er es et go he hi ie if ii im in is"
    " it iv ja je la le me mr ms my na no nr of oh ok on or so st to uk um up us vi we zu"
)
_NO_SHORT_NAMES = frozenset(_SHORT_WORDS.split())
# Where words stand without a space between them, a name ends at no word's end.
_RUNNING = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+"
)
# Where a word begins and ends; an underscore stands between words.
_BEFORE, _BEHIND = r"(?<![^\W_])", r"(?![^\W_])"
_BETWEEN_DIGITS = r"[\s()./\-]{0,3}"
_LEAST_DIGITS, _COUNTRY_DIGITS = 7, 3
_NOBODY = re.compile(r"(?!)")
# What stands behind the last word of a sentence, or before the first of a quoted one.
_QUOTES, _ENDS = " \t\"'“„‘«([", ".!?:;…\n\r•"


class Patterns(NamedTuple):
    """What is looked for: in the folded text, as it is written, and so within a sentence only."""

    folded: re.Pattern[str]
    exact: re.Pattern[str] = _NOBODY
    within: re.Pattern[str] = _NOBODY


class Where(Enum):
    """What a text is: how much in it names the person depends on it."""

    NEAR = "of something in which they took part"
    PROSE = "a sentence about somebody else"
    LABEL = "a word or two with a meaning of their own: a tag, a firm, whom one looks for"


class Known(NamedTuple):
    """What somebody was ever called, each as it was written; of a firm only whole names count."""

    names: tuple[str, ...]
    nicknames: tuple[str, ...]
    phones: tuple[str, ...]
    others: tuple[str, ...]
    is_firm: bool = False


class Traces(NamedTuple):
    """What is looked for where, and the same as plain texts, also as they are in key columns."""

    patterns: Mapping[Where, Patterns]
    needles: tuple[str, ...]

    def blanked(self, text: str, where: Where = Where.PROSE) -> str:
        """The text without the person."""
        for start, end in reversed(_spans(text, self.patterns[where])):
            text = text[:start] + FORGOTTEN + text[end:]
        return text

    def are_in(self, text: str, where: Where = Where.PROSE) -> bool:
        """Whether anything of it names the person."""
        return bool(_spans(text, self.patterns[where]))


def traces_of(known: Known, is_shared: Callable[[str], bool]) -> Traces:
    """The traces of a person; `is_shared` says whether somebody else has a folded word, too.

    Such a word names the person only where they took part. So does one of the language written
    small (`will`); written large it names them within a sentence, where else it would be small.
    """
    called = (*known.names, *known.nicknames)
    single = {text for text in called if len(words_of(text)) == 1}
    whole = set(called) - single
    words, exact = (set(), set()) if known.is_firm else _words(known)
    words |= {text for text in single if len(_composed(text)) > 1}

    def found_by(words: set[str]) -> re.Pattern[str]:
        variants = {v for text in _and_of_theirs(whole | words) for v in _variants(text)}
        variants |= {fold(text) for text in known.others}
        return _folded_pattern(variants, known.phones)

    def written(words: set[str]) -> re.Pattern[str]:
        return _exact_pattern(_and_of_theirs(words))

    own, own_exact = ({w for w in ws if not is_shared(fold(w))} for ws in (words, exact))
    telling = {word for word in own if not is_ordinary(word)}
    # Days, months and towns are written large always, and tell nobody.
    ordinary = {
        word[:1].upper() + word[1:].lower() for word in own - telling if not is_written_large(word)
    }
    told = found_by(telling)
    plain = (*whole, *telling, *own_exact, *known.phones, *known.others)
    needles = (v for text in plain for v in (text, *sorted(_variants(text))) if _tells(v))
    patterns = {
        Where.NEAR: Patterns(found_by(words), written(exact)),
        Where.PROSE: Patterns(told, written(own_exact), written(ordinary)),
        Where.LABEL: Patterns(told),
    }
    return Traces(patterns, tuple(dict.fromkeys(needles)))


def _words(known: Known) -> tuple[set[str], set[str]]:
    """The words of the names, and those that count only as they are written."""
    words = {word for name in known.names for word in _letters(name) if _names_somebody(word)}
    exact = {word for name in known.names for word in _letters(name) if _is_short_name(word)}
    exact |= {w for name in known.nicknames for w in _letters(name) if _names_somebody(w)}
    return words, exact


def _tells(text: str) -> bool:
    """Whether a text is long enough to be looked for among bytes."""
    return len(text) > _SHORT or not text.isascii()


def _and_of_theirs(texts: set[str]) -> set[str]:
    """With the s of what is theirs where no apostrophe stands before it: `Jane Roes book`."""
    return texts | {f"{text}s" for text in texts if text[-1].isalpha()}


def _letters(name: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", _composed(name))


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _names_somebody(word: str) -> bool:
    return len(word) > _SHORT and word.casefold() not in _NO_NAMES


def _is_short_name(word: str) -> bool:
    is_written_so = len(word) == _SHORT and word[0] != word[0].lower()
    return is_written_so and word.casefold() not in _NO_SHORT_NAMES


def _variants(text: str) -> set[str]:
    """The folded text, with umlauts as two letters or as one, and as bare words."""
    found = {fold(text), fold(spelt_out(text)), without_umlauts(text), " ".join(words_of(text))}
    return {variant for variant in found if variant.strip()}


def _folded_pattern(variants: Iterable[str], phones: Iterable[str]) -> re.Pattern[str]:
    """Any of the texts, longest first, as whole words of a folded text."""
    longest_first = sorted(filter(None, variants), key=lambda text: (-len(text), text))
    parts = [*map(_phone, phones), *map(_bounded, longest_first)]
    return re.compile("|".join(parts)) if parts else _NOBODY


def _bounded(variant: str) -> str:
    body = r"\s+".join(map(re.escape, variant.split()))
    composed = unicodedata.normalize("NFC", variant)
    if len(composed) > 1 and _RUNNING.fullmatch(composed):
        return body
    return rf"{_BEFORE}{body}{_BEHIND}"


def _exact_pattern(words: Iterable[str]) -> re.Pattern[str]:
    body = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"{_BEFORE}(?:{body}){_BEHIND}") if body else _NOBODY


def _phone(phone: str) -> str:
    """A number however its digits are grouped, with or without what is dialled from abroad."""
    digits = re.sub(r"\D", "", phone_key(phone)).lstrip("0")
    if len(digits) < _LEAST_DIGITS:
        return _bounded(fold(phone)) if fold(phone) else "(?!)"
    if phone_key(phone).startswith("+"):
        digits = digits[min(_COUNTRY_DIGITS, len(digits) - _LEAST_DIGITS) :]
    body = _BETWEEN_DIGITS.join(digits)
    return rf"(?<!\d)(?:\+?\d[\d\s()./\-]{{0,8}})?{body}(?!\d)"


def _spans(text: str, patterns: Patterns) -> list[tuple[int, int]]:
    """Where in the text the person stands, in order, none over another."""
    found = [match.span() for match in patterns.exact.finditer(text)]
    found += [
        match.span()
        for match in patterns.within.finditer(text)
        if not _begins_sentence(text, match.start())
    ]
    folded = patterns.folded
    if text.isascii():
        found += [match.span() for match in folded.finditer(text.lower())]
    else:
        plain, places = _placed(text)
        for start, end in (match.span() for match in folded.finditer(plain)):
            found.append((places[start], _with_accents(text, places[end - 1] + 1)))
    apart: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if apart and start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(_QUOTES)
    return not before or before[-1] in _ENDS


def _placed(text: str) -> tuple[str, list[int]]:
    """The folded text, letter by letter, and from which letter each came."""
    plain: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        reduced = _reduced(letter)
        plain.append(reduced)
        places += [place] * len(reduced)
    return "".join(plain), places


@lru_cache(maxsize=4096)
def _reduced(letter: str) -> str:
    return " " if letter.isspace() else fold(letter)


def _with_accents(text: str, end: int) -> int:
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end

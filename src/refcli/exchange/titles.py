"""What a column is, by the words of its title, in the languages that address books come in.

Programs name the same column in many ways (`E-mail 2 Address`, `Primäre E-Mail-Adresse`, `Person -
Email - Work`), so a title is taken apart into words, and its words decide. A new language is a few
words more in the tables below.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from refcli.domain.text import fold
from refcli.exchange.left_out import WHY
from refcli.exchange.title_words import (
    ADDRESS_PARTS,
    ASIDE_WORDS,
    NEVER_CALLED,
    PLACES,
    SOMEBODY_ELSE,
    TITLES,
)

# A column that says nothing about a person: passed over without a word. What is not known is ''.
ASIDE = "-"


def _plain(text: str) -> str:
    """A title as it is compared; the Turkish letter without its dot has no accent to fold."""
    return fold(text).replace("ı", "i").replace("\u0307", "")


def _split(text: str) -> frozenset[str]:
    return frozenset(
        _plain(part.strip()) for part in text.replace("\n", " ").split(",") if part.strip()
    )


def _listed(text: str) -> frozenset[str]:
    return frozenset(map(_plain, text.split()))


_FIELDS = tuple((row.field, _split(row.titles), _listed(row.words)) for row in TITLES)
_ASIDE = _listed(ASIDE_WORDS)
_NO_CALL = _listed(NEVER_CALLED)
_PARTS = tuple((part, _listed(words)) for part, words in ADDRESS_PARTS)
_WHERE = tuple((place, _listed(words)) for place, words in PLACES)
_EMAIL = re.compile(
    r"\be-?mail|\b(?:mail|почты|courriel|correo|correio|messagerie)\b|\be-?post|sahkoposti"
    r"|adresse electronique|メール|邮箱|邮件|郵件|전자 메일|이메일|ταχυδρομ|posta elettronica|email"
)
_PHONE = re.compile(
    r"telefon|telefoon|(?<!dicta)(?<!micro)phone|puhelin|電話|电话|手机|携帯|\bhandy|cellul|\bmobil|телефон|τηλεφων"
)
# Programs put what the row is about before the title, and numbers behind or into it.
_LEAD = re.compile(r"^(?:person|people|contact|organization|organisation|lead|deal)\s+[-–:>]\s+")
_NUMBER = re.compile(r"\s*[#(]?\b\d{1,2}\b\)?(?=\s|$|-)")
_WORD = re.compile(r"[^\s()\[\]:,;|–]+")
_NUMBERED = re.compile(r"(?P<what>[a-z-][a-z -]*) (?P<n>\d+) - (?P<part>[a-z .]+)")


class Grouped(NamedTuple):
    """A column of a numbered group: `Relation 1 - Label` and `Relation 1 - Value`."""

    what: str
    number: int
    part: str


_GROUPS = frozenset({"custom field", "relation", "event", "address"})
# These are taken by themselves; the label says what of them nobody calls.
_LABELLED = frozenset({"phone"})
_VALUES = {"e-mail": "email", "email": "email", "phone": "phone", "website": "website"}
_WORK = {"name": "organization", "title": "role", "job description": ""}


def group_of(title: str) -> Grouped | None:
    """The numbered group that a column belongs to, with what it is of it."""
    found = _NUMBERED.fullmatch(fold(title.strip()))
    if found is None or found["what"] not in _GROUPS | _LABELLED:
        return None
    return Grouped(found["what"], int(found["n"]), found["part"])


def field_of(title: str) -> str:
    """The field that a column fills, `-` for one passed over, '' for one that is not known."""
    whole = _plain(title.strip().strip("\ufeff")).replace("_", " ")
    if whole == WHY:
        return ASIDE
    if found := _NUMBERED.fullmatch(whole):
        what, part = found["what"], found["part"]
        if what in _VALUES:
            return _VALUES[what] if part == "value" else ASIDE
        if what == "organization":
            return _WORK.get(part, ASIDE if part == "type" else "")
        return ASIDE if what in _GROUPS else ""
    bare = " ".join(_NUMBER.sub("", _LEAD.sub("", whole)).replace(" - ", " ").split())
    words = {word.strip(".'\"") for word in _WORD.findall(bare)}
    words |= {part for word in words for part in re.split(r"[-/]", word) if len(part) > 1}
    return _of_title(bare) or _of_title(whole) or _of_words(bare, frozenset(words))


def _of_title(title: str) -> str:
    return next((field for field, titles, _ in _FIELDS if title in titles), "")


def _of_words(title: str, words: frozenset[str]) -> str:
    """By single words: `Tel. dienstlich` is a number, `Fax geschäftlich` none to call."""
    if words & _ASIDE:
        return ASIDE
    if words & _NO_CALL or words & SOMEBODY_ELSE:
        return ""
    if _EMAIL.search(title):
        return "email"
    by_word = next((field for field, _, own in _FIELDS if own and words & own), "")
    by_word = by_word or ("phone" if _PHONE.search(title) else "")
    part = next((part for part, own in _PARTS if words & own), "")
    if part and not by_word:
        place = next((place for place, own in _WHERE if words & own), "home")
        return f"address:{place}:{part}"
    return by_word


def fields_of(header: Sequence[str]) -> tuple[str, ...]:
    """The field of each column; a title that means one thing beside another is settled.

    `Title` is a form of address where there is a `Job Title` or a suffix, else a role.
    """
    found = [field_of(title) for title in header]
    folded = [fold(title.strip()) for title in header]
    has_role = "role" in found or "suffix" in found
    roles = found.count("role")
    for place, title in enumerate(folded):
        if title in ("title", "titel"):
            found[place] = ASIDE if has_role else "role"
        elif title in _ADDRESSED and roles > 1:
            found[place] = ASIDE
        elif title in _LAST_BESIDE_FIRST and "first" in found and "last" not in found:
            found[place] = "last"
    if "birth_year" in found and "birthday" in found:
        found[found.index("birthday")] = "birth_day"
    return tuple(found)


# Forms of address, where another column has the role.
_ADDRESSED = frozenset({"titre", "titulo", "titolo", "título"})
# Beside a column of first names, these are family names.
_LAST_BESIDE_FIRST = frozenset({"name", "naam", "nume", "nom", "namn", "navn", "nome", "nombre"})
# What makes a table a list of people.
_NAMES = frozenset({"name", "first", "last", "nickname"})
_MORE = frozenset({"email", "phone", "organization", "role", "birthday", "url", "tag", "note"})
_ENOUGH = 2


def is_list_of_people(fields: Sequence[str]) -> bool:
    """Whether such columns are those of an address book: a name, and something besides."""
    known = [field for field in fields if field]
    found = _MORE.intersection(fields)
    is_half = len(known) * 2 >= len(fields)
    return bool(_NAMES.intersection(fields)) and bool(found) and (is_half or len(found) > _ENOUGH)

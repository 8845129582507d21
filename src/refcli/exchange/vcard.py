"""vCard 2.1, 3.0 and 4.0, as phones, mail programs and servers write it; pictures are skipped.

What a card says and refcli has no field for is kept under the name of its property, and written
back when the contact is exported.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, NamedTuple

from refcli.domain.column_map import FIELD_OF_COLUMN
from refcli.domain.columns import every_column
from refcli.domain.imports import Entry, RejectedRow
from refcli.exchange.cells import PROFILE, person_entries
from refcli.exchange.file_days import Days
from refcli.exchange.joined import by_label
from refcli.exchange.left_out import BLOCK_WHY, Reasons, cards_left_out
from refcli.exchange.vcard_lines import (
    Property,
    lines_of,
    parts_of,
    property_of,
    text_lines_of,
    unescaped,
)
from refcli.exchange.vcard_text import KEPT_AS, MET_THROUGH, OWN_WORD, escaped, parameter_text

_Found = dict[str, list[str]]
# Those that refcli writes, and what others say in other words.
_PLAIN_FIELDS = {
    **{c.vcard: FIELD_OF_COLUMN.get(c.field, c.field) for _, _, c in every_column() if c.vcard},
    "ROLE": "role",
    "X-SOCIALPROFILE": "url",
    "BDAY": "birthday",
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-WEDDING": "anniversary",
    "DEATHDATE": "is_gone",
    "X-SPOUSE": "relation:spouse",
    "X-EVOLUTION-SPOUSE": "relation:spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "relation:spouse",
    "X-MANAGER": "relation:boss",
    "X-ASSISTANT": "relation:assistant",
    "X-CHILDREN": "relation:child",
}
# A program's own marks, and what stands in another property as well.
_PASSED_OVER = frozenset(
    {"VERSION", "PRODID", "REV", "UID", "PHOTO", "LOGO", "SOUND", "KEY", "LABEL", "X-ABUID"}
    | {"X-ABADR", "X-ABLABEL", "CLIENTPIDMAP", "SORT-STRING", "MAILER", "XML"}
    | {"X-IMAGETYPE", "X-IMAGEHASH", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-LAST-NAME", "SOURCE"}
    | {"CLASS", "PROFILE", "NAME", "X-FILE-AS", "X-MOZILLA-HTML", "AGENT"}
    | {BLOCK_WHY}
)
_RELATIONS = {"manager": "boss", "assistant": "assistant", "father": "parent", "mother": "parent"}
_RELATIONS |= {"brother": "sibling", "sister": "sibling", "son": "child", "daughter": "child"}
_RELATIONS |= {"wife": "spouse", "husband": "spouse", "domestic partner": "partner"}
_ANDROID_DATES = {"1": "anniversary", "3": "birthday"}
_LONGEST_OWN = 1_000
# Google's own groups.
_OWN_GROUPS = frozenset({"myContacts", "starred"})


@dataclass(slots=True)
class Cards:
    """The cards of a file; can be gone through again.

    `page` is the code page of values that are no UTF-8 and do not say what they are.
    """

    stream: BinaryIO
    days: Days
    page: str = "cp1252"

    def __iter__(self) -> Iterator[Entry]:
        """Each card as a person, or why it cannot be taken."""
        names = _names_by_mark(self.stream, self.page)
        for card in _cards_in(self.stream, self.page):
            if card.reason:
                yield RejectedRow(card.line, card.reason, fatal=True)
            else:
                yield from self._person(card.line, [_by_name(p, names) for p in card.properties])

    @property
    def read_as(self) -> str:
        """The code page, where it had to be guessed."""
        return self.page if self.page not in ("utf-8", "cp1252") else ""

    def left_out(self, reasons: Reasons) -> bytes:
        """Those cards as they stand in the file, each with why it was left out."""
        return cards_left_out(text_lines_of(self.stream), reasons)

    def _person(self, line: int, card: list[Property]) -> Iterator[Entry]:
        kind = next((p.value.strip().lower() for p in card if p.name.endswith("KIND")), "")
        if kind == "group":
            yield RejectedRow(line, "a group of cards, not a person", fatal=False)
            return
        yield from person_entries(line, cells_of(card), self.days)


def _names_by_mark(stream: BinaryIO, page: str) -> dict[str, str]:
    """Whose card has which UID, where cards point to others by it."""
    if not _points(stream):
        return {}
    found = {}
    for card in _cards_in(stream, page):
        told = {p.name: unescaped(p.value) for p in card.properties if p.name in ("UID", "FN")}
        if told.get("UID") and told.get("FN"):
            found[_mark(told["UID"])] = told["FN"]
    return found


def _points(stream: BinaryIO) -> bool:
    stream.seek(0)
    return any(b"RELATED" in line[:20].upper() for line in stream)


def _by_name(one: Property, names: dict[str, str]) -> Property:
    """A relation by the name of whom it points to."""
    is_pointer = one.name == "RELATED" and _mark(one.value) in names
    return one._replace(value=escaped(names[_mark(one.value)])) if is_pointer else one


def _mark(uid: str) -> str:
    return uid.strip().lower().removeprefix("urn:uuid:")


class _Card(NamedTuple):
    """A card by the line on which it begins, or why something on that line is none."""

    line: int
    properties: list[Property]
    reason: str = ""


def _cards_in(stream: BinaryIO, page: str) -> Iterator[_Card]:
    """The cards of a file; what a card has inside it, as an agent, is passed over."""
    card: list[Property] | None = None
    begun, reason, is_inside = 0, "", False
    filled = ((line, text) for line, text in lines_of(stream) if text.strip())
    for line, text in filled:
        found = property_of(text, page)
        if card is None:
            if found is not None and found.name == "BEGIN":
                card, begun, reason, is_inside = [], line, "", False
            else:
                ends = "a card ends that never began" if found else "text outside of a card"
                yield _Card(line, [], ends)
        elif is_inside:
            is_inside = found is None or found.name != "END"
        elif found is None:
            reason = reason or f"line {line} is no property"
        elif found.name == "BEGIN" and card and card[-1].name == "AGENT":
            is_inside = True
        elif found.name in ("BEGIN", "END"):
            is_whole = found.name == "END"
            yield _Card(begun, card, reason if is_whole else "the card never ends")
            card, begun, reason = None if is_whole else [], line, ""
        else:
            card.append(found)
    if card is not None:
        yield _Card(begun, [], "the card never ends")


def cells_of(card: list[Property]) -> _Found:
    """What a card says, by field."""
    labels = {p.group: _label(p.value) for p in card if p.name == "X-ABLABEL" and p.group}
    found: _Found = {}
    for one in card:
        add = _SPECIAL.get(one.name)
        if add is not None:
            add(found, one, labels.get(one.group, ""))
        elif one.name in _PLAIN_FIELDS:
            found.setdefault(_PLAIN_FIELDS[one.name], []).append(unescaped(one.value))
        elif one.name not in _PASSED_OVER and one.value and len(one.value) < _LONGEST_OWN:
            # With its parameters, so that it can be written back as it was.
            key = f"field:{KEPT_AS}{one.name}{one.parameters}"
            found.setdefault(key, []).append(one.value)
    for through in found.get("through", ()):
        found["note"] = [
            note for text in found.get("note", ()) for note in _own_note(text, through)
        ]
    return found


def _own_note(text: str, through: str) -> Iterator[str]:
    """A note without the line in which refcli says through whom somebody was met."""
    lines = text.split("\n")
    told = lines[:-1] if lines[-1] == MET_THROUGH + through else lines
    if any(told):
        yield "\n".join(told)


def _kind(found: _Found, one: Property, _label_of: str) -> None:
    """A card that says it is a firm's."""
    if one.value.strip().lower() in ("org", "company"):
        found.setdefault("is_a", []).append("firm")


def _job(found: _Found, one: Property, _label_of: str) -> None:
    on, was = by_label(unescaped(one.value))
    found.setdefault(f"job:{on}", []).append(was)


def _label(value: str) -> str:
    """Apple's own labels stand in marks: `_$!<Anniversary>!$_`."""
    inner = re.fullmatch(r"_\$!<(.*)>!\$_", value.strip())
    return unescaped(inner[1]).lower() if inner else unescaped(value)


def _name(found: _Found, one: Property, _label_of: str) -> None:
    parts = [unescaped(part) for part in parts_of(one.value, ";")]
    for name, part in zip(("last", "first", "middle", "", "suffix"), parts, strict=False):
        if name and name != "suffix":
            found.setdefault(name, []).append(part)


def _list_of(name: str) -> Callable[[_Found, Property, str], None]:
    def add(found: _Found, one: Property, _label_of: str) -> None:
        values = [unescaped(part) for part in parts_of(one.value, ",")]
        found.setdefault(name, []).extend(values)

    return add


def _categories(found: _Found, one: Property, _label_of: str) -> None:
    values = (unescaped(part) for part in parts_of(one.value, ","))
    found.setdefault("tag", []).extend(v for v in values if v not in _OWN_GROUPS)


def _organization(found: _Found, one: Property, _label_of: str) -> None:
    name, *units = (unescaped(part) for part in parts_of(one.value, ";"))
    found.setdefault("organization", []).append(name)
    if unit := ", ".join(part for part in units if part):
        found.setdefault("field:department", []).append(unit)


def _phone(found: _Found, one: Property, _label_of: str) -> None:
    if re.search(r"\b(?:FAX|PAGER|TEXTPHONE)\b", one.parameters.upper()):
        is_only_fax = not re.search(r"\b(?:VOICE|CELL)\b", one.parameters.upper())
        if is_only_fax:
            kind = "pager" if "PAGER" in one.parameters.upper() else "fax"
            found.setdefault(f"field:{kind}", []).append(unescaped(one.value))
            return
    number = re.sub(r"^tel:", "", unescaped(one.value), flags=re.IGNORECASE).partition(";")[0]
    found.setdefault("phone", []).append(number)


def _email(found: _Found, one: Property, _label_of: str) -> None:
    value = unescaped(one.value)
    is_list = value.count("@") > 1
    found.setdefault("email", []).extend(re.split(r"[;,\s]+", value) if is_list else [value])


def _url(found: _Found, one: Property, _label_of: str) -> None:
    value = unescaped(one.value)
    name = "url" if PROFILE.match(value) else "field:website"
    found.setdefault(name, []).append(value)


def _postal(found: _Found, one: Property, _label_of: str) -> None:
    """Post box, extension and street as one line, then town, region and country."""
    parts = [unescaped(part).replace("\n", ", ") for part in parts_of(one.value, ";")]
    box, more, street, city, region, code, country = (*parts, *[""] * 7)[:7]
    town = " ".join(part for part in (code, city) if part)
    lines = (box, more, street, town, region, country)
    found.setdefault("address", []).append(", ".join(part for part in lines if part))


def _dated(found: _Found, one: Property, label: str) -> None:
    label = label or "date"
    name = label if label in ("birthday", "anniversary") else f"date:{label}"
    found.setdefault(name, []).append(unescaped(one.value))


def _related(found: _Found, one: Property, label: str) -> None:
    value = unescaped(one.value)
    own = re.search(rf'(?i);{OWN_WORD}="([^"]*)"', one.parameters)
    if own:
        found.setdefault(f"relation:{parameter_text(own[1])}", []).append(value)
        return
    told = re.search(r"(?i)TYPE=\"?([\w-]+)", one.parameters)
    label = label.lower()
    if value.lower().startswith(("urn:", "http:", "https:", "mailto:", "geo:")):
        return  # another card's own mark, and no name
    word = label or (told[1].lower() if told else "relative")
    found.setdefault(f"relation:{_RELATIONS.get(word, word)}", []).append(value)


def _own_field(found: _Found, one: Property, _label_of: str) -> None:
    name, *rest = (unescaped(part) for part in parts_of(one.value, ";"))
    found.setdefault(f"field:{name}", []).append(";".join(rest))


def _android(found: _Found, one: Property, _label_of: str) -> None:
    """`vnd.android.cursor.item/contact_event;1980-04-15;3;;`: a day, a nickname or a relation."""
    kind, *parts = one.value.split(";")
    value, code, label = (*parts, "", "", "")[:3]
    if kind.endswith("nickname"):
        found.setdefault("nickname", []).append(value)
    elif kind.endswith("contact_event"):
        word = _ANDROID_DATES.get(code, label.lower() or "date")
        _dated(found, one._replace(value=value), word)
    elif kind.endswith("relation"):
        found.setdefault(f"relation:{label.lower() or 'relative'}", []).append(value)


_SPECIAL: dict[str, Callable[[_Found, Property, str], None]] = {
    "N": _name,
    "NICKNAME": _list_of("nickname"),
    "CATEGORIES": _categories,
    "ORG": _organization,
    "TEL": _phone,
    "EMAIL": _email,
    "URL": _url,
    "ADR": _postal,
    "X-ABDATE": _dated,
    "X-ABRELATEDNAMES": _related,
    "RELATED": _related,
    "X-ANDROID-CUSTOM": _android,
    "X-REFCLI-FIELD": _own_field,
    "X-REFCLI-JOB": _job,
    "KIND": _kind,
    "X-ABSHOWAS": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
}

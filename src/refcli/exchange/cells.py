"""Cells of an address book as a person: what every tabular format has in common."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypedDict, TypeVar

from refcli.domain.column import Column, Holds
from refcli.domain.column_map import OWN_ALONE
from refcli.domain.columns import plain_from_files, words_of_column
from refcli.domain.contacts import Basis, ContactStatus, OwnField, PastJob, Tier
from refcli.domain.english.name_words import SUFFIXES
from refcli.domain.english.names import Party, party_of
from refcli.domain.imports import Entry, FromRefcli, ImportedDate, ImportedPerson, RejectedRow
from refcli.domain.names import MAX_NAME, is_email, looks_like_phone
from refcli.domain.text import clean_line, clean_text, fold, is_east_asian
from refcli.exchange.cell_values import iso_day, phone_in
from refcli.exchange.file_days import Days

PROFILE = re.compile(r"(?:https?://)?(?:[\w-]+\.)*linkedin\.com/in/", re.IGNORECASE)
# A number that a spreadsheet has rounded: its last digits are gone.
_DAMAGED = re.compile(r"[+-]?\d+[.,]?\d*E\+?\d+", re.IGNORECASE)
_ALIASES = {b.value: b for b in Basis}
MAX_NOTE = 20_000
_MAX_VALUE = 1_000
_MOST = 50
_PLAIN = plain_from_files()
_PARTS = ("street", "zip", "city", "state", "country")
_YEARLY = ("birthday", "anniversary")
_SELDOM = frozenset({*_YEARLY, "birth_month", "address", "is_gone", "website", *OWN_ALONE})
Cells = Mapping[str, Sequence[str]]
_W = TypeVar("_W", bound=StrEnum)
# What a file may say wrongly, by its field: the words that there are.
_WORDS: dict[str, tuple[str, ...]] = {
    "basis": tuple(Basis),
    "bases": tuple(Basis),
    "tier": tuple(Tier),
    "status": tuple(ContactStatus),
    **{
        name: tuple(sorted(words_of_column("contact", name) or ()))
        for name in ("is_a", "thanks_by")
    },
}


def person_entries(line: int, cells: Cells, days: Days) -> Iterator[Entry]:
    """The person of a row by field, then what of it cannot be taken.

    Without a name somebody is called by their nickname, a firm by its own; who has neither is left
    out.
    """
    name = name_of(cells) or one(cells, "nickname")
    if not name and (firm := one(cells, "organization")):
        name, cells = firm, {"is_a": ["firm"], **cells}
    if not name:
        known = one(cells, "email") or next(filter(is_phone, cells.get("phone", ())), "")
        reason = f"no name, only {known}" if known else "no name"
        yield RejectedRow(line, reason, fatal=False)
        return
    has_more = any(map(_is_more, cells)) or _has_further(cells)
    phones = [clean_line(phone_in(p)) for p in cells.get("phone", ())]
    emails = [address for cell in cells.get("email", ()) for address in _addresses_in(cell)]
    yield ImportedPerson(
        line=line,
        name=name,
        plain={
            name: value
            for name, column in _PLAIN.items()
            if (name in cells or name == "url") and (value := _plain(cells, name, column, days))
        },
        emails=unique(e for e in emails if is_email(e)),
        phones=unique(p for p in phones if is_phone(p)),
        nicknames=unique(n for n in map(clean_line, cells.get("nickname", ())) if n != name),
        tags=unique(clean_line(t).lstrip("#+") for t in cells.get("tag", ())),
        basis=_ALIASES.get((one(cells, "basis") or "").lower()),
        through=one(cells, "through"),
        former_names=unique(n for n in map(clean_line, cells.get("former_name", ())) if n != name),
        **(_more(cells, days) if has_more else {}),
    )
    yield from _left_out(line, phones, emails)
    yield from _unknown(line, cells, days)


_MANY = (("relation:", "relations"), ("field:", "fields"), ("job:", "past jobs"))


def _left_out(line: int, phones: Sequence[str], emails: Sequence[str]) -> Iterator[RejectedRow]:
    """Numbers and addresses that are none."""
    for phone in phones:
        if _is_damaged(phone):
            reason = f"the phone number {phone} was damaged by a spreadsheet and is left out"
            yield RejectedRow(line, reason, fatal=False)
        elif phone and not is_phone(phone):
            yield RejectedRow(line, f"no phone number, left out: {phone[:60]}", fatal=False)
    for email in emails:
        if email and not is_email(email):
            yield RejectedRow(line, f"no e-mail address, left out: {email[:60]}", fatal=False)


def _unknown(line: int, cells: Cells, days: Days) -> Iterator[RejectedRow]:
    """Words that are none of refcli's, days that are none, and what is too long to be kept."""
    if sum(map(len, cells.get("note", ()))) > MAX_NOTE:
        reason = f"the note is longer than {MAX_NOTE:,} characters; the rest is left out"
        yield RejectedRow(line, reason, fatal=False)
    for lead, what in _MANY:
        if (count := sum(len(v) for key, v in cells.items() if key.startswith(lead))) > _MOST:
            reason = f"{count} {what}, of which {_MOST} are kept"
            yield RejectedRow(line, reason, fatal=False)
    for name, words in _WORDS.items():
        for text in cells.get(name, ()):
            if text and text.lower() not in map(str.lower, words):
                reason = f"no {name.replace('_', ' ')}, left out: {clean_line(text)[:60]}"
                yield RejectedRow(line, f"{reason} (known: {', '.join(words)})", fatal=False)
    for name in _YEARLY:
        for text in cells.get(name, ()):
            if any(c in "123456789" for c in text) and days.day_of(text) is None:
                yield RejectedRow(line, f"no {name}, left out: {text[:60]}", fatal=False)


_WITHIN = re.compile(r"[^\s@<>,;|/()\[\]\"':]{1,100}@[^\s@<>,;|/()\[\]\"':]{1,200}")


def _addresses_in(text: str) -> list[str]:
    """The addresses of a cell, without what stands around them: `mailto:`, a name, brackets."""
    address = re.sub(r"^mailto:", "", clean_line(text[:_MAX_VALUE]), flags=re.IGNORECASE)
    if is_email(address) and _WITHIN.fullmatch(address):
        return [address]
    return [found.rstrip(".") for found in _WITHIN.findall(address)] or [address]


class _More(TypedDict, total=False):
    addresses: tuple[str, ...]
    dates: tuple[ImportedDate, ...]
    relations: tuple[tuple[str, str], ...]
    fields: tuple[OwnField, ...]
    is_gone: bool
    more: FromRefcli


def _is_more(key: str) -> bool:
    return ":" in key or key in _SELDOM


def _more(cells: Cells, days: Days) -> _More:
    """What few rows hold."""
    return {
        "addresses": _addresses(cells),
        "dates": _dates(cells, days),
        "relations": _pairs(cells, "relation:"),
        "fields": tuple(
            OwnField(*pair)
            for pair in (*_websites(cells), *_further(cells), *_pairs(cells, "field:"))
        ),
        "is_gone": bool(one(cells, "is_gone")),
        "more": _from_refcli(cells),
    }


def _from_refcli(cells: Cells) -> FromRefcli:
    """What refcli wrote that no other program knows; what is none of its words says nothing."""
    return FromRefcli(
        bases=tuple(_ALIASES[word] for word in cells.get("bases", ()) if word in _ALIASES),
        tier=_word(Tier, one(cells, "tier")),
        status=_word(ContactStatus, one(cells, "status")) or ContactStatus.ACTIVE,
        status_until=iso_day(one(cells, "status_until")),
        focus=one(cells, "focus"),
        admired_by=one(cells, "admired_by"),
        taught_on=iso_day(one(cells, "taught_on")),
        jobs=tuple(PastJob(day, was) for on, was in _pairs(cells, "job:") if (day := iso_day(on))),
    )


def _word(words: type[_W], text: str | None) -> _W | None:
    return next((word for word in words if word.lower() == (text or "").lower()), None)


def _websites(cells: Cells) -> list[tuple[str, str]]:
    """Pages that are no profile."""
    pages = map(clean_line, cells.get("website", ()))
    return [("website", page[:_MAX_VALUE]) for page in pages if page and not PROFILE.match(page)]


def _further(cells: Cells) -> list[tuple[str, str]]:
    """A second employer or role, of which a contact has one."""
    found = []
    for name in _ONE_EACH:
        _, *more = unique(map(clean_line, cells.get(name, ()))) or ("",)
        found += [(f"further {name}", text[:_MAX_VALUE]) for text in more[:_MOST]]
    return found


def _has_further(cells: Cells) -> bool:
    return any(len(cells.get(name, ())) > 1 for name in _ONE_EACH)


_ONE_EACH = ("organization", "role")


def _plain(cells: Cells, name: str, column: Column, days: Days) -> str | dt.date | None:
    """What the cells say about a column that holds one value."""
    if name == "note":
        return clean_text("\n".join(cells.get("note", ())))[:MAX_NOTE] or None
    if name == "url":
        pages = map(clean_line, (*cells.get("url", ()), *cells.get("website", ())))
        return next((page for page in pages if PROFILE.match(page)), None)
    found = one(cells, name)
    if found is not None and column.words:
        return found.lower() if found.lower() in _WORDS[name] else None
    if found is not None and column.holds is Holds.DAY:
        day = days.day_of(found)
        return None if day is None else day.date
    return found


def _addresses(cells: Cells) -> tuple[str, ...]:
    """Postal addresses, put together from their parts where they stand in parts."""
    found = [" ".join(text.split()) for text in cells.get("address", ())]
    places = dict.fromkeys(key.split(":")[1] for key in cells if key.startswith("address:"))
    for place in places:
        parts = [one(cells, f"address:{place}:{part}") or "" for part in _PARTS]
        street, zip_code, city, state, country = parts
        town = " ".join(part for part in (zip_code, city) if part)
        found.append(", ".join(part for part in (street, town, state, country) if part))
    return unique(text[:_MAX_VALUE] for text in found)


def _dates(cells: Cells, days: Days) -> tuple[ImportedDate, ...]:
    """Birthdays, anniversaries and other days that come again each year."""
    found: dict[str, ImportedDate] = {}
    for key, values in cells.items():
        kind, _, label = key.partition(":")
        label = label if kind == "date" else kind if kind in _YEARLY else ""
        told = [day for value in values if (day := days.day_of(value))] if label else []
        # Two children have two birthdays; a birthday of one's own there is once.
        for number, day in enumerate(told[: 1 if label in _YEARLY else _MOST], start=1):
            name = label if number == 1 else f"{label} {number}"
            found[name] = ImportedDate(name, day.month_day, day.year)
    parts = [one(cells, f"birth_{part}") or "" for part in ("year", "month", "day")]
    if parts[1] and parts[2] and "birthday" not in found:
        day = days.of_parts(*parts)
        if day is not None:
            found["birthday"] = ImportedDate("birthday", day.month_day, day.year)
    return tuple(found.values())


def _pairs(cells: Cells, lead: str) -> tuple[tuple[str, str], ...]:
    """(label, value) of the cells whose field begins so."""
    found = (
        (clean_line(key.removeprefix(lead)), text)
        for key, values in cells.items()
        if key.startswith(lead)
        for value in values
        if (text := clean_line(value)[:_MAX_VALUE])
    )
    return tuple(dict.fromkeys(found))[:_MOST]


def name_of(cells: Cells) -> str:
    """The name from its parts, else as one; empty when there is none."""
    parts = [one(cells, part) or "" for part in ("first", "middle", "last", "suffix")]
    joined = " ".join(parts) if parts[0] or parts[2] else ""
    if is_east_asian(parts[0]) and is_east_asian(parts[2]):
        joined = parts[2] + parts[0]
    name = clean_line(one(cells, "name") or joined)[:MAX_NAME]
    if joined and one(cells, "name") and not _is_whole(name):
        name = clean_line(joined)[:MAX_NAME]
    return name if any(c.isalnum() for c in name) else ""


def turned(text: str) -> str:
    """`Ross, Ada` as it is spoken; a firm's name and what stands behind a name stay."""
    name = clean_line(text).strip('"“”')
    family, comma, given = (part.strip() for part in name.partition(","))
    is_plain = comma and given and "," not in given and len(given.split()) <= _FEW_NAMES
    if (
        not is_plain
        or not family
        or fold(given).strip(".") in SUFFIXES
        or party_of(name) is not Party.PERSON
    ):
        return name
    return f"{given} {family}"


_FEW_NAMES = 2


def _is_whole(name: str) -> bool:
    """Whether a name that is shown is one, and no address or turned around."""
    return "@" not in name and "," not in name


def is_phone(text: str) -> bool:
    """Whether it is a phone number that is whole."""
    return len(text) <= _LONGEST_PHONE and looks_like_phone(text) and not _is_damaged(text)


def _is_damaged(text: str) -> bool:
    return len(text) <= _LONGEST_PHONE and _DAMAGED.fullmatch(text) is not None


_LONGEST_PHONE = 100


def one(cells: Cells, field: str) -> str | None:
    """The first cell of a field that says something."""
    return next((text for cell in cells.get(field, ()) if (text := clean_line(cell))), None)


def unique(texts: Iterator[str] | Sequence[str]) -> tuple[str, ...]:
    """The texts that say something, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))

"""What files bring in: people, exchanges, slips; and how people are matched with those known."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from refcli.domain.contacts import Basis, ContactStatus, OwnField, PastJob, Person, Tier
from refcli.domain.interactions import Channel, Direction
from refcli.domain.text import clean_line, fold

# By column, the values of those declared as plain ones from files; a column without one is absent.
Plain = Mapping[str, str | dt.date]


# Whoever shares an address and the family name, but is another: no word that a file says.
KIN = "relative?"


class ImportedDate(NamedTuple):
    """A yearly date of a file: `month_day` is MM-DD, `year` None where it is not said."""

    label: str
    month_day: str
    year: int | None = None


class FromRefcli(NamedTuple):
    """What only a file says that refcli wrote: decisions, and what was found out.

    `bases` are all that there are, `until` is the end of a rest, `admired_by` a name.
    """

    bases: tuple[Basis, ...] = ()
    tier: Tier | None = None
    status: ContactStatus = ContactStatus.ACTIVE
    status_until: dt.date | None = None
    focus: str | None = None
    admired_by: str | None = None
    taught_on: dt.date | None = None
    jobs: tuple[PastJob, ...] = ()


NOTHING_MORE = FromRefcli()


class ImportedPerson(NamedTuple):
    """One row or card of a file; `line` is where it begins, `through` a name as it stands there.

    `relations` are (word, name) of those who belong to them, `fields` what else the file holds.
    """

    line: int
    name: str
    plain: Plain = MappingProxyType({})
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    basis: Basis | None = None
    through: str | None = None
    addresses: tuple[str, ...] = ()
    dates: tuple[ImportedDate, ...] = ()
    relations: tuple[tuple[str, str], ...] = ()
    fields: tuple[OwnField, ...] = ()
    is_gone: bool = False
    former_names: tuple[str, ...] = ()
    more: FromRefcli = NOTHING_MORE

    @property
    def has_more(self) -> bool:
        """Whether the row holds what few rows hold."""
        return bool(
            self.addresses or self.dates or self.relations or self.fields or self.former_names
        )

    def text(self, column: str) -> str:
        """What the file says of a plain column, '' for nothing."""
        return str(self.plain.get(column, ""))


class ImportedExchange(NamedTuple):
    """One exchange of a calendar or mailbox; its people by address, profile or name.

    `key` names it for good, so that the same file brings it once.
    """

    line: int
    on: dt.date
    channel: Channel
    direction: Direction
    key: str
    emails: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    title: str = ""


class ImportedSlip(NamedTuple):
    """A referral slip: who sent whom to whom, or what a referral by `source` was worth."""

    line: int
    on: dt.date
    source: str
    receiver: str
    prospect: str | None = None
    value_cents: int | None = None


class RejectedRow(NamedTuple):
    """A row that cannot be taken; `fatal` ones stop the import unless they are skipped."""

    line: int
    reason: str
    fatal: bool

    @property
    def why(self) -> str:
        """The reason as it can be shown, whatever stands in the row."""
        return clean_line(self.reason)


Entry = ImportedPerson | ImportedExchange | ImportedSlip | RejectedRow


class ImportFile(NamedTuple):
    """A file that is understood; `entries` can be gone through more than once.

    `kept_from` is whoever read the entries that stand here as a list; `read_as` is an encoding that
    had to be guessed.
    """

    format: str
    entries: Iterable[Entry]
    kept_from: Iterable[Entry] | None = None
    read_as: str = ""

    @property
    def reader(self) -> Iterable[Entry]:
        """Whoever reads the file."""
        return self.entries if self.kept_from is None else self.kept_from

    @property
    def not_kept(self) -> Mapping[str, int]:
        """What of the entries has no place, once they were gone through."""
        return not_kept_of(self.reader)

    @property
    def days_as(self) -> str:
        """`dmy` or `mdy` where nothing in the file says it."""
        return str(getattr(self.reader, "guessed_order", ""))

    @property
    def columns_as(self) -> Mapping[str, str]:
        """The fields of columns whose titles say nothing, by their values."""
        found: Mapping[str, str] = getattr(self.reader, "guessed_columns", {})
        return found


def not_kept_of(entries: Iterable[Entry]) -> Mapping[str, int]:
    """By column, how many values whoever reads them has no place for."""
    found: Mapping[str, int] = getattr(entries, "not_kept", {})
    return {clean_line(title): count for title, count in found.items() if count}


class KnownPerson(NamedTuple):
    """A contact, as far as matching and filling gaps go; `filled` is what has a value already.

    `has` are (field, key) of those values of which there may be several of one's own: addresses,
    labels of dates, names of fields.
    """

    id: int
    name: str
    organization: str = ""
    role: str = ""
    url: str = ""
    emails: frozenset[str] = frozenset()
    phones: frozenset[str] = frozenset()
    filled: frozenset[str] = frozenset()
    has: frozenset[tuple[str, str]] = frozenset()
    other_names: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Whatever they are or were called."""
        return (self.name, *self.other_names)


class Verdict(StrEnum):
    """What becomes of an imported row."""

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    DOUBTFUL = "doubtful"


class Match(NamedTuple):
    """A row with its verdict and, unless new, the contact or the candidates."""

    person: ImportedPerson
    verdict: Verdict
    contact: KnownPerson | None = None
    candidates: tuple[KnownPerson, ...] = ()

    @property
    def who(self) -> str:
        """Whom a doubtful row may be about."""
        return " or ".join(f"@{c.id}" if c.id else "a row above" for c in self.candidates)


class Job(NamedTuple):
    """Where somebody works and as what, '' for what is not known."""

    organization: str
    role: str

    @property
    def words(self) -> str:
        """As a sentence has it."""
        return ", ".join(part for part in self if part)


class JobNews(NamedTuple):
    """A contact for whom the file has another employer or role.

    It is taken where the old one came from such a file; what was typed (`is_typed`) stays.
    """

    line: int
    contact: Person
    was: Job
    now: Job
    is_typed: bool


@dataclass(slots=True)
class ImportResult:
    """What an import did, or would do; exchanges are counted apart from people.

    `unclear` has (line, name, whose "through" is meant) for names that fit nobody or several,
    `report` is the file into which what was left out was written, `is_mendable` whether that can
    be imported again; `read_as`, `days_as` and
    `columns_as` are what had to be guessed.
    """

    format: str
    people: Counter[Verdict] = field(default_factory=Counter)
    doubtful: list[Match] = field(default_factory=list)
    not_kept: Mapping[str, int] = field(default_factory=dict)
    read_as: str = ""
    rejected: list[RejectedRow] = field(default_factory=list)
    unclear: list[tuple[int, str, str]] = field(default_factory=list)
    jobs: list[JobNews] = field(default_factory=list)
    exchanges: Counter[str] = field(default_factory=Counter)
    intros: Counter[str] = field(default_factory=Counter)
    report: str = ""
    is_mendable: bool = False
    days_as: str = ""
    columns_as: Mapping[str, str] = field(default_factory=dict)

    def tell(self, file: ImportFile) -> None:
        """Note how a file was read, once it was gone through."""
        self.not_kept, self.read_as = file.not_kept, file.read_as
        self.days_as, self.columns_as = file.days_as, file.columns_as

    def left_out(self) -> dict[int, str]:
        """By its line, why something was left out, whole or in part."""
        found: dict[int, str] = {}
        may_be = ((m.person.line, f"may be {m.who}") for m in self.doubtful)
        unclear = ((line, f"who {t} is, is unclear") for line, _, t in self.unclear)
        for line, reason in (*((r.line, r.why) for r in self.rejected), *may_be, *unclear):
            found[line] = f"{found[line]}; {reason}" if line in found else reason
        return found

    @property
    def changes(self) -> int:
        """How many things are new or filled in."""
        made = self.people[Verdict.NEW] + self.people[Verdict.UPDATED]
        jobs = sum(not news.is_typed for news in self.jobs)
        return made + jobs + self.exchanges["new"] + self.intros["new"] + self.intros["updated"]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was found that could be taken."""
        seen = self.people.total() + self.exchanges["new"] + self.exchanges["same"]
        return not (seen + self.intros.total())


@lru_cache(maxsize=4096)
def url_key(url: str | None) -> str:
    """A profile's address without scheme, country, trailing slash or case."""
    if not url:
        return ""
    rest = url.strip().lower().split("://")[-1].split("?")[0].split("#")[0].rstrip("/")
    host, _, path = rest.partition("/")
    labels = host.split(".")
    return f"{'.'.join(labels[-2:])}/{path}"


def more_keyed(person: ImportedPerson) -> dict[str, list[tuple[str, object]]]:
    """By field, what the person has several of besides addresses and numbers, each with its key."""
    return {
        "addresses": [(fold(address), address) for address in person.addresses],
        "dates": [(fold(date.label), date) for date in person.dates],
        "fields": [(fold(own.name), own) for own in person.fields],
        "former_names": [(fold(name), name) for name in person.former_names],
        "relations": [
            (f"{fold(word)}:{fold(name)}", (word, name)) for word, name in person.relations
        ],
    }

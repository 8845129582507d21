"""What is to be shown, before it is known whether a terminal or a pipe shows it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `flexible` ones give way on a narrow terminal."""

    title: str
    right: bool = False
    flexible: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under titles; `empty` is said instead when there are none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "nothing to show"


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a heading."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One thing in full: a title, labelled values, then sections."""

    title: str
    fields: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it stands for, how long it is, its figure, and what else to say."""

    label: str
    length: float
    figure: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars of one scale under a heading; `empty` is said instead when there are none."""

    title: str
    bars: tuple[Bar, ...]
    empty: str = "nothing to show"

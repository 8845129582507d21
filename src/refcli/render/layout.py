"""What is to be shown, before it is known whether a terminal or a pipe shows it."""

from typing import NamedTuple


class Column(NamedTuple):
    """One column; `flexible` ones are wrapped on a narrow terminal.

    Where that is not enough those leave that give way: 1 days that are over, 2 the organisation,
    3 reasons. Names never do.
    """

    title: str
    right: bool = False
    flexible: bool = False
    style: str = ""
    gives: int = 0


class Table(NamedTuple):
    """Rows under titles; `empty` is said instead when there are none."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = "nothing to show"


class Section(NamedTuple):
    """Lines under a heading."""

    title: str
    lines: tuple[str, ...]


class Sheet(NamedTuple):
    """One thing in full: a title, labelled values, then sections.

    `links` are (text, address) of what a terminal can be clicked on for.
    """

    title: str
    fields: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


class Bar(NamedTuple):
    """One bar: what it stands for, how long it is, its figure, and what else to say."""

    label: str
    length: float
    figure: str
    note: str = ""


class Bars(NamedTuple):
    """Bars of one scale under a heading; `empty` is said instead when there are none."""

    title: str
    bars: tuple[Bar, ...]
    empty: str = "nothing to show"

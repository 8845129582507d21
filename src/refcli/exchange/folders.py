"""Folders of cards and letters, and the packages in which Apple Mail exports a mailbox."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from refcli.domain.imports import Entry
from refcli.exchange.file_days import Days
from refcli.exchange.vcard import Cards

_MOST_FILES, _DEEPEST = 200_000, 8
_CARDS, _LETTERS = (".vcf",), (".eml", ".emlx")


def files_of(path: str) -> tuple[list[str], list[str], list[str]]:
    """(cards, letters, mailboxes) below a folder, each in the order of their names.

    A file that is called `mbox` is the mailbox of a package; hidden files are passed over.
    """
    cards, letters, boxes = list[str](), list[str](), list[str]()
    depth = path.rstrip(os.sep).count(os.sep)
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(n for n in folders if not n.startswith("."))
        if folder.count(os.sep) - depth >= _DEEPEST:
            folders.clear()
        for name in sorted(names):
            file = os.path.join(folder, name)  # noqa: PTH118
            low = name.lower()
            for ends, kept in ((_CARDS, cards), (_LETTERS, letters), (("mbox",), boxes)):
                is_kept = low.endswith(ends) and not name.startswith(".")
                if is_kept and len(kept) < _MOST_FILES and os.path.isfile(file):  # noqa: PTH113
                    kept.append(file)
    return cards, letters, boxes


def letters_of_maildir(path: str) -> list[str]:
    """The letters of a Maildir and of the folders in it, in the order of their names."""
    return [
        os.path.join(folder, name)  # noqa: PTH118
        for folder, _, names in sorted(os.walk(path))
        if os.path.basename(folder) in ("cur", "new")  # noqa: PTH119
        for name in sorted(names)
        if os.path.isfile(os.path.join(folder, name))  # noqa: PTH113, PTH118  no pipe, no dead link
    ]


@dataclass(frozen=True, slots=True)
class FolderOfCards:
    """The cards of several files; `line` is that within its own file."""

    paths: Sequence[str]
    days: Days

    def __iter__(self) -> Iterator[Entry]:
        """Each card of each file."""
        for path in self.paths:
            with open(path, "rb") as stream:  # noqa: PTH123
                yield from Cards(stream, self.days)


@dataclass(frozen=True, slots=True)
class FolderOfLetters:
    """The headers of letters in files of their own and in mailboxes."""

    letters: Sequence[str]
    boxes: Sequence[str] = ()

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """(number, headers) of each letter."""
        from refcli.exchange.mail import Letter, Mbox

        number = 0
        for paths, reads in ((self.letters, Letter), (self.boxes, Mbox)):
            for path in paths:
                with open(path, "rb") as stream:  # noqa: PTH123
                    for _, headers in reads(stream):
                        number += 1
                        yield number, headers

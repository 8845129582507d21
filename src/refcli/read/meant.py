"""Whom a sentence means: names looked up once each, and who is tied to whom."""

import sqlite3

from refcli.domain.sentence.words import RELATIONS
from refcli.read.names import candidates, nearest, spelt_otherwise


class Meant:
    """The people of a store, for one sentence."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._found: dict[str, tuple[int, ...]] = {}

    def matches(self, typed: str) -> tuple[int, ...]:
        """The contacts on the best level that a name fits."""
        if typed not in self._found:
            found = candidates(self._connection, typed)
            if not found and _is_written_as_name(typed):
                found = spelt_otherwise(self._connection, typed)
            self._found[typed] = tuple(who.id for who in found)
        return self._found[typed]

    def is_like(self, typed: str) -> bool:
        """Whether somebody's name is spelt nearly so."""
        return bool(nearest(self._connection, typed))

    def tied(self, contact: int, word: str) -> tuple[int, ...]:
        """Who is the `word` of a contact, told by that word or by one that means it."""
        from refcli.read.ties import ties

        same = {word, *(said for said, meant in RELATIONS.items() if meant == word)}
        found = ties(self._connection, str(int(contact))).get(contact, ())
        return tuple(tie.contact.id for tie in found if tie.word in same)


class Nobody:
    """For a sentence whose people are told beside it."""

    def matches(self, typed: str) -> tuple[int, ...]:
        """Nobody, whatever the name."""
        del typed
        return ()

    def is_like(self, typed: str) -> bool:
        """No."""
        del typed
        return False

    def tied(self, contact: int, word: str) -> tuple[int, ...]:
        """Nobody."""
        del contact, word
        return ()


def _is_written_as_name(typed: str) -> bool:
    """Whether no word begins with a small letter: only such are looked for in other spellings."""
    return not any(word[0].islower() for word in typed.split())

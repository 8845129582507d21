"""Names in the head of a sentence: who bears them, and who is tied to whom."""

import re
from typing import NamedTuple

from refcli.domain.sentence import words as w
from refcli.domain.sentence.days import Days
from refcli.domain.sentence.parts import People, is_how
from refcli.domain.sentence.text import Text, Word

_MAX_NAME_WORDS = 6


class Named(NamedTuple):
    """A name: the word behind it, and who bears it."""

    last: int
    ids: tuple[int, ...]


class Names:
    """The names of one sentence, by the word at which they begin."""

    def __init__(self, text: Text, people: People, days: Days) -> None:
        self.text, self.people, self.days = text, people, days
        self.words = text.words
        self.is_shout = text.raw.isupper()

    def name(self, at: int, *, is_sure: bool) -> Named | None:
        """The longest name that begins at a word; `is_sure` where only a name can stand."""
        if at >= len(self.words) or self._is_modal(at):
            return None
        for size in range(min(_MAX_NAME_WORDS, len(self.words) - at), 0, -1):
            chunk = self.words[at : at + size]
            if not _may_be_name(chunk):
                continue
            if size == 1 and (chunk[0].low in w.SMALL or (not is_sure and self._is_common(at))):
                continue
            ids = self.people.matches(self.typed(at, at + size))
            if not ids and size > 1 and chunk[0].low in w.TITLES:
                ids = self.people.matches(self.typed(at + 1, at + size))
            if ids:
                return Named(at + size, ids)
        return None

    def typed(self, first: int, last: int) -> str:
        """Words as they were typed, without a possessive at the end."""
        words = self.words[first:last]
        return re.sub(r"'[sS]$", "", self.text.raw[words[0].start : words[-1].end])

    def is_stranger(self, at: int) -> bool:
        """Whether a word looks like the name of somebody."""
        word = self.words[at]
        return word.is_capitalised and not self.is_shout and word.low not in w.MYSELF

    def is_company(self, at: int) -> bool:
        """Whether I, or people who need no name, were there too: `and me`, `and 3 of his team`."""
        word = self.text.at(at)
        if word in ("me", "myself"):
            return True
        if word not in ("two", "three", "some", "the") and not word.isdigit():
            return False
        return not w.COMPANY.isdisjoint(word.low for word in self.words[at + 1 : at + 4])

    def with_surname(self, last: int) -> int:
        """The word behind what looks like further names behind one."""
        while last < len(self.words) and self._is_surname(last):
            last += 1
        return last

    def has_other_surname(self, at: int, *, is_small: bool) -> bool:
        """Whether the one word that matched is followed by another surname, `is_small` one too."""
        word = self.words[at]
        if word.tail or word.low.endswith("'s"):
            return False
        is_written = word.is_capitalised and self.with_surname(at + 1) > at + 1
        is_written = is_written or self._is_anothers(at + 1)
        return is_written or (is_small and self._is_small_surname(at + 1))

    def tied(self, at: int, before: tuple[int, ...]) -> Named | None:
        """`Ann's husband`, `Ann's husband Greg`, `her boss`: whoever is tied so, or nobody.

        `before` are those named so far, whom `her` may mean.
        """
        if self.text.at(at + 1) == "of" and self._relation(at) is not None:
            return self._tied_of(at)
        place, owners = self._whose(at, before)
        place += self.text.at(place) in w.WHICH
        relation = self._relation_of(at, place) if owners is not None else None
        if owners is None or relation is None:
            return None
        ids = tuple(
            dict.fromkeys(other for owner in owners for other in self.people.tied(owner, relation))
        )
        last = place + 1
        if self.words[place].tail or last == len(self.words):
            return Named(last, ids)
        named = self.name(last, is_sure=True)
        if named is not None and self.words[at].low in ("my", "our"):
            return named
        if named is not None:
            return Named(named.last, tuple(i for i in named.ids if i in ids))
        is_named = self.is_stranger(last) and self.days.day(last) is None
        return Named(last + 1, ()) if is_named else Named(last, ids)

    def _whose(self, at: int, before: tuple[int, ...]) -> tuple[int, tuple[int, ...] | None]:
        """(the word behind, the owners) of `Ann's`, `her`; no owners where nothing is owned."""
        if at and self.words[at].low in w.OWNERS:
            return at + 1, before
        owner = self.name(at, is_sure=True)
        if owner is None or not self.words[owner.last - 1].low.endswith("'s"):
            return at, None
        return owner.last, owner.ids

    def _relation_of(self, at: int, place: int) -> str | None:
        """What is owned, where that is people: a tie's word, or company of theirs."""
        word, is_owner = self.text.at(place), self.words[at].low in w.OWNERS
        if is_owner and word == "office":
            return None
        is_theirs = not is_owner and word in w.COMPANY
        return self._relation(place) or (word if is_theirs else None)

    def _relation(self, at: int) -> str | None:
        """The tie that a word names, one of several as well: `one of Anna's patients`."""
        word = self.text.at(at)
        for one in (word, word.removesuffix("s")):
            if one in w.RELATIONS or (one in w.BESIDES and not self._goes_with_noun(at)):
                return w.RELATIONS.get(one, one)
        return None

    def _goes_with_noun(self, at: int) -> bool:
        """Whether a word only says of what kind a thing is: `Anna's client list`."""
        following = self.text.at(at + 1)
        if not following.isalpha() or self.words[at].tail or self.words[at + 1].is_capitalised:
            return False
        goes_on = w.GOES_ON | w.STOPS | w.LISTING | w.ADVERBS | w.PRONOUNS | w.DEADLINES | w.PAST
        return following not in goes_on and not is_how(following) and self.days.day(at + 1) is None

    def _tied_of(self, at: int) -> Named | None:
        """`the wife of Ben`, `a friend of Ben's`."""
        owner, relation = self.name(at + 2, is_sure=True), self._relation(at)
        if owner is None or relation is None:
            return None
        ids = tuple(dict.fromkeys(i for one in owner.ids for i in self.people.tied(one, relation)))
        return Named(owner.last, ids)

    def _is_anothers(self, at: int) -> bool:
        """Whether one word of somebody else's name follows: `Tom Berg` is neither of two others."""
        if at >= len(self.words) or self.days.day(at) is not None or is_how(self.words[at].low):
            return False
        found = self.name(at, is_sure=False)
        return found is not None and found.last == at + 1

    def _is_small_surname(self, at: int) -> bool:
        """Whether one unknown word in small letters stands alone behind a first name."""
        word = self.text.at(at)
        is_word = len(word) > len("abc") and word.isalpha() and not word.endswith(w.NO_SURNAMES)
        if not is_word or word in w.PLAIN_WORDS or is_how(word) or self.days.day(at) is not None:
            return False
        if self.people.matches(word):
            return False
        self.days.refuse_misspelt(at)
        following = self.text.at(at + 1)
        is_end = not following or bool(self.words[at].tail) or following in w.STOPS | w.GOES_ON
        return is_end or following == "on" or self.days.day(at + 1) is not None

    def _is_surname(self, at: int) -> bool:
        word = self.words[at]
        if self.words[at - 1].tail or not self.is_stranger(at) or word.low in w.PAST:
            return False
        if word.low in w.JOINERS or is_how(word.low) or len(word.low) == 1:
            return False
        if self.days.day(at) is not None:
            return False
        return self._is_anothers(at) or self.name(at, is_sure=False) is None

    def _is_common(self, at: int) -> bool:
        """Whether a word is first what it means, where no name must stand."""
        word = self.words[at]
        return word.low in w.WORDS_FIRST and (self.is_shout or not word.is_capitalised)

    def _is_modal(self, at: int) -> bool:
        """`will ring her`, `may join`: a verb and no name, also where a name could stand."""
        word, following = self.words[at], self.text.at(at + 1)
        if word.low not in ("will", "may") or word.tail or not following:
            return False
        if word.is_capitalised:
            return not at and following in w.BARE_VERBS
        if following in w.BARE_VERBS:
            return True
        is_end = following in w.STOPS | w.JOINERS | w.GOES_ON | {"on", "@", ","}
        if is_end or is_how(following) or self.days.day(at + 1) is not None:
            return False
        return following.isalpha() and not self.people.matches(following)

    def is_house(self, at: int) -> bool:
        """Whether what follows a bare number makes an address or a count of it: `42 Mill Lane`."""
        word = self.words[at].low
        if (
            self.words[at - 1].tail
            or not word[0].isalnum()
            or word in w.GOES_ON | w.PRONOUNS | w.STOPS | {"on", "@"}
        ):
            return False
        is_known = is_how(word) or self.days.day(at) or self.name(at, is_sure=False)
        return not is_known

    def is_misspelt(self, at: int) -> bool:
        """Whether a small word joined to a name looks like somebody's: `with Tom and mria`."""
        word = self.words[at]
        is_joined = self.text.at(at - 1) in w.LISTING and not word.is_capitalised
        if not is_joined or not word.low.isalpha() or len(word.low) <= len("ann"):
            return False
        return (
            word.low not in w.PLAIN_WORDS and not is_how(word.low) and self.people.is_like(word.low)
        )

    def tells_of_others(self, at: int, *, is_sure: bool) -> bool:
        """Whether behind a comma or `and` a name begins what is told of its bearer.

        `met Eva, Jonas was out`; who was there as well is no other. `is_sure` is whether a name can
        stand there.
        """
        named = self.name(at, is_sure=is_sure)
        words = self.text.words
        if named is None or words[named.last - 1].tail:
            return False
        last = self._last_of_row(named.last)
        following = self.text.at(last)
        if following in ("was", "were") and self.text.at(last + 1) in w.PRESENT:
            return False
        if words[named.last - 1].low.endswith("'s") and following in w.ABSENT:
            return True
        if following in w.TOLD_OF:
            return True
        return "," in words[at - 1].tail and self._is_verb(last)

    def _is_verb(self, at: int) -> bool:
        """Whether what stands behind a name tells something of its bearer: `Ben agreed to sell`."""
        word, following = self.text.at(at), self.text.at(at + 1)
        if word in w.TOLD_BEHIND_COMMA:
            return True
        if is_how(word) or word in w.COMING or self.days.day(at) is not None:
            return False
        goes_on = bool(following) and following not in w.GOES_ON | w.LISTING
        is_present = word.endswith("s") and not word.endswith(("'s", "ss")) and goes_on
        return len(word) > len("led") and (word.endswith("ed") or is_present)

    def _last_of_row(self, at: int) -> int:
        """Where a row of names ends that goes on there: `Tom and Ben couldn't come`."""
        while self.text.at(at) in w.LISTING:
            named = self.name(at + 1, is_sure=True)
            if named is None or self.text.words[named.last - 1].tail:
                return at
            at = named.last
        return at


def _may_be_name(chunk: tuple[Word, ...]) -> bool:
    """Whether words can be one name: no joiner at its ends, no comma in it."""
    if chunk[0].low in w.JOINERS or chunk[-1].low in w.JOINERS:
        return False
    if not all(any(c.isalnum() for c in word.raw) or word.raw == "&" for word in chunk):
        return False
    return not any(
        word.tail and word.low not in w.TITLES and len(word.low) > 1 for word in chunk[:-1]
    )

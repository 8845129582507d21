"""The head of a sentence, read from left to right up to the subject matter."""

from collections.abc import Callable

from refcli.domain.sentence import words as w
from refcli.domain.sentence.behind import days_behind
from refcli.domain.sentence.days import Days
from refcli.domain.sentence.names import Named, Names
from refcli.domain.sentence.parts import (
    Head,
    Part,
    People,
    Sort,
    are_names_only,
    is_how,
    is_plan,
    is_what_i_say,
)
from refcli.domain.sentence.text import Text
from refcli.domain.sentence.unhappened import begins_try
from refcli.domain.when.reader import Reader

_LEADS = sorted((tuple(phrase.split()) for phrase in w.AFTER_VERBS), key=len, reverse=True)
_FILLERS = frozenset({"my", "the", "our", "old", "dear", "good", "friend", "client", "up", "to"})
_FILLERS |= {"with", "both", "a", "an", "and", "new", "also"} | w.AT_LAST
_TO_DAY = frozenset({"on", "from", "at", "since"}) | w.ROUGHLY
_TO_HOURS = frozenset({"at", "@", "from", "um"}) | w.ROUGHLY
_ACCOMPANIED = frozenset({"joined", "accompanied"})
_GOING_ON = frozenset({"on", "at", "@", "with", "w/", "via"})


def scan(text: Text, people: People, reader: Reader) -> Head:
    """Read the head; raises UsageError for what could be a day and is none."""
    return _Scan(text, people, reader).run()


class _Scan:
    def __init__(self, text: Text, people: People, reader: Reader) -> None:
        self.text, self.words = text, text.words
        self.days = Days(text, reader)
        self.names = Names(text, people, self.days)
        self.parts: list[Part] = []
        self.expects_name = False

    def run(self) -> Head:
        at = 0
        while at < len(self.words):
            if self._stops(at):
                return self._head(self.words[at].start)
            part = self._part(at)
            self.parts.append(part)
            self.expects_name = self._expects(part)
            at = part.last
            if self._ends_before(at):
                return self._head(self.words[at - 1].end)
        return self._head(len(self.text.low))

    def _head(self, end: int) -> Head:
        parts = tuple(self.parts)
        if not any(part.sort is Sort.DAY for part in parts):
            parts += days_behind(self.days, self.days.word_after(end))
        return Head(self.text, parts, end)

    # --- where the subject matter begins ------------------------------------------------------

    def _stops(self, at: int) -> bool:
        """Whether the subject matter begins with the word at a place."""
        word, following = self.words[at].low, self.text.at(at + 1)
        if word in w.STOPS:
            is_of_head = word == "but" and self._is_attempt(at + 1)
            is_of_head = is_of_head or (
                word in w.ROUGHLY and self.days.is_roughly(at + 1, is_beside=self._is_beside_day())
            )
            return bool(at) and not is_of_head
        is_over = (word in ("me", "us") and following == "to") or self._is_what_they_said(at)
        if is_over or (word in w.HANDING_ON and following in ("him", "her", "them")):
            return bool(at)
        if word in ("on", "for"):
            return self.days.leads_to_subject(at)
        if word in w.DEADLINES:
            return self.text.at(at - 1) not in w.COMING and self.days.is_named_at(at + 1)
        if set(word) <= set("-–—"):
            return not self._is_list(at + 1)
        return word.startswith(("–", "—")) or (word == "to" and self._is_purpose(at))

    def _is_list(self, at: int) -> bool:
        """Whether names, days and how are set apart by dashes: `Lund - call 18.11. - the rent`."""
        is_named = bool(self.parts) and self.parts[-1].sort is Sort.NAME
        is_day = is_named and self.days.day(at) is not None
        return is_day or (is_named and at < len(self.words) and is_how(self.words[at].low))

    def _is_purpose(self, at: int) -> bool:
        """Whether `to` says what for: `called Bob to arrange lunch`, `rang to cancel`."""
        following = self.text.at(at + 1)
        if following == "discuss":
            return True
        if following in ("meet", "see") and not w.ARRANGED.isdisjoint(
            word.low for word in self.words[:at]
        ):
            return False
        before = self.parts[-1] if self.parts else None
        is_behind = before is not None and (
            before.sort is Sort.NAME or before.text.lower() in w.SAYING
        )
        no_verbs = _FILLERS | w.OWNERS | w.PRONOUNS | {"me", "us", "him", "them", "dinner", "lunch"}
        if not is_behind or not following.isalpha() or following in no_verbs or is_how(following):
            return following in ("call", "ring", "meet", "visit") and is_behind
        is_name = self.names.name(at + 1, is_sure=True) or self.names.is_stranger(at + 1)
        return not is_name and self.days.day(at + 1) is None

    def _is_what_they_said(self, at: int) -> bool:
        """Whether a name and `said` stand before, and what was said begins here."""
        before = self.parts[-2:]
        if len(before) < len(("name", "said")) or before[0].sort is not Sort.NAME:
            return False
        is_saying = before[1].sort is Sort.WORD and before[1].text.lower() in ("said", "says")
        goes_on = {"to", "on", "at", "yesterday", "today", *w.JOINERS}
        return is_saying and self.words[at].low not in goes_on and self.days.day(at) is None

    def _ends_before(self, at: int) -> bool:
        """Whether what was read so far ends where the subject matter begins."""
        last = self.words[at - 1]
        if ";" in last.tail:
            return not self._is_list(at)
        if any(sign in last.tail for sign in ".!?") and at < len(self.words):
            is_short = last.low in w.SHORT or len(last.low) == 1 or last.low[-1].isdigit()
            if "." not in last.tail or not is_short:
                return True
        if ":" in last.tail:
            return not self._is_prefix(at)
        if "," in last.tail or self._is_joiner(at - 1):
            is_named = any(part.sort is Sort.NAME for part in self.parts)
            is_over = at < len(self.words) and (self._tells_of_others(at) or not self._goes_on(at))
            return is_named and (is_over or is_plan(self.text, self.parts, at))
        return False

    def _tells_of_others(self, at: int) -> bool:
        is_sure = self._is_behind_name()
        return self.names.tells_of_others(at, is_sure=is_sure) and not are_names_only(self.parts)

    def _is_joiner(self, at: int) -> bool:
        return self.text.at(at) in w.LISTING

    def _is_prefix(self, at: int) -> bool:
        """Whether all before a colon is names, days and how, and no verb that has its object."""
        has_verb = any(p.sort is Sort.LEAD and p.text.split()[0] in w.PAST for p in self.parts)
        is_told = has_verb and any(p.sort is Sort.NAME for p in self.parts[-2:])
        return (
            not is_told
            and at < len(self.words)
            and all(
                part.sort is not Sort.WORD
                or all(
                    word.low in w.JOINERS or word.low in ("on", "at", ",") or is_how(word.low)
                    for word in self.words[part.first : part.last]
                )
                for part in self.parts
            )
        )

    def _goes_on(self, at: int) -> bool:
        """Whether behind a comma or `and` a name, a day, a how or an attempt follows."""
        word = self.words[at]
        is_left_out = word.low == "not" and "," in self.words[at - 1].tail
        if is_left_out or word.low in ("and", "&", "+", "then", "also"):
            return at + 1 < len(self.words) and self._goes_on(at + 1)
        if word.low in w.OWNERS:
            return self.text.at(at + 1) in {*w.RELATIONS, *w.COMPANY}
        if word.low in ("he", "she", "they", "but"):
            return self._is_attempt(at + 1)
        if self.names.is_company(at):
            return True
        is_mine = word.low in w.MYSELF and not is_what_i_say(self.text, at)
        is_known = is_mine or word.low in _GOING_ON or is_how(word.low) or self._is_attempt(at)
        is_known = is_known or (word.low in _ACCOMPANIED and self.text.at(at + 1) == "by")
        is_last = word.low in w.AT_LAST and self.names.name(at + 1, is_sure=True) is not None
        if is_known or is_last or (self._is_behind_name() and self.names.is_stranger(at)):
            return True
        is_beside = self._is_beside_day() or self.days.is_ahead_of(at)
        return bool(
            self.names.is_misspelt(at)
            or self.names.name(at, is_sure=self._is_behind_name())
            or self.days.day(at)
            or self.days.hours(at, is_expected=is_beside)
        )

    def _is_attempt(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        return begins_try(self.text.low[self.words[at].start :])

    def _is_behind_name(self) -> bool:
        before = self.parts[-2:]
        if before[-1].sort is Sort.NAME:
            return True
        return before[0].sort is Sort.NAME and self._is_joiner(before[-1].first)

    # --- the parts ------------------------------------------------------------------------------

    def _part(self, at: int) -> Part:
        tries: tuple[Callable[[int], Part | None], ...] = (
            self._tied,
            self._expected_name,
            self._day,
            self._hours,
            self.days.length,
            self._lead,
            self._plain_name,
            self._stranger,
        )
        for attempt in tries:
            part = attempt(at)
            if part is not None:
                return part
        self.days.refuse_misspelt(at)
        return Part(Sort.WORD, at, at + 1, self.words[at].raw)

    def _expects(self, part: Part) -> bool:
        """Whether a name must follow: behind a verb or `with`, or joined to a name."""
        if part.sort is Sort.LEAD:
            return True
        if part.sort is Sort.NAME:
            return "," in self.words[part.last - 1].tail
        if part.sort is not Sort.WORD:
            return False
        word = self.words[part.first].low
        if word == "from":
            before = self.words[max(0, part.first - 4) : part.first]
            return bool(w.FROM_NOUNS & {x.low for x in before})
        if self._is_joiner(part.first):
            is_behind = len(self.parts) > 1 and self.parts[-2].sort is Sort.NAME
            return is_behind or (self.expects_name and word in _FILLERS)
        return self.expects_name and word in _FILLERS

    def _named(self, at: int, named: Named, *, is_led: bool) -> Part:
        typed = self.names.typed(at, named.last)
        return Part(Sort.NAME, at, named.last, typed, named.ids, is_led=is_led)

    def _tied(self, at: int) -> Part | None:
        before = tuple(i for part in self.parts if part.sort is Sort.NAME for i in part.ids)
        found = self.names.tied(at, before)
        return None if found is None else self._named(at, found, is_led=True)

    def _expected_name(self, at: int) -> Part | None:
        found = self.names.name(at, is_sure=True) if self.expects_name else None
        if found is None or self._is_rather_day(at, found):
            return None
        if found.last == at + 1 and self._is_somebody_else(at):
            found = Named(max(at + 2, self.names.with_surname(at + 1)), ())
        return self._named(at, found, is_led=self._is_led())

    def _is_somebody_else(self, at: int) -> bool:
        """Whether a first name has a surname that nobody known of that name bears."""
        before = self.parts[-1] if self.parts else None
        has_object = before is not None and before.text.lower() in w.WITH_OBJECTS - {"call"}
        return self.names.has_other_surname(at, is_small=not has_object)

    def _is_rather_day(self, at: int, named: Named) -> bool:
        """Whether a day with a number covers more than the name: `May 5`."""
        day = self.days.day(at)
        if day is None or day.end <= self.words[named.last - 1].end:
            return False
        return any(c.isdigit() for c in self.text.low[self.words[at].start : day.end])

    def _is_led(self) -> bool:
        """Whether the row of names that a name belongs to stands behind a verb or `with`."""
        for part in reversed(self.parts):
            if part.sort is not Sort.WORD:
                return part.sort is Sort.LEAD or part.is_led
        return False

    def _day(self, at: int) -> Part | None:
        first = at
        if self.words[at].low in _TO_DAY and not self.words[at].tail:
            at += 1
        if self.days.is_of_message(at):
            return None
        found = self.days.day(at)
        if found is None:
            self.days.refuse_no_day(first, is_name_expected=self.expects_name)
            return None
        named = self.names.name(at, is_sure=False)
        is_longer = named is not None and self.words[named.last - 1].end > found.end
        if named is not None and named.last > at + 1 and is_longer:
            return None
        said = self.text.low[self.words[at].start : found.end]
        last = self.days.word_after(found.end)
        return Part(Sort.DAY, first, last, said, days=(found.back, found.ahead))

    def _hours(self, at: int) -> Part | None:
        first = at
        has_lead = self.words[at].low in _TO_HOURS and at + 1 < len(self.words)
        at += has_lead
        beside = self._is_beside_day()
        beside = beside or (self.days.is_ahead_of(at) and not self._is_count(at))
        found = self.days.hours(at, is_expected=has_lead or beside)
        if found is None:
            return None
        last = self.days.word_after(found.end)
        said = self.text.low[self.words[at].start : found.end]
        if said.isdigit() and last < len(self.words) and self.names.is_house(last):
            return None
        return Part(Sort.HOURS, first, last, said, hours=found)

    def _is_beside_day(self) -> bool:
        return bool(self.parts) and self.parts[-1].sort is Sort.DAY

    def _is_count(self, at: int) -> bool:
        """Whether a bare number before a day says which or how many: `flat 4 friday`."""
        if self.days.is_in_name(at):
            return True
        before = self.parts[-1] if self.parts else None
        if before is None or before.sort is not Sort.WORD or not self.words[at].low.isdigit():
            return False
        return before.text.lower() not in w.OCCASIONS | w.THERE | {"call", "meeting", "visit", ","}

    def _lead(self, at: int) -> Part | None:
        for phrase in _LEADS:
            if tuple(word.low for word in self.words[at : at + len(phrase)]) == phrase:
                return Part(Sort.LEAD, at, at + len(phrase), " ".join(phrase))
        return None

    def _plain_name(self, at: int) -> Part | None:
        found = self.names.name(at, is_sure=False)
        if found is None:
            return None
        is_first = not any(part.sort is Sort.NAME for part in self.parts)
        if is_first and found.last == at + 1 and self._is_somebody_else(at):
            found = Named(max(at + 2, self.names.with_surname(at + 1)), ())
        return self._named(at, found, is_led=False)

    def _stranger(self, at: int) -> Part | None:
        """A name that nobody bears, where only a name can stand: capitalised, or nearly known."""
        if self.expects_name and self.names.is_misspelt(at):
            return self._named(at, Named(at + 1, ()), is_led=self._is_led())
        if not self.expects_name or not self.names.is_stranger(at) or self.days.is_of_message(at):
            return None
        before = self.parts[-1]
        if before.sort is Sort.LEAD and before.text in w.WITH_OBJECTS and is_how(self.text.at(at)):
            return None
        return self._named(at, Named(self.names.with_surname(at + 1), ()), is_led=self._is_led())

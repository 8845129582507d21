"""Days and times in the head of a sentence, and what could be one and is none."""

import datetime as dt
import re
from typing import NamedTuple

from refcli.domain.dates import MONTHS, Look
from refcli.domain.sentence import words as w
from refcli.domain.sentence.clock import Hours, hours_at, length_at
from refcli.domain.sentence.parts import Part, Reading, Sort, is_how
from refcli.domain.sentence.text import Text
from refcli.domain.when.parse import longest_day
from refcli.domain.when.reader import Reader
from refcli.errors import UsageError

_NO_DAYS = frozenset(
    {
        "last week",
        "this week",
        "last month",
        "last year",
        "next year",
        "now",
    }
)
_DAY_WORDS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("today", "yesterday", "tomorrow", "tonight", "january", "february", "september"),
    *("october", "november", "december"),
)
# Months that are words or names too.
_RISKY = frozenset({"may", "march", "mar", "jun", "june", "april", "august", "dec", "sep"})
_SHORTEST, _LIKE = 5, 0.82
_MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTHS)
_MONTHS = frozenset(_MONTH.split("|"))
_LAST_HOUR = 23
_DOTTED = re.compile(r"(\d{1,2})\.(0?[1-9]|1[0-2])(?![\w.%€£$])")
_BARE = re.compile(r"the ([1-9]|[12]\d|3[01])(?= (?:at|i|we|around|@)\b|[.,;:!)]|$)")
# A bare ordinal at the end, or with an hour behind it: `12th 10:00`, `12th at noon`.
_ORDINAL = re.compile(
    r"([1-9]|[12]\d|3[01])(?:st|nd|rd|th)"
    r"(?=,? (?:(?:at|about|re|with|over)\b|@|\d{1,2}(?:[:.]\d\d| ?[ap]m\b)|noon\b)|[.,;:!)]|$)"
)
# Behind `on the` these begin no subject matter.
_NO_SUBJECT = (
    r"\d{1,2}(st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|(?:twenty|thirty)-\w+|\w+(?:enth|elfth|tieth)|last|phone|telephone|line|way"
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_IN_WORDS = re.compile(
    rf"the (?:(twenty|thirt(?:y|ieth))[- ]?)?({'|'.join(_ORDINALS)})?"
    r"(?= (?:at|i|we|around|@)\b|[.,;:!)]|$)"
)
_SHORTENED = {"nxt": "next", "wkend": "weekend", "w/end": "weekend", "lst": "last"}
# Numbers that may be a day, an hour or neither: `12.2`, `3-9`, `120326`, `12.30`.
_NUMBERS = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([.-]?)(?:0?[1-9]|1[0-2])(?:\1\d\d)?|(?:[01]?\d|2[0-3])\.[0-5]\d"
)
# Written together, these could be a day, and are none: `lastweek`, `march2026`.
_GLUED = re.compile(
    rf"(last|next|this)(week|month|year|weekend|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    rf"|(\d{{1,2}}(?:st|nd|rd|th)?)({_MONTH})(\d{{2,4}})|({_MONTH})(\d{{1,4}})"
)
# `log` and `meet` both take it so.
_SAY_THE_DAY = "nothing was saved; say the day, such as: friday, 1 dec or 1.12."
_LATE = "(?:29|30|31)(?:st|th)?"
_VAGUE = re.compile(
    r"(?:the other day|(?:the )?(?:week|month) before last|this time last (?:week|month|year)"
    r"|(?:a while|some time|ages) ago|recently"
    r"|over the (?:spring|summer|autumn|winter|weekend|holidays)|(?:on|at|over) the weekend"
    r"|back in \w+"
    r"|(?:two|three|four|\d) (?:mon|tues|wednes|thurs|fri|satur|sun)days ago"
    r"|(?:a few|some|several) (?:days|weeks|months) (?:ago|back)"
    r"|(?:easter|halloween)(?! \w)|(?:christmas|new year's) (?:eve|day)"
    r"|(?:at|over|around|before|after|since) (?:christmas|xmas|new year(?:'s)?|easter)"
    r"(?! (?:party|do|drinks|dinner|lunch|card|eve|day|market|fair|tree))"
    r"|(?:on )?(?:(?:valentine|mother|father)'?s'? day|good friday|easter (?:sunday|monday)"
    r"|boxing day|(?:the )?bank holiday(?: monday)?|thanksgiving|labou?r day|whit monday"
    r"|shrove tuesday|ash wednesday|black friday)|(?:in )?(?:(?:calendar )?week|wk|kw) ?\d{1,2}"
    r"|in (?:early |late |mid )?(?:19|20)\d\d(?![\d.,])"
    r"|in the (?:spring|summer|autumn|winter))\b"
)
# Where no month has the day; as hours these do not exist either.
_LATE_IN_MONTH = re.compile(
    rf"{_LATE} (?:of )?(?:{_MONTH})\b|(?:{_MONTH}) (?:the )?{_LATE}\b|{_LATE}\.(?:0?[1-9]|1[0-2])\."
)


class Said(NamedTuple):
    """A day in a sentence: where its phrase ends, and how it reads, back and ahead."""

    end: int
    back: Reading
    ahead: Reading


class Days:
    """The days and times of one sentence, by the word at which they begin."""

    def __init__(self, text: Text, reader: Reader) -> None:
        self.text, self.reader = text, reader
        self.words = text.words

    def day(self, at: int) -> Said | None:
        """The day that begins at a word."""
        if at >= len(self.words):
            return None
        word = self.words[at]
        if word.low == "in" and re.search(r"\bfirst\b", self.text.low[: word.start]):
            return None  # `for the first time in 3 years`
        if word.low == "sat" and self.text.at(at + 1) in ("with", "down", "in", "next"):
            return None
        ends: list[int] = []
        readings: list[Reading] = []
        for look in (Look.BACK, Look.AHEAD):
            try:
                found = longest_day(self.text.low, word.start, self.reader._replace(look=look))
            except UsageError as error:
                readings.append(error)
                continue
            found = found or self._numbered(at, look)
            if found is None:
                return None
            ends.append(found[0])
            readings.append(found[1])
        end = max(ends) if ends else self._error_end(at)
        said = self.text.low[word.start : end]
        is_owned = self.text.low[end : end + 1] == "'" and not is_how(
            self.text.at(self.word_after(end))
        )
        if is_owned or said in _NO_DAYS or self._is_ordinal_of_thing(at, end):
            return None
        return Said(end, readings[0], readings[1])

    def _numbered(self, at: int, look: Look) -> tuple[int, dt.date] | None:
        """`on 5.12`, `24.11`, `the 24 at …`: a day in numbers that can be nothing else."""
        start, reader = self.words[at].start, self.reader._replace(look=look)
        dotted = _DOTTED.match(self.text.low, start)
        if dotted is not None:
            is_sure = self.text.at(at - 1) == "on" or int(dotted[1]) > _LAST_HOUR
            found = longest_day(f"{dotted[1]}.{dotted[2]}.", 0, reader) if is_sure else None
            return None if found is None else (dotted.end(), found[1])
        bare = _BARE.match(self.text.low, start) or _ORDINAL.match(self.text.low, start)
        if self.text.at(at - 1) in _MONTHS:
            return None  # `june 31st` is no day at all
        told = _in_words(self.text.low, start) if bare is None else (bare.end(), bare[1])
        found = None if told is None else longest_day(f"the {told[1]}th", 0, reader)
        return None if found is None or told is None else (told[0], found[1])

    def hours(self, at: int, *, is_expected: bool) -> Hours | None:
        """The time that begins at a word."""
        return hours_at(self.text.low, self.words[at].start, is_expected=is_expected)

    def length(self, at: int) -> Part | None:
        """How long it takes, where that is told at a word: `for 1h`."""
        found = length_at(self.text.low, self.words[at].start)
        if found is None:
            return None
        end, length = found
        said = self.text.low[self.words[at].start : end]
        return Part(Sort.LENGTH, at, self.word_after(end), said, length=length)

    def is_of_message(self, at: int) -> bool:
        """Whether the day is that of what was answered: `my call from Tuesday`."""
        if self.text.at(at - 1) not in ("from", "of") or self.text.at(at - 2) not in w.MESSAGES:
            return False
        owner = self.text.at(at - 3)
        return owner in w.OWNERS or owner.endswith("'s")

    def is_ahead_of(self, at: int) -> bool:
        """Whether the day follows an hour: `12.15 on the 24th`, `9 to 10 friday`."""
        try:
            hours = self.hours(at, is_expected=True) if at < len(self.words) else None
        except UsageError:
            return False
        last = at + 1 if hours is None else self.word_after(hours.end)
        if last > len(self.words) or self.words[last - 1].tail.strip(","):
            return False
        return self.day(last + 1 if self.text.at(last) == "on" else last) is not None

    def is_roughly(self, at: int, *, is_beside: bool) -> bool:
        """Whether `about` before it says when it was: `about 3pm`, `about a week ago`.

        `is_beside` is whether a day stands before: `friday about 3`.
        """
        if at >= len(self.words) or self.words[at].low in w.MIDDAY:
            return at < len(self.words)
        day = self.day(at)
        hours = self.hours(at, is_expected=is_beside or (day is None and self.is_ahead_of(at)))
        if hours is None:
            return day is not None and self.text.low[: day.end].endswith((" ago", " back"))
        last = self.word_after(hours.end)
        is_alone = not self.text.at(last) or bool(self.words[last - 1].tail.strip(" "))
        return is_alone or self.text.at(last) == "on" or self.day(last) is not None

    def leads_to_subject(self, at: int) -> bool:
        """Whether `on the`, `on her`, `for the intro` leads to what it was about."""
        following, third = self.text.at(at + 1), self.text.at(at + 2)
        if self.words[at].low == "for":
            return bool(at) and third in ("introduction", "intro", "referral")
        if following in w.OWNERS:
            return third not in w.RELATIONS
        is_day = self.day(at) is not None
        return (
            following == "the"
            and third != "weekend"
            and not is_day
            and re.fullmatch(_NO_SUBJECT, third) is None
        )

    def is_in_name(self, at: int) -> bool:
        """Whether a number belongs to the name before it: `Cafe 21`."""
        before = self.words[at - 1] if at else None
        is_name = before is not None and not before.tail and before.is_capitalised
        return is_name and self.text.at(at - 2) in ("at", "@", "the")

    def word_after(self, end: int) -> int:
        """The first word that begins behind a place in the text."""
        return next((i for i, x in enumerate(self.words) if x.start >= end), len(self.words))

    def is_named_at(self, at: int) -> bool:
        """Whether a day, a month or a season stands there."""
        word = self.text.at(at)
        return word in _MONTHS or word in w.SEASONS or self.day(at) is not None

    def refuse_no_day(self, at: int, *, is_name_expected: bool) -> None:
        """A month alone, a season, this week, 31.4.: raises UsageError, naming it."""
        self._refuse_impossible(at)
        self._refuse_vague(at)
        word, before = self.text.at(at), self.text.at(at - 1)
        is_month = word in _MONTHS
        said = None
        if (is_month or word in w.SEASONS) and before in w.NO_DAY_LEADS:
            said = f"{before} {word}"
        elif is_month and word not in _RISKY and not is_name_expected:
            said = word
        elif word in ("week", "month", "year") and before in ("this", "last"):
            said = f"{before} {word}"
        if said is not None:
            raise UsageError(f"which day? {said} names none", _SAY_THE_DAY)

    def _refuse_vague(self, at: int) -> None:
        """What says when and names no day: `the other day`, `three fridays ago`, `at easter`."""
        match = _VAGUE.match(self.text.low, self.words[at].start)
        if match is not None:
            raise UsageError(
                f"which day? {match[0]} names none",
                _SAY_THE_DAY,
            )

    def _refuse_impossible(self, at: int) -> None:
        """A day that its month does not have."""
        start = self.words[at].start
        match = _LATE_IN_MONTH.match(self.text.low, start)
        if match is not None and longest_day(self.text.low, start, self.reader) is None:
            raise UsageError(f"{match[0]} is no day", _SAY_THE_DAY)

    def refuse_misspelt(self, at: int) -> None:
        """What looks like the name of a day: raises UsageError with the one that is meant."""
        word = self.text.at(at)
        glued = _GLUED.fullmatch(word)
        if glued is not None:
            raise _did_you_mean(word, " ".join(filter(None, glued.groups())))
        if word in _SHORTENED:
            raise _did_you_mean(word, _SHORTENED[word])
        self._refuse_numbers(at)
        if len(word) < _SHORTEST or not word.isalpha() or word in _DAY_WORDS or is_how(word):
            return
        from difflib import get_close_matches

        near = get_close_matches(word, _DAY_WORDS, 1, _LIKE)
        if near and word.rstrip("s") not in _DAY_WORDS and abs(len(near[0]) - len(word)) <= 1:
            raise _did_you_mean(word, near[0])

    def _refuse_numbers(self, at: int) -> None:
        """What may be a day as well as an hour, where nothing says what it counts."""
        word, following = self.words[at].low, self.text.at(at + 1)
        is_alone = not following or following in w.GOES_ON or is_how(following)
        is_alone = is_alone or following[0].isdigit() or bool(self.words[at].tail.strip(" "))
        if len(word) > len("12") and is_alone and _NUMBERS.fullmatch(word):
            raise UsageError(
                f"is {word} a day or an hour? write it out",
                "nothing was saved; such as: 1 dec, or at 14:30",
            )

    def _error_end(self, at: int) -> int:
        """Where a day that can be read in two ways, or in none, ends: with the numbers in it."""
        last = at
        while last + 1 < len(self.words):
            word = self.words[last + 1].low
            is_month = any(word.startswith(name[:3]) for name in MONTHS)
            if not is_month and not any(c.isdigit() for c in word):
                break
            last += 1
        return self.words[last].end

    def _is_ordinal_of_thing(self, at: int, end: int) -> bool:
        """`the 5th floor` is no day."""
        said = self.text.low[self.words[at].start : end]
        following = self.word_after(end)
        if re.fullmatch(r"(?:the )?\d{1,2}(?:st|nd|rd|th)", said) is None:
            return False
        if following == len(self.words) or self.text.low[end : self.words[following].start].strip():
            return False
        word = self.words[following].low
        return word[0].isalpha() and word not in w.GOES_ON and not is_how(word)


def _did_you_mean(word: str, meant: str) -> UsageError:
    return UsageError(f"is {word} a day? did you mean {meant}", "nothing was saved; type it again")


def _in_words(low: str, at: int) -> tuple[int, int] | None:
    """(where it ends, the day of the month) of `the ninth`, `the twenty-first`."""
    match = _IN_WORDS.match(low, at)
    if match is None or not (match[1] or match[2]):
        return None
    tens = {"twenty": 20, "thirty": 30, "thirtieth": 30}.get(match[1] or "", 0)
    return match.end(), tens + (_ORDINALS.index(match[2]) + 1 if match[2] else 0)

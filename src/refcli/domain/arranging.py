"""Calls that only arrange a meeting: to confirm, to move or to cancel it is not to have met."""

import re

_MEAL = r"(?:lunch|coffee|tea|breakfast|brunch|dinner|supper|drinks?)"
_OCCASION = (
    rf"(?:meeting|appointment|call|zoom|visit|session|catch[- ]?up|get[- ]?together|{_MEAL})"
)
_WHEN = (
    r"(?:date|day|time|hour|slot|today|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|mon|tue|wed|thu|fri|sat|sun|(?:this|next) \w+|\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)"
)
_ITS = (
    r"(?:(?:the|our|my|his|her|their|an?|that|this|to|for|till|until|of|him|them|you|\w+['’]s) )*"
)
_ARRANGED = (
    r"(?:(?:re-?)?(?:confirm|schedul|arrang)(?:e|ed|ing)?|cancel(?:l?ed|l?ing)?"
    r"|(?:postpon|mov|delay|chang)(?:ed|ing|e)?|(?:push|shift|fix|book|remind)(?:ed|ing)?"
    r"|(?:set(?:ting)?|push(?:ed)?) (?:up|back)|(?:put(?:ting)?|call(?:ed|ing)?) off"
    r"|br(?:ing|ought|inging) forward|double-? ?check(?:ed|ing)?)"
)
_END = r"(?=\s*(?:$|[,;.:!]|\b(?:for|because|as|again|today|and)\b))"
_ARRANGING = re.compile(
    rf"(?i)\b{_ARRANGED} {_ITS}"
    rf"(?:{_OCCASION}|{_WHEN}|(?:it|us) (?:to|for|till|until|off|back)|it$)\b"
    rf"|\bto (?:confirm|cancel|re-?schedule|postpone|re-?arrange){_END}"
    rf"|\b(?:about|re:?|regarding) (?:{_MEAL}|(?:our|today['’]s|tomorrow['’]s) {_OCCASION})\b"
    rf"|\b(?:running|is|am|be|are|['’](?:s|m|re)) (?:[\w-]+ ){{0,3}}?late{_END}"
    rf"|\b(?:ca ?n['’]?t|cannot|can not|wo ?n['’]?t|will not|(?:un)?able to) (?:be able to )?"
    rf"(?:come|make (?:it|{_ITS}(?:{_OCCASION}|{_WHEN})))\b"
)


def is_arranging(words: str) -> bool:
    """Whether the words of a call are about a meeting to come: `called anna to confirm lunch`."""
    return _ARRANGING.search(words) is not None

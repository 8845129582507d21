"""The keys of the desk, as its footer and its help show them."""

from enum import Enum
from typing import NamedTuple


class For(Enum):
    """What a key is for."""

    FOLLOW_UP = "what is due under the cursor"
    PERSON = "whom the cursor is on"
    DESK = "the desk itself"


class Key(NamedTuple):
    """One key: what Textual calls it, the action, its short name, what it does, and to what."""

    key: str
    action: str
    short: str
    does: str
    what_for: For = For.DESK
    is_shown: bool = True


_ROW, _WHO = For.FOLLOW_UP, For.PERSON
# In the order of the footer, which shows so many as there is room for.
KEYS = (
    Key("question_mark", "help", "help", "this list"),
    Key("q", "quit", "leave", "leaves; everything is saved already"),
    Key("d", "done", "done", "it is done; where somebody had to answer, asks what they said", _ROW),
    Key("s", "snooze", "snooze", "put it off: 1 for tomorrow, 3, 7, or a day in words", _ROW),
    Key("l", "log", "log", "what happened, in a line"),
    Key(
        "w", "tab('words')", "words", "the words for it; Enter changes them, Escape is ready", _WHO
    ),
    Key("slash", "find", "find", "anybody, while typing"),
    Key("u", "undo", "undo", "takes back the last thing"),
    Key("a", "ask", "ask", "an ask to the person who is chosen", _WHO),
    Key("i", "intro", "intro", "somebody whom the chosen person introduced", _WHO),
    Key("p", "plan", "plan", "a meeting with the chosen person", _WHO),
    Key("plus", "add", "add", "a new contact"),
    Key("colon", "command", "command", "any command of refcli"),
    Key("t", "tried", "tried", "you tried and reached nobody", _ROW),
    Key("y", "answer('yes')", "yes", "they said yes", _ROW),
    Key("n", "answer('no')", "no", "they said no", _ROW),
    Key("x", "answer('not-yet')", "not yet", "they said not yet", _ROW),
    Key("S", "skip", "skip", "leave it out, with a reason if you like", _ROW),
    Key("c", "copy", "copy", "the words go to the clipboard", _WHO),
    Key("m", "mail", "mail", "the words go to the mail program", _WHO),
    Key("e", "edit", "edit", "the words go to your editor", _WHO),
    Key("r", "review", "review", "the figures of your practice"),
    Key("U", "redo", "redo", "does it again"),
    Key("j", "down", "down", "the next one, as the arrow does", is_shown=False),
    Key("k", "up", "up", "the one before", is_shown=False),
    Key("T", "theme", "theme", "dark or light", is_shown=False),
    Key("escape", "to_list", "back", "back to the list", is_shown=False),
    Key("ctrl+c", "quit", "leave", "leaves, as q does", is_shown=False),
)
LEAVING_KEYS = frozenset({"escape", "ctrl+c"})
_FOR = {key.key: key.what_for for key in KEYS}
_SIGNS = {
    "enter": "⏎",
    "plus": "+",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "escape": "Esc",
    "ctrl+c": "^C",
}


def what_for(key: str) -> For:
    """What a key is for; what is none of the desk's own is for whatever has the focus."""
    return _FOR.get(key, For.DESK)


def sign(key: str) -> str:
    """A key as a person reads it."""
    return _SIGNS.get(key, key)


def key_lines() -> str:
    """A line a key."""
    lines = [f"{sign(key.key):<5}{key.does}" for key in KEYS]
    more = ["Enter opens what is chosen, Tab goes on to the next pane, arrows move.", ""]
    return "\n".join([*more, *lines])

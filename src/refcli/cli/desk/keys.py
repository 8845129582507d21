"""The keys of the desk, as its footer and its help show them."""

from typing import NamedTuple


class Key(NamedTuple):
    """One key: what Textual calls it, the action, its short name and what it does."""

    key: str
    action: str
    short: str
    does: str
    is_shown: bool = True


# In the order of the footer, which shows so many as there is room for.
KEYS = (
    Key("question_mark", "help", "help", "this list"),
    Key("q", "quit", "leave", "leaves; everything is saved already"),
    Key("d", "done", "done", "it is done; where somebody had to answer, asks what they said"),
    Key("s", "snooze", "snooze", "put it off: 1 for tomorrow, 3, 7, or a day in words"),
    Key("l", "log", "log", "what happened, in a line"),
    Key("w", "tab('words')", "words", "the words for it; Enter changes them, Escape is ready"),
    Key("slash", "find", "find", "anybody, while typing"),
    Key("u", "undo", "undo", "takes back the last thing"),
    Key("a", "ask", "ask", "an ask to the person who is chosen"),
    Key("i", "intro", "intro", "somebody whom the chosen person introduced"),
    Key("p", "plan", "plan", "a meeting with the chosen person"),
    Key("plus", "add", "add", "a new contact"),
    Key("colon", "command", "command", "any command of refcli"),
    Key("t", "tried", "tried", "you tried and reached nobody"),
    Key("y", "answer('yes')", "yes", "they said yes"),
    Key("n", "answer('no')", "no", "they said no"),
    Key("x", "answer('not-yet')", "not yet", "they said not yet"),
    Key("S", "skip", "skip", "leave it out, with a reason if you like"),
    Key("c", "copy", "copy", "the words go to the clipboard"),
    Key("m", "mail", "mail", "the words go to the mail program"),
    Key("e", "edit", "edit", "the words go to your editor"),
    Key("r", "review", "review", "the figures of your practice"),
    Key("U", "redo", "redo", "does it again"),
    Key("j", "down", "down", "the next one, as the arrow does", is_shown=False),
    Key("k", "up", "up", "the one before", is_shown=False),
    Key("T", "theme", "theme", "dark or light", is_shown=False),
    Key("escape", "to_list", "back", "back to the list", is_shown=False),
    Key("ctrl+c", "quit", "leave", "leaves, as q does", is_shown=False),
)
# Those that do something with what is due under the cursor, and with the person there.
FOLLOW_UP_KEYS = frozenset("dstynxS")
PERSON_KEYS = frozenset("aipwcme")
LEAVING_KEYS = frozenset({"escape", "ctrl+c"})
_SIGNS = {
    "enter": "⏎",
    "plus": "+",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "escape": "Esc",
}
_SIGNS["ctrl+c"] = "^C"


def sign(key: str) -> str:
    """A key as a person reads it."""
    return _SIGNS.get(key, key)


def key_lines() -> str:
    """A line a key."""
    lines = [f"{sign(key.key):<5}{key.does}" for key in KEYS]
    more = ["Enter opens what is chosen, Tab goes on to the next pane, arrows move.", ""]
    return "\n".join([*more, *lines])

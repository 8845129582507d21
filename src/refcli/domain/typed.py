"""Command lines that refcli prints for a person to paste: every one is built here."""

import sys

# As typing.TYPE_CHECKING: the quick lane draws lines too, and typing costs more than its query.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Named(Protocol):
        """Somebody with an id and a name."""

        @property
        def id(self) -> int | None:
            """The number behind the @."""

        @property
        def name(self) -> str:
            """The name as it is kept."""


_PLAIN = frozenset("-_.@+")
# Inside double quotes some shell gives each of these a meaning, also where a backslash stands
# before it (`!` in bash, a backquote in fish).
_UNSAFE = frozenset('"\\$`!')

# A verb after a group is no name: who is called so is named by their id.
_WORDS = (
    "add answer asks bad balance cancel card catchup champions consent date dates delete done draft"
    " drop dupes edit end export find forget funnel gaps get give guide ideas interview list lost"
    " made merge move open pairs pass reached received repaired reset rest restore set share show"
    " skip snooze sort sources start suggest target targets thanks tie timeline tree tried try"
    " unset untie who won"
)
_VERBS = frozenset(_WORDS.split())


def typed(template: str, *values: "Named | str | int") -> str:
    """A line to type: `{}` stands for a value, which is quoted for the shell.

    The words of the template are ours and stay as they are. Somebody whose name no shell takes
    safely, or that is a verb of ours, is named by their id, any other text goes into single quotes
    then.
    """
    return template.format(*map(_word, values))


def _word(value: "Named | str | int") -> str:
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    is_other = value.name.startswith(("-", "@")) or value.name.lower() in _VERBS
    return f"@{value.id}" if is_other or not _is_safe(value.name) else quoted(value.name)


def quoted(text: str, platform: str = sys.platform) -> str:
    """The text as one word of a shell: bare, in double quotes, or in single ones.

    A quote within single ones is closed, escaped and opened again for POSIX shells and fish, and so
    is a backslash, which fish would take for the beginning of an escape; PowerShell takes a quote
    twice.
    """
    if text and all(c.isalnum() or c in _PLAIN for c in text):
        return text
    if _is_safe(text):
        return f'"{text}"'
    if platform == "win32":
        return "'" + text.replace("'", "''") + "'"
    return "'" + "".join(f"'\\{c}'" if c in "'\\" else c for c in text) + "'"


def _is_safe(text: str) -> bool:
    """Whether the text stays what it is inside double quotes, whatever the shell."""
    return text.isprintable() and not _UNSAFE & set(text)

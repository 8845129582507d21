"""A verb that was mistyped: said with the nearest, where a group took it for something else."""

from collections.abc import Callable, Sequence

from refcli.cli.frame.registry import COMMANDS, GROUPS
from refcli.domain.typed import typed
from refcli.errors import RefcliError, UnknownName, UsageError

_LIKE, _LIKE_A_WORD = 0.75, 0.83
_SHORT = 3
# What people type for a verb that a group calls otherwise, the likeliest first.
_MEANT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("remove", "rm", "del", "erase", "delete"), ("delete", "forget", "drop", "cancel")
    ),
    **dict.fromkeys(("new", "create", "insert", "record"), ("add", "set", "start")),
    **dict.fromkeys(("ls", "all", "lst"), ("list",)),
    **dict.fromkeys(("find", "search", "grep"), ("find", "list")),
    **dict.fromkeys(("view", "display", "info", "get", "show", "open"), ("show", "list")),
    **dict.fromkeys(("modify", "change", "update", "correct", "rename"), ("edit", "set")),
    **dict.fromkeys(("finish", "stop", "close"), ("end", "done")),
}


def mistyped_verb(
    argv: Sequence[str], error: RefcliError, is_somebody: Callable[[str], bool]
) -> UsageError | None:
    """The refusal of a group's first word that is near one of its verbs and is nobody's name.

    None where the error stands: the word is a verb, an option or far from any, or `log` was given a
    sentence with it.
    """
    if not isinstance(error, UsageError | UnknownName):
        return None
    groups = {group.name for group in GROUPS}
    place = next((n for n, word in enumerate(argv) if word in groups), len(argv))
    rest = list(argv[place + 1 :])
    if not rest or rest[0].startswith("-"):
        return None
    group, word = argv[place], rest[0]
    verbs = [spec.path[1] for spec in COMMANDS if spec.path[0] == group and len(spec.path) > 1]
    is_sentence = group in ("log", "meet") and not all(x.isdigit() for x in rest[1:])
    if word in verbs or is_sentence:
        return None
    near = ["--help"] if word == "help" else _near(word, verbs)
    if not near or is_somebody(word):
        return None
    lines = [typed(f"refcli {group} {verb}" + " {}" * len(rest[1:]), *rest[1:]) for verb in near]
    if group == "contact" and len(rest) == 1 and near != ["--help"]:
        lines.append(typed("if it is a name: refcli contact add {}", word))
    return UsageError(f"{group} knows no {word!r}, nothing was changed", ", or ".join(lines))


def misplaced_verb(argv: Sequence[str]) -> str:
    """The line of a group's verb that was typed without its group, '' for none: `find anna`."""
    word = next((each for each in argv if not each.startswith("-")), "")
    homes = [spec.path for spec in COMMANDS if len(spec.path) > 1 and spec.path[1] == word]
    known = {spec.path[0] for spec in COMMANDS}
    if word in known or not homes:
        return ""
    path = next((path for path in homes if path[0] == "contact"), homes[0])
    return f"refcli {' '.join(path)}"


def refuse_mistyped(*argv: str) -> None:
    """Raise UsageError for a mistyped verb, before somebody is asked about as if it were a name."""
    error = mistyped_verb(argv, UsageError(""), lambda _: False)
    if error is not None:
        raise error


def _is_like(word: str, known: str) -> bool:
    """Whether a word is another with two letters swapped, or nearly the same."""
    from difflib import SequenceMatcher

    is_long = len(word) > _SHORT
    likeness = SequenceMatcher(None, word, known).ratio()
    return sorted(word) == sorted(known) or (is_long and likeness >= _LIKE_A_WORD)


def _near(word: str, verbs: Sequence[str]) -> list[str]:
    """The verbs that a word is a common name for, else those that look like it."""
    meant = [verb for verb in (word.lower(), *_MEANT.get(word.lower(), ())) if verb in verbs]
    if meant or word[:1].isupper():
        return meant
    from difflib import SequenceMatcher

    common = [known for known in _MEANT if _is_like(word, known)]
    meant = [verb for known in common for verb in _MEANT[known] if verb in verbs]
    swapped = [verb for verb in verbs if sorted(verb) == sorted(word)]
    return (
        swapped
        or list(dict.fromkeys(meant))
        or [verb for verb in verbs if SequenceMatcher(None, word, verb).ratio() >= _LIKE]
    )

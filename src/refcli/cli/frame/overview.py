"""The first help screen: the four daily commands, then everything by what it is for, on 80x24."""

from collections.abc import Iterator

from refcli.cli.frame.registry import (
    ASKING,
    COMMANDS,
    DAILY,
    DATA,
    GIVING_BACK,
    GROUPS,
    INTRODUCTIONS,
    NETWORK,
    REVIEW,
)
from refcli.render.terminal import paint, wrap

# The daily four, as somebody would use them.
_FIRST = {
    "due": "what is due today, most urgent first",
    "log": 'what happened: refcli log "lunch with anna"; to mend: log edit',
    "done": "a follow-up is done: refcli done 12, or refcli done anna",
    "ask": "whom you may ask: refcli ask who; in which words: refcli ask anna",
}
# What a command is for, where its name does not say it.
_BRIEF = {
    "tried": "reached nobody",
    "meet": "appointments",
    "followup": "promises, reminders",
    "desk": "all on one screen",
    "write": "drafts",
    "debrief": "after a meeting",
    "path": "who leads to a firm",
    "kit": "targets, your card",
    "words": "templates",
    "intro": "received and given, step by step",
    "reciprocate": "favors, who owes whom",
    "partner": "whom you refer to",
    "testimonial": "praise",
    "engagement": "work",
    "contact": "add, find, edit, tie, date (birthdays), timeline …",
    "review": "funnel, sources, gaps, thanks …",
    "demo": "a sample",
    "import": "your contacts",
    "history": "what was done",
}
_ORDER = (DAILY, ASKING, INTRODUCTIONS, GIVING_BACK, NETWORK, REVIEW, DATA)
_OPTIONS = "--store FILE, --no-input, -q, --no-color, --no-pager, --json, -V"
_MORE = "refcli help COMMAND explains one; refcli help all has a line for each."
_LABEL, _WIDTH = 15, 80
# The columns before what a command does, on the first screen and in the list of all.
_NAME, _ENTRY = 8, 26
# Fewer columns would break too many lines.
_LEAST = 30


def overview(width: int, *, colour: bool) -> Iterator[str]:
    """The lines of the screen."""
    width = min(width, _WIDTH)
    yield from wrap("Usage: refcli [OPTIONS] COMMAND …", width)
    yield from wrap("Whom to ask, what to say, what is owed today: your referral practice.", width)
    yield ""
    yield paint("Every day", "bold", colour=colour)
    for name, use in _FIRST.items():
        first, *rest = wrap(use, width, " " * _NAME)
        yield f"  {paint(f'{name:<6}', 'name', colour=colour)}{first[_NAME:]}"
        yield from rest
    for panel in _ORDER:
        names = [name for name in _names(panel) if name not in _FIRST]
        told = ", ".join(f"{n} ({_BRIEF[n]})" if n in _BRIEF else n for n in names)
        yield from _labelled(paint(f"{panel:<{_LABEL}}", "bold", colour=colour), told, width)
    yield from _labelled(f"{'Options':<{_LABEL}}", _OPTIONS, width)
    yield from wrap(_MORE, width)


def _labelled(label: str, text: str, width: int) -> Iterator[str]:
    """A text beside its label, or below it where there is no room beside."""
    if width < _LABEL + _LEAST:
        yield label.rstrip()
        yield from wrap(text, width, "  ")
        return
    first, *rest = wrap(text, width, " " * _LABEL)
    yield label + first[_LABEL:]
    yield from rest


def everything(width: int) -> Iterator[str]:
    """A line for each command and each verb."""
    for panel in _ORDER:
        yield panel
        for name in _names(panel):
            yield from _entry(name, _helps()[name], width)
            for spec in COMMANDS:
                if spec.path[0] == name and len(spec.path) > 1 and not spec.hidden:
                    yield from _entry(" ".join(spec.path), spec.help, width)


def _entry(typed: str, does: str, width: int) -> Iterator[str]:
    if width < _ENTRY + _LEAST:
        yield from wrap(f"{typed}: {does}", width, "  ")
        return
    first, *rest = wrap(does, width, " " * _ENTRY)
    yield f"  {typed}".ljust(_ENTRY) + first[_ENTRY:]
    yield from rest


def _names(panel: str) -> list[str]:
    found = [
        spec.path[0]
        for spec in COMMANDS
        if len(spec.path) == 1 and spec.panel == panel and not spec.hidden
    ]
    return [*found, *(group.name for group in GROUPS if group.panel == panel)]


def _helps() -> dict[str, str]:
    found = {spec.path[0]: spec.help for spec in COMMANDS if len(spec.path) == 1}
    return found | {group.name: group.help for group in GROUPS}

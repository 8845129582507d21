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


def overview(*, colour: bool) -> Iterator[str]:
    """The lines of the screen."""
    yield "Usage: refcli [OPTIONS] COMMAND …"
    yield "Whom to ask, what to say, what is owed today: your referral practice."
    yield ""
    yield paint("Every day", "bold", colour=colour)
    for name, use in _FIRST.items():
        yield f"  {paint(f'{name:<6}', 'name', colour=colour)}{use}"
    for panel in _ORDER:
        names = [name for name in _names(panel) if name not in _FIRST]
        told = ", ".join(f"{n} ({_BRIEF[n]})" if n in _BRIEF else n for n in names)
        first, *rest = wrap(told, _WIDTH, " " * _LABEL)
        yield paint(f"{panel:<{_LABEL}}", "bold", colour=colour) + first[_LABEL:]
        yield from rest
    yield f"{'Options':<{_LABEL}}{_OPTIONS}"
    yield _MORE


def everything() -> Iterator[str]:
    """A line for each command and each verb."""
    for panel in _ORDER:
        yield panel
        for name in _names(panel):
            yield f"  {name:<24}{_helps()[name]}"
            for spec in COMMANDS:
                if spec.path[0] == name and len(spec.path) > 1 and not spec.hidden:
                    yield f"  {' '.join(spec.path):<24}{spec.help}"


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

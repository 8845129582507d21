"""The pages of all commands, made from the program itself."""

from refcli.cli.frame.registry import GROUPS
from refcli.domain.settings import all_settings
from tests.support.described import Described, described

_HEAD = """# Commands

Made from the program by `python -m pytest tests/docs --update`. A group without a known verb takes
its default verb: `refcli log lunch with anna` is `refcli log add lunch with anna`. `refcli help
COMMAND` has the same on your computer, and so has `man refcli` where man pages were installed.

`refcli [--store FILE] [--no-input] [-q] [--no-color] [--no-pager] [--debug] [-V] COMMAND …`
"""
_EXITS = """## Exit codes

| code | means |
| --- | --- |
| 0 | done, an empty list too |
| 1 | refused by a rule |
| 2 | a wrong call, or a question without a terminal |
| 3 | a name or id that is unknown or ambiguous |
| 65 | data that cannot be taken; a damaged or foreign store |
| 66 | a file that is not there; a store that is gone though its backups exist |
| 70 | a bug in refcli |
| 73 | a file that would be overwritten |
| 74 | the disk is full or failing, or stdout cannot be written |
| 75 | busy, or changed in another shell meanwhile: try again |
| 76 | the store is from a newer refcli |
| 77 | read-only, or no permission |
| 130 | interrupted |
| 141 | the reader of the pipe went away |

## Environment

`REFCLI_STORE` (the store), `REFCLI_TODAY` (another day for today), `REFCLI_NO_INPUT` (never ask),
`NO_COLOR`, `FORCE_COLOR`, `COLUMNS`.
"""


def commands_pages() -> dict[str, str]:
    """Each page as Markdown, by the name of its file."""
    everything = described()
    panels = list(dict.fromkeys(group.panel for group in GROUPS))
    listed = [_listed(panel, [d for d in everything if d.panel == panel]) for panel in panels]
    pages = {"index.md": "\n".join([_HEAD, *listed, "## Settings\n", _settings(), _EXITS])}
    for panel in panels:
        entries = [_entry(d) for d in everything if d.panel == panel]
        pages[_file(panel)] = "\n".join([f"# {panel}\n", *entries])
    return pages


def _file(panel: str) -> str:
    return f"{panel.lower().replace(' ', '-')}.md"


def _listed(panel: str, commands: list[Described]) -> str:
    rows = [f"| `refcli {' '.join(d.path)}` | {_first(d.does)} |" for d in commands]
    return "\n".join([f"## [{panel}]({_file(panel)})\n", "| | |", "| --- | --- |", *rows, ""])


def _first(text: str) -> str:
    return text.partition("\n\n")[0].replace("\n", " ").replace("|", "/")


def _entry(told: Described) -> str:
    lines = [f"## `{told.usage}`\n", f"{told.does}\n"]
    if told.options:
        lines += ["| option | |", "| --- | --- |"]
        lines += [
            f"| `{o.replace('|', chr(92) + '|')}` | {h.replace('|', '/')} |"
            for o, h in told.options
        ]
        lines.append("")
    return "\n".join([*lines, "```sh", *told.examples, "```", ""])


def _settings() -> str:
    rows = [
        f"| `{s.name}` | {s.default or '(empty)'} | {s.help} |"
        for s in all_settings().values()
        if not s.name.startswith("days.")
    ]
    rows.append("| `days.EVENT.KIND` | [follow-ups](../follow-ups.md) | days until it is due |")
    return "\n".join(["| setting | default | |", "| --- | --- | --- |", *rows, ""])

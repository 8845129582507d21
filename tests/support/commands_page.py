"""The page of all commands, made from the program itself."""

from typing import Any

from refcli.cli.frame.lazy import loaded
from refcli.cli.frame.registry import COMMANDS, GROUPS, CommandSpec
from refcli.domain.settings import all_settings

_HEAD = """# Commands

Made from the program by `python -m pytest tests/docs --update`. A group without a known verb takes
its default verb: `refcli log lunch with anna` is `refcli log add lunch with anna`.

`refcli [--store FILE] [--no-input] [--debug] [--version] COMMAND …`
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


def commands_page() -> str:
    """The whole page as Markdown."""
    parts = [_HEAD]
    for panel in dict.fromkeys(group.panel for group in GROUPS):
        parts.append(f"## {panel}\n")
        parts += [_entry(spec) for spec in COMMANDS if spec.panel == panel and not spec.hidden]
    parts += ["## Settings\n", _settings(), _EXITS]
    return "\n".join(parts)


def _entry(spec: CommandSpec) -> str:
    command = loaded(spec)
    default = any(g.name == spec.path[0] and g.default == spec.path[-1] for g in GROUPS)
    path = spec.path[:-1] if default and len(spec.path) > 1 else spec.path
    arguments = [_argument(p) for p in command.params if p.param_type_name == "argument"]
    lines = [f"### `{' '.join(['refcli', *path, *arguments])}`\n", f"{command.help}\n"]
    rows = [_row(p) for p in command.params if p.param_type_name == "option"]
    if rows:
        lines += ["| option | |", "| --- | --- |", *rows, ""]
    return "\n".join(lines)


def _argument(parameter: Any) -> str:
    name = parameter.metavar or parameter.name.upper()
    return f"{name}…" if parameter.nargs == -1 and not name.endswith("...") else str(name)


def _row(parameter: Any) -> str:
    names = "/".join([*parameter.opts, *parameter.secondary_opts])
    choices = getattr(parameter.type, "choices", None)
    value = "" if parameter.is_flag else f" {parameter.metavar or ''}".rstrip()
    if choices:
        value = " " + "\\|".join(str(getattr(c, "value", c)) for c in choices)
    return f"| `{names}{value}` | {(parameter.help or '').replace('|', '/')} |"


def _settings() -> str:
    rows = [
        f"| `{s.name}` | {s.default or '(empty)'} | {s.help} |"
        for s in all_settings().values()
        if not s.name.startswith("days.")
    ]
    rows.append("| `days.EVENT.KIND` | [follow-ups.md](follow-ups.md) | days until it is due |")
    return "\n".join(["| setting | default | |", "| --- | --- | --- |", *rows, ""])

"""The commands as the program itself describes them, for the pages that are made from it."""

from typing import Any, NamedTuple

from refcli.cli.frame.examples import EXAMPLES
from refcli.cli.frame.lazy import loaded
from refcli.cli.frame.registry import COMMANDS, GROUPS, CommandSpec


class Described(NamedTuple):
    """A command: how it is typed, what it does, its options with their help, and examples."""

    path: tuple[str, ...]
    panel: str
    usage: str
    does: str
    options: tuple[tuple[str, str], ...]
    examples: tuple[str, ...]


def described() -> list[Described]:
    """All of them that are no secret, in the order of the registry."""
    return [_described(spec) for spec in COMMANDS if not spec.hidden]


def _described(spec: CommandSpec) -> Described:
    command = loaded(spec)
    is_default = any(g.name == spec.path[0] and g.default == spec.path[-1] for g in GROUPS)
    path = spec.path[:-1] if is_default and len(spec.path) > 1 else spec.path
    arguments = [_argument(p) for p in command.params if p.param_type_name == "argument"]
    return Described(
        spec.path,
        spec.panel,
        " ".join(["refcli", *path, *arguments]),
        str(command.help),
        tuple(_option(p) for p in command.params if p.param_type_name == "option"),
        EXAMPLES[" ".join(spec.path)],
    )


def _argument(parameter: Any) -> str:
    name = parameter.metavar or parameter.name.upper()
    return f"{name}…" if parameter.nargs == -1 and not name.endswith("...") else str(name)


def _option(parameter: Any) -> tuple[str, str]:
    names = "/".join([*parameter.opts, *parameter.secondary_opts])
    choices = getattr(parameter.type, "choices", None)
    value = "" if parameter.is_flag else f" {parameter.metavar or ''}".rstrip()
    if choices and not parameter.metavar:
        value = " " + "|".join(str(getattr(c, "value", c)) for c in choices)
    return f"{names}{value}", parameter.help or ""

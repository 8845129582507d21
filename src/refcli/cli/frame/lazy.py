"""Commands whose modules are loaded when they run, under Typer groups with a default verb."""

import importlib
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from refcli.cli.frame.registry import COMMANDS, GROUPS, CommandSpec, GroupSpec

_HELP_FLAGS = ("--help", "-h")
CONTEXT_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _is_plain() -> bool:
    """Whether help goes to a pipe, where no boxes belong."""
    return not sys.stdout.isatty()


class RefcliCommand(TyperCommand):
    """A command whose help is plain in a pipe."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help with Rich on a terminal only."""
        self.rich_markup_mode = None if _is_plain() else self.rich_markup_mode
        super().format_help(ctx, formatter)


class LazyCommand(RefcliCommand):
    """Stands in the tree with its help; its module is imported when it is called."""

    def __init__(self, spec: CommandSpec) -> None:
        super().__init__(
            spec.path[-1],
            help=spec.help,
            short_help=spec.help,
            hidden=spec.hidden,
            rich_help_panel=spec.panel if len(spec.path) == 1 else None,
        )
        self.spec = spec

    def make_context(self, info_name: Any, args: Any, parent: Any = None, **extra: Any) -> Any:
        """The context of the real command."""
        return loaded(self.spec).make_context(info_name, args, parent=parent, **extra)


def loaded(spec: CommandSpec) -> Any:
    """The real command behind a spec."""
    run = importlib.import_module(spec.module).run
    builder = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    builder.command(
        spec.path[-1],
        help=run.__doc__ or spec.help,
        cls=RefcliCommand,
        context_settings=CONTEXT_SETTINGS,
    )(_bound(run))
    return get_command(builder)


def _bound(run: Any) -> Any:
    """The command with its options bound; only those with an object of options need that."""
    if not run.__code__.co_kwonlyargcount:
        return run
    from refcli.cli.frame.binding import bound

    return bound(run)


class RefcliGroup(TyperGroup):
    """A group that puts its default verb in front when no subcommand is named."""

    default_verb = ""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Help with Rich on a terminal only."""
        self.rich_markup_mode = None if _is_plain() else self.rich_markup_mode
        super().format_help(ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`thank --how note anna` is `thank add --how note anna`."""
        names_verb = bool(args) and (args[0] in self.commands or args[0] in _HELP_FLAGS)
        if self.default_verb and not names_verb and not ctx.resilient_parsing:
            args = [self.default_verb, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """The verbs, and whatever the default verb completes."""
        found = super().shell_complete(ctx, incomplete)
        verb = self.commands.get(self.default_verb)
        if isinstance(verb, LazyCommand):
            inner = verb.make_context(self.default_verb, [], parent=ctx, resilient_parsing=True)
            for parameter in inner.command.params:
                if parameter.param_type_name == "argument":
                    found.extend(parameter.shell_complete(inner, incomplete))
                    break
        return found


def tree(root: RefcliGroup) -> RefcliGroup:
    """Hang every group and command of the registry below the root."""
    groups = {spec.name: _group(spec) for spec in GROUPS}
    root.commands = dict(root.commands)
    for spec in COMMANDS:
        parent = groups[spec.path[0]] if len(spec.path) > 1 else root
        parent.add_command(LazyCommand(spec), spec.path[-1])
        if parent is not root:
            root.add_command(parent, spec.path[0])
    return root


def _group(spec: GroupSpec) -> RefcliGroup:
    group = RefcliGroup(
        name=spec.name,
        help=f"{spec.help} Without a verb: `{spec.default}`.",
        short_help=spec.help,
        rich_help_panel=spec.panel,
        no_args_is_help=False,
        context_settings=CONTEXT_SETTINGS,
    )
    group.default_verb = spec.default
    return group

"""Commands whose modules are loaded when they run, under Typer groups with a default verb."""

import importlib
import inspect
import re
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, get_type_hints

import typer
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from refcli.cli.frame.registry import COMMANDS, GROUPS, CommandSpec, GroupSpec
from refcli.domain.names import MAX_ID
from refcli.render.terminal import DEFAULT_WIDTH, paint

_HELP_FLAGS = ("--help", "-h")
# Stands for a hyphen while text is wrapped.
_NO_BREAK = "\u2011"
# A longer list of choices is told in words.
_FITS = 30
_WIDEST = 100
CONTEXT_SETTINGS = {"help_option_names": ["-h", "--help"]}


class _Formatter(HelpFormatter):
    """Wraps between words, never at the hyphen within one: `re-ask` is to be typed."""

    def write_dl(self, rows: Any, *more: Any, **others: Any) -> None:
        """Options and commands with what each is."""
        super().write_dl([(first, _bound(second)) for first, second in rows], *more, **others)

    def write_text(self, text: str) -> None:
        """A paragraph."""
        super().write_text(_bound(text))

    def getvalue(self) -> str:
        """All of it, as it may be copied."""
        return super().getvalue().replace(_NO_BREAK, "-")


def _bound(text: str) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", _NO_BREAK, text)


class _Context(typer.Context):
    formatter_class = _Formatter


class _Helped:
    """Help that goes the way of all output: paged where it is taller than the terminal."""

    context_class: type[Any] = _Context

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, which shows the help and ends."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.callback = _show_help
        return option


def _show_help(context: Any, _: Any, is_asked: bool) -> None:  # noqa: FBT001  Typer calls it so
    if is_asked and not context.resilient_parsing:
        output = context.obj.output
        context.terminal_width = min(output.width or DEFAULT_WIDTH, _WIDEST)
        for line in context.get_help().splitlines():
            is_title = line.endswith(":") and not line.startswith(" ")
            output.line(paint(line, "bold", colour=output.colour) if is_title else line)
        context.exit()


class RefcliCommand(_Helped, TyperCommand):
    """A command whose help says how it is typed."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help, and examples."""
        super().format_help(ctx, formatter)
        from refcli.cli.frame.examples import EXAMPLES

        lines = EXAMPLES.get(ctx.command_path.partition(" ")[2], ())
        text = "".join(f"  {line}\n" for line in lines)
        if text:
            formatter.write(f"\nExamples:\n{text}")


class LazyCommand(RefcliCommand):
    """Stands in the tree with its help; its module is imported when it is called."""

    def __init__(self, spec: CommandSpec) -> None:
        super().__init__(
            spec.path[-1],
            help=spec.help,
            short_help=spec.help,
            hidden=spec.hidden,
        )
        self.spec = spec

    def make_context(self, info_name: Any, args: Any, parent: Any = None, **extra: Any) -> Any:
        """The context of the real command."""
        return loaded(self.spec).make_context(info_name, args, parent=parent, **extra)


def loaded(spec: CommandSpec) -> Any:
    """The real command behind a spec."""
    run = bound(importlib.import_module(spec.module).run)
    if spec.is_list:
        from refcli.cli.frame.listing import in_forms

        run = in_forms(run, " ".join(spec.path))
    builder = typer.Typer(
        add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None
    )
    builder.command(
        spec.path[-1],
        help=run.__doc__ or spec.help,
        cls=RefcliCommand,
        context_settings=CONTEXT_SETTINGS,
    )(run)
    command = get_command(builder)
    for parameter in command.params:
        _make_readable(parameter)
    return command


def _make_readable(parameter: Any) -> None:
    """Have an option's help fit: many choices as words, and no bound that is SQLite's own."""
    if getattr(parameter.type, "max", None) == MAX_ID:
        vars(parameter.type)["_describe_range"] = str
    choices = [str(getattr(c, "value", c)) for c in getattr(parameter.type, "choices", ())]
    if len("|".join(choices)) > _FITS and not parameter.metavar:
        parameter.metavar = parameter.opts[0].lstrip("-").upper()
        parameter.help = f"{parameter.help or ''} One of: {', '.join(choices)}.".strip()


def bound(run: Callable[..., None]) -> Callable[..., None]:
    """A command as Typer is to see it: itself, or one that collects its options into objects.

    Options that several commands share are one object, a NamedTuple whose fields are the options.
    A command declares one parameter of that type, keyword-only because it has no default:

        def run(context: typer.Context, name: NameWords = None, *, options: ContactOptions) -> None

    Typer is shown the fields in its place, in their order, and the command is handed the object.

    Raises TypeError for an object's field without a default: every option may be left out.
    """
    if not run.__code__.co_kwonlyargcount:
        return run
    signature = inspect.signature(run, eval_str=True)
    objects = {p.name: p.annotation for p in signature.parameters.values() if _is_object(p)}
    if not objects:
        return run

    @wraps(run)
    def collecting(**values: Any) -> None:
        made = {
            name: kind(**{field: values.pop(field) for field in kind._fields})
            for name, kind in objects.items()
        }
        run(**values, **made)

    parameters = [shown for p in signature.parameters.values() for shown in _shown(p)]
    vars(collecting)["__signature__"] = signature.replace(parameters=parameters)
    # Typer reads the hints beside the signature.
    collecting.__annotations__ = {p.name: p.annotation for p in parameters}
    return collecting


def _is_object(parameter: inspect.Parameter) -> bool:
    """Whether a parameter is an object of options: of a NamedTuple's type."""
    kind = parameter.annotation
    return isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")


def _shown(parameter: inspect.Parameter) -> Iterator[inspect.Parameter]:
    """A parameter, or the fields of its object; fields are annotated whole, not as strings."""
    if not _is_object(parameter):
        yield parameter
        return
    kind = parameter.annotation
    missing = set(kind._fields) - set(kind._field_defaults)
    if missing:
        raise TypeError(f"{kind.__name__} has options without a default: {sorted(missing)}")
    hints = get_type_hints(kind, include_extras=True)
    for name in kind._fields:
        default = kind._field_defaults[name]
        yield inspect.Parameter(name, parameter.kind, default=default, annotation=hints[name])


class RefcliGroup(_Helped, TyperGroup):
    """A group that puts its default verb in front when no subcommand is named."""

    default_verb = ""

    def get_help(self, ctx: Any) -> str:
        """Of the whole program a screen of its own."""
        if ctx.parent is not None:
            return str(super().get_help(ctx))
        from refcli.cli.frame.overview import overview

        return "\n".join(overview(ctx.terminal_width, colour=ctx.obj.output.colour))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """`thank --how note anna` is `thank add --how note anna`."""
        names_verb = bool(args) and (args[0] in self.commands or args[0] in _HELP_FLAGS)
        # While nothing but the group is typed, a shell is offered its verbs.
        if self.default_verb and not names_verb and (args or not ctx.resilient_parsing):
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
        no_args_is_help=False,
        rich_markup_mode=None,
        context_settings=CONTEXT_SETTINGS,
    )
    group.default_verb = spec.default
    return group

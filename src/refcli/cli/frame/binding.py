"""Options that several commands share, as one object: a NamedTuple whose fields are the options.

A command declares one parameter of that type, keyword-only because it has no default:

    def run(context: typer.Context, name: NameWords = None, *, options: ContactOptions) -> None

Typer is shown the fields in its place, in their order, and the command is handed the object.
"""

import inspect
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, get_type_hints


def bound(run: Callable[..., None]) -> Callable[..., None]:
    """A command as Typer is to see it: itself, or one that collects its options into objects.

    Raises TypeError for an object's field without a default: every option may be left out.
    """
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

"""`--format`, on every command that lists."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any

import typer

from refcli.cli.frame.context import app_of
from refcli.cli.frame.lists import LISTS, ListForm

FormOption = Annotated[
    ListForm | None,
    typer.Option("--format", help="For another program; ids can be piped on.", show_default=False),
]


def in_forms(run: Callable[..., Any], name: str) -> Callable[..., Any]:
    """The command of that name, which lists, with `--format` beside `--json`."""

    @wraps(run)
    def listing(*, context: typer.Context, list_form: ListForm | None, **values: Any) -> Any:
        values["as_json"] = values["as_json"] or list_form is not None
        if list_form is not None and list_form is not ListForm.JSON:
            from refcli.cli.frame.list_forms import written_as

            app_of(context).output.records = written_as(list_form, LISTS[name])
        return run(context=context, **values)

    signature = inspect.signature(run, eval_str=True)
    own = inspect.Parameter(
        "list_form", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=FormOption
    )
    parameters = [*signature.parameters.values(), own]
    vars(listing)["__signature__"] = signature.replace(parameters=parameters)
    listing.__annotations__ = {p.name: p.annotation for p in parameters}
    return listing

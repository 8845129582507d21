"""The user's own templates, and the words that they make."""

import sqlite3
from collections.abc import Callable

from refcli.domain.drafts.template import FAILURES, Context, Slot, render
from refcli.errors import UsageError
from refcli.read.rows import one_text


def own_templates(connection: sqlite3.Connection) -> dict[str, str]:
    """The templates of the user's own, by slot."""
    return dict(connection.execute("select slot, text from own_words order by id").fetchall())


def own_template(connection: sqlite3.Connection, slot: Slot) -> str | None:
    """The template of the user's own for a form, of an ask for its tone."""
    query = "select text from own_words where slot = :slot"
    return one_text(connection, query, {"slot": slot.key})


def in_own_words(
    connection: sqlite3.Connection, slot: Slot, built_in: str, context: Callable[[], Context]
) -> tuple[str, str]:
    """(the text, why the built-in words stand though there is a template, else nothing).

    The context is made, and Jinja2 imported, only where there is one.
    """
    template = own_template(connection, slot)
    if template is None:
        return built_in, ""
    from jinja2 import TemplateError  # noqa: PLC0415  only where there is a template

    try:
        text = render(slot.form, template, context())
    except (UsageError, TemplateError, *FAILURES) as error:
        why = error.message if isinstance(error, UsageError) else str(error)
        return built_in, f"your template {slot.key} failed ({why}); these are the built-in words"
    return (text, "") if text else (built_in, f"your template {slot.key} prints nothing")

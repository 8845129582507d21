"""Templates of the user's own: what may stand in one, and how it is rendered.

A template is checked before it is kept. It may print the documented variables, pass them through
the documented filters and choose with `if`; there are no loops, no arithmetic, no calls and no
other attributes. So it cannot reach anything else, and what it prints grows with its own length
alone.
It is rendered in Jinja2's sandbox all the same.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from refcli.domain.drafts.form import Form, Tone
from refcli.domain.english.nouns import with_article
from refcli.domain.english.phrase import tidy
from refcli.errors import UsageError

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

LONGEST_TEMPLATE, LONGEST_TEXT = 10_000, 20_000
_PERSON = ("name", "greeting", "short")
_ALWAYS: dict[str, tuple[str, ...]] = {
    "to": ("name", "greeting"),
    "me": ("name", "business", "profession", "message", "promise", "reach"),
    "built_in": (),
}
_ASK = ("opening", "value", "question", "offer_of_help", "like", "action", "in_return", "way_out")
_OF_INTRO: dict[str, tuple[str, ...]] = {"prospect": _PERSON, "what_came": (), "note": ()}
# By form, the variables that it has besides those of every form, with their parts.
VARIABLES: dict[Form, dict[str, tuple[str, ...]]] = {
    Form.ASK: dict.fromkeys(_ASK, ()),
    Form.BLURB: {},
    Form.WELCOME: {"source": _PERSON, "first_day": (), "second_day": ()},
    Form.THANK: _OF_INTRO,
    Form.OUTCOME: _OF_INTRO,
    Form.STATUS: _OF_INTRO,
    Form.APOLOGY: {},
    Form.CONSENT: {"partner": _PERSON, "need": ()},
    Form.HANDOVER: {"partner": _PERSON, "prospect": _PERSON, "need": (), "reach": ()},
    Form.PASS_ON: {},
    Form.TESTIMONIAL: {"work": ()},
    Form.RECONNECT: {"organization": ()},
    Form.CHECK_IN: {"organization": ()},
    Form.WISH: {"label": ()},
    Form.CONFIRM: {},
}
FILTERS = ("a", "capitalize", "default", "lower", "title", "trim", "upper")

# What a template may end in besides Jinja2's own errors: nested too deep, of the wrong kind.
FAILURES = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(RecursionError, SyntaxError, MemoryError),
)

Context = Mapping[str, "str | Mapping[str, str]"]


class Slot(NamedTuple):
    """What a template is for: a form, and of an ask its tone."""

    form: Form
    tone: Tone | None = None

    @property
    def key(self) -> str:
        """As it is stored: `thank`, `ask/warm`."""
        return f"{self.form}/{self.tone}" if self.tone is not None else str(self.form)


SLOTS = tuple(
    Slot(form, tone) for form in Form for tone in (tuple(Tone) if form is Form.ASK else (None,))
)


def variables_of(form: Form) -> tuple[str, ...]:
    """The variables that a template of a form may use, as they are written: `to.greeting`."""
    known = {**_ALWAYS, **VARIABLES[form]}
    return tuple(
        f"{name}.{part}" if part else name for name in known for part in (known[name] or ("",))
    )


def starting_template(form: Form) -> str:
    """What one begins with: the built-in words, and how to change them."""
    variables = ", ".join(variables_of(form))
    return f"{{# variables: {variables} #}}\n{{{{ built_in }}}}\n"


def check_template(form: Form, text: str) -> None:
    """Raise UsageError for what is no template of that form, with the line where it is wrong."""
    if not text.strip():
        raise UsageError("the template is empty", "nothing was saved; the one before stays")
    if len(text) > LONGEST_TEMPLATE:
        raise UsageError(
            f"the template is longer than {LONGEST_TEMPLATE} characters",
            "nothing was saved; the one before stays",
        )
    from jinja2 import TemplateError
    from jinja2.exceptions import TemplateSyntaxError

    try:
        render(form, text, _example(form))
    except TemplateSyntaxError as error:
        raise _refused(f"line {error.lineno}: {error.message}") from error
    except (TemplateError, *FAILURES) as error:
        raise _refused(str(error)) from error


def render(form: Form, text: str, context: Context) -> str:
    """The text of a template, each paragraph tidied; raises UsageError where it prints too much."""
    environment = _environment()
    tree = environment.parse(text)
    _check(tree, {**_ALWAYS, **VARIABLES[form]}, form)
    made = environment.from_string(tree).render(**context)
    if len(made) > LONGEST_TEXT:
        raise UsageError(f"the template prints more than {LONGEST_TEXT} characters")
    paragraphs = (tidy(part) for part in made.strip().split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def _refused(why: str) -> UsageError:
    return UsageError(f"that is no template: {why}", "nothing was saved; the one before stays")


def _environment() -> "Environment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    own = {"a": with_article}
    environment.filters = {name: own.get(name) or environment.filters[name] for name in FILTERS}
    environment.globals = {}
    return environment


def _check(tree: "nodes.Template", known: Mapping[str, tuple[str, ...]], form: Form) -> None:
    """Raise UsageError for a node that no template may have, or a variable that is unknown."""
    from jinja2 import nodes

    allowed = (
        *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.If, nodes.CondExpr),
        *(nodes.Name, nodes.Getattr, nodes.Filter, nodes.And, nodes.Or, nodes.Not),
        *(nodes.Compare, nodes.Operand, nodes.Concat),
    )
    owners = {id(n.node) for n in _every(tree) if isinstance(n, nodes.Getattr)}
    for node in _every(tree):
        if not isinstance(node, allowed):
            raise _refused(f"line {node.lineno}: {type(node).__name__.lower()} is not possible")
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            raise _refused(f"no filter {node.name}; there are {', '.join(FILTERS)}")
        if isinstance(node, nodes.Getattr):
            _check_part(node, known, form)
        elif isinstance(node, nodes.Name) and node.name not in known:
            raise _refused(f"no variable {node.name}; there are {', '.join(variables_of(form))}")
        elif isinstance(node, nodes.Name) and known[node.name] and id(node) not in owners:
            part = f"{node.name}.{known[node.name][0]}"
            raise _refused(f"{node.name} is nothing to print, a part of it is: {part}")


def _check_part(node: "nodes.Getattr", known: Mapping[str, tuple[str, ...]], form: Form) -> None:
    from jinja2 import nodes

    owner = node.node.name if isinstance(node.node, nodes.Name) else ""
    if node.attr not in known.get(owner, ()):
        name = f"{owner}.{node.attr}" if owner else node.attr
        raise _refused(f"no variable {name}; there are {', '.join(variables_of(form))}")


def _every(tree: "nodes.Node") -> Iterator["nodes.Node"]:
    yield tree
    for child in tree.iter_child_nodes():
        yield from _every(child)


def _example(form: Form) -> dict[str, Any]:
    """Something for each variable, to try a template with."""
    known = {**_ALWAYS, **VARIABLES[form]}
    return {name: dict.fromkeys(parts, "x") if parts else "x" for name, parts in known.items()}

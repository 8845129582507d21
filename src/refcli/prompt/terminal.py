"""Questions on a terminal, the only place that imports questionary."""

from collections.abc import Sequence

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from refcli.domain.text import shown
from refcli.prompt.protocol import Choice

_STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("question", "bold"),
        ("answer", "fg:ansicyan"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("instruction", "fg:ansibrightblack"),
    ]
)


class TerminalPrompter:
    """Asks with questionary; Ctrl-C and Ctrl-D leave."""

    def text(self, question: str, *, default: str = "", hint: str = "") -> str:
        """A line of text."""
        answer = questionary.text(
            shown(question), default=default, instruction=hint or None, style=_STYLE
        ).unsafe_ask()
        return str(answer).strip()

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        """The value of one of the choices, picked with the arrows or by its key."""
        items = [
            questionary.Choice(shown(c.label), value=c.value, shortcut_key=c.key or None)
            for c in choices
        ]
        has_keys = all(c.key for c in choices)
        asked = questionary.select(
            shown(question),
            items,
            default=default or None,
            use_shortcuts=has_keys,
            use_jk_keys=False,
            use_search_filter=not has_keys and len(items) > 9,  # noqa: PLR2004  what fits a glance
            style=_STYLE,
        )
        _leave_on_end_of_input(asked)
        _answer_by_key(asked, choices)
        return str(asked.unsafe_ask())

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        answer = questionary.confirm(shown(question), default=default, style=_STYLE).unsafe_ask()
        return bool(answer)


def _answer_by_key(asked: questionary.Question, choices: Sequence[Choice]) -> None:
    """One key is an answer: no Enter after it."""
    bindings = asked.application.key_bindings
    for choice in choices:
        if choice.key and isinstance(bindings, KeyBindings):

            @bindings.add(choice.key, eager=True)
            def _pick(event: KeyPressEvent, value: str = choice.value) -> None:
                event.app.exit(result=value)


def _leave_on_end_of_input(asked: questionary.Question) -> None:
    """Ctrl-D leaves a list as it leaves a line of text."""
    bindings = asked.application.key_bindings
    if isinstance(bindings, KeyBindings):

        @bindings.add("c-d", eager=True)
        def _leave(event: KeyPressEvent) -> None:
            event.app.exit(exception=EOFError())

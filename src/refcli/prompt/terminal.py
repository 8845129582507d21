"""Questions on a terminal, the only place that imports questionary.

Escape goes back, Ctrl-C and Ctrl-D leave. An example stands in a dim line above the question, so
that nobody takes it for something typed.
"""

import textwrap
from collections.abc import Sequence
from functools import partial

import questionary
from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from refcli.domain.text import shown
from refcli.prompt.ahead import drop_enters
from refcli.prompt.ending import end_in_order
from refcli.prompt.protocol import Choice, GoBack, Live
from refcli.prompt.tail import Tail

# Seconds after which Escape is a key of its own, not the beginning of an arrow.
_ESCAPE_ALONE = 0.05
# So many choices are taken in at a glance.
_GLANCE = 9
# The cursor is shown, and what is pasted is pasted as it is.
_AS_IT_WAS = b"\x1b[?25h\x1b[?2004l\r\n"
_DIM = "fg:ansibrightblack"

_STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("question", "bold"),
        ("answer", "fg:ansicyan"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("instruction", "fg:ansibrightblack"),
        ("bottom-toolbar", "noreverse fg:ansibrightblack"),
    ]
)


class TerminalPrompter:
    """Asks with questionary; Ctrl-C and Ctrl-D leave."""

    def __init__(self) -> None:
        self._is_told = False
        self._tail = Tail()
        end_in_order(_AS_IT_WAS)
        drop_enters()

    def _tell_keys(self) -> None:
        """Say once how to go back and how to leave."""
        if not self._is_told:
            questionary.print("  Esc goes back one question, Ctrl-C leaves", style=_DIM)
        self._is_told = True

    def text(
        self, question: str, *, default: str = "", hint: str = "", live: Live | None = None
    ) -> str:
        """A line of text."""
        self._tell_keys()
        if hint:
            questionary.print(f"  {shown(hint)}", style=_DIM)
        below = None if live is None else partial(_below, live)
        asked = questionary.text(
            shown(question), default=default, style=_STYLE, bottom_toolbar=below
        )
        return str(_answer(asked)).strip()

    def choose(self, question: str, choices: Sequence[Choice], *, default: str = "") -> str:
        """The value of one of the choices, picked with the arrows or by its key."""
        self._tell_keys()
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
            use_search_filter=not has_keys,
            instruction=" " if has_keys or len(items) <= _GLANCE else "(type to narrow the list)",
            style=_STYLE,
        )
        _answer_by_key(asked, choices, self._tail)
        if not has_keys:
            _answer_what_is_found(asked)
        return str(_answer(asked))

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        self._tell_keys()
        return bool(_answer(questionary.confirm(shown(question), default=default, style=_STYLE)))


def _below(live: Live) -> str:
    """What the line typed so far comes to, wrapped to the terminal."""
    app = get_app()
    said = shown(live(app.current_buffer.text))
    width = app.output.get_size().columns - len("  ")
    return "\n".join(f"  {line}" for line in textwrap.wrap(said, max(width, 1)))


def _answer_by_key(asked: questionary.Question, choices: Sequence[Choice], tail: Tail) -> None:
    """One key is an answer: no Enter after it, and the answer stays behind the question."""
    bindings = asked.application.key_bindings
    if not isinstance(bindings, KeyBindings):
        return
    for number, choice in enumerate(choices):
        if choice.key:

            @bindings.add(choice.key, eager=True)
            def _pick(event: KeyPressEvent, at: int = number, picked: Choice = choice) -> None:
                if tail.swallow(picked.key):
                    return
                tail.begin(picked.key, picked.label)
                for control in event.app.layout.find_all_controls():
                    if isinstance(control, InquirerControl):
                        control.pointed_at, control.is_answered = at, True
                event.app.exit(result=picked.value)

    tail.resume()
    # After the answers, so that these come first while they are awaited.
    for key in tail.keys:

        @bindings.add(key, eager=True, filter=Condition(partial(tail.is_next, key)))
        def _pass_over(_: KeyPressEvent, key: str = key) -> None:
            tail.swallow(key)


def _answer_what_is_found(asked: questionary.Question) -> None:
    """Where the list is narrowed to nothing, all of it is shown, and Enter takes none of it."""
    bindings = asked.application.key_bindings
    controls = asked.application.layout.find_all_controls()
    listed = next((each for each in controls if isinstance(each, InquirerControl)), None)
    if listed is None or not isinstance(bindings, KeyBindings):
        return

    def is_nothing_found() -> bool:
        # Where nothing matches, what is shown is all.
        return (
            bool(listed.search_filter)
            and bool(listed.filtered_choices)
            and not (listed.found_in_search)
        )

    @bindings.add(Keys.ControlM, eager=True, filter=Condition(is_nothing_found))
    def _take_none(event: KeyPressEvent) -> None:
        event.app.output.bell()


def _answer(asked: questionary.Question) -> object:
    """The answer, where Escape goes back and Ctrl-D leaves whatever kind of question it is."""
    keys = KeyBindings()

    @keys.add("escape", eager=True)
    def _back(event: KeyPressEvent) -> None:
        event.app.exit(exception=GoBack())

    @keys.add("c-d", eager=True)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError())

    @keys.add(Keys.Vt100MouseEvent, eager=True)
    def _no_mouse(_: KeyPressEvent) -> None:
        """Pasted colours look like a mouse, and none is listened to."""

    application = asked.application
    own = application.key_bindings
    application.key_bindings = merge_key_bindings([keys] if own is None else [own, keys])
    application.ttimeoutlen = _ESCAPE_ALONE
    return asked.unsafe_ask()

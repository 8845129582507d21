"""Questions on a terminal, the only place that imports questionary.

Escape goes back, Ctrl-C and Ctrl-D leave. An example stands in a dim line above the question, so
that nobody takes it for something typed.
"""

import asyncio
import textwrap
from collections.abc import Sequence
from functools import partial

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import (
    KeyBindings,
    KeyPress,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from refcli.domain.text import shown
from refcli.prompt.ahead import drop_enters
from refcli.prompt.ending import end_in_order
from refcli.prompt.protocol import Choice, GoBack, Live
from refcli.prompt.tail import ENTER, SECONDS, Tail

# Seconds after which Escape is a key of its own, not the beginning of an arrow.
_ESCAPE_ALONE = 0.05
# So many choices are taken in at a glance.
_GLANCE = 9
# The cursor is shown, and what is pasted is pasted as it is.
_AS_IT_WAS = b"\x1b[?25h\x1b[?2004l\r\n"
_DIM = "fg:ansibrightblack"
# Between two questions the terminal makes a line's end of it.
_ENTERS = (Keys.ControlM, Keys.ControlJ)

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
        said = str(_answer(asked, _of_line(self._tail))).strip()
        self._tail.end()
        return said

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
        if has_keys:
            _answer_by_key(asked, choices, self._tail)
            return str(_answer(asked))
        _answer_what_is_found(asked)
        keys = KeyBindings()
        _let_word_go_on(keys, self._tail, _Held(self._tail))
        return str(_answer(asked, keys))

    def confirm(self, question: str, *, default: bool = False) -> bool:
        """Yes or no."""
        self._tell_keys()
        asked = questionary.confirm(shown(question), default=default, style=_STYLE)
        keys = KeyBindings()
        _let_word_go_on(keys, self._tail, _Held(self._tail))
        yes = bool(_answer(asked, keys))
        self._tail.begin(*("y", "yes") if yes else ("n", "no"))
        return yes


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
    held = _Held(tail)
    for number, choice in enumerate(choices):

        @bindings.add(choice.key, eager=True)
        def _pick(event: KeyPressEvent, at: int = number, picked: Choice = choice) -> None:
            if held.takes(event):
                return
            tail.begin(picked.key, picked.label)
            for control in event.app.layout.find_all_controls():
                if isinstance(control, InquirerControl):
                    control.pointed_at, control.is_answered = at, True
            event.app.exit(result=picked.value)

    _let_word_go_on(bindings, tail, held)


class _Held:
    """Keys that may go on with the word of the answer before, until it is clear whether they do.

    Where they come to that word they are gone; else each is a key of its own, in its order.
    """

    def __init__(self, tail: Tail) -> None:
        self._tail = tail
        self._keys: list[KeyPress] = []

    def takes(self, event: KeyPressEvent) -> bool:
        """Whether a key is held, or gone; one that is not held ends the word."""
        press, tail = event.key_sequence[-1], self._tail
        name = ENTER if press.key in _ENTERS else str(press.key)
        if not tail.is_next(name):
            is_behind_others = bool(self._keys) and not tail.is_whole
            self._end(event.app, *((press,) if is_behind_others else ()))
            return is_behind_others
        if name == ENTER:
            self._end(event.app)
        else:
            tail.swallow(name)
            self._keys.append(press)
            self._wait(event.app)
        return True

    def _end(self, app: Application[object], *behind: KeyPress) -> None:
        """The word ended: what is not the whole of it was typed for this question."""
        keys = [] if self._tail.is_whole else [*self._keys, *behind]
        self._keys = []
        self._tail.end()
        if keys:
            app.key_processor.feed_multiple(keys, first=True)

    def _wait(self, app: Application[object]) -> None:
        count = len(self._keys)

        async def end_later() -> None:
            await asyncio.sleep(SECONDS)
            if len(self._keys) == count:
                self._end(app)
                app.key_processor.process_keys()

        app.create_background_task(end_later())


def _let_word_go_on(bindings: KeyBindings, tail: Tail, held: _Held) -> None:
    """Keys of the word of the answer before are its own, and no answer to this question."""
    tail.resume()
    for key in (*_ENTERS, Keys.Any):

        @bindings.add(key, eager=True, filter=Condition(lambda: tail.is_active))
        def _may_go_on(event: KeyPressEvent) -> None:
            if not held.takes(event):
                event.app.key_processor.feed(event.key_sequence[-1], first=True)


def _of_line(tail: Tail) -> KeyBindings:
    """Enter answers no line that holds only the rest of a word which was typed on."""
    keys = KeyBindings()
    tail.resume()

    def is_rest() -> bool:
        return tail.is_rest(get_app().current_buffer.text)

    @keys.add(Keys.ControlM, eager=True, filter=Condition(is_rest))
    def _empty(event: KeyPressEvent) -> None:
        event.app.current_buffer.reset()
        tail.end()

    return keys


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


def _answer(asked: questionary.Question, more: KeyBindings | None = None) -> object:
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
    found = (own, more, keys)
    application.key_bindings = merge_key_bindings([each for each in found if each is not None])
    application.ttimeoutlen = _ESCAPE_ALONE
    return asked.unsafe_ask()
